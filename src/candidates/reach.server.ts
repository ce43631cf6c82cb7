import type { Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";

/**
 * Where a candidate gets a message that something waits in the portal: their address and language, when they have an account.
 * Null: they are told by phone or letter instead. Inside a read of that candidate; the address comes back opened.
 */
export async function portalAddress(tx: Tx, sealed: Marker, candidate: string) {
	const row = await tx
		.selectFrom("app.candidate as c")
		.innerJoin("auth.account as a", (join) =>
			join.onRef("a.person_id", "=", "c.id").on("a.realm", "=", "candidate").on("a.ended_at", "is", null),
		)
		.innerJoin("app.candidate_field as f", (join) => join.onRef("f.subject_id", "=", "c.id").on("f.field", "=", "email"))
		.select(["c.language", "f.id", "f.value"])
		.where("c.id", "=", candidate)
		.orderBy("f.updated_at", "desc")
		.limit(1)
		.executeTakeFirst();
	if (!row) return null;
	const { value } = sealed("candidate_field", row.id, candidate, { value: row.value });
	return { email: value, lang: row.language };
}
