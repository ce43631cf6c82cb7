import { countBack } from "../disclosures/bounced.server.ts";
import { today } from "../law/deadlines.ts";
import type { Acting } from "../platform/db.server.ts";

/**
 * What still stands between a member of staff and the dossiers: a registered statement, the regulation in force acknowledged (R1.3). And how
 * many messages did not arrive that they can do something about (R3.g).
 */
export function standing(by: Acting): Promise<{ statement: boolean; acknowledged: boolean; back: number }> {
	return by.list("staffing", { action: "view", object: ["staff_member", by.actor.id], clause: "R1.3" }, async (tx) => {
		const statement = await tx
			.selectFrom("app.confidentiality_statement")
			.select("id")
			.where("staff_id", "=", by.actor.id)
			.executeTakeFirst();
		const version = await tx
			.selectFrom("app.regulation_version")
			.select("version")
			.where("in_force_from", "<=", today(by))
			.orderBy("in_force_from", "desc")
			.limit(1)
			.executeTakeFirst();
		const read =
			version &&
			(await tx
				.selectFrom("app.acknowledgement")
				.select("at")
				.where("staff_id", "=", by.actor.id)
				.where("regulation_version", "=", version.version)
				.executeTakeFirst());
		return { statement: Boolean(statement), acknowledged: Boolean(read), back: await countBack(tx) };
	});
}
