import { notify } from "../disclosures/notify.server.ts";
import { type Actor, system } from "../platform/actor.ts";
import { type Acting, type Door, sql } from "../platform/db.server.ts";
import type { Task } from "../platform/jobs.server.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import type { Realm } from "./rules.ts";
import { pathsOf } from "./words.ts";

const worker: Actor = { kind: "worker", id: system, roles: [] };

/** Looks now and then for accounts that somebody else may have been trying, and tells their owners (R10.1). */
export function accountTasks(door: Door, publicUrl: string): readonly Task[] {
	return [{ name: "warnOwners", every: "*/5 * * * *", run: () => warnOwners(door, publicUrl).then(() => undefined) }];
}

/**
 * Mails everybody whose account was tried oddly (auth.odd_sign_ins says what that is), at most once a day each. Beside the requests, so that
 * signing in takes as long with an account as without. Answers how many were told; one who cannot be told does not keep the others waiting.
 */
export async function warnOwners(door: Door, publicUrl: string): Promise<number> {
	const by = door.as(worker);
	const rows = await door.ask(
		"worker",
		sql<{ person_id: string; realm: Realm }>`select * from auth.odd_sign_ins(${by.now()}::timestamptz)`,
	);
	const told = await oneByOne(rows, "warnings failed", (row) => warn(by, publicUrl, row.person_id, row.realm));
	return told.filter(Boolean).length;
}

async function warn(by: Acting, publicUrl: string, person: string, realm: Realm): Promise<boolean> {
	const entry = { action: "warnOwner", object: ["account", person] as const, clause: "R10.1" };
	const [address] = await by.read(person, "security", { ...entry, action: "check" }, async (tx, sealed) => {
		const { rows } = await sql<{
			source: "staff_member" | "candidate_field";
			id: string;
			value: Buffer;
			language: "nl" | "en";
		}>`select * from auth.owner_address()`.execute(tx);
		return rows.map(({ source, id, value, language }) => ({
			lang: language,
			...(source === "staff_member"
				? sealed("staff_member", id, person, { email: value })
				: sealed("candidate_field", id, person, { value })),
		}));
	});
	if (!address) return false;
	const email = "email" in address ? address.email : address.value;
	const link = `${publicUrl.replace(/\/$/, "")}${pathsOf(realm).account}`;
	await by.act(person, "security", entry, (tx, seal) =>
		notify(by, tx, seal, { to: person, email, kind: "oddSignIn", link, lang: address.lang, staff: realm === "staff" }),
	);
	return true;
}
