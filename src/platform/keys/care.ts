import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setImmediate as breathe } from "node:timers/promises";
import { type Masters, mark, masterFiles } from "./master.ts";
import type { KeyCare, Rotated } from "./service.ts";

/** Each moment at which a rotation can be cut off; tests end the process there. */
export type RotationStep = "made" | "batch" | "rewrapped" | "forgotten";

export interface VaultCare extends KeyCare {
	rotate(step?: (name: RotationStep) => void): Promise<Rotated>;
	/** Whether a rotation was cut off: there are two master keys. */
	rotating(): boolean;
	/** Wraps these people's keys under the newest master key; the keys themselves stay. Answers how many it wrapped. */
	rewrap(subjects: readonly string[]): number;
	/** Whose keys are here, and whose were destroyed. Ids only. */
	standing(): { holding: Set<string>; destroyed: Destroyed[] };
	/** Destroys again what was destroyed elsewhere (R12.2): before a restored store is used. Answers how many keys went. */
	replay(destroyed: readonly Destroyed[]): number;
}

export interface Destroyed {
	subject: string;
	at: string;
}

const batch = 1000;
type Wrapped = { subject: string; version: number; wrapped: Uint8Array };

/** What keeps a store in good order; openVault gives it the store and its master keys. */
export function careOf(folder: string, store: DatabaseSync, masters: Masters): VaultCare {
	const spare = join(folder, "copy");
	rmSync(spare, { recursive: true, force: true }); // of a backup that was cut off
	let under: Promise<Rotated> | undefined;

	return {
		async copy() {
			rmSync(spare, { recursive: true, force: true });
			mkdirSync(spare, { mode: 0o700 });
			store.prepare("vacuum into ?").run(join(spare, "keys.sqlite"));
			for (const name of masterFiles(folder)) copyFileSync(join(folder, name), join(spare, name));
			return spare;
		},
		endCopy: async () => rmSync(spare, { recursive: true, force: true }),
		rotate: (step = () => {}) => {
			under ??= rotation(store, masters, step).finally(() => {
				under = undefined;
			});
			return under;
		},
		rotating: () => masters.versions().length > 1,
		rewrap: (subjects) => {
			const every = store.prepare("select subject, version, wrapped from subject_key where subject = ?");
			const rows = subjects.flatMap((subject) => every.all(subject) as unknown as Wrapped[]);
			return again(store, masters, rows);
		},
		standing: () => ({
			holding: new Set(
				(store.prepare("select distinct subject from subject_key").all() as { subject: string }[]).map((row) => row.subject),
			),
			destroyed: store.prepare("select subject, at from destroyed order by at").all() as unknown as Destroyed[],
		}),
		replay: (destroyed) =>
			whole(store, () => {
				const end = store.prepare("delete from subject_key where subject = ?");
				const note = store.prepare("insert or ignore into destroyed (subject, at) values (?, ?)");
				let gone = 0;
				for (const { subject, at } of destroyed) {
					gone += Number(end.run(subject).changes);
					note.run(subject, at);
				}
				return gone;
			}),
	};
}

/** One transaction: all of it or nothing. */
export function whole<T>(store: DatabaseSync, work: () => T): T {
	store.exec("begin immediate");
	try {
		const result = work();
		store.exec("commit");
		return result;
	} catch (error) {
		store.exec("rollback");
		throw error;
	}
}

function again(store: DatabaseSync, masters: Masters, rows: readonly Wrapped[]): number {
	const put = store.prepare("update subject_key set wrapped = ? where subject = ? and version = ?");
	return whole(store, () => {
		for (const { subject, version, wrapped } of rows) {
			const name = `${subject}/${version}`;
			put.run(masters.wrap(name, masters.unwrap(name, wrapped)), subject, version);
		}
		return rows.length;
	});
}

function agencyKeys(store: DatabaseSync, masters: Masters, current: Buffer): number {
	const older = store.prepare("select name, wrapped from agency_key where substr(wrapped, 1, 3) <> ?");
	const put = store.prepare("update agency_key set wrapped = ? where name = ?");
	return whole(store, () => {
		const rows = older.all(current) as { name: string; wrapped: Uint8Array }[];
		for (const { name, wrapped } of rows) put.run(masters.wrap(name, masters.unwrap(name, wrapped)), name);
		return rows.length;
	});
}

// What is done shows in each wrapped key itself, so a rotation that was cut off needs no notes to go on.
async function rotation(store: DatabaseSync, masters: Masters, step: (name: RotationStep) => void): Promise<Rotated> {
	const target = masters.versions().length > 1 ? masters.newest() : masters.next();
	step("made");
	const current = mark(target);
	const older = store.prepare("select subject, version, wrapped from subject_key where substr(wrapped, 1, 3) <> ? limit ?");
	let rewrapped = agencyKeys(store, masters, current);
	for (let rows = older.all(current, batch); rows.length > 0; rows = older.all(current, batch)) {
		rewrapped += again(store, masters, rows as unknown as Wrapped[]);
		step("batch");
		await breathe(); // others are served between two batches
	}
	step("rewrapped");
	for (const version of masters.versions().filter((one) => one < target)) masters.forget(version);
	step("forgotten");
	return { master: target, rewrapped };
}
