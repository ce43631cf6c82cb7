import { type CalendarDate, dateOf } from "../law/deadlines.ts";
import type { Tx } from "../platform/db.server.ts";
import "../disclosures/tables.ts";
import "./tables.ts";

/**
 * The days that were reported on in a trajectory, by the root of the agreement line: a written report from the moment it is begun, an oral
 * one by the day it was told. For staff of the trajectory and for the candidate; what was withdrawn counts for nothing.
 */
export async function reportedDays(tx: Tx, trajectory: string): Promise<{ rootId: string; day: CalendarDate }[]> {
	const written = tx
		.selectFrom("app.report as r")
		.innerJoin("app.agreement_line as l", "l.id", "r.line_id")
		.select(["l.root_id", "r.due_on", "r.period_to", "r.state_at"])
		.where("r.trajectory_id", "=", trajectory)
		.where("r.state", "<>", "withdrawn")
		.execute();
	const told = tx
		.selectFrom("app.disclosure")
		.select(["about", "about_id", "on_day"])
		.where("trajectory_id", "=", trajectory)
		.where("about", "=", "oral")
		.execute();
	const [reports, oral] = await Promise.all([written, told]);
	return daysReported(reports, oral);
}

interface Written {
	readonly root_id: string;
	readonly due_on: CalendarDate | null;
	readonly period_to: CalendarDate | null;
	readonly state_at: Date;
}

/** The same from rows that were read already: reports that were not withdrawn, and disclosures, of which the oral ones count. */
export const daysReported = (
	reports: readonly Written[],
	disclosures: readonly { about: string; about_id: string; on_day: CalendarDate | null }[],
): { rootId: string; day: CalendarDate }[] => [
	...reports.map((row) => ({ rootId: row.root_id, day: row.due_on ?? row.period_to ?? dateOf(row.state_at) })),
	...disclosures.flatMap((row) => (row.about === "oral" && row.on_day ? [{ rootId: row.about_id, day: row.on_day }] : [])),
];
