import fc from "fast-check";
import { sendingTo } from "../disclosing.ts";
import { mailSink } from "../mail-sink.ts";
import type { TestHouse } from "../people.ts";
import { pressFor } from "../press.ts";
import { breachesOf } from "./invariants.ts";
import { type Step, World } from "./world.ts";

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

const sheet = {
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

/** What histories happen in: the house, its press with a pile of paper, and a mail server that can misbehave. */
export async function stageIn(house: TestHouse) {
	const press = await pressFor(house);
	const sink = await mailSink();
	const sending = sendingTo(house, sink.url, undefined, { connecting: 2, silence: 0.4 });
	house.clock.set("2026-11-23T09:00:00Z");
	const papers: Uint8Array[] = [];
	for (let n = 0; n < 24; n++) papers.push(await press.render("report", { ...sheet, body: `Blad ${n}.` }));
	const opened: string[] = [];
	const open = house.keys.open.bind(house.keys);
	house.keys.open = (ask) => {
		opened.push(ask.entry);
		return open(ask);
	};
	const close = async () => {
		await sending.close();
		await sink.close();
	};
	return { house, press, sink, sending, papers, opened, close };
}

export type Stage = Awaited<ReturnType<typeof stageIn>>;

/** The version that the next agreement of Mehmet's trajectory gets. */
export async function nextAgreement(house: TestHouse): Promise<number> {
	const [last] = await house.rows<{ n: number }>(
		"select coalesce(max(version), 0) n from app.reporting_agreement where subject_id = $1",
		[house.worlds.mehmet.candidate],
	);
	return (last?.n ?? 0) + 1;
}

/** Plays this many histories of this seed; throws with the smallest one that breaks an invariant. Answers what they came to. */
export async function playHistories(
	stage: Stage,
	{ runs, seed, said = () => {} }: { runs: number; seed: number; said?: (played: number) => void },
): Promise<{ histories: number; steps: number; arrivals: number; looks: number }> {
	const sum = { histories: 0, steps: 0, arrivals: 0, looks: 0 };
	const play = async (steps: readonly Step[]) => {
		const { house, opened } = stage;
		opened.length = 0;
		const world = new World(house, stage.press, stage.sink, stage.papers, stage.sending);
		await world.begin(await nextAgreement(house));
		for (const one of steps) await world.take(one);
		const breaches = await breachesOf(world);
		const entries = await house.rows<{ id: string }>("select id from audit.entry where id = any($1)", [opened]);
		if (entries.length !== new Set(opened).size) breaches.push("a look without a committed log entry");
		if (breaches.length > 0) throw new Error(breaches.join("; "));
		sum.histories += 1;
		sum.steps += steps.length;
		sum.arrivals += world.arrivals.length;
		sum.looks += entries.length;
		said(sum.histories);
	};
	await fc.assert(fc.asyncProperty(history, play), { numRuns: runs, seed, verbose: 1 });
	return sum;
}
