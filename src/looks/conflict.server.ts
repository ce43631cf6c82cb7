import { enforce } from "../law/decision.ts";
import type { Acting } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { type ConflictKind, mayDeclare, mayEndConflict } from "./rules.ts";
import "./tables.ts";

export interface Declaration {
	id: string;
	candidate: string;
	staff: string;
	kind: ConflictKind;
}

/** Declares that a member of staff is close to a candidate (R1.2): from the next request on they see nothing of them, the caseload or not. */
export async function declareConflict(by: Acting, input: Declaration): Promise<void> {
	const entry = { action: "declareConflict", object: ["conflict", input.id] as const, clause: "R1.2" };
	await by.act([input.candidate, input.staff], "staffing", entry, async (tx) => {
		enforce(mayDeclare({ roles: by.actor.roles, own: input.staff === by.actor.id }));
		found(await tx.selectFrom("app.candidate").select("id").where("id", "=", input.candidate).executeTakeFirst());
		found(await tx.selectFrom("app.staff_member").select("id").where("id", "=", input.staff).executeTakeFirst());
		await tx
			.insertInto("app.conflict")
			.values({
				id: input.id,
				subject_id: input.candidate,
				staff_id: input.staff,
				kind: input.kind,
				declared_at: by.now(),
				declared_by: by.actor.id,
			})
			.onConflict((same) => same.doNothing())
			.execute();
	});
}

/** Ends it, when it was a mistake or is over: the privacy officer, about somebody else. */
export async function endConflict(by: Acting, input: { candidate: string; conflict: string; rowVersion: number }): Promise<void> {
	const entry = { action: "endConflict", object: ["conflict", input.conflict] as const, clause: "R1.2" };
	await by.act(input.candidate, "staffing", entry, async (tx) => {
		const row = found(
			await tx
				.selectFrom("app.conflict")
				.select(["staff_id", "ended_at"])
				.where("id", "=", input.conflict)
				.where("subject_id", "=", input.candidate)
				.executeTakeFirst(),
		);
		enforce(mayEndConflict({ roles: by.actor.roles, own: row.staff_id === by.actor.id }));
		const { numUpdatedRows } = await tx
			.updateTable("app.conflict")
			.set({ ended_at: by.now(), ended_by: by.actor.id, row_version: input.rowVersion + 1 })
			.where("id", "=", input.conflict)
			.where("row_version", "=", input.rowVersion)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) throw new Stale();
	});
}
