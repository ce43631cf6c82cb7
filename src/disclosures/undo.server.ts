import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { type DispatchState, mayMove } from "./rules.ts";
import "./tables.ts";

/** Takes a message back that has not left: the coach on the trajectory, as long as it is queued. Throws NotAllowed with the time at which sending began (R4.1). */
export async function undo(by: Acting, candidate: string, disclosure: string): Promise<void> {
	enforce(may(by.actor.roles, "report.send"));
	await by.act(candidate, "reporting", { action: "undo", object: ["disclosure", disclosure], clause: "R4.1" }, (tx) =>
		takeBack(by, tx, candidate, disclosure),
	);
}

/** The same inside a verb of one's own, when something else is taken back with it. */
export async function takeBack(by: Acting, tx: Tx, candidate: string, disclosure: string): Promise<void> {
	const row = found(
		await tx
			.selectFrom("app.dispatch")
			.select(["id", "state", "began_at"])
			.where("disclosure_id", "=", disclosure)
			.where("subject_id", "=", candidate)
			.forUpdate()
			.executeTakeFirst(),
	);
	enforce(mayMove({ from: row.state, to: "undone", by: "staff", ...(row.began_at && { began: clockTime(row.began_at) }) }));
	await tx
		.updateTable("app.dispatch")
		.set((e) => ({ state: "undone", state_at: by.now(), clause: null, detail: null, row_version: e("row_version", "+", 1) }))
		.where("id", "=", row.id)
		.execute();
}

/**
 * For a verb that withdraws what disclosures stand on (an approval, an agreement, a recipient who leaves): stops what is still queued, under
 * the gate's own locks, and tells what could not be stopped and since when. Works for staff on the trajectory, the candidate, and the worker.
 */
export async function stopDisclosures(
	by: Acting,
	tx: Tx,
	about: { readonly kind: string; readonly id: string },
	clause: string,
): Promise<{ disclosure: string; state: DispatchState; began_at: Date | null }[]> {
	const { rows } = await sql<{ disclosure: string; state: DispatchState; began_at: Date | null }>`
		select * from app.stop_disclosures(${about.kind}, ${about.id}, ${clause}, ${by.now()})`.execute(tx);
	return rows;
}

/** "10:03:12" in Amsterdam. */
export const clockTime = (at: Date): string =>
	new Intl.DateTimeFormat("nl-NL", {
		timeZone: "Europe/Amsterdam",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit",
		hourCycle: "h23",
	}).format(at);
