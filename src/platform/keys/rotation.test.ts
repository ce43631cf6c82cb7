import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RotationStep } from "./care.ts";
import { mastersIn } from "./master.ts";
import { openValue, sealValue } from "./sealed.ts";
import { openVault } from "./vault.ts";
import { careOver, careSocket, keysOver, serveCare, serveKeys } from "./wire.ts";

const subject = "10000000-0000-4000-8000-000000000001";
const place = { table: "candidate", column: "name", row: subject, subject };
const others = Array.from({ length: 2500 }, (_, n) => `20000000-0000-4000-8000-${String(n).padStart(12, "0")}`);

let folder: string;
let sealed: Buffer;
const vault = () => openVault(folder, async () => true);

/** What the person's key opens now; throws when it opens nothing. */
async function opened(): Promise<string> {
	const keys = vault();
	try {
		const key = (await keys.open({ entry: "", actor: "", subjects: [subject] })).get(subject);
		return openValue(key ?? new Map(), place, sealed).toString();
	} finally {
		keys.close();
	}
}

/** How many wrapped keys of the store a lone master key still opens. */
function opensWith(master: Buffer, name: string): number {
	const lone = mkdtempSync(join(tmpdir(), "spoor-master-"));
	writeFileSync(join(lone, name), master);
	const masters = mastersIn(lone);
	const store = new DatabaseSync(join(folder, "keys.sqlite"));
	const rows = [
		...store.prepare("select subject || '/' || version as name, wrapped from subject_key").all(),
		...store.prepare("select name, wrapped from agency_key").all(),
	] as { name: string; wrapped: Uint8Array }[];
	store.close();
	rmSync(lone, { recursive: true });
	const opens = (name: string, bytes: Uint8Array) => {
		try {
			return masters.unwrap(name, bytes).length > 0;
		} catch {
			return false;
		}
	};
	// Also with the version mark rewritten, as somebody with the old master key would.
	const remarked = (wrapped: Uint8Array) => Buffer.concat([Buffer.of(1), Buffer.from(wrapped).subarray(3)]);
	return rows.filter(({ name, wrapped }) => opens(name, wrapped) || opens(name, remarked(wrapped))).length;
}

let made: string;
beforeAll(async () => {
	made = mkdtempSync(join(tmpdir(), "spoor-rotation-"));
	const keys = openVault(made, async () => true);
	await keys.create([subject, ...others]);
	const [key] = await keys.writeKeys([subject]);
	if (!key) throw new Error("no key");
	sealed = sealValue(key, place, Buffer.from("Zonnebloem"));
	await keys.tokens([{ kind: "name", value: "zon" }]);
	keys.close();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "spoor-rotation-"));
	cpSync(made, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () => readdirSync(folder).filter((name) => name.startsWith("master"));

describe("R10.1 — rotating the master key", () => {
	test("R10.1 — every key opens after it, tokens stay the same, and the old master key is gone and opens nothing", async () => {
		const old = readFileSync(join(folder, "master.key"));
		const keys = vault();
		const [before] = await keys.tokens([{ kind: "name", value: "zon" }]);
		expect(await keys.rotate()).toEqual({ master: 2, rewrapped: 2502 });
		expect((await keys.tokens([{ kind: "name", value: "zon" }]))[0]).toEqual(before);
		keys.close();
		expect(files()).toEqual(["master.2.key"]);
		expect(await opened()).toBe("Zonnebloem");
		expect(opensWith(old, "master.key")).toBe(0);
		expect(opensWith(readFileSync(join(folder, "master.2.key")), "master.2.key")).toBe(2502);
		const again = vault();
		expect(await again.rotate()).toEqual({ master: 3, rewrapped: 2502 });
		again.close();
		expect(files()).toEqual(["master.3.key"]);
		expect(await opened()).toBe("Zonnebloem");
	});

	test("R10.1 — the process serves and makes keys while it rotates; a second request joins the first", async () => {
		const keys = vault();
		const rotating = Promise.all([keys.rotate(), keys.rotate()]);
		const late = "30000000-0000-4000-8000-000000000001";
		await keys.create([late]);
		expect(await keys.writeKeys([subject, late])).toHaveLength(2);
		const [one, two] = await rotating;
		expect(one).toEqual(two);
		expect(await keys.writeKeys([late])).toHaveLength(1);
		keys.close();
	});

	// The step and how often it comes before the kill: batches are of a thousand.
	const kills: [RotationStep, number][] = [
		["made", 1],
		["batch", 1],
		["batch", 2],
		["batch", 3],
		["rewrapped", 1],
		["forgotten", 1],
	];
	test.each(kills)(
		"R10.1 — killed with -9 at %s %i it opens everything, goes on, and ends the old master key",
		async (at, times) => {
			const old = readFileSync(join(folder, "master.key"));
			const child = `
			import { openVault } from ${JSON.stringify(join(import.meta.dirname, "vault.ts"))};
			let seen = 0;
			await openVault(process.argv[1], async () => true).rotate((name) => {
				if (name === ${JSON.stringify(at)} && ++seen === ${times}) process.kill(process.pid, "SIGKILL");
			});`;
			const done = spawnSync(process.execPath, ["--input-type=module", "--eval", child, folder]);
			expect(done.signal, String(done.stderr)).toBe("SIGKILL");
			expect(await opened()).toBe("Zonnebloem");
			const keys = vault();
			expect(keys.rotating()).toBe(at !== "forgotten");
			if (keys.rotating()) expect((await keys.rotate()).master).toBe(2);
			keys.close();
			expect(files()).toEqual(["master.2.key"]);
			expect(await opened()).toBe("Zonnebloem");
			expect(opensWith(old, "master.key")).toBe(0);
		},
	);

	test("R10.1 — a master key that was half written when the power went is thrown away, and one that is damaged is refused", () => {
		writeFileSync(join(folder, "master.2.key.new"), "half");
		vault().close();
		expect(existsSync(join(folder, "master.2.key.new"))).toBe(false);
		writeFileSync(join(folder, "master.2.key"), "half");
		expect(vault).toThrow(/damaged/);
	});

	test("R10.1 — rewrap puts one person's key under the newest master key and leaves the key itself", async () => {
		const keys = vault();
		expect(keys.rewrap([subject])).toBe(1);
		keys.close();
		expect(await opened()).toBe("Zonnebloem");
	});
});

test("R10.1 — care is asked over its own socket; the one that the web process reaches knows neither copy nor rotate", async () => {
	const keys = vault();
	const servers = [await serveKeys(keys, join(folder, "socket")), await serveCare(keys, careSocket(folder))];
	const [care, web] = [careOver(careSocket(folder)), keysOver(join(folder, "socket"))];
	const copied = await care.copy();
	expect(readdirSync(copied).sort()).toEqual(["keys.sqlite", "master.key"]);
	expect((await care.rotate()).master).toBe(2);
	const wrong = careOver(join(folder, "socket"));
	await expect(wrong.copy()).rejects.toThrow(/unknown verb/);
	await expect(wrong.rotate()).rejects.toThrow(/unknown verb/);
	const curious = keysOver(careSocket(folder));
	await expect(curious.open({ entry: "", actor: "", subjects: [subject] })).rejects.toThrow(/unknown verb/);
	for (const one of [care, web, wrong, curious]) one.close();
	for (const server of servers) server.close();
	keys.close();
});
