import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween } from "../law/deadlines.ts";
import { dueDates, type Schedule } from "./due-dates.ts";

const every = (part: Partial<Schedule>): Schedule => ({
	since: "2020-01-01",
	everyMonths: null,
	everyWeeks: null,
	afterDays: null,
	atEnd: false,
	firstDue: null,
	...part,
});
const run = (startedOn: string | null, closedOn: string | null = null) => ({ startedOn, closedOn });

describe("R6.1 — the due days of a line", () => {
	const table: [string, Schedule, string | null, string | null, string[], string, string[]][] = [
		["nothing before the start", every({ everyMonths: 2 }), null, null, [], "2026-12-01", []],
		[
			"every two months, the next one included",
			every({ everyMonths: 2 }),
			"2026-09-07",
			null,
			[],
			"2026-11-23",
			["2026-11-07", "2027-01-07"],
		],
		[
			"a report in time covers its turn",
			every({ everyMonths: 2 }),
			"2026-09-07",
			null,
			["2026-11-05"],
			"2026-11-23",
			["2027-01-07"],
		],
		[
			"a late report covers the turn it is nearest to",
			every({ everyMonths: 2 }),
			"2026-09-07",
			null,
			["2026-11-25"],
			"2026-11-26",
			["2027-01-07"],
		],
		[
			"one report covers all turns before it",
			every({ everyMonths: 1 }),
			"2026-05-01",
			null,
			["2026-11-01"],
			"2026-11-23",
			["2026-12-01"],
		],
		[
			"a report just after the start covers nothing",
			every({ everyMonths: 2 }),
			"2026-09-07",
			null,
			["2026-09-10"],
			"2026-11-01",
			["2026-11-07"],
		],
		[
			"month ends do not drift",
			every({ everyMonths: 1 }),
			"2026-01-31",
			null,
			[],
			"2026-04-30",
			["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
		],
		[
			"a leap day comes back",
			every({ everyMonths: 12 }),
			"2024-02-29",
			null,
			[],
			"2028-03-01",
			["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"],
		],
		[
			"weeks over the change to summer time",
			every({ everyWeeks: 2 }),
			"2026-03-20",
			null,
			[],
			"2026-04-10",
			["2026-04-03", "2026-04-17"],
		],
		[
			"the first day that was chosen, and from there on",
			every({ everyMonths: 3, firstDue: "2026-10-15" }),
			"2026-09-07",
			null,
			["2026-10-15"],
			"2026-11-23",
			["2027-01-15"],
		],
		[
			"a first day before it was agreed is covered by its report",
			every({ everyMonths: 2, firstDue: "2026-11-07", since: "2026-11-23" }),
			"2026-09-07",
			null,
			["2026-11-07"],
			"2026-11-23",
			["2027-01-07"],
		],
		["once, days after the start", every({ afterDays: 28 }), "2026-09-07", null, [], "2026-09-10", ["2026-10-05"]],
		["once and reported: nothing more", every({ afterDays: 28 }), "2026-09-07", null, ["2026-10-20"], "2027-01-01", []],
		["at the end, while it runs", every({ atEnd: true }), "2026-09-07", null, [], "2027-01-01", []],
		["at the end, when it closed", every({ atEnd: true }), "2026-09-07", "2026-12-01", [], "2026-12-02", ["2026-12-01"]],
		[
			"at the end, on a day that was chosen",
			every({ atEnd: true, firstDue: "2026-12-15" }),
			"2026-09-07",
			null,
			[],
			"2026-11-01",
			["2026-12-15"],
		],
		["nothing falls due after the end", every({ everyMonths: 2 }), "2026-09-07", "2026-12-01", [], "2027-06-01", ["2026-11-07"]],
		[
			"a line agreed later counts from then",
			every({ everyMonths: 2, since: "2026-10-10" }),
			"2026-01-05",
			null,
			[],
			"2026-11-23",
			["2026-12-10"],
		],
	];
	it.each(table)("R6.1 — %s", (_, line, startedOn, closedOn, reported, until, expected) => {
		expect(dueDates(line, run(startedOn, closedOn), reported, until)).toEqual(expected);
	});
});

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays("2020-01-01", n));
const period = fc.oneof(
	fc.integer({ min: 1, max: 24 }).map((n) => every({ everyMonths: n, since: "2019-01-01" })),
	fc.integer({ min: 1, max: 52 }).map((n) => every({ everyWeeks: n, since: "2019-01-01" })),
);

describe("R6.1 — whatever the start and the period", () => {
	it("R6.1 — days only go up, all are after the start, and exactly one is after `until`", () => {
		fc.assert(
			fc.property(period, day, fc.integer({ min: 0, max: 900 }), (line, start, ahead) => {
				const until = addDays(start, ahead);
				const due = dueDates(line, run(start), [], until);
				expect(due).toEqual([...new Set(due)].sort());
				expect((due[0] as string) > start).toBe(true);
				expect(due.filter((one) => one > until)).toHaveLength(1);
			}),
		);
	});

	it("R6.1 — months keep the day of the start, or the month's last; weeks keep the weekday, summer and winter", () => {
		fc.assert(
			fc.property(period, day, (line, start) => {
				const due = dueDates(line, run(start), [], addDays(start, 800));
				due.forEach((one, turn) => {
					if (line.everyMonths !== null) expect(one).toBe(addMonths(start, (turn + 1) * line.everyMonths));
					else expect(daysBetween(start, one) % 7).toBe(0);
				});
			}),
		);
	});

	it("R6.1 — a report made on the day it is due leaves exactly what comes after", () => {
		fc.assert(
			fc.property(period, day, fc.nat(3), (line, start, turn) => {
				const until = addDays(start, 3000);
				const all = dueDates(line, run(start), [], until);
				const made = all[Math.min(turn, all.length - 1)] as string;
				expect(dueDates(line, run(start), [made], until)).toEqual(
					all.some((one) => one > made) ? all.filter((one) => one > made) : expect.anything(),
				);
			}),
		);
	});

	it("R6.1 — more reports never make more due", () => {
		fc.assert(
			fc.property(period, day, fc.array(fc.nat(700), { maxLength: 4 }), fc.nat(700), (line, start, made, one) => {
				const until = addDays(start, 800);
				const reported = made.map((n) => addDays(start, n));
				const before = dueDates(line, run(start), reported, until).filter((due) => due <= until);
				const after = dueDates(line, run(start), [...reported, addDays(start, one)], until).filter((due) => due <= until);
				expect(before).toEqual(expect.arrayContaining(after));
			}),
		);
	});
});
