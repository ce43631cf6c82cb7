import { type Bilingual, inSentence } from "./bilingual.ts";
import { type Decision, no, yes } from "./decision.ts";
import { type CandidateField, candidateFields } from "./fields.ts";
import type { PurposeId } from "./purposes.ts";

/** The kinds of commissioner (opdrachtgever). A self-paying candidate is their own commissioner. */
export const commissionerKinds = {
	employer: { nl: "Werkgever", en: "Employer" },
	uwv: { nl: "UWV", en: "UWV (employee insurance agency)" },
	municipality: { nl: "Gemeente", en: "Municipality" },
	insurer: { nl: "Verzekeraar", en: "Insurer" },
	selfPaying: { nl: "Kandidaat betaalt zelf", en: "Self-paying candidate" },
} as const satisfies Record<string, Bilingual>;

export type CommissionerKind = keyof typeof commissionerKinds;
export const commissionerKindIds = Object.keys(commissionerKinds) as readonly CommissionerKind[];

export type ReportAbout = "plan" | "progress" | "final";
/** When a report falls due: once after the start, every so often, or at the end. Starting values; each assignment sets its own. */
export type ReportDefault = {
	readonly about: ReportAbout;
	readonly kind: "brief" | "extensive";
	readonly due: { readonly afterDays: number } | { readonly everyMonths: number } | { readonly atEnd: true };
};

/**
 * What a service stands on, given who ordered it. Enrolment is never consent, and consent never carries a service
 * that somebody else pays for: it is not free there (AVG 7(4), recital 43).
 */
export type Footing = "sicknessDuty" | "publicTask" | "ordered" | "own";

type AssignmentType = Bilingual & {
	readonly commissioners: readonly CommissionerKind[];
	readonly footing: Footing;
	/** Purposes that are no part of this service: using data for them is refused. */
	readonly without: readonly PurposeId[];
	readonly fields: readonly CandidateField[];
	readonly reports: readonly ReportDefault[];
	/** Which law gives a ground for the citizen service number (bsn.ts) and for health data (health-grounds.ts); null: none does. */
	readonly statute: { readonly bsn: string | null; readonly health: string | null };
	readonly retention: "dossier" | "jobCoaching";
};

const person = ["givenName", "initials", "infix", "familyName", "language", "email", "phone"] as const;
const address = ["street", "postcode", "city"] as const;
const work = ["education", "occupation"] as const;
const job = ["employerJobTitle", "workHours"] as const;

const reports = (planDays: number, everyMonths: number): readonly ReportDefault[] => [
	{ about: "plan", kind: "extensive", due: { afterDays: planDays } },
	{ about: "progress", kind: "extensive", due: { everyMonths } },
	{ about: "final", kind: "extensive", due: { atEnd: true } },
];
const briefOnly: readonly ReportDefault[] = [
	{ about: "progress", kind: "brief", due: { everyMonths: 2 } },
	{ about: "final", kind: "brief", due: { atEnd: true } },
];

const sickness = "uavg.30.1.b";

/** What each service asks for, stands on and reports; what is not declared here cannot be stored (R2.1). */
export const assignmentTypes = {
	firstTrack: {
		nl: "Re-integratie eerste spoor",
		en: "Re-integration, first track",
		commissioners: ["employer", "insurer"],
		footing: "sicknessDuty",
		without: ["introductions", "profiles"],
		fields: [...person, ...address, "birthDate", ...job, "commissionerReference"],
		reports: reports(28, 2),
		statute: { bsn: "bw.7.658a.5", health: sickness },
		retention: "dossier",
	},
	secondTrack: {
		nl: "Re-integratie tweede spoor",
		en: "Re-integration, second track",
		commissioners: ["employer", "insurer"],
		footing: "sicknessDuty",
		without: [],
		fields: [...person, ...address, "birthDate", ...work, ...job, "availability", "drivingLicence", "commissionerReference"],
		reports: reports(28, 2),
		statute: { bsn: "bw.7.658a.5", health: sickness },
		retention: "dossier",
	},
	outplacement: {
		nl: "Outplacement",
		en: "Outplacement",
		commissioners: ["employer"],
		footing: "ordered",
		without: [],
		fields: [...person, ...address, ...work, ...job, "availability", "drivingLicence", "commissionerReference"],
		reports: reports(28, 3),
		statute: { bsn: null, health: null },
		retention: "dossier",
	},
	careerAdvice: {
		nl: "Loopbaanadvies",
		en: "Career advice",
		commissioners: ["employer"],
		footing: "ordered",
		without: ["introductions"],
		fields: [...person, ...work, "employerJobTitle", "commissionerReference"],
		reports: briefOnly,
		statute: { bsn: null, health: null },
		retention: "dossier",
	},
	coaching: {
		nl: "Coaching",
		en: "Coaching",
		commissioners: ["employer"],
		footing: "ordered",
		without: ["introductions", "profiles"],
		fields: [...person, "employerJobTitle", "commissionerReference"],
		reports: briefOnly,
		statute: { bsn: null, health: null },
		retention: "dossier",
	},
	selfPayCareerAdvice: {
		nl: "Loopbaanadvies op eigen rekening",
		en: "Career advice, self-paid",
		commissioners: ["selfPaying"],
		footing: "own",
		without: [],
		fields: [...person, ...address, ...work, "availability"],
		reports: [],
		statute: { bsn: null, health: null },
		retention: "dossier",
	},
	selfPayCoaching: {
		nl: "Coaching op eigen rekening",
		en: "Coaching, self-paid",
		commissioners: ["selfPaying"],
		footing: "own",
		without: ["introductions", "profiles"],
		fields: [...person, ...address],
		reports: [],
		statute: { bsn: null, health: null },
		retention: "dossier",
	},
	uwvWerkfit: {
		nl: "UWV Werkfit maken",
		en: "UWV Werkfit (fit for work)",
		commissioners: ["uwv"],
		footing: "publicTask",
		without: [],
		fields: [...person, ...address, "birthDate", ...work, "availability", "drivingLicence", "commissionerReference"],
		reports: reports(28, 3),
		statute: { bsn: "suwi.73.9", health: sickness },
		retention: "dossier",
	},
	uwvNaarWerk: {
		nl: "UWV Naar werk",
		en: "UWV Naar werk (to work)",
		commissioners: ["uwv"],
		footing: "publicTask",
		without: [],
		fields: [...person, ...address, "birthDate", ...work, "availability", "drivingLicence", "commissionerReference"],
		reports: reports(28, 3),
		statute: { bsn: "suwi.73.9", health: sickness },
		retention: "dossier",
	},
	jobCoaching: {
		nl: "Jobcoaching",
		en: "Job coaching",
		commissioners: ["uwv", "municipality"],
		footing: "publicTask",
		without: ["introductions", "profiles"],
		fields: [...person, ...address, "birthDate", ...job, "commissionerReference"],
		reports: reports(28, 6),
		statute: { bsn: "suwi.73.9", health: sickness },
		retention: "jobCoaching",
	},
	municipalReintegration: {
		nl: "Re-integratie voor een gemeente",
		en: "Re-integration for a municipality",
		commissioners: ["municipality"],
		footing: "publicTask",
		without: [],
		fields: [...person, ...address, "birthDate", ...work, "availability", "drivingLicence", "commissionerReference"],
		reports: reports(28, 3),
		statute: { bsn: "suwi.73.10", health: sickness },
		retention: "dossier",
	},
	insurerReintegration: {
		nl: "Re-integratie voor een verzekeraar",
		en: "Re-integration for an insurer",
		commissioners: ["insurer"],
		footing: "ordered",
		without: [],
		fields: [...person, ...address, "birthDate", ...work, "availability", "drivingLicence", "commissionerReference"],
		reports: reports(28, 3),
		statute: { bsn: null, health: null },
		retention: "dossier",
	},
} as const satisfies Record<string, AssignmentType>;

export type AssignmentTypeId = keyof typeof assignmentTypes;
export const assignmentTypeIds = Object.keys(assignmentTypes) as readonly AssignmentTypeId[];

/** May this kind of commissioner order this type of assignment? */
export function mayCommission(kind: CommissionerKind, type: AssignmentTypeId): Decision {
	const allowed: readonly CommissionerKind[] = assignmentTypes[type].commissioners;
	if (allowed.includes(kind)) return yes("R3.d");
	return no("R3.d", {
		nl: `${assignmentTypes[type].nl} kan niet worden opgedragen door: ${inSentence(commissionerKinds[kind].nl)}.`,
		en: `${assignmentTypes[type].en} cannot be commissioned by: ${inSentence(commissionerKinds[kind].en)}.`,
	});
}

/** May this field of a candidate be stored for this type of assignment? What is not declared is refused. */
export function mayHold(field: CandidateField, type: AssignmentTypeId): Decision {
	const declared: readonly CandidateField[] = assignmentTypes[type].fields;
	if (declared.includes(field)) return yes("R2.1");
	return no("R2.1", {
		nl: `${candidateFields[field].nl} is niet nodig voor ${inSentence(assignmentTypes[type].nl)} en wordt niet vastgelegd.`,
		en: `${candidateFields[field].en} is not needed for ${inSentence(assignmentTypes[type].en)} and is not stored.`,
	});
}
