import { sweep, transmit } from "../src/disclosures/transmit.server.ts";
import { yes } from "../src/law/decision.ts";
import { systemChance } from "../src/platform/clock.ts";
import { openDoor } from "../src/platform/db.server.ts";
import { livingIn } from "../src/platform/jobs.server.ts";
import { coversIn } from "../src/platform/keys/covers.ts";
import { openVault } from "../src/platform/keys/vault.ts";
import { sendOver } from "../src/platform/outbound/send.ts";

// A worker process of a test's own: sends one message and kills itself, as the kernel would, at the step it is told.

const told = JSON.parse(process.env.TOLD ?? "{}") as {
	database: { worker: object; keys: object; jobs: object };
	vault: string;
	smtp: string;
	dispatch: string;
	now: string;
	dieAt?: string;
};
const covers = coversIn(told.database.keys);
const keys = openVault(told.vault, covers.covers);
const door = openDoor({
	connections: { worker: told.database.worker },
	keys,
	clock: { now: () => new Date(told.now) },
	chance: systemChance,
});
const living = livingIn(told.database.jobs);
await sweep({ door, living });
const step = (name: string) => {
	if (name === told.dieAt) process.kill(process.pid, "SIGKILL");
};
await transmit(
	{ door, living, send: sendOver(told.smtp, { connecting: 5, silence: 5 }), rechecks: { test: async () => yes("R7.1") }, step },
	told.dispatch,
);
await Promise.all([door.close(), living.close(), covers.close()]);
keys.close();
