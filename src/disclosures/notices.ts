import type { Bilingual } from "../law/bilingual.ts";

/** `je` is what a colleague reads, where the words to a candidate or contact person say "u". */
type Said = Bilingual & { readonly je?: string };
type Notice = { readonly subject: Said; readonly text: Said };

/** Messages without personal content (channel class A): something is there, behind a sign-in. The only name in them is the agency's. */
export const notices = {
	invitation: {
		subject: { nl: "Uitnodiging voor het portaal", en: "Invitation to the portal" },
		text: {
			nl: "U bent uitgenodigd om een account te maken. Open de link en volg de stappen. De link werkt één keer en zeven dagen lang.",
			je: "Je bent uitgenodigd om een account te maken. Open de link en volg de stappen. De link werkt één keer en zeven dagen lang.",
			en: "You are invited to make an account. Open the link and follow the steps. The link works once, for seven days.",
		},
	},
	reportWaits: {
		subject: { nl: "Er staat iets voor u klaar", en: "Something is waiting for you" },
		text: {
			nl: "Er staat een rapportage voor u klaar om te lezen. Zonder uw antwoord wordt die niet verzonden.",
			en: "A report is waiting for you to read. It is not sent without your answer.",
		},
	},
	messageToRead: {
		subject: { nl: "Er staat iets voor u klaar", en: "Something is waiting for you" },
		text: { nl: "Er staat een bericht voor u klaar om te lezen.", en: "A message is waiting for you to read." },
	},
	agreementWaits: {
		subject: { nl: "Er staat iets voor u klaar", en: "Something is waiting for you" },
		text: { nl: "Er staan afspraken voor u klaar om te lezen.", en: "Agreements are waiting for you to read." },
	},
	reminder: {
		subject: { nl: "Herinnering: er wacht iets op u", en: "Reminder: something is waiting for you" },
		text: { nl: "Er wacht nog iets op uw antwoord.", en: "Something is still waiting for your answer." },
	},
	answerGiven: {
		subject: { nl: "Er is een antwoord binnen", en: "An answer has come in" },
		text: { nl: "Er is een antwoord op een rapportage binnen.", en: "There is an answer to a report." },
	},
	consentWaits: {
		subject: { nl: "Er staat iets voor u klaar", en: "Something is waiting for you" },
		text: { nl: "Er staat een vraag voor u klaar.", en: "A question is waiting for you." },
	},
	consentAnswered: {
		subject: { nl: "Er is een antwoord binnen", en: "An answer has come in" },
		text: {
			nl: "Er is een antwoord op een vraag aan een kandidaat binnen.",
			en: "There is an answer to a question to a candidate.",
		},
	},
	consentReceipt: {
		subject: { nl: "Uw keuze is bewaard", en: "Your choice is kept" },
		text: {
			nl: "Uw keuze is bewaard. Het bewijs staat in het portaal. U kunt uw keuze daar ook veranderen.",
			en: "Your choice is kept. The receipt is in the portal. You can change your choice there too.",
		},
	},
	sendingStopped: {
		subject: { nl: "Een verzending vraagt aandacht", en: "A sending needs attention" },
		text: {
			nl: "Een bericht is niet verzonden. In de verzendlijst staat waarom en wat je kunt doen.",
			en: "A message was not sent. The outbox says why and what you can do.",
		},
	},
	collectingStopped: {
		subject: { nl: "Een document is niet op te halen", en: "A document cannot be collected" },
		text: {
			nl: "Een ontvanger kan een document nu niet ophalen. In de verzendlijst staat waarom en wat je kunt doen.",
			en: "A recipient cannot collect a document now. The outbox says why and what you can do.",
		},
	},
	emergencyAlarm: {
		subject: { nl: "Noodtoegang vraagt aandacht", en: "Emergency access needs attention" },
		text: {
			nl: "Iemand opende vandaag meer dan drie dossiers met noodtoegang. Kijk bij Privacy wie en waarom.",
			en: "Somebody opened more than three dossiers by emergency access today. See under Privacy who and why.",
		},
	},
	hurryAlarm: {
		subject: { nl: "Iemand gaat erg snel door Spoor", en: "Somebody goes through Spoor very fast" },
		text: {
			nl: "Iemand vroeg in korte tijd veel meer op dan bij het werk past. Spoor houdt dat tegen. Kijk in het logboek wie en wat.",
			en: "Somebody asked for much more in a short time than fits the work. Spoor holds that back. See in the log who and what.",
		},
	},
	addressVerification: {
		subject: { nl: "Bevestig dit e-mailadres", en: "Confirm this e-mail address" },
		text: {
			nl: "Wij willen weten of dit adres van u is, voordat wij er iets naartoe sturen. Open de link en bevestig het daar.",
			en: "We want to know that this address is yours before we send anything to it. Open the link and confirm it there.",
		},
	},
	passwordReset: {
		subject: { nl: "Een nieuw wachtwoord kiezen", en: "Choose a new password" },
		text: {
			nl: "Er is gevraagd om een nieuw wachtwoord. Was u dat niet, dan hoeft u niets te doen.",
			je: "Er is gevraagd om een nieuw wachtwoord. Was je dat niet, dan hoef je niets te doen.",
			en: "A new password was asked for. If that was not you, you need not do anything.",
		},
	},
	passwordChanged: {
		subject: { nl: "Uw wachtwoord is veranderd", je: "Je wachtwoord is veranderd", en: "Your password was changed" },
		text: {
			nl: "Het wachtwoord van uw account is veranderd. Was u dat niet, neem dan meteen contact met ons op.",
			je: "Het wachtwoord van je account is veranderd. Was je dat niet, bel dan meteen de beheerder.",
			en: "The password of your account was changed. If that was not you, contact us at once.",
		},
	},
	factorChanged: {
		subject: { nl: "Uw tweede stap is veranderd", je: "Je tweede stap is veranderd", en: "Your second step was changed" },
		text: {
			nl: "De tweede stap bij het aanmelden is veranderd. Was u dat niet, neem dan meteen contact met ons op.",
			je: "De tweede stap bij het aanmelden is veranderd. Was je dat niet, bel dan meteen de beheerder.",
			en: "The second step of signing in was changed. If that was not you, contact us at once.",
		},
	},
	newDevice: {
		subject: { nl: "Aangemeld op een nieuw apparaat", en: "Signed in on a new device" },
		text: {
			nl: "Er is met uw account aangemeld op een apparaat dat wij nog niet kenden. Was u dat niet, neem dan meteen contact met ons op.",
			je: "Er is met je account aangemeld op een apparaat dat wij nog niet kenden. Was je dat niet, bel dan meteen de beheerder.",
			en: "Your account was signed in on a device that we did not know yet. If that was not you, contact us at once.",
		},
	},
	oddSignIn: {
		subject: {
			nl: "Vreemde pogingen om aan te melden",
			en: "Odd attempts to sign in",
		},
		text: {
			nl: "Iemand probeerde zich met uw account aan te melden op een manier die wij niet vertrouwen. Was u dat zelf, dan hoeft u niets te doen. Was u dat niet? Kies een nieuw wachtwoord en bel ons.",
			je: "Iemand probeerde zich met je account aan te melden op een manier die wij niet vertrouwen. Was je dat zelf, dan hoef je niets te doen. Was je dat niet? Kies een nieuw wachtwoord en bel de beheerder.",
			en: "Somebody tried to sign in with your account in a way that we do not trust. If that was you, you need not do anything. If it was not, choose a new password and call us.",
		},
	},
	accountRestored: {
		subject: { nl: "Uw account begint opnieuw", je: "Je account begint opnieuw", en: "Your account starts anew" },
		text: {
			nl: "Twee medewerkers hebben bevestigd dat u opnieuw begint met aanmelden. Alles waarmee u zich aanmeldde, werkt niet meer. U krijgt een nieuwe uitnodiging. Hebt u hier niet om gevraagd, neem dan meteen contact met ons op.",
			je: "Twee medewerkers hebben bevestigd dat je opnieuw begint met aanmelden. Alles waarmee je je aanmeldde, werkt niet meer. Je krijgt een nieuwe uitnodiging. Heb je hier niet om gevraagd, bel dan meteen de beheerder.",
			en: "Two members of staff confirmed that you start signing in anew. Everything you signed in with has stopped working. You get a new invitation. If you did not ask for this, contact us at once.",
		},
	},
} as const satisfies Record<string, Notice>;

/** What a notice says to this reader: a colleague is called "je". */
export function wordsOf(kind: NoticeKind, lang: "nl" | "en", staff: boolean): { subject: string; text: string } {
	const notice: Notice = notices[kind];
	const said = (words: Said) => (staff && lang === "nl" ? (words.je ?? words.nl) : words[lang]);
	return { subject: said(notice.subject), text: said(notice.text) };
}

export type NoticeKind = keyof typeof notices;
export const noticeKinds = Object.keys(notices) as readonly NoticeKind[];
