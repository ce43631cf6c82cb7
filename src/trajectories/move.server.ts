import { type CalendarDate, today } from "../law/deadlines.ts";
import { type Decision, enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { linesInForce } from "../reporting-agreements/queries.server.ts";
import { mayStart } from "../reporting-agreements/rules.ts";
import { mayClose, mayMove, mayStartOn, type OutcomeId, type TrajectoryFacts } from "./rules.ts";

/** Which trajectory, as the form showed it, and the id of the event: sent twice, it happened once. */
export interface Which {
	readonly candidate: string;
	readonly trajectory: string;
	readonly rowVersion: number;
	readonly event: string;
}

/** Starts a trajectory, once there is a reporting agreement of which the candidate was told (R6.1). */
export function startTrajectory(by: Acting, which: Which, on: CalendarDate): Promise<void> {
	return move(by, which, "started", async (tx, facts) => {
		enforce(mayStartOn(facts, on, today(by)));
		enforce(await startDecision(tx, which.trajectory));
		return { state: "started", started_on: on };
	});
}

/** What the reporting agreement says of starting: the same answer greys the button. Inside any read or act of that candidate. */
export async function startDecision(tx: Tx, trajectory: string): Promise<Decision> {
	return mayStart({ agreement: (await linesInForce(tx, trajectory)).agreement });
}

/** Closes a trajectory with how and when it ended. */
export function closeTrajectory(by: Acting, which: Which, end: { outcome: OutcomeId; on: CalendarDate }): Promise<void> {
	return move(by, which, "closed", async (_tx, facts) => {
		enforce(mayClose(facts, end, today(by)));
		return { state: "closed", closed_on: end.on, outcome: end.outcome };
	});
}

/** Reopens a trajectory; the reason stays with the event, under the candidate's key. One that never started waits for its start again. */
export function reopenTrajectory(by: Acting, which: Which, reason: string): Promise<void> {
	return move(
		by,
		which,
		"reopened",
		async (_tx, facts) => {
			enforce(mayMove("reopen", facts));
			return { state: facts.startedOn === null ? "registered" : "started", closed_on: null, outcome: null };
		},
		reason,
	);
}

type Next = {
	state: "registered" | "started" | "closed";
	started_on?: string;
	closed_on?: string | null;
	outcome?: OutcomeId | null;
};

async function move(
	by: Acting,
	{ candidate, trajectory, rowVersion, event }: Which,
	kind: "started" | "closed" | "reopened",
	decide: (tx: Tx, facts: TrajectoryFacts) => Promise<Next>,
	reason: string | null = null,
): Promise<void> {
	const now = by.now();
	await by.act(candidate, "guidance", { action: kind, object: ["trajectory", trajectory], clause: "R3.c" }, async (tx, seal) => {
		enforce(may(by.actor.roles, "trajectory.write"));
		const row = found(
			await tx
				.selectFrom("app.trajectory")
				.select(["state", "started_on", "row_version"])
				.where("id", "=", trajectory)
				.where("subject_id", "=", candidate)
				.forUpdate()
				.executeTakeFirst(),
		);
		if (await happened(tx, event)) return;
		if (row.row_version !== rowVersion) throw new Stale();
		const next = await decide(tx, { state: row.state, startedOn: row.started_on });
		await tx
			.updateTable("app.trajectory")
			.set({ ...next, row_version: sql`row_version + 1` })
			.where("id", "=", trajectory)
			.execute();
		const sealed = await seal("trajectory_event", event, candidate, { reason });
		await tx
			.insertInto("app.trajectory_event")
			.values({
				id: event,
				subject_id: candidate,
				trajectory_id: trajectory,
				kind,
				at: now,
				by_id: by.actor.id,
				outcome: next.outcome ?? null,
				reason: sealed.reason,
			})
			.execute();
	});
}

const happened = async (tx: Tx, event: string): Promise<boolean> =>
	(await tx.selectFrom("app.trajectory_event").select("id").where("id", "=", event).executeTakeFirst()) !== undefined;
