import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { commandAs, isRoot } from "../processes/accounts.ts";
import { type Cluster, startCluster } from "./launcher.ts";
import { alive, runningPostmaster, until } from "./postmaster.ts";
import { connectionOf, passwordDays, prepareRoles, renewSuperuser, run } from "./roles.ts";
import { prepared, scramVerifier, secret } from "./secrets.ts";

const started: Cluster[] = [];
const folders: string[] = [];
const folder = () => {
	const made = mkdtempSync(join(tmpdir(), "spoor-launch-"));
	folders.push(made);
	return made;
};

afterEach(async () => {
	for (const cluster of started.splice(0)) await cluster.stop();
	for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** A process that starts the cluster, writes rows one by one and says which were acknowledged. */
const writer = `
	import pg from "pg";
	import { startCluster } from "${join(import.meta.dirname, "launcher.ts")}";
	const cluster = await startCluster(process.argv[1]);
	const session = new pg.Client(cluster.superuser);
	session.on("error", () => {});
	await session.connect();
	await session.query("create table kept (n int primary key)");
	for (let n = 1; ; n++) {
		await session.query("insert into kept values ($1)", [n]);
		process.stdout.write(JSON.stringify({ n, postmaster: cluster.pid }) + "\\n");
	}`;

/** Lets the writer acknowledge at least `rows` rows, kills what `victim` names with -9, and returns what was acknowledged. */
async function writeAndKill(
	data: string,
	rows: number,
	victim: "parent" | "postmaster",
): Promise<{ n: number; postmaster: number }> {
	const child = spawn(process.execPath, ["--input-type=module", "--eval", writer, data], {
		stdio: ["ignore", "pipe", "ignore"],
		cwd: join(import.meta.dirname, "../../.."),
	});
	const gone = new Promise((resolve) => child.once("exit", resolve));
	let last = { n: 0, postmaster: 0 };
	for await (const line of createInterface({ input: child.stdout })) {
		last = JSON.parse(line) as typeof last;
		if (last.n === rows) process.kill(victim === "parent" ? (child.pid ?? 0) : last.postmaster, "SIGKILL");
	}
	child.kill("SIGKILL");
	await gone;
	return last;
}

describe("R10.1 — the embedded database", { timeout: 60_000 }, () => {
	test.each(["parent", "postmaster"] as const)("R10.1 — kill -9 of the %s loses no acknowledged row", async (victim) => {
		const data = folder();
		const acknowledged = await writeAndKill(data, 200, victim);
		const cluster = await startCluster(data);
		started.push(cluster);
		const session = new pg.Client(cluster.superuser);
		await session.connect();
		const { rows } = await session.query<{ n: number }>("select count(*)::int as n from kept where n <= $1", [acknowledged.n]);
		await session.end();
		expect(acknowledged.n).toBeGreaterThanOrEqual(200);
		expect(rows[0]?.n).toBe(acknowledged.n);
		expect(await until(() => !alive(acknowledged.postmaster), 10)).toBe(true);
	});

	test("R10.1 — a postmaster that still holds the data is stopped and replaced", async () => {
		const data = folder();
		const first = await startCluster(data);
		const second = await startCluster(data);
		started.push(second);
		await first.gone;
		expect(second.pid).not.toBe(first.pid);
		expect(runningPostmaster(join(data, "pg"))).toBe(second.pid);
	});

	test("R10.1 — every role needs its password: none, a wrong one and another's are refused", async () => {
		const database = await freshDatabase();
		const staff = database.staff;
		for (const password of ["", "wrong", database.candidate.password, database.owner.password]) {
			const session = new pg.Client({ ...staff, password });
			await expect(session.connect()).rejects.toThrow(/password/i);
			await session.end(); // one left half-way through signing in would hold up every `drop database`
		}
		await run(staff, ["select 1"]);
		await expect(run(staff, ["create table public.mine ()"])).rejects.toThrow(/permission denied/);
		await expect(run(staff, ["set role spoor_owner"])).rejects.toThrow(/permission denied/);
		await database.drop();
	});

	test("R10.1 — passwords are new each time and end; the old ones open nothing, and a renewal that was cut off is found again", async () => {
		const data = folder();
		const secrets = join(data, "secrets");
		const first = await startCluster(data);
		started.push(first);
		const before = await prepareRoles(first.superuser, secrets);
		const passwords = await prepareRoles(first.superuser, secrets);
		const open = (password: string) => run(connectionOf(first.superuser, "staff", password), ["select 1"]);
		await expect(open(before.staff)).rejects.toThrow(/password authentication failed/);
		await open(passwords.staff);
		expect(secret(secrets, "staff")).toBe(passwords.staff);
		const session = new pg.Client(first.superuser);
		await session.connect();
		const { rows } = await session.query<{ role: string; days: number }>(
			"select rolname as role, round(extract(epoch from rolvaliduntil - now()) / 86400)::int as days from pg_roles where rolname like 'spoor%'",
		);
		await session.end();
		expect(rows.map(({ days }) => days)).toEqual(rows.map(() => passwordDays));
		expect(rows).toHaveLength(9);

		const renewed = await renewSuperuser(first.superuser, secrets);
		await expect(run(first.superuser, ["select 1"])).rejects.toThrow(/password authentication failed/);
		expect(secret(secrets, "postgres")).toBe(renewed);
		// Killed after the server knows, before it was noted.
		const made = prepared(secrets, "postgres");
		await run({ ...first.superuser, password: renewed }, [
			`alter role postgres password '${scramVerifier(made, Buffer.alloc(16, 7))}'`,
		]);
		const second = await startCluster(data);
		started.push(second);
		expect(second.superuser.password).toBe(made);
		await run(second.superuser, ["select 1"]);
	});

	test("R10.1 — durable, checksummed, Dutch order, no TCP, no data in its log", async () => {
		const data = folder();
		const cluster = await startCluster(data);
		started.push(cluster);
		const session = new pg.Client(cluster.superuser);
		await session.connect();
		const shown = async (name: string) => Object.values((await session.query(`show ${name}`)).rows[0] as object)[0];
		expect(await shown("fsync")).toBe("on");
		expect(await shown("data_checksums")).toBe("on");
		expect(await shown("listen_addresses")).toBe("");
		expect(await shown("password_encryption")).toBe("scram-sha-256");
		const order = await session.query("select datlocale from pg_database where datname = 'postgres'");
		expect(order.rows).toEqual([{ datlocale: "nl-NL" }]);
		await session.query("create table canary (name text unique)");
		await session.query("insert into canary values ('Zonnebloem')");
		await expect(session.query("insert into canary values ('Zonnebloem')")).rejects.toThrow(/duplicate/);
		await session.end();
		expect(readFileSync(join(data, "postgres.log"), "utf8")).toContain("duplicate key");
		expect(readFileSync(join(data, "postgres.log"), "utf8")).not.toContain("Zonnebloem");
	});

	test.runIf(isRoot)("R10.1 — the socket is reached by the web and key users, not by the renderer or others", async () => {
		const { host } = (await freshDatabase()).superuser;
		const reach = `require("node:net").connect("${host}/.s.PGSQL.5432").on("connect", () => process.exit(0)).on("error", () => process.exit(7))`;
		const tried = Object.fromEntries(
			(["spoor-app", "spoor-keys", "spoor-render"] as const).map((account) => {
				const [command, args] = commandAs({ account, deathSignal: "SIGKILL" }, [process.execPath, "--eval", reach]);
				return [account, spawnSync(command, args, { cwd: "/" }).status];
			}),
		);
		expect(tried).toEqual({ "spoor-app": 0, "spoor-keys": 0, "spoor-render": 7 });
	});
});
