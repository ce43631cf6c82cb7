import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import type { Server } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { queueReport } from "../test/disclosing.ts";
import { type MailSink, mailSink } from "../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../test/people.ts";
import { notify } from "./disclosures/notify.server.ts";
import { serveKeys } from "./platform/keys/wire.ts";

let house: TestHouse;
let sink: MailSink;
let keys: Server;
let worker: ChildProcess;
let ended: Promise<number | null>;
beforeAll(async () => {
	house = await testHouse();
	sink = await mailSink();
	const socket = join(house.vault, "keys.sock");
	keys = await serveKeys(house.keys, socket);
	const { worker: data, jobs } = house.database;
	worker = spawn(process.execPath, ["src/worker.ts"], {
		env: {
			...{
				PATH: process.env.PATH,
				SPOOR_MODE: "test",
				SPOOR_DATA: house.vault,
				PUBLIC_URL: "http://127.0.0.1:4700",
				KEYS_SOCKET: socket,
				RENDERER_SOCKET: "/nowhere",
			},
			...{ SMTP_URL: sink.url, DATABASE_HOST: data.host, DATABASE_PORT: String(data.port), DATABASE_NAME: house.database.name },
			...{ DATABASE_PASSWORD_WORKER: String(data.password), DATABASE_PASSWORD_JOBS: String(jobs.password), SPOOR_LOG: "error" },
		},
		stdio: ["ignore", "pipe", "inherit"],
	});
	ended = new Promise((resolve) => worker.once("exit", (code) => resolve(code)));
	await new Promise<void>((resolve) =>
		createInterface({ input: worker.stdout as Readable }).on("line", (line) => line === '{"ready":true}' && resolve()),
	);
});
afterAll(async () => {
	worker.kill("SIGKILL");
	keys.close();
	await sink.close();
	rmSync(join(house.vault, "keys.sock"), { force: true });
	await house.close();
});

const arrived = () =>
	new Promise<void>((resolve) => {
		sink.onBody = resolve;
	});

it("R3.g — the worker process sends a notice at once, to the one address, with nothing about anybody in it", async () => {
	const { candidate } = house.worlds.mehmet;
	const there = arrived();
	const by = house.as("anna");
	await by.act(candidate, "information", { action: "remind" }, (tx, seal) =>
		notify(by, tx, seal, {
			to: candidate,
			email: "mehmet@prive.test",
			kind: "reportWaits",
			link: "http://127.0.0.1:4700/mijn",
			lang: "nl",
		}),
	);
	await there;
	expect(sink.received.map(({ to }) => to)).toEqual([["mehmet@prive.test"]]);
	expect(sink.received[0]?.raw.toString()).not.toMatch(/Demir|Anna|de Wit/);
	await expect
		.poll(() => house.rows("select state from app.dispatch where kind = 'reportWaits'"))
		.toEqual([{ state: "accepted" }]);
});

it("R4.1 — the worker process lets nothing out of a kind that nobody rechecks", async () => {
	await house.rows("begin");
	await house.rows("select set_config('app.actor', $1, true), set_config('app.entry', '', true)", [house.ids.ada]);
	await house.rows("alter table app.agency disable trigger guard");
	await house.rows("update app.agency set undo_seconds = 0");
	await house.rows("alter table app.agency enable trigger guard");
	await house.rows("commit");
	const { disclosure } = await queueReport(house);
	await expect
		.poll(() => house.rows("select state from app.disclosure where id = $1", [disclosure]), { timeout: 10_000 })
		.toEqual([{ state: "blocked" }]);
	// What arrives is the word to who sent it, and that says no more than that something needs attention.
	await expect.poll(() => sink.received.at(-1)?.to, { timeout: 10_000 }).toEqual(["anna@voorbeeld.test"]);
	expect(sink.received).toHaveLength(2);
	expect(sink.received[1]?.raw.toString()).not.toMatch(/Mehmet|Demir|Petra|Korenaar|%PDF/);
});

it("R10.1 — the worker process stops cleanly when it is asked to", async () => {
	worker.kill("SIGTERM");
	expect(await ended).toBe(0);
});
