import { simpleParser } from "mailparser";
import { endCollection, makeCode } from "../../src/disclosures/code.server.ts";
import { askRelease, collect, tryOpen } from "../../src/disclosures/collect.server.ts";
import { release } from "../../src/disclosures/release.server.ts";
import { type Sending, transmit } from "../../src/disclosures/transmit.server.ts";
import { sha256 as hash } from "../../src/platform/hash.ts";
import { recordOralReport } from "../../src/reports/oral.server.ts";
import { Crash, type Ground, rechecks } from "./ground.ts";
import type { Step } from "./steps.ts";

// The three ways on which a report's data leaves: a mail with the document, a link with which its reader collects it, and by mouth.
// What leaves is told to the witness at that moment.

const hashOf = (bytes: Uint8Array) => hash(bytes).toString("hex");

/** The worker sends what is due, with a mail server that behaves like this. */
export async function deliver(ground: Ground, { manner, crash, meanwhile }: Step & { do: "deliver" }): Promise<void> {
	const { house, sink, witness } = ground;
	witness.underWay.clear();
	sink.manner = manner;
	sink.received.length = 0;
	let left = meanwhile;
	const sending: Sending = {
		...ground.sending,
		rechecks,
		step: async (name) => {
			if (left?.at === name) {
				const { step } = left;
				left = undefined;
				await ground.take(step);
			}
			if (name === crash) throw new Crash();
		},
	};
	const due = await house.rows<{ id: string; disclosure: string }>(
		"select m.id, m.disclosure_id disclosure from app.dispatch m where m.disclosure_id = any($1) and m.state = 'queued'",
		[ground.sent.map((one) => one.id)],
	);
	for (const { id, disclosure } of due)
		try {
			await transmit(sending, id);
		} finally {
			await takeUp(ground, disclosure);
		}
}

/** Takes up what has come in at the mail server since it was last emptied. */
export async function takeUp(ground: Ground, disclosure: string): Promise<void> {
	const { sink, witness, sent, house } = ground;
	const its = sent.find((one) => one.id === disclosure);
	for (const { raw, to } of sink.received.splice(0)) {
		const { attachments, text = "", subject = "" } = await simpleParser(raw);
		const [pdf] = attachments;
		const link = /\/ophalen\/([\w-]{43})\s/.exec(text)?.[1];
		if (its && link && !pdf) its.link = link;
		const sha256 = pdf ? hashOf(pdf.content) : (its?.sha256 ?? "");
		witness.left(pdf ? "mailed" : "linked", { sha256, disclosure });
		if (!pdf && !link) witness.breaches.push("a mail with neither document nor link");
		if (!pdf && /Mehmet|Demir|Voortgang/.test(`${subject} ${text} ${to.join()}`.replaceAll(house.worlds.mehmet.contactEmail, "")))
			witness.breaches.push("a link in a mail that says what it is about");
		if (attachments.length > 1) witness.breaches.push("a mail with more than one document");
		ground.arrivals.push({ sha256, disclosure, to, kept: typeof sink.manner === "string", decisions: ground.decisions });
	}
}

/** The reader collects what waits for them: address and code, the gate's yes, the document. */
export async function collects(ground: Ground, { crash, meanwhile }: Step & { do: "collect" }): Promise<void> {
	const { house, witness } = ground;
	const waiting = ground.sent.findLast((one) => one.link);
	if (!waiting?.link) return;
	const { door, clock } = house;
	const { candidate, contactEmail } = house.worlds.mehmet;
	const code = await makeCode(house.as("anna"), { candidate, disclosure: waiting.id });
	const { pass } = await tryOpen(door, { link: waiting.link, address: contactEmail, code }, clock.now());
	if (!pass) return;
	waiting.pass = pass;
	await askRelease(door, pass);
	if (crash === "asked") throw new Crash();
	await release({ door, rechecks }, waiting.id);
	if (crash === "released") throw new Crash();
	witness.underWay.clear(); // the gate's yes ends with the yes it stood on
	if (meanwhile) {
		await ground.take(meanwhile);
		witness.underWay.clear();
	}
	const { pdf } = await collect(door, pass);
	witness.left("collected", { sha256: hashOf(pdf), disclosure: waiting.id });
}

/** A reader who went away comes back later, with the pass of that time. */
export async function takesLate({ house, witness, sent }: Ground): Promise<void> {
	const waiting = sent.findLast((one) => one.pass);
	if (!waiting?.pass) return;
	house.clock.set(new Date(house.clock.now().getTime() + 2 * 60_000));
	witness.underWay.clear();
	const { pdf } = await collect(house.door, waiting.pass);
	witness.left("collected", { sha256: hashOf(pdf), disclosure: waiting.id });
}

export async function closesLink({ house, witness, sent }: Ground): Promise<void> {
	const waiting = sent.findLast((one) => one.link);
	if (!waiting) return;
	await endCollection(house.as("anna"), { candidate: house.worlds.mehmet.candidate, disclosure: waiting.id });
	witness.closed.add(waiting.id);
}

/** The coach tells the recipient, and writes it down at once or later; not of when they were of another kind, which the house does not remember. */
export async function says({ house, witness, spoken }: Ground, ago: number): Promise<void> {
	const { candidate, trajectory } = house.worlds.mehmet;
	const at = new Date(house.clock.now().getTime() - ago * 60_000);
	if (witness.kindAt(at.getTime()) !== witness.kind) return;
	const time = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", timeStyle: "short" }).format(at);
	await recordOralReport(house.as("anna"), {
		...{ id: crypto.randomUUID(), informId: crypto.randomUUID(), candidate, trajectory, line: spoken },
		...{ on: witness.day(0, at.getTime()), time, summary: "Gezegd.", informed: null },
	});
	witness.left("said", { spokenAt: at.getTime() });
}
