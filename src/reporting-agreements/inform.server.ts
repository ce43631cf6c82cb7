import { dateOf } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { linesInForce, recordInformed } from "./queries.server.ts";
import { mayRecordInformed } from "./rules.ts";

export interface ConversationInput {
	/** Made by the form: the same form posted twice is one event. */
	id: string;
	candidate: string;
	agreement: string;
	how: "conversation" | "phone" | "letter";
	on: string;
	note: string | null;
}

/**
 * The coach records that the candidate was told of the agreement in force: when, how and what was said (R6.1). Questions that were
 * open about it count as answered. Throws NotAllowed on a day that cannot be, Stale when this version is no longer in force.
 */
export async function recordConversation(by: Acting, input: ConversationInput): Promise<void> {
	const { candidate, agreement } = input;
	await by.act(
		candidate,
		"reporting",
		{ action: "inform", object: ["reporting_agreement", agreement], clause: "R6.1" },
		async (tx, seal) => {
			const { trajectory, notBefore } = await inForce(tx, candidate, agreement);
			enforce(mayRecordInformed({ on: input.on, today: dateOf(by.now()), notBefore }));
			await recordInformed(tx, seal, by, {
				id: input.id,
				subject: candidate,
				trajectory,
				about: "agreement",
				aboutId: agreement,
				how: input.how,
				on: input.on,
				note: input.note,
			});
			await tx
				.updateTable("app.agreement_question")
				.set({ settled_at: by.now(), settled_by: by.actor.id })
				.where("agreement_id", "=", agreement)
				.where("settled_at", "is", null)
				.execute();
		},
	);
}

/** The candidate says in the portal that they read the agreement in force: informed, no consent (R6.1). Once is enough. */
export async function acknowledgeAgreement(by: Acting, input: { id: string; agreement: string }): Promise<void> {
	const candidate = by.actor.id;
	await by.act(
		candidate,
		"portal",
		{ action: "acknowledge", object: ["reporting_agreement", input.agreement], clause: "R6.1" },
		async (tx, seal) => {
			const { trajectory } = await inForce(tx, candidate, input.agreement);
			const before = await tx
				.selectFrom("app.inform_event")
				.select("id")
				.where("about_id", "=", input.agreement)
				.where("how", "=", "portal")
				.executeTakeFirst();
			if (before) return;
			await recordInformed(tx, seal, by, {
				id: input.id,
				subject: candidate,
				trajectory,
				about: "agreement",
				aboutId: input.agreement,
				how: "portal",
				on: dateOf(by.now()),
				note: null,
			});
		},
	);
}

/** The candidate asks something about the agreement; only their coach reads it. It is no acknowledgement. */
export async function askAboutAgreement(by: Acting, input: { id: string; agreement: string; question: string }): Promise<void> {
	const candidate = by.actor.id;
	await by.act(
		candidate,
		"portal",
		{ action: "ask", object: ["reporting_agreement", input.agreement], clause: "R6.1" },
		async (tx, seal) => {
			const { trajectory } = await inForce(tx, candidate, input.agreement);
			const { question } = await seal("agreement_question", input.id, candidate, { question: input.question });
			await tx
				.insertInto("app.agreement_question")
				.values({
					id: input.id,
					subject_id: candidate,
					trajectory_id: trajectory,
					agreement_id: input.agreement,
					question,
					asked_at: by.now(),
				})
				.onConflict((conflict) => conflict.column("id").doNothing())
				.execute();
		},
	);
}

/** The coach has answered a question; who and when stay. */
export async function settleQuestion(by: Acting, input: { candidate: string; question: string }): Promise<void> {
	await by.act(
		input.candidate,
		"reporting",
		{ action: "settle", object: ["agreement_question", input.question], clause: "R6.1" },
		async (tx) => {
			const done = await tx
				.updateTable("app.agreement_question")
				.set({ settled_at: by.now(), settled_by: by.actor.id })
				.where("id", "=", input.question)
				.where("subject_id", "=", input.candidate)
				.where("settled_at", "is", null)
				.executeTakeFirst();
			if (done.numUpdatedRows === 0n) throw new Stale();
		},
	);
}

/** The trajectory of this version, when it is the one in force, and the day before which nobody could have told of it. */
async function inForce(tx: Tx, candidate: string, id: string): Promise<{ trajectory: string; notBefore: string | null }> {
	const row = found(
		await tx
			.selectFrom("app.reporting_agreement")
			.select(["trajectory_id", "version"])
			.where("id", "=", id)
			.where("subject_id", "=", candidate)
			.executeTakeFirst(),
	);
	const { agreement } = await linesInForce(tx, row.trajectory_id);
	if (agreement?.id !== id) throw new Stale();
	const earlier = await tx
		.selectFrom("app.reporting_agreement")
		.select("made_at")
		.where("trajectory_id", "=", row.trajectory_id)
		.where("version", "=", row.version - 1)
		.executeTakeFirst();
	return { trajectory: row.trajectory_id, notBefore: earlier ? dateOf(earlier.made_at) : null };
}
