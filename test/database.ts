import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import type { Connection } from "../src/platform/postgres/launcher.ts";
import { connectionOf, type DatabaseRole, databaseRoles, openDatabase, run } from "../src/platform/postgres/roles.ts";
import type { TestCluster } from "./cluster.ts";

export interface FreshDatabase extends Record<DatabaseRole, Connection> {
	name: string;
	superuser: Connection;
	drop: () => Promise<void>;
}

/** A migrated, empty database of this test's own, with a connection for each role. */
export async function freshDatabase(cluster: TestCluster = inject("cluster")): Promise<FreshDatabase> {
	const { superuser, passwords, template, broken } = cluster;
	if (broken) throw new Error(`There is no migrated database: ${broken}`);
	const name = `test_${randomBytes(8).toString("hex")}`;
	await run(superuser, [`create database ${name} template ${template} owner spoor_owner`]);
	await openDatabase(superuser, name);
	const place = { ...superuser, database: name };
	const roles = Object.fromEntries(databaseRoles.map((role) => [role, connectionOf(place, role, passwords[role])]));
	return {
		...(roles as Record<DatabaseRole, Connection>),
		name,
		superuser: place,
		drop: () => run(superuser, [`drop database if exists ${name} with (force)`]),
	};
}
