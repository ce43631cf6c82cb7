import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendingTo } from "../disclosing.ts";
import { type MailSink, mailSink } from "../mail-sink.ts";
import { type TestHouse, testHouse } from "../people.ts";
import { pressFor } from "../press.ts";
import { breachesOf } from "./invariants.ts";
import { type Step, World } from "./world.ts";

// Histories of one report, drawn at random and made small when one fails: what the people, the worker and the mail server can do, in
// any order, against the real verbs. The same histories at each run: a failure in somebody's change is then of that change, and comes
// back when it is looked into. New ones are drawn by the long run (docs/MODEL.md), or by MODEL_SEED and MODEL_RUNS.
const runs = Number(process.env.MODEL_RUNS ?? (process.env.SPOOR_ALL ? 2000 : 500));
const seed = Number(process.env.MODEL_SEED ?? 20261123);

let house: TestHouse;
let sink: MailSink;
let sending: ReturnType<typeof sendingTo>;
let press: Awaited<ReturnType<typeof pressFor>>;
const papers: Uint8Array[] = [];
let opened: string[] = [];

beforeAll(async () => {
	house = await testHouse();
	press = await pressFor(house);
	sink = await mailSink();
	sending = sendingTo(house, sink.url, undefined, { connecting: 2, silence: 0.4 });
	house.clock.set("2026-11-23T09:00:00Z");
	const open = house.keys.open.bind(house.keys);
	house.keys.open = (ask) => {
		opened.push(ask.entry);
		return open(ask);
	};
	for (let n = 0; n < 24; n++) papers.push(await press.render("report", { ...blank, body: `Blad ${n}.` }));
}, 120_000);
afterAll(async () => {
	await sending.close();
	await sink.close();
	await house.close();
});

const blank = {
	agency: { name: "Bureau Voorbeeld" },
	title: "Voortgang",
	reportKind: "Voortgangsrapportage",
	candidate: "Mehmet Demir",
	commissioner: "Bakkerij",
	recipients: [],
	author: { name: "Anna" },
	date: "2026-11-23",
	version: 1,
	documentNumber: "0000",
	verifyUrl: "http://127.0.0.1",
	body: "",
};

const plain = (weight: number, name: Exclude<Step["do"], "answer" | "wait" | "deliver">) => ({
	weight,
	arbitrary: fc.constant<Step>({ do: name }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
	plain(4, "edit"),
	plain(6, "submit"),
	plain(6, "send"),
	plain(2, "undo"),
	plain(2, "revise"),
	plain(1, "withdraw"),
	plain(2, "sweep"),
	plain(2, "sendAgain"),
	plain(1, "moveAddress"),
	plain(1, "changeAgreement"),
	{
		weight: 7,
		arbitrary: fc.record({
			do: fc.constant("answer" as const),
			answer: fc.oneof(
				{ weight: 5, arbitrary: fc.constant("approved" as const) },
				fc.constantFrom("approvedWithRemark" as const, "refused" as const, "changeRequested" as const),
			),
			seen: fc.oneof(
				{ weight: 5, arbitrary: fc.constant("newest" as const) },
				fc.constantFrom("older" as const, "otherRecipients" as const),
			),
		}),
	},
	{ weight: 5, arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom(1, 11, 11, 240, -3) }) },
	{
		weight: 7,
		arbitrary: fc.record({
			do: fc.constant("deliver" as const),
			manner: fc.oneof(
				{ weight: 4, arbitrary: fc.constant("accept" as const) },
				fc.constantFrom(
					"hang" as const,
					"hangUp" as const,
					{ at: "DATA" as const, code: 451 },
					{ at: "RCPT" as const, code: 550 },
					{ at: "MAIL" as const, code: 421 },
				),
			),
			crash: fc.option(
				fc.constantFrom("claimed" as const, "opened" as const, "transmitting" as const, "answered" as const, "settled" as const),
				{ nil: undefined, freq: 4 },
			),
		}) as fc.Arbitrary<Step>,
	},
);
// Half of the histories begin where it gets interesting: a text that was submitted, approved and sent. All end with time passing
// and the worker at work: whatever still may go then goes.
const ahead: Step[] = [{ do: "edit" }, { do: "submit" }, { do: "answer", answer: "approved", seen: "newest" }, { do: "send" }];
const history = fc
	.tuple(fc.boolean(), fc.array(step, { maxLength: 10 }))
	.map(([far, steps]): Step[] => [
		...(far ? ahead : []),
		...steps,
		{ do: "wait", minutes: 11 },
		{ do: "deliver", manner: "accept" },
	]);

it(
	`R7.1 — in ${runs} random histories nothing is sent without approval of exactly those bytes, lost, sent twice by itself, or shown without a log entry`,
	async () => {
		let agreement = 1;
		let arrivals = 0;
		await fc.assert(
			fc.asyncProperty(history, async (steps) => {
				opened = [];
				const world = new World(house, press, sink, papers, sending);
				const [last] = await house.rows<{ n: number }>(
					"select coalesce(max(version), 0) n from app.reporting_agreement where subject_id = $1",
					[house.worlds.mehmet.candidate],
				);
				agreement = (last?.n ?? 0) + 1;
				await world.begin(agreement);
				for (const one of steps) await world.take(one);
				expect(await breachesOf(world)).toEqual([]);
				const entries = await house.rows("select id from audit.entry where id = any($1)", [opened]);
				expect(entries.length, "looks with a committed log entry").toBe(new Set(opened).size);
				arrivals += world.arrivals.length;
			}),
			{ numRuns: runs, seed, verbose: 1 },
		);
		// The histories do reach the mail server: a model that never sends proves nothing.
		expect(arrivals).toBeGreaterThan(runs / 20);
	},
	60 * 60_000,
);
