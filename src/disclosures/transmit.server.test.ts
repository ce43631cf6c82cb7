import { simpleParser } from "mailparser";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { minutes, pdf, queueReport, sendingTo } from "../../test/disclosing.ts";
import { type MailSink, mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import type { Living } from "../platform/jobs.server.ts";
import { type Sending, sweep, transmit } from "./transmit.server.ts";
import { undo } from "./undo.server.ts";

let house: TestHouse;
let sink: MailSink;
let sending: Sending & { close(): Promise<void> };
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
	house.clock.set("2026-11-23T09:00:00Z");
	sink = await mailSink();
	sending = sendingTo(house, sink.url);
});
afterEach(async () => {
	await sending.close();
	await sink.close();
});

const later = () => house.clock.set(new Date(house.clock.now().getTime() + minutes(11)));
const states = async (disclosure: string) => {
	const [row] = await house.rows(
		"select d.state, d.clause, d.attempts, x.state as register from app.dispatch d join app.disclosure x on x.id = d.disclosure_id where x.id = $1",
		[disclosure],
	);
	return row;
};
const log = (disclosure: string) =>
	house.rows("select actor_kind, action, outcome, purpose, clause from audit.entry where object_id = $1 order by at", [
		disclosure,
	]);

it("R9.1 — what was approved arrives: the same bytes, at one address, in a message that names no candidate in its headers", async () => {
	const { disclosure, dispatch } = await queueReport(house);
	later();
	expect(await transmit(sending, dispatch)).toBe("accepted");
	expect(sink.received.map(({ from, to }) => ({ from, to }))).toEqual([
		{ from: "info@voorbeeld.test", to: ["p.mehmet@voorbeeld.test"] },
	]);
	const mail = await simpleParser(sink.received[0]?.raw ?? "");
	expect(mail.attachments[0]?.content.equals(pdf)).toBe(true);
	expect(mail.subject).toBe("Rapportage, documentnummer 7K3M");
	expect(mail.headerLines.map((line) => line.line).join("\n")).not.toMatch(/Mehmet|Demir/);
	expect(await states(disclosure)).toMatchObject({ state: "accepted", register: "accepted", attempts: 1 });
	expect(await log(disclosure)).toEqual([
		{ actor_kind: "worker", action: "prepare", outcome: "allowed", purpose: "reporting", clause: "R7.1" },
		{ actor_kind: "worker", action: "send", outcome: "allowed", purpose: "reporting", clause: "R7.1" },
		{ actor_kind: "worker", action: "settle", outcome: "allowed", purpose: "reporting", clause: "R7.1" },
	]);
});

it("R9.1 — sent once: a second job, or a second worker at the same moment, sends nothing", async () => {
	const { dispatch } = await queueReport(house);
	later();
	const other = sendingTo(house, sink.url);
	await Promise.all([transmit(sending, dispatch), transmit(other, dispatch), transmit(sending, dispatch)]);
	await transmit(other, dispatch);
	await other.close();
	expect(sink.received).toHaveLength(1);
});

it("R9.1 — two workers whose claims fail them still send it once: the row decides", async () => {
	const { dispatch } = await queueReport(house);
	later();
	const careless: Living = { hold: async () => async () => {}, close: async () => {} };
	await Promise.all([transmit({ ...sending, living: careless }, dispatch), transmit({ ...sending, living: careless }, dispatch)]);
	expect(sink.received).toHaveLength(1);
});

it("R4.1 — nothing leaves before the ten minutes are over", async () => {
	const { disclosure, dispatch } = await queueReport(house);
	house.clock.set("2026-11-23T09:09:59Z");
	expect(await transmit(sending, dispatch)).toBe("queued");
	expect(sink.received).toEqual([]);
	expect(await log(disclosure)).toEqual([]);
	house.clock.set("2026-11-23T09:10:00Z");
	expect(await transmit(sending, dispatch)).toBe("accepted");
	expect(await states(disclosure)).toMatchObject({ state: "accepted" });
});

it("R9.1 — a refusal for now waits and then sends the very same message", async () => {
	const { disclosure, dispatch } = await queueReport(house);
	later();
	sink.manner = { at: "DATA", code: 451 };
	expect(await transmit(sending, dispatch)).toBe("queued");
	expect(await states(disclosure)).toMatchObject({ state: "queued", register: "queued", attempts: 1 });
	sink.manner = "accept";
	expect(await transmit(sending, dispatch)).toBe("queued"); // not yet
	expect(sink.received).toHaveLength(1);
	later();
	expect(await transmit(sending, dispatch)).toBe("accepted");
	expect(sink.received[1]?.raw.equals(sink.received[0]?.raw as Buffer)).toBe(true);
});

it("R9.1 — a final refusal bounces, and what the server said is sealed", async () => {
	const { disclosure, dispatch } = await queueReport(house);
	later();
	sink.manner = { at: "RCPT", code: 550 };
	expect(await transmit(sending, dispatch)).toBe("bounced");
	expect(await states(disclosure)).toMatchObject({ state: "bounced", register: "bounced" });
	const [row] = await house.rows<{ detail: Buffer }>("select detail from app.dispatch where id = $1", [dispatch]);
	expect(row?.detail.toString("latin1")).not.toContain("550");
});

for (const manner of ["hang", "hangUp"] as const) {
	it(`R9.1 — a server that does ${manner} after the body leaves an unknown outcome, and it is not sent again by itself`, async () => {
		const { disclosure, dispatch } = await queueReport(house);
		later();
		sink.manner = manner;
		expect(await transmit(sending, dispatch)).toBe("unknown");
		sink.manner = "accept";
		later();
		expect(await transmit(sending, dispatch)).toBe("unknown");
		expect(await sweep(sending)).toBe(0);
		expect(sink.received).toHaveLength(1);
		expect(await states(disclosure)).toMatchObject({ state: "unknown", register: "unknown" });
	});
}

it("R10.1 — no secure connection where one is required: stopped with that clause, never sent another way", async () => {
	const { disclosure, dispatch } = await queueReport(house);
	later();
	const insecure = { ...sending, send: async () => ({ kind: "insecure", answer: "STARTTLS not offered" }) as const };
	expect(await transmit(insecure, dispatch)).toBe("blocked");
	expect(await states(disclosure)).toMatchObject({ state: "blocked", clause: "R10.1" });
});

it("R4.1 — undo and transmission cannot both win", async () => {
	for (let round = 0; round < 5; round++) {
		sink.received.length = 0;
		const { disclosure, dispatch, candidate } = await queueReport(house);
		later();
		const [, undone] = await Promise.allSettled([transmit(sending, dispatch), undo(house.as("anna"), candidate, disclosure)]);
		const state = (await states(disclosure))?.state;
		if (undone.status === "fulfilled") expect([state, sink.received.length]).toEqual(["undone", 0]);
		else expect([state, sink.received.length]).toEqual(["accepted", 1]);
	}
});
