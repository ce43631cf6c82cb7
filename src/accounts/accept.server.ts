import { NotAllowed } from "../law/decision.ts";
import { type Acting, type Door, sql, type Tx } from "../platform/db.server.ts";
import { tokenHash } from "../platform/tokens.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { replaceRecoveryCodes } from "./recovery.server.ts";
import type { Realm } from "./rules.ts";
import { hashPassword, newTotpSecret, totpStep } from "./secrets.ts";
import { asPerson, openSession } from "./session.server.ts";

/** Someone who holds a link that is still good: at the door as themself, and for nothing else than to accept it. */
export interface Invited {
	by: Acting;
	invitation: string;
}

/** Whose invitation this is, or nothing when it is used, ended, expired or none of ours. Looking does not use it. */
export async function invitedBy(door: Door, by: Acting, realm: Realm, code: string): Promise<Invited | undefined> {
	const [found] = await door.ask(
		realm,
		sql<{ invitation_id: string; person_id: string }>`select * from auth.find_invitation(${tokenHash(code)}, ${realm})`,
	);
	return found && { by: asPerson(door, by, realm, found.person_id), invitation: found.invitation_id };
}

/** The first step: a password, and a fresh secret for the app; an earlier unconfirmed one ends. The invitation stays open. */
export async function choosePassword({ by, invitation }: Invited, password: string): Promise<void> {
	const person = by.actor.id;
	const hashed = await hashPassword(password);
	await by.act(person, "security", { action: "acceptInvitation", object: ["invitation", invitation] }, async (tx, seal) => {
		await stillOpen(tx, invitation);
		await tx
			.updateTable("auth.account")
			.set({ password_hash: hashed, row_version: sql`row_version + 1` })
			.where("person_id", "=", person)
			.execute();
		await tx
			.updateTable("auth.totp")
			.set({ ended_at: by.now() })
			.where("person_id", "=", person)
			.where("confirmed_at", "is", null)
			.where("ended_at", "is", null)
			.execute();
		const id = by.chance.uuid();
		const { secret } = await seal("totp", id, person, { secret: newTotpSecret(by.chance) });
		await tx.insertInto("auth.totp").values({ id, person_id: person, secret, created_at: by.now() }).execute();
	});
}

/** The secret that is to be put in the app; nothing before the password was chosen. */
export async function secretToConfirm({ by, invitation }: Invited): Promise<{ id: string; secret: string } | undefined> {
	const person = by.actor.id;
	const [waiting] = await by.read(
		person,
		"security",
		{ action: "acceptInvitation", object: ["invitation", invitation] },
		async (tx, sealed) => {
			const rows = await tx
				.selectFrom("auth.totp")
				.select(["id", "secret"])
				.where("person_id", "=", person)
				.where("confirmed_at", "is", null)
				.where("ended_at", "is", null)
				.execute();
			return rows.map((row) => ({ id: row.id, ...sealed("totp", row.id, person, { secret: row.secret }) }));
		},
	);
	return waiting;
}

/** The last step: a code from the app. The account is in use from now on; answers a session and the recovery codes, shown this once. */
export async function confirmFactor(
	invited: Invited,
	input: { code: string; device: string; network?: string },
): Promise<{ token: string; codes: string[] }> {
	const { by, invitation } = invited;
	const person = by.actor.id;
	const waiting = await secretToConfirm(invited);
	const step = waiting && totpStep(waiting.secret, input.code, by.now());
	if (!waiting || step === undefined) {
		throw new FieldErrors({
			code: {
				nl: "Deze code klopt niet. Vul de code in die de app nu toont.",
				en: "This code is wrong. Enter the code that the app shows now.",
			},
		});
	}
	const now = by.now();
	return by.act(person, "security", { action: "signIn", object: ["invitation", invitation] }, async (tx, seal) => {
		const [used] = await tx
			.updateTable("auth.invitation")
			.set({ used_at: now })
			.where("id", "=", invitation)
			.where("used_at", "is", null)
			.where("ended_at", "is", null)
			.where("expires_at", ">", now)
			.execute();
		if (used?.numUpdatedRows !== 1n) throw new NotAllowed("R10.1", spent);
		await tx
			.updateTable("auth.totp")
			.set({ ended_at: now })
			.where("person_id", "=", person)
			.where("id", "<>", waiting.id)
			.where("ended_at", "is", null)
			.execute();
		await tx
			.updateTable("auth.totp")
			.set({ confirmed_at: now, last_step: String(step) })
			.where("id", "=", waiting.id)
			.execute();
		await tx
			.updateTable("auth.account")
			.set({ activated_at: now, row_version: sql`row_version + 1` })
			.where("person_id", "=", person)
			.execute();
		const codes = await replaceRecoveryCodes(by, tx);
		return { codes, token: await openSession(by, tx, seal, { ...input, proven: true }) };
	});
}

const spent = {
	nl: "Deze uitnodiging is gebruikt of verlopen. Vraag om een nieuwe.",
	en: "This invitation was used or has expired. Ask for a new one.",
};

async function stillOpen(tx: Tx, invitation: string): Promise<void> {
	const open = await tx
		.selectFrom("auth.invitation")
		.select("id")
		.where("id", "=", invitation)
		.where("used_at", "is", null)
		.where("ended_at", "is", null)
		.forUpdate()
		.executeTakeFirst();
	if (!open) throw new NotAllowed("R10.1", spent);
}
