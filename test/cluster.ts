import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Connection, startCluster } from "../src/platform/postgres/launcher.ts";
import { alive } from "../src/platform/postgres/postmaster.ts";
import { connectionOf, type DatabaseRole, ensureDatabase, prepareRoles, run } from "../src/platform/postgres/roles.ts";

declare module "vitest" {
	interface ProvidedContext {
		cluster: { superuser: Connection; passwords: Record<DatabaseRole, string>; template: string; broken: string | undefined };
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
	const passwords = await prepareRoles(cluster.superuser, join(data, "secrets"));
	let broken: string | undefined; // tests that use no database run all the same; the others fail with this
	try {
		await ensureDatabase(cluster.superuser, template);
		const { migrate } = await import("../src/platform/migrate.ts");
		await migrate(connectionOf({ ...cluster.superuser, database: template }, "owner", passwords.owner));
		await run(cluster.superuser, [`alter database ${template} is_template true allow_connections false`]);
	} catch (error) {
		broken = (error as Error).stack;
	}
	project.provide("cluster", { superuser: cluster.superuser, passwords, template, broken });
	return async () => {
		await cluster.stop();
		rmSync(data, { recursive: true, force: true });
	};
}
