import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { webOver } from "../../../test/browse.ts";
import { aSealingKey } from "../../../test/documents.ts";
import { sealAs } from "../../../test/press.ts";
import { type Reporting, reporting } from "../../../test/reporting.ts";
import { diarySentence } from "../../audit-log/sentences.ts";
import { sql } from "../../platform/db.server.ts";
import { reviseReport } from "../../reports/draft.server.ts";
import { versionPdf } from "../../reports/queries.server.ts";
import { sendReport } from "../../reports/send.server.ts";
import { checksLately } from "../../reports/verify.server.ts";
import { numbersIn } from "../../ui/document-number.ts";
import { certificateFile, checkPage } from "./public-check.tsx";

let now: Reporting;
let app: Hono;
let asked = 0;
/** Each question comes from a network of its own, but where a test is about that. */
const anyNetwork = () => {
	asked += 1;
	return `198.51.${asked >> 8}.${asked & 255}`;
};
let network = anyNetwork;
beforeAll(async () => {
	now = await reporting();
	app = webOver(now.house, [checkPage, certificateFile], { agency: now.press.agency }, () => network());
});
afterAll(() => now.close());
beforeEach(() => now.begin());

const origin = "http://spoor.test";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
async function ask(body: BodyInit, headers: Record<string, string> = {}) {
	const response = await app.request(`${origin}/controleer`, { method: "POST", body, headers: { origin, ...headers } });
	const text = await response.text();
	return { status: response.status, text, answer: /data-answer="(\w+)"/.exec(text)?.[1] };
}
/** As the browser asks that hashed the file itself. */
const hashed = (bytes: Uint8Array) => ask(new URLSearchParams({ sha256: sha256(bytes), numbers: numbersIn(bytes).join(" ") }));
/** As a browser without script asks. */
function uploaded(bytes: Uint8Array) {
	const form = new FormData();
	form.set("sha256", "");
	form.set("numbers", "");
	form.set("pdf", new File([new Uint8Array(bytes)], "rapport.pdf", { type: "application/pdf" }));
	return ask(form);
}
const bytesOf = async (version: string) =>
	(
		await versionPdf(now.house.asCandidate("mehmet"), "portal", {
			candidate: now.candidate,
			report: now.report(),
			version,
		})
	).pdf;

/** A report that was approved, sent, and accepted by the mail server. */
async function sent() {
	const { version } = await now.approved();
	const disclosure = crypto.randomUUID();
	const { agency, publicUrl } = now.press;
	await sendReport(now.house.as("anna"), agency, publicUrl, {
		...{ candidate: now.candidate, report: now.report(), rowVersion: 3, disclosure },
	});
	await now.house.rows("begin");
	await now.house.rows("select set_config('app.actor', $1, true)", [now.house.ids.anna]);
	await now.house.rows(
		"select set_config('app.entry', audit.append('system', '{}', null, null, $1, '{}', 'send', null, null, 'reporting', null, null, 'allowed', null, null)::text, true)",
		[[now.candidate]],
	);
	await now.house.rows("update app.dispatch set state = 'accepted', state_at = '2026-11-20T12:00:00Z' where disclosure_id = $1", [
		disclosure,
	]);
	await now.house.rows("commit");
	return { version, pdf: await bytesOf(version) };
}
const entries = () =>
	now.house.rows<{ action: string; actor_kind: string; subjects: string[]; object_id: string }>(
		"select action, actor_kind, subjects, object_id from audit.entry where action like 'verify%' order by at",
	);
const counted = async (answer: string) =>
	(await now.house.rows<{ n: number }>("select n from app.report_check where answer = $1", [answer]))[0]?.n ?? 0;

describe("R9.1 — the page that says whether a report is genuine", () => {
	it.each([
		["hashed in the browser", hashed],
		["uploaded without script", uploaded],
	])("R9.1 — a report that was sent is genuine, with dates, version and clause, and without any name (%s)", async (_, how) => {
		const { pdf } = await sent();
		const { status, text, answer } = await how(pdf);
		expect([status, answer]).toEqual([200, "genuine"]);
		for (const said of ["Dit rapport is echt", "20 november 2026", "R7.1", "Akkoord van de kandidaat op"])
			expect(text).toContain(said);
		for (const name of ["Mehmet", "Demir", "Anna", "Petra", "Peeters", "Korenaar", "voorbeeld.test/"])
			expect(text).not.toContain(name);
	});

	it("R9.1 — a report that was not sent is not called genuine, also when it was approved", async () => {
		const { version } = await now.approved();
		expect((await hashed(await bytesOf(version))).answer).toBe("notSent");
	});

	it("R9.1, R7.1 — a version that was withdrawn or replaced says so", async () => {
		const { version } = await now.approved();
		const pdf = await bytesOf(version);
		await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 3 });
		const { text, answer } = await hashed(pdf);
		expect(answer).toBe("withdrawn");
		expect(text).toContain("Vervallen op");
		await now.write("Een andere tekst.", 2);
		await now.submit(3);
		expect((await hashed(pdf)).answer).toBe("withdrawn");
	});

	it("R9.1 — a file that is none of ours is unknown, whatever it says; only counted, no entry", async () => {
		const [before, n] = [(await entries()).length, await counted("unknown")];
		expect((await hashed(Buffer.from("%PDF-1.7 Document 2222-3333-4444-5555"))).answer).toBe("unknown");
		expect((await uploaded(Buffer.from("geen pdf"))).answer).toBe("unknown");
		expect((await entries()).length).toBe(before);
		expect(await counted("unknown")).toBe(n + 2);
		expect((await checksLately(now.house.door)).unknown).toBe(n + 2);
	});

	it("R9.1 — every 997th byte flipped, bytes added, a seal taken away: never genuine", async () => {
		const { pdf } = await sent();
		const answers = new Set<string | undefined>();
		for (let place = 0; place < pdf.length; place += 997) {
			const changed = new Uint8Array(pdf);
			changed[place] = (changed[place] ?? 0) ^ 1;
			answers.add((await hashed(changed)).answer);
		}
		expect([...answers]).toEqual(["altered"]);
		const end =
			Buffer.from(pdf)
				.toString("latin1")
				.lastIndexOf("%%EOF", pdf.length - 10) + 6;
		expect((await uploaded(Buffer.concat([pdf, Buffer.from("\n")]))).answer).toBe("altered");
		expect((await uploaded(pdf.subarray(0, end))).answer).toBe("altered");
	});

	it("R1.2 — the candidate sees that somebody checked, and that a file was altered; it names nobody", async () => {
		const { version, pdf } = await sent();
		const before = (await entries()).length;
		await hashed(pdf);
		await hashed(Buffer.concat([pdf, Buffer.from(" ")]));
		const made = (await entries()).slice(before);
		expect(made.map((entry) => [entry.action, entry.actor_kind, entry.subjects, entry.object_id])).toEqual([
			["verify", "anonymous", [now.candidate], version],
			["verifyAltered", "anonymous", [now.candidate], version],
		]);
		const who = { kind: "anonymous", roles: [], name: undefined, self: false };
		const told = (action: string) =>
			diarySentence(who, { action, objectType: "report_version", purpose: "reporting", outcome: "allowed" }, "nl");
		expect(told("verify")).toBe("Iemand die niet was aangemeld controleerde of een verslag over u echt is.");
		expect(told("verifyAltered")).toContain("maar dat bestand was veranderd");
	});

	it("R9.1 — no file and no hash, or a hash that is none, asks for a PDF and asks nothing of the database", async () => {
		const before = await now.house.rows("select * from app.report_check order by answer");
		const wrong: Record<string, string>[] = [
			{},
			{ sha256: "" },
			{ sha256: "zz", numbers: "" },
			{ sha256: "a".repeat(64), numbers: "x".repeat(201) },
		];
		for (const fields of wrong) {
			const { status, text } = await ask(new URLSearchParams(fields));
			expect(status).toBe(422);
			expect(text).toContain("Kies eerst een PDF.");
		}
		expect(await now.house.rows("select * from app.report_check order by answer")).toEqual(before);
	});

	it("R9.1 — a file over the limit is refused in words, and read no further", async () => {
		const { status, text } = await uploaded(Buffer.alloc(12 * 1024 * 1024));
		expect(status).toBe(413);
		expect(text).toContain("hoogstens 12 MB");
	});

	it("R10.1 — one network that asks very often waits; another does not", async () => {
		const file = Buffer.from("%PDF-1.7 niets");
		network = () => "203.0.113.9";
		const statuses: number[] = [];
		for (let time = 0; time < 61; time++) statuses.push((await hashed(file)).status);
		expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
		expect(statuses[60]).toBe(429);
		network = anyNetwork;
		expect((await hashed(file)).status).toBe(200);
	});

	it("R10.1 — whoever asks the database itself gets state, dates and version and no other row", async () => {
		const { pdf } = await sent();
		const [row] = await now.house.door.ask(
			"recipient",
			sql<Record<string, unknown>>`select * from app.verify_report(${Buffer.from(sha256(pdf), "hex")}, '{}', now(), null)`,
		);
		expect(Object.keys(row ?? {}).sort()).toEqual(
			["answer", "approved_on", "clause", "ended_on", "frozen_on", "sent_on", "version"].sort(),
		);
	});
});

it("R9.1 — the certificate can be had, and an earlier one after the agency took another", async () => {
	const first = await (await app.request(`${origin}/controleer/certificaat.crt`)).arrayBuffer();
	expect(Buffer.from(first)).toEqual(Buffer.from(now.press.certificate));
	expect((await app.request(`${origin}/controleer/certificaat.crt?nummer=2`)).status).toBe(404);
	await sealAs(now.house, (await aSealingKey("ec")).certificate);
	const earlier = await (await app.request(`${origin}/controleer/certificaat.crt?nummer=2`)).arrayBuffer();
	expect(Buffer.from(earlier)).toEqual(Buffer.from(now.press.certificate));
	const page = await (await app.request(`${origin}/controleer`)).text();
	expect(page).toContain("Certificaten van eerdere rapporten");
});
