import { migrate } from "../migrate.ts";
import { startCluster } from "../postgres/launcher.ts";
import { connectionOf, type DatabaseRole, ensureDatabase, openDatabase, prepareRoles } from "../postgres/roles.ts";
import type { Running } from "./supervise.ts";

const name = "spoor";

/** Where the database is and the passwords of its roles. */
export interface DatabasePlace {
	host: string;
	port: number;
	database: string;
	tls: boolean;
	passwords: Record<DatabaseRole, string>;
}

/** The embedded server, as something the supervisor keeps running. */
export async function startEmbedded(data: string, began: (pid: number) => void): Promise<Running> {
	const cluster = await startCluster(data);
	began(cluster.pid);
	return cluster;
}

/** Prepares the embedded server's database: roles, database, migrations. */
export async function prepareEmbedded(superuser: { host: string; port: number }, secrets: string): Promise<DatabasePlace> {
	const passwords = await prepareRoles(superuser, secrets);
	await ensureDatabase(superuser, name);
	const place = { host: superuser.host, port: superuser.port, database: name };
	await migrate(connectionOf(place, "owner", passwords.owner));
	return { ...place, tls: false, passwords };
}

/**
 * Prepares a database of one's own, given as postgres://user:password@host:port/database. The user must be allowed to make
 * roles. TLS is required and verified, except over a socket, on the loopback, or with sslmode=disable.
 */
export async function prepareExternal(url: string, secrets: string): Promise<DatabasePlace> {
	const parsed = new URL(url);
	const host = parsed.searchParams.get("host") ?? (decodeURIComponent(parsed.hostname) || "127.0.0.1");
	const near = host.startsWith("/") || ["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);
	const tls = !near && parsed.searchParams.get("sslmode") !== "disable";
	const place = { host, port: Number(parsed.port || 5432), database: decodeURIComponent(parsed.pathname.slice(1)) || "postgres" };
	const ssl = tls ? { ssl: { rejectUnauthorized: true } } : {};
	const administrator = {
		...place,
		...ssl,
		user: decodeURIComponent(parsed.username),
		password: decodeURIComponent(parsed.password),
	};
	const passwords = await prepareRoles(administrator, secrets);
	await openDatabase(administrator, place.database);
	await migrate({ ...connectionOf(place, "owner", passwords.owner), ...ssl });
	return { ...place, tls, passwords };
}
