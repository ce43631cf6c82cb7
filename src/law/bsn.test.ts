import { describe, expect, it } from "vitest";
import { type AssignmentTypeId, assignmentTypeIds, type CommissionerKind, commissionerKindIds } from "./assignment-types.ts";
import { bsnOf, bsnStatute, isBsn, mayBeBsn, mayHoldBsn } from "./bsn.ts";

describe("R2.1 — the eleven-test", () => {
	it.each(["123456782", "111222333", "000000012", "999999990"])("R2.1 — %s passes", (number) => expect(isBsn(number)).toBe(true));
	it.each([
		["123456789", "a wrong last digit"],
		["213456782", "two digits swapped"],
		["000000000", "all zeros"],
		["12345678", "eight digits"],
		["0123456782", "ten digits"],
		["12345678a", "a letter"],
		["", "nothing"],
		["１２３４５６７８２", "digits of another script"],
	])("R2.1 — %s does not: %s", (number) => {
		expect(isBsn(number)).toBe(false);
		expect(mayBeBsn(number)).toMatchObject({ allowed: false, because: "R2.1" });
	});

	it("R2.1 — spaces and dots are typed along; nothing is padded, and nothing else is left out", () => {
		for (const typed of ["123456782", " 1234 56 782 ", "1234.56.782", "123 456 782"]) expect(bsnOf(typed)).toBe("123456782");
		for (const typed of ["12345678", "123-456-782", "NL123456782", "123456782B01"]) expect(bsnOf(typed)).toBeUndefined();
	});

	it("R2.1 — one wrong digit never passes, nor two neighbours that change places", () => {
		const number = "123456782";
		for (let place = 0; place < 9; place++) {
			for (let digit = 0; digit < 10; digit++) {
				const other = number.slice(0, place) + digit + number.slice(place + 1);
				if (other !== number) expect(isBsn(other), other).toBe(false);
			}
			const swapped = [...number.slice(0, place), number[place + 1], number[place], ...number.slice(place + 2)].join("");
			if (place < 8 && swapped !== number) expect(isBsn(swapped), swapped).toBe(false);
		}
	});
});

// Columns in the order of commissionerKindIds: employer, uwv, municipality, insurer, self-paying. An empty cell is a refusal.
const b = "bw.7.658a.5";
const u = "suwi.73.9";
const m = "suwi.73.10";
const none = [null, null, null, null, null];
const statutes: Record<AssignmentTypeId, readonly (string | null)[]> = {
	firstTrack: [b, null, null, null, null],
	secondTrack: [b, null, null, null, null],
	outplacement: none,
	careerAdvice: none,
	coaching: none,
	selfPayCareerAdvice: none,
	selfPayCoaching: none,
	uwvWerkfit: [null, u, null, null, null],
	uwvNaarWerk: [null, u, null, null, null],
	jobCoaching: [null, u, m, null, null],
	municipalReintegration: [null, null, m, null, null],
	insurerReintegration: none,
};
const cells = assignmentTypeIds.flatMap((type) =>
	commissionerKindIds.map((kind, at): [AssignmentTypeId, CommissionerKind, string | null] => [
		type,
		kind,
		statutes[type][at] ?? null,
	]),
);

describe("R2.1 — the number only where a law gives a ground", () => {
	it.each(cells)("R2.1 — %s by order of %s: %s", (type, kind, statute) => {
		expect(bsnStatute(type, kind)).toBe(statute);
		expect(mayHoldBsn(type, kind)).toMatchObject(
			statute ? { allowed: true, under: "R2.1" } : { allowed: false, because: "R2.1" },
		);
	});

	it("R2.1 — a refusal names the law", () => {
		const refused = mayHoldBsn("outplacement", "employer");
		expect(refused).toMatchObject({
			why: { nl: expect.stringContaining("UAVG artikel 46"), en: expect.stringContaining("UAVG Article 46") },
		});
	});
});
