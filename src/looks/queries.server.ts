import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import "./tables.ts";

/** One's own broken glass for this candidate, while it lasts; inside a read of that candidate. */
export async function ownGlass(tx: Tx, by: Pick<Acting, "actor">, candidate: string) {
	const row = await tx
		.selectFrom("app.break_glass")
		.select(["id", "until_at as until"])
		.where("staff_id", "=", by.actor.id)
		.where("subject_id", "=", candidate)
		.where("ended_at", "is", null)
		.where("until_at", ">", sql<Date>`now()`)
		.orderBy("until_at", "desc")
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

const glassRows = (tx: Tx) =>
	tx
		.selectFrom("app.break_glass as g")
		.innerJoin("app.candidate as c", "c.id", "g.subject_id")
		.innerJoin("app.staff_member as s", "s.id", "g.staff_id")
		.select(["g.id", "g.subject_id", "g.staff_id", "g.as_role", "g.reason", "g.explanation", "g.opened_at", "g.until_at"])
		.select(["g.ended_at", "g.reviewed_at", "g.verdict", "g.row_version", "c.name", "s.name as who"])
		.select(
			// How often on that day by that person: many is a reason to look harder.
			sql<number>`(select count(*)::int from app.break_glass o where o.staff_id = g.staff_id
				and (o.opened_at at time zone 'Europe/Amsterdam')::date = (g.opened_at at time zone 'Europe/Amsterdam')::date)`.as(
				"that_day",
			),
		);
type GlassRow = Awaited<ReturnType<ReturnType<typeof glassRows>["execute"]>>[number];

const opened = (sealed: Marker, { explanation, name, who, ...row }: GlassRow) => ({
	...row,
	...sealed("break_glass", row.id, row.subject_id, { explanation }),
	...sealed("candidate", row.subject_id, row.subject_id, { name }),
	who: sealed("staff_member", row.staff_id, row.staff_id, { name: who }).name,
});

/** Every time the glass was broken that this person may review: what waits first, then the newest. */
export function glassesOf(by: Acting) {
	return by.list("security", { action: "list", clause: "R1.2" }, async (tx, sealed) => {
		enforce(may(by.actor.roles, "glass.review"));
		const rows = await glassRows(tx)
			.where("g.staff_id", "<>", by.actor.id)
			.orderBy(sql`g.reviewed_at is not null`)
			.orderBy("g.opened_at", "desc")
			.limit(100)
			.execute();
		return rows.map((row) => opened(sealed, row));
	});
}
export type Glass = Awaited<ReturnType<typeof glassesOf>>[number];

/** One of them, with how often something was opened in that hour (for who may read the log). */
export function glassOf(by: Acting, candidate: string, id: string) {
	return by.read(candidate, "security", { action: "view", object: ["breakGlass", id], clause: "R1.2" }, async (tx, sealed) => {
		enforce(may(by.actor.roles, "glass.review"));
		const row = found(await glassRows(tx).where("g.id", "=", id).where("g.subject_id", "=", candidate).executeTakeFirst());
		const looks = may(by.actor.roles, "log.read").allowed
			? await tx
					.selectFrom("audit.entry")
					.select(["at", "action", "object_type", "outcome"])
					.where("actor_id", "=", row.staff_id)
					.where(sql<boolean>`subjects @> array[${candidate}::uuid]`)
					.where("break_glass", "=", true)
					.where("at", ">=", row.opened_at)
					.where("at", "<=", row.until_at)
					.orderBy("at")
					.limit(200)
					.execute()
			: [];
		return { ...opened(sealed, row), looks };
	});
}

/** Who is kept out of which dossier, in force: one candidate's, or all for the privacy officer. */
export function conflictsOf(by: Acting, candidate?: string) {
	const work = async (tx: Tx, sealed: Marker) => {
		const rows = await tx
			.selectFrom("app.conflict as x")
			.leftJoin("app.candidate as c", "c.id", "x.subject_id")
			.innerJoin("app.staff_member as s", "s.id", "x.staff_id")
			.select(["x.id", "x.subject_id", "x.staff_id", "x.kind", "x.source", "x.declared_at", "x.row_version"])
			.select(["c.name", "s.name as who"])
			.$if(candidate !== undefined, (query) => query.where("x.subject_id", "=", candidate as string))
			.where("x.ended_at", "is", null)
			.orderBy("x.declared_at", "desc")
			.execute();
		return rows.map(({ name, who, ...row }) => ({
			...row,
			...(name ? sealed("candidate", row.subject_id, row.subject_id, { name }) : { name: null }),
			who: sealed("staff_member", row.staff_id, row.staff_id, { name: who }).name,
		}));
	};
	return by.list("staffing", { action: "list", clause: "R1.2" }, work);
}
export type Conflicts = Awaited<ReturnType<typeof conflictsOf>>;

/** The candidate a conflict is declared about, and whom it can be about: oneself, or for the privacy officer anybody who works here. */
export function declaringFor(by: Acting, candidate: string) {
	const entry = { action: "view", object: ["candidate", candidate], clause: "R1.2" } as const;
	return by.read(candidate, "staffing", entry, async (tx, sealed) => {
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const staff = may(by.actor.roles, "conflict.manage").allowed
			? await tx.selectFrom("app.staff_member").select(["id", "name"]).where("left_at", "is", null).execute()
			: [];
		return {
			...sealed("candidate", candidate, candidate, { name: person.name }),
			staff: staff.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) })),
		};
	});
}
