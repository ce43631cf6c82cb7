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
