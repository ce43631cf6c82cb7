import { describe, expect, it } from "vitest";
import { type CategoryId, categories, categoryIds, channelFor, classesOf, consentsNeeded, mayCarry } from "./categories.ts";
import {
	type DataClass,
	dataClasses,
	dataClassIds,
	type Facts,
	mayDisclose,
	needsConsent,
	noFacts,
	type RecipientType,
	recipientTypeIds,
} from "./data-classes.ts";

// Columns: employer, uwv, municipality, insurer, carer, relation, authority, the candidate. Written here a second time, apart from the
// law's own table: a = the agreement, c = consent, a+c = both, s = a statute, d = a demand, - = nothing opens it.
const table: Record<DataClass, readonly string[]> = {
	progress: ["a", "a", "a", "a", "c", "-", "d", "a"],
	capacity: ["a+c", "a", "a", "c", "c", "-", "d", "c"],
	illness: ["-", "c", "c", "c", "c", "-", "d", "c"],
	testScores: ["-", "c", "c", "-", "c", "-", "d", "c"],
	profile: ["c", "a", "a", "-", "-", "c", "d", "a"],
	bsn: ["-", "s", "s", "-", "-", "-", "s", "-"],
};
// Under which clause consent carries, and under which the lack of it refuses.
const byConsent: Record<DataClass, string> = {
	progress: "R4.1",
	capacity: "R8.1",
	illness: "R8.1",
	testScores: "R3.e",
	profile: "R3.h",
	bsn: "R4.1",
};
const never = (dataClass: DataClass) => (dataClass === "capacity" || dataClass === "illness" ? "no R8.1" : "no R4.1");
const all: readonly Facts[] = [false, true].flatMap((agreement) =>
	[false, true].flatMap((consent) =>
		[false, true].flatMap((statute) => [false, true].map((demand) => ({ agreement, consent, statute, demand }))),
	),
);

function expected(cell: string, dataClass: DataClass, { agreement, consent, statute, demand }: Facts): string {
	const clause = byConsent[dataClass];
	if (cell === "a") return agreement ? "yes R6.1" : "no R6.1";
	if (cell === "c") return consent ? `yes ${clause}` : `no ${clause}`;
	if (cell === "a+c") return !agreement ? "no R6.1" : consent ? `yes ${clause}` : `no ${clause}`;
	if (cell === "s") return statute ? "yes R4.1" : "no R4.1";
	if (cell === "d") return demand ? "yes R4.1" : "no R4.1";
	return never(dataClass);
}
const cells = dataClassIds.flatMap((dataClass) =>
	recipientTypeIds.map((to, column): [DataClass, RecipientType, string] => [dataClass, to, table[dataClass][column] ?? "?"]),
);
const said = (decision: ReturnType<typeof mayDisclose>) =>
	decision.allowed ? `yes ${decision.under}` : `no ${decision.because}`;
const agreed = { ...noFacts, agreement: true };

describe("R4.1 — what may go to whom, for every fact there can be", () => {
	it.each(cells)("R4.1 — %s to %s needs %s", (dataClass, to, cell) => {
		for (const facts of all)
			expect(said(mayDisclose(to, dataClass, facts)), JSON.stringify(facts)).toBe(expected(cell, dataClass, facts));
		expect(needsConsent(to, dataClass)).toBe(cell.includes("c"));
	});

	it.each(["illness", "testScores", "bsn"] as const)(
		"R8.1 — to an employer %s never goes, whatever was agreed, consented to, ordered or demanded; the reason says so",
		(dataClass) => {
			expect(dataClasses[dataClass].to.employer).toBe("no");
			for (const facts of all)
				expect(mayDisclose("employer", dataClass, facts)).toMatchObject({
					allowed: false,
					why: { nl: expect.stringContaining("ook niet met toestemming"), en: expect.stringContaining("not even with consent") },
				});
		},
	);

	it("R8.1 — a consent for one class opens no other", () => {
		const only = (held: DataClass) => (dataClass: DataClass) => ({ ...agreed, consent: dataClass === held });
		expect(said(mayCarry("employer", ["limitations", "cv"], only("capacity")))).toBe("no R3.h");
		expect(said(mayCarry("employer", ["limitations", "cv"], only("profile")))).toBe("no R8.1");
		expect(mayCarry("employer", ["limitations", "attendance"], only("capacity")).allowed).toBe(true);
		for (const held of dataClassIds) expect(said(mayCarry("employer", ["illness"], only(held)))).toBe("no R8.1");
	});

	it("R6.1 — a line may carry several categories only when each of them may go", () => {
		expect(mayCarry("employer", ["attendance", "progress", "adviceOnWork"], agreed)).toEqual({ allowed: true, under: "R6.1" });
		expect(mayCarry("employer", ["attendance", "limitations"], agreed)).toMatchObject({ allowed: false, because: "R8.1" });
		expect(mayCarry("uwv", ["attendance", "limitations"], agreed)).toEqual({ allowed: true, under: "R6.1" });
		expect(mayCarry("employer", ["cv", "illness"], agreed)).toMatchObject({ because: "R3.h" });
	});

	it("R6.1 — a line about nothing is refused", () => {
		for (const facts of all) expect(mayCarry("employer", [], facts)).toMatchObject({ allowed: false, because: "R6.1" });
	});

	it.each(categoryIds)("R6.1 — %s is weighed as its data class", (category: CategoryId) => {
		const { dataClass } = categories[category];
		expect(classesOf([category, category])).toEqual([dataClass]);
		for (const to of recipientTypeIds) {
			expect(consentsNeeded(to, [category])).toEqual(needsConsent(to, dataClass) ? [dataClass] : []);
			for (const facts of all) expect(mayCarry(to, [category], facts)).toEqual(mayDisclose(to, dataClass, facts));
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
