import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Connection, startCluster } from "../src/platform/postgres/launcher.ts";
import { alive } from "../src/platform/postgres/postmaster.ts";
import { connectionOf, type DatabaseRole, ensureDatabase, prepareRoles, run } from "../src/platform/postgres/roles.ts";

declare module "vitest" {
	interface ProvidedContext {
		cluster: { superuser: Connection; passwords: Record<DatabaseRole, string>; template: string };
	}
}

const prefix = "spoor-test-";

function sweep(): void {
	for (const name of readdirSync(tmpdir())) {
		const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
		if (owner && !alive(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
	}
}

/** One real PostgreSQL for the whole run, with a migrated template; see `freshDatabase` in database.ts. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	sweep();
	const data = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
	const cluster = await startCluster(data, { durable: false });
	const template = "spoor_template";
	try {
		const passwords = await prepareRoles(cluster.superuser, join(data, "secrets"));
		await ensureDatabase(cluster.superuser, template);
		const { migrate } = await import("../src/platform/migrate.ts").catch(() => ({ migrate: async () => {} }));
		await migrate(connectionOf({ ...cluster.superuser, database: template }, "owner", passwords.owner));
		await run(cluster.superuser, [`alter database ${template} is_template true allow_connections false`]);
		project.provide("cluster", { superuser: cluster.superuser, passwords, template });
	} catch (error) {
		await cluster.stop();
		throw error;
	}
	return async () => {
		await cluster.stop();
		rmSync(data, { recursive: true, force: true });
	};
}
