import { enforceCleared } from "../dossiers/cleared.server.ts";
import { enforceOnReports } from "../guard/field.server.ts";
import { type AssignmentTypeId, type CommissionerKind, mayCommission } from "../law/assignment-types.ts";
import { recipientTypeOf } from "../law/data-classes.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";

export interface NewAssignment {
	readonly id: string;
	readonly commissioner: string;
	readonly type: AssignmentTypeId;
	/** The commissioner's order number; it stands on every report, and on invoices in place of a name. */
	readonly reference: string | null;
	readonly orderedOn: string;
}

/** Records an assignment of a commissioner who may order it, within an act that needs it (a registration). Answers its id. */
export async function recordIn(tx: Tx, by: Acting, assignment: NewAssignment, now: Date): Promise<string> {
	enforce(may(by.actor.roles, "assignment.write"));
	await enforceCleared(tx);
	const { kind } = found(
		await tx.selectFrom("app.commissioner").select("kind").where("id", "=", assignment.commissioner).executeTakeFirst(),
	);
	enforce(mayCommission(kind as CommissionerKind, assignment.type));
	const { id, commissioner, type, reference, orderedOn } = assignment;
	await enforceOnReports(tx, reference, recipientTypeOf(kind as CommissionerKind, ""));
	await tx
		.insertInto("app.assignment")
		.values({
			id,
			commissioner_id: commissioner,
			type,
			reference,
			ordered_on: orderedOn,
			created_at: now,
			created_by: by.actor.id,
		})
		.execute();
	return id;
}

/** Records an assignment before anybody is registered for it (R3.d). */
export async function recordAssignment(by: Acting, assignment: NewAssignment): Promise<void> {
	const now = by.now();
	await by.act([], "assignments", { action: "create", object: ["assignment", assignment.id], clause: "R3.d" }, async (tx) => {
		await recordIn(tx, by, assignment, now);
	});
}
