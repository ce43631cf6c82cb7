import { consentsFor } from "../consents/facts.server.ts";
import type { CommissionerKind } from "../law/assignment-types.ts";
import { type CategoryId, consentsNeeded } from "../law/categories.ts";
import { type DataClass, type RecipientType, recipientTypeOf } from "../law/data-classes.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Acting, Tx } from "../platform/db.server.ts";

/** What would go: to which contact person, for what, which data, and (hex) which document. */
export interface Going {
	readonly subject: string;
	readonly contactId: string;
	readonly purpose: string;
	readonly categories: readonly CategoryId[];
	readonly sha256: string | null;
}

/**
 * What the law calls this contact person at this moment, and for which classes of data a consent is in force for them, this purpose and
 * this document (R8.1), with the consent's id. The consents stay as they are until the transaction ends. Undefined: no such person.
 */
export async function consentedNow(
	by: Acting,
	tx: Tx,
	going: Going,
): Promise<{ type: RecipientType; consents: ReadonlyMap<DataClass, string> } | undefined> {
	const row = await tx
		.selectFrom("app.contact_person as c")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select(["c.kind as contact", "o.kind as commissioner"])
		.where("c.id", "=", going.contactId)
		.executeTakeFirst();
	if (!row) return undefined;
	const type = recipientTypeOf(row.commissioner as CommissionerKind, row.contact);
	const asked = {
		...{ subject: going.subject, purpose: going.purpose as PurposeId, at: by.now(), lock: true },
		recipient: { kind: "contact", contactId: going.contactId } as const,
		...(going.sha256 !== null && { document: going.sha256 }),
	};
	return { type, consents: await consentsFor(tx, asked, consentsNeeded(type, going.categories)) };
}
