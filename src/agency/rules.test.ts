import { describe, expect, it } from "vitest";
import { mayLast, type Term } from "./rules.ts";

const table: readonly (readonly [Term, string, number, boolean])[] = [
	["undo_minutes", "R4.1", 0, false],
	["undo_minutes", "R4.1", 1, true],
	["undo_minutes", "R4.1", 10, true],
	["undo_minutes", "R4.1", 60, true],
	["undo_minutes", "R4.1", 61, false],
	["undo_minutes", "R4.1", 2.5, false],
	["undo_minutes", "R4.1", -1, false],
	["undo_minutes", "R4.1", Number.NaN, false],
	["collect_days", "R8.1", 0, false],
	["collect_days", "R8.1", 1, true],
	["collect_days", "R8.1", 28, true],
	["collect_days", "R8.1", 182, true],
	["collect_days", "R8.1", 183, false],
	["collect_days", "R8.1", 1.5, false],
];

describe("R4.1, R8.1 — how long what leaves may wait", () => {
	it.each(table)("%s of %s: %d", (term, clause, length, allowed) => {
		const decision = mayLast(term, length);
		expect(decision.allowed).toBe(allowed);
		expect(decision.allowed ? decision.under : decision.because).toBe(clause);
		if (!decision.allowed) expect(decision.why.nl).toContain(clause);
	});
});
