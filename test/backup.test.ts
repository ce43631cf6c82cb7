import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { noteOf } from "../src/dossiers/queries.server.ts";
import { beginNote, finishNote } from "../src/dossiers/write-note.server.ts";
import type { Manifest } from "../src/platform/backup/data-set.ts";
import { type KeyManifest, keySet } from "../src/platform/backup/key-set.ts";
import { readSet, writeSet } from "../src/platform/backup/sets.ts";
import { openVault } from "../src/platform/keys/vault.ts";
import { run } from "../src/platform/postgres/roles.ts";
import { backUp, type Elsewhere, elsewhere, keyFiles, openFolder } from "./backing-up.ts";
import { queueReport } from "./disclosing.ts";
import { type CandidateName, type TestHouse, testHouse } from "./people.ts";

// The drill: what people wrote, backed up, lost, and brought back somewhere else.
const canaries = { mehmet: "Zonnebloemakker", sofie: "Waterlelievijver" } as const;
const coaches = { mehmet: "anna", sofie: "bram" } as const;

let house: TestHouse;
let folder: string;
let notes: Record<CandidateName, string>;
let first: Awaited<ReturnType<typeof backUp>>;
let places: Elsewhere[];
/** The key store as it was at the first backup. */
let before: string;
const minute = 60_000;

async function write(name: CandidateName): Promise<string> {
	const { candidate, trajectory } = house.worlds[name];
	const [by, note] = [house.as(coaches[name]), crypto.randomUUID()];
	const session = await beginNote(by, { candidate, trajectory, note });
	await finishNote(by, {
		...{ candidate, note, rowVersion: 1, session, kind: "conversation", source: "candidate", onDay: "2026-11-02" },
		words: { goal: canaries[name], agreed: "", next: "" },
	});
	return note;
}

beforeAll(async () => {
	house = await testHouse();
	folder = openFolder();
	notes = { mehmet: await write("mehmet"), sofie: await write("sofie") };
	await queueReport(house);
	mkdirSync(join(folder, "files/a"), { recursive: true });
	writeFileSync(join(folder, "files/a/leaf.bin"), Buffer.alloc(200_000, 7));
	before = join(folder, "before");
	cpSync(house.vault, before, { recursive: true });
	first = await backUp(house, folder, { now: new Date(Date.now() - 10 * minute) });
});
afterAll(async () => {
	await house.close();
	rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
	for (const place of places?.splice(0) ?? []) await place.close();
});

async function newPlace(): Promise<Elsewhere> {
	const place = await elsewhere();
	places = [...(places ?? []), place];
	return place;
}
const all = (data = first.data.path, keys: readonly string[] = [first.keys.path]) => ({
	data: { path: data, opener: keyFiles.data.opener },
	keys: { paths: keys, opener: keyFiles.keys.opener },
});
const wholeOf = async (kind: "data" | "keys", path: string) => {
	const chunks: Buffer[] = [];
	for await (const chunk of readSet(kind, path, keyFiles[kind].opener)) chunks.push(chunk);
	return Buffer.concat(chunks);
};

describe("R10.1 — the drill", { timeout: 120_000 }, () => {
	it("R12.2 — restored elsewhere: everybody's dossier reads as before, except theirs whose key was destroyed after the backup", async () => {
		const { candidate } = house.worlds.mehmet;
		const lost = await house.rows<{ n: number }>("select count(*)::int as n from audit.entry");
		await house.keys.destroy(candidate);
		const later = await backUp(house, folder);
		const place = await newPlace();
		// Both sets of keys are there; the older still holds the destroyed key.
		const report = await place.restore(all(first.data.path, [first.keys.path, later.keys.path]));
		expect(report).toMatchObject({ people: 11, destroyed: 1, opened: 10, files: 1, messagesHeld: 1 });
		expect(report.keys).toBe(later.keys.manifest.made);
		expect(report.entries).toBeGreaterThan(lost[0]?.n ?? 0);

		const { door, close } = place.open();
		const as = (name: "anna" | "bram") =>
			door.as({ kind: "staff", id: house.ids[name], roles: ["coach"], secondFactorAt: new Date() });
		const sofie = await noteOf(as("bram"), house.worlds.sofie.candidate, notes.sofie);
		expect(JSON.stringify(sofie)).toContain(canaries.sofie);
		await expect(noteOf(as("anna"), candidate, notes.mehmet)).rejects.toThrow(/No key/);
		await expect(noteOf(as("anna"), house.worlds.sofie.candidate, notes.sofie)).rejects.toThrow();
		await goesOn(as("bram"), house.worlds.sofie);
		await close();
		expect(readFileSync(join(place.places.files, "a/leaf.bin"))).toEqual(Buffer.alloc(200_000, 7));
	});

	it("R12.2 — a newer set of keys that holds a destroyed key again does not bring it back: any list that names it ends it", async () => {
		await house.keys.destroy(house.worlds.mehmet.candidate);
		const listed = await backUp(house, folder, { now: new Date(Date.now() + minute) });
		// Somebody put back a key store from before the destruction, and went on making backups.
		const revived = openVault(before, async () => false);
		const now = new Date(Date.now() + 2 * minute);
		const newest = await writeSet("keys", join(folder, "revived"), keyFiles.keys.lock, keySet(await revived.copy(), now), now);
		revived.close();
		const place = await newPlace();
		const report = await place.restore(all(first.data.path, [listed.keys.path, newest.path]));
		expect(report).toMatchObject({ keys: newest.manifest.made, destroyedAgain: 1, destroyed: 1, opened: 10 });
	});

	it("R9.1 — a message that was waiting is not sent by itself after a restore: a person decides", async () => {
		const place = await newPlace();
		await place.restore(all());
		const session = new pg.Client(place.connections.owner);
		await session.connect();
		const states = await session.query("select state from app.dispatch union all select state from app.disclosure");
		expect(states.rows).toEqual([{ state: "unknown" }, { state: "unknown" }]);
		expect((await session.query("select count(*)::int as n from graphile_worker.jobs")).rows).toEqual([{ n: 0 }]);
		const kept = await session.query("select action from audit.entry where action in ('backup', 'restore') order by at");
		expect(kept.rows.map((row) => row.action)).toEqual(["backup", "restore"]);
		await session.end();
	});
});

const goesOn = async (
	by: Parameters<typeof beginNote>[0],
	{ candidate, trajectory }: { candidate: string; trajectory: string },
) => expect(await beginNote(by, { candidate, trajectory, note: crypto.randomUUID() })).toBeTruthy();

describe("R10.1 — what is not whole is refused and leaves nothing behind", { timeout: 120_000 }, () => {
	it("R10.1 — a set of keys older than the data, and people without a key", async () => {
		const place = await newPlace();
		const later = await backUp(house, folder, { now: new Date(Date.now() + 2 * minute) });
		await expect(place.restore(all(later.data.path))).rejects.toThrow(/older than the data/);
		expect(readdirSync(place.places.keyStore)).toEqual([]);
		const stranger = crypto.randomUUID();
		await house.keys.create([stranger]);
		await house.rows(`do $$ begin
			perform set_config('app.actor', '${house.ids.ada}', true);
			perform set_config('app.entry', audit.append('system', '{}', null, null, array['${stranger}'::uuid], '{}', 'create', null, null, 'registration', null, null, 'allowed', null, null)::text, true);
			insert into app.person (id, kind) values ('${stranger}', 'candidate');
		end $$`);
		const withStranger = await backUp(house, folder, { now: new Date(Date.now() + 3 * minute) });
		await expect(place.restore({ ...all(withStranger.data.path), olderKeys: true })).rejects.toThrow(
			/no key and are not on the list/,
		);
	});

	it("R10.1 — a database or key store that is not empty", async () => {
		const place = await newPlace();
		await place.restore(all());
		await expect(place.restore(all())).rejects.toThrow(/keys already/);
		rmSync(place.places.keyStore, { recursive: true });
		mkdirSync(place.places.keyStore);
		await expect(place.restore(all())).rejects.toThrow(/not empty/);
	});

	it("R10.1 — data that is altered on its way into the database: nothing of it stays", async () => {
		const place = await newPlace();
		// Somebody who holds the passphrase and changes a byte of a row would have to lie in its hash too; then the manifest tells.
		const plain = await wholeOf("data", first.data.path);
		const at = plain.indexOf("Bakkerij De Korenaar");
		plain.write("Bakkerij De Korenbar", at);
		const { loadData } = await import("../src/platform/backup/load.ts");
		const source = async function* () {
			yield plain;
		};
		await expect(loadData(source(), place.connections.owner, place.places.files)).rejects.toThrow(/not what was written/);
		const session = new pg.Client(place.connections.owner);
		await session.connect();
		expect((await session.query("select count(*)::int as n from app.person")).rows).toEqual([{ n: 0 }]);
		const open = await session.query(
			"select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname in ('app', 'audit', 'auth') and relkind = 'r' and not relforcerowsecurity",
		);
		expect(open.rows).toEqual([]);
		await session.end();
	});
});

describe("R10.1 — who makes a backup", () => {
	it("R10.1 — the role that copies sees every row with its log entry and none without", async () => {
		const session = new pg.Client(house.database.backup);
		await session.connect();
		const count = async () => (await session.query("select count(*)::int as n from app.candidate")).rows[0]?.n;
		expect(await count()).toBe(0);
		await session.query("begin");
		await session.query("select set_config('app.actor', '00000000-0000-0000-0000-000000000001', true)");
		const old = await house.rows("select id from audit.entry where action = 'backup' limit 1");
		await session.query("select set_config('app.entry', $1, true)", [old[0]?.id]);
		expect(await count()).toBe(0); // an entry of an earlier transaction opens nothing
		await session.query(
			"select set_config('app.entry', audit.append('system', '{}', null, null, '{}', '{}', 'backup', null, null, 'security', null, 'R10.1', 'allowed', null, null)::text, true)",
		);
		expect(await count()).toBe(2);
		for (const write of [
			"update app.candidate set language = 'en'",
			"delete from app.note",
			"insert into app.heartbeat values ('worker', now())",
		]) {
			await session.query("savepoint here");
			await expect(session.query(write)).rejects.toThrow(/permission denied/);
			await session.query("rollback to here");
		}
		await session.query("rollback");
		await session.end();
	});

	it("R10.1 — every table of ours is in the set, sequences go on after it, and the log says that it was made", async () => {
		const manifest: Manifest = first.data.manifest;
		const tables = await house.rows<{ name: string }>(
			"select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname in ('app', 'audit', 'auth') and relkind = 'r'",
		);
		expect(manifest.tables.map((table) => table.name).sort()).toEqual(tables.map((table) => table.name).sort());
		expect(manifest.tables.find((table) => table.name === "app.candidate")?.rows).toBe(2);
		expect(manifest.files.map((file) => file.path)).toEqual(["a/leaf.bin"]);
		expect(await house.rows("select action from audit.entry where id = $1", [manifest.log.last])).toEqual([{ action: "backup" }]);
	});

	it("R10.1 — neither set gives anybody away: no name, no word of a note, no address, and no key in the data", async () => {
		const [data, keys] = [await wholeOf("data", first.data.path), await wholeOf("keys", first.keys.path)];
		const closed = [readFileSync(first.data.path), readFileSync(first.keys.path)];
		for (const canary of [canaries.mehmet, canaries.sofie, "Mehmet", "Demir", "p.mehmet@voorbeeld.test"])
			for (const bytes of [data, keys, ...closed]) expect(bytes.includes(canary), canary).toBe(false);
		for (const bytes of closed) expect(bytes.includes("app.candidate") || bytes.includes("SQLite format")).toBe(false);
		const manifest: KeyManifest = first.keys.manifest;
		expect(manifest.files.map((file) => file.name)).toEqual(["keys.sqlite", "master.key"]);
		expect(data.includes(readFileSync(join(house.vault, "master.key")))).toBe(false);
		expect(existsSync(`${first.data.path}.part`)).toBe(false);
	});

	it("R10.1 — a backup that fails half-way leaves no set that looks whole", async () => {
		await run(house.database.superuser, ["revoke select on app.trajectory from spoor_backup"]);
		const to = openFolder();
		await expect(backUp(house, to)).rejects.toThrow(/permission denied/);
		expect(readdirSync(join(to, "data"))).toEqual([]);
		await run(house.database.superuser, ["grant select on app.trajectory to spoor_backup"]);
		rmSync(to, { recursive: true });
	});
});
