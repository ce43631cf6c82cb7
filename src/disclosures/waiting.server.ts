import { type CalendarDate, today } from "../law/deadlines.ts";
import { type Decision, NotAllowed } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { addressValue } from "./collection.ts";
import { isWaiting } from "./queries.server.ts";
import { type Clearance, mayMailLink } from "./rules.ts";
import "./tables.ts";

/**
 * The document of a disclosure waits here for its reader (channel C): bound to the contact person and to the address that they confirmed
 * before. Without a confirmed address there is no such channel, and none below it: refused (R9.1).
 */
export async function layWaiting(
	by: Acting,
	tx: Tx,
	{ recipient, subject, trajectory }: Clearance,
	{ id, hash, until }: { id: string; hash: Buffer; until: CalendarDate },
): Promise<void> {
	const contact = recipient.contactId ?? "";
	const verification = await tx
		.selectFrom("app.address_verification")
		.select("id")
		.where("contact_id", "=", contact)
		.where("verified_at", "is not", null)
		.where("ended_at", "is", null)
		.orderBy("verified_at", "desc")
		.limit(1)
		.executeTakeFirst();
	if (!verification) {
		throw new NotAllowed("R9.1", {
			nl: "Het adres van de ontvanger is nog niet bevestigd. Vraag dat eerst, met een bericht zonder inhoud.",
			en: "The recipient's address is not confirmed yet. Ask for that first, with a message without content.",
		});
	}
	const [address] = await by.keys.tokens([{ kind: "attempt", value: addressValue(id, recipient.email) }]);
	await tx
		.insertInto("app.collection")
		.values({
			...{
				disclosure_id: id,
				subject_id: subject,
				trajectory_id: trajectory,
				contact_id: contact,
				verification_id: verification.id,
			},
			...{ token_hash: hash, address_token: address as Buffer, expires_on: until, created_at: by.now() },
		})
		.execute();
}

/** Does the document of this disclosure still wait here, if it is one that does? The answer holds until the transaction ends (R9.1). */
export async function stillWaits(by: Acting, tx: Tx, disclosure: string): Promise<Decision> {
	const rows = tx.selectFrom("app.collection").select(["ended_at", "expires_on"]).where("disclosure_id", "=", disclosure);
	const row = await rows.forShare().executeTakeFirst();
	return mayMailLink(isWaiting(row, today(by)));
}
