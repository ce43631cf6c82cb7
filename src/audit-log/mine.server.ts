import { addDays, type CalendarDate, today } from "../law/deadlines.ts";
import { type Acting, type RawBuilder, sql } from "../platform/db.server.ts";

/** Which part of the log: of others or one's own, from which day on, and before which day (for what comes next on a long list). */
export interface Asked {
	readonly whose: "others" | "own";
	readonly from: CalendarDate | undefined;
	readonly before: CalendarDate | undefined;
}

/** So many days stand on one page. */
export const daysShown = 30;

const amsterdamDay: RawBuilder<CalendarDate> = sql<CalendarDate>`(at at time zone 'Europe/Amsterdam')::date`;

/**
 * What the log says about the candidate who asks, newest first, whole days at a time (R1.2). The wall shows entries about them only, and of
 * those no other person: who else was on a list is no column of theirs. Names come with the staff who guide or guided them.
 */
export function myLog(by: Acting, { whose, from, before }: Asked) {
	const me = by.actor.id;
	return by.read(me, "portal", { action: "view", object: ["log", me], clause: "R1.2" }, async (tx, sealed) => {
		const entries = tx
			.selectFrom("audit.entry")
			.where("actor_id", whose === "own" ? "=" : "<>", me)
			.$if(from !== undefined, (query) => query.where(sql<boolean>`${amsterdamDay} >= ${from}::date`))
			.$if(before !== undefined, (query) => query.where(sql<boolean>`${amsterdamDay} < ${before}::date`));
		const days = await entries
			.select(amsterdamDay.as("day"))
			.distinct()
			.orderBy("day", "desc")
			.limit(daysShown + 1)
			.execute();
		const last = days.slice(0, daysShown).at(-1)?.day;
		if (last === undefined) return { entries: [], people: [], more: undefined };
		const rows = await entries
			.select(["id", "at", "actor_kind", "actor_id", "roles", "action", "object_type", "purpose", "ground", "clause"])
			.select(["outcome", "break_glass"])
			.where(sql<boolean>`${amsterdamDay} >= ${last}::date`)
			.orderBy("at", "desc")
			.execute();
		const staff = [...new Set(rows.filter((row) => row.actor_kind === "staff").map((row) => row.actor_id))];
		const people = staff.length
			? await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "in", staff).execute()
			: [];
		return {
			entries: rows.map((row) => ({
				...{ id: row.id, at: row.at, actorKind: row.actor_kind, actorId: row.actor_id, roles: row.roles, action: row.action },
				...{ objectType: row.object_type, purpose: row.purpose, ground: row.ground, clause: row.clause, outcome: row.outcome },
				breakGlass: row.break_glass,
			})),
			people: people.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) })),
			/** There is more from before this day on. */
			more: days.length > daysShown ? last : undefined,
		};
	});
}
export type MyLog = Awaited<ReturnType<typeof myLog>>;

/** The day a period begins, counted back from today. */
export const daysBack = (by: Pick<Acting, "now">, days: number): CalendarDate => addDays(today(by), -days);
