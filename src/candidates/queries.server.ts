import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { scopeOf } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { guidesOf, trajectoriesOf } from "../trajectories/queries.server.ts";

/** Who sees the headers of all is asked for all; for the others their own caseload is where to look, and not only what is left over. */
export const ownOnly = (by: Acting): boolean =>
	!["all", "case"].includes(scopeOf(by.actor.roles, "candidate.read") ?? "caseload");

/** The trajectories one may see, with candidate, commissioner and coach: for a coach their caseload, for a coordinator all headers. */
export function caseload(by: Acting) {
	return by.list("registration", { action: "list", clause: "R1.2" }, async (tx, sealed) => {
		await enforceCleared(tx);
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
			.$if(ownOnly(by), (query) => query.where("t.id", "in", sql<string>`(select app.my_trajectories())`))
			.execute();
		const guides = await guidesOf(
			tx,
			sealed,
			by.now(),
			rows.map((row) => row.trajectory),
		);
		const guiding = Map.groupBy(guides, (guide) => guide.trajectory_id);
		return rows.map((row) => ({
			...row,
			type: row.type as AssignmentTypeId,
			...sealed("candidate", row.id, row.id, { name: row.name }),
			guides: guiding.get(row.trajectory) ?? [],
		}));
	});
}
export type CaseloadRow = Awaited<ReturnType<typeof caseload>>[number];

/** One candidate's registration: name, language, fields as far as this role may see them, trajectories and who guides. */
export function candidateData(by: Acting, candidate: string) {
	return by.read(
		candidate,
		"registration",
		{ action: "view", object: ["candidate", candidate], clause: "R3.a" },
		async (tx, sealed) => {
			await enforceCleared(tx);
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
				...(await portalOf(tx, candidate)),
			};
		},
	);
}
export type CandidateData = Awaited<ReturnType<typeof candidateData>>;

/** Where the candidate's account for the portal stands. */
async function portalOf(tx: Tx, candidate: string) {
	const account = await tx
		.selectFrom("auth.account")
		.select(["activated_at", "ended_at"])
		.where("person_id", "=", candidate)
		.executeTakeFirst();
	const invitation = await tx
		.selectFrom("auth.invitation")
		.select(["invited_at", "expires_at"])
		.where("person_id", "=", candidate)
		.where("used_at", "is", null)
		.where("ended_at", "is", null)
		.orderBy("invited_at", "desc")
		.executeTakeFirst();
	const active = account?.activated_at && !account.ended_at;
	return {
		account: active ? ("active" as const) : account ? ("waiting" as const) : ("none" as const),
		invitation: invitation ?? null,
	};
}
