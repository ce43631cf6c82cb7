import type { Bilingual } from "./bilingual.ts";

/**
 * enforced: rules refuse what the clause forbids, and tests prove it. partly: for a part of what it says (`kept` says which).
 * waiting: its turn has not come. people: no program can keep it; `by` names who does.
 */
export type ClauseStatus = "enforced" | "partly" | "waiting" | "people";
type Clause = Bilingual & {
	readonly from: string;
	readonly status: ClauseStatus;
	readonly by?: "dpo" | "administrator" | "coach";
};

const from = "2026-11-01";

/** Every promise of the regulation, by id. A rule cites a clause by its id, and nothing else may name one. */
export const clauses = {
	"R1.1": {
		nl: "Het reglement geldt voor alle persoonsgegevens die het bureau krijgt, op welke manier ook.",
		en: "The regulation covers all personal data given to the agency, in any way.",
		from,
		status: "waiting",
	},
	"R1.2": {
		nl: "Persoonsgegevens worden alleen voor de genoemde doelen gebruikt, en vertrouwelijk.",
		en: "Personal data is used for the stated purposes only, and confidentially.",
		from,
		status: "enforced",
	},
	"R1.3": {
		nl: "Iedere medewerker heeft een geheimhoudingsverklaring getekend en het reglement ontvangen.",
		en: "Every staff member has signed a confidentiality statement and received the regulation.",
		from,
		status: "enforced",
	},
	"R2.1": {
		nl: "Kandidaten en opdrachtgevers geven de gegevens die voor het werk nodig zijn, en niet meer.",
		en: "Candidates and commissioners provide the data the work needs, and no more.",
		from,
		status: "partly",
	},
	"R3.a": {
		nl: "Gegevens worden gebruikt om kandidaten en opdrachtgevers in te schrijven en te administreren.",
		en: "Data is used to register and administer candidates and commissioners.",
		from,
		status: "partly",
	},
	"R3.b": {
		nl: "Gegevens worden gebruikt om kandidaten een digitaal portaal te geven.",
		en: "Data is used to give candidates a digital portal.",
		from,
		status: "partly",
	},
	"R3.c": {
		nl: "Gegevens worden gebruikt voor outplacement, loopbaanadvies, coaching, re-integratie en andere diensten.",
		en: "Data is used to deliver outplacement, career advice, coaching, re-integration and other services.",
		from,
		status: "partly",
	},
	"R3.d": {
		nl: "Gegevens worden gebruikt om opdrachten te verwerven en uit te voeren.",
		en: "Data is used to win and carry out assignments.",
		from,
		status: "partly",
	},
	"R3.e": {
		nl: "Gegevens worden gebruikt om kandidaten tests te laten maken en de uitkomsten te tonen.",
		en: "Data is used to let candidates take tests and to produce the results.",
		from,
		status: "waiting",
	},
	"R3.f": {
		nl: "Gegevens worden gebruikt om kandidaten aan relaties voor te stellen.",
		en: "Data is used to introduce candidates to relations.",
		from,
		status: "waiting",
	},
	"R3.g": {
		nl: "Gegevens worden gebruikt om kandidaten en opdrachtgevers te informeren over wat hen aangaat.",
		en: "Data is used to inform candidates and commissioners of what matters to them.",
		from,
		status: "partly",
	},
	"R3.h": {
		nl: "Een profiel of cv gaat alleen naar een opdrachtgever of relatie als de kandidaat dat goedvindt.",
		en: "A profile or CV goes to a commissioner or relation only with the candidate's permission.",
		from,
		status: "partly",
	},
	"R3.i": {
		nl: "Nieuwsbrieven gaan alleen naar wie daarvoor in aanmerking komt.",
		en: "Newsletters go only to people who are eligible for them.",
		from,
		status: "waiting",
	},
	"R3.j": {
		nl: "Wie geen mailings meer wil, kan zich altijd afmelden, ook met een gewone e-mail.",
		en: "Anyone can object to mailings at any time, also by a plain e-mail.",
		from,
		status: "waiting",
	},
	"R4.1": {
		nl: "Niets gaat naar derden, tenzij dit reglement, de wet, een bevoegde instantie of de eigen rechten van het bureau dat eisen.",
		en: "Nothing goes to third parties unless the regulation, the law, an authority or the agency's own rights demand it.",
		from,
		status: "enforced",
	},
	"R4.2": {
		nl: "Elke opdrachtgever heeft een dossier met offertes en overeenkomsten, alleen voor medewerkers.",
		en: "Each commissioner has a dossier with quotes and agreements, for staff only.",
		from,
		status: "partly",
	},
	"R4.3": {
		nl: "Wat nodig is voor overeenkomsten en facturen wordt bewaard, alleen voor medewerkers.",
		en: "What agreements and invoices need is kept, for staff only.",
		from,
		status: "waiting",
	},
	"R5.1": {
		nl: "Elke kandidaat heeft een dossier met gegevens, korte gespreksnotities, correspondentie, instrumenten en rapportages.",
		en: "Each candidate has a dossier of data, short conversation notes, correspondence, instruments and reports.",
		from,
		status: "partly",
	},
	"R5.2": {
		nl: "Gegevens en voortgang staan in het cliëntvolgsysteem, alleen voor medewerkers die ze nodig hebben.",
		en: "Data and progress are in the tracking system, only for staff who need them.",
		from,
		status: "waiting",
	},
	"R6.1": {
		nl: "Bij de start hoort de kandidaat wat er wordt gerapporteerd: aan wie, wat, hoe, waarom en hoe vaak.",
		en: "At the start the candidate is told what will be reported: to whom, what, how, why and how often.",
		from,
		status: "enforced",
	},
	"R7.1": {
		nl: "Elke uitgebreide schriftelijke rapportage ziet de kandidaat eerst, en zij gaat pas weg na akkoord.",
		en: "Every extensive written report is shown to the candidate first, and goes out only after approval.",
		from,
		status: "enforced",
	},
	"R7.2": {
		nl: "Beknopte voortgangsinformatie ziet de kandidaat niet vooraf, maar de kandidaat wordt wel geïnformeerd.",
		en: "Brief progress information is not shown beforehand, but the candidate is told.",
		from,
		status: "enforced",
	},
	"R7.3": {
		nl: "Akkoord is niet nodig waar de wet verzending noodzakelijk maakt; ook dan wordt de kandidaat geïnformeerd.",
		en: "Approval is not required where the law makes sending necessary; the candidate is informed all the same.",
		from,
		status: "enforced",
	},
	"R8.1": {
		nl: "Gezondheidsgegevens gaan alleen met schriftelijke toestemming van de kandidaat naar een opdrachtgever of arts.",
		en: "Health data goes to a commissioner or doctor only with the candidate's written consent.",
		from,
		status: "enforced",
	},
	"R8.2": {
		nl: "Gezondheidsgegevens worden alleen met schriftelijke toestemming bij een arts of behandelaar opgevraagd.",
		en: "Health data is asked of a doctor or carer only with written consent.",
		from,
		status: "enforced",
	},
	"R8.3": {
		nl: "Het beroepsgeheim van de arts wordt gerespecteerd.",
		en: "The doctor's professional secrecy is respected.",
		from,
		status: "enforced",
	},
	"R9.1": {
		nl: "Rapportages gaan schriftelijk, per e-mail, als pdf waarvan iedere wijziging aantoonbaar is.",
		en: "Reports go out in writing, by e-mail, as a PDF in which any alteration can be shown.",
		from,
		status: "enforced",
	},
	"R9.2": {
		nl: "Een mondelinge rapportage wordt in het dossier vastgelegd.",
		en: "An oral report is noted in the dossier.",
		from,
		status: "enforced",
	},
	"R10.1": {
		nl: "Passende maatregelen beschermen de gegevens tegen verlies en onrechtmatig gebruik.",
		en: "Fitting measures protect the data against loss and unlawful processing.",
		from,
		status: "partly",
	},
	"R11.1": {
		nl: "Iedereen kan vragen welke gegevens het bureau over hem of haar heeft.",
		en: "Anyone may ask what is held about them.",
		from,
		status: "waiting",
	},
	"R11.2": {
		nl: "Iedereen kan zijn gegevens laten aanvullen, verbeteren of wissen.",
		en: "Anyone may have their data supplemented, corrected or erased.",
		from,
		status: "waiting",
	},
	"R11.3": {
		nl: "De toetser van het keurmerk mag dossiers inzien, alleen om de kwaliteit te beoordelen.",
		en: "The quality auditor may inspect dossiers, for quality only.",
		from,
		status: "waiting",
	},
	"R12.1": {
		nl: "Gegevens worden niet langer bewaard dan nodig, tenzij de wet anders bepaalt.",
		en: "Data is kept no longer than needed, unless the law says otherwise.",
		from,
		status: "waiting",
	},
	"R12.2": {
		nl: "Daarna worden de gegevens ontoegankelijk gemaakt of vernietigd.",
		en: "After that the data is made inaccessible or destroyed.",
		from,
		status: "waiting",
	},
	"R13.1": {
		nl: "Vragen, opmerkingen en klachten kunnen per e-mail of brief; een klacht start de klachtenprocedure.",
		en: "Questions, remarks and complaints can be sent by e-mail or letter; a complaint starts the complaints procedure.",
		from,
		status: "people",
		by: "dpo",
	},
	"R14.1": {
		nl: "Het reglement kan wijzigen; wie het aangaat hoort dat, en de laatste versie staat op de website.",
		en: "The regulation may change; those concerned are told, and the latest version is on the website.",
		from,
		status: "partly",
	},
	"R14.2": {
		nl: "Is één bepaling ongeldig, dan blijven de andere gelden.",
		en: "A void clause does not void the rest.",
		from,
		status: "waiting",
	},
	"R15.1": {
		nl: "Het reglement is als pdf te downloaden, en men kan contact opnemen.",
		en: "The regulation can be downloaded as a PDF, and people can get in touch.",
		from,
		status: "partly",
	},
} as const satisfies Record<string, Clause>;

export type ClauseId = keyof typeof clauses;
export const clauseIds = Object.keys(clauses) as readonly ClauseId[];

/** Is this text the id of a clause? For ids that come from outside, such as a link or the command line. */
export const isClauseId = (text: string): text is ClauseId => Object.hasOwn(clauses, text);

export const statusNames = {
	enforced: { nl: "Afgedwongen", en: "Enforced" },
	partly: { nl: "Deels afgedwongen", en: "Partly enforced" },
	waiting: { nl: "Nog niet afgedwongen", en: "Not yet enforced" },
	people: { nl: "Door mensen nageleefd", en: "Kept by people" },
} as const satisfies Record<ClauseStatus, Bilingual>;
