import { consentsFor } from "../consents/facts.server.ts";
import type { CommissionerKind } from "../law/assignment-types.ts";
import { type CategoryId, consentsNeeded } from "../law/categories.ts";
import { type DataClass, type RecipientType, recipientTypeOf } from "../law/data-classes.ts";
import { classesBeyond } from "../law/no-objection.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Acting, Tx } from "../platform/db.server.ts";

/** What would go: to which contact person, for what, which data, and (hex) which document. */
export interface Going {
	readonly subject: string;
	readonly contactId: string;
	readonly purpose: string;
	readonly categories: readonly CategoryId[];
	readonly sha256: string | null;
	/** What was spoken went at that moment, and is judged by what held then; everything else goes now. */
	readonly saidAt?: Date | undefined;
}

/** What stands under it at one moment: ids by class of data. */
export interface Consented {
	readonly type: RecipientType;
	readonly consents: ReadonlyMap<DataClass, string>;
	readonly declared: ReadonlyMap<DataClass, string>;
}

/**
 * What the law calls this contact person at this moment, and for which classes of data a consent is in force for them, this purpose and
 * this document (R8.1), with the consent's id; and for which classes beyond the law they declared to have no objection. All stay as they
 * are until the transaction ends. Undefined: no such person.
 */
export async function consentedNow(by: Acting, tx: Tx, going: Going): Promise<Consented | undefined> {
	const row = await tx
		.selectFrom("app.contact_person as c")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select(["c.kind as contact", "o.kind as commissioner"])
		.where("c.id", "=", going.contactId)
		.executeTakeFirst();
	if (!row) return undefined;
	const type = recipientTypeOf(row.commissioner as CommissionerKind, row.contact);
	const asked = {
		...{ subject: going.subject, purpose: going.purpose as PurposeId, lock: true },
		...(going.saidAt ? { at: going.saidAt, past: true } : { at: by.now() }),
		recipient: { kind: "contact", contactId: going.contactId } as const,
		...(going.sha256 !== null && { document: going.sha256 }),
	};
	return {
		type,
		consents: await consentsFor(tx, asked, consentsNeeded(type, going.categories)),
		declared: await consentsFor(tx, { ...asked, kind: "noObjection" }, classesBeyond(type, going.categories)),
	};
}

/**
 * Writes down on which consents and declarations a disclosure goes, as they are at this moment: whoever withdraws one of them stops it
 * (R8.1). Each once; what it went on before stays.
 */
export async function goesOn(
	tx: Tx,
	of: { readonly disclosure: string; readonly subject: string; readonly trajectory: string },
	given: Pick<Consented, "consents" | "declared"> | undefined,
): Promise<void> {
	const all = [...(given?.consents ?? []), ...(given?.declared ?? [])];
	if (all.length === 0) return;
	const shared = { subject_id: of.subject, trajectory_id: of.trajectory, disclosure_id: of.disclosure };
	await tx
		.insertInto("app.disclosure_consent")
		.values(all.map(([dataClass, consent]) => ({ ...shared, consent_id: consent, data_class: dataClass })))
		.onConflict((row) => row.doNothing())
		.execute();
}
