import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { system } from "../actor.ts";
import { type Part, writeJson, writePart } from "./archive.ts";
import { copyOutOf, type Table, tablesOf } from "./catalogue.ts";
import { copyOut } from "./copy.ts";

/** What stands first in a data set: enough to make the schema that its tables fit. */
export interface Start {
	made: string;
	migrations: { name: string; sha256: string }[];
}

/** What stands last: everything before it, counted. */
export interface Manifest {
	made: string;
	tables: { name: string; columns: string[]; rows: number; sha256: string }[];
	files: { path: string; sha256: string; bytes: number }[];
	people: number;
	log: { entries: number; last: string };
}

/**
 * The content of a data set: every table as it was at one moment, then the files. The session is that of spoor_backup, whom the
 * database shows nothing before the log entry of this very backup (0015). Ends its transaction; the generator's return value is the manifest.
 */
export async function* dataSet(session: pg.Client, files: string, now: Date): AsyncGenerator<Buffer, Manifest> {
	const made = now.toISOString();
	await session.query("begin isolation level repeatable read");
	try {
		await session.query("set local synchronize_seqscans = off");
		const entry = await logBackup(session);
		const { rows: migrations } = await session.query<Start["migrations"][number]>(
			"select name, sha256 from migrations.applied order by name",
		);
		yield* writeJson("start", { made, migrations } satisfies Start);
		const tables: Manifest["tables"] = [];
		for (const table of await tablesOf(session)) tables.push(yield* tablePart(session, table));
		const { rows: counts } = await session.query<{ people: number; entries: number }>(
			"select (select count(*)::int from app.person) as people, (select count(*)::int from audit.entry) as entries",
		);
		await session.query("commit");
		const kept: Manifest["files"] = [];
		for (const path of filesIn(files)) {
			const { name, sha256, bytes } = yield* writePart(`file ${path}`, createReadStream(join(files, path)));
			kept.push({ path: name.slice("file ".length), sha256, bytes });
		}
		const { people = 0, entries = 0 } = counts[0] ?? {};
		const manifest: Manifest = { made, tables, files: kept, people, log: { entries, last: entry } };
		yield* writeJson("manifest", manifest);
		return manifest;
	} catch (error) {
		await session.query("rollback").catch(() => {});
		throw error;
	}
}

/** Says in the log that a copy of everything is made; answers the entry. */
async function logBackup(session: pg.Client): Promise<string> {
	await session.query("select set_config('app.actor', $1, true)", [system]);
	const { rows } = await session.query<{ id: string }>(
		"select audit.append('system', '{}', null, null, '{}', '{}', 'backup', null, null, 'security', null, 'R10.1', 'allowed', null, null) as id",
	);
	const id = rows[0]?.id;
	if (!id) throw new Error("The log entry was not written");
	await session.query("select set_config('app.entry', $1, true)", [id]);
	return id;
}

async function* tablePart(session: pg.Client, table: Table): AsyncGenerator<Buffer, Manifest["tables"][number]> {
	let rows = 0;
	const content = async function* () {
		rows = yield* copyOut(session, copyOutOf(table));
	};
	const part: Part = yield* writePart(`table ${table.name}`, content(), () => ({ columns: table.columns, rows }));
	return { ...table, rows, sha256: part.sha256 };
}

/** Regular files below a folder, as paths from there. */
function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => statSync(join(folder, path)).isFile())
		.sort();
}
