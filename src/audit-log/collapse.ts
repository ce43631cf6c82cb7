import { type CalendarDate, dateOf } from "../law/deadlines.ts";

/** An entry as far as its sentence needs it. Two that read the same are the same line. */
export interface Line {
	readonly at: Date;
	readonly actorKind: string;
	readonly actorId: string;
	readonly roles: readonly string[];
	readonly action: string;
	readonly objectType: string | null;
	readonly purpose: string;
	readonly ground: string | null;
	readonly clause: string | null;
	readonly outcome: string;
	readonly breakGlass: boolean;
}
export interface Collapsed<L extends Line> {
	/** The newest of them. */
	readonly line: L;
	readonly count: number;
	readonly first: Date;
}
export interface Day<L extends Line> {
	readonly day: CalendarDate;
	readonly lines: readonly Collapsed<L>[];
}

const sameness = (line: Line): string =>
	JSON.stringify([
		...[line.actorKind, line.actorId, line.roles, line.action, line.objectType],
		...[line.purpose, line.ground, line.clause, line.outcome, line.breakGlass],
	]);

/** Entries per Amsterdam day, newest day and newest line first; equal lines of one day become one, with how many and since when. */
export function collapse<L extends Line>(entries: readonly L[]): Day<L>[] {
	const days = new Map<CalendarDate, Map<string, Collapsed<L>>>();
	for (const line of [...entries].sort((one, other) => other.at.getTime() - one.at.getTime())) {
		const day = dateOf(line.at);
		const lines = days.get(day) ?? new Map<string, Collapsed<L>>();
		days.set(day, lines);
		const seen = lines.get(sameness(line));
		lines.set(sameness(line), { line: seen?.line ?? line, count: (seen?.count ?? 0) + 1, first: line.at });
	}
	return [...days].map(([day, lines]) => ({ day, lines: [...lines.values()] }));
}
