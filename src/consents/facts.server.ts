import type { CommissionerKind } from "../law/assignment-types.ts";
import type { ConsentKind } from "../law/consents.ts";
import { type DataClass, dataClassIds, recipientTypeOf } from "../law/data-classes.ts";
import { dateOf } from "../law/deadlines.ts";
import type { PurposeId } from "../law/purposes.ts";
import { sql, type Tx } from "../platform/db.server.ts";
import { isInForce } from "./rules.ts";
import "./tables.ts";

/** To whom a consent is about: a contact person, a doctor or carer, or the agency itself that keeps the data (UAVG 22(2)(a)). */
export type ConsentRecipient =
	| { readonly kind: "contact"; readonly contactId: string }
	| { readonly kind: "carer"; readonly carerId: string }
	| { readonly kind: "self" };

export interface ConsentQuestion {
	/** The candidate; must be the subject of the transaction. */
	readonly subject: string;
	readonly purpose: PurposeId;
	readonly recipient: ConsentRecipient;
	readonly dataClass: DataClass;
	readonly at: Date;
	/** `hold` for the agency itself, otherwise `disclose`, unless said. */
	readonly kind?: ConsentKind;
	/** SHA-256 (hex) of the document that would go; without it only a consent for values counts. */
	readonly document?: string;
	/** Keeps the answer true until this transaction ends: a withdrawal waits. Locks in the order of db/migrations/0023. */
	readonly lock?: boolean;
	/** `at` is a moment that lies behind: what held then, whatever became of it since. */
	readonly past?: boolean;
}

/**
 * The consent in force for exactly this: given, not withdrawn, not expired on that day, in words that are known, by a recipient who is
 * still who, what and where they were. Undefined: there is none (R8.1, R8.2). In any role that decides about a disclosure.
 */
export async function consentFor(tx: Tx, asked: ConsentQuestion): Promise<{ id: string } | undefined> {
	const [id] = await allConsentsFor(tx, asked);
	return id === undefined ? undefined : { id };
}

/** The same, and every one that there is: what was given last comes first. */
export async function allConsentsFor(tx: Tx, asked: ConsentQuestion): Promise<readonly string[]> {
	const { recipient, document } = asked;
	const kind = asked.kind ?? (recipient.kind === "self" ? "hold" : "disclose");
	const contact = recipient.kind === "contact" ? recipient.contactId : null;
	const carer = recipient.kind === "carer" ? recipient.carerId : null;
	const what = sql`${kind}, ${asked.purpose}, ${contact}::uuid, ${carer}::uuid, ${asked.dataClass}`;
	const lock = asked.lock ?? false;
	const { rows } = await (asked.past
		? sql<Given>`select * from app.consents_then(${what}, ${asked.at}, ${lock})`
		: sql<Given>`select * from app.consents_given(${what}, ${dateOf(asked.at)}::date, ${lock})`
	).execute(tx);
	if (rows.length === 0) return [];
	const now = contact ? await contactNow(tx, contact) : undefined;
	// The database looked at state and day; the rest is the rule's.
	const today = dateOf(asked.at);
	const holds = rows.filter(
		(row) =>
			isInForce({
				...{ kind, state: "given", expiresOn: today, today, textVersion: row.text_version },
				sameRecipient: !contact || (row.commissioner_id === now?.commissioner && row.recipient_type === now.type),
				sameDocument: row.document_sha256 === null ? null : row.document_sha256.toString("hex") === document,
			}).allowed,
	);
	return holds.map((row) => row.id);
}

interface Given {
	id: string;
	commissioner_id: string | null;
	recipient_type: string;
	document_sha256: Buffer | null;
	text_version: string;
}

/** What the law calls this contact person now, and where they work. */
async function contactNow(tx: Tx, contact: string) {
	const row = await tx
		.selectFrom("app.contact_person as c")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select(["c.kind as contactKind", "o.kind as commissionerKind", "o.id as commissioner"])
		.where("c.id", "=", contact)
		.where("c.left_at", "is", null)
		.executeTakeFirst();
	return (
		row && { commissioner: row.commissioner, type: recipientTypeOf(row.commissionerKind as CommissionerKind, row.contactKind) }
	);
}

/** The consents in force for one recipient and purpose, by class of data: for a rule that weighs several classes at once. */
export async function consentsFor(
	tx: Tx,
	asked: Omit<ConsentQuestion, "dataClass">,
	classes: readonly DataClass[] = dataClassIds,
): Promise<ReadonlyMap<DataClass, string>> {
	const found = new Map<DataClass, string>();
	for (const dataClass of classes) {
		const consent = await consentFor(tx, { ...asked, dataClass });
		if (consent) found.set(dataClass, consent.id);
	}
	return found;
}
