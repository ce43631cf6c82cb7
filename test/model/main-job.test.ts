import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../people.ts";
import { playHistories, type Stage, stageIn } from "./histories.ts";

// Histories of one report and of the consents that it goes on, drawn at random and made small when one fails: what the people, the worker,
// the mail server and the recipient can do, in any order, against the real verbs. The same histories at each run: a failure in somebody's
// change is then of that change, and comes back when it is looked into. New ones are drawn by the long run (docs/MODEL.md), or by
// MODEL_SEED and MODEL_RUNS.
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
	`R8.1 — in ${runs} random histories nothing leaves without approval of exactly those bytes and a consent in force at that moment, or is lost, sent twice by itself, or shown without a log entry`,
	async () => {
		const { went } = await playHistories(stage, { runs, seed });
		// The histories do reach the outside in every way, and are refused: a model in which nothing goes proves nothing.
		expect(went.mailed).toBeGreaterThan(runs / 20);
		expect(went.collected).toBeGreaterThan(runs / 20);
		expect(went.said).toBeGreaterThan(runs / 100);
		expect(went.onConsent).toBeGreaterThan(runs / 10);
		expect(went.refused).toBeGreaterThan(runs / 2);
	},
	60 * 60_000,
);
