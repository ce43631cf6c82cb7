import type { Bilingual } from "./bilingual.ts";
import type { DataClass } from "./data-classes.ts";

type Basis = Bilingual & {
	readonly article: string;
	/** By an authority, on paper that is filed; or to the agency's own end, without one. */
	readonly kind: "authority" | "ownRights";
	/** What of special weight it can carry. Without a word of the law for it, health data and test scores do not go (AVG 9, 6(4)). */
	readonly special: readonly DataClass[];
	/** What has to be checked on the paper before it counts. */
	readonly test: Bilingual;
	/** On which articles telling the candidate may wait; none: they are told at once. */
	readonly withhold: readonly WithholdGround[];
	/** What the candidate reads. */
	readonly told: Bilingual;
};

/** Why the candidate is not told yet: a closed list of exceptions to AVG 12–15, each an article. */
export const withholdGrounds = {
	criminalInquiry: {
		article: "uavg.41.1.d",
		nl: "Onderzoek naar een strafbaar feit zou erdoor mislukken",
		en: "It would defeat the inquiry into a criminal offence",
	},
	rightsOfOthers: {
		article: "uavg.41.1.i",
		nl: "Iemand anders zou er gevaar door lopen",
		en: "It would put somebody else in danger",
	},
} as const satisfies Record<string, Bilingual & { article: string }>;
export type WithholdGround = keyof typeof withholdGrounds;
export const withholdGroundIds = Object.keys(withholdGrounds) as readonly WithholdGround[];
/** Telling waits half a year at most; then the candidate is told, or somebody decides anew. */
export const longestWithheldDays = 183;

/** On what a demand can stand (R4.1): a closed list. Nothing outside it is given, however official the paper looks. */
export const demandBases = {
	prosecutor: {
		article: "sv.126nd",
		kind: "authority",
		special: [],
		nl: "Vordering van de officier van justitie",
		en: "Demand by the public prosecutor",
		test: {
			nl: "De vordering is schriftelijk en noemt het artikel, de gegevens en de termijn. Gezondheid mag op dit artikel niet.",
			en: "The demand is in writing and names the article, the data and the term. Health data may not go on this article.",
		},
		withhold: ["criminalInquiry"],
		told: { nl: "De officier van justitie eiste het.", en: "The public prosecutor demanded it." },
	},
	prosecutorSpecial: {
		article: "sv.126nf",
		kind: "authority",
		special: ["capacity", "illness", "testScores", "bsn"],
		nl: "Vordering met machtiging van de rechter-commissaris (gevoelige gegevens)",
		en: "Demand with leave of the examining magistrate (sensitive data)",
		test: {
			nl: "De machtiging van de rechter-commissaris zit erbij en noemt deze gegevens.",
			en: "The leave of the examining magistrate is attached and names this data.",
		},
		withhold: ["criminalInquiry", "rightsOfOthers"],
		told: {
			nl: "De officier van justitie eiste het, met toestemming van een rechter.",
			en: "The public prosecutor demanded it, with leave of a judge.",
		},
	},
	court: {
		article: "rv.22",
		kind: "authority",
		special: ["capacity"],
		nl: "Bevel van een rechter",
		en: "Order of a court",
		test: { nl: "Het bevel noemt welke stukken. Meer gaat er niet.", en: "The order names which papers. No more goes." },
		withhold: [],
		told: { nl: "Een rechter beval het.", en: "A court ordered it." },
	},
	taxInspector: {
		article: "awr.53",
		kind: "authority",
		special: [],
		nl: "Verzoek van de belastinginspecteur",
		en: "Request by the tax inspector",
		test: {
			nl: "Het gaat om de boekhouding. Verslagen en gezondheid vallen daar niet onder.",
			en: "It is about the accounts. Reports and health are no part of those.",
		},
		withhold: [],
		told: { nl: "De Belastingdienst mocht het vragen.", en: "The tax authority was entitled to ask for it." },
	},
	uwv: {
		article: "suwi.54",
		kind: "authority",
		special: ["capacity"],
		nl: "Verzoek van UWV of SVB",
		en: "Request by UWV or SVB",
		test: {
			nl: "UWV noemt de wet die het uitvoert en waarom dit nodig is.",
			en: "UWV names the act that it carries out and why this is needed.",
		},
		withhold: [],
		told: { nl: "UWV mocht het vragen voor zijn wettelijke taak.", en: "UWV was entitled to ask for it for its statutory task." },
	},
	municipality: {
		article: "pw.64",
		kind: "authority",
		special: [],
		nl: "Verzoek van een gemeente (Participatiewet)",
		en: "Request by a municipality (Participation act)",
		test: {
			nl: "De gemeente noemt het artikel en waarom dit nodig is.",
			en: "The municipality names the article and why this is needed.",
		},
		withhold: [],
		told: {
			nl: "De gemeente mocht het vragen voor haar wettelijke taak.",
			en: "The municipality was entitled to ask for it for its statutory task.",
		},
	},
	supervisor: {
		article: "avg.58.1",
		kind: "authority",
		special: ["capacity", "illness", "testScores"],
		nl: "Onderzoek van de Autoriteit Persoonsgegevens",
		en: "Inquiry by the Data Protection Authority",
		test: {
			nl: "De Autoriteit noemt het onderzoek. Zij heeft zelf een geheimhoudingsplicht.",
			en: "The Authority names the inquiry. It has a duty of secrecy itself.",
		},
		withhold: [],
		told: {
			nl: "De Autoriteit Persoonsgegevens onderzocht ons werk.",
			en: "The Data Protection Authority inquired into our work.",
		},
	},
	inspectorate: {
		article: "awb.5.16",
		kind: "authority",
		special: [],
		nl: "Vordering van een toezichthouder",
		en: "Demand by a supervisory officer",
		test: {
			nl: "De toezichthouder toonde een legitimatie en noemt de wet. Alleen wat redelijk nodig is (Awb 5:13).",
			en: "The officer showed identification and names the act. Only what is reasonably needed (Awb 5:13).",
		},
		withhold: ["criminalInquiry"],
		told: { nl: "Een toezichthouder eiste het.", en: "A supervisory officer demanded it." },
	},
	ownClaim: {
		article: "avg.6.1.f",
		kind: "ownRights",
		special: ["capacity"],
		nl: "Eigen rechten van het bureau: een geschil of rechtszaak",
		en: "The agency's own rights: a dispute or lawsuit",
		test: {
			nl: "Zonder deze gegevens kan het bureau zich niet verweren of zijn vordering niet bewijzen (AVG 9 lid 2 onder f). Alleen naar de rechter, commissie of advocaat.",
			en: "Without this data the agency cannot defend itself or prove its claim (AVG 9(2)(f)). To the court, committee or lawyer only.",
		},
		withhold: [],
		told: { nl: "Wij hadden het nodig in een geschil.", en: "We needed it in a dispute." },
	},
} as const satisfies Record<string, Basis>;
export type DemandBasis = keyof typeof demandBases;
export const demandBasisIds = Object.keys(demandBases) as readonly DemandBasis[];
