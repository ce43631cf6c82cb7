import { addDays, type CalendarDate, today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, type Entry, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import type { OpenReason } from "./sentences.ts";

export interface Filter {
	/** A role of staff, or another kind of actor. */
	readonly actor: string | undefined;
	readonly action: string | undefined;
	readonly outcome: string | undefined;
	readonly from: CalendarDate | undefined;
	/** Only what touched this person. */
	readonly subject: string | undefined;
	readonly page: number;
}
export const perPage = 50;

const clause = "R1.2";
const amsterdamDay = sql<CalendarDate>`(at at time zone 'Europe/Amsterdam')::date`;

/**
 * A page of the log for who keeps it (R1.2). It names nobody but staff; reading it is itself logged, and reading it about one
 * person is logged with that person, who then sees it in the portal. Throws NotAllowed for any other role.
 */
export function readLog(by: Acting, filter: Filter) {
	const work = async (tx: Tx, sealed: Marker) => {
		enforce(may(by.actor.roles, "log.read"));
		return logPage(tx, sealed, filter, addDays(today(by), -29));
	};
	if (filter.subject === undefined) return by.list("security", { action: "readLog", clause }, work);
	const entry: Entry = { action: "readLog", object: ["log", filter.subject], clause };
	return by.read(filter.subject, "security", entry, work);
}
export type LogPage = Awaited<ReturnType<typeof readLog>>;

async function logPage(tx: Tx, sealed: Marker, filter: Filter, month: CalendarDate) {
	const { actor, action, outcome, from, subject, page } = filter;
	const staffRole =
		actor !== undefined && !["candidate", "recipient", "worker", "system", "auditor", "anonymous"].includes(actor);
	const within = tx
		.selectFrom("audit.entry")
		.$if(staffRole, (query) => query.where(sql<boolean>`${actor} = any (roles)`))
		.$if(actor !== undefined && !staffRole, (query) => query.where("actor_kind", "=", actor as string))
		.$if(action !== undefined, (query) => query.where("action", "=", action as string))
		.$if(outcome !== undefined, (query) => query.where("outcome", "=", outcome as string))
		.$if(subject !== undefined, (query) => query.where(sql<boolean>`subjects @> array[${subject}::uuid]`));
	const entries = within.$if(from !== undefined, (query) => query.where(sql<boolean>`${amsterdamDay} >= ${from}::date`));
	const { count } = await entries.select((row) => row.fn.countAll<string>().as("count")).executeTakeFirstOrThrow();
	const pages = Math.max(1, Math.ceil(Number(count) / perPage));
	const rows = await entries
		.select(["id", "at", "actor_kind", "actor_id", "roles", "subjects", "action", "object_type", "object_id"])
		.select(["purpose", "ground", "clause", "outcome", "break_glass"])
		.orderBy("at", "desc")
		.limit(perPage)
		.offset((Math.min(page, pages) - 1) * perPage)
		.execute();
	const perDay = await within
		.select([amsterdamDay.as("day"), (row) => row.fn.countAll<string>().as("n")])
		.select(sql<string>`count(*) filter (where outcome = 'refused')`.as("refused"))
		.where(sql<boolean>`${amsterdamDay} >= ${month}::date`)
		.groupBy("day")
		.orderBy("day")
		.execute();
	return {
		...{ rows, count: Number(count), pages, page: Math.min(page, pages) },
		perDay: Array.from({ length: 30 }, (_, n) => addDays(month, n)).map((day) => {
			const one = perDay.find((row) => row.day === day);
			return { day, n: Number(one?.n ?? 0), refused: Number(one?.refused ?? 0) };
		}),
		staff: await staffAmong(tx, sealed, [
			...rows.map((row) => row.actor_id),
			...rows.flatMap(oneSubject),
			...(subject ? [subject] : []),
		]),
	};
}

const oneSubject = (row: { subjects: readonly string[] }) => (row.subjects.length === 1 ? row.subjects : []);

/** Those of these people who work here, by name; the rest stays an id. */
async function staffAmong(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const people = [...new Set(ids)];
	const rows = await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "in", people).execute();
	return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

/** Whose id it is in the log: one candidate's name, opened for a reason of a closed list. The candidate sees who opened it and why. */
export function openName(by: Acting, subject: string, reason: OpenReason) {
	const entry: Entry = { action: "openName", object: ["candidate", subject], ground: reason, clause };
	return by.read(subject, "rights", entry, async (tx, sealed) => {
		enforce(may(by.actor.roles, "log.read"));
		const row = found(await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", subject).executeTakeFirst());
		return sealed("candidate", row.id, row.id, { name: row.name });
	});
}
