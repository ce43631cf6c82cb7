import { generateKeyPairSync, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Lock, SetKind } from "../src/platform/backup/container.ts";
import { dataSet, type Manifest } from "../src/platform/backup/data-set.ts";
import { type KeyManifest, keySet } from "../src/platform/backup/key-set.ts";
import { type Report, type RestoreParts, restore } from "../src/platform/backup/restore.ts";
import { writeSet } from "../src/platform/backup/sets.ts";
import { systemChance } from "../src/platform/clock.ts";
import { type Door, openDoor } from "../src/platform/db.server.ts";
import { coversIn } from "../src/platform/keys/covers.ts";
import { openVault } from "../src/platform/keys/vault.ts";
import { connectionOf, type DatabaseRole, databaseRoles, ensureDatabase, run } from "../src/platform/postgres/roles.ts";
import { layOut, type Places } from "../src/platform/processes/place.ts";
import type { TestHouse } from "./people.ts";

export const passphrases = {
	data: { passphrase: "vier natte zwarte paarden" },
	keys: { passphrase: "een hoge witte toren aan zee" },
} as const;

const holder = () => {
	const { publicKey, privateKey } = generateKeyPairSync("x25519");
	return {
		lock: { recipient: publicKey.export({ type: "spki", format: "pem" }).toString() },
		opener: { identity: privateKey.export({ type: "pkcs8", format: "pem" }).toString() },
	};
};
/** Key files: nothing is derived slowly, as it is from a passphrase. */
export const keyFiles = { data: holder(), keys: holder() };

/** A folder of this test's own, that the database's system user can reach. */
export function openFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), `spoor-test-${process.pid}-`));
	chmodSync(folder, 0o755);
	return folder;
}

/** Both sets of a test's house, keys after data as `bin/backup` makes them. `as` is the session that copies. */
export async function backUp(
	house: TestHouse,
	to: string,
	{
		files = join(to, "files"),
		now = new Date(),
		as = house.database.backup as pg.ClientConfig,
		locks = { data: keyFiles.data.lock, keys: keyFiles.keys.lock } as Record<SetKind, Lock>,
	} = {},
): Promise<{ data: { path: string; manifest: Manifest }; keys: { path: string; manifest: KeyManifest } }> {
	mkdirSync(files, { recursive: true });
	const session = new pg.Client(as);
	await session.connect();
	const data = await writeSet("data", join(to, "data"), locks.data, dataSet(session, files, now), now).finally(() =>
		session.end(),
	);
	const vault = openVault(house.vault, async () => false);
	const keys = await writeSet("keys", join(to, "keys"), locks.keys, keySet(await vault.copy(), now), now).finally(() =>
		vault.close(),
	);
	return { data, keys };
}

export interface Elsewhere {
	places: Places;
	connections: Record<DatabaseRole, pg.ClientConfig>;
	restore(parts: Pick<RestoreParts, "data" | "keys" | "olderKeys">): Promise<Report>;
	/** Everybody's way to the restored data. */
	open(): { door: Door; close(): Promise<void> };
	close(): Promise<void>;
}

/** A new data folder and an empty database with nothing in it: another machine, after a fire. */
export async function elsewhere(): Promise<Elsewhere> {
	const data = openFolder();
	const places = layOut(data);
	const { superuser, passwords } = inject("cluster");
	const name = `test_${randomBytes(8).toString("hex")}`;
	await ensureDatabase(superuser, name);
	const place = { ...superuser, database: name };
	const connections = Object.fromEntries(
		databaseRoles.map((role) => [role, connectionOf(place, role, passwords[role])]),
	) as Elsewhere["connections"];
	return {
		places,
		connections,
		restore: (parts) =>
			restore({ ...parts, keyStore: places.keyStore, files: places.files, owner: connections.owner, keysRole: connections.keys }),
		open: () => {
			const covers = coversIn(connections.keys);
			const keys = openVault(places.keyStore, covers.covers);
			const { staff, candidate, worker } = connections;
			const door = openDoor({
				connections: { staff, candidate, worker },
				keys,
				clock: { now: () => new Date() },
				chance: systemChance,
			});
			return {
				door,
				close: async () => {
					await door.close();
					await covers.close();
					keys.close();
				},
			};
		},
		close: async () => {
			await run(superuser, [`drop database if exists ${name} with (force)`]);
			rmSync(data, { recursive: true, force: true });
		},
	};
}
