import type { ClauseId } from "../law/clauses.ts";
import type { PurposeId } from "../law/purposes.ts";
import { system } from "../platform/actor.ts";
import { type Acting, type Door, type Entry, sql, type Tx } from "../platform/db.server.ts";
import { enqueue } from "../platform/jobs.server.ts";
import { type DispatchState, stuck } from "./rules.ts";
import "./tables.ts";

/** What is known of a dispatch before anybody acts: ids, state, and what its log entries will say. */
export interface Head {
	subject_id: string;
	state: DispatchState;
	disclosure_id: string | null;
	purpose: PurposeId;
	clause: ClauseId;
	ground: string | null;
	made_by: string;
	transmit_after: Date;
}

export async function headOf(door: Door, dispatch: string): Promise<Head | undefined> {
	const [head] = await door.ask("worker", sql<Head>`select * from app.dispatch_head(${dispatch})`);
	return head;
}

/** The worker at the door. */
export const worker = (door: Door): Acting => door.as({ kind: "worker", id: system, roles: [] });

/** The log entry of one deed with this message. */
export const entryFor = (action: string, dispatch: string, head: Head): Entry => ({
	action,
	object: head.disclosure_id ? ["disclosure", head.disclosure_id] : ["dispatch", dispatch],
	clause: head.clause,
	...(head.ground && { ground: head.ground }),
});

/** Its state, locked for what is about to change it. */
export const lockState = (tx: Tx, dispatch: string) =>
	tx.selectFrom("app.dispatch").select(["state", "attempts"]).where("id", "=", dispatch).forUpdate().executeTakeFirstOrThrow();

type Change = {
	state: DispatchState;
	began_at?: Date;
	attempts?: number;
	transmit_after?: Date;
	clause: string | null;
	detail: Buffer | null;
};

/** Sets a state with its moment. Where it now takes a person, the one who sent it is told, by a job of this same transaction. */
export async function move(by: Acting, tx: Tx, dispatch: string, change: Change, head?: Head): Promise<void> {
	await tx
		.updateTable("app.dispatch")
		.set((e) => ({ ...change, state_at: by.now(), row_version: e("row_version", "+", 1) }))
		.where("id", "=", dispatch)
		.execute();
	if (head?.disclosure_id && stuck.includes(change.state)) await enqueue(tx, "tellSender", { id: dispatch });
}
