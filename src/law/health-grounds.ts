import {
	type AssignmentTypeId,
	assignmentTypeIds,
	assignmentTypes,
	type CommissionerKind,
	commissionerKindIds,
	mayCommission,
} from "./assignment-types.ts";
import { type Bilingual, inSentence } from "./bilingual.ts";
import type { DataClass } from "./data-classes.ts";
import { type Decision, no, yes } from "./decision.ts";
import { type PurposeId, purposes } from "./purposes.ts";

/** What lifts the ban on using health data (AVG 9): a law, the candidate's explicit consent, or a claim at law. Besides a ground of AVG 6. */
export const healthGrounds = {
	statute: {
		articles: ["avg.9.2.b", "uavg.30.1.b", "uavg.30.4"],
		nl: "Re-integratie of begeleiding bij ziekte of arbeidsongeschiktheid, door wie tot geheimhouding verplicht is",
		en: "Re-integration or guidance in sickness or disability, by people bound to secrecy",
	},
	consent: { articles: ["avg.9.2.a", "uavg.22.2.a"], nl: "Uitdrukkelijke toestemming", en: "Explicit consent" },
	claim: { articles: ["avg.9.2.f", "uavg.22.2.e"], nl: "Rechtsvordering", en: "Legal claim" },
} as const satisfies Record<string, Bilingual & { articles: readonly string[] }>;
export type HealthGround = keyof typeof healthGrounds;

/** The two areas of the compartment: what somebody can and cannot do, and what they have. Each opens by itself. */
export const healthAreas = ["capacity", "illness"] as const satisfies readonly DataClass[];
export type HealthArea = (typeof healthAreas)[number];

/** For what staff may open the compartment. For anything else it stays shut. */
export const healthPurposes = ["guidance", "reporting"] as const satisfies readonly PurposeId[];
export type HealthPurpose = (typeof healthPurposes)[number];
// To show people what is theirs, and to give it on request, stands on what it is kept on.
const alongside: readonly PurposeId[] = [...healthPurposes, "portal", "rights"];

/**
 * The ground on which health data is used for a purpose, by the work and by whose order. UAVG 30(1)(b) carries sickness and disability
 * work for an employer, UWV or municipality; for the rest there is explicit consent. Undefined: not used for this.
 */
export function healthGroundFor(purpose: PurposeId, type: AssignmentTypeId, kind: CommissionerKind): HealthGround | undefined {
	if (!mayCommission(kind, type).allowed) return undefined;
	if (purpose === "law") return "claim";
	if (!alongside.includes(purpose)) return undefined;
	return assignmentTypes[type].statute.health !== null && kind !== "insurer" ? "statute" : "consent";
}

/** Each kind of work with each kind of commissioner that may order it: whom the grounds are told apart by. */
export const kindsOfWork: readonly (readonly [AssignmentTypeId, CommissionerKind])[] = assignmentTypeIds.flatMap((type) =>
	commissionerKindIds.filter((kind) => mayCommission(kind, type).allowed).map((kind) => [type, kind] as const),
);

export interface HoldFacts {
	readonly type: AssignmentTypeId;
	readonly commissioner: CommissionerKind;
	readonly purpose: PurposeId;
	/** The candidate's explicit consent to keep this, in force now. */
	readonly consent: boolean;
}

/** May an area of the health compartment be open for this purpose? Without a law only with consent, and no longer than that. */
export function mayHoldHealth({ type, commissioner, purpose, consent }: HoldFacts): Decision {
	const ground = healthGroundFor(purpose, type, commissioner);
	if (!ground || ground === "claim") {
		return no("R1.2", {
			nl: `${purposes[purpose].nl}: daarvoor gaat het gezondheidsdeel niet open.`,
			en: `${purposes[purpose].en}: the health compartment does not open for that.`,
		});
	}
	if (ground === "statute" || consent) return yes("R2.1");
	return no("R2.1", {
		nl: `Bij ${inSentence(assignmentTypes[type].nl)} bewaart het bureau dit alleen met uitdrukkelijke toestemming van de kandidaat (UAVG artikel 22, tweede lid, onder a). Die is er niet.`,
		en: `In ${inSentence(assignmentTypes[type].en)} the agency keeps this only with the candidate's explicit consent (UAVG Article 22(2)(a)). There is none.`,
	});
}
