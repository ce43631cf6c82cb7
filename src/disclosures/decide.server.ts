import { enforce, NotAllowed } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { enqueue } from "../platform/jobs.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { sender } from "./disclose.server.ts";
import { type DispatchState, mayMove } from "./rules.ts";
import { stillWaits } from "./waiting.server.ts";
import "./tables.ts";

interface Deciding {
	readonly candidate: string;
	readonly disclosure: string;
	/** The row version the person looked at. */
	readonly rowVersion: number;
}

/**
 * A person decides that a message goes again, after a second look: one whose outcome is unknown, that bounced or was stopped. The very same
 * message, a new time to undo, and the gate decides anew. Throws NotAllowed, NotFound, Stale.
 */
export async function sendAgain(
	by: Acting,
	{ candidate, disclosure, rowVersion, lookedAgain }: Deciding & { lookedAgain: boolean },
): Promise<void> {
	enforce(may(by.actor.roles, "report.send"));
	if (!lookedAgain)
		throw new NotAllowed("R9.1", {
			nl: "Ga eerst na of het bericht al is aangekomen.",
			en: "First find out whether the message has already arrived.",
		});
	await by.act(
		candidate,
		"reporting",
		{ action: "sendAgain", object: ["disclosure", disclosure], clause: "R9.1" },
		async (tx) => {
			const row = await lock(tx, candidate, disclosure, rowVersion, "queued");
			enforce(await stillWaits(by, tx, disclosure));
			const after = new Date(by.now().getTime() + (await sender(tx)).undo_seconds * 1000);
			await tx
				.updateTable("app.dispatch")
				.set({
					state: "queued",
					state_at: by.now(),
					transmit_after: after,
					attempts: 0,
					clause: null,
					detail: null,
					row_version: row.row_version + 1,
				})
				.where("id", "=", row.id)
				.execute();
			await enqueue(tx, "transmit", { id: row.id }, { runAt: after, key: `transmit:${row.id}` });
		},
	);
}

/** A person found out that a message with an unknown outcome did arrive, and says how. Throws NotAllowed, NotFound, Stale. */
export async function markArrived(
	by: Acting,
	{ candidate, disclosure, rowVersion, note }: Deciding & { note: string },
): Promise<void> {
	enforce(may(by.actor.roles, "report.send"));
	await by.act(
		candidate,
		"reporting",
		{ action: "markArrived", object: ["disclosure", disclosure], clause: "R9.1" },
		async (tx, seal) => {
			const row = await lock(tx, candidate, disclosure, rowVersion, "accepted");
			const { detail } = await seal("dispatch", row.id, candidate, { detail: JSON.stringify({ note }) });
			await tx
				.updateTable("app.dispatch")
				.set({ state: "accepted", state_at: by.now(), clause: null, detail, row_version: row.row_version + 1 })
				.where("id", "=", row.id)
				.execute();
		},
	);
}

async function lock(tx: Tx, candidate: string, disclosure: string, rowVersion: number, to: DispatchState) {
	const row = found(
		await tx
			.selectFrom("app.dispatch")
			.select(["id", "state", "row_version"])
			.where("disclosure_id", "=", disclosure)
			.where("subject_id", "=", candidate)
			.forUpdate()
			.executeTakeFirst(),
	);
	enforce(mayMove({ from: row.state, to, by: "staff" }));
	if (row.row_version !== rowVersion) throw new Stale();
	return row;
}
