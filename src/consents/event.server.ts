import { dateOf } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { type ConsentEventKind, type Method, mayHappen, stateOn } from "./rules.ts";
import "./tables.ts";

/** Is the recipient somebody else than who they were when it was asked (R8.1)? */
export const toAnother = sql<boolean>`not app.same_person(contact_id, contact_n)`;

/** A consent's row without anything sealed. */
export async function consentRow(tx: Tx, candidate: string, consent: string) {
	return found(
		await tx
			.selectFrom("app.consent")
			.select(["id", "subject_id", "trajectory_id", "kind", "state", "expires_on", "data_classes", "notice_sha256", "number"])
			.select(["asked_by", "asked_at", "text_version", "row_version", toAnother.as("another")])
			.where("id", "=", consent)
			.where("subject_id", "=", candidate)
			.executeTakeFirst(),
	);
}
export type ConsentRow = Awaited<ReturnType<typeof consentRow>>;

interface Detail {
	readonly method?: Method;
	readonly language?: "nl" | "en";
	readonly second_factor_at?: Date;
	readonly notice_sha256?: Buffer;
	readonly signed_on?: string;
	readonly scan?: Buffer;
	readonly scan_type?: string;
	readonly scan_sha256?: Buffer;
	readonly data_classes?: string[];
	readonly note?: Buffer | null;
}

/**
 * Writes what happened to a consent; its state follows in the database, under the gate's own lock. A repeat with the same id is the
 * same event. Throws NotAllowed for what cannot follow, Stale when something else came first.
 */
export async function happened(
	by: Acting,
	tx: Tx,
	row: Pick<ConsentRow, "id" | "subject_id" | "trajectory_id" | "kind" | "state" | "expires_on" | "another">,
	event: { id: string; kind: ConsentEventKind } & Detail,
): Promise<void> {
	if (await isKnown(tx, event.id)) return;
	const today = dateOf(by.now());
	// What is past its day or its recipient can still be taken back or written down as past; nothing else follows on it.
	const ends = ["expired", "withdrawn", "lapsed", "replaced"].includes(event.kind);
	const state = ends ? row.state : stateOn(row.state, row.expires_on, today, row.another);
	enforce(mayHappen(row.kind, state, event.kind));
	try {
		await tx
			.insertInto("app.consent_event")
			.values({
				...{ subject_id: row.subject_id, trajectory_id: row.trajectory_id, consent_id: row.id },
				...{ at: by.now(), by_id: by.actor.id },
				...event,
			})
			.execute();
	} catch (error) {
		if ((error as { code?: string }).code === "23514") throw new Stale();
		throw error;
	}
}

/** Was this event written already? */
export async function isKnown(tx: Tx, event: string): Promise<boolean> {
	const row = await tx.selectFrom("app.consent_event").select("id").where("id", "=", event).executeTakeFirst();
	return row !== undefined;
}
