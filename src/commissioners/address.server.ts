import { enforceFresh } from "../accounts/factor.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { type CalendarDate, isCalendarDate, today } from "../law/deadlines.ts";
import { enforce, no } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, type Door, sql, type Tx } from "../platform/db.server.ts";
import { newToken, tokenHash } from "../platform/tokens.ts";
import { found, Stale } from "../platform/web/page.ts";

const daysToAnswer = 14;

/** Asks a contact person, with a message without content, to show that the address is theirs. An earlier question ends. */
export async function askVerification(by: Acting, contact: string, publicUrl: string): Promise<void> {
	const { token: code, hash } = newToken(by.chance);
	const now = by.now();
	const { email, rowVersion } = await addressOf(by, contact);
	await by.act(
		contact,
		"assignments",
		{ action: "askAddress", object: ["contactPerson", contact], clause: "R9.1" },
		async (tx, seal) => {
			enforce(may(by.actor.roles, "commissioner.write"));
			await unchanged(tx, contact, rowVersion);
			await endVerifications(tx, contact, now);
			const id = by.chance.uuid();
			const sealed = await seal("address_verification", id, contact, { email });
			const expires_at = new Date(now.getTime() + daysToAnswer * 86_400_000);
			await tx
				.insertInto("app.address_verification")
				.values({
					id,
					contact_id: contact,
					email: sealed.email,
					token_hash: hash,
					asked_at: now,
					asked_by: by.actor.id,
					expires_at,
				})
				.execute();
			const link = `${publicUrl.replace(/\/$/, "")}/bevestig-adres?code=${code}`;
			await notify(by, tx, seal, { to: contact, email, kind: "addressVerification", link, lang: "nl" });
		},
	);
}

/** Records that a staff member heard on the telephone, on that day, that the address is right. */
export async function confirmByPhone(by: Acting, contact: string, on: CalendarDate): Promise<void> {
	const now = by.now();
	const { email, rowVersion } = await addressOf(by, contact);
	enforceFresh(by);
	await by.act(
		contact,
		"assignments",
		{ action: "confirmAddress", object: ["contactPerson", contact], clause: "R9.1" },
		async (tx, seal) => {
			enforce(may(by.actor.roles, "commissioner.write"));
			enforce(isCalendarDate(on) && on <= today(by) ? { allowed: true, under: "R9.1" } : future);
			await unchanged(tx, contact, rowVersion);
			await endVerifications(tx, contact, now);
			const id = by.chance.uuid();
			const sealed = await seal("address_verification", id, contact, { email });
			const verified_at = on === today(by) ? now : new Date(`${on}T12:00:00Z`);
			await tx
				.insertInto("app.address_verification")
				.values({
					id,
					contact_id: contact,
					email: sealed.email,
					asked_at: now,
					asked_by: by.actor.id,
					expires_at: now,
					verified_at,
					verified_how: "phone",
				})
				.execute();
		},
	);
}
const future = no("R9.1", { nl: "Kies een dag die niet in de toekomst ligt.", en: "Choose a day that is not in the future." });

export interface FoundVerification {
	readonly id: string;
	readonly contact_id: string;
	readonly verified_at: Date | null;
}

/** Which question this code answers; nothing when it ended, expired or never was. Tells nothing of whose address it is. */
export async function findVerification(door: Door, code: string, now: Date): Promise<FoundVerification | undefined> {
	const [row] = await door.ask(
		"recipient",
		sql<FoundVerification>`select * from app.find_address_verification(${tokenHash(code)}, ${now})`,
	);
	return row;
}

/** The contact person confirms the address, with the code as the proof that the message arrived there. */
export async function confirmAddress(door: Door, code: string, now: Date, traceId?: string): Promise<void> {
	const question = found(await findVerification(door, code, now));
	if (question.verified_at) return;
	const contact = question.contact_id;
	const by = door.as({ kind: "recipient", id: contact, roles: [], ...(traceId && { traceId }) });
	await by.act(
		contact,
		"assignments",
		{ action: "confirmAddress", object: ["addressVerification", question.id], clause: "R9.1" },
		async (tx) => {
			await tx
				.updateTable("app.address_verification")
				.set({ verified_at: now, verified_how: "link" })
				.where("id", "=", question.id)
				.where("verified_at", "is", null)
				.where("ended_at", "is", null)
				.execute();
		},
	);
}

/** Ends what was asked or confirmed of this person's address: it changed, was asked anew, or they left. */
export async function endVerifications(tx: Tx, contact: string, now: Date): Promise<void> {
	await tx
		.updateTable("app.address_verification")
		.set({ ended_at: now })
		.where("contact_id", "=", contact)
		.where("ended_at", "is", null)
		.execute();
}

async function addressOf(by: Acting, contact: string): Promise<{ email: string; rowVersion: number }> {
	return by.read(contact, "assignments", { action: "view", object: ["contactPerson", contact] }, async (tx, sealed) => {
		enforce(may(by.actor.roles, "commissioner.write"));
		const row = found(
			await tx
				.selectFrom("app.contact_person")
				.select(["email", "row_version"])
				.where("id", "=", contact)
				.where("left_at", "is", null)
				.executeTakeFirst(),
		);
		return { rowVersion: row.row_version, ...sealed("contact_person", contact, contact, { email: row.email }) };
	});
}

// The address was read in a look of its own: what is asked or confirmed must still be that one, of somebody who is still there.
async function unchanged(tx: Tx, contact: string, rowVersion: number): Promise<void> {
	const row = await tx
		.selectFrom("app.contact_person")
		.select("id")
		.where("id", "=", contact)
		.where("row_version", "=", rowVersion)
		.where("left_at", "is", null)
		.forUpdate()
		.executeTakeFirst();
	if (!row) throw new Stale();
}
