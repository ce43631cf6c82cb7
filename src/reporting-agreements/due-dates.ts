import { addDays, addMonths, addWeeks, type CalendarDate, daysBetween } from "../law/deadlines.ts";
import type { AgreementLine } from "./rules.ts";

export type Schedule = Pick<AgreementLine, "since" | "everyMonths" | "everyWeeks" | "afterDays" | "atEnd" | "firstDue">;
/** When the trajectory ran. Nothing is due before the start; what comes at the end is due on the day it closed. */
export interface Run {
	readonly startedOn: CalendarDate | null;
	readonly closedOn: CalendarDate | null;
}

/**
 * The days on which a report on this line is due and not made yet, oldest first: all up to `until` and the next one after it.
 * `reported` are the last days of the periods that reports on this line covered; each covers the due day nearest to it and all
 * before. Plain calendar days, always counted from the start, so that the last day of a month never drifts (R6.1).
 */
export function dueDates(line: Schedule, run: Run, reported: readonly CalendarDate[], until: CalendarDate): CalendarDate[] {
	const { startedOn, closedOn } = run;
	if (!startedOn) return [];
	// A line that came later counts from the day it was agreed: nobody is late with what was not agreed yet.
	const from = line.since > startedOn ? line.since : startedOn;
	if (line.everyMonths === null && line.everyWeeks === null) {
		const once = line.firstDue ?? (line.afterDays === null ? closedOn : addDays(from, line.afterDays));
		return once && reported.length === 0 ? [once] : [];
	}
	const due: CalendarDate[] = [];
	for (let turn = firstOpenTurn(line, from, reported); ; turn++) {
		const day = turnOf(line, from, turn);
		if (closedOn && day > closedOn) return due;
		due.push(day);
		if (day > until) return due;
	}
}

/** The nth time (from 0) that a repeating line is due. Turn −1 is the day its first period began. */
function turnOf(line: Schedule, from: CalendarDate, turn: number): CalendarDate {
	const [base, times] = line.firstDue ? [line.firstDue, turn] : [from, turn + 1];
	const day =
		line.everyMonths === null ? addWeeks(base, times * (line.everyWeeks ?? 1)) : addMonths(base, times * line.everyMonths);
	return turn < 0 && day < from && from < base ? from : day;
}

function firstOpenTurn(line: Schedule, from: CalendarDate, reported: readonly CalendarDate[]): number {
	const last = [...reported].sort().at(-1);
	if (last === undefined) return 0;
	let turn = 0;
	while (turnOf(line, from, turn) < last) turn++;
	const before = daysBetween(turnOf(line, from, turn - 1), last);
	const after = daysBetween(last, turnOf(line, from, turn));
	return before <= after ? turn : turn + 1;
}
