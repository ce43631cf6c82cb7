import type { Bilingual } from "./bilingual.ts";
import type { ClauseId } from "./clauses.ts";

/** What a candidate can be asked to consent to (toestemming). Approval of a report is another thing (R7.1), and enrolment is none. */
export const consentKinds = {
	disclose: { clause: "R8.1", nl: "Gegevens geven", en: "Giving data" },
	ask: { clause: "R8.2", nl: "Gegevens opvragen", en: "Asking for data" },
	hold: { clause: "R2.1", nl: "Gegevens bewaren", en: "Keeping data" },
	noObjection: { clause: "R8.1", nl: "Meer geven dan de wet vraagt", en: "Giving more than the law asks" },
} as const satisfies Record<string, Bilingual & { clause: ClauseId }>;
export type ConsentKind = keyof typeof consentKinds;
export const consentKindIds = Object.keys(consentKinds) as readonly ConsentKind[];

/** What is filled in: names and days as they are shown, in the language of the text. */
export interface ConsentFill {
	readonly agency: string;
	/** "Petra Peeters van Bakkerij De Korenaar"; for `hold` the agency itself. */
	readonly recipient: string;
	readonly purpose: string;
	readonly until: string;
	/** It is for one document and no other. */
	readonly document: boolean;
}

/** The parts of a question, in the order in which they are shown. What exactly is shown with it stands between `who` and `why`. */
export const noticeParts = ["title", "who", "why", "until", "onYes", "onNo", "whoHears", "withdraw"] as const;
export type NoticePart = (typeof noticeParts)[number];
export type NoticeText = Readonly<Record<NoticePart, string>>;
type Texts = Readonly<Record<ConsentKind, Readonly<Record<"nl" | "en", (fill: ConsentFill) => NoticeText>>>>;

const nl = {
	why: ({ purpose }: ConsentFill) => `Dit is nodig ${purpose}.`,
	until: ({ until, document }: ConsentFill) =>
		`${document ? "Uw toestemming geldt alleen voor dit document. Zij geldt" : "Uw toestemming geldt"} tot en met ${until}. Daarna stopt zij vanzelf.`,
	withdraw:
		"U kunt uw ja altijd intrekken, op dezelfde plek en even makkelijk. Dat werkt meteen. Wat al weg is, kunnen wij niet terughalen.",
	// A yes to values holds while they change: it says so, and does not promise just what stands there today.
	thisSort: "Hierboven staat hoe het nu is. Verandert dat, dan mogen wij ook het nieuwe geven",
	noHarm: "Uw begeleiding gaat gewoon door. Nee zeggen heeft bij ons geen slechte gevolgen voor u.",
};
const en = {
	why: ({ purpose }: ConsentFill) => `This is needed ${purpose}.`,
	until: ({ until, document }: ConsentFill) =>
		`${document ? "Your consent is for this document only. It holds" : "Your consent holds"} up to and including ${until}. After that it ends by itself.`,
	withdraw:
		"You can always withdraw your yes, in the same place and as easily. It works at once. What has left already we cannot call back.",
	thisSort: "may give this sort of data, as it stands above and as it changes",
	noHarm: "Your guidance simply goes on. Saying no has no bad consequences for you with us.",
};

/** Every version of the texts that was ever shown, newest last. A version is never edited: a change of words is a new version. */
const versions = {
	"2026-11-01": {
		disclose: {
			nl: (fill) => ({
				title: `Mag ${fill.recipient} deze gegevens krijgen?`,
				who: `U beslist of ${fill.agency} deze gegevens geeft aan ${fill.recipient}.`,
				why: nl.why(fill),
				until: nl.until(fill),
				onYes: `Zegt u ja? ${fill.document ? "Dan geven wij precies dit document" : nl.thisSort}, aan deze ontvanger en aan niemand anders.`,
				onNo: `Zegt u nee? Dan gaat dit niet naar deze ontvanger. ${nl.noHarm}`,
				whoHears: "Uw begeleider ziet uw antwoord. De ontvanger hoort van ons niet wat u antwoordde.",
				withdraw: nl.withdraw,
			}),
			en: (fill) => ({
				title: `May ${fill.recipient} get this data?`,
				who: `You decide whether ${fill.agency} gives this data to ${fill.recipient}.`,
				why: en.why(fill),
				until: en.until(fill),
				onYes: `If you say yes, we ${fill.document ? "give exactly this document" : en.thisSort}, to this recipient and to nobody else.`,
				onNo: `If you say no, this does not go to this recipient. ${en.noHarm}`,
				whoHears: "Your coach sees your answer. We do not tell the recipient what you answered.",
				withdraw: en.withdraw,
			}),
		},
		ask: {
			nl: (fill) => ({
				title: `Mogen wij ${fill.recipient} vragen naar uw gezondheid?`,
				who: `U beslist of ${fill.agency} deze vragen stelt aan ${fill.recipient}.`,
				why: nl.why(fill),
				until: nl.until(fill),
				onYes:
					"Zegt u ja? Dan sturen wij deze vragen, met uw toestemming erbij. Het antwoord komt in een afgesloten deel van uw dossier.",
				onNo: `Zegt u nee? Dan vragen wij dit niet. ${nl.noHarm}`,
				whoHears: "Uw begeleider ziet uw antwoord. De arts hoort alleen van ons als u ja zegt.",
				withdraw: nl.withdraw,
			}),
			en: (fill) => ({
				title: `May we ask ${fill.recipient} about your health?`,
				who: `You decide whether ${fill.agency} puts these questions to ${fill.recipient}.`,
				why: en.why(fill),
				until: en.until(fill),
				onYes: "If you say yes, we send these questions with your consent. The answer goes into a closed part of your dossier.",
				onNo: `If you say no, we do not ask this. ${en.noHarm}`,
				whoHears: "Your coach sees your answer. The doctor hears from us only if you say yes.",
				withdraw: en.withdraw,
			}),
		},
		hold: {
			nl: (fill) => ({
				title: "Mogen wij deze gegevens over uw gezondheid bewaren?",
				who: `U beslist of ${fill.agency} deze gegevens bewaart. Wij geven ze met dit ja aan niemand.`,
				why: nl.why(fill),
				until: nl.until(fill),
				onYes: "Zegt u ja? Dan bewaren wij dit in een afgesloten deel van uw dossier. Alleen uw begeleider leest het.",
				onNo: `Zegt u nee? Dan bewaren wij dit niet. ${nl.noHarm}`,
				whoHears: "Alleen uw begeleider ziet uw antwoord.",
				withdraw:
					"U kunt uw ja altijd intrekken, op dezelfde plek en even makkelijk. Dan gaat dit deel dicht, en u beslist wat ermee gebeurt.",
			}),
			en: (fill) => ({
				title: "May we keep this data about your health?",
				who: `You decide whether ${fill.agency} keeps this data. With this yes we give it to nobody.`,
				why: en.why(fill),
				until: en.until(fill),
				onYes: "If you say yes, we keep this in a closed part of your dossier. Only your coach reads it.",
				onNo: `If you say no, we do not keep this. ${en.noHarm}`,
				whoHears: "Only your coach sees your answer.",
				withdraw:
					"You can always withdraw your yes, in the same place and as easily. Then this part is shut, and you decide what becomes of it.",
			}),
		},
		noObjection: {
			nl: (fill) => ({
				title: `Mag ${fill.recipient} ook dit krijgen? De wet vraagt het niet.`,
				who: `U beslist of ${fill.agency} dit geeft aan ${fill.recipient}. De wet verplicht u en ons hier niet toe.`,
				why: nl.why(fill),
				until: nl.until(fill),
				onYes: "Zegt u ja? Dan verklaart u dat u geen bezwaar hebt tegen dit soort gegevens. Meer geven wij niet.",
				onNo: `Zegt u nee? Dan krijgt deze ontvanger alleen wat de wet vraagt. ${nl.noHarm}`,
				whoHears: "Uw begeleider ziet uw antwoord. De ontvanger hoort van ons niet wat u antwoordde.",
				withdraw: nl.withdraw,
			}),
			en: (fill) => ({
				title: `May ${fill.recipient} get this as well? The law does not ask for it.`,
				who: `You decide whether ${fill.agency} gives this to ${fill.recipient}. The law obliges neither you nor us.`,
				why: en.why(fill),
				until: en.until(fill),
				onYes: "If you say yes, you declare that you have no objection to this sort of data. We give no more than that.",
				onNo: `If you say no, this recipient gets only what the law asks. ${en.noHarm}`,
				whoHears: "Your coach sees your answer. We do not tell the recipient what you answered.",
				withdraw: en.withdraw,
			}),
		},
	},
} as const satisfies Record<string, Texts>;
export type ConsentVersion = keyof typeof versions;
export const consentVersions = Object.keys(versions) as readonly ConsentVersion[];
/** The version that is shown today. */
export const currentConsentVersion = consentVersions.at(-1) as ConsentVersion;

/** Is this a version of the texts that the agency ever showed? A consent to words that nobody knows is none. */
export const isConsentVersion = (id: string): id is ConsentVersion => Object.hasOwn(versions, id);

/** The question in the words of a version, filled in. */
export const consentText = (version: ConsentVersion, kind: ConsentKind, lang: "nl" | "en", fill: ConsentFill): NoticeText =>
	versions[version][kind][lang](fill);

/** The two answers, of equal weight; neither is chosen beforehand. */
export const consentAnswers = {
	yes: { nl: "Ja, dit mag", en: "Yes, you may" },
	no: { nl: "Nee, dit mag niet", en: "No, you may not" },
} as const satisfies Record<string, Bilingual>;

/** How long a consent may hold at most, and what is proposed. It always ends: nobody still knows after a year what they agreed to. */
export const consentMonths = { longest: 12, proposed: 6, document: 3 } as const;
