import { type AssignmentTypeId, assignmentTypes, type Footing } from "./assignment-types.ts";
import { type Bilingual, inSentence } from "./bilingual.ts";
import { type Decision, no, yes } from "./decision.ts";
import { type PurposeId, purposes } from "./purposes.ts";

/** The grounds of AVG art. 6(1) that the agency can stand on. Vital interest is an exception (R7.3), never a plan. */
export const groundKinds = {
	consent: { article: "avg.6.1.a", nl: "Toestemming", en: "Consent" },
	contract: { article: "avg.6.1.b", nl: "Overeenkomst met de betrokkene", en: "Contract with the data subject" },
	legalDuty: { article: "avg.6.1.c", nl: "Wettelijke plicht", en: "Legal obligation" },
	publicTask: { article: "avg.6.1.e", nl: "Publieke taak", en: "Public task" },
	legitimateInterest: { article: "avg.6.1.f", nl: "Gerechtvaardigd belang", en: "Legitimate interest" },
} as const satisfies Record<string, Bilingual & { article: string }>;

export type GroundKind = keyof typeof groundKinds;
export type Ground = { readonly kind: GroundKind; readonly articles: readonly string[]; readonly note?: Bilingual };

const service: Record<Footing, Ground> = {
	sicknessDuty: {
		kind: "legitimateInterest",
		articles: ["avg.6.1.f", "bw.7.658a", "wia.25"],
		note: {
			nl: "De werkgever moet re-integratie bevorderen; het bureau voert dat voor hem uit.",
			en: "The employer must promote re-integration; the agency carries it out for them.",
		},
	},
	publicTask: {
		kind: "publicTask",
		articles: ["avg.6.1.e", "suwi.30a", "besluit-suwi.4.1", "pw.7"],
		note: { nl: "UWV of gemeente besteedt een wettelijke taak uit.", en: "UWV or a municipality commissions a statutory task." },
	},
	ordered: {
		kind: "legitimateInterest",
		articles: ["avg.6.1.f"],
		note: {
			nl: "Het belang van opdrachtgever en kandidaat bij de afgesproken begeleiding.",
			en: "The interest of commissioner and candidate in the agreed guidance.",
		},
	},
	own: { kind: "contract", articles: ["avg.6.1.b"] },
};

const consent = (...more: readonly string[]): Ground => ({ kind: "consent", articles: ["avg.6.1.a", "avg.7", ...more] });
const duty = (...more: readonly string[]): Ground => ({ kind: "legalDuty", articles: ["avg.6.1.c", ...more] });
const interest = (nl: string, en: string): Ground => ({ kind: "legitimateInterest", articles: ["avg.6.1.f"], note: { nl, en } });

const contacts = interest("Zaken doen met contactpersonen van opdrachtgevers.", "Dealing with commissioners' contact persons.");
const same: Partial<Record<PurposeId, Ground>> = {
	profiles: consent(),
	mailings: consent("tw.11.7"),
	finance: duty("awr.52", "bw.2.10"),
	security: duty("avg.32"),
	staffing: duty("avg.5.1.f", "avg.32.4", "uavg.30.4"),
	rights: duty("avg.12", "avg.15–22"),
	quality: interest(
		"Aantonen dat de dienstverlening aan het keurmerk voldoet.",
		"Showing that the services meet the quality mark.",
	),
	complaints: interest("Klachten zorgvuldig en onafhankelijk behandelen.", "Handling complaints carefully and independently."),
	law: duty("avg.6.1.f"),
};

/** The ground for a purpose within an assignment type, or undefined: then that purpose is no part of it. */
export function groundFor(purpose: PurposeId, type: AssignmentTypeId): Ground | undefined {
	const { footing, without }: { footing: Footing; without: readonly PurposeId[] } = assignmentTypes[type];
	if (without.includes(purpose)) return undefined;
	if (purpose === "assignments") return footing === "own" ? service.own : contacts;
	return same[purpose] ?? service[footing];
}

/** May data in an assignment of this type be used for this purpose? */
export function mayUse(purpose: PurposeId, type: AssignmentTypeId): Decision {
	if (groundFor(purpose, type) !== undefined) return yes("R1.2");
	return no("R1.2", {
		nl: `${purposes[purpose].nl} is geen doel van ${inSentence(assignmentTypes[type].nl)}.`,
		en: `${purposes[purpose].en} is not a purpose of ${inSentence(assignmentTypes[type].en)}.`,
	});
}
