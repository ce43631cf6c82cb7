import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { minutes, queueReport, sendingTo } from "../../test/disclosing.ts";
import { type MailSink, mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { sweep, transmit } from "./transmit.server.ts";

let house: TestHouse;
let sink: MailSink;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T09:00:00Z");
	sink = await mailSink();
});
afterAll(async () => {
	await sink.close();
	await house.close();
});

/** A real worker process on this message; resolves with how it ended. Told where to die, the kernel kills it there. */
function work(dispatch: string, dieAt?: string): Promise<{ code: number | null; signal: string | null; said: string }> {
	const { worker, keys, jobs } = house.database;
	const told = {
		database: { worker, keys, jobs },
		vault: house.vault,
		smtp: sink.url,
		dispatch,
		now: house.clock.now().toISOString(),
		...(dieAt && { dieAt }),
	};
	const child = spawn(process.execPath, ["test/worker-child.ts"], {
		env: { PATH: process.env.PATH, TOLD: JSON.stringify(told) },
		stdio: ["ignore", "ignore", "pipe"],
	});
	let said = "";
	child.stderr.on("data", (chunk) => {
		said += chunk;
	});
	return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, said })));
}
const state = async (disclosure: string) =>
	(await house.rows<{ state: string }>("select state from app.disclosure where id = $1", [disclosure]))[0]?.state;
const due = () => house.clock.set(new Date(house.clock.now().getTime() + minutes(11)));

it("R9.1 — a worker that is not killed sends it", async () => {
	const { disclosure, dispatch } = await queueReport(house);
	due();
	expect(await work(dispatch)).toEqual({ code: 0, signal: null, said: "" });
	expect(await state(disclosure)).toBe("accepted");
	expect(sink.received).toHaveLength(1);
});

// Where it died · what the next worker finds · how many times it has arrived after that next worker ran.
const table = [
	["claimed", "queued", "accepted", 1],
	["opened", "queued", "accepted", 1],
	["transmitting", "transmitting", "unknown", 0],
	["answered", "transmitting", "unknown", 1],
	["settled", "accepted", "accepted", 1],
] as const;
for (const [step, left, then, arrived] of table) {
	it(`R9.1 — killed with -9 when ${step}: left ${left}, the next worker makes it ${then}, and it arrived ${arrived} time(s)`, async () => {
		sink.received.length = 0;
		const { disclosure, dispatch } = await queueReport(house);
		due();
		expect((await work(dispatch, step)).signal).toBe("SIGKILL");
		expect(await state(disclosure)).toBe(left);
		expect(await work(dispatch)).toMatchObject({ code: 0 });
		expect(await state(disclosure)).toBe(then);
		expect(sink.received).toHaveLength(arrived);
	});
}

it("R9.1 — killed while the mail server holds its answer back: unknown, and arrived once", async () => {
	sink.received.length = 0;
	sink.manner = "hang";
	const { disclosure, dispatch } = await queueReport(house);
	due();
	const sending = sendingTo(house, sink.url);
	const inBody = new Promise<void>((resolve) => {
		sink.onBody = resolve;
	});
	const { worker, keys, jobs } = house.database;
	const told = {
		database: { worker, keys, jobs },
		vault: house.vault,
		smtp: sink.url,
		dispatch,
		now: house.clock.now().toISOString(),
	};
	const child = spawn(process.execPath, ["test/worker-child.ts"], {
		env: { PATH: process.env.PATH, TOLD: JSON.stringify(told) },
		stdio: "ignore",
	});
	const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
	await inBody;
	expect(await sweep(sending)).toBe(0); // it lives: nobody calls it lost
	expect(await state(disclosure)).toBe("transmitting");
	child.kill("SIGKILL");
	await gone;
	// The database notices that its session is gone a moment after the process is.
	await expect.poll(() => sweep(sending)).toBe(1);
	sink.manner = "accept";
	expect(await transmit(sending, dispatch)).toBe("unknown");
	expect(await state(disclosure)).toBe("unknown");
	expect(sink.received).toHaveLength(1);
	await sending.close();
});
