import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startCluster } from "../postgres/launcher.ts";
import { alive, until } from "../postgres/postmaster.ts";
import { run } from "../postgres/roles.ts";
import { isRoot } from "./accounts.ts";
import { refuseMixing } from "./database.ts";

const repository = join(import.meta.dirname, "../../..");
const names = ["keys", "renderer", "worker", "server"] as const;

/** Says what it was told and as whom it runs, then waits to be stopped. */
const stub = `
	import { readFileSync } from "node:fs";
	import { networkInterfaces } from "node:os";
	const groups = process.getgroups?.() ?? [];
	const up = Object.keys(networkInterfaces());
	console.log(JSON.stringify({ pid: process.pid, env: Object.keys(process.env), uid: process.getuid?.(), groups, up }));
	process.on("SIGTERM", () => process.exit(0));
	setInterval(() => {}, 1000);
	console.log(JSON.stringify({ ready: true }));`;

let checkout: string;
let data: string;
const supervisors: ChildProcess[] = [];
const known = new Set<number>();

beforeEach(() => {
	checkout = mkdtempSync(join(tmpdir(), "spoor-house-"));
	chmodSync(checkout, 0o755);
	data = join(checkout, "data");
	mkdirSync(join(checkout, "dist"));
	for (const name of names) writeFileSync(join(checkout, "dist", `${name}.js`), stub);
	writeFileSync(join(checkout, "package.json"), '{ "type": "module" }');
	symlinkSync(join(repository, "db"), join(checkout, "db"));
});

afterEach(async () => {
	for (const supervisor of supervisors.splice(0)) supervisor.kill("SIGKILL");
	await until(() => ![...known].some(alive), 2);
	for (const pid of known) if (alive(pid)) process.kill(pid, "SIGKILL");
	known.clear();
	rmSync(checkout, { recursive: true, force: true });
});

type Pids = Record<string, number>;
interface Started {
	supervisor: ChildProcess;
	said: string[];
	/** The processes by name; rejects with what was said when the house does not open. */
	ready: Promise<Pids>;
	ended: Promise<number | null>;
}

function start(options: string[] = [], given: Record<string, string> = {}): Started {
	const supervisor = spawn(process.execPath, [join(repository, "src/start.ts"), ...options], {
		cwd: checkout,
		env: { PATH: process.env.PATH, SPOOR_DATA: data, SMTP_URL: "smtp://user:hush@mail.example.test:587", PORT: "4799", ...given },
		stdio: ["ignore", "pipe", "pipe"],
	});
	supervisors.push(supervisor);
	const said: string[] = [];
	createInterface({ input: supervisor.stderr as Readable }).on("line", (line) => said.push(line));
	const ended = new Promise<number | null>((resolve) => supervisor.once("close", (code) => resolve(code)));
	const ready = new Promise<Pids>((resolve, reject) => {
		createInterface({ input: supervisor.stdout as Readable }).on("line", (line) => {
			said.push(line);
			if (!line.startsWith('{"ready"')) return;
			const { pids } = JSON.parse(line) as { pids: Pids };
			for (const pid of Object.values(pids)) known.add(pid);
			resolve(pids);
		});
		void ended.then((code) => reject(new Error(`ended with ${code}: ${said.join("\n")}`)));
	});
	ready.catch(() => {});
	return { supervisor, said, ready, ended };
}

const noted = (name: string) => Number(readFileSync(join(data, "run", `${name}.pid`), "utf8").split(" ")[0]);
/** Its log has the first line: it is written a moment after the process said it. */
const logged = (name: string) => readFileSync(join(data, "logs", `${name}.log`), "utf8").includes("\n");
const told = (name: string) =>
	JSON.parse(readFileSync(join(data, "logs", `${name}.log`), "utf8").split("\n")[0] ?? "") as {
		pid: number;
		env: string[];
		uid: number;
		groups: number[];
		up: string[];
	};

describe("R10.1 — starting and stopping", { timeout: 60_000 }, () => {
	test.each([...names, "postgres"])("R10.1 — %s killed with -9 comes back", async (name) => {
		const house = start();
		const before = (await house.ready)[name] ?? 0;
		process.kill(before, "SIGKILL");
		const back = await until(() => noted(name) !== before && alive(noted(name)), 40);
		known.add(noted(name));
		expect(back).toBe(true);
		expect(house.supervisor.exitCode).toBeNull();
	});

	test("R10.1 — Ctrl-C stops everything within ten seconds and leaves no process", async () => {
		const house = start();
		const pids = Object.values(await house.ready);
		expect(pids).toHaveLength(names.length + 1);
		const since = performance.now();
		house.supervisor.kill("SIGINT");
		expect(await house.ended).toBe(0);
		expect(performance.now() - since).toBeLessThan(10_000);
		expect(pids.filter(alive)).toEqual([]);
	});

	test("R10.1 — a port that another program uses is named before anything is made", async () => {
		const other = createServer().listen(0, "127.0.0.1");
		await once(other, "listening");
		const { port } = other.address() as { port: number };
		try {
			const house = start([], { PORT: String(port) });
			await expect(house.ready).rejects.toThrow(`Port ${port} is used by another program`);
			expect(await house.ended).toBe(1);
			expect(existsSync(join(data, "pg"))).toBe(false);
		} finally {
			other.close();
		}
	});

	test("R10.1 — a process that does not listen is stopped all the same", async () => {
		writeFileSync(join(checkout, "dist/worker.js"), stub.replace("process.exit(0)", "{}"));
		const house = start();
		const pids = Object.values(await house.ready);
		const since = performance.now();
		house.supervisor.kill("SIGTERM");
		expect(await house.ended).toBe(0);
		expect(performance.now() - since).toBeLessThan(10_000);
		expect(pids.filter(alive)).toEqual([]);
	});

	test("R10.1 — after kill -9 of the supervisor a second start works and nothing runs twice", async () => {
		writeFileSync(join(checkout, "dist/worker.js"), stub.replace("process.exit(0)", "{}"));
		const first = start();
		const old = Object.values(await first.ready);
		first.supervisor.kill("SIGKILL");
		const second = start();
		const pids = Object.values(await second.ready);
		expect(old.filter(alive)).toEqual([]);
		expect(pids.filter(alive)).toHaveLength(names.length + 1);
	});

	test("R10.1 — a second start beside a running one is refused and disturbs nothing", async () => {
		const first = start();
		const pids = Object.values(await first.ready);
		const second = start();
		expect(await second.ended).toBe(1);
		expect(second.said.join()).toContain("already runs");
		expect(pids.filter(alive)).toEqual(pids);
	});

	test("R10.1 — when a process does not start, all are stopped and the reason is said", async () => {
		writeFileSync(join(checkout, "dist/server.js"), "process.exit(3)");
		const house = start();
		expect(await house.ended).toBe(1);
		expect(house.said.join()).toContain("server stopped before it was ready");
		const rest = names.filter((name) => name !== "server");
		expect(await until(() => rest.every(logged), 10)).toBe(true);
		const others = rest.map((name) => told(name).pid);
		expect(others).toHaveLength(names.length - 1);
		expect(others.filter(alive)).toEqual([]);
	});

	test("R10.1 — stopped while it is still starting, it leaves no process", async () => {
		writeFileSync(join(checkout, "dist/server.js"), stub.replace(/console.log.*ready.*/, ""));
		const house = start();
		expect(await until(() => existsSync(join(data, "run/server.pid")), 50)).toBe(true);
		const pids = [...names, "postgres"].map(noted);
		house.supervisor.kill("SIGINT");
		expect(await house.ended).toBe(0);
		expect(await until(() => !pids.some(alive), 5)).toBe(true);
	});

	test("R10.1 — with DATABASE_URL it prepares and uses that database and starts none", async () => {
		const cluster = await startCluster(join(checkout, "elsewhere"), { durable: false });
		try {
			const { host, user, password } = cluster.superuser;
			await run(cluster.superuser, ["create database bureau"]);
			const house = start([], { DATABASE_URL: `postgres://${user}:${password}@localhost/bureau?host=${host}` });
			expect(Object.keys(await house.ready).sort()).toEqual([...names].sort());
			house.supervisor.kill("SIGINT");
			expect(await house.ended).toBe(0);
			const session = new pg.Client({ ...cluster.superuser, database: "bureau" });
			await session.connect();
			const { rows } = await session.query("select to_regclass('audit.entry') is not null as migrated");
			await session.end();
			expect(rows).toEqual([{ migrated: true }]);
			expect(existsSync(join(data, "pg"))).toBe(false);
		} finally {
			await cluster.stop();
		}
	});

	test("R10.1 — a real agency's data is never opened as a demonstration, nor the other way round", async () => {
		const house = start(["--empty"]);
		await house.ready;
		const owner = { host: join(data, "run/postgres"), port: 5432, database: "spoor", user: "spoor_owner" };
		const password = readFileSync(join(data, "secrets/owner.password"), "utf8").trim();
		const agency =
			"insert into app.agency (name, address, postal_code, city, email) values ('Bureau', 'Weg 1', '1234 AB', 'Ede', 'b@example.test')";
		await run({ ...owner, password }, [
			"alter table app.agency disable trigger user",
			agency,
			"alter table app.agency enable trigger user",
		]);
		house.supervisor.kill("SIGINT");
		await house.ended;
		const demonstration = start();
		expect(await demonstration.ended).toBe(1);
		expect(demonstration.said.join()).toContain("holds a real agency");
		const again = start(["--empty"]);
		await again.ready;
		expect(again.said.join()).not.toContain("Set-up code");
		expect(refuseMixing.bind(undefined, "agency", "demonstration")).toThrow(/demonstration/);
	});

	test("R10.1 — each process is told only what it needs and runs apart", async () => {
		const house = start(["--empty"]);
		await house.ready;
		expect(await until(() => names.every(logged), 10)).toBe(true);
		const secrets = (name: string) =>
			told(name)
				.env.filter((one) => one.startsWith("DATABASE_PASSWORD_"))
				.sort();
		expect(secrets("renderer")).toEqual([]);
		expect(secrets("keys")).toEqual(["DATABASE_PASSWORD_KEYS"]);
		expect(secrets("worker")).toEqual(["DATABASE_PASSWORD_JOBS", "DATABASE_PASSWORD_WORKER"]);
		expect(secrets("server")).not.toContain("DATABASE_PASSWORD_OWNER");
		expect(told("keys").env).not.toContain("SMTP_URL");
		expect(house.said.join("\n")).toMatch(/Set-up code.*: ([0-9a-f]{5}-){3}[0-9a-f]{5}/);
		expect(told("renderer").up).toEqual([]);
		if (!isRoot) return;
		expect(new Set(["keys", "renderer", "server"].map((name) => told(name).uid)).size).toBe(3);
		expect(told("server").uid).toBe(told("worker").uid);
		expect(names.map((name) => told(name).uid)).not.toContain(0);
		expect(told("renderer").groups).toHaveLength(1);
	});
});
