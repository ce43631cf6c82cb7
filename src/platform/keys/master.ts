import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** The master keys of a store: one, and two while a rotation is under way. Each wrapped key names the one it is under. */
export interface Masters {
	/** The one new keys are wrapped under. */
	newest(): number;
	versions(): number[];
	wrap(name: string, key: Buffer): Buffer;
	/** Throws when its master is gone, or when the wrapped key was altered or stood under another name. */
	unwrap(name: string, wrapped: Uint8Array): Buffer;
	/** Makes the next one and wraps under it from now on. */
	next(): number;
	/** Overwrites and removes one: what is still wrapped under it opens no more. */
	forget(version: number): void;
}

const fileOf = (version: number) => (version === 1 ? "master.key" : `master.${version}.key`);
const file = /^master(?:\.(\d+))?\.key$/;
/** What stands before a key wrapped under this version. The first stores had one byte and meant version 1. */
export const mark = (version: number) => Buffer.of(2, version >> 8, version & 255);

/** The names of the master keys' files in a store. */
export const masterFiles = (folder: string): string[] => readdirSync(folder).filter((name) => file.test(name));

/** Reads the master keys of a store, and makes the first when there is none. */
export function mastersIn(folder: string): Masters {
	for (const name of readdirSync(folder)) if (/^master.*\.new$/.test(name)) rmSync(join(folder, name)); // a kill before its first use
	const known = new Map<number, KeyObject>();
	for (const name of masterFiles(folder)) {
		const version = Number(file.exec(name)?.[1] ?? 1);
		known.set(version, derived(version, readFileSync(join(folder, name))));
	}
	const newest = () => Math.max(0, ...known.keys());
	const next = () => {
		const version = newest() + 1;
		const path = join(folder, fileOf(version));
		const seed = randomBytes(32);
		written(`${path}.new`, seed, "wx");
		chmodSync(`${path}.new`, 0o400);
		renameSync(`${path}.new`, path);
		synced(folder);
		known.set(version, derived(version, seed));
		return version;
	};
	if (known.size === 0) next();
	return {
		newest,
		versions: () => [...known.keys()].sort((a, b) => a - b),
		wrap(name, key) {
			const nonce = randomBytes(12);
			const cipher = createCipheriv("aes-256-gcm", known.get(newest()) as KeyObject, nonce);
			cipher.setAAD(Buffer.from(name));
			return Buffer.concat([mark(newest()), nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
		},
		unwrap(name, wrapped) {
			const bytes = Buffer.from(wrapped);
			const [version, start] = bytes[0] === 1 ? [1, 1] : [bytes.readUInt16BE(1), 3];
			const master = known.get(version);
			if (!master) throw new Error("The master key of this key is gone");
			const decipher = createDecipheriv("aes-256-gcm", master, bytes.subarray(start, start + 12));
			decipher.setAAD(Buffer.from(name));
			decipher.setAuthTag(bytes.subarray(-16));
			return Buffer.concat([decipher.update(bytes.subarray(start + 12, -16)), decipher.final()]);
		},
		next,
		forget(version) {
			const path = join(folder, fileOf(version));
			chmodSync(path, 0o600);
			written(path, randomBytes(32), "r+"); // the same length, so that a kill here leaves a store that opens
			rmSync(path);
			synced(folder);
			known.delete(version);
		},
	};
}

function derived(version: number, seed: Buffer): KeyObject {
	if (seed.length !== 32) throw new Error("The master key is damaged");
	return createSecretKey(Buffer.from(hkdfSync("sha256", seed, "", `spoor master ${version}`, 32)));
}

function written(path: string, bytes: Buffer, flags: "wx" | "r+"): void {
	const opened = openSync(path, flags, 0o600);
	try {
		writeSync(opened, bytes);
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
}

/** A new or removed name is on disk only when its folder is. */
function synced(folder: string): void {
	const opened = openSync(folder, "r");
	try {
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
}
