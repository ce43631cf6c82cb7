import { notify } from "../disclosures/notify.server.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { enforceFresh } from "./factor.server.ts";
import { endAccount, invite } from "./invite.server.ts";
import { mayRestore, mayVouch, type Realm, vouchingHours } from "./rules.ts";
import "./tables.ts";

export type How = "inPerson" | "videoCall" | "knownNumber";

export interface Vouching {
	id: string;
	how: How;
	reason: string;
	/** Where the new invitation goes: both who vouch have seen it. */
	email: string;
	askedBy: string;
	/** Sealed name of who vouched. */
	askedByName: string;
	expiresAt: Date;
	guided: boolean;
}

/** What somebody wrote who vouched for this person and what waits for a second; nothing when there is none. */
export async function openVouching(by: Acting, person: string): Promise<Vouching | undefined> {
	const [one] = await by.read(person, "security", { action: "view", object: ["account", person] }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("auth.vouching as v")
			.innerJoin("app.staff_member as s", "s.id", "v.asked_by")
			.select(["v.id", "v.how", "v.reason", "v.asked_by", "v.expires_at", "s.name"])
			.where("v.person_id", "=", person)
			.where("v.confirmed_at", "is", null)
			.where("v.ended_at", "is", null)
			.where("v.expires_at", ">", by.now())
			.execute();
		const guided = await oneGuides(tx, by, person, rows[0]?.asked_by);
		return rows.map((row) => ({
			...{ id: row.id, how: row.how, askedBy: row.asked_by, expiresAt: row.expires_at, guided },
			...sealed("vouching", row.id, person, { reason: row.reason }),
			asker: sealed("staff_member", row.asked_by, row.asked_by, { name: row.name }),
		}));
	});
	if (!one) return undefined;
	const { reason, email } = JSON.parse(one.reason) as { reason: string; email: string };
	const { asker, ...rest } = one;
	return { ...rest, reason, email, askedByName: asker.name };
}

/** Does one of the two guide this candidate? */
async function oneGuides(tx: Tx, by: Acting, person: string, other: string | undefined): Promise<boolean> {
	const guides = await tx
		.selectFrom("app.membership")
		.select("staff_id")
		.where("subject_id", "=", person)
		.where("until_at", "is", null)
		.execute();
	return guides.some(({ staff_id }) => staff_id === by.actor.id || staff_id === other);
}

/**
 * A first member of staff vouches that somebody who lost every factor is who they say (R10.1). Nothing changes until a second
 * confirms it, within a day. Asks a second factor of the last ten minutes.
 */
export async function vouch(
	by: Acting,
	input: { id: string; person: string; how: How; reason: string; email: string },
): Promise<void> {
	enforceFresh(by);
	const { id, person } = input;
	const now = by.now();
	await by.act(person, "security", { action: "vouch", object: ["account", person], clause: "R10.1" }, async (tx, seal) => {
		const { rows } = await sql<{ in_use: boolean }>`select auth.in_use(${person})`.execute(tx);
		const inUse = rows[0]?.in_use ?? false;
		await tx
			.updateTable("auth.vouching")
			.set({ ended_at: now, ended_by: by.actor.id })
			.where("person_id", "=", person)
			.where("confirmed_at", "is", null)
			.where("ended_at", "is", null)
			.where("expires_at", "<=", now)
			.execute();
		const open = await tx
			.selectFrom("auth.vouching")
			.select("id")
			.where("person_id", "=", person)
			.where("confirmed_at", "is", null)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (open?.id === id) return;
		enforce(mayVouch({ own: person === by.actor.id, inUse, waiting: open !== undefined }));
		const sealed = await seal("vouching", id, person, { reason: JSON.stringify({ reason: input.reason, email: input.email }) });
		await tx
			.insertInto("auth.vouching")
			.values({
				...{ id, person_id: person, reason: sealed.reason, how: input.how, asked_at: now, asked_by: by.actor.id },
				expires_at: new Date(now.getTime() + vouchingHours * 3_600_000),
			})
			.execute();
	});
}

/** Takes a vouching back before it was confirmed; either of the two may. */
export async function withdrawVouching(by: Acting, person: string, vouching: string): Promise<void> {
	await by.act(person, "security", { action: "withdraw", object: ["account", person], clause: "R10.1" }, async (tx) => {
		const [ended] = await tx
			.updateTable("auth.vouching")
			.set({ ended_at: by.now(), ended_by: by.actor.id })
			.where("id", "=", vouching)
			.where("person_id", "=", person)
			.where("confirmed_at", "is", null)
			.where("ended_at", "is", null)
			.execute();
		found(ended?.numUpdatedRows === 1n ? ended : undefined);
	});
}

/**
 * A second member of staff confirms: the account, its sessions and every factor end, and a new invitation goes out, all in one
 * transaction. The person is told by mail. The mailbox alone did nothing: two people vouched (R10.1).
 */
export async function restoreAccount(
	by: Acting,
	input: { person: string; realm: Realm; vouching: string; lang: "nl" | "en"; publicUrl: string },
): Promise<void> {
	enforceFresh(by);
	const { person, realm, publicUrl, lang } = input;
	const now = by.now();
	const open = found(await openVouching(by, person));
	const { email } = open;
	const entry = { action: "restoreAccount", object: ["account", person], clause: "R10.1" } as const;
	await by.act(person, "security", entry, async (tx, seal) => {
		enforce(
			mayRestore({
				...{ own: person === by.actor.id, same: open.askedBy === by.actor.id, realm, guided: open.guided },
				administrator: by.actor.roles.includes("administrator"),
			}),
		);
		const [confirmed] = await tx
			.updateTable("auth.vouching")
			.set({ confirmed_at: now, confirmed_by: by.actor.id })
			.where("id", "=", input.vouching)
			.where("id", "=", open.id)
			.where("confirmed_at", "is", null)
			.where("ended_at", "is", null)
			.where("expires_at", ">", now)
			.execute();
		if (confirmed?.numUpdatedRows !== 1n) throw new NotAllowed("R10.1", gone);
		await endAccount(by, tx, person);
		await sql`select auth.end_factors(${person}, ${now})`.execute(tx);
		const link = await invite(by, tx, seal, { person, realm, email, publicUrl });
		const staff = realm === "staff";
		await notify(by, tx, seal, { to: person, email, kind: "accountRestored", link: publicUrl, lang, staff });
		await notify(by, tx, seal, { to: person, email, kind: "invitation", link, lang, staff });
	});
}

const gone = {
	nl: "Dit verzoek is al afgehandeld of verlopen. Kijk hoe het er nu voor staat.",
	en: "This request was handled already or has expired. Look how it stands now.",
};
