import { heldOf } from "../bsn/queries.server.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { linesInForce } from "../reporting-agreements/queries.server.ts";
import { trajectoriesOf } from "./queries.server.ts";
import type { OutcomeId } from "./rules.ts";

/**
 * A candidate's own trajectories as the portal shows them (R3.b, R5.1): who guides and guided, what happened, the agreement in force with who
 * gets what, and the data that is registered with where it came from. One look, one log entry.
 */
export function myTrajectories(by: Acting) {
	const me = by.actor.id;
	return by.read(me, "portal", { action: "view", object: ["trajectory", me], clause: "R5.1" }, async (tx, sealed) => {
		const person = found(await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", me).executeTakeFirst());
		const mine = [];
		for (const one of await trajectoriesOf(tx, me)) {
			const { agreement, lines } = await linesInForce(tx, one.id);
			mine.push({ ...one, agreement, lines, guides: await guidesMet(tx, sealed, one.id), events: await eventsOf(tx, one.id) });
		}
		const contacts = await tx
			.selectFrom("app.contact_person as p")
			.innerJoin("app.commissioner as o", "o.id", "p.commissioner_id")
			.select(["p.id", "p.name", "o.name as organisation"])
			.execute();
		const fields = await tx
			.selectFrom("app.candidate_field")
			.select(["id", "field", "value", "source", "updated_at"])
			.where("subject_id", "=", me)
			.orderBy("updated_at")
			.execute();
		return {
			...sealed("candidate", person.id, person.id, { name: person.name }),
			trajectories: mine,
			numbers: await heldOf(tx, me),
			contacts: contacts.map((row) => ({
				id: row.id,
				organisation: row.organisation,
				...sealed("contact_person", row.id, row.id, { name: row.name }),
			})),
			fields: fields.map((row) => ({
				field: row.field,
				source: row.source,
				updatedAt: row.updated_at,
				...sealed("candidate_field", row.id, me, { value: row.value }),
			})),
		};
	});
}
export type MyTrajectories = Awaited<ReturnType<typeof myTrajectories>>;
export type MyTrajectory = MyTrajectories["trajectories"][number];

/** Who guides or guided this trajectory, newest first, with how to reach them. */
async function guidesMet(tx: Tx, sealed: Marker, trajectory: string) {
	const rows = await tx
		.selectFrom("app.membership as m")
		.innerJoin("app.staff_member as s", "s.id", "m.staff_id")
		.select(["m.capacity", "m.from_at", "m.until_at", "s.id", "s.name", "s.email", "s.phone"])
		.where("m.trajectory_id", "=", trajectory)
		.orderBy("m.from_at", "desc")
		.execute();
	return rows.map((row) => ({
		...{ id: row.id, capacity: row.capacity, from: row.from_at, until: row.until_at },
		...sealed("staff_member", row.id, row.id, { name: row.name, email: row.email, phone: row.phone }),
	}));
}

async function eventsOf(tx: Tx, trajectory: string) {
	const rows = await tx
		.selectFrom("app.trajectory_event")
		.select(["kind", "at", "outcome"])
		.where("trajectory_id", "=", trajectory)
		.orderBy("at", "desc")
		.execute();
	return rows.map((row) => ({ ...row, outcome: row.outcome as OutcomeId | null }));
}
