import { readdirSync } from "node:fs";
import pg from "pg";
import { coversIn } from "../keys/covers.ts";
import { openVault } from "../keys/vault.ts";
import { type Checked, check, type Settled, settle } from "./after.ts";
import { readParts } from "./archive.ts";
import { type Opener, SetRefused } from "./container.ts";
import type { Manifest, Start } from "./data-set.ts";
import { type ReadKeySet, readKeySet } from "./key-set.ts";
import { loadData } from "./load.ts";
import { readSet } from "./sets.ts";

export interface RestoreParts {
	data: { path: string; opener: Opener };
	/** One set of keys, or all there are: the newest is used, and what any of them says was destroyed stays destroyed. */
	keys: { paths: readonly string[]; opener: Opener };
	/** The empty folders that get the key store and the files. */
	keyStore: string;
	files: string;
	/** The empty database: its owner, and the role of the key process. */
	owner: pg.ClientConfig;
	keysRole: pg.ClientConfig;
	/** Go on with keys that are older than the data. */
	olderKeys?: boolean;
}

export interface Report extends Checked, Settled {
	data: string;
	keys: string;
	tables: number;
	rows: number;
	files: number;
	/** Keys in the chosen set that had been destroyed since, and went again. */
	destroyedAgain: number;
}

/** Brings both sets back and proves that they belong together. Throws, and nothing may be served, when anything is not as it was. */
export async function restore(parts: RestoreParts): Promise<Report> {
	const chosen = await newestKeys(parts);
	await refuseOlderKeys(parts, chosen.manifest.made);
	const manifest = await loadData(readSet("data", parts.data.path, parts.data.opener), parts.owner, parts.files);
	await readKeySet(readSet("keys", chosen.path, parts.keys.opener), parts.keyStore);

	const { covers, close } = coversIn(parts.keysRole);
	const vault = openVault(parts.keyStore, covers);
	const session = new pg.Client(parts.owner);
	session.on("error", () => {});
	try {
		await session.connect();
		const destroyedAgain = vault.replay(chosen.destroyed);
		const settled = await settle(session);
		const checked = await check(session, vault, manifest);
		return { ...facts(manifest, chosen.manifest.made), destroyedAgain, ...settled, ...checked };
	} finally {
		await session.end();
		vault.close();
		await close();
	}
}

async function refuseOlderKeys({ data, olderKeys }: RestoreParts, keys: string): Promise<void> {
	const reader = readParts(readSet("data", data.path, data.opener));
	if ((await reader.next()) !== "start") throw new SetRefused("it does not begin with its version");
	const { made } = await reader.json<Start>();
	if (keys >= made || olderKeys) return;
	throw new SetRefused(
		`the keys (${keys}) are older than the data (${made}): what was destroyed between is not known. Find newer keys, or say --older-keys`,
	);
}

const facts = (manifest: Manifest, keys: string) => ({
	data: manifest.made,
	keys,
	tables: manifest.tables.length,
	rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
	files: manifest.files.length,
});

/** Reads every set of keys to its end before anything is written: which is newest, and all that was destroyed. */
async function newestKeys({ keys, keyStore }: RestoreParts): Promise<ReadKeySet & { path: string }> {
	if (readdirSync(keyStore).some((name) => name.endsWith(".key") || name.endsWith(".sqlite")))
		throw new SetRefused("there are keys already");
	const destroyed = new Map<string, string>();
	let newest: (ReadKeySet & { path: string }) | undefined;
	for (const path of keys.paths) {
		const read = await readKeySet(readSet("keys", path, keys.opener));
		for (const { subject, at } of read.destroyed) destroyed.set(subject, at);
		if (!newest || read.manifest.made > newest.manifest.made) newest = { ...read, path };
	}
	if (!newest) throw new SetRefused("there is no set of keys");
	return { ...newest, destroyed: [...destroyed].map(([subject, at]) => ({ subject, at })) };
}
