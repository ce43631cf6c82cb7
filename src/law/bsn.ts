import { type AssignmentTypeId, assignmentTypes, type CommissionerKind, mayCommission } from "./assignment-types.ts";
import { type Bilingual, inSentence } from "./bilingual.ts";
import { type Decision, no, yes } from "./decision.ts";

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** The nine digits of a citizen service number (BSN) as typed, without spaces and dots; undefined when it cannot be one. */
export function bsnOf(typed: string): string | undefined {
	const digits = typed.replaceAll(/[\s.]/g, "");
	return isBsn(digits) ? digits : undefined;
}

/**
 * The eleven-test: nine digits, not all zero, whose sum by the weights 9 to 2 and −1 can be divided by eleven.
 * 123456782: 9+16+21+24+25+24+21+16−2 = 154 = 14 × 11.
 */
export function isBsn(digits: string): boolean {
	if (!/^[0-9]{9}$/.test(digits) || digits === "000000000") return false;
	return weights.reduce((sum, weight, place) => sum + weight * Number(digits.charAt(place)), 0) % 11 === 0;
}

/** The law that gives a ground for the number in this work, or null. An insurer's order gives none, whatever the work (BW 7:658a(5): the employer). */
export function bsnStatute(type: AssignmentTypeId, kind: CommissionerKind): string | null {
	if (!mayCommission(kind, type).allowed || kind === "insurer") return null;
	const { bsn } = assignmentTypes[type].statute;
	return bsn !== null && kind === "municipality" ? "suwi.73.10" : bsn;
}

/** May the number be kept for this work? Only where a law says so (UAVG 46), and only for that. */
export function mayHoldBsn(type: AssignmentTypeId, kind: CommissionerKind): Decision {
	if (bsnStatute(type, kind) !== null) return yes("R2.1");
	const insurer: Bilingual = kind === "insurer" ? { nl: " voor een verzekeraar", en: " for an insurer" } : { nl: "", en: "" };
	return no("R2.1", {
		nl: `Bij ${inSentence(assignmentTypes[type].nl)}${insurer.nl} geeft geen wet een grond voor het burgerservicenummer (UAVG artikel 46). Het wordt niet vastgelegd.`,
		en: `No law gives a ground for the citizen service number in ${inSentence(assignmentTypes[type].en)}${insurer.en} (UAVG Article 46). It is not stored.`,
	});
}

/** May this be kept as somebody's number? Only what passes the eleven-test. */
export function mayBeBsn(typed: string): Decision {
	if (bsnOf(typed) !== undefined) return yes("R2.1");
	return no("R2.1", {
		nl: "Dit is geen burgerservicenummer. Het heeft negen cijfers die samen de elfproef doorstaan.",
		en: "This is no citizen service number. It has nine digits that together pass the eleven-test.",
	});
}
