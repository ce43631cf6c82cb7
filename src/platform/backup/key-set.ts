import { createReadStream, createWriteStream, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Destroyed } from "../keys/care.ts";
import { type Part, readParts, writeJson, writePart } from "./archive.ts";
import { SetRefused } from "./container.ts";

export interface KeyManifest {
	made: string;
	keys: number;
	destroyed: number;
	files: { name: string; sha256: string }[];
}

const allowed = /^(?:keys\.sqlite|master(?:\.\d+)?\.key)$/;

/** The content of a set of keys: the copy that the key process laid down, and apart the list of whose keys were destroyed. */
export async function* keySet(copy: string, now: Date): AsyncGenerator<Buffer, KeyManifest> {
	const store = new DatabaseSync(join(copy, "keys.sqlite"), { readOnly: true });
	const { keys } = store.prepare("select count(*) as keys from subject_key").get() as { keys: number };
	const destroyed = store.prepare("select subject, at from destroyed").all() as unknown as Destroyed[];
	store.close();
	const made = now.toISOString();
	yield* writeJson("start", { made });
	yield* writeJson("destroyed", destroyed);
	const files: KeyManifest["files"] = [];
	for (const name of readdirSync(copy)
		.filter((one) => allowed.test(one))
		.sort()) {
		const { sha256 }: Part = yield* writePart(`file ${name}`, createReadStream(join(copy, name)));
		files.push({ name, sha256 });
	}
	const manifest: KeyManifest = { made, keys, destroyed: destroyed.length, files };
	yield* writeJson("manifest", manifest);
	return manifest;
}

export interface ReadKeySet {
	manifest: KeyManifest;
	destroyed: Destroyed[];
}

/** Reads a whole set of keys, into a folder when one is given; throws SetRefused when anything in it is not as its manifest says. */
export async function readKeySet(plain: AsyncIterable<Buffer>, into?: string): Promise<ReadKeySet> {
	const reader = readParts(plain);
	let destroyed: Destroyed[] | undefined;
	let manifest: KeyManifest | undefined;
	const files: KeyManifest["files"] = [];
	if (into) mkdirSync(into, { recursive: true, mode: 0o700 });
	for (let name = await reader.next(); name !== undefined; name = await reader.next()) {
		if (name === "destroyed") destroyed = await reader.json<Destroyed[]>();
		else if (name === "manifest") manifest = await reader.json<KeyManifest>();
		else if (name.startsWith("file ") && allowed.test(name.slice(5))) {
			const part: { sha256: string } = { sha256: "" };
			const content = async function* () {
				part.sha256 = (yield* reader.content()).sha256;
			};
			const file = name.slice(5);
			if (into)
				await pipeline(
					Readable.from(content()),
					createWriteStream(join(into, file), { flags: "wx", mode: file.startsWith("master") ? 0o400 : 0o600, flush: true }),
				);
			else for await (const _ of content());
			files.push({ name: file, sha256: part.sha256 });
		} else await reader.json();
	}
	if (!manifest || !destroyed) throw new SetRefused("it has no manifest");
	if (JSON.stringify(files) !== JSON.stringify(manifest.files) || destroyed.length !== manifest.destroyed)
		throw new SetRefused("its content is not what its manifest says");
	return { manifest, destroyed };
}
