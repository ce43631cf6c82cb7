import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { NotAllowed } from "../../src/law/decision.ts";
import { until } from "../../src/platform/postgres/postmaster.ts";
import { NotFound, Stale } from "../../src/platform/web/page.ts";
import { type Deed, type DeedName, deedNames, deedOf, kept, lead, perform, rest } from "./deeds.ts";
import { nextAgreement } from "./histories.ts";
import { breachesOf } from "./invariants.ts";
import type { KeyOrder } from "./key-victim.ts";
import { isAlive, openScene, type Scene } from "./scene.ts";
import type { Says, Told } from "./victim.ts";
import { World } from "./world.ts";

/** What is killed: the process that does the deed; the key process at a question or while it rotates; the database. */
export type Prey = "process" | "keys" | "rotation" | "backend" | "postmaster";

export interface Plan {
	deed: DeedName;
	prey: Prey;
	/** Which boundary of the deed, or which question to the keys. */
	at: number;
	rotation?: NonNullable<KeyOrder["rotation"]>;
	side?: "before" | "after";
	/** At the mail server, which has the whole body and does not answer. */
	hanging?: boolean;
}

export interface Killed {
	deed: DeedName;
	prey: Prey;
	where: string;
	breaches: string[];
}

const hanging = "the mail server has the body and is silent";

/** Everything that kills need, opened once; `close` ends it. */
export async function openKills() {
	const scene = await openScene();
	const paper = join(scene.house.vault, "paper.pdf");
	writeFileSync(paper, scene.papers[0] as Uint8Array);
	mkdirSync("test-results", { recursive: true }); // below the project, so that it finds the packages that cannot be bundled
	const bundled = mkdtempSync("test-results/victim-");
	const program = await bundle(bundled);
	let next = victim(program);
	const take = () => {
		const taken = next;
		next = victim(program); // starts while this one works
		return taken;
	};
	return {
		scene,
		/** The boundaries of a deed, by a dry run. */
		async boundaries(name: DeedName): Promise<string[]> {
			const { world, deed } = await reach(scene, name);
			const end = await attempt(scene, world, deed, take(), paper, { deed: name, prey: "process", at: -1 });
			await world.takeUp();
			return end.passed;
		},
		kill: (plan: Plan) => killOnce(scene, plan, take(), paper),
		async close(): Promise<void> {
			(await next).kill("SIGKILL");
			rmSync(bundled, { recursive: true, force: true });
			await scene.close();
		},
	};
}
export type Kills = Awaited<ReturnType<typeof openKills>>;

/** The victim in one file: a thousand processes that each read three hundred would take an hour. */
async function bundle(outDir: string): Promise<string> {
	await build({
		...{ configFile: false, logLevel: "error", root: process.cwd() },
		ssr: { noExternal: true, external: ["@node-rs/argon2", "pg-native"] },
		build: { ssr: join(import.meta.dirname, "victim.ts"), outDir, minify: false, target: "node24", emptyOutDir: false },
	});
	return resolve(outDir, readdirSync(outDir).find((name) => /^victim\.m?js$/.test(name)) ?? "victim.js");
}

/** A process that has read all its code and waits to be told. */
async function victim(program: string): Promise<ChildProcess> {
	const child = fork(program, {
		serialization: "advanced",
		env: { ...process.env, NODE_COMPILE_CACHE: join(program, "../cache") },
	});
	await new Promise((resolve) => child.once("message", resolve));
	return child;
}

/** A fresh report, led to where this deed can be done. */
async function reach(scene: Scene, name: DeedName): Promise<{ world: World; deed: Deed }> {
	const { house, press, sink, papers, sending } = scene;
	sink.manner = "accept";
	sink.received.length = 0;
	const world = new World(house, press, sink, papers, sending);
	await world.begin(await nextAgreement(house));
	await lead(world, name);
	return { world, deed: await deedOf(world, name) };
}

interface End {
	acknowledged: boolean;
	passed: string[];
	/** Where it was killed, when it was. */
	where: string | undefined;
}

/** Lets the victim do the deed, with the kill of this plan; ends when the victim is gone. */
async function attempt(
	scene: Scene,
	world: World,
	deed: Deed,
	warm: Promise<ChildProcess>,
	paper: string,
	plan: Plan,
): Promise<End> {
	const { house, socket, sink, opened } = scene;
	const { database } = house;
	const child = await warm;
	const end: End = { acknowledged: false, passed: [], where: undefined };
	const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
	child.on("message", async (said: Says) => {
		if ("opened" in said) opened.push(said.opened);
		if ("passed" in said) end.passed = said.passed;
		if ("done" in said) end.acknowledged = true;
		if (!("at" in said)) return;
		end.where = said.at;
		if (plan.prey === "process") return;
		await killDatabase(scene, plan.prey, said.backend);
		child.send("go");
	});
	if (plan.hanging) {
		sink.manner = "hang";
		sink.onBody = () => {
			end.where = hanging;
			child.kill("SIGKILL");
		};
	}
	const atBoundary = plan.prey !== "keys" && plan.prey !== "rotation" && !plan.hanging && plan.at >= 0;
	const told: Told = {
		place: {
			...{ staff: database.staff, candidate: database.candidate, worker: database.worker, jobs: database.jobs },
			...{ keys: socket, smtp: sink.url, paper },
		},
		now: house.clock.now().toISOString(),
		actor: (deed.do === "answer" ? house.asCandidate("mehmet") : house.as("anna")).actor,
		...{ deed, how: plan.prey === "process" ? "dies" : "waits" },
		...(atBoundary && { at: plan.at }),
	};
	child.send(told);
	await gone;
	sink.onBody = () => {};
	sink.manner = "accept";
	world.house.clock.now();
	return end;
}

async function killDatabase(scene: Scene, prey: Prey, backend: number | undefined): Promise<void> {
	const server = scene.postmaster();
	const pid = prey === "postmaster" ? server : backend;
	const [any] = pid
		? []
		: await scene.house.rows<{ pid: number }>("select pid from pg_stat_activity where application_name like 'spoor %' limit 1");
	const found = pid ?? any?.pid;
	if (!isAlive(found)) return;
	process.kill(found, "SIGKILL");
	await until(() => !isAlive(found), 5);
}

async function orderKeys({ keyProcess }: Scene, plan: Plan): Promise<void> {
	const order: KeyOrder = plan.rotation
		? { rotation: plan.rotation }
		: { question: { number: plan.at + 1, side: plan.side ?? "before" } };
	const child = keyProcess.child();
	await new Promise<void>((resolve) => {
		child.once("message", () => resolve());
		child.send(order);
	});
}

/** One kill: brings a report to the deed, kills, mends, and looks whether everything that must hold does. */
async function killOnce(scene: Scene, plan: Plan, warm: Promise<ChildProcess>, paper: string): Promise<Killed> {
	const { house, opened, neighbour, keyProcess } = scene;
	opened.length = 0;
	const { world, deed } = await reach(scene, plan.deed);
	const stop = neighbour.begin();
	if (plan.prey === "keys" || plan.prey === "rotation") await orderKeys(scene, plan);
	const end = await attempt(scene, world, deed, warm, paper, plan);
	await stop();
	if (plan.prey === "keys") {
		if (!keyProcess.gone()) await keyProcess.end();
		end.where = `${plan.side} question ${plan.at + 1}`;
	}
	if (plan.prey === "rotation") {
		await until(keyProcess.gone, 2);
		end.where = `rotation: ${plan.rotation}`;
	}
	await scene.mend();
	await world.takeUp();
	const breaches = end.where ? [] : ["nothing was killed"];
	breaches.push(...(await afterwards(scene, world, deed, end)));
	breaches.push(...(await neighbour.lost()));
	const entries = await house.rows("select id from audit.entry where id = any($1)", [opened]);
	if (entries.length !== new Set(opened).size) breaches.push("a look without a committed log entry");
	return { deed: plan.deed, prey: plan.prey, where: end.where ?? "nowhere", breaches };
}

/** What the deed left, what it comes to when it is asked again, and how the report fares until it has arrived. */
async function afterwards(scene: Scene, world: World, deed: Deed, end: End): Promise<string[]> {
	const { house, press, sending } = scene;
	const breaches: string[] = [];
	const left = await kept(world, deed);
	if (deed.do === "transmit" || deed.do === "sweep") return sent(scene, world, deed, left, end);
	if (left !== "all" && left !== "none") breaches.push(`left ${left}`);
	if (end.acknowledged && left !== "all") breaches.push(`acknowledged, and left ${left}`);
	const by = deed.do === "answer" ? house.asCandidate("mehmet") : house.as("anna");
	await perform(deed, by, { ...press, render: async () => scene.papers[1] as Uint8Array }, sending).catch((error) => {
		if (!(error instanceof NotAllowed || error instanceof Stale || error instanceof NotFound)) throw error;
		if (left === "none") breaches.push(`asked again it was refused: ${error.message}`);
	});
	const now = await kept(world, deed);
	if (now !== "all") breaches.push(`asked again it left ${now}`);
	if (deed.do === "edit") world.acknowledged.draftVersion += 1;
	else if (deed.do === "submit") await world.submitted(deed.input.version);
	else if (deed.do === "answer") world.approved(deed.input.version);
	else if (deed.do === "send") world.queued(deed.input.disclosure);
	else world.acknowledged.state = "approved";
	await world.look();
	for (const step of rest(deed.do)) await world.take(step);
	breaches.push(...(await breachesOf(world)));
	const arrived = world.arrivals.length;
	const expected = deed.do === "undo" ? 0 : 1;
	if (arrived !== expected) breaches.push(`arrived ${arrived} times`);
	return breaches;
}

/** After a worker died: never twice by itself, never lost. Unknown is a person's to decide, and goes once more when they say so. */
async function sent({ sending }: Scene, world: World, deed: Deed, left: string, end: End): Promise<string[]> {
	const breaches: string[] = [];
	const state = () => kept(world, { do: "sweep" });
	if (!["queued", "transmitting", "accepted", "unknown"].includes(left)) breaches.push(`left ${left}`);
	if (deed.do === "transmit" && end.acknowledged && left !== "accepted") breaches.push(`acknowledged, and left ${left}`);
	// The database notices that a session is gone a moment after its process is.
	await until(async () => {
		await perform({ do: "sweep" }, world.house.as("anna"), {} as never, sending);
		return (await state()) !== "transmitting";
	}, 10);
	await world.take({ do: "deliver", manner: "accept" });
	const now = await state();
	if (now !== "accepted" && now !== "unknown") breaches.push(`the next worker left ${now}`);
	if (world.arrivals.length > 1) breaches.push(`arrived ${world.arrivals.length} times by itself`);
	breaches.push(...(await breachesOf(world)));
	if (now === "unknown") {
		await world.take({ do: "sendAgain" });
		await world.take({ do: "wait", minutes: 11 });
		await world.take({ do: "deliver", manner: "accept" });
		if ((await state()) !== "accepted") breaches.push(`sent again it is ${await state()}`);
		breaches.push(...(await breachesOf(world)));
	}
	return breaches;
}

const rotations = ["made", "batch", "rewrapped", "forgotten"] as const;

/** Plans for so many kills: each boundary of each deed in turn, and of every twenty-five kills one in five of something else. */
export async function plansFor(kills: Kills, count: number): Promise<Plan[]> {
	const boundaries: Plan[] = [];
	for (const deed of deedNames) {
		const passed = await kills.boundaries(deed);
		for (let at = 0; at <= passed.length; at++) boundaries.push({ deed, prey: "process", at });
		if (deed === "transmit") boundaries.push({ deed, prey: "process", at: -1, hanging: true });
	}
	return spread(boundaries, count);
}

function spread(boundaries: readonly Plan[], count: number): Plan[] {
	const plans: Plan[] = [];
	const turns = { process: 0, database: 0, keys: 0, rotation: 0 };
	// Another order for the database, so that few kills still see every deed.
	const other = [...boundaries].filter((one) => !one.hanging).sort((a, b) => a.at - b.at);
	for (let n = 0; n < count; n++) {
		const deed = deedNames[n % deedNames.length] as DeedName;
		if (n % 25 === 24) plans.push({ ...(other[turns.database++ % other.length] as Plan), prey: "postmaster" });
		else if (n % 25 === 6 || n % 25 === 18) plans.push({ ...(other[turns.database++ % other.length] as Plan), prey: "backend" });
		else if (n % 25 === 12) plans.push({ deed, prey: "keys", at: turns.keys % 4, side: turns.keys++ % 2 ? "after" : "before" });
		else if (n % 25 === 20) plans.push({ deed, prey: "rotation", at: 0, rotation: rotations[turns.rotation++ % 4] as "made" });
		else plans.push(boundaries[turns.process++ % boundaries.length] as Plan);
	}
	return plans;
}
