import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../people.ts";
import { playHistories, type Stage, stageIn } from "./histories.ts";

// Histories of one report, drawn at random and made small when one fails: what the people, the worker and the mail server can do, in
// any order, against the real verbs. The same histories at each run: a failure in somebody's change is then of that change, and comes
// back when it is looked into. New ones are drawn by the long run (docs/MODEL.md), or by MODEL_SEED and MODEL_RUNS.
const runs = Number(process.env.MODEL_RUNS ?? (process.env.SPOOR_ALL ? 2000 : 500));
const seed = Number(process.env.MODEL_SEED ?? 20261123);

let house: TestHouse;
let stage: Stage;
beforeAll(async () => {
	house = await testHouse();
	stage = await stageIn(house);
}, 120_000);
afterAll(async () => {
	await stage.close();
	await house.close();
});

it(
	`R7.1 — in ${runs} random histories nothing is sent without approval of exactly those bytes, lost, sent twice by itself, or shown without a log entry`,
	async () => {
		const { arrivals } = await playHistories(stage, { runs, seed });
		// The histories do reach the mail server: a model that never sends proves nothing.
		expect(arrivals).toBeGreaterThan(runs / 20);
	},
	60 * 60_000,
);
