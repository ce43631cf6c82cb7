import type { Bilingual } from "../law/bilingual.ts";
import { consentWords } from "./consent-words.ts";
import { doorWords } from "./door-words.ts";
import { guardWords } from "./guard-words.ts";
import { safetyWords } from "./safety-words.ts";

/** One action as the log says it: a short name, what somebody did, and what somebody wanted. `{}` is the thing that was touched. */
type Words = readonly [name: string, did: string, wanted: string];

// Every action that a verb writes in the log; a house test holds this list to the verbs.
const nl = {
	...doorWords.nl,
	view: ["bekijken", "bekeek {}", "{} bekijken"],
	viewPdf: ["pdf openen", "opende de pdf van {}", "de pdf van {} openen"],
	list: ["lijst bekijken", "zag {} in een lijst", "{} in een lijst zien"],
	search: ["zoeken", "zocht en vond {}", "{} zoeken"],
	open: ["scherm openen", "opende een scherm", "een scherm openen"],
	create: ["vastleggen", "legde {} vast", "{} vastleggen"],
	update: ["wijzigen", "wijzigde {}", "{} wijzigen"],
	edit: ["schrijven", "schreef aan {}", "aan {} schrijven"],
	delete: ["concept verwijderen", "gooide een kladversie van {} weg", "een kladversie van {} weggooien"],
	print: ["afdrukken", "drukte {} af", "{} afdrukken"],
	submit: ["voorleggen", "legde {} aan u voor", "{} aan u voorleggen"],
	revise: ["heropenen", "begon {} te wijzigen", "{} wijzigen"],
	withdraw: ["intrekken", "trok {} in", "{} intrekken"],
	approve: ["akkoord geven", "gaf akkoord op {}", "akkoord geven op {}"],
	answer: ["antwoorden", "gaf antwoord op {}", "antwoord geven op {}"],
	registerPaper: ["papieren antwoord vastleggen", "schreef uw antwoord op papier over", "uw antwoord op papier overschrijven"],
	confirmPaper: ["papieren antwoord bevestigen", "controleerde uw antwoord op papier", "uw antwoord op papier controleren"],
	check: ["controleren", "controleerde {}", "{} controleren"],
	verify: ["echtheid controleren", "controleerde of {} echt is", "controleren of {} echt is"],
	verifyAltered: [
		"veranderd rapport gevonden",
		"controleerde {}, maar dat bestand was veranderd",
		"een veranderd bestand van {} controleren",
	],
	remind: ["herinneren", "stuurde u een herinnering", "u een herinnering sturen"],
	prepare: ["bericht klaarmaken", "maakte een bericht klaar", "een bericht klaarmaken"],
	send: ["verzenden", "verstuurde {}", "{} versturen"],
	block: ["tegenhouden", "hield {} tegen", "{} tegenhouden"],
	settle: ["afronden", "rondde {} af", "{} afronden"],
	undo: ["terughalen", "haalde {} terug", "{} terughalen"],
	sendAgain: ["opnieuw verzenden", "verstuurde {} opnieuw", "{} opnieuw versturen"],
	markArrived: ["aankomst vastleggen", "schreef op dat {} aankwam", "opschrijven dat {} aankwam"],
	record: ["mondeling vastleggen", "schreef op wat over u is verteld", "opschrijven wat over u is verteld"],
	inform: ["informeren vastleggen", "schreef op dat u weet van {}", "opschrijven dat u weet van {}"],
	acknowledge: ["kennisnemen", "bevestigde dat u {} las", "bevestigen dat u {} las"],
	ask: ["vraag stellen", "stelde een vraag over {}", "een vraag over {} stellen"],
	invite: ["uitnodigen", "nodigde u uit voor het portaal", "u uitnodigen voor het portaal"],
	notify: ["bericht klaarzetten", "stuurde u een bericht", "u een bericht sturen"],
	handOver: ["overdragen", "droeg uw traject over", "uw traject overdragen"],
	deputise: ["waarneming regelen", "regelde een vervanger voor uw begeleider", "een vervanger voor uw begeleider regelen"],
	endDeputy: ["waarneming beëindigen", "liet de vervanger stoppen", "de vervanger laten stoppen"],
	started: ["traject starten", "startte {}", "{} starten"],
	closed: ["traject afsluiten", "sloot {} af", "{} afsluiten"],
	reopened: ["traject heropenen", "heropende {}", "{} heropenen"],
	askAddress: ["adres laten bevestigen", "vroeg om een adres te bevestigen", "vragen om een adres te bevestigen"],
	confirmAddress: ["adres bevestigen", "bevestigde een adres", "een adres bevestigen"],
	readLog: ["logboek inzien", "keek in het logboek over u", "in het logboek over u kijken"],
	openName: ["naam openen", "zocht in het logboek uw naam op", "in het logboek uw naam opzoeken"],
	signIn: ["aanmelden", "meldde zich aan", "zich aanmelden"],
	signInPassword: ["wachtwoord tonen", "gaf een wachtwoord op", "een wachtwoord opgeven"],
	signOut: ["afmelden", "meldde zich af", "zich afmelden"],
	acceptInvitation: ["uitnodiging aannemen", "nam de uitnodiging aan", "de uitnodiging aannemen"],
	changePassword: ["wachtwoord wijzigen", "koos een nieuw wachtwoord", "een nieuw wachtwoord kiezen"],
	proveFactor: ["code tonen", "gaf de code van de telefoon op", "de code van de telefoon opgeven"],
	addPasskey: ["passkey toevoegen", "voegde een passkey toe", "een passkey toevoegen"],
	removePasskey: ["passkey weghalen", "haalde een passkey weg", "een passkey weghalen"],
	vouch: ["instaan voor iemand", "stond ervoor in dat u het bent", "ervoor instaan dat u het bent"],
	restoreAccount: ["account opnieuw beginnen", "liet uw account opnieuw beginnen", "uw account opnieuw laten beginnen"],
	renewRecoveryCodes: ["herstelcodes vernieuwen", "maakte nieuwe herstelcodes", "nieuwe herstelcodes maken"],
	setUp: ["bureau inrichten", "richtte het bureau in", "het bureau inrichten"],
	installCertificate: ["certificaat plaatsen", "plaatste een certificaat", "een certificaat plaatsen"],
	setRoles: ["rollen wijzigen", "wijzigde rollen", "rollen wijzigen"],
	registerStatement: ["geheimhouding vastleggen", "legde geheimhouding vast", "geheimhouding vastleggen"],
	backup: ["reservekopie maken", "maakte een reservekopie", "een reservekopie maken"],
	restore: ["terugzetten", "zette een reservekopie terug", "een reservekopie terugzetten"],
	rotateKeys: ["hoofdsleutel vervangen", "verving de hoofdsleutel", "de hoofdsleutel vervangen"],
	leave: ["vertrek vastleggen", "legde een vertrek vast", "een vertrek vastleggen"],
	breakGlass: ["noodtoegang", "opende in nood uw dossier", "in nood uw dossier openen"],
	endGlass: ["noodtoegang sluiten", "sloot uw dossier na een noodgeval", "uw dossier sluiten na een noodgeval"],
	reviewGlass: ["noodtoegang nakijken", "keek na of uw dossier terecht openging", "nakijken of uw dossier terecht openging"],
	declareConflict: ["betrokkenheid vastleggen", "hield iemand die u kent buiten uw dossier", "iemand buiten uw dossier houden"],
	endConflict: ["betrokkenheid beëindigen", "liet iemand weer toe tot uw dossier", "iemand weer toelaten tot uw dossier"],
	reviewLooks: ["maandcontrole", "keek na wie er keek", "nakijken wie er keek"],
	show: ["tonen", "liet {} op het scherm tonen", "{} op het scherm laten tonen"],
	end: ["beëindigen", "schreef op dat {} niet meer geldt", "opschrijven dat {} niet meer geldt"],
	makeLetter: ["brief maken", "maakte de brief van {}", "de brief van {} maken"],
	fileAnswer: ["antwoord opbergen", "borg het antwoord op {} op", "het antwoord op {} opbergen"],
	discard: ["laten vernietigen", "liet {} vernietigen", "{} laten vernietigen"],
	...consentWords.nl,
	...guardWords.nl,
	...safetyWords.nl,
	proposeException: ["uitzondering voorstellen", "wilde {} sturen zonder akkoord", "{} sturen zonder akkoord"],
	confirmException: ["uitzondering bevestigen", "besliste dat {} mag zonder akkoord", "beslissen dat {} mag zonder akkoord"],
	withdrawException: [
		"uitzondering intrekken",
		"besliste dat {} toch niet mag zonder akkoord",
		"beslissen dat {} niet mag zonder akkoord",
	],
} as const satisfies Record<string, Words>;

const en: Record<keyof typeof nl, Words> = {
	...doorWords.en,
	view: ["view", "looked at {}", "look at {}"],
	viewPdf: ["open PDF", "opened the PDF of {}", "open the PDF of {}"],
	list: ["view list", "saw {} in a list", "see {} in a list"],
	search: ["search", "searched and found {}", "search for {}"],
	open: ["open screen", "opened a screen", "open a screen"],
	create: ["record", "recorded {}", "record {}"],
	update: ["change", "changed {}", "change {}"],
	edit: ["write", "worked on {}", "work on {}"],
	delete: ["delete draft", "threw away a draft of {}", "throw away a draft of {}"],
	print: ["print", "printed {}", "print {}"],
	submit: ["submit", "submitted {} to you", "submit {} to you"],
	revise: ["revise", "began to change {}", "change {}"],
	withdraw: ["withdraw", "withdrew {}", "withdraw {}"],
	approve: ["approve", "approved {}", "approve {}"],
	answer: ["answer", "answered {}", "answer {}"],
	registerPaper: ["record paper answer", "recorded your answer on paper", "record your answer on paper"],
	confirmPaper: ["confirm paper answer", "checked your answer on paper", "check your answer on paper"],
	check: ["check", "checked {}", "check {}"],
	verify: ["check that genuine", "checked whether {} is genuine", "check whether {} is genuine"],
	verifyAltered: ["altered report found", "checked {}, but that file was altered", "check an altered file of {}"],
	remind: ["remind", "sent you a reminder", "send you a reminder"],
	prepare: ["prepare message", "prepared a message", "prepare a message"],
	send: ["send", "sent {}", "send {}"],
	block: ["stop", "stopped {}", "stop {}"],
	settle: ["settle", "settled {}", "settle {}"],
	undo: ["take back", "took back {}", "take back {}"],
	sendAgain: ["send again", "sent {} again", "send {} again"],
	markArrived: ["record arrival", "noted that {} arrived", "note that {} arrived"],
	record: ["record oral", "noted what was said about you", "note what was said about you"],
	inform: ["record informing", "noted that you know of {}", "note that you know of {}"],
	acknowledge: ["acknowledge", "confirmed that you read {}", "confirm that you read {}"],
	ask: ["ask", "asked about {}", "ask about {}"],
	invite: ["invite", "invited you to the portal", "invite you to the portal"],
	notify: ["queue notice", "sent you a message", "send you a message"],
	handOver: ["hand over", "handed your trajectory over", "hand your trajectory over"],
	deputise: ["arrange deputy", "arranged a deputy for your coach", "arrange a deputy for your coach"],
	endDeputy: ["end deputy", "ended the work of the deputy", "end the work of the deputy"],
	started: ["start trajectory", "started {}", "start {}"],
	closed: ["close trajectory", "closed {}", "close {}"],
	reopened: ["reopen trajectory", "reopened {}", "reopen {}"],
	askAddress: ["ask address", "asked to confirm an address", "ask to confirm an address"],
	confirmAddress: ["confirm address", "confirmed an address", "confirm an address"],
	readLog: ["view log", "looked in the log about you", "look in the log about you"],
	openName: ["open name", "looked up your name in the log", "look up your name in the log"],
	signIn: ["sign in", "signed in", "sign in"],
	signInPassword: ["show password", "gave a password", "give a password"],
	signOut: ["sign out", "signed out", "sign out"],
	acceptInvitation: ["accept invitation", "accepted the invitation", "accept the invitation"],
	changePassword: ["change password", "chose a new password", "choose a new password"],
	proveFactor: ["prove factor", "gave the code of the phone", "give the code of the phone"],
	addPasskey: ["add passkey", "added a passkey", "add a passkey"],
	removePasskey: ["remove passkey", "removed a passkey", "remove a passkey"],
	vouch: ["vouch for somebody", "vouched that it is you", "vouch that it is you"],
	restoreAccount: ["start account anew", "let your account start anew", "let your account start anew"],
	renewRecoveryCodes: ["renew recovery codes", "made new recovery codes", "make new recovery codes"],
	setUp: ["set up agency", "set up the agency", "set up the agency"],
	installCertificate: ["install certificate", "installed a certificate", "install a certificate"],
	setRoles: ["set roles", "changed roles", "change roles"],
	registerStatement: ["register statement", "registered confidentiality", "register confidentiality"],
	backup: ["back up", "made a backup", "make a backup"],
	restore: ["restore", "restored a backup", "restore a backup"],
	rotateKeys: ["replace master key", "replaced the master key", "replace the master key"],
	leave: ["record leaving", "recorded a leaving", "record a leaving"],
	breakGlass: ["emergency access", "opened your file in an emergency", "open your file in an emergency"],
	endGlass: ["close emergency access", "closed your file after an emergency", "close your file after an emergency"],
	reviewGlass: ["review emergency access", "reviewed the opening of your file", "review the opening of your file"],
	declareConflict: ["declare conflict", "kept somebody you know out of your file", "keep somebody out of your file"],
	endConflict: ["end conflict", "let somebody at your file again", "let somebody at your file again"],
	reviewLooks: ["monthly review", "reviewed who looked", "review who looked"],
	show: ["show", "had {} shown on screen", "have {} shown on screen"],
	end: ["end", "noted that {} no longer holds", "note that {} no longer holds"],
	makeLetter: ["make letter", "made the letter of {}", "make the letter of {}"],
	fileAnswer: ["file answer", "filed the answer to {}", "file the answer to {}"],
	discard: ["have destroyed", "had {} destroyed", "have {} destroyed"],
	...consentWords.en,
	...guardWords.en,
	...safetyWords.en,
	proposeException: ["propose exception", "wanted to send {} without approval", "send {} without approval"],
	confirmException: ["confirm exception", "decided that {} may go without approval", "decide that {} may go without approval"],
	withdrawException: [
		"withdraw exception",
		"decided that {} may not go without approval",
		"decide that {} may not go without approval",
	],
};

export interface Deed {
	readonly name: Bilingual;
	readonly did: Bilingual;
	readonly wanted: Bilingual;
}
export type Action = keyof typeof nl;
export const actionIds = Object.keys(nl) as readonly Action[];
export const hasWords = (action: string): action is Action => Object.hasOwn(nl, action);

/** The words for an action. One without words of its own still says that the data was used. */
export function deedOf(action: string): Deed {
	const [dutch, english]: [Words, Words] = hasWords(action)
		? [nl[action], en[action]]
		: [
				[action, "gebruikte {}", "{} gebruiken"],
				[action, "used {}", "use {}"],
			];
	return {
		name: { nl: dutch[0], en: english[0] },
		did: { nl: dutch[1], en: english[1] },
		wanted: { nl: dutch[2], en: english[2] },
	};
}

/** What an entry can be about, by the object types that verbs write. */
export const objectNames = {
	candidate: { nl: "kandidaat", en: "candidate" },
	reporting_agreement: { nl: "rapportageafspraak", en: "reporting agreement" },
	agreement_question: { nl: "vraag over afspraak", en: "question about agreement" },
	report: { nl: "rapportage", en: "report" },
	note: { nl: "notitie", en: "note" },
	disclosure: { nl: "verstrekking", en: "disclosure" },
	dispatch: { nl: "bericht", en: "message" },
	demand: { nl: "vordering", en: "demand" },
	sicknessCalendar: { nl: "kalender bij ziekte", en: "calendar in illness" },
	register: { nl: "verstrekkingenregister", en: "disclosure register" },
	log: { nl: "logboek", en: "log" },
	overview: { nl: "overzicht", en: "overview" },
	trajectory: { nl: "traject", en: "trajectory" },
	membership: { nl: "begeleiding", en: "membership" },
	assignment: { nl: "opdracht", en: "assignment" },
	account: { nl: "account", en: "account" },
	session: { nl: "aanmelding", en: "session" },
	invitation: { nl: "uitnodiging", en: "invitation" },
	staffMember: { nl: "medewerker", en: "staff member" },
	staff_member: { nl: "medewerker", en: "staff member" },
	report_version: { nl: "versie van een rapportage", en: "version of a report" },
	exception: { nl: "uitzondering", en: "exception" },
	setAside: { nl: "loos alarm", en: "false alarm" },
	guardWord: { nl: "woord van de meelezer", en: "word of the guard" },
	consent: { nl: "toestemming", en: "consent" },
	bsn: { nl: "burgerservicenummer", en: "citizen service number" },
	workCapacity: { nl: "belastbaarheid", en: "work capacity" },
	illness: { nl: "aard en behandeling van ziekte", en: "nature and treatment of illness" },
	carer: { nl: "arts of behandelaar", en: "doctor or carer" },
	informationRequest: { nl: "vraag aan een arts", en: "question to a doctor" },
	conflict: { nl: "betrokkenheid", en: "conflict" },
	breakGlass: { nl: "noodtoegang", en: "emergency access" },
	lookReview: { nl: "maandcontrole", en: "monthly review" },
	commissioner: { nl: "opdrachtgever", en: "commissioner" },
	contactPerson: { nl: "contactpersoon", en: "contact person" },
	addressVerification: { nl: "bevestiging van een adres", en: "address verification" },
	agency: { nl: "bureau", en: "agency" },
} as const satisfies Record<string, Bilingual>;
export type ObjectType = keyof typeof objectNames;
export const isObjectType = (name: string | null): name is ObjectType => name !== null && Object.hasOwn(objectNames, name);

/** What is special has a category of its own in the log, which its readers see as such (R8.3). */
export const specialCategories = {
	health: { nl: "gezondheid", en: "health" },
	bsn: { nl: "burgerservicenummer", en: "citizen service number" },
} as const satisfies Record<string, Bilingual>;
const specialObjects: Partial<Record<ObjectType, keyof typeof specialCategories>> = {
	...{ workCapacity: "health", illness: "health", carer: "health", informationRequest: "health", sicknessCalendar: "health" },
	bsn: "bsn",
};
/** The special category that an entry belongs to, by what it is about. */
export const specialCategoryOf = (objectType: string | null): Bilingual | undefined => {
	const found = isObjectType(objectType) ? specialObjects[objectType] : undefined;
	return found && specialCategories[found];
};
