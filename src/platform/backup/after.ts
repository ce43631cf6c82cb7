import type pg from "pg";
import { system } from "../actor.ts";
import type { VaultCare } from "../keys/care.ts";
import { openValue } from "../keys/sealed.ts";
import type { KeyService } from "../keys/service.ts";
import { SetRefused } from "./container.ts";
import type { Manifest } from "./data-set.ts";

export interface Settled {
	sessionsEnded: number;
	messagesHeld: number;
}

/**
 * What time has overtaken since the backup, put right and logged, as the owner: everybody signs in anew; a message that was waiting
 * may have gone out since, so a person decides about it and it is not sent by itself (R9.1).
 */
export async function settle(session: pg.Client): Promise<Settled> {
	await session.query("begin");
	const { rows: touched } = await session.query<{ subject: string }>(`
		select subject_id as subject from app.dispatch where state in ('queued', 'transmitting')
		union select person_id from auth.session where ended_at is null`);
	await append(
		session,
		"restore",
		touched.map((row) => row.subject),
	);
	const held = await session.query(
		"update app.dispatch set state = 'unknown', state_at = now(), row_version = row_version + 1 where state in ('queued', 'transmitting')",
	);
	const ended = await session.query("update auth.session set ended_at = now(), ended_why = 'restore' where ended_at is null");
	await session.query("commit");
	return { sessionsEnded: ended.rowCount ?? 0, messagesHeld: held.rowCount ?? 0 };
}

async function append(session: pg.Client, action: string, subjects: readonly string[]): Promise<string> {
	await session.query("select set_config('app.actor', $1, true)", [system]);
	const { rows } = await session.query<{ id: string }>(
		"select audit.append('system', '{}', null, null, $1, '{}', $2, null, null, 'security', null, 'R10.1', 'allowed', null, null) as id",
		[subjects, action],
	);
	const id = rows[0]?.id ?? "";
	await session.query("select set_config('app.entry', $1, true)", [id]);
	return id;
}

/** One line in the log for what a command does to the whole of Spoor. */
export async function logDeed(session: pg.Client, action: string): Promise<void> {
	await session.query("begin");
	await append(session, action, []);
	await session.query("commit");
}

export interface Checked {
	people: number;
	/** Whose key was destroyed: their rows stay dark. */
	destroyed: number;
	opened: number;
	entries: number;
}

const sample = 200;

/** Proves that data and keys belong together: nobody without a key who should have one, a sample opens, the log is whole. */
export async function check(session: pg.Client, keys: KeyService & VaultCare, manifest: Manifest): Promise<Checked> {
	const { rows: people } = await session.query<{ id: string }>("select id from app.person order by random()");
	const { holding, destroyed } = keys.standing();
	const gone = new Set(destroyed.map((one) => one.subject));
	const alive = people.filter(({ id }) => !gone.has(id));
	const keyless = alive.filter(({ id }) => !holding.has(id));
	if (keyless.length > 0)
		throw new SetRefused(
			`${keyless.length} people have no key and are not on the list of destroyed keys: is this set of keys older than the data?`,
		);
	const { rows: log } = await session.query<{ entries: number; last: boolean }>(
		"select (select count(*)::int from audit.entry) as entries, exists (select from audit.entry where id = $1) as last",
		[manifest.log.last],
	);
	const { entries = 0, last = false } = log[0] ?? {};
	if (entries < manifest.log.entries || !last) throw new SetRefused("the log is shorter than it was");
	if (people.length < manifest.people) throw new SetRefused("there are fewer people than there were");
	const opened = await openSample(
		session,
		keys,
		alive.slice(0, sample).map(({ id }) => id),
	);
	return { people: people.length, destroyed: people.length - alive.length, opened, entries };
}

/** Opens names the way everybody does: against a committed entry of the log. */
async function openSample(session: pg.Client, keys: KeyService, subjects: readonly string[]): Promise<number> {
	await session.query("begin");
	const entry = await append(session, "check", subjects);
	await session.query("commit");
	const opened = await keys.open({ entry, actor: system, subjects });
	let count = 0;
	for (const table of ["candidate", "staff_member", "contact_person"]) {
		const { rows } = await session.query<{ id: string; name: Buffer }>(`select id, name from app.${table} where id = any($1)`, [
			subjects,
		]);
		for (const { id, name } of rows) {
			openValue(opened.get(id) ?? new Map(), { table, column: "name", row: id, subject: id }, name);
			count += 1;
		}
	}
	return count;
}
