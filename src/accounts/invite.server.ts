import { NotAllowed, no } from "../law/decision.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { newToken } from "../platform/tokens.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { foldEmail, invitationDays, type Realm } from "./rules.ts";
import { pathsOf } from "./words.ts";

export interface Invitee {
	person: string;
	realm: Realm;
	email: string;
	/** With it the link is whole; without it, a path on this site. */
	publicUrl?: string;
}

/**
 * Inside an act on this person: makes their account, or takes up one that ended or was never used, and answers the link that lets them
 * choose a password and a second factor (R3.b). Seven days, one use; an earlier invitation ends. Whoever has an account gets
 * no second invitation: that would make a mailbox a way around the second factor (R10.1).
 * Throws FieldErrors on `email` when another account of this realm has the address.
 */
export async function invite(
	by: Acting,
	tx: Tx,
	_seal: Sealer,
	{ person, realm, email, publicUrl = "" }: Invitee,
): Promise<string> {
	const [emailToken] = (await by.keys.tokens([{ kind: "email", value: foldEmail(email) }])) as [Buffer];
	await account(by, tx, { person, realm, emailToken });
	await endInvitations(by, tx, person);
	const { token, hash } = newToken(by.chance);
	const expires = new Date(by.now().getTime() + invitationDays * 24 * 60 * 60 * 1000);
	await tx
		.insertInto("auth.invitation")
		.values({
			id: by.chance.uuid(),
			person_id: person,
			token_hash: hash,
			invited_at: by.now(),
			invited_by: by.actor.id,
			expires_at: expires,
		})
		.execute();
	return `${publicUrl.replace(/\/$/, "")}${pathsOf(realm).invitation}?code=${token}`;
}

async function account(
	by: Acting,
	tx: Tx,
	{ person, realm, emailToken }: { person: string; realm: Realm; emailToken: Buffer },
): Promise<void> {
	const known = await tx
		.selectFrom("auth.account")
		.select(["activated_at", "ended_at"])
		.where("person_id", "=", person)
		.executeTakeFirst();
	if (known?.activated_at && !known.ended_at) {
		const refusal = no("R10.1", {
			nl: "Deze persoon heeft al een account. Een uitnodiging kan een wachtwoord of tweede factor niet vervangen.",
			en: "This person has an account already. An invitation cannot replace a password or second factor.",
		});
		throw new NotAllowed(refusal.because, refusal.why);
	}
	try {
		if (!known) {
			await tx
				.insertInto("auth.account")
				.values({ person_id: person, realm, email_token: emailToken, created_at: by.now(), created_by: by.actor.id })
				.execute();
			return;
		}
		await tx
			.updateTable("auth.account")
			.set({
				email_token: emailToken,
				password_hash: null,
				activated_at: null,
				ended_at: null,
				ended_by: null,
				row_version: sql`row_version + 1`,
			})
			.where("person_id", "=", person)
			.execute();
	} catch (error) {
		if ((error as { code?: string }).code !== "23505") throw error;
		throw new FieldErrors({
			email: {
				nl: "Met dit e-mailadres meldt iemand anders zich al aan.",
				en: "Somebody else signs in with this e-mail address already.",
			},
		});
	}
}

async function endInvitations(by: Acting, tx: Tx, person: string): Promise<void> {
	await tx
		.updateTable("auth.invitation")
		.set({ ended_at: by.now() })
		.where("person_id", "=", person)
		.where("used_at", "is", null)
		.where("ended_at", "is", null)
		.execute();
}

/**
 * Inside an act on this person: ends their account, its sessions and invitations, from the next request on. The address
 * becomes free for another account. Without an account nothing happens.
 */
export async function endAccount(by: Acting, tx: Tx, person: string): Promise<void> {
	const [ended] = await tx
		.updateTable("auth.account")
		.set({
			ended_at: by.now(),
			ended_by: by.actor.id,
			email_token: Buffer.from(by.chance.bytes(16)),
			row_version: sql`row_version + 1`,
		})
		.where("person_id", "=", person)
		.where("ended_at", "is", null)
		.execute();
	if (ended?.numUpdatedRows !== 1n) return;
	await endInvitations(by, tx, person);
	await sql`select auth.end_sessions(${person}, 'accountEnded')`.execute(tx);
}
