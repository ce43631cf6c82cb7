import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Connection, startCluster } from "../src/platform/postgres/launcher.ts";
import { alive, runningPostmaster, stopPostmaster } from "../src/platform/postgres/postmaster.ts";
import { connectionOf, type DatabaseRole, ensureDatabase, prepareRoles, run } from "../src/platform/postgres/roles.ts";

/** A server with a migrated template, and the passwords of its roles. */
export interface TestCluster {
	superuser: Connection;
	passwords: Record<DatabaseRole, string>;
	template: string;
	broken: string | undefined;
}

declare module "vitest" {
	interface ProvidedContext {
		cluster: TestCluster;
	}
}

const prefix = "spoor-test-";

function sweep(): void {
	for (const name of readdirSync(tmpdir())) {
		const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
		if (owner && !alive(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
	}
}

/** A real PostgreSQL with a migrated template, and how to end it. Durable: what it acknowledged survives a kill. In this folder, or one of its own. */
export async function openCluster({
	durable = false,
	folder = "",
} = {}): Promise<TestCluster & { data: string; stop(): Promise<void> }> {
	sweep();
	const data = folder || mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
	const cluster = await startCluster(data, { durable });
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
	const stop = async () => {
		const running = runningPostmaster(join(data, "pg"));
		if (running) await stopPostmaster(running);
		if (!folder) rmSync(data, { recursive: true, force: true });
	};
	return { superuser: cluster.superuser, passwords, template, broken, data, stop };
}

/** One real PostgreSQL for the whole run, with a migrated template; see `freshDatabase` in database.ts. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const { superuser, passwords, template, broken, stop } = await openCluster();
	project.provide("cluster", { superuser, passwords, template, broken });
	return stop;
}
