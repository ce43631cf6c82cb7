import { describe, expect, it } from "vitest";
import {
	type AssignmentTypeId,
	assignmentTypeIds,
	assignmentTypes,
	type CommissionerKind,
	commissionerKindIds,
	mayCommission,
	mayHold,
} from "./assignment-types.ts";
import { type CandidateField, candidateFieldIds } from "./fields.ts";

// Columns in the order of commissionerKindIds: employer, uwv, municipality, insurer, self-paying.
const orders: Record<AssignmentTypeId, string> = {
	firstTrack: "y--y-",
	secondTrack: "y--y-",
	outplacement: "y----",
	careerAdvice: "y----",
	coaching: "y----",
	selfPayCareerAdvice: "----y",
	selfPayCoaching: "----y",
	uwvWerkfit: "-y---",
	uwvNaarWerk: "-y---",
	jobCoaching: "-yy--",
	municipalReintegration: "--y--",
	insurerReintegration: "---y-",
};
// given name, initials, infix, family name, language, e-mail, phone | street, postcode, city | birth date |
// education, occupation | job title, hours | availability, licence | reference
const fields: Record<AssignmentTypeId, string> = {
	firstTrack: "yyyyyyy yyy y -- yy -- y",
	secondTrack: "yyyyyyy yyy y yy yy yy y",
	outplacement: "yyyyyyy yyy - yy yy yy y",
	careerAdvice: "yyyyyyy --- - yy y- -- y",
	coaching: "yyyyyyy --- - -- y- -- y",
	selfPayCareerAdvice: "yyyyyyy yyy - yy -- y- -",
	selfPayCoaching: "yyyyyyy yyy - -- -- -- -",
	uwvWerkfit: "yyyyyyy yyy y yy -- yy y",
	uwvNaarWerk: "yyyyyyy yyy y yy -- yy y",
	jobCoaching: "yyyyyyy yyy y -- yy -- y",
	municipalReintegration: "yyyyyyy yyy y yy -- yy y",
	insurerReintegration: "yyyyyyy yyy y yy -- yy y",
};
const cellsOf = <T extends string>(table: Record<AssignmentTypeId, string>, ids: readonly T[]) =>
	assignmentTypeIds.flatMap((type) =>
		ids.map((id, column): [AssignmentTypeId, T, string] => [type, id, table[type].replaceAll(" ", "").charAt(column)]),
	);

describe("R2.1 — only what the service needs is asked", () => {
	it.each(cellsOf<CandidateField>(fields, candidateFieldIds))("R2.1 — %s, %s: %s", (type, field, letter) => {
		expect(mayHold(field, type)).toMatchObject(
			letter === "y" ? { allowed: true, under: "R2.1" } : { allowed: false, because: "R2.1" },
		);
	});

	it("R2.1 — no field holds a citizen service number or health, and no unknown field is let in", () => {
		expect(candidateFieldIds.filter((id) => /bsn|health|sick|illness|diagnos|medic/i.test(id))).toEqual([]);
		for (const type of assignmentTypeIds) {
			const declared: readonly string[] = assignmentTypes[type].fields;
			for (const unknown of ["bsn", "diagnosis", "firstSickDay", "nationality"]) expect(declared).not.toContain(unknown);
		}
	});

	it("R2.1 — only services with a statute are marked as possible holders of a citizen service number", () => {
		const marked = assignmentTypeIds.filter((type) => assignmentTypes[type].statute.bsn !== null);
		expect(marked).toEqual(["firstTrack", "secondTrack", "uwvWerkfit", "uwvNaarWerk", "jobCoaching", "municipalReintegration"]);
	});
});

describe("R3.d — who may commission what", () => {
	it.each(cellsOf<CommissionerKind>(orders, commissionerKindIds))("R3.d — %s by %s: %s", (type, kind, letter) => {
		expect(mayCommission(kind, type)).toMatchObject(
			letter === "y" ? { allowed: true, under: "R3.d" } : { allowed: false, because: "R3.d" },
		);
	});

	it("R6.1 — every service that someone else pays for starts with reports to agree on", () => {
		for (const type of assignmentTypeIds) {
			expect(assignmentTypes[type].reports.length > 0, type).toBe(assignmentTypes[type].footing !== "own");
		}
	});
});
