import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Connection } from "./launcher.ts";
import { scramVerifier, secret } from "./secrets.ts";

/** Who signs in to the database: the owner migrates, jobs runs the queue, backup copies; each other role serves one audience (house.md 3). */
export const databaseRoles = ["owner", "staff", "candidate", "recipient", "auditor", "worker", "keys", "jobs", "backup"] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** Runs statements one after another on a connection of their own. */
export async function run(connection: pg.ClientConfig, statements: readonly string[]): Promise<void> {
	const session = new pg.Client(connection);
	session.on("error", () => {});
	try {
		await session.connect();
		for (const statement of statements) await session.query(statement);
	} finally {
		await session.end();
	}
}

/** Makes the roles that are missing, gives each the password kept in `secrets`, and returns those passwords. */
export async function prepareRoles(administrator: pg.ClientConfig, secrets: string): Promise<Record<DatabaseRole, string>> {
	const passwords = Object.fromEntries(databaseRoles.map((role) => [role, secret(secrets, role)])) as Record<
		DatabaseRole,
		string
	>;
	await run(
		administrator,
		databaseRoles.flatMap((role) => [
			`do $$ begin create role spoor_${role}; exception when duplicate_object then null; end $$`,
			`alter role spoor_${role} login noinherit nocreatedb nocreaterole password '${scramVerifier(passwords[role], randomBytes(16))}'`,
		]),
	);
	return passwords;
}

/** Who may connect to a database, and that the owner may make schemas in it. A clone does not inherit this from its template. */
export async function openDatabase(administrator: pg.ClientConfig, name: string): Promise<void> {
	const roles = databaseRoles.map((role) => `spoor_${role}`).join(", ");
	await run(administrator, [
		`revoke all on database "${name}" from public`,
		`grant connect on database "${name}" to ${roles}`,
		`grant create, temporary on database "${name}" to spoor_owner`,
	]);
}

/** Makes a database when it is not there, owned by spoor_owner where the administrator may give it away. */
export async function ensureDatabase(administrator: pg.ClientConfig, name: string): Promise<void> {
	const session = new pg.Client(administrator);
	session.on("error", () => {});
	try {
		await session.connect();
		const found = await session.query("select 1 from pg_database where datname = $1", [name]);
		if (found.rowCount === 0) await session.query(`create database "${name}" owner spoor_owner`);
	} finally {
		await session.end();
	}
	await openDatabase(administrator, name);
}

/** The connection of one role to the database `place` speaks of. */
export function connectionOf(
	place: Pick<Connection, "host" | "port" | "database">,
	role: DatabaseRole,
	password: string,
): Connection {
	return { host: place.host, port: place.port, database: place.database, user: `spoor_${role}`, password };
}
