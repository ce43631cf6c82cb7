import { describe, expect, it } from "vitest";
import { assignmentTypeIds, assignmentTypes } from "./assignment-types.ts";
import { addDays } from "./deadlines.ts";
import { endOfWeek, knowsSickDay, poortwachterCalendar, poortwachterMomentIds, weekOf } from "./poortwachter.ts";

// Counted by hand on a calendar. Monday 6 January 2025; Thursday 29 February 2024; Saturday 29 March 2025, before the clocks change.
const vectors: Record<string, Record<string, string>> = {
	"2025-01-06": {
		...{ problemAnalysis: "2025-02-16", plan: "2025-03-02", reportToUwv: "2025-10-26", firstYear: "2026-01-04" },
		...{ finalEvaluation: "2026-10-04", wiaClaim: "2026-10-18", waitingPeriod: "2027-01-03" },
	},
	"2024-02-29": {
		...{ problemAnalysis: "2024-04-10", plan: "2024-04-24", reportToUwv: "2024-12-18", firstYear: "2025-02-26" },
		...{ finalEvaluation: "2025-11-26", wiaClaim: "2025-12-10", waitingPeriod: "2026-02-25" },
	},
	"2025-03-29": { problemAnalysis: "2025-05-09", plan: "2025-05-23", firstYear: "2026-03-27", waitingPeriod: "2027-03-26" },
};

describe("the Poortwachter calendar", () => {
	for (const [first, dates] of Object.entries(vectors)) {
		it(`R3.c — from ${first} each moment is where a calendar says`, () => {
			const planned = poortwachterCalendar(first, []);
			expect(planned.map((one) => one.id)).toEqual(poortwachterMomentIds);
			for (const [id, on] of Object.entries(dates)) expect(planned.find((one) => one.id === id)?.on, id).toBe(on);
		});
	}

	it("R3.c — the report is due thirteen weeks before the end of the waiting period, whatever the first day", () => {
		for (const first of ["2024-02-29", "2025-01-06", "2025-03-29", "2025-10-25", "2026-12-31"])
			expect(addDays(endOfWeek(first, 91), 91)).toBe(endOfWeek(first, 104));
	});

	it("R3.c — a period begins on the day after the week before it", () => {
		const [first] = ["2025-01-06"];
		const planned = poortwachterCalendar(first as string, []);
		expect(planned.find((one) => one.id === "firstYear")).toMatchObject({ from: "2025-11-17", on: "2026-01-04" });
		expect(planned.find((one) => one.id === "finalEvaluation")).toMatchObject({ from: "2026-08-31", on: "2026-10-04" });
		expect(planned.find((one) => one.id === "plan")?.from).toBeUndefined();
	});

	it("R3.c — what was moved is where it was moved last, and says what it was and why", () => {
		const moves = [
			{ moment: "plan", on: "2025-03-10", reason: "De bedrijfsarts was weg." },
			{ moment: "plan", on: "2025-03-20", reason: "Opnieuw uitgesteld." },
		] as const;
		expect(poortwachterCalendar("2025-01-06", moves).find((one) => one.id === "plan")).toEqual({
			...{ id: "plan", on: "2025-03-20", from: undefined, instead: { of: "2025-03-02", reason: "Opnieuw uitgesteld." } },
		});
	});

	it("R3.c — the first day is in week 1, the eighth in week 2, also over a leap day and a change of the clock", () => {
		expect(weekOf("2025-01-06", "2025-01-06")).toBe(1);
		expect(weekOf("2025-01-06", "2025-01-12")).toBe(1);
		expect(weekOf("2025-01-06", "2025-01-13")).toBe(2);
		expect(weekOf("2025-01-06", "2025-01-05")).toBe(0);
		expect(weekOf("2024-02-26", "2024-03-04")).toBe(2);
		expect(weekOf("2025-03-24", "2025-03-31")).toBe(2);
	});

	it("R2.1 — only work that an illness is the reason of knows a first sick day", () => {
		for (const type of assignmentTypeIds) expect(knowsSickDay(type), type).toBe(assignmentTypes[type].footing === "sicknessDuty");
	});
});
