import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { type Acting, anyOf, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { startDecision } from "./move.server.ts";
import type { OutcomeId, TrajectoryState } from "./rules.ts";

/** Who guides which trajectories now, with sealed names. Usable inside any read or list. */
export async function guidesOf(tx: Tx, sealed: Marker, now: Date, trajectories: readonly string[]) {
	if (trajectories.length === 0) return [];
	const rows = await tx
		.selectFrom("app.membership as m")
		.innerJoin("app.staff_member as s", "s.id", "m.staff_id")
		.select(["m.id as membership", "m.trajectory_id", "m.capacity", "m.from_at", "m.until_at", "s.id", "s.name"])
		.where("m.trajectory_id", "=", anyOf(trajectories))
		.where((where) => where.or([where("m.until_at", "is", null), where("m.until_at", ">", now)]))
		.orderBy("m.capacity")
		.orderBy("m.from_at")
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

/** The trajectories of one candidate, with assignment and commissioner, newest first. Usable inside any act or read. */
export async function trajectoriesOf(tx: Tx, candidate: string) {
	const rows = await tx
		.selectFrom("app.trajectory as t")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
		.select([
			"t.id",
			"t.state",
			"t.registered_at",
			"t.started_on",
			"t.closed_on",
			"t.outcome",
			"t.row_version",
			"a.type",
			"a.reference",
			"a.ordered_on",
			"o.id as commissioner_id",
			"o.name as commissioner",
			"o.kind as commissioner_kind",
		])
		.where("t.subject_id", "=", candidate)
		.orderBy("t.registered_at", "desc")
		.execute();
	return rows.map((row) => ({
		...row,
		type: row.type as AssignmentTypeId,
		state: row.state as TrajectoryState,
		outcome: row.outcome as OutcomeId | null,
	}));
}

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
		await enforceCleared(tx);
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

/** One trajectory with what happened to it, who guides it now, and whether its reporting agreement lets it start. */
export function trajectoryPage(by: Acting, candidate: string, trajectory: string) {
	return by.read(
		candidate,
		"guidance",
		{ action: "view", object: ["trajectory", trajectory], clause: "R3.c" },
		async (tx, sealed) => {
			const person = found(
				await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", candidate).executeTakeFirst(),
			);
			const one = found((await trajectoriesOf(tx, candidate)).find((row) => row.id === trajectory));
			const events = await tx
				.selectFrom("app.trajectory_event as e")
				.innerJoin("app.staff_member as s", "s.id", "e.by_id")
				.select(["e.id", "e.kind", "e.at", "e.outcome", "e.reason", "s.id as by", "s.name"])
				.where("e.trajectory_id", "=", trajectory)
				.orderBy("e.at", "desc")
				.execute();
			return {
				...one,
				candidate: person.id,
				person: sealed("candidate", person.id, person.id, { name: person.name }),
				guides: await guidesOf(tx, sealed, by.now(), [trajectory]),
				startDecision: await startDecision(tx, trajectory),
				events: events.map((event) => ({
					id: event.id,
					kind: event.kind,
					at: event.at,
					outcome: event.outcome as OutcomeId | null,
					...sealed("trajectory_event", event.id, candidate, { reason: event.reason }),
					by: sealed("staff_member", event.by, event.by, { name: event.name }),
				})),
			};
		},
	);
}
export type TrajectoryData = Awaited<ReturnType<typeof trajectoryPage>>;

/** What a coordinator can hand over: everything running of one coach (with headers), or what nobody has. */
export function toHandOver(by: Acting, from: string | null) {
	return by.list("registration", { action: "list", clause: "R1.2" }, async (tx, sealed) => {
		const now = by.now();
		const rows = await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.candidate as c", "c.id", "t.subject_id")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.leftJoin("app.membership as m", (join) =>
				join.onRef("m.trajectory_id", "=", "t.id").on("m.capacity", "=", "coach").on("m.until_at", "is", null),
			)
			.select(["t.id", "t.state", "t.registered_at", "a.type", "c.id as candidate", "c.name"])
			.where("m.staff_id", from === null ? "is" : "=", from)
			.orderBy("t.registered_at")
			.execute();
		return {
			rows: rows.map((row) => ({ ...row, ...sealed("candidate", row.candidate, row.candidate, { name: row.name }) })),
			coaches: await coachesIn(tx, sealed, now),
		};
	});
}
