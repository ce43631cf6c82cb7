import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { systemChance } from "../../src/platform/clock.ts";
import { openDoor } from "../../src/platform/db.server.ts";
import { keysOver } from "../../src/platform/keys/wire.ts";
import { startCluster } from "../../src/platform/postgres/launcher.ts";
import { alive, runningPostmaster, until } from "../../src/platform/postgres/postmaster.ts";
import { Stale } from "../../src/platform/web/page.ts";
import { saveDraft, startReport } from "../../src/reports/draft.server.ts";
import { layAgreement } from "../agreement.ts";
import { openCluster } from "../cluster.ts";
import { freshDatabase } from "../database.ts";
import { sendingTo } from "../disclosing.ts";
import { type TestHouse, testHouse } from "../people.ts";
import { stageIn } from "./histories.ts";

// Where processes are killed: a durable PostgreSQL of its own, the key process as a process, a mail server, and somebody who is at
// work all the time. Everything here comes back by itself or is started again as the supervisor would.

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** Opens the scene. `close` ends every process that it started. */
export async function openScene() {
	const cluster = await openCluster({ durable: true });
	const base = await testHouse(await freshDatabase(cluster));
	const stage = await stageIn(base);
	const opened: string[] = [];
	const socket = join(base.vault, "keys.sock");
	const keyProcess = keysAt(base, socket);
	await keyProcess.ready();
	const { house, pool, line } = overSocket(base, socket, opened);
	const sending = sendingTo(house, stage.sink.url);
	const neighbour = await atWork(house);
	return {
		...{ house, opened, socket, keyProcess, neighbour, sending },
		...{ press: stage.press, sink: stage.sink, papers: stage.papers },
		/** The process id of the database server. */
		postmaster: () => runningPostmaster(join(cluster.data, "pg")),
		/** Waits until database and keys are back; what does not come back by itself is started again. */
		async mend(): Promise<void> {
			if (!runningPostmaster(join(cluster.data, "pg"))) await startCluster(cluster.data);
			await keyProcess.ready();
			const answers = () => house.rows("select 1").then(() => house.keys.tokens([{ kind: "name", value: "x" }]));
			if (!(await until(() => answers().then(Boolean, () => false), 30))) throw new Error("It does not come back");
		},
		async close(): Promise<void> {
			await keyProcess.end();
			line.close();
			await sending.close();
			await stage.close();
			await house.door.close();
			await pool.end();
			await base.close().catch(() => {});
			await cluster.stop();
		},
	};
}

/** The same house, whose keys are asked over the socket and whose sessions may be lost. */
function overSocket(base: TestHouse, socket: string, opened: string[]) {
	const line = keysOver(socket);
	const keys = {
		...line,
		open: (ask: Parameters<typeof line.open>[0]) => {
			opened.push(ask.entry);
			return line.open(ask);
		},
	};
	const { staff, candidate, recipient, worker } = base.database;
	const door = openDoor({ connections: { staff, candidate, recipient, worker }, keys, clock: base.clock, chance: systemChance });
	const pool = new pg.Pool({ ...base.database.owner, max: 4 });
	pool.on("error", () => {});
	pool.on("connect", (session) => session.on("error", () => {}));
	const house: TestHouse = {
		...{ ...base, door, keys },
		as: (name) => door.as(base.as(name).actor),
		asCandidate: (name) => door.as(base.asCandidate(name).actor),
		worker: () => door.as(base.worker().actor),
		rows: async (query, values = []) => (await pool.query(query, values)).rows,
	};
	return { house, pool, line };
}

/** The key process, started again whenever it is gone. */
function keysAt(base: TestHouse, socket: string) {
	let child: ChildProcess | undefined;
	let warm: Promise<unknown> = Promise.resolve();
	const gone = () => !child || child.exitCode !== null || child.signalCode !== null;
	const told = JSON.stringify({ store: base.vault, socket, database: base.database.keys });
	return {
		gone,
		child: () => child as ChildProcess,
		async ready(): Promise<void> {
			if (gone()) {
				const made = fork(join(import.meta.dirname, "key-victim.ts"), [told]);
				child = made;
				warm = new Promise((resolve) => made.once("message", resolve));
			}
			await warm;
		},
		async end(): Promise<void> {
			child?.kill("SIGKILL");
			await until(gone, 5);
		},
	};
}

/** Bram, who writes on without a pause: what he was told is kept must be kept, whatever dies. */
async function atWork(house: TestHouse) {
	const { candidate, trajectory } = house.worlds.sofie;
	const report = crypto.randomUUID();
	const line = await layAgreement(house, "sofie");
	const none = { dueOn: null, periodFrom: null, periodTo: null };
	await startReport(house.as("bram"), { id: report, candidate, trajectory, line, ...none });
	const there = async () =>
		(await house.rows<{ v: number }>("select row_version v from app.report_draft where report_id = $1", [report]))[0]?.v ?? 0;
	let acknowledged = 1;
	let session: string | undefined;
	let saves = 0;
	const save = async () => {
		const words = { title: "Voortgang", body: `Regel ${acknowledged}.` };
		const input = { candidate, report, rowVersion: acknowledged, ...words, ...(session && { session }) };
		const done = await saveDraft(house.as("bram"), input);
		acknowledged = done.rowVersion;
		session = done.session;
		saves += 1;
	};
	return {
		saves: () => saves,
		/** Begins to type; the answer stops it. */
		begin(): () => Promise<void> {
			let on = true;
			const typing = (async () => {
				while (on) {
					await save().catch(() => pause(20)); // told nothing: it may be there or not
					await pause(2);
				}
			})();
			return async () => {
				on = false;
				await typing;
			};
		},
		/** What was acknowledged and is not there, in words; and goes on from what is there. */
		async lost(): Promise<string[]> {
			const kept = await there();
			const breach =
				kept < acknowledged || kept > acknowledged + 1 ? [`neighbour: ${acknowledged} acknowledged, ${kept} kept`] : [];
			acknowledged = kept;
			await save().catch((error) => {
				breach.push(`neighbour cannot go on: ${error instanceof Stale ? "stale" : error.message}`);
			});
			return breach;
		},
	};
}

export const isAlive = (pid: number | undefined): pid is number => pid !== undefined && alive(pid);
