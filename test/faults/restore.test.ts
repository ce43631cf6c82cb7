import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runningPostmaster, until } from "../../src/platform/postgres/postmaster.ts";
import { unproven } from "../../src/platform/processes/place.ts";
import { backUp, keyFiles, openFolder } from "../backing-up.ts";
import { openCluster } from "../cluster.ts";
import { freshDatabase } from "../database.ts";
import { testHouse } from "../people.ts";

// bin/restore killed with -9 half-way: what it leaves is never served, and the backup it read restores all the same.

let folder: string;
let sets: { data: string; keys: string };
const identity = { data: "", keys: "" };
beforeAll(async () => {
	folder = openFolder();
	const cluster = await openCluster();
	const house = await testHouse(await freshDatabase(cluster));
	const made = await backUp(house, folder);
	sets = { data: made.data.path, keys: made.keys.path };
	for (const kind of ["data", "keys"] as const) {
		identity[kind] = join(folder, `${kind}.key`);
		writeFileSync(identity[kind], keyFiles[kind].opener.identity, { mode: 0o600 });
	}
	await house.close();
	await cluster.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
	child: ChildProcess;
	said: () => string;
	ended: Promise<number | null>;
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Run {
	const child = spawn(process.execPath, [program, ...args], {
		env: { PATH: process.env.PATH, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let said = "";
	for (const stream of [child.stdout, child.stderr])
		stream?.on("data", (chunk) => {
			said += chunk;
		});
	return { child, said: () => said, ended: new Promise((resolve) => child.once("close", (code) => resolve(code))) };
}

const restoreInto = (into: string) =>
	run("src/restore.ts", [
		...["--data", sets.data, "--keys", sets.keys, "--into", into],
		...["--data-identity", identity.data, "--keys-identity", identity.keys],
	]);

/** What is there when it is killed: only the notice, a database that runs, or the keys as well. */
const moments: [string, (into: string) => boolean][] = [
	["the notice is there and nothing else", (into) => existsSync(unproven(into))],
	["the database runs", (into) => runningPostmaster(join(into, "pg")) !== undefined],
	["the keys are there, and are being proven", (into) => existsSync(join(into, "keys/keys.sqlite"))],
];

describe("R10.1 — a restore that is cut off", { timeout: 240_000 }, () => {
	it.each(process.env.SPOOR_ALL ? moments : moments.slice(2))(
		"R10.1 — killed with -9 when %s: it is not served, not gone on with, and leaves no process",
		async (_when, there) => {
			const into = join(folder, crypto.randomUUID());
			const restoring = restoreInto(into);
			expect(await until(() => there(into), 120), restoring.said()).toBe(true);
			restoring.child.kill("SIGKILL");
			await restoring.ended;
			expect(existsSync(unproven(into))).toBe(true);
			expect(await until(() => runningPostmaster(join(into, "pg")) === undefined, 30)).toBe(true);
			const started = run("src/start.ts", ["--empty"], { SPOOR_DATA: into, PORT: "4798" });
			expect(await started.ended).toBe(1);
			expect(started.said()).toContain("was restored but not proven");
			expect(runningPostmaster(join(into, "pg"))).toBeUndefined();
			const tended = run("src/care.ts", ["rotate"], { SPOOR_DATA: into });
			expect(await tended.ended).toBe(1);
			expect(tended.said()).toContain("not proven");
			const again = restoreInto(into);
			expect(await again.ended).toBe(1);
			expect(again.said()).toContain("is not empty");
		},
	);

	it("R10.1 — the same sets restore into a new folder", async () => {
		const into = join(folder, crypto.randomUUID());
		const restoring = restoreInto(into);
		expect(await restoring.ended, restoring.said()).toBe(0);
		expect(restoring.said()).toContain("Proven");
		expect(existsSync(unproven(into))).toBe(false);
	});
});
