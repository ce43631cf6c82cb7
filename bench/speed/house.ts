import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import pg from "pg";
import { openVault } from "../../src/platform/keys/vault.ts";
import { secret } from "../../src/platform/postgres/secrets.ts";
import { type House, openHouse } from "../../src/platform/processes/house.ts";
import { layOut, nodeFrom, type Places, runnableFrom } from "../../src/platform/processes/place.ts";
import type { Coach } from "./ground.ts";
import { seed } from "./seed.ts";

export interface Bench {
	house: House;
	places: Places;
	/** Port of Spoor, and of the baseline beside it. */
	ports: { spoor: number; plain: number };
	/** A session of the superuser, who sees what the server does. */
	admin: pg.Client;
	baseline: ChildProcess;
	/** One coach whose dossiers are read, and one in whose dossiers notes are added. */
	coaches: [Coach, Coach];
	close: () => Promise<void>;
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}

/** A stand-in for node that writes a CPU profile of each process of Spoor when it ends. */
function profilingNode(places: Places, node: string): string {
	const [folder, script] = [join(places.data, "profiles"), join(places.data, "node-with-profile")];
	mkdirSync(folder, { recursive: true });
	chmodSync(folder, 0o777);
	writeFileSync(script, `#!/bin/sh\nexec ${node} --cpu-prof --cpu-prof-dir=${folder} --cpu-prof-interval=200 "$@"\n`, {
		mode: 0o755,
	});
	return script;
}

/** Starts the whole of Spoor as it is run for real, fills it once, and starts the baseline on the same database server. */
export async function openBench(
	data: string,
	candidates: number,
	options: { profile: boolean; named: boolean },
	say: (line: string) => void,
): Promise<Bench> {
	const places = layOut(data);
	const port = await freePort();
	const cwd = runnableFrom(process.cwd());
	const node = nodeFrom(process.cwd(), cwd);
	const choices = {
		...{ mode: "agency" as const, host: "127.0.0.1", port, publicUrl: `http://localhost:${port}` },
		...{ smtpUrl: undefined, tsaUrl: undefined, catcherPort: undefined, setupCodeSha256: undefined, trustedProxy: undefined },
		pace: "1000000", // one coach here asks what a hundred would
	};
	const programs = join(cwd, "dist");
	const house = await openHouse({
		places,
		choices,
		databaseUrl: undefined,
		node: options.profile ? profilingNode(places, node) : node,
		cwd,
		programs,
		say,
	});
	const place = { host: join(places.run, "postgres"), port: 5432, database: "spoor" };
	const superuser = { ...place, user: "postgres", password: secret(places.secrets, "postgres") };
	const noted = join(data, "bench.json");
	if (!existsSync(noted)) {
		const since = performance.now();
		say(`Filling ${candidates.toLocaleString("en")} dossiers with sealed values`);
		const keys = openVault(places.keyStore, async () => false);
		const coaches = await seed(superuser, keys, candidates, say);
		keys.close();
		writeFileSync(noted, JSON.stringify(coaches));
		say(`  in ${((performance.now() - since) / 1000).toFixed(0)} s`);
	}
	const admin = new pg.Client(superuser);
	await admin.connect();
	const password = randomBytes(16).toString("hex");
	await admin.query(`do $$ begin create role bench_plain login; exception when duplicate_object then null; end $$;
		alter role bench_plain password '${password}'; grant connect on database spoor to bench_plain;
		grant usage on schema plain to bench_plain; grant select, insert on all tables in schema plain to bench_plain;
		update auth.session set last_seen_at = now(), created_at = now(); update plain.session set last_seen_at = now()`);
	await admin.query("alter system set autovacuum = off");
	await admin.query("select pg_reload_conf()");
	const { child, port: plain } = await startBaseline({ ...place, user: "bench_plain", password }, options.named);
	const coaches = JSON.parse(readFileSync(noted, "utf8")) as [Coach, Coach];
	const close = async () => {
		child.kill("SIGTERM");
		await admin.end();
		await house.stop();
	};
	return { house, places, ports: { spoor: port, plain }, admin, baseline: child, coaches, close };
}

async function startBaseline(connection: pg.PoolConfig, named: boolean): Promise<{ child: ChildProcess; port: number }> {
	const child = spawn(process.execPath, [join(import.meta.dirname, "baseline.ts")], {
		env: {
			PATH: process.env.PATH,
			NODE_ENV: "production",
			BASELINE: JSON.stringify(connection),
			BASELINE_NAMED: named ? "1" : "0",
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	for await (const line of createInterface({ input: child.stdout as Readable })) {
		return { child, port: (JSON.parse(line) as { port: number }).port };
	}
	throw new Error("The baseline did not start");
}
