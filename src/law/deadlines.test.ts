import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addDays,
	addMonths,
	addWeeks,
	dateOf,
	daysBetween,
	formatDate,
	formatShortDate,
	isCalendarDate,
	isOver,
	isWorkingDay,
	nextWorkingDay,
	termEnds,
	terms,
	today,
	workingDaysAfter,
} from "./deadlines.ts";
import { publicHolidays } from "./holidays.ts";

const date = fc
	.integer({ min: 0, max: 365 * 200 })
	.map((n) => new Date(Date.UTC(1950, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe("R11.1 — legal terms are Amsterdam calendar dates", () => {
	it.each([
		["2026-01-31", 1, "2026-02-28"],
		["2028-01-31", 1, "2028-02-29"],
		["2026-08-31", 1, "2026-09-30"],
		["2026-11-30", 3, "2027-02-28"],
		["2026-03-31", -1, "2026-02-28"],
		["2026-12-15", 1, "2027-01-15"],
		["2024-02-29", 12, "2025-02-28"],
	])("R11.1 — %s and %i months is %s", (from, n, to) => expect(addMonths(from, n)).toBe(to));

	it.each([
		["2026-03-28", 1, "2026-03-29"],
		["2026-03-29", 1, "2026-03-30"],
		["2026-10-24", 2, "2026-10-26"],
		["2028-02-28", 1, "2028-02-29"],
		["2026-12-31", 1, "2027-01-01"],
	])("R11.1 — %s and %i days is %s, across clock changes too", (from, n, to) => expect(addDays(from, n)).toBe(to));

	it.each([
		["an ordinary month", "2026-03-10", { months: 1, ends: "regulation" }, "2026-04-10"],
		["a month that ends on Good Friday moves past Easter", "2026-03-03", { months: 1, ends: "regulation" }, "2026-04-07"],
		["a month that ends on a Saturday", "2026-10-14", { months: 1, ends: "regulation" }, "2026-11-16"],
		["a month from the 31st", "2026-01-31", { months: 1, ends: "regulation" }, "2026-03-02"],
		["six weeks that end on Boxing Day", "2026-11-14", { weeks: 6, ends: "regulation" }, "2026-12-28"],
		["two days from Friday hold two working days", "2026-10-02", { days: 2, ends: "regulation" }, "2026-10-06"],
		["plain days stay where they fall", "2026-10-02", { days: 28, ends: "calendar" }, "2026-10-30"],
		["plain weeks end on a Sunday where they do", "2026-10-04", { weeks: 2, ends: "calendar" }, "2026-10-18"],
	] as const)("R11.1 — %s", (_what, event, term, end) => expect(termEnds(event, term)).toBe(end));

	it("R11.1 — the day after the last day is too late, the last day is not", () => {
		expect(isOver("2026-04-10", "2026-04-10")).toBe(false);
		expect(isOver("2026-04-10", "2026-04-11")).toBe(true);
	});

	it("R11.1 — today is the date in Amsterdam, not in London or the machine's zone", () => {
		expect(dateOf(new Date("2026-07-01T22:30:00Z"))).toBe("2026-07-02");
		expect(dateOf(new Date("2026-12-31T22:59:59Z"))).toBe("2026-12-31");
		expect(today({ now: () => new Date("2026-12-31T23:00:00Z") })).toBe("2027-01-01");
	});

	it.each(["2026-02-29", "2026-13-01", "2026-1-1", "", "20260101", "2026-01-01T00:00:00Z", "2026-00-10", "2026-04-31"])(
		"R11.1 — %j is no date and is refused",
		(value) => {
			expect(isCalendarDate(value)).toBe(false);
			expect(() => addDays(value, 1)).toThrow(RangeError);
		},
	);

	it("R11.1 — days, weeks and months agree with each other on any date", () => {
		fc.assert(
			fc.property(date, fc.integer({ min: -2000, max: 2000 }), (d, n) => {
				expect(addDays(addDays(d, n), -n)).toBe(d);
				expect(daysBetween(d, addDays(d, n))).toBe(n);
				expect(addWeeks(d, n)).toBe(addDays(d, 7 * n));
			}),
		);
		fc.assert(
			fc.property(date, fc.integer({ min: -60, max: 60 }), (d, n) => {
				const later = addMonths(d, n);
				expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(d.slice(8)));
				const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
				expect(months(later) - months(d)).toBe(n);
			}),
		);
	});

	it("R11.1 — a term under the Regulation ends on a working day, never early, and holds two working days", () => {
		fc.assert(
			fc.property(date, fc.integer({ min: 2, max: 100 }), (d, days) => {
				const end = termEnds(d, { days, ends: "regulation" });
				expect(isWorkingDay(end)).toBe(true);
				expect(daysBetween(d, end)).toBeGreaterThanOrEqual(days);
				expect(workingDaysAfter(d, end)).toBeGreaterThanOrEqual(2);
				expect(nextWorkingDay(end)).toBe(end);
			}),
		);
	});

	it("R11.1 — a request and its longest extension keep to AVG art. 12(3)", () => {
		expect(termEnds("2026-11-23", terms.rightsRequest)).toBe("2026-12-23");
		expect(termEnds("2026-11-23", terms.rightsRequestExtended)).toBe("2027-02-23");
	});
});

describe("R11.1 — Dutch public holidays", () => {
	it("R11.1 — 2026 as published", () => {
		expect(publicHolidays(2026)).toEqual([
			"2026-01-01",
			"2026-04-03",
			"2026-04-05",
			"2026-04-06",
			"2026-04-27",
			"2026-05-05",
			"2026-05-14",
			"2026-05-24",
			"2026-05-25",
			"2026-12-25",
			"2026-12-26",
		]);
	});

	it("R11.1 — King's Day is 26 April where the 27th is a Sunday", () => {
		expect(publicHolidays(2025)).toContain("2025-04-26");
		expect(publicHolidays(2025)).not.toContain("2025-04-27");
		expect(publicHolidays(2031)).toContain("2031-04-26");
	});

	it.each([
		[2024, "2024-03-31"],
		[2025, "2025-04-20"],
		[2027, "2027-03-28"],
		[2038, "2038-04-25"],
		[2008, "2008-03-23"],
	])("R11.1 — Easter %i is %s", (year, sunday) => expect(publicHolidays(year)).toContain(sunday));
});

describe("R15.1 — dates are written as people read them", () => {
	it("R15.1 — in both languages", () => {
		expect(formatDate("2026-03-03", "nl")).toBe("3 maart 2026");
		expect(formatDate("2026-03-03", "en")).toBe("3 March 2026");
		expect(formatShortDate("2026-03-03", "nl")).toBe("03-03-2026");
		expect(formatShortDate("2026-03-03", "en")).toBe("03/03/2026");
	});
});
