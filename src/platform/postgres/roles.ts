import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Connection } from "./launcher.ts";
import { adopt, prepared, scramVerifier } from "./secrets.ts";

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

/** How long a role's password is good for; what runs on renews it before (processes/renewal.ts). */
export const passwordDays = 45;

/**
 * Makes the roles that are missing, gives each a new password, and returns those. They are kept in `secrets` and end after `passwordDays`.
 * Connections that are open stay so; with the old passwords no new one is made.
 */
export async function prepareRoles(administrator: pg.ClientConfig, secrets: string): Promise<Record<DatabaseRole, string>> {
	const passwords = Object.fromEntries(databaseRoles.map((role) => [role, prepared(secrets, role)])) as Record<
		DatabaseRole,
		string
	>;
	const until = new Date(Date.now() + passwordDays * 24 * 60 * 60 * 1000).toISOString();
	await run(
		administrator,
		databaseRoles.flatMap((role) => [
			`do $$ begin create role spoor_${role}; exception when duplicate_object then null; end $$`,
			`alter role spoor_${role} login noinherit nocreatedb nocreaterole password '${scramVerifier(passwords[role], randomBytes(16))}' valid until '${until}'`,
		]),
	);
	for (const role of databaseRoles) adopt(secrets, role);
	return passwords;
}

/** Gives the embedded server's superuser a new password. Cut off half-way, startCluster finds which of the two counts. */
export async function renewSuperuser(
	superuser: Pick<Connection, "host" | "port" | "database" | "user" | "password">,
	secrets: string,
): Promise<string> {
	const made = prepared(secrets, superuser.user);
	await run(superuser, [`alter role ${superuser.user} password '${scramVerifier(made, randomBytes(16))}'`]);
	adopt(secrets, superuser.user);
	return made;
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
