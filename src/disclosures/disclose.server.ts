import { dateOf } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { sha256 } from "../platform/hash.ts";
import { enqueue } from "../platform/jobs.server.ts";
import { compose } from "../platform/outbound/compose.ts";
import { sealOn } from "../platform/pdf/seals.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { newToken } from "../platform/tokens.ts";
import { collectMail, lastDay } from "./collection.ts";
import { type Consented, consentedNow, goesOn } from "./consented.server.ts";
import { hashOf } from "./hash.ts";
import { type Clearance, type Form, isClearance, mayBeSaid } from "./rules.ts";
import { layWaiting } from "./waiting.server.ts";
import "./tables.ts";

/** What goes out: a subject that names nobody, plain words, and the PDF that was cleared. */
export interface Mail {
	readonly subjectLine: string;
	readonly text: string;
	readonly attachment?: { readonly filename: string; readonly bytes: Uint8Array };
	/** Made by the browser or the caller, so that a repeat is the same row. */
	readonly id?: string;
	/** Our page where a document of channel C is collected; without it such a document does not go. */
	readonly collectAt?: string;
}

/**
 * Registers a disclosure, freezes its message and queues it, all in the caller's transaction; it leaves after the time to undo.
 * The clearance must be for these very bytes, which are checked once more: sealed, whole, nothing added (R9.1). What weighs too much for
 * mail waits here, and the mail carries the way to it (R8.1). Returns the disclosure's id. Throws NotAllowed, BadAddress.
 */
export async function disclose(by: Acting, tx: Tx, seal: Sealer, clearance: Clearance, mail: Mail): Promise<string> {
	mustBeCleared(clearance, "written");
	const { attachment } = mail;
	mustBeThose(attachment?.bytes ?? mail.text, clearance);
	if (attachment) await sealOn(tx, attachment.bytes);
	const agency = await sender(tx);
	const id = mail.id ?? by.chance.uuid();
	const waits = clearance.channel === "C" ? toCollect(by, mail, agency) : undefined;
	const dispatch = by.chance.uuid();
	const now = by.now();
	const after = new Date(now.getTime() + agency.undo_seconds * 1000);
	const messageId = messageIdFor(dispatch, agency.email);
	const { recipient, subject } = clearance;
	const bytes = await compose({
		from: { name: agency.name, address: agency.email },
		// What carries only a link names nobody: the mailbox knows whose it is.
		to: { name: waits ? "" : recipient.name, address: recipient.email },
		...{ messageId, date: now },
		...(waits
			? { subject: waits.subjectLine, text: waits.text }
			: { subject: mail.subjectLine, text: mail.text, ...(attachment && { attachment }) }),
	});
	await register(by, tx, seal, clearance, { id, state: "queued", transmit_after: after });
	if (waits && attachment) {
		await keepDocument(by, tx, seal, clearance, { id, ...attachment });
		await layWaiting(by, tx, clearance, { id, hash: waits.hash, until: waits.until });
	}
	await tx
		.insertInto("app.dispatch")
		.values({
			...{
				id: dispatch,
				subject_id: subject,
				trajectory_id: clearance.trajectory,
				disclosure_id: id,
				kind: "disclosure",
				message_id: messageId,
			},
			...(await seal("dispatch", dispatch, subject, { mail: bytes, recipient: recipient.email })),
			...{
				sha256: sha256(bytes),
				state_at: now,
				transmit_after: after,
				created_at: now,
				made_by: by.actor.id,
				clause: null,
				detail: null,
			},
		})
		.execute();
	await enqueue(tx, "transmit", { id: dispatch }, { runAt: after, key: `transmit:${dispatch}` });
	return id;
}

/** Channel C: the words of the mail and its link. There is no lighter channel to fall back on. */
function toCollect(by: Acting, { attachment, collectAt }: Mail, agency: { name: string; collect_days: number }) {
	if (!attachment || !collectAt) {
		throw new NotAllowed("R8.1", {
			nl: "Dit weegt te zwaar voor een gewone e-mail. Het gaat alleen als document dat de ontvanger met een code ophaalt.",
			en: "This weighs too much for ordinary e-mail. It goes only as a document that the recipient collects with a code.",
		});
	}
	const { token: secret, hash } = newToken(by.chance);
	const until = lastDay(by.now(), agency.collect_days);
	return { hash, until, ...collectMail({ agency: agency.name, link: `${collectAt}/${secret}`, until }) };
}

/**
 * Registers what was told (R9.2): who, what, when, on which ground, and a summary of it. It is judged by the consents that held when it was
 * spoken (R8.1). Returns the disclosure's id. Throws NotAllowed, also for a moment that is yet to come.
 */
export async function recordOral(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	clearance: Clearance,
	told: { readonly at: Date; readonly summary: string; readonly id?: string },
): Promise<string> {
	mustBeCleared(clearance, "oral");
	if (told.at > by.now())
		throw new NotAllowed("R9.2", { nl: "Dit gesprek moet nog komen.", en: "This conversation is yet to come." });
	const id = told.id ?? by.chance.uuid();
	const { summary } = await seal("disclosure", id, clearance.subject, { summary: told.summary });
	await register(by, tx, seal, clearance, {
		...{ id, state: "recorded", transmit_after: null, summary },
		...{ on_day: dateOf(told.at), said_at: told.at },
	});
	return id;
}

/**
 * Registers a letter (R9.1): a PDF of ours, sealed, that was posted or handed over on that day. The agency keeps those very bytes. For
 * who is no contact person, and for who has no mail. Returns the disclosure's id. Throws NotAllowed.
 */
export async function recordLetter(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	clearance: Clearance,
	letter: { readonly on: string; readonly bytes: Uint8Array; readonly filename: string; readonly id?: string },
): Promise<string> {
	mustBeCleared(clearance, "letter");
	mustBeThose(letter.bytes, clearance);
	await sealOn(tx, letter.bytes);
	const id = letter.id ?? by.chance.uuid();
	await register(by, tx, seal, clearance, { id, state: "recorded", transmit_after: null, on_day: letter.on });
	await keepDocument(by, tx, seal, clearance, { id, ...letter });
	return id;
}

async function keepDocument(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	{ subject, trajectory }: Clearance,
	{ id, filename, bytes }: { id: string; filename: string; bytes: Uint8Array },
): Promise<void> {
	await tx
		.insertInto("app.disclosed_document")
		.values({
			...{ disclosure_id: id, subject_id: subject, trajectory_id: trajectory, filename, created_at: by.now() },
			...(await seal("disclosed_document", id, subject, { pdf: bytes })),
		})
		.execute();
}

interface Row {
	id: string;
	state: "queued" | "recorded";
	transmit_after: Date | null;
	on_day?: string;
	said_at?: Date;
	summary?: Buffer;
}

async function register(by: Acting, tx: Tx, seal: Sealer, clearance: Clearance, row: Row): Promise<void> {
	const { subject, trajectory, about, recipient, form, categories, purpose, ground, clause, sha256 } = clearance;
	const given = await consentsOf(by, tx, clearance, row.said_at);
	const sealed = await seal("disclosure", row.id, subject, { recipient: JSON.stringify(recipient) });
	await tx
		.insertInto("app.disclosure")
		.values({
			...{ subject_id: subject, trajectory_id: trajectory, about: about.kind, about_id: about.id, form },
			...{ contact_id: recipient.contactId, commissioner_id: recipient.commissionerId, recipient: sealed.recipient },
			...{ categories: [...categories], purpose, ground, clause, sha256: sha256 === null ? null : Buffer.from(sha256, "hex") },
			...{ on_day: null, summary: null, state_at: by.now(), created_at: by.now(), by_id: by.actor.id, ...row },
		})
		.execute();
	await goesOn(tx, { disclosure: row.id, subject, trajectory }, given);
}

/** The consents that it goes on (R8.1). Throws NotAllowed where one is needed and none is in force, whatever the clearance said. */
async function consentsOf(
	by: Acting,
	tx: Tx,
	{ subject, recipient, purpose, categories, sha256 }: Clearance,
	saidAt: Date | undefined,
): Promise<Consented | undefined> {
	const { contactId, type } = recipient;
	if (contactId === null) return undefined;
	const going = { subject, contactId, purpose, categories, sha256, saidAt };
	const given = await consentedNow(by, tx, going);
	enforce(mayBeSaid(type, categories, [...(given?.consents.keys() ?? [])]));
	return given;
}

function mustBeThose(content: string | Uint8Array, clearance: Clearance): void {
	if (hashOf(content) === clearance.sha256) return;
	throw new NotAllowed("R9.1", {
		nl: "Dit is niet het document dat is goedgekeurd.",
		en: "This is not the document that was approved.",
	});
}

function mustBeCleared(clearance: Clearance, form: Form): void {
	if (!isClearance(clearance) || clearance.form !== form) {
		throw new NotAllowed("R4.1", { nl: "Hiervoor is geen vrijgave gegeven.", en: "No clearance was given for this." });
	}
}

/** What the agency's own row says about sending. */
export async function sender(tx: Tx): Promise<{ name: string; email: string; undo_seconds: number; collect_days: number }> {
	const { rows } = await sql<{
		name: string;
		email: string;
		undo_seconds: number;
		collect_days: number;
	}>`select name, email, undo_seconds, collect_days from app.agency`.execute(tx);
	if (!rows[0]) throw new Error("There is no agency yet, so nothing can be sent");
	return rows[0];
}

/** Made once; a second attempt carries the same, so that the receiver can recognise a duplicate. */
export const messageIdFor = (dispatch: string, email: string): string =>
	`<${dispatch}@${email.slice(email.lastIndexOf("@") + 1)}>`;
