import { type Acting, sql, type Tx } from "../platform/db.server.ts";

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

/** What the database itself says: may this person open dossiers now (R1.3)? Inside any transaction of theirs. */
export async function isCleared(tx: Tx): Promise<boolean> {
	const { rows } = await sql<{ cleared: boolean }>`select app.cleared() as cleared`.execute(tx);
	return rows[0]?.cleared === true;
}
