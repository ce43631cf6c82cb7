import type { AssignmentTypeId } from "../law/assignment-types.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import type { OutcomeId, TrajectoryState } from "../trajectories/rules.ts";

/** Who guides which trajectories now, with sealed names. Usable inside any read or list. */
export async function guidesOf(tx: Tx, sealed: Marker, now: Date, trajectories: readonly string[]) {
	if (trajectories.length === 0) return [];
	const rows = await tx
		.selectFrom("app.membership as m")
		.innerJoin("app.staff_member as s", "s.id", "m.staff_id")
		.select(["m.id as membership", "m.trajectory_id", "m.capacity", "m.from_at", "m.until_at", "s.id", "s.name"])
		.where("m.trajectory_id", "in", [...trajectories])
		.where((where) => where.or([where("m.until_at", "is", null), where("m.until_at", ">", now)]))
		.orderBy("m.capacity")
		.orderBy("m.from_at")
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

/** The trajectories one may see, with candidate, commissioner and coach: for a coach their caseload, for a coordinator all headers. */
export function caseload(by: Acting) {
	return by.list("registration", { action: "list", clause: "R1.2" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.candidate as c", "c.id", "t.subject_id")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
			.select([
				"t.id as trajectory",
				"t.state",
				"t.registered_at",
				"t.started_on",
				"t.closed_on",
				"c.id",
				"c.name",
				"a.type",
				"o.name as commissioner",
			])
			.execute();
		const guides = await guidesOf(
			tx,
			sealed,
			by.now(),
			rows.map((row) => row.trajectory),
		);
		return rows.map((row) => ({
			...row,
			type: row.type as AssignmentTypeId,
			...sealed("candidate", row.id, row.id, { name: row.name }),
			guides: guides.filter((guide) => guide.trajectory_id === row.trajectory),
		}));
	});
}
export type CaseloadRow = Awaited<ReturnType<typeof caseload>>[number];

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

/** One candidate's registration: name, language, fields as far as this role may see them, trajectories and who guides. */
export function candidateData(by: Acting, candidate: string) {
	return by.read(
		candidate,
		"registration",
		{ action: "view", object: ["candidate", candidate], clause: "R3.a" },
		async (tx, sealed) => {
			const row = found(
				await tx
					.selectFrom("app.candidate")
					.select(["id", "name", "language", "registered_at", "row_version"])
					.where("id", "=", candidate)
					.executeTakeFirst(),
			);
			const fields = await tx
				.selectFrom("app.candidate_field")
				.select(["id", "assignment_type", "field", "value", "source", "updated_at"])
				.where("subject_id", "=", candidate)
				.orderBy("updated_at")
				.execute();
			const trajectories = await trajectoriesOf(tx, candidate);
			const guides = await guidesOf(
				tx,
				sealed,
				by.now(),
				trajectories.map((one) => one.id),
			);
			return {
				...row,
				...sealed("candidate", row.id, row.id, { name: row.name }),
				fields: fields.map((one) => ({ ...one, ...sealed("candidate_field", one.id, candidate, { value: one.value }) })),
				trajectories: trajectories.map((one) => ({ ...one, guides: guides.filter((guide) => guide.trajectory_id === one.id) })),
			};
		},
	);
}
export type CandidateData = Awaited<ReturnType<typeof candidateData>>;
