import pg from "pg";
import { migrate } from "../migrate.ts";
import { startCluster } from "../postgres/launcher.ts";
import { connectionOf, type DatabaseRole, ensureDatabase, openDatabase, prepareRoles } from "../postgres/roles.ts";
import { tlsCiphers } from "./node-arguments.ts";
import type { Running } from "./supervise.ts";

export const databaseName = "spoor";

/** Where the database is and the passwords of its roles. */
export interface DatabasePlace {
	host: string;
	port: number;
	database: string;
	tls: boolean;
	passwords: Record<DatabaseRole, string>;
	/** Whose data it holds: nobody's yet, a demonstration's, or a real agency's. */
	holds: "nothing" | "demonstration" | "agency";
}

async function whatItHolds(owner: pg.ClientConfig): Promise<DatabasePlace["holds"]> {
	const session = new pg.Client(owner);
	session.on("error", () => {});
	try {
		await session.connect();
		const { rows } = await session.query<{ demonstration: boolean }>("select demonstration from app.agency");
		if (!rows[0]) return "nothing";
		return rows[0].demonstration ? "demonstration" : "agency";
	} finally {
		await session.end();
	}
}

/** Throws when a real agency's data would be opened as a demonstration, with its one-click signing in, or the other way round. */
export function refuseMixing(mode: "demo" | "agency" | "test", holds: DatabasePlace["holds"]): void {
	if (mode !== "agency" && holds === "agency") throw new Error("This database holds a real agency: start it with --empty.");
	if (mode === "agency" && holds === "demonstration")
		throw new Error("This database holds a demonstration: a real agency needs its own.");
}

/** The embedded server, as something the supervisor keeps running. */
export async function startEmbedded(data: string, began: (pid: number) => void, mayMake: boolean): Promise<Running> {
	const cluster = await startCluster(data, { mayMake });
	began(cluster.pid);
	return cluster;
}

/** Prepares the embedded server's database: roles, database, migrations. */
export async function prepareEmbedded(superuser: { host: string; port: number }, secrets: string): Promise<DatabasePlace> {
	const passwords = await prepareRoles(superuser, secrets);
	await ensureDatabase(superuser, databaseName);
	const place = { host: superuser.host, port: superuser.port, database: databaseName };
	const owner = connectionOf(place, "owner", passwords.owner);
	await migrate(owner);
	return { ...place, tls: false, passwords, holds: await whatItHolds(owner) };
}

/**
 * Prepares a database of one's own, given as postgres://user:password@host:port/database. The user must be allowed to make
 * roles. TLS is required and verified, except over a socket, on the loopback, or with sslmode=disable.
 */
export async function prepareExternal(url: string, secrets: string): Promise<DatabasePlace> {
	const { administrator, ...place } = externalPlace(url);
	const passwords = await prepareRoles(administrator, secrets);
	await openDatabase(administrator, place.database);
	const owner = connectionAs({ ...place, passwords }, "owner");
	await migrate(owner);
	return { ...place, passwords, holds: await whatItHolds(owner) };
}

/** A role's connection to the database of a place. */
export function connectionAs(place: Omit<DatabasePlace, "holds">, role: DatabaseRole): pg.ClientConfig {
	return {
		...connectionOf(place, role, place.passwords[role]),
		...(place.tls ? { ssl: { rejectUnauthorized: true, ciphers: tlsCiphers } } : {}),
	};
}

/** A session of one role, for a command beside Spoor. */
export async function sessionAs(place: Omit<DatabasePlace, "holds">, role: DatabaseRole): Promise<pg.Client> {
	const session = new pg.Client({ ...connectionAs(place, role), application_name: `spoor command as ${role}` });
	session.on("error", () => {});
	await session.connect();
	return session;
}

/** What an address such as postgres://user:password@host:port/database says. */
export function externalPlace(
	url: string,
): Pick<DatabasePlace, "host" | "port" | "database" | "tls"> & { administrator: pg.ClientConfig } {
	const parsed = new URL(url);
	const host = parsed.searchParams.get("host") ?? (decodeURIComponent(parsed.hostname) || "127.0.0.1");
	const near = host.startsWith("/") || ["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);
	const tls = !near && parsed.searchParams.get("sslmode") !== "disable";
	const place = { host, port: Number(parsed.port || 5432), database: decodeURIComponent(parsed.pathname.slice(1)) || "postgres" };
	const administrator = {
		...place,
		...(tls ? { ssl: { rejectUnauthorized: true, ciphers: tlsCiphers } } : {}),
		user: decodeURIComponent(parsed.username),
		password: decodeURIComponent(parsed.password),
	};
	return { ...place, tls, administrator };
}
