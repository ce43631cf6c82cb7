import type { Bilingual } from "../law/bilingual.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { FieldErrors, Stale } from "../platform/web/page.ts";
import type { TermsForm } from "./form.ts";
import { mayLast, type Term } from "./rules.ts";

/**
 * Sets how long a message can be taken back (R4.1) and how long a document waits to be collected (R8.1). For what is sent from now on: what
 * waits already keeps its hour and its day. Throws NotAllowed, FieldErrors with the clause that a term broke, Stale.
 */
export async function saveTerms(by: Acting, { row_version, ...input }: TermsForm): Promise<void> {
	enforce(may(by.actor.roles, "agency.manage"));
	const errors: Record<string, Bilingual> = {};
	for (const term of Object.keys(input) as Term[]) {
		const decision = mayLast(term, input[term]);
		if (!decision.allowed) errors[term] = decision.why;
	}
	if (Object.keys(errors).length > 0) throw new FieldErrors(errors);
	await by.act([], "security", { action: "setTerms", clause: "R4.1" }, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("app.agency")
			.set({ undo_seconds: input.undo_minutes * 60, collect_days: input.collect_days, row_version: row_version + 1 })
			.where("row_version", "=", row_version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
	});
}
