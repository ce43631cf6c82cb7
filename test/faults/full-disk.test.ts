import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type FaultHouse, openFaultHouse, type Person } from "./house.ts";
import { beginNote, noteFields, typing } from "./load.ts";

// A disk of its own for the database, small enough to fill. Making one needs root: who is not gets a failure that says so, since a full
// disk that was never tried is a promise.

let folder: string;
let faults: FaultHouse;
let anna: Person;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), `spoor-test-${process.pid}-disk-`));
	const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", folder], { encoding: "utf8" });
	if (mounted.status !== 0)
		throw new Error(`A full disk is tried on a small one, and this user may not mount it (be root): ${mounted.stderr}`);
	faults = await openFaultHouse({ folder });
	anna = await faults.as("anna");
}, 180_000);
afterAll(async () => {
	await faults?.close();
	spawnSync("umount", ["--lazy", folder]);
	rmSync(folder, { recursive: true, force: true });
});

/** Writes until nothing more fits. */
function fill(): void {
	const filler = openSync(join(folder, "filler"), "a");
	try {
		for (let size = 1024 * 1024; size >= 512; ) {
			try {
				writeSync(filler, Buffer.alloc(size));
			} catch {
				size /= 2;
			}
		}
	} finally {
		closeSync(filler);
	}
}
const room = () => rmSync(join(folder, "filler"), { force: true });
afterEach(room);
const patient = { timeout: 90_000, interval: 200 };
const dossier = () => `/kandidaten/${faults.house.worlds.mehmet.candidate}`;
const full = { nl: "De schijf van Spoor is vol", en: "The disk of Spoor is full" };

it("R10.1 — full under load: what was acknowledged is there, nothing is shown that cannot be logged, it is said, and with room all goes on", async () => {
	const { base, session } = await beginNote(faults, anna);
	const load = await Promise.all([1, 2, 3].map(() => typing(faults, anna)));
	const saves = () => load.reduce((sum, one) => sum + one.saves(), 0);
	await expect.poll(saves, patient).toBeGreaterThan(20);
	fill();
	const fields = noteFields(1, session, "Wat ik typte toen de schijf vol was");
	// What room there is inside the files is used up first.
	let refused = await anna.post(base, fields);
	await expect
		.poll(async () => {
			refused = await anna.get(dossier());
			return refused.status;
		}, patient)
		.toBe(503);
	expect(refused.text).toContain(`<h1>${full.nl}</h1>`);
	expect(refused.text).not.toContain("Demir");
	const health = await anna.get("/healthz");
	expect([health.status, (JSON.parse(health.text) as { parts: Record<string, boolean> }).parts]).toMatchObject([
		503,
		{ disk: false },
	]);
	const during = saves();
	room();
	await expect.poll(saves, patient).toBeGreaterThan(during + 20);
	for (const one of load) await one.stop();
	for (const one of load) expect(await one.lost()).toEqual([]);
	expect((await anna.get(dossier())).status).toBe(200);
}, 180_000);

it("R10.1 — no room for the database's own journal: it breaks off, that is said, and with room all goes on by itself, with everything that was acknowledged", async () => {
	const load = await Promise.all([1, 2].map(() => typing(faults, anna)));
	const saves = () => load.reduce((sum, one) => sum + one.saves(), 0);
	await expect.poll(saves, patient).toBeGreaterThan(10);
	const session = new pg.Client({ ...faults.house.database.superuser });
	session.on("error", () => {});
	await session.connect();
	fill();
	// A journal file is begun that finds no room: the database stops itself rather than go on without a journal.
	const stopped = (async () => {
		for (let n = 0; n < 400; n++) await session.query("select pg_logical_emit_message(true, 'filling', 'x'), pg_switch_wal()");
	})();
	await expect(stopped).rejects.toThrow();
	await session.end().catch(() => {});
	// It may come up again by itself, with no more room than before, or stay down: either way people are told, and nothing is half kept.
	const refusals = () => load.flatMap((one) => one.refusals);
	await expect.poll(() => refusals().length, patient).toBeGreaterThan(0);
	const during = saves();
	room();
	await expect.poll(saves, patient).toBeGreaterThan(during + 10);
	for (const one of load) await one.stop();
	for (const one of load) expect(await one.lost()).toEqual([]);
	for (const { status, said } of refusals())
		expect({ status, said }).toEqual({
			status: 503,
			said: expect.stringMatching(/schijf van Spoor is vol|even niet te bereiken/),
		});
}, 240_000);
