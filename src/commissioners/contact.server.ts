import { enforceFresh } from "../accounts/factor.server.ts";
import { once, storeTokens, tokensOf } from "../candidates/tokens.server.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { enforceJobTitle } from "../guard/field.server.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { enqueue } from "../platform/jobs.server.ts";
import type { PersonName } from "../platform/name.ts";
import type { Sealer } from "../platform/sealing.ts";
import { FieldErrors, found, Stale } from "../platform/web/page.ts";
import { endVerifications } from "./address.server.ts";
import { parseAddress } from "./address.ts";
import type { ContactInput } from "./form.ts";
import { mayMailTo, mayReplace } from "./rules.ts";

/** Adds somebody who works for a commissioner. The same form sent twice is one person. Refuses a mail domain that is not theirs. */
export async function addContact(by: Acting, commissioner: string, input: ContactInput): Promise<void> {
	const tokens = await tokensOf(by.keys, { name: input.name, email: input.email, phone: input.phone ?? undefined });
	const now = by.now();
	await once(by, input.id, () =>
		by.act(
			input.id,
			"assignments",
			{ action: "create", object: ["contactPerson", input.id], clause: "R3.d" },
			async (tx, seal) => {
				enforce(may(by.actor.roles, "commissioner.write"));
				await enforceCleared(tx);
				await checkDomain(tx, commissioner, input.email);
				await enforceJobTitle(tx, commissioner, input);
				await tx.insertInto("app.person").values({ id: input.id, kind: "contact", created_at: now }).execute();
				const sealed = await sealContact(seal, input);
				await tx
					.insertInto("app.contact_person")
					.values({ id: input.id, commissioner_id: commissioner, kind: input.kind, ...sealed })
					.execute();
				await storeTokens(tx, { id: input.id, kind: "contact" }, tokens);
			},
		),
	);
}

/**
 * Changes a contact person. Another name is another person, and another address is nobody's yet: what was confirmed or asked of the address
 * ends, and it asks a fresh factor. With another name what was consented to for the person before no longer counts (R8.1).
 */
export async function updateContact(by: Acting, input: ContactInput): Promise<void> {
	const tokens = await tokensOf(by.keys, { name: input.name, email: input.email, phone: input.phone ?? undefined });
	const now = by.now();
	const { id } = input;
	const before = await by.read(id, "assignments", { action: "view", object: ["contactPerson", id] }, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.contact_person")
				.select(["name", "email", "commissioner_id", "row_version"])
				.where("id", "=", id)
				.executeTakeFirst(),
		);
		return { ...row, ...sealed("contact_person", id, id, { name: row.name, email: row.email }) };
	});
	if (before.row_version !== input.row_version) throw new Stale();
	const renamed = nameParts(JSON.parse(before.name)) !== nameParts(input.name);
	const another = renamed || before.email !== input.email;
	if (another) enforceFresh(by);
	await by.act(id, "assignments", { action: "update", object: ["contactPerson", id], clause: "R3.d" }, async (tx, seal) => {
		enforce(may(by.actor.roles, "commissioner.write"));
		await checkDomain(tx, before.commissioner_id, input.email);
		await enforceJobTitle(tx, before.commissioner_id, input);
		// The database takes a name that is written for another person: the same one is left as it was sealed.
		const { name, ...sealed } = await sealContact(seal, input);
		const { numUpdatedRows } = await tx
			.updateTable("app.contact_person")
			.set({ kind: input.kind, ...sealed, ...(renamed && { name, renamed_at: now }), row_version: sql`row_version + 1` })
			.where("id", "=", id)
			.where("row_version", "=", input.row_version ?? 0)
			.where("left_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) throw new Stale();
		await storeTokens(tx, { id, kind: "contact" }, tokens);
		if (another) await endVerifications(tx, id, now);
		if (renamed) await enqueue(tx, "lapseConsents", { id });
	});
}

const nameParts = ({ given, initials, infix, family }: PersonName): string => JSON.stringify([given, initials, infix, family]);

/**
 * Records that a contact person left, and who takes their place. From then on nothing goes to them: what waits on them is
 * refused at transmission, and a new agreement line cannot name them (R4.1).
 */
export async function contactLeaves(
	by: Acting,
	input: { contact: string; rowVersion: number; replacedBy: string | null },
): Promise<void> {
	const { contact, replacedBy } = input;
	const now = by.now();
	await by.act(contact, "assignments", { action: "leave", object: ["contactPerson", contact], clause: "R3.d" }, async (tx) => {
		enforce(may(by.actor.roles, "commissioner.write"));
		const leaver = await standing(tx, contact);
		enforce(mayReplace(found(leaver), replacedBy === null ? undefined : found(await standing(tx, replacedBy))));
		const { numUpdatedRows } = await tx
			.updateTable("app.contact_person")
			.set({ left_at: now, left_by: by.actor.id, replaced_by: replacedBy, row_version: sql`row_version + 1` })
			.where("id", "=", contact)
			.where("row_version", "=", input.rowVersion)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) throw new Stale();
		await endVerifications(tx, contact, now);
	});
}

/** Has this contact person left, so that what waits on them must stop? Inside any act or read that sees contact persons. */
export async function contactStopped(tx: Tx, contact: string): Promise<boolean> {
	return (await standing(tx, contact))?.left ?? true;
}

async function standing(tx: Tx, id: string) {
	const row = await tx
		.selectFrom("app.contact_person")
		.select(["commissioner_id", "left_at"])
		.where("id", "=", id)
		.executeTakeFirst();
	return row && { id, commissioner: row.commissioner_id, left: row.left_at !== null };
}

async function checkDomain(tx: Tx, commissioner: string, email: string): Promise<void> {
	const { mail_domains } = found(
		await tx
			.selectFrom("app.commissioner")
			.select("mail_domains")
			.where("id", "=", commissioner)
			.where("kind", "<>", "selfPaying")
			.executeTakeFirst(),
	);
	const decision = mayMailTo(parseAddress(email)?.domain ?? "", mail_domains);
	if (!decision.allowed) throw new FieldErrors({ email: decision.why });
}

const sealContact = (seal: Sealer, { id, name, email, phone, job_title }: ContactInput) =>
	seal("contact_person", id, id, { name: JSON.stringify(name), email, phone, job_title });
