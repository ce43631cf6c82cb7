import { accountTasks } from "./accounts/jobs.server.ts";
import { consentTasks } from "./consents/jobs.server.ts";
import { demandTasks } from "./demands/jobs.server.ts";
import type { Recheck } from "./disclosures/gate.server.ts";
import { disclosureTasks } from "./disclosures/jobs.server.ts";
import { type Sending, sweep } from "./disclosures/transmit.server.ts";
import { systemChance, systemClock } from "./platform/clock.ts";
import { openDoor, sql } from "./platform/db.server.ts";
import { databaseAs, environmentOf } from "./platform/env.ts";
import { livingIn, runQueue, type Task } from "./platform/jobs.server.ts";
import { keysOver } from "./platform/keys/wire.ts";
import { sendOver } from "./platform/outbound/send.ts";
import { technicalLog } from "./platform/technical-log.ts";
import { reportTasks } from "./reports/jobs.server.ts";
import { recheckReport } from "./reports/send.server.ts";

// The worker: runs the queue and sends what may leave. Alone it signs in as spoor_worker and spoor_jobs.

const env = environmentOf("worker");
const log = technicalLog("worker");
const keys = keysOver(env.KEYS_SOCKET);
const door = openDoor({
	connections: { worker: databaseAs("worker") },
	keys,
	clock: systemClock,
	chance: systemChance,
	onLost: (error) => log.warn({ err: error.message }, "database connection lost"),
});

// Each kind of disclosure has its own recheck; the door itself knows no dossier. A kind that is not here never leaves (R4.1).
const rechecks: Readonly<Record<string, Recheck>> = {
	report: (by, { subject, about, sha256 }, tx) =>
		recheckReport(tx, { subject_id: subject, about_id: about.id, sha256: Buffer.from(sha256, "hex") }, by.now()),
};
const living = livingIn(databaseAs("jobs"));
const sending: Sending = { door, send: sendOver(env.SMTP_URL), living, rechecks };

// Every task there is; one with `every` also runs by itself.
const tasks: readonly Task[] = [
	...disclosureTasks(sending, env.PUBLIC_URL),
	...reportTasks(door, env.PUBLIC_URL),
	...consentTasks(door),
	...demandTasks(door, env.PUBLIC_URL),
	...accountTasks(door, env.PUBLIC_URL),
];

const lost = await sweep(sending);
if (lost > 0) log.warn({ lost }, "messages were under way when a worker stopped");
const queue = await runQueue(databaseAs("jobs"), tasks, log);
queue.failed.catch((error: Error) => {
	log.error({ err: error.message }, "the queue stopped");
	process.exit(1); // the supervisor starts it again
});

process.on("SIGTERM", async () => {
	await queue.stop();
	await living.close();
	await door.close();
	keys.close();
	process.exit(0);
});
// The self-test reads when the worker last said that it lives.
const beat = () =>
	door.ask("worker", sql`select app.beat()`).catch((error: Error) => log.warn({ err: error.message }, "no heartbeat"));
await beat();
setInterval(beat, 30_000).unref();
process.stdout.write('{"ready":true}\n');
