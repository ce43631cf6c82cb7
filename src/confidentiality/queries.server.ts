import type { Acting } from "../platform/db.server.ts";

/** One's own half and the other half: the statement's day, and when the regulation in force was received. */
export function ownClearance(by: Acting, version: string): Promise<{ statementOn: string | null; acknowledgedAt: Date | null }> {
	return by.read(by.actor.id, "staffing", { action: "view", object: ["staffMember", by.actor.id] }, async (tx) => {
		const statement = await tx
			.selectFrom("app.confidentiality_statement")
			.select("signed_on")
			.where("staff_id", "=", by.actor.id)
			.orderBy("signed_on", "desc")
			.executeTakeFirst();
		const received = await tx
			.selectFrom("app.acknowledgement")
			.select("at")
			.where("staff_id", "=", by.actor.id)
			.where("regulation_version", "=", version)
			.executeTakeFirst();
		return { statementOn: statement?.signed_on ?? null, acknowledgedAt: received?.at ?? null };
	});
}
