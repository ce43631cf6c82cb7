import { describe, expect, it } from "vitest";
import { type CategoryId, categories, categoryIds, channelFor, mayCarry } from "./categories.ts";
import { type DataClass, dataClasses, dataClassIds, mayDisclose, type RecipientType, recipientTypeIds } from "./data-classes.ts";

// Columns: employer, uwv, municipality, insurer, carer, relation, authority, the candidate.
// a = what the agreement says, otherwise the clause that refuses it whatever was agreed.
const table: Record<DataClass, readonly string[]> = {
	progress: ["a", "a", "a", "a", "R4.1", "R4.1", "R4.1", "a"],
	capacity: ["R8.1", "a", "a", "R8.1", "R8.1", "R8.1", "R4.1", "R8.1"],
	illness: ["R8.1", "R8.1", "R8.1", "R8.1", "R8.1", "R8.1", "R4.1", "R8.1"],
	testScores: ["R4.1", "R3.e", "R3.e", "R4.1", "R3.e", "R4.1", "R4.1", "R3.e"],
	profile: ["R3.h", "a", "a", "R4.1", "R4.1", "R3.h", "R4.1", "a"],
	bsn: ["R4.1", "R4.1", "R4.1", "R4.1", "R4.1", "R4.1", "R4.1", "R4.1"],
};
const cells = dataClassIds.flatMap((dataClass) =>
	recipientTypeIds.map((to, column): [DataClass, RecipientType, string] => [dataClass, to, table[dataClass][column] ?? "?"]),
);

describe("R4.1 — what may go to whom", () => {
	it.each(cells)("R4.1 — %s to %s: %s", (dataClass, to, expected) => {
		const agreed = mayDisclose(to, dataClass, { agreement: true });
		const unagreed = mayDisclose(to, dataClass, { agreement: false });
		if (expected === "a") {
			expect(agreed).toEqual({ allowed: true, under: "R6.1" });
			expect(unagreed).toMatchObject({ allowed: false, because: "R6.1" });
		} else {
			expect(agreed).toMatchObject({ allowed: false, because: expected });
			expect(unagreed).toMatchObject({ allowed: false, because: expected });
		}
	});

	it("R8.1 — to an employer nature, cause and treatment never go, and the reason says that consent does not help", () => {
		expect(dataClasses.illness.to.employer).toBe("no");
		expect(mayDisclose("employer", "illness", { agreement: true })).toMatchObject({
			because: "R8.1",
			why: { nl: expect.stringContaining("ook niet met toestemming"), en: expect.stringContaining("not even with consent") },
		});
	});

	it("R6.1 — a line may carry several categories only when each of them may go", () => {
		const agreed = { agreement: true };
		expect(mayCarry("employer", ["attendance", "progress", "adviceOnWork"], agreed)).toEqual({ allowed: true, under: "R6.1" });
		expect(mayCarry("employer", ["attendance", "limitations"], agreed)).toMatchObject({ allowed: false, because: "R8.1" });
		expect(mayCarry("uwv", ["attendance", "limitations"], agreed)).toEqual({ allowed: true, under: "R6.1" });
		expect(mayCarry("employer", ["cv", "illness"], agreed)).toMatchObject({ because: "R3.h" });
	});

	it("R6.1 — a line about nothing is refused", () => {
		expect(mayCarry("employer", [], { agreement: true })).toMatchObject({ allowed: false, because: "R6.1" });
	});

	it.each(categoryIds)("R6.1 — %s is weighed as its data class", (category: CategoryId) => {
		for (const to of recipientTypeIds) {
			const alone = mayCarry(to, [category], { agreement: true });
			expect(alone).toEqual(mayDisclose(to, categories[category].dataClass, { agreement: true }));
		}
	});
});

describe("R9.1 — the channel is as good as the heaviest of what it carries", () => {
	it.each([
		[[], "A"],
		[["attendance"], "B"],
		[["attendance", "cv"], "B"],
		[["attendance", "workCapacity"], "C"],
		[["illness"], "C"],
		[["testScores", "progress"], "C"],
	] as [CategoryId[], string][])("R9.1 — %j needs channel %s", (about, channel) => expect(channelFor(about)).toBe(channel));
});
