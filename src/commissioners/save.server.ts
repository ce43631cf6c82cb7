import { enforceCleared } from "../dossiers/cleared.server.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql } from "../platform/db.server.ts";
import { Stale } from "../platform/web/page.ts";
import type { CommissionerInput } from "./form.ts";

/** Records an organisation, or changes it when its row version is given; Stale when somebody else was ahead (R4.2). */
export async function saveCommissioner(by: Acting, { id, row_version, ...input }: CommissionerInput): Promise<void> {
	const now = by.now();
	await by.act(
		[],
		"assignments",
		{ action: row_version === undefined ? "create" : "update", object: ["commissioner", id], clause: "R4.2" },
		async (tx) => {
			enforce(may(by.actor.roles, "commissioner.write"));
			await enforceCleared(tx);
			if (row_version === undefined) {
				await tx
					.insertInto("app.commissioner")
					.values({ id, ...input, created_at: now, created_by: by.actor.id })
					.onConflict((conflict) => conflict.column("id").doNothing())
					.execute();
				return;
			}
			const { numUpdatedRows } = await tx
				.updateTable("app.commissioner")
				.set({ ...input, row_version: sql`row_version + 1` })
				.where("id", "=", id)
				.where("row_version", "=", row_version)
				.where("kind", "<>", "selfPaying")
				.executeTakeFirst();
			if (numUpdatedRows !== 1n) throw new Stale();
		},
	);
}
