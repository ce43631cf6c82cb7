import { describe, expect, it } from "vitest";
import { categories, categoryIds } from "./categories.ts";
import { recipientTypeIds } from "./data-classes.ts";
import { beyondTheLaw, mayGoBeyond } from "./no-objection.ts";

describe("no objection (SUWI 74)", () => {
	for (const to of recipientTypeIds) {
		for (const category of categoryIds) {
			const beyond = (to === "uwv" || to === "municipality") && category === "testScores";
			it(`R4.1 — ${category} to ${to} ${beyond ? "needs a written declaration" : "is no matter of that secrecy"}`, () => {
				const { dataClass } = categories[category];
				expect(beyondTheLaw(to, dataClass)).toBe(beyond);
				expect(mayGoBeyond(to, ["attendance", category], []).allowed).toBe(!beyond);
				expect(mayGoBeyond(to, ["attendance", category], [dataClass]).allowed).toBe(true);
				if (beyond) expect(mayGoBeyond(to, [category], ["illness"])).toMatchObject({ because: "R4.1" });
			});
		}
	}
});
