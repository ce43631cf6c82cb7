import type { ClauseId } from "../law/clauses.ts";
import { consentKinds } from "../law/consents.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { consentRow, happened, isKnown } from "./event.server.ts";
import { mayNarrow } from "./rules.ts";

/** What a withdrawal met: stopped before it left, or under way already, and since when. */
export interface Stopped {
	readonly disclosure: string;
	readonly state: string;
	readonly began_at: Date | null;
}

interface Withdrawal {
	/** Of the event, made with the form. */
	readonly id: string;
	readonly candidate: string;
	readonly consent: string;
}

/**
 * The candidate withdraws in the portal: one step, no second factor, at once (AVG 7(3)). What was queued on it stops in the same
 * transaction; what had begun to leave is named with its time.
 */
export async function withdrawConsent(by: Acting, input: Omit<Withdrawal, "candidate">): Promise<readonly Stopped[]> {
	return end(by, "portal", { ...input, candidate: by.actor.id }, { method: "portal" });
}

/** The same said by telephone or in a letter: the member of staff who hears it records it at once, with how (R8.1). */
export async function recordWithdrawal(by: Acting, input: Withdrawal & { readonly note: string }): Promise<readonly Stopped[]> {
	enforce(may(by.actor.roles, "consent.ask"));
	return end(by, "reporting", input, { method: "word", note: input.note });
}

async function end(
	by: Acting,
	purpose: "portal" | "reporting",
	{ id, candidate, consent }: Withdrawal,
	how: { method: "portal" | "word"; note?: string },
): Promise<readonly Stopped[]> {
	const entry = { action: "withdrawConsent", object: ["consent", consent] as const, clause: "R8.1" };
	return by.act(candidate, purpose, entry, async (tx, seal) => {
		const row = await consentRow(tx, candidate, consent);
		if (await isKnown(tx, id)) return [];
		const { note } = await seal("consent_event", id, candidate, { note: how.note ?? null });
		await happened(by, tx, row, { id, kind: "withdrawn", method: how.method, note });
		return stopOn(by, tx, consent, row.data_classes, consentKinds[row.kind].clause);
	});
}

/** The candidate leaves less of it: these classes remain. What waits with more than that stops. */
export async function narrowConsent(
	by: Acting,
	input: { readonly id: string; readonly consent: string; readonly remaining: readonly string[] },
): Promise<readonly Stopped[]> {
	const candidate = by.actor.id;
	const entry = { action: "narrowConsent", object: ["consent", input.consent] as const, clause: "R8.1" };
	return by.act(candidate, "portal", entry, async (tx) => {
		const row = await consentRow(tx, candidate, input.consent);
		if (await isKnown(tx, input.id)) return [];
		enforce(mayNarrow(row.kind, row.state, row.data_classes, input.remaining));
		await happened(by, tx, row, { id: input.id, kind: "narrowed", method: "portal", data_classes: [...input.remaining] });
		const gone = row.data_classes.filter((one) => !input.remaining.includes(one));
		return stopOn(by, tx, input.consent, gone, consentKinds[row.kind].clause);
	});
}

/** A refusal said or written to a member of staff: as good as one in the portal. */
export async function recordRefusal(by: Acting, input: Withdrawal & { readonly note: string }): Promise<void> {
	enforce(may(by.actor.roles, "consent.ask"));
	if (input.note.trim() === "")
		throw new NotAllowed("R8.1", { nl: "Schrijf op hoe de kandidaat het zei.", en: "Write down how the candidate said it." });
	const entry = { action: "refuseConsent", object: ["consent", input.consent] as const, clause: "R8.1" };
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		const row = await consentRow(tx, input.candidate, input.consent);
		const { note } = await seal("consent_event", input.id, input.candidate, { note: input.note });
		await happened(by, tx, row, { id: input.id, kind: "refused", method: "word", note });
	});
}

/** Stops what waits on this consent with these classes, and says of the rest since when it is under way. Inside an act on the candidate. */
export async function stopOn(by: Acting, tx: Tx, consent: string, classes: readonly string[], clause: ClauseId) {
	const { rows } = await sql<Stopped>`
		select * from app.stop_consented(${consent}, ${[...classes]}::text[], ${clause}, ${by.now()})`.execute(tx);
	return rows;
}
