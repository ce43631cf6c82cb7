import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";

/** The staff members who can be given trajectories, with sealed names. Usable inside any read or list. */
export async function coachesIn(tx: Tx, sealed: Marker, now: Date) {
	const rows = await tx
		.selectFrom("app.staff_member as s")
		.select(["s.id", "s.name"])
		.where("s.left_at", "is", null)
		.where((where) =>
			where.exists(
				where
					.selectFrom("app.staff_role as r")
					.select("r.role")
					.whereRef("r.staff_id", "=", "s.id")
					.where("r.role", "in", ["coach", "coordinator"])
					.where("r.from_at", "<=", now)
					.where((term) => term.or([term("r.until_at", "is", null), term("r.until_at", ">", now)])),
			),
		)
		.execute();
	return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

/** Every coach with how many trajectories they have now: what a coordinator divides the work by. */
export function loads(by: Acting) {
	return by.list("registration", { action: "list", clause: "R1.2" }, async (tx, sealed) => {
		const now = by.now();
		const counts = await tx
			.selectFrom("app.membership as m")
			.innerJoin("app.trajectory as t", "t.id", "m.trajectory_id")
			.innerJoin("app.staff_member as s", "s.id", "m.staff_id")
			.select((select) => ["s.id", "s.name", "s.left_at", select.fn.countAll<string>().as("n")])
			.where("t.state", "<>", "closed")
			.where("m.from_at", "<=", now)
			.where((where) => where.or([where("m.until_at", "is", null), where("m.until_at", ">", now)]))
			.groupBy(["s.id", "s.name", "s.left_at"])
			.execute();
		return {
			loads: counts.map((row) => ({
				id: row.id,
				left: row.left_at !== null,
				n: Number(row.n),
				...sealed("staff_member", row.id, row.id, { name: row.name }),
			})),
			coaches: await coachesIn(tx, sealed, now),
		};
	});
}
