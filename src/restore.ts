import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Report, restore } from "./platform/backup/restore.ts";
import { openerOf, setsAt } from "./platform/backup/sets.ts";
import { startCluster } from "./platform/postgres/launcher.ts";
import { ensureDatabase, openDatabase, prepareRoles } from "./platform/postgres/roles.ts";
import { type Account, giveTo } from "./platform/processes/accounts.ts";
import { connectionAs, databaseName, externalPlace } from "./platform/processes/database.ts";
import { dataFolder, layOut, type Places, unproven } from "./platform/processes/place.ts";

// bin/restore: brings a set of data and a set of keys back into a new data folder, and proves them before Spoor may serve it.

const { env } = process;
const { values: options } = parseArgs({
	options: {
		data: { type: "string" },
		keys: { type: "string", multiple: true },
		into: { type: "string" },
		"data-identity": { type: "string" },
		"keys-identity": { type: "string" },
		"older-keys": { type: "boolean", default: false },
	},
});
const say = (line: string) => process.stdout.write(`${line}\n`);

function giveAll(folder: string, owner: Account): void {
	giveTo(folder, owner);
	for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) giveTo(join(folder, path), owner);
}

async function databaseIn(places: Places) {
	if (env.DATABASE_URL) {
		const { administrator, ...place } = externalPlace(env.DATABASE_URL);
		const passwords = await prepareRoles(administrator, places.secrets);
		await openDatabase(administrator, place.database);
		return { place: { ...place, passwords }, stop: async () => {} };
	}
	const cluster = await startCluster(places.data);
	const passwords = await prepareRoles(cluster.superuser, places.secrets);
	await ensureDatabase(cluster.superuser, databaseName);
	return { place: { ...cluster.superuser, database: databaseName, tls: false, passwords }, stop: cluster.stop };
}

async function main(): Promise<void> {
	const { data, keys = [], into } = options;
	if (!data || keys.length === 0 || !into) throw new Error("Say what and where: --data FILE --keys FILE-OR-FOLDER --into FOLDER");
	const openers = { data: openerOf("data", options["data-identity"]), keys: openerOf("keys", options["keys-identity"]) };
	if (existsSync(into) && readdirSync(into).length > 0) throw new Error(`${into} is not empty: restore into a new folder`);
	process.umask(0o022);
	mkdirSync(into, { recursive: true, mode: 0o755 });
	const folder = dataFolder("agency", process.cwd(), resolve(into));
	// Before anything else is there: whatever cuts this off, Spoor does not begin anew in what it left.
	writeFileSync(unproven(folder), "bin/restore has not finished, or has failed, here. Spoor does not start on this folder.\n");
	const places = layOut(folder);
	const { place, stop } = await databaseIn(places);
	let report: Report;
	try {
		report = await restore({
			data: { path: data, opener: openers.data },
			keys: { paths: keys.flatMap((path) => setsAt("keys", path)), opener: openers.keys },
			keyStore: places.keyStore,
			files: places.files,
			owner: connectionAs(place, "owner"),
			keysRole: connectionAs(place, "keys"),
			olderKeys: options["older-keys"],
		});
	} finally {
		await stop();
	}
	giveAll(places.keyStore, "spoor-keys");
	giveAll(places.files, "spoor-app");
	rmSync(unproven(places.data));
	tell(report, places.data);
}

function tell(report: Report, folder: string): void {
	say(`Data of ${report.data}, keys of ${report.keys}`);
	say(
		`${report.rows} rows of ${report.tables} tables and ${report.files} files, each as it was when it was backed up; migrated to this version`,
	);
	say(
		`${report.people} people: ${report.opened} names opened as a sample, ${report.destroyed} whose key was destroyed stay unreadable`,
	);
	if (report.destroyedAgain > 0)
		say(`${report.destroyedAgain} keys in this set had been destroyed since, and were destroyed again`);
	say(`${report.entries} log entries, none missing`);
	say(`${report.sessionsEnded} sessions ended: everybody signs in anew`);
	if (report.messagesHeld > 0)
		say(`${report.messagesHeld} messages were waiting and are held: somebody must see whether they went out`);
	say(`Proven. Start it with SPOOR_DATA=${folder} bin/start --empty (a demonstration: without --empty)`);
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
