import type { Bilingual } from "../law/bilingual.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Role } from "../law/roles.ts";
import { type EmergencyReason, emergencyReasons } from "../looks/rules.ts";
import { deedOf, isObjectType, type ObjectType } from "./words.ts";

type Lang = "nl" | "en";
const two = (nl: string, en: string): Bilingual => ({ nl, en });

/** What was touched, as the candidate calls it; within a purpose it can have another name. */
const things: Record<ObjectType, Bilingual & { readonly within?: Partial<Record<PurposeId, Bilingual>> }> = {
	candidate: {
		...two("uw gegevens", "your data"),
		within: { guidance: two("uw dossier", "your file"), registration: two("uw inschrijving", "your registration") },
	},
	reporting_agreement: two("de afspraken over verslagen", "the agreements about reports"),
	agreement_question: two("uw vraag over de afspraken", "your question about the agreements"),
	report: two("een verslag over u", "a report about you"),
	note: two("een notitie over u", "a note about you"),
	disclosure: two("een bericht over u", "a message about you"),
	demand: two("een vraag van een instantie over u", "a demand of an authority about you"),
	sicknessCalendar: two("de kalender van uw ziekte", "the calendar of your illness"),
	dispatch: two("een bericht aan u", "a message to you"),
	register: two("de lijst van wie wat kreeg", "the list of who received what"),
	log: two("de lijst van wie keek", "the list of who looked"),
	overview: two("het overzicht", "the overview"),
	trajectory: two("uw traject", "your trajectory"),
	membership: two("uw traject", "your trajectory"),
	assignment: two("de opdracht voor uw traject", "the assignment for your trajectory"),
	account: two("uw account", "your account"),
	session: two("een aanmelding van u", "a sign-in of yours"),
	invitation: two("uw uitnodiging", "your invitation"),
	staffMember: two("gegevens van een medewerker", "data of a member of staff"),
	staff_member: two("gegevens van een medewerker", "data of a member of staff"),
	report_version: two("een verslag over u", "a report about you"),
	exception: two("een verslag over u", "a report about you"),
	setAside: two("een zin over u", "a sentence about you"),
	guardWord: two("de woorden van de meelezer", "the words of the guard"),
	consent: two("een vraag om toestemming", "a question for your consent"),
	bsn: two("uw burgerservicenummer", "your citizen service number"),
	workCapacity: two("wat u kunt en niet kunt", "what you can and cannot do"),
	illness: two("uw medische gegevens", "your medical data"),
	carer: two("de gegevens van uw arts", "the data of your doctor"),
	informationRequest: two("een vraag aan uw arts", "a question to your doctor"),
	conflict: two("uw dossier", "your file"),
	breakGlass: two("uw dossier", "your file"),
	lookReview: two("de lijst van wie keek", "the list of who looked"),
	commissioner: two("gegevens van een opdrachtgever", "data of a commissioner"),
	contactPerson: two("gegevens van een contactpersoon", "data of a contact person"),
	addressVerification: two("het adres van een contactpersoon", "the address of a contact person"),
	agency: two("gegevens van ons bureau", "data of our agency"),
};

/** Where the general sentence would read oddly. */
const special: Record<string, { did: Bilingual; wanted: Bilingual }> = {
	"list ": {
		did: two("zag uw naam in een lijst", "saw your name in a list"),
		wanted: two("uw naam in een lijst zien", "see your name in a list"),
	},
	"search ": {
		did: two("zocht, en zag uw naam", "searched, and saw your name"),
		wanted: two("uw naam zoeken", "search for your name"),
	},
	"list report": {
		did: two("keek welke verslagen wachten", "looked which reports wait"),
		wanted: two("zien welke verslagen wachten", "see which reports wait"),
	},
	"create candidate": { did: two("schreef u in", "registered you"), wanted: two("u inschrijven", "register you") },
	"send report": {
		did: two("zette een verslag over u klaar om te versturen", "made a report about you ready to send"),
		wanted: two("een verslag over u klaarzetten om te versturen", "make a report about you ready to send"),
	},
	"settle disclosure": {
		did: two("keek of het bericht aankwam", "checked that the message arrived"),
		wanted: two("kijken of het bericht aankwam", "check that the message arrived"),
	},
	"settle dispatch": {
		did: two("keek of het bericht aankwam", "checked that the message arrived"),
		wanted: two("kijken of het bericht aankwam", "check that the message arrived"),
	},
	"settle agreement_question": {
		did: two("zei dat uw vraag is beantwoord", "said that your question was answered"),
		wanted: two("zeggen dat uw vraag is beantwoord", "say that your question was answered"),
	},
};

/** Why, as the candidate hears it, after "Waarom:". */
export const whys: Record<PurposeId, Bilingual> = {
	registration: two("voor uw inschrijving", "for your registration"),
	portal: two("voor dit portaal", "for this portal"),
	guidance: two("om u te begeleiden", "to guide you"),
	assignments: two("om de opdracht uit te voeren", "to carry out the assignment"),
	instruments: two("voor een test", "for a test"),
	introductions: two("om u ergens voor te stellen", "to introduce you somewhere"),
	information: two("om u te laten weten wat u aangaat", "to tell you what concerns you"),
	profiles: two("voor uw cv of profiel", "for your CV or profile"),
	mailings: two("voor een nieuwsbrief", "for a newsletter"),
	reporting: two("om verslag te doen, zoals afgesproken", "to report, as agreed"),
	finance: two("voor de administratie", "for the administration"),
	staffing: two("om het werk te verdelen", "to divide the work"),
	security: two("voor de beveiliging", "for security"),
	rights: two("voor uw privacyrechten", "for your privacy rights"),
	quality: two("om onze kwaliteit te onderzoeken", "to examine our quality"),
	complaints: two("voor een vraag of klacht", "for a question or complaint"),
	law: two("omdat de wet het vraagt", "because the law asks it"),
};

/** Why the privacy officer opened a name in the log: a closed list, so that the log itself holds no words about a person. */
export const openReasons = {
	request: two("voor een vraag of verzoek van de kandidaat", "for a question or request of the candidate"),
	complaint: two("voor een klacht", "for a complaint"),
	misuse: two("omdat iets op misbruik lijkt", "because something looks like misuse"),
	check: two("voor een steekproef", "for a spot check"),
} as const satisfies Record<string, Bilingual>;
export type OpenReason = keyof typeof openReasons;
export const openReasonIds = Object.keys(openReasons) as readonly OpenReason[];

const staffRoles: Record<Role, Bilingual> = {
	coach: two("een begeleider", "a coach"),
	coordinator: two("een coördinator", "a coordinator"),
	backOffice: two("een medewerker van de backoffice", "a member of the back office"),
	finance: two("een medewerker van de administratie", "a member of the finance office"),
	dpo: two("de privacyfunctionaris", "the privacy officer"),
	administrator: two("een beheerder", "an administrator"),
};
const kinds: Record<string, Bilingual> = {
	worker: two("Spoor zelf", "Spoor itself"),
	system: two("Spoor zelf", "Spoor itself"),
	recipient: two("een contactpersoon", "a contact person"),
	auditor: two("de toetser van het keurmerk", "the quality auditor"),
	anonymous: two("iemand die niet was aangemeld", "somebody not signed in"),
	candidate: two("iemand in het portaal", "somebody in the portal"),
};

export interface Who {
	readonly kind: string;
	readonly roles: readonly string[];
	/** Only of somebody whom the candidate knows: their own coaches. */
	readonly name: string | undefined;
	readonly self: boolean;
}

/** "Anna de Wit, uw begeleider", "een medewerker van de backoffice", "Spoor zelf", "u" */
export function whoIs({ kind, roles, name, self }: Who, lang: Lang): string {
	if (self) return lang === "nl" ? "u" : "you";
	if (name !== undefined) {
		const yours = roles.includes("coach") ? two(", uw begeleider,", ", your coach,") : two("", "");
		return name + yours[lang];
	}
	if (kind !== "staff") return (kinds[kind] ?? two("iemand", "somebody"))[lang];
	const role = roles.find((one): one is Role => Object.hasOwn(staffRoles, one));
	return (role ? staffRoles[role] : two("een medewerker", "a member of staff"))[lang];
}

export interface Event {
	readonly action: string;
	readonly objectType: string | null;
	readonly purpose: string;
	readonly outcome: string;
}

/** One line of the diary: "Anna de Wit, uw begeleider, bekeek uw dossier." A refusal says so. */
export function diarySentence(who: Who, { action, objectType, purpose, outcome }: Event, lang: Lang): string {
	const words = special[`${action} ${objectType ?? ""}`] ?? deedOf(action);
	const known = isObjectType(objectType) ? things[objectType] : undefined;
	const thing = (known?.within?.[purpose as PurposeId] ?? known ?? two("uw gegevens", "your data"))[lang];
	const subject = whoIs(who, lang);
	const line = (text: string) => `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${text}`;
	if (outcome === "allowed") return line(`${words.did[lang].replace("{}", thing)}.`);
	const wanted = words.wanted[lang].replace("{}", thing);
	const end = outcome === "refused" ? two("Dat werd geweigerd.", "That was refused.") : two("Dat mislukte.", "That failed.");
	return line(`${lang === "nl" ? "wilde" : "wanted to"} ${wanted}. ${end[lang]}`);
}

/** The words of a reason from a closed list: for opening a name in the log, or a dossier in an emergency. */
function reasonOf(ground: string): Bilingual | undefined {
	if (Object.hasOwn(openReasons, ground)) return openReasons[ground as OpenReason];
	return Object.hasOwn(emergencyReasons, ground) ? emergencyReasons[ground as EmergencyReason].why : undefined;
}

/** "Waarom: om u te begeleiden." With the reason that was given, where one was. */
export function whySentence(purpose: string, ground: string | null, lang: Lang): string {
	const reason = ground ? reasonOf(ground) : undefined;
	const why = reason ?? whys[purpose as PurposeId] ?? two("niet vastgelegd", "not recorded");
	return `${lang === "nl" ? "Waarom" : "Why"}: ${why[lang]}.`;
}
