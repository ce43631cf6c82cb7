import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { assignmentTypes } from "../law/assignment-types.ts";
import { bsnStatute } from "../law/bsn.ts";
import { healthGroundFor, healthPurposes, kindsOfWork } from "../law/health-grounds.ts";
import { versions } from "../law/regulation/versions.ts";

const folder = join(process.cwd(), "db/migrations");

/**
 * Brings a database to the present schema: the queue's own tables first, then db/migrations in order, each in a
 * transaction of its own. A file that changed after it was applied is an error: history is added to, never edited.
 * With `only`, as far as a backup was when it was made, and throws when that is not a part of this version's history.
 */
export async function migrate(owner: pg.ClientConfig, only?: readonly Applied[]): Promise<void> {
	const session = new pg.Client(owner);
	session.on("error", () => {});
	await session.connect();
	try {
		await session.query("select pg_advisory_lock(7067)"); // one migrator at a time
		await prepareQueue(owner, session);
		await session.query("create schema if not exists migrations");
		await session.query(
			"create table if not exists migrations.applied (name text primary key, sha256 text not null, at timestamptz not null default now())",
		);
		const applied = new Map(
			(await session.query<{ name: string; sha256: string }>("select name, sha256 from migrations.applied")).rows.map((row) => [
				row.name,
				row.sha256,
			]),
		);
		const files = readdirSync(folder)
			.filter((file) => file.endsWith(".sql"))
			.sort();
		const unknown = only?.find(({ name }) => !files.includes(name));
		if (unknown) throw new Error(`Migration ${unknown.name} is of a newer version of Spoor`);
		for (const name of files) {
			const wanted = only?.find((one) => one.name === name);
			if (only && !wanted) continue;
			await apply(session, name, readFileSync(join(folder, name), "utf8"), applied.get(name), wanted?.sha256);
		}
		if (only) return;
		await session.query("call app.admit_backup()");
		await session.query("call app.ask_once()");
		await publishLaw(session);
	} finally {
		await session.end();
	}
}

/** A migration as it was applied. */
export interface Applied {
	name: string;
	sha256: string;
}

async function apply(
	session: pg.Client,
	name: string,
	statements: string,
	before: string | undefined,
	wanted: string | undefined,
): Promise<void> {
	const sha256 = createHash("sha256").update(statements).digest("hex");
	if (wanted !== undefined && wanted !== sha256) throw new Error(`Migration ${name} is not the one that was applied`);
	if (before === sha256) return;
	if (before !== undefined) throw new Error(`Migration ${name} was changed after it had been applied`);
	await session.query("begin");
	try {
		await session.query(statements);
		await session.query("insert into migrations.applied (name, sha256) values ($1, $2)", [name, sha256]);
		await session.query("commit");
	} catch (error) {
		await session.query("rollback");
		throw new Error(`Migration ${name}: ${(error as Error).message}`, { cause: error });
	}
}

/** The queue's tables have row-level security without policies: only its own runner, spoor_jobs, is let in. */
async function prepareQueue(owner: pg.ClientConfig, session: pg.Client): Promise<void> {
	const pool = new pg.Pool({ ...owner, max: 1 });
	pool.on("error", () => {});
	pool.on("connect", (one) => one.on("error", () => {}));
	try {
		await runMigrations({ pgPool: pool });
	} finally {
		await pool.end();
	}
	await session.query(`
		grant usage on schema graphile_worker to spoor_jobs;
		grant select, insert, update, delete on all tables in schema graphile_worker to spoor_jobs;
		grant usage on all sequences in schema graphile_worker to spoor_jobs;
		grant execute on all functions in schema graphile_worker to spoor_jobs;
		do $$ declare t record; begin
			for t in select c.oid::regclass as name from pg_class c
				where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
				and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'runner')
			loop execute format('create policy runner on %s to spoor_jobs using (true) with check (true)', t.name); end loop;
		end $$`);
}

/** What the database enforces of the law is copied from src/law at every start, so that code and data cannot differ. */
async function publishLaw(session: pg.Client): Promise<void> {
	const fields = Object.entries(assignmentTypes).flatMap(([id, type]) => type.fields.map((field) => [id, field] as const));
	await session.query("begin");
	await session.query(
		"insert into app.declared_field (assignment_type, field) select * from unnest($1::text[], $2::text[]) on conflict do nothing",
		[fields.map(([type]) => type), fields.map(([, field]) => field)],
	);
	await session.query(
		"insert into app.regulation_version (version, in_force_from) select * from unnest($1::text[], $2::date[]) on conflict do nothing",
		[versions.map((one) => one.id), versions.map((one) => one.from)],
	);
	await publishGrounds(session);
	await session.query("commit");
}

/** What special data stands on. A ground that the law no longer gives goes; one that a stored number still rests on stops the start. */
async function publishGrounds(session: pg.Client): Promise<void> {
	const numbers = kindsOfWork.flatMap(([type, kind]) => {
		const statute = bsnStatute(type, kind);
		return statute ? [[type, kind, statute] as const] : [];
	});
	const health = healthPurposes.flatMap((purpose) =>
		kindsOfWork.flatMap(([type, kind]) => {
			const ground = healthGroundFor(purpose, type, kind);
			return ground ? [[type, kind, purpose, ground] as const] : [];
		}),
	);
	const column = (rows: readonly (readonly string[])[], at: number) => rows.map((row) => row[at]);
	await session.query(
		"delete from app.bsn_ground g where not exists (select from unnest($1::text[], $2::text[]) n (type, kind) where n.type = g.assignment_type and n.kind = g.commissioner_kind)",
		[column(numbers, 0), column(numbers, 1)],
	);
	await session.query(
		"insert into app.bsn_ground (assignment_type, commissioner_kind, statute) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (assignment_type, commissioner_kind) do update set statute = excluded.statute",
		[column(numbers, 0), column(numbers, 1), column(numbers, 2)],
	);
	await session.query("delete from app.health_ground");
	await session.query(
		"insert into app.health_ground (assignment_type, commissioner_kind, purpose, ground) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])",
		[column(health, 0), column(health, 1), column(health, 2), column(health, 3)],
	);
}
