import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readParts, writeJson, writePart } from "./archive.ts";
import { type Lock, type Opener, openSet, type SetKind, sealSet } from "./container.ts";
import { lockOf, openerOf, refuseOneLock, removeOld, samePlace, setsAt, writeSet } from "./sets.ts";

const pair = () => {
	const { publicKey, privateKey } = generateKeyPairSync("x25519");
	return {
		lock: { recipient: publicKey.export({ type: "spki", format: "pem" }).toString() },
		opener: { identity: privateKey.export({ type: "pkcs8", format: "pem" }).toString() },
	};
};
const holder = pair();
const chunk = 64 * 1024;

async function* from(...pieces: Uint8Array[]): AsyncGenerator<Buffer> {
	for (const piece of pieces) yield Buffer.from(piece);
}
async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const one of source) chunks.push(one);
	return Buffer.concat(chunks);
}
const sealed = (plain: Buffer, lock: Lock = holder.lock, kind: SetKind = "data") => whole(sealSet(kind, lock, from(plain)));
const opened = (set: Buffer, opener: Opener = holder.opener, kind: SetKind = "data") => whole(openSet(kind, opener, from(set)));
const sample = (length: number) => Buffer.from(Array.from({ length }, (_, n) => n % 251));

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "spoor-sets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("R10.1 — a set on disk", () => {
	test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk])("R10.1 — %i bytes come back as they were", async (length) => {
		expect((await opened(await sealed(sample(length)))).equals(sample(length))).toBe(true);
	});

	test("R10.1 — read in pieces of any size it is the same", async () => {
		const set = await sealed(sample(2 * chunk + 9));
		const pieces = Array.from({ length: Math.ceil(set.length / 1000) }, (_, n) => set.subarray(n * 1000, n * 1000 + 1000));
		expect((await whole(openSet("data", holder.opener, from(...pieces)))).equals(sample(2 * chunk + 9))).toBe(true);
	});

	test("R10.1 — cut short anywhere, also between two chunks, it is refused", async () => {
		const set = await sealed(sample(3 * chunk));
		const head = set.indexOf(10) + 1;
		for (const length of [0, 10, head, head + 8, head + chunk + 16, head + 2 * (chunk + 16), set.length - 17, set.length - 1])
			await expect(opened(set.subarray(0, length)), String(length)).rejects.toThrow(/refused/);
	});

	test("R10.1 — one altered bit anywhere, two chunks exchanged, or something added: it is refused", async () => {
		const set = await sealed(sample(3 * chunk));
		const head = set.indexOf(10) + 1;
		for (const at of [1, 30, head - 10, head, head + 40, head + chunk + 3, set.length - 1]) {
			const altered = Buffer.from(set);
			altered[at] = (altered[at] ?? 0) ^ 1;
			await expect(opened(altered), String(at)).rejects.toThrow();
		}
		const chunks = [0, 1, 2].map((n) => set.subarray(head + n * (chunk + 16), head + (n + 1) * (chunk + 16)));
		const swapped = [set.subarray(0, head), chunks[1], chunks[0], chunks[2]].map((part) => part ?? Buffer.alloc(0));
		await expect(opened(Buffer.concat(swapped))).rejects.toThrow(/refused/);
		await expect(opened(Buffer.concat([set, Buffer.of(0)]))).rejects.toThrow(/refused/);
		await expect(opened(Buffer.concat([set, set]))).rejects.toThrow(/refused/);
	});

	test("R10.1 — another's key, another kind of lock and another kind of set are refused; so is a file that is no key", async () => {
		const set = await sealed(sample(10));
		await expect(opened(set, pair().opener)).rejects.toThrow(/wrong passphrase or key/);
		await expect(opened(set, { passphrase: "een hoge witte toren aan zee" })).rejects.toThrow(/opens with a key file/);
		await expect(opened(set, holder.opener, "keys")).rejects.toThrow(/set of data, not of keys/);
		await expect(opened(set, { identity: "geen sleutel" })).rejects.toThrow(/holds no key/);
		await expect(sealed(sample(1), { recipient: "geen sleutel" })).rejects.toThrow(/holds no key/);
		await expect(opened(Buffer.from("{}\nzo"))).rejects.toThrow(/another format/);
		await expect(opened(Buffer.from("een brief\n"))).rejects.toThrow(/does not begin/);
	});

	test("R10.1 — with a passphrase: the right one opens, another does not, a short one is not taken", async () => {
		const lock = { passphrase: "vier natte zwarte paarden" };
		const set = await sealed(sample(10), lock);
		expect(set.includes(lock.passphrase)).toBe(false);
		expect((await opened(set, lock)).equals(sample(10))).toBe(true);
		await expect(opened(set, { passphrase: "vier natte zwarte paardem" })).rejects.toThrow(/wrong passphrase/);
		await expect(sealed(sample(1), { passphrase: "te kort" })).rejects.toThrow(/fewer than/);
	});
});

describe("R10.1 — the parts in a set", () => {
	const written = () =>
		whole(
			(async function* () {
				yield* writeJson("start", { made: "nu" });
				yield* writePart("file a", from(sample(300_000), Buffer.alloc(0)), () => ({ rows: 3 }));
			})(),
		);

	test("R10.1 — come back in order, with what was known at their end", async () => {
		const reader = readParts(from(await written()));
		expect([await reader.next(), await reader.json(), await reader.next()]).toEqual(["start", { made: "nu" }, "file a"]);
		const content = reader.content();
		const chunks: Buffer[] = [];
		let step = await content.next();
		for (; !step.done; step = await content.next()) chunks.push(step.value);
		expect(step.value).toMatchObject({ name: "file a", bytes: 300_000, more: { rows: 3 } });
		expect(Buffer.concat(chunks).equals(sample(300_000))).toBe(true);
		expect(await reader.next()).toBeUndefined();
	});

	test("R10.1 — that stop half-way or are not what was written are refused", async () => {
		const parts = await written();
		const read = async (bytes: Buffer) => {
			const reader = readParts(from(bytes));
			for (let name = await reader.next(); name !== undefined; name = await reader.next()) await whole(reader.content());
		};
		await read(parts);
		await expect(read(parts.subarray(0, -5))).rejects.toThrow(/half-way/);
		const altered = Buffer.from(parts);
		altered[1000] = (altered[1000] ?? 0) ^ 1;
		await expect(read(altered)).rejects.toThrow(/not what was written/);
	});
});

describe("R10.1 — sets in folders", () => {
	test("R12.2 — data lives 35 days and keys 7; nothing else in the folder is touched", async () => {
		const name = (kind: string, day: string) => `spoor-${kind}-${day}T020000Z.set`;
		const there = [
			name("data", "2026-10-18"),
			name("data", "2026-10-20"),
			name("keys", "2026-11-15"),
			name("keys", "2026-11-17"),
			"brief.txt",
		];
		for (const one of there) writeFileSync(join(folder, one), "");
		const now = new Date("2026-11-23T03:00:00Z");
		expect([removeOld("data", folder, now), removeOld("keys", folder, now)]).toEqual([1, 1]);
		expect(readdirSync(folder).sort()).toEqual([there[4], there[1], there[3]]);
		expect(setsAt("keys", folder)).toEqual([join(folder, there[3] ?? "")]);
	});

	test("R10.1 — a set that fails half-way is not there; one that is there is whole and its owner's alone", async () => {
		const failing = async function* (): AsyncGenerator<Buffer, string> {
			yield sample(3 * chunk);
			throw new Error("the disk is full");
		};
		const now = new Date("2026-11-23T03:00:00.123Z");
		await expect(writeSet("data", folder, holder.lock, failing(), now)).rejects.toThrow(/full/);
		expect(readdirSync(folder)).toEqual([]);
		const good = async function* (): AsyncGenerator<Buffer, string> {
			yield sample(5);
			return "klaar";
		};
		expect(await writeSet("data", folder, holder.lock, good(), now)).toEqual({
			path: join(folder, "spoor-data-2026-11-23T030000Z.set"),
			manifest: "klaar",
		});
	});

	test("R10.1 — each set has a secret of its own, from a file or the environment, and a folder of its own", () => {
		writeFileSync(join(folder, "p"), "vier natte zwarte paarden\n");
		const env = { BACKUP_DATA_PASSPHRASE_FILE: join(folder, "p"), BACKUP_KEYS_PASSPHRASE: "een hoge witte toren aan zee" };
		expect(lockOf("data", undefined, env)).toEqual({ passphrase: "vier natte zwarte paarden" });
		expect(openerOf("keys", undefined, env)).toEqual({ passphrase: env.BACKUP_KEYS_PASSPHRASE });
		expect(() => lockOf("keys", undefined, {})).toThrow(/BACKUP_KEYS_PASSPHRASE_FILE/);
		expect(() => openerOf("data", undefined, {})).toThrow(/BACKUP_DATA_PASSPHRASE_FILE/);
		expect(() => refuseOneLock(holder.lock, holder.lock)).toThrow(/each/);
		refuseOneLock(holder.lock, pair().lock);
		expect(samePlace(join(folder, "a"), join(folder, "./a"))).toBe(true);
		expect(samePlace(join(folder, "a"), join(folder, "b"))).toBe(false);
	});
});
