import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { sql } from "./db.server.ts";
import { enqueue, livingIn, runQueue } from "./jobs.server.ts";
import { technicalLog } from "./technical-log.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

it("R10.1 — a job is there when its transaction is, and not when that is rolled back", async () => {
	const ran: string[] = [];
	const { candidate } = house.worlds.mehmet;
	const id = crypto.randomUUID();
	let done = () => {};
	const first = new Promise<void>((resolve) => {
		done = resolve;
	});
	const queue = await runQueue(
		house.database.jobs,
		[
			{
				name: "try",
				run: async (given) => {
					ran.push(given ?? "");
					done();
				},
			},
		],
		technicalLog("test"),
	);
	const by = house.as("anna");
	await expect(
		by.act(candidate, "reporting", { action: "test" }, async (tx) => {
			await enqueue(tx, "try", { id: crypto.randomUUID() });
			throw new Error("changed my mind");
		}),
	).rejects.toThrow();
	await by.act(candidate, "reporting", { action: "test" }, (tx) => enqueue(tx, "try", { id }));
	await first;
	await queue.stop();
	expect(ran).toEqual([id]);
});

it("R10.1 — what a worker was at when it died is taken up at once by the next, and not after hours", async () => {
	const ran: string[] = [];
	const { candidate } = house.worlds.mehmet;
	const id = crypto.randomUUID();
	const by = house.as("anna");
	await by.act(candidate, "reporting", { action: "test" }, (tx) => enqueue(tx, "again", { id }));
	await house.rows(
		"update graphile_worker._private_jobs set locked_by = 'worker-that-died', locked_at = now(), attempts = 1 where payload->>'id' = $1",
		[id],
	);
	const task = {
		name: "again",
		run: async (given: string | undefined) => {
			ran.push(given ?? "");
		},
	};
	const queue = await runQueue(house.database.jobs, [task], technicalLog("test"));
	await expect.poll(() => ran).toEqual([id]);
	// A second worker waits for the first: it never takes from the living.
	let second: Awaited<ReturnType<typeof runQueue>> | undefined;
	const waiting = runQueue(house.database.jobs, [task], technicalLog("test")).then((one) => {
		second = one;
	});
	await expect
		.poll(() => house.rows("select 1 from pg_locks where locktype = 'advisory' and objid = 7068 and not granted"))
		.toHaveLength(1);
	expect(second).toBeUndefined();
	await queue.stop();
	await waiting;
	await (second as Awaited<ReturnType<typeof runQueue>> | undefined)?.stop();
});

it("R10.1 — a claim excludes others until it is let go, and ends with who held it", async () => {
	const [one, other] = [livingIn(house.database.jobs), livingIn(house.database.jobs)];
	const release = await one.hold("x");
	expect(await other.hold("x")).toBeUndefined();
	expect(await one.hold("x")).toBeUndefined();
	expect(await (await other.hold("y"))?.()).toBeUndefined();
	await release?.();
	const again = await other.hold("x");
	expect(again).toBeDefined();
	await again?.();
	await one.close();
	await other.close();
});

it("R10.1 — no audience sees the queue, and the queue's own role sees no person", async () => {
	const by = house.as("anna");
	await expect(
		by.act(house.worlds.mehmet.candidate, "reporting", { action: "test" }, (tx) =>
			sql`select * from graphile_worker.jobs`.execute(tx),
		),
	).rejects.toThrow(/permission denied/);
	const jobs = new pg.Client(house.database.jobs);
	await jobs.connect();
	await expect(jobs.query("select * from app.dispatch")).rejects.toThrow(/permission denied/);
	await jobs.end();
});
