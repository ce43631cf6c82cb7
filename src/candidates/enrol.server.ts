import { enforceCleared } from "../dossiers/cleared.server.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { assignmentFor, coachFor, enrolIn, type Registration } from "./register.server.ts";

export type Enrolment = Pick<Registration, "candidate" | "trajectory" | "type" | "assignment" | "coach">;

/** A further trajectory for a candidate who is registered already. The same form sent twice is one trajectory. */
export async function enrolCandidate(by: Acting, input: Enrolment): Promise<void> {
	const now = by.now();
	const { candidate, trajectory } = input;
	try {
		await by.act(
			candidate,
			"registration",
			{ action: "create", object: ["trajectory", trajectory], clause: "R3.a" },
			async (tx) => {
				enforce(may(by.actor.roles, "registration.write"));
				await enforceCleared(tx);
				found(await tx.selectFrom("app.candidate").select("id").where("id", "=", candidate).executeTakeFirst());
				const assignment = await assignmentFor(tx, by, input, now);
				await enrolIn(tx, by, { candidate, trajectory, assignment, coach: coachFor(by, input.coach) }, now);
			},
		);
	} catch (error) {
		if ((error as { constraint?: string }).constraint !== "trajectory_pkey") throw error;
	}
}
