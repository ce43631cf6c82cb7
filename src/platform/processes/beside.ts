import { existsSync } from "node:fs";
import { join } from "node:path";
import type { KeyCare } from "../keys/service.ts";
import { careOver, careSocket } from "../keys/wire.ts";
import { startCluster } from "../postgres/launcher.ts";
import { type DatabaseRole, databaseRoles, prepareRoles } from "../postgres/roles.ts";
import { secret } from "../postgres/secrets.ts";
import { startProgram } from "./child.ts";
import { type DatabasePlace, databaseName, externalPlace } from "./database.ts";
import { environmentFor } from "./environment.ts";
import { notedPid } from "./leftovers.ts";
import { nodeArguments } from "./node-arguments.ts";
import { layOut, nodeFrom, type Places, runnableFrom, unproven } from "./place.ts";

/** What a command beside Spoor may reach: the database's whereabouts and the care of the keys. */
export interface Beside {
	places: Places;
	place: DatabasePlace;
	care: KeyCare;
	close(): Promise<void>;
}

/**
 * For commands such as `bin/backup`: joins a Spoor that runs on this data folder, or starts of one that stands still the database and
 * the key process, until closed. Throws when there is no Spoor in the folder.
 */
export async function beside(data: string, databaseUrl: string | undefined, checkout: string): Promise<Beside> {
	// A backup of what was half restored would look like the newest one there is.
	if (existsSync(unproven(data))) throw new Error(`${data} was restored but not proven: it is left alone.`);
	if (!existsSync(join(data, "secrets"))) throw new Error(`There is no Spoor in ${data}: set SPOOR_DATA`);
	const places = layOut(data);
	const running = notedPid(places.run, "supervisor") !== undefined;
	const started: (() => Promise<void> | void)[] = [];
	const close = async () => {
		for (const stop of started.splice(0).reverse()) await stop();
	};
	try {
		const place = await placeOf(places, databaseUrl, running, started);
		if (!running) started.push(await startKeys(places, place, checkout));
		const care = careOver(careSocket(places.keyStore));
		started.push(care.close);
		return { places, place, care, close };
	} catch (error) {
		await close();
		throw error;
	}
}

async function placeOf(
	places: Places,
	url: string | undefined,
	running: boolean,
	started: (() => Promise<void> | void)[],
): Promise<DatabasePlace> {
	let passwords = Object.fromEntries(databaseRoles.map((role) => [role, secret(places.secrets, role)])) as Record<
		DatabaseRole,
		string
	>;
	if (url) {
		const { administrator: _, ...place } = externalPlace(url);
		return { ...place, passwords, holds: "agency" };
	}
	if (!running) {
		const cluster = await startCluster(places.data);
		started.push(cluster.stop);
		passwords = await prepareRoles(cluster.superuser, places.secrets);
	}
	return { host: join(places.run, "postgres"), port: 5432, database: databaseName, tls: false, passwords, holds: "agency" };
}

async function startKeys(places: Places, place: DatabasePlace, checkout: string): Promise<() => Promise<void>> {
	const cwd = runnableFrom(checkout);
	const choices = { mode: "agency", host: "", port: 0, publicUrl: "" } as const;
	const rest = {
		smtpUrl: undefined,
		tsaUrl: undefined,
		trustedProxy: undefined,
		catcherPort: undefined,
		setupCodeSha256: undefined,
	};
	const running = await startProgram({
		name: "keys",
		account: "spoor-keys",
		argv: [nodeFrom(checkout, cwd), ...nodeArguments, join(cwd, "dist", "keys.js")],
		env: environmentFor("keys", places, { ...choices, ...rest }, place),
		cwd,
		log: join(places.logs, "keys.log"),
	});
	return running.stop;
}
