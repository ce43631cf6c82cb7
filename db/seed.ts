import { join } from "node:path";
import pg from "pg";
import { today } from "../src/law/deadlines.ts";
import { systemChance, systemClock } from "../src/platform/clock.ts";
import { openDoor } from "../src/platform/db.server.ts";
import { databaseAs, environmentOf } from "../src/platform/env.ts";
import { keysOver } from "../src/platform/keys/wire.ts";
import { type Send, sendOver } from "../src/platform/outbound/send.ts";
import { rendererAt } from "../src/platform/pdf/render.server.ts";
import { demoPassword, staff, staffEmail } from "./seed/people.ts";
import { seedOnce } from "./seed/play.ts";
import { sceneOf } from "./seed/scene.ts";

// Fills a demonstration: one invented agency with months of history, made by the same verbs that people use. Runs at every start
// of a demonstration and does nothing when all is there.

const env = environmentOf("seed");
const list = join(env.SPOOR_DATA, "files", "demo-people.json");
const say = (line: string) => process.stdout.write(`${line}\n`);
const owner = new pg.Pool({ ...databaseAs("owner"), max: 4 });
const keys = keysOver(env.KEYS_SOCKET);
const door = openDoor({
	connections: {
		staff: databaseAs("staff"),
		candidate: databaseAs("candidate"),
		recipient: databaseAs("recipient"),
		worker: databaseAs("worker"),
	},
	keys,
	clock: systemClock,
	chance: systemChance,
});
// Without a catcher nothing is mailed: the addresses do not exist, and a real mail server should not be asked for them.
const send: Send = env.SMTP_URL
	? sendOver(env.SMTP_URL)
	: async () => ({ kind: "accepted", answer: "250 kept by the demonstration" });
const [render, now] = [rendererAt(env.RENDERER_SOCKET), systemClock.now()];
const scene = sceneOf({ door, keys, owner, render, send, publicUrl: env.PUBLIC_URL, now, today: today(systemClock), say });
await seedOnce(scene, list);
await door.close();
keys.close();
await owner.end();
const hints = [
	`Sign in with one click at ${env.PUBLIC_URL}/aanmelden (staff) and ${env.PUBLIC_URL}/mijn/aanmelden (candidates).`,
	`Or with an address, such as ${staffEmail("anna")} (coach) or ${staffEmail("bea")} (back office), and the password "${demoPassword}";`,
	`the codes for all ${Object.keys(staff).length} members of staff and for the candidates are on the same pages.`,
];
process.stdout.write(`${JSON.stringify({ ready: true, hints })}\n`, () => process.exit(0));
