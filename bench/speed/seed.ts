import pg from "pg";
import { copyIn } from "../../src/platform/backup/copy.ts";
import type { KeyService } from "../../src/platform/keys/service.ts";
import { Dossiers } from "./dossiers.ts";
import type { Coach } from "./ground.ts";
import { indexes, tables as plainTables } from "./plain.ts";
import { columns, type Table } from "./tables.ts";

const batch = 500;

/** Fills the database with this many candidates, sealed under their own keys, and the baseline's plain copy of the same. */
export async function seed(
	superuser: pg.ClientConfig,
	keys: KeyService,
	candidates: number,
	say: (line: string) => void,
): Promise<Coach[]> {
	const session = new pg.Client(superuser);
	await session.connect();
	// What is loaded here was made by nobody at the door: the guard, which asks for each row's log entry, is passed over once.
	await session.query("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '256MB'");
	await session.query(plainTables);
	const dropped = await dropIndexes(session);
	const seeding = new Dossiers(keys, candidates);
	await seeding.ground();
	let copying = copyAll(session, seeding.take());
	for (let first = 0; first < candidates; first += batch) {
		await seeding.candidates(first, Math.min(candidates, first + batch));
		await copying;
		copying = copyAll(session, seeding.take());
		if (first % 10_000 === 0 && first > 0) say(`  ${first} candidates`);
	}
	await copying;
	say("  indexes");
	for (const index of dropped) await session.query(index);
	await session.query(indexes);
	await session.query("vacuum analyze");
	await session.end();
	return seeding.coaches.slice(0, 2);
}

// Filling an index row by row takes far longer than making it once. Those of constraints stay.
async function dropIndexes(session: pg.Client): Promise<string[]> {
	const { rows } = await session.query<{ name: string; definition: string }>(`
		select format('%I.%I', schemaname, indexname) as name, indexdef as definition from pg_indexes i
		where schemaname in ('app', 'audit') and not exists (select from pg_constraint c where c.conname = i.indexname)
			and indexdef not like 'CREATE UNIQUE%'`);
	for (const { name } of rows) await session.query(`drop index ${name}`);
	return rows.map((row) => row.definition);
}

async function copyAll(session: pg.Client, filled: readonly (readonly [Table, Buffer])[]): Promise<void> {
	for (const [table, content] of filled) {
		async function* chunks() {
			for (let start = 0; start < content.length; start += 1 << 18) yield content.subarray(start, start + (1 << 18));
		}
		await copyIn(session, `copy ${table} (${columns[table]}) from stdin (format binary)`, chunks());
	}
}
