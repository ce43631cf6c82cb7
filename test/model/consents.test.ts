import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CategoryId } from "../../src/law/categories.ts";
import type { DataClass } from "../../src/law/data-classes.ts";
import { sendingTo } from "../disclosing.ts";
import { type TestHouse, testHouse } from "../people.ts";
import { type ConsentStep, ConsentWorld } from "./consent-world.ts";

// Histories of consent, drawn at random and made small when one fails: given, refused, withdrawn, narrowed, on paper, past its day, the
// recipient become somebody else, and health data on every channel there is, in any order, against the real verbs, gate and database.
const runs = Number(process.env.MODEL_RUNS ?? (process.env.SPOOR_ALL ? 1000 : 100));
const seed = Number(process.env.MODEL_SEED ?? 8);

let house: TestHouse;
let sending: ReturnType<typeof sendingTo>;
beforeAll(async () => {
	house = await testHouse();
	sending = sendingTo(house, "smtp://127.0.0.1:9");
	for (const table of ["consent", "contact_person", "commissioner"])
		await house.rows(`alter table app.${table} disable trigger guard`);
}, 120_000);
afterAll(async () => {
	await sending.close();
	await house.close();
});

const classes = fc.constantFrom<DataClass[]>(
	["capacity"],
	["capacity"],
	["profile"],
	["capacity", "profile"],
	["illness", "capacity"],
	["testScores"],
);
const about = fc.constantFrom<CategoryId[]>(
	["workCapacity"],
	["workCapacity"],
	["progress", "limitations"],
	["cv"],
	["attendance", "cv"],
	["illness"],
	["testScores"],
);
const plain = (
	weight: number,
	name: "give" | "refuse" | "paper" | "withdraw" | "withdrawByPhone" | "narrow" | "expire" | "deliver" | "closeLink",
) => ({
	weight,
	arbitrary: fc.constant<ConsentStep>({ do: name }),
});
const step: fc.Arbitrary<ConsentStep> = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ do: fc.constant("ask" as const), classes, days: fc.constantFrom(1, 30, 90) }) },
	plain(5, "give"),
	plain(1, "refuse"),
	plain(2, "paper"),
	plain(3, "withdraw"),
	plain(1, "withdrawByPhone"),
	plain(2, "narrow"),
	plain(1, "expire"),
	plain(5, "deliver"),
	plain(1, "closeLink"),
	{ weight: 3, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.constantFrom(0, 0, 1, 20, 100) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant("become" as const),
			kind: fc.constantFrom("employer" as const, "insurer" as const, "uwv" as const, "companyDoctor" as const),
		}),
	},
	{ weight: 6, arbitrary: fc.record({ do: fc.constantFrom("queue" as const, "queue" as const, "say" as const), about }) },
	{
		weight: 5,
		arbitrary: fc.oneof(
			{ weight: 3, arbitrary: fc.constant<ConsentStep>({ do: "collect" }) },
			fc.constant<ConsentStep>({ do: "collect", between: "withdraw" }),
		),
	},
);
// Half of the histories begin where it gets interesting: a yes in force and a document that waits to be collected. All end with time
// passing, the worker at work and the recipient at the door: whatever still may go then goes.
const ahead: ConsentStep[] = [
	{ do: "ask", classes: ["capacity", "profile"], days: 30 },
	{ do: "give" },
	{ do: "queue", about: ["workCapacity"] },
	{ do: "wait", days: 0 },
	{ do: "deliver" },
];
const history = fc
	.tuple(fc.boolean(), fc.array(step, { maxLength: 9 }))
	.map(([far, steps]): ConsentStep[] => [
		...(far ? ahead : []),
		...steps,
		{ do: "wait", days: 0 },
		{ do: "deliver" },
		{ do: "collect" },
	]);

it(
	`R8.1 — in ${runs} random histories nothing is mailed, collected or said without a consent in force for that recipient and class at that moment`,
	async () => {
		const went = { withConsent: 0, refused: 0 };
		await fc.assert(
			fc.asyncProperty(history, async (steps) => {
				const world = new ConsentWorld(house, sending);
				await world.begin();
				for (const one of steps) await world.take(one);
				expect(world.breaches).toEqual([]);
				went.withConsent += world.went.withConsent;
				went.refused += world.went.refused;
			}),
			{ numRuns: runs, seed, verbose: 1 },
		);
		// The histories do reach the outside, and the door does refuse: a model in which nothing goes proves nothing.
		expect(went.withConsent).toBeGreaterThan(runs / 10);
		expect(went.refused).toBeGreaterThan(runs / 10);
	},
	60 * 60_000,
);
