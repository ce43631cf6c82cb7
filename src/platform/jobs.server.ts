import { sql } from "kysely";
import type { Tx } from "./db.server.ts";

/** Adds a job in this transaction: it is there when the transaction is. A job carries ids only; a key that is already waiting is replaced. */
export async function enqueue(
	tx: Tx,
	task: string,
	payload: { id: string },
	when: { runAt?: Date; key?: string } = {},
): Promise<void> {
	await sql`select app.enqueue(${task}, ${JSON.stringify({ id: payload.id })}::json, ${when.runAt ?? null}::timestamptz, ${when.key ?? null})`.execute(
		tx,
	);
}
