import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { migrate } from "../migrate.ts";
import { type Reader, readParts, writePart } from "./archive.ts";
import { copyInto, copyOutOf, type Table, tablesOf } from "./catalogue.ts";
import { SetRefused } from "./container.ts";
import { copyIn, copyOut } from "./copy.ts";
import type { Manifest, Start } from "./data-set.ts";

/**
 * Loads a data set into an empty database and an empty folder, as the owner and in one transaction: all of it, proven equal to
 * what was backed up, or nothing. Then migrates to the present schema. Answers the manifest.
 */
export async function loadData(plain: AsyncIterable<Buffer>, owner: pg.ClientConfig, files: string): Promise<Manifest> {
	const reader = readParts(plain);
	if ((await reader.next()) !== "start") throw new SetRefused("it does not begin with its version");
	const start = await reader.json<Start>();
	await refuseUsed(owner);
	await migrate(owner, start.migrations);
	const session = new pg.Client(owner);
	session.on("error", () => {});
	await session.connect();
	let manifest: Manifest;
	try {
		await session.query("begin");
		const tables = await tablesOf(session);
		await openForLoading(session, tables);
		manifest = await loadParts(session, reader, tables, files);
		await compare(session, tables, manifest);
		await closeAgain(session, tables);
		await session.query("commit");
	} finally {
		await session.end(); // without its commit nothing of it stays
	}
	await migrate(owner);
	return manifest;
}

async function refuseUsed(owner: pg.ClientConfig): Promise<void> {
	const session = new pg.Client(owner);
	await session.connect();
	try {
		const { rows } = await session.query("select to_regnamespace('app') is not null as used");
		if (rows[0]?.used) throw new SetRefused("this database is not empty");
	} finally {
		await session.end();
	}
}

// COPY does not go through row-level security, and what comes in was guarded when it was first written.
async function openForLoading(session: pg.Client, tables: readonly Table[]): Promise<void> {
	for (const { name } of tables) await session.query(`alter table ${name} no force row level security, disable trigger user`);
	await session.query(`truncate ${tables.map((table) => table.name).join(", ")}`);
}

async function closeAgain(session: pg.Client, tables: readonly Table[]): Promise<void> {
	for (const { name } of tables) await session.query(`alter table ${name} force row level security, enable trigger user`);
	// A counting column goes on after the highest number that came in.
	await session.query(`do $$ declare c record; begin
		for c in select a.attrelid::regclass as t, a.attname as name from pg_attribute a join pg_class k on k.oid = a.attrelid
			join pg_namespace n on n.oid = k.relnamespace where n.nspname in ('app', 'audit', 'auth') and a.attidentity <> ''
		loop execute format('select setval(pg_get_serial_sequence(%L, %L), coalesce((select max(%I) from %s), 0) + 1, false)', c.t, c.name, c.name, c.t);
		end loop; end $$`);
}

async function loadParts(session: pg.Client, reader: Reader, tables: readonly Table[], files: string): Promise<Manifest> {
	const loaded: Manifest["tables"] = [];
	const kept: Manifest["files"] = [];
	for (let name = await reader.next(); name !== undefined; name = await reader.next()) {
		const [kind, what = ""] = [name.split(" ", 1)[0], name.slice(name.indexOf(" ") + 1)];
		if (kind === "manifest") {
			const manifest = await reader.json<Manifest>();
			if ((await reader.next()) !== undefined) throw new SetRefused("something stands after its manifest");
			const same = JSON.stringify([loaded, kept]) === JSON.stringify([manifest.tables, manifest.files]);
			if (!same) throw new SetRefused("its content is not what its manifest says");
			return manifest;
		}
		if (kind === "table") loaded.push(await loadTable(session, reader, tables, what));
		else if (kind === "file") kept.push(await loadFile(reader, files, what));
		else throw new SetRefused("it holds a part that this version does not know");
	}
	throw new SetRefused("it has no manifest");
}

async function loadTable(session: pg.Client, reader: Reader, tables: readonly Table[], name: string) {
	const table = tables.find((one) => one.name === name);
	if (!table) throw new SetRefused(`it holds ${name}, which its version does not have`);
	const end = { sha256: "" };
	const content = async function* () {
		end.sha256 = (yield* reader.content()).sha256;
	};
	const rows = await copyIn(session, copyInto(table), content());
	return { ...table, rows, sha256: end.sha256 };
}

async function loadFile(reader: Reader, files: string, path: string): Promise<Manifest["files"][number]> {
	if (path !== normalize(path) || path.startsWith("/") || path.startsWith(".."))
		throw new SetRefused("a file lies outside its folder");
	const to = join(files, path);
	mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
	const end = { sha256: "", bytes: 0 };
	const content = async function* () {
		const { sha256, bytes } = yield* reader.content();
		Object.assign(end, { sha256, bytes });
	};
	await pipeline(Readable.from(content()), createWriteStream(to, { flags: "wx", mode: 0o600, flush: true }));
	return { path, ...end };
}

/** Reads every table back out of the database: the same rows in the same form have the same hash. */
async function compare(session: pg.Client, tables: readonly Table[], manifest: Manifest): Promise<void> {
	await session.query("set local synchronize_seqscans = off");
	if (tables.length !== manifest.tables.length) throw new SetRefused("a table is missing");
	for (const table of tables) {
		const expected = manifest.tables.find((one) => one.name === table.name);
		let rows = 0;
		const content = async function* () {
			rows = yield* copyOut(session, copyOutOf(table));
		};
		const reading = writePart(table.name, content());
		let step = await reading.next();
		while (!step.done) step = await reading.next();
		if (step.value.sha256 !== expected?.sha256 || rows !== expected.rows)
			throw new SetRefused(`${table.name} is not in the database what it was in the backup`);
	}
}
