import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataSet } from "./platform/backup/data-set.ts";
import { keySet } from "./platform/backup/key-set.ts";
import { lifetime, lockOf, refuseOneLock, removeOld, samePlace, writeSet } from "./platform/backup/sets.ts";
import { beside } from "./platform/processes/beside.ts";
import { sessionAs } from "./platform/processes/database.ts";
import { dataFolder } from "./platform/processes/place.ts";

// bin/backup: writes data and keys as two sets, each under a lock of its own, and removes the sets that have lived long enough.

const { env } = process;
const { values: options } = parseArgs({
	options: {
		"data-to": { type: "string", default: env.BACKUP_DATA_TO },
		"keys-to": { type: "string", default: env.BACKUP_KEYS_TO },
		"data-recipient": { type: "string" },
		"keys-recipient": { type: "string" },
		demo: { type: "boolean", default: false },
	},
});
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	const [dataTo, keysTo] = [options["data-to"], options["keys-to"]];
	if (!dataTo || !keysTo) throw new Error("Say where: --data-to FOLDER --keys-to FOLDER");
	if (samePlace(dataTo, keysTo)) throw new Error("Data and keys go to two folders, and from there to two places");
	const locks = { data: lockOf("data", options["data-recipient"]), keys: lockOf("keys", options["keys-recipient"]) };
	refuseOneLock(locks.data, locks.keys);
	const data = dataFolder(options.demo ? "demo" : "agency", process.cwd(), env.SPOOR_DATA || undefined);
	const { places, place, care, close } = await beside(data, env.DATABASE_URL || undefined, process.cwd());
	try {
		const session = await sessionAs(place, "backup");
		const now = new Date();
		// Keys after data: whoever is in the data has a key in the set of keys.
		const rows = await writeSet("data", dataTo, locks.data, dataSet(session, places.files, now), now).finally(() =>
			session.end(),
		);
		const copy = await care.copy();
		const keys = await writeSet("keys", keysTo, locks.keys, keySet(copy, now), now).finally(() => care.endCopy());
		const { tables, files, people, log } = rows.manifest;
		const total = tables.reduce((sum, table) => sum + table.rows, 0);
		say(
			`${rows.path}: ${total} rows of ${tables.length} tables, ${files.length} files, ${people} people, ${log.entries} log entries`,
		);
		say(`${keys.path}: ${keys.manifest.keys} keys, ${keys.manifest.destroyed} destroyed`);
		for (const [kind, folder] of [
			["data", dataTo],
			["keys", keysTo],
		] as const) {
			const removed = removeOld(kind, folder, now);
			if (removed > 0) say(`${removed} sets of ${kind} older than ${lifetime[kind]} days removed`);
		}
		if (existsSync(join(keysTo, "..", "pg"))) say("The keys lie beside the database: bring them elsewhere.");
	} finally {
		await close();
	}
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
