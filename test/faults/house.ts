import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { startCluster } from "../../src/platform/postgres/launcher.ts";
import { runningPostmaster, until } from "../../src/platform/postgres/postmaster.ts";
import { type Supervised, supervise } from "../../src/platform/processes/supervise.ts";
import { sessionCookie } from "../browse.ts";
import { openCluster } from "../cluster.ts";
import { freshDatabase } from "../database.ts";
import { type MailSink, mailSink } from "../mail-sink.ts";
import { type CandidateName, type StaffName, type TestHouse, testHouse } from "../people.ts";
import { pressFor } from "../press.ts";

// The whole house as built, each process kept running by the real supervision, with a hand on each: to kill it, and to keep it away
// for as long as a test wants to look at what that is like.

export type ProcessName = "postgres" | "keys" | "renderer" | "worker" | "server";

export interface Answer {
	status: number;
	text: string;
	to: string | null;
	headers: Headers;
}

export interface Person {
	get(path: string, headers?: Record<string, string>): Promise<Answer>;
	post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
}

export interface FaultHouse {
	house: TestHouse;
	url: string;
	sockets: { keys: string; renderer: string };
	/** The mail server at its address: gone, and back. */
	mail: { sink(): MailSink; leave(): Promise<void>; back(): Promise<void> };
	pid(name: ProcessName): number | undefined;
	/** Kills a process with -9 and keeps it away; the answer lets it come back and waits until it has. */
	away(name: ProcessName): Promise<() => Promise<void>>;
	/** Lets everything come back that is still away. */
	allBack(): Promise<void>;
	/** Somebody with a browser, signed in. */
	as(name: StaffName): Promise<Person>;
	asCandidate(name: CandidateName): Promise<Person>;
	close(): Promise<void>;
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

/** Opens the house; its database in this folder when one is given. */
export async function openFaultHouse({ folder = "" } = {}): Promise<FaultHouse> {
	if (spawnSync("bin/build", { stdio: "inherit" }).status !== 0) throw new Error("The build failed");
	const cluster = await openCluster({ durable: true, folder });
	const base = await testHouse(await freshDatabase(cluster));
	await pressFor(base);
	const run = mkdtempSync(join(tmpdir(), `spoor-test-${process.pid}-faults-`));
	mkdirSync(join(run, "mail"));
	const sockets = { keys: join(run, "keys.sock"), renderer: join(run, "renderer.sock") };
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	let sink = await mailSink();
	const sinkPort = Number(new URL(sink.url).port);
	const pool = new pg.Pool({ ...base.database.owner, max: 3 });
	pool.on("error", () => {});
	pool.on("connect", (session) => session.on("error", () => {}));
	const house: TestHouse = { ...base, rows: async (query, values = []) => (await pool.query(query, values)).rows };
	await noTimeToUndo(house);

	const processes = await stand(cluster.data, programsOf(base, { sockets, port, url, run, smtp: sink.url }));
	const person = async (realm: "staff" | "candidate", id: string) => browser(url, await sessionCookie(house, realm, id));
	return {
		...{ house, url, sockets, pid: processes.pid, away: processes.away, allBack: processes.allBack },
		mail: {
			sink: () => sink,
			leave: () => sink.close(),
			back: async () => {
				sink = await mailSink({}, sinkPort);
			},
		},
		as: (name) => person("staff", base.ids[name]),
		asCandidate: (name) => person("candidate", base.worlds[name].candidate),
		close: async () => {
			await processes.allBack();
			for (const name of ["server", "worker", "renderer", "keys"] as const) await processes.stop(name);
			await sink.close();
			await pool.end();
			await base.close().catch(() => {});
			await processes.stop("postgres");
			await cluster.stop();
			rmSync(run, { recursive: true, force: true });
		},
	};
}

/** Starts every process and keeps it running, except while a test keeps it away. */
async function stand(data: string, programs: ReturnType<typeof programsOf>) {
	const gates = new Map<ProcessName, Promise<void>>();
	const opening = new Map<ProcessName, () => Promise<void>>();
	const supervised = new Map<ProcessName, Supervised>();
	const begin = async (name: ProcessName) => {
		const start = async () => {
			await gates.get(name);
			if (name === "postgres") return startCluster(data, { mayMake: false });
			return started(name, programs[name]);
		};
		supervised.set(name, await supervise({ name, start, say: () => {} }));
	};
	await begin("postgres");
	await Promise.all([begin("keys"), begin("renderer")]);
	await Promise.all([begin("worker"), begin("server")]);
	const pid = (name: ProcessName) => supervised.get(name)?.pid();
	return {
		pid,
		away: async (name: ProcessName) => {
			let open = () => {};
			gates.set(name, new Promise((resolve) => (open = resolve)));
			const victim = name === "postgres" ? runningPostmaster(join(data, "pg")) : pid(name);
			if (victim) process.kill(victim, "SIGKILL");
			await until(() => pid(name) === undefined, 10);
			const back = async () => {
				opening.delete(name);
				gates.delete(name);
				open();
				if (!(await until(() => pid(name) !== undefined, 60))) throw new Error(`${name} did not come back`);
			};
			opening.set(name, back);
			return back;
		},
		allBack: async () => {
			for (const back of opening.values()) await back();
		},
		stop: async (name: ProcessName) => supervised.get(name)?.stop(),
	};
}

type Where = { sockets: { keys: string; renderer: string }; port: number; url: string; run: string; smtp: string };

/** What each process is told, as the supervisor tells it. */
function programsOf({ database, vault }: TestHouse, { sockets, port, url, run, smtp }: Where) {
	const passwords = (...roles: ("staff" | "candidate" | "recipient" | "auditor" | "worker" | "jobs" | "keys")[]) =>
		Object.fromEntries(roles.map((role) => [`DATABASE_PASSWORD_${role.toUpperCase()}`, database[role].password]));
	const place = {
		...{ DATABASE_HOST: database.owner.host, DATABASE_PORT: String(database.owner.port), DATABASE_NAME: database.name },
		...{ PATH: process.env.PATH ?? "", TZ: "UTC", SPOOR_LOG: process.env.SPOOR_LOG ?? "fatal" },
	};
	const web = {
		SPOOR_MODE: "test",
		SPOOR_DATA: run,
		PUBLIC_URL: url,
		KEYS_SOCKET: sockets.keys,
		RENDERER_SOCKET: sockets.renderer,
	};
	return {
		keys: { ...place, ...passwords("keys"), KEYS_SOCKET: sockets.keys, KEYS_STORE: vault },
		renderer: { PATH: place.PATH, RENDERER_SOCKET: sockets.renderer },
		worker: { ...place, ...web, ...passwords("worker", "jobs"), SMTP_URL: smtp },
		server: {
			...place,
			...web,
			...passwords("staff", "candidate", "recipient", "auditor"),
			SMTP_URL: smtp,
			PORT: String(port),
			PACE: "1000000",
		},
	} as const;
}

/** Starts one process of the build; resolves when it says that it is ready. */
function started(name: ProcessName, env: Record<string, string> | undefined) {
	const child: ChildProcess = spawn(process.execPath, [`dist/${name}.js`], {
		...(env && { env }),
		stdio: ["ignore", "pipe", process.env.SPOOR_LOG ? "inherit" : "ignore"],
	});
	const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	const stop = async () => {
		child.kill("SIGTERM");
		if (!(await until(() => child.exitCode !== null || child.signalCode !== null, 5))) child.kill("SIGKILL");
		await gone;
	};
	return new Promise<{ pid: number; gone: Promise<void>; stop: () => Promise<void> }>((resolve, reject) => {
		if (child.stdout)
			createInterface({ input: child.stdout }).on("line", (line) => {
				if (line.startsWith('{"ready":true')) resolve({ pid: child.pid ?? 0, gone, stop });
			});
		void gone.then(() => reject(new Error(`${name} stopped before it was ready`)));
	});
}

async function noTimeToUndo({ rows, ids }: TestHouse): Promise<void> {
	await rows(`do $$ begin
		perform set_config('app.actor', '${ids.ada}', true);
		perform set_config('app.entry', audit.append('system', '{}', null, null, '{}', '{}', 'update', null, null, 'security', null, null, 'allowed', null, null)::text, true);
		update app.agency set undo_seconds = 0;
	end $$`);
}

function browser(url: string, cookie: string): Person {
	const ask = async (path: string, init: RequestInit): Promise<Answer> => {
		const headers: Record<string, string> = { origin: url, ...(init.headers as Record<string, string>) };
		const answer = await fetch(url + path, {
			...init,
			headers: { ...headers, cookie: [cookie, headers["x-cookie"]].filter(Boolean).join("; ") },
			redirect: "manual",
		});
		return { status: answer.status, text: await answer.text(), to: answer.headers.get("location"), headers: answer.headers };
	};
	return {
		get: (path, headers = {}) => ask(path, { headers }),
		post: (path, fields, headers = {}) =>
			ask(path, {
				method: "POST",
				body: new URLSearchParams(fields).toString(),
				headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
			}),
	};
}
