import { readFileSync } from "node:fs";
import pg from "pg";
import type { Sending } from "../../src/disclosures/transmit.server.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { agencyFrom } from "../../src/platform/agency.server.ts";
import { systemChance } from "../../src/platform/clock.ts";
import { openDoor } from "../../src/platform/db.server.ts";
import { livingIn } from "../../src/platform/jobs.server.ts";
import type { KeyService } from "../../src/platform/keys/service.ts";
import { keysOver } from "../../src/platform/keys/wire.ts";
import { sendOver } from "../../src/platform/outbound/send.ts";
import { type Deed, perform } from "./deeds.ts";
import { rechecks } from "./ground.ts";

// A process that does one deed, as the web process or the worker does it, and dies where it is told: by its own hand (kill -9), or
// it waits there while something else is killed. Each statement to the database and each question to the keys is a boundary.

export interface Told {
	place: { staff: object; candidate: object; worker: object; jobs: object; keys: string; smtp: string; paper: string };
	now: string;
	actor: Actor;
	deed: Deed;
	/** Which boundary, counted from 0; absent: none, a dry run. */
	at?: number;
	/** Whether it kills itself there, or tells and waits. */
	how: "dies" | "waits";
}

export type Says =
	| { warm: true }
	| { opened: string }
	| { at: string; backend: number | undefined }
	| { done: true; passed: string[] }
	| { failed: string; passed: string[] };

let told: Told | undefined;
const passed: string[] = [];
const say = (what: Says) => new Promise<void>((resolve) => process.send?.(what, () => resolve()));
const heard = () => new Promise<unknown>((resolve) => process.once("message", resolve));

async function boundary(name: string, backend?: number): Promise<void> {
	if (!told) return;
	passed.push(name);
	if (passed.length - 1 !== told.at) return;
	const at = `${passed.length}. ${name}`;
	if (told.how === "dies") {
		await say({ at, backend });
		process.kill(process.pid, "SIGKILL");
	}
	const go = heard();
	await say({ at, backend });
	await go;
}

/** A statement in a word or two, for the list of boundaries. */
function wordsOf(statement: unknown): string {
	const text = (typeof statement === "string" ? statement : ((statement as { text?: string }).text ?? "")).replaceAll('"', "");
	const [, verb, table] = /^\s*(insert into|update|delete from) ([\w.]+)/.exec(text) ?? [];
	if (verb) return `${verb} ${table}`;
	if (/audit\.append/.test(text)) return "the log entry";
	if (/set_config/.test(text)) return "the context";
	const call = /\b(app|audit|auth)\.(\w+)\s*\(/.exec(text);
	if (call) return `${call[1]}.${call[2]}()`;
	const read = /\bfrom ([\w.]+)/.exec(text);
	return read ? `select from ${read[1]}` : (/^\s*(\w+)/.exec(text)?.[1] ?? "a statement");
}

const plain = pg.Client.prototype.query as unknown as (this: pg.Client, ...given: unknown[]) => unknown;
// The door does not wait for one answer before it sends the next statement; here each waits, so that every boundary is between two.
const turns = new WeakMap<pg.Client, Promise<unknown>>();
(pg.Client.prototype as { query: unknown }).query = function (this: pg.Client & { processID?: number }, ...given: unknown[]) {
	if (typeof given.at(-1) === "function") return plain.apply(this, given);
	const words = wordsOf(given[0]);
	const turn = async () => {
		await boundary(`before ${words}`, this.processID);
		const answer = await plain.apply(this, given);
		await boundary(`after ${words}`, this.processID);
		return answer;
	};
	const done = (turns.get(this) ?? Promise.resolve()).then(turn, turn);
	turns.set(this, done);
	return done;
};

/** The keys, with a boundary on both sides of each question; an entry that opens something is told before it does. */
function watched(keys: KeyService): KeyService {
	const asked = async <T>(name: string, ask: () => Promise<T>): Promise<T> => {
		await boundary(`before the key question ${name}`);
		const answer = await ask();
		await boundary(`after the key question ${name}`);
		return answer;
	};
	return {
		...keys,
		open: async (what) => {
			await say({ opened: what.entry });
			return asked("open", () => keys.open(what));
		},
		writeKeys: (subjects) => asked("writeKeys", () => keys.writeKeys(subjects)),
		sign: (bytes) => asked("sign", () => keys.sign(bytes)),
	};
}

async function act({ place, now, actor, deed }: Told): Promise<void> {
	const socket = keysOver(place.keys);
	const door = openDoor({
		connections: { staff: place.staff, candidate: place.candidate, worker: place.worker, recipient: place.staff },
		keys: watched(socket),
		clock: { now: () => new Date(now) },
		chance: systemChance,
	});
	const by = door.as(actor);
	const press = {
		render: async () => {
			await boundary("before typesetting");
			return readFileSync(place.paper);
		},
		agency: agencyFrom(door),
		publicUrl: "http://127.0.0.1:4700",
	};
	const living = livingIn(place.jobs);
	const sending: Sending = {
		...{ door, living, send: sendOver(place.smtp, { connecting: 5, silence: 20 }) },
		rechecks,
		step: (name) => boundary(`step: ${name}`),
	};
	await perform(deed, by, press, sending);
}

const first = heard();
await say({ warm: true });
told = (await first) as Told;
try {
	await act(told);
	const whole = [...passed];
	await say({ done: true, passed: whole });
	await boundary("after the acknowledgement");
} catch (error) {
	await say({ failed: (error as Error).message, passed });
}
process.exit(0);
