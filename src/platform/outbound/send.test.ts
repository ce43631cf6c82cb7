import { afterEach, beforeEach, expect, it } from "vitest";
import { type MailSink, type Manner, mailSink } from "../../../test/mail-sink.ts";
import { connectionFor, onLoopback, outcomeOf, type Patience, sendOver } from "./send.ts";

let sink: MailSink;
beforeEach(async () => {
	sink = await mailSink();
});
afterEach(() => sink.close());

const brief: Patience = { connecting: 1, silence: 1 };
const parcel = { from: "bureau@voorbeeld.test", to: "p@voorbeeld.test", bytes: Buffer.from("Subject: x\r\n\r\n.\r\nhallo\r\n") };

it("R9.1 — the bytes arrive as they were frozen, at exactly one address", async () => {
	expect(await sendOver(sink.url, brief)(parcel)).toEqual({ kind: "accepted", answer: "250 2.0.0 queued as SINK1" });
	expect(sink.received.map(({ from, to, raw }) => ({ from, to, raw: raw.toString() }))).toEqual([
		{ from: parcel.from, to: [parcel.to], raw: parcel.bytes.toString() },
	]);
});

const manners: [Manner, string][] = [
	[{ at: "MAIL", code: 451 }, "temporary"],
	[{ at: "RCPT", code: 450 }, "temporary"],
	[{ at: "DATA", code: 452 }, "temporary"],
	[{ at: "DATA", code: 421 }, "temporary"],
	[{ at: "MAIL", code: 550 }, "refused"],
	[{ at: "RCPT", code: 550 }, "refused"],
	[{ at: "DATA", code: 554 }, "refused"],
	["hang", "unknown"],
	["hangUp", "unknown"],
];
for (const [manner, kind] of manners) {
	it(`R9.1 — a server that does ${JSON.stringify(manner)} leaves the outcome ${kind}`, async () => {
		sink.manner = manner;
		expect((await sendOver(sink.url, brief)(parcel)).kind).toBe(kind);
	});
}

it("R9.1 — no server, or none set: it waits, nothing went", async () => {
	await sink.close();
	expect((await sendOver(sink.url, brief)(parcel)).kind).toBe("temporary");
	expect((await sendOver(undefined)(parcel)).kind).toBe("temporary");
});

it("R9.1 — a server that refuses our own sign-in bounces nobody's mail", () => {
	expect(outcomeOf(Object.assign(new Error("no"), { responseCode: 535, command: "AUTH PLAIN" }), false).kind).toBe("temporary");
});

it("R10.1 — outside the loopback a server without STARTTLS gets nothing, not even the address", async () => {
	const outcome = await sendOver(sink.url, brief, () => false)(parcel);
	expect(outcome.kind).toBe("insecure");
	expect(sink.received).toEqual([]);
});

it("R10.1 — outside the loopback a certificate that does not hold gets nothing", async () => {
	const secure = await mailSink({ disabledCommands: ["AUTH"] });
	try {
		expect((await sendOver(secure.url, brief, () => false)(parcel)).kind).toBe("insecure");
		expect(secure.received).toEqual([]);
		expect((await sendOver(secure.url, brief)(parcel)).kind).toBe("accepted");
		expect(secure.received[0]?.tls).toBe(true);
	} finally {
		await secure.close();
	}
});

it("R10.1 — TLS and its certificate are asked of every host but the loopback", () => {
	for (const url of [
		"smtp://mail.example.test",
		"smtp://127.0.0.1.example.test:25",
		"smtp://10.0.0.1",
		"smtp://localhost.example.test",
	]) {
		expect(connectionFor(url)).toMatchObject({ requireTLS: true, secure: false, tls: { rejectUnauthorized: true } });
	}
	expect(connectionFor("smtps://mail.example.test")).toMatchObject({
		secure: true,
		port: 465,
		tls: { rejectUnauthorized: true },
	});
	expect(connectionFor("smtp://u%40x:p%3A@mail.example.test")).toMatchObject({ port: 587, auth: { user: "u@x", pass: "p:" } });
	expect(connectionFor("smtp://localhost:2525")).toMatchObject({ requireTLS: false, tls: { rejectUnauthorized: false } });
	expect(() => connectionFor("http://localhost")).toThrow();
	expect(["localhost", "127.0.0.1", "[::1]"].every(onLoopback)).toBe(true);
});
