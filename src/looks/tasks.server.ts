import { addMonths, today } from "../law/deadlines.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql } from "../platform/db.server.ts";

/** What waits for who watches over who may look (R1.2, R7.3): numbers only, nothing is opened. */
export interface WatchTasks {
	readonly exceptions: number;
	/** Findings of the guard that a colleague calls a false alarm (R8.1). */
	readonly alarms: number;
	readonly glasses: number;
	/** Trajectories whose coach may not see them any more. */
	readonly stranded: readonly { readonly candidate: string; readonly trajectory: string }[];
	/** The month before this one, when nobody put their name under it. */
	readonly month: string | null;
}

/** For a coordinator or privacy officer, what of this waits for them; nothing for others. */
export async function watchTasks(by: Acting): Promise<WatchTasks | undefined> {
	const { roles } = by.actor;
	if (!may(roles, "glass.review").allowed && !may(roles, "exception.confirm").allowed) return undefined;
	const keepsLog = may(roles, "log.read").allowed;
	const month = addMonths(today(by), -1).slice(0, 7);
	return by.list("security", { action: "list", clause: "R1.2" }, async (tx) => {
		const { rows } = await sql<{ exceptions: number; alarms: number; glasses: number; open: boolean }>`select
			(select count(*)::int from app.report_exception where confirmed_at is null and withdrawn_at is null and proposed_by <> ${by.actor.id}) as exceptions,
			(select count(*)::int from app.set_aside where confirmed_at is null and refused_at is null and asked_by <> ${by.actor.id}) as alarms,
			(select count(*)::int from app.break_glass where reviewed_at is null and staff_id <> ${by.actor.id}) as glasses,
			${keepsLog} and not exists (select from app.look_review where month = ${`${month}-01`}::date) and exists (
				select from audit.entry e where e.at < date_trunc('month', ${today(by)}::date::timestamp) at time zone 'Europe/Amsterdam') as open`.execute(
			tx,
		);
		const stranded = roles.includes("coordinator")
			? (
					await sql<{ candidate: string; trajectory: string }>`
					select subject_id as candidate, trajectory_id as trajectory from app.stranded()`.execute(tx)
				).rows
			: [];
		const row = rows[0];
		const { exceptions = 0, alarms = 0, glasses = 0 } = row ?? {};
		return { exceptions, alarms, glasses, stranded, month: row?.open ? month : null };
	});
}
