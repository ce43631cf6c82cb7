import fc from "fast-check";
import { sendingTo } from "../disclosing.ts";
import { mailSink } from "../mail-sink.ts";
import type { TestHouse } from "../people.ts";
import { pressFor } from "../press.ts";
import { breachesOf } from "./invariants.ts";
import { type Story, stories } from "./steps.ts";
import type { Witness } from "./witness.ts";
import { World } from "./world.ts";

/** When each history begins: consents are given for days, and what was given in an earlier one is past. */
const morning = "2026-11-23T09:00:00Z";

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
	house.clock.set(morning);
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

/** What histories came to. `went`: how much left in which way, how often on a consent, and how often somebody was refused. */
export interface Sum {
	histories: number;
	steps: number;
	looks: number;
	went: Witness["went"];
}

/** Plays this many histories of this seed; throws with the smallest one that breaks an invariant. */
export async function playHistories(
	stage: Stage,
	{ runs, seed, said = () => {} }: { runs: number; seed: number; said?: (played: number) => void },
): Promise<Sum> {
	const went = { mailed: 0, linked: 0, collected: 0, said: 0, onConsent: 0, refused: 0 };
	const sum: Sum = { histories: 0, steps: 0, looks: 0, went };
	const play = async ({ topics, kind, steps }: Story) => {
		const { house, opened } = stage;
		opened.length = 0;
		house.clock.set(morning);
		const world = new World(house, stage.press, stage.sink, stage.papers, stage.sending, topics);
		await world.begin(await nextAgreement(house), kind);
		for (const one of steps) await world.take(one);
		const breaches = await breachesOf(world);
		const entries = await house.rows<{ id: string }>("select id from audit.entry where id = any($1)", [opened]);
		if (entries.length !== new Set(opened).size) breaches.push("a look without a committed log entry");
		if (breaches.length > 0) throw new Error(breaches.join("; "));
		sum.histories += 1;
		sum.steps += steps.length;
		sum.looks += entries.length;
		for (const way of Object.keys(went) as (keyof typeof went)[]) went[way] += world.witness.went[way];
		said(sum.histories);
	};
	await fc.assert(fc.asyncProperty(stories, play), { numRuns: runs, seed, verbose: 1 });
	return sum;
}
