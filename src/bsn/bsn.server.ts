import { enforceFresh } from "../accounts/factor.server.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { bsnOf, mayBeBsn, mayHoldBsn } from "../law/bsn.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { type Work, workOf } from "./queries.server.ts";
import "./tables.ts";

export interface BsnInput {
	readonly id: string;
	readonly candidate: string;
	readonly trajectory: string;
	readonly typed: string;
	/** Of the number that stands, where there is one; another number takes its place. */
	readonly rowVersion: number | null;
}

/**
 * Records a citizen service number (BSN) for one trajectory, sealed in its own place, with a keyed token to find it by. Refuses with R2.1 where no law
 * gives a ground, and what does not pass the eleven-test. Throws NotFound, Stale.
 */
export async function recordBsn(by: Acting, input: BsnInput): Promise<void> {
	const { id, candidate, trajectory } = input;
	const number = bsnOf(input.typed);
	const [token] = number ? await by.keys.tokens([{ kind: "bsn", value: number }]) : [];
	await by.act(candidate, "registration", { action: "create", object: ["bsn", id], clause: "R2.1" }, async (tx, seal) => {
		enforce(may(by.actor.roles, "bsn.write"));
		await enforceCleared(tx);
		const work = await held(tx, candidate, trajectory);
		enforce(mayBeBsn(input.typed));
		const row = { ...(await seal("bsn", id, candidate, { number: number as string })), token: token as Buffer };
		const stamp = { recorded_at: by.now(), recorded_by: by.actor.id };
		const before = await numberRow(tx, trajectory);
		if (before?.id === id) return; // the same form sent twice
		if ((before?.row_version ?? null) !== input.rowVersion) throw new Stale();
		if (before) await tx.deleteFrom("app.bsn").where("id", "=", before.id).execute();
		await tx
			.insertInto("app.bsn")
			.values({
				...{ id, subject_id: candidate, trajectory_id: trajectory },
				...{ assignment_id: work.assignment, assignment_type: work.type },
				...{ commissioner_id: work.commissionerId, commissioner_kind: work.commissioner },
				...row,
				...stamp,
				// Counts on, so that a screen that was open on the number before is refused.
				row_version: (before?.row_version ?? 0) + 1,
			})
			.execute();
	});
}

/** Shows the number, once, to who needs it (R2.1): each showing has a log entry of its own, and asks a factor just shown. Throws FieldErrors, NotFound. */
export async function showBsn(by: Acting, candidate: string, trajectory: string): Promise<string> {
	if (may(by.actor.roles, "bsn.read").allowed) enforceFresh(by);
	const entry = { action: "show", object: ["bsn", trajectory] as const, clause: "R2.1" };
	const { number } = await by.read(candidate, "guidance", entry, async (tx, sealed) => {
		enforce(may(by.actor.roles, "bsn.read"));
		await enforceCleared(tx);
		await held(tx, candidate, trajectory);
		const row = found(
			await tx.selectFrom("app.bsn").select(["id", "number"]).where("trajectory_id", "=", trajectory).executeTakeFirst(),
		);
		return sealed("bsn", row.id, candidate, { number: row.number });
	});
	return number;
}

/** Takes the number away: it was another's, or is not needed any more. */
export async function removeBsn(by: Acting, of: { candidate: string; trajectory: string; rowVersion: number }): Promise<void> {
	const entry = { action: "delete", object: ["bsn", of.trajectory] as const, clause: "R2.1" };
	await by.act(of.candidate, "registration", entry, async (tx) => {
		enforce(may(by.actor.roles, "bsn.write"));
		await enforceCleared(tx);
		const { numDeletedRows } = await tx
			.deleteFrom("app.bsn")
			.where("trajectory_id", "=", of.trajectory)
			.where("row_version", "=", of.rowVersion)
			.executeTakeFirst();
		if (numDeletedRows === 0n) throw new Stale();
	});
}

const numberRow = (tx: Tx, trajectory: string) =>
	tx.selectFrom("app.bsn").select(["id", "row_version"]).where("trajectory_id", "=", trajectory).executeTakeFirst();

async function held(tx: Tx, candidate: string, trajectory: string): Promise<Work> {
	const work = found((await workOf(tx, candidate)).find((one) => one.trajectory === trajectory));
	enforce(mayHoldBsn(work.type, work.commissioner));
	return work;
}
