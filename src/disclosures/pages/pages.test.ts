import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { queueReport, sendingTo } from "../../../test/disclosing.ts";
import { mailSink } from "../../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { no } from "../../law/decision.ts";
import type { Agency } from "../../platform/agency.server.ts";
import { keepMessage } from "../../platform/catcher/store.ts";
import { NotFound, type Visit } from "../../platform/web/page.ts";
import { transmit } from "../transmit.server.ts";
import { demoMailPages } from "./public-demo-mail.tsx";
import { staffDecide } from "./staff-decide.tsx";
import { staffDisclosures } from "./staff-disclosures.tsx";
import { staffOutbox } from "./staff-outbox.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
const takenBack: string[] = [];
beforeAll(async () => {
	house = await testHouse();
	const own = async (_by: unknown, _candidate: string, { id }: { id: string }) => void takenBack.push(id);
	site = siteOf(house, [staffDisclosures({ own }), staffDecide, staffOutbox, ...demoMailPages]);
});
afterAll(() => house.close());
beforeEach(() => house.clock.set("2026-11-23T09:00:00Z"));

const pathOf = (candidate: string) => `/kandidaten/${candidate}/verstrekkingen`;
const due = () => house.clock.set("2026-11-23T09:11:00Z");

describe("the register's page", () => {
	it("R4.1 — shows to whom, what and until when it can be taken back; one post takes it back", async () => {
		const { disclosure, candidate } = await queueReport(house);
		const anna = await site.as("anna");
		const { status, html } = await anna.get(pathOf(candidate));
		expect(status).toBe(200);
		for (const text of [
			"Petra Peeters, Bakkerij De Korenaar",
			"Voortgang",
			"AVG 6 lid 1 onder f",
			"R7.1",
			"Haal terug",
			'data-countdown="600"',
			"tot 10:10",
		])
			expect(html).toContain(text);
		expect(await anna.post(pathOf(candidate), { disclosure })).toMatchObject({ status: 303, to: pathOf(candidate) });
		expect((await anna.get(pathOf(candidate))).html).toContain("Teruggehaald");
		expect(await anna.post(pathOf(candidate), { disclosure })).toMatchObject({ status: 403 });
	});

	it("R4.1 — a noun takes its own back itself", async () => {
		const { disclosure, candidate } = await queueReport(house, { cleared: { about: { kind: "own", id: crypto.randomUUID() } } });
		await (await site.as("anna")).post(pathOf(candidate), { disclosure });
		expect(takenBack).toEqual([disclosure]);
	});

	it("R1.2 — another coach finds nothing, back office may not look, the privacy officer looks and has no button", async () => {
		const { candidate, disclosure } = await queueReport(house);
		expect((await (await site.as("bram")).get(pathOf(candidate))).status).toBe(404);
		expect((await (await site.as("bram")).post(pathOf(candidate), { disclosure })).status).toBe(404);
		expect((await (await site.as("bea")).get(pathOf(candidate))).status).toBe(403);
		const fenna = await (await site.as("fenna")).get(pathOf(candidate));
		expect(fenna.status).toBe(200);
		expect(fenna.html).not.toContain("Haal terug");
	});

	it("R7.1 — what was stopped says why, with the clause and what to do", async () => {
		const { dispatch, disclosure, candidate } = await queueReport(house);
		due();
		const sending = sendingTo(house, "smtp://127.0.0.1:9", async () =>
			no("R7.1", { nl: "Het akkoord is ingetrokken.", en: "The approval was withdrawn." }),
		);
		await transmit(sending, dispatch);
		await sending.close();
		const anna = await site.as("anna");
		const { html } = await anna.get(pathOf(candidate));
		for (const text of ["Het akkoord is ingetrokken.", "Tegengehouden", "/reglement#R7.1", "opnieuw voor aan de kandidaat"])
			expect(html).toContain(text);
		const list = await anna.get("/rapportages/verzending");
		expect(list.html).toContain(`${pathOf(candidate)}/${disclosure}`);
		expect(list.html).toContain("Mehmet Demir");
		expect((await (await site.as("bram")).get("/rapportages/verzending")).html).not.toContain("Mehmet");
	});
});

it("R9.1 — about an unknown outcome a person decides: not without a second look, and what was typed stays", async () => {
	const sink = await mailSink();
	sink.manner = "hangUp";
	const sending = sendingTo(house, sink.url);
	const { dispatch, disclosure, candidate } = await queueReport(house);
	due();
	await transmit(sending, dispatch);
	const anna = await site.as("anna");
	const path = `${pathOf(candidate)}/${disclosure}`;
	const { html } = await anna.get(path);
	expect(html).toContain("niet zeker of dit bericht aankwam");
	const row_version = /name="row_version" value="(\d+)"/.exec(html)?.[1] ?? "";
	expect(await anna.post(path, { do: "again", row_version })).toMatchObject({ status: 422 });
	expect((await anna.post(path, { do: "arrived", row_version, note: " " })).html).toContain("Vul in hoe je dat weet.");
	expect(await anna.post(path, { do: "again", row_version: "1", looked: "yes" })).toMatchObject({ status: 409 });
	expect((await (await site.as("bram")).post(path, { do: "again", row_version, looked: "yes" })).status).toBe(404);
	expect(await anna.post(path, { do: "arrived", row_version, note: "Gebeld" })).toMatchObject({ status: 303 });
	expect(await house.rows("select state from app.disclosure where id = $1", [disclosure])).toEqual([{ state: "accepted" }]);
	await sending.close();
	await sink.close();
});

it("R9.1 — a document that can no longer be collected is not offered to be announced again, and the button says why", async () => {
	const sink = await mailSink();
	sink.manner = "hangUp";
	const sending = sendingTo(house, sink.url);
	const { dispatch, disclosure, candidate } = await queueReport(house, { cleared: { categories: ["workCapacity"] } });
	due();
	await transmit(sending, dispatch);
	const path = `${pathOf(candidate)}/${disclosure}`;
	const open = (await (await site.as("anna")).get(path)).html;
	expect(open).toContain('name="looked"');
	expect(open).not.toContain("Dit document is niet meer op te halen.");
	house.clock.set("2027-02-01T09:00:00Z");
	const over = (await (await site.as("anna")).get(path)).html;
	expect(over).not.toContain('name="looked"');
	expect(over).toContain("Dit document is niet meer op te halen.");
	expect(over).toContain("Niet opgehaald");
	await sending.close();
	await sink.close();
});

describe("the demonstration's mail", () => {
	const visit = (change: Partial<Record<"mode" | "network" | "demonstration" | "direct", unknown>>, folder: string) =>
		({
			services: {
				mode: change.mode ?? "demo",
				caughtMail: folder,
				agency: async () => ({ demonstration: change.demonstration ?? true }) as Agency,
			},
			network: change.network ?? "127.0.0.1",
			direct: change.direct ?? true,
			t: (nl: string) => nl,
			lang: "nl",
			params: {},
		}) as unknown as Visit;

	it("R10.1 — is there only in a demonstration, of a demonstration's database, on this machine", async () => {
		const folder = mkdtempSync(join(tmpdir(), "spoor-mail-"));
		await keepMessage(
			folder,
			{ from: "a@x.test", to: ["b@x.test"], at: "2026-11-23T09:00:00Z", tls: true },
			Buffer.from("Subject: Hallo\r\n\r\nTekst\r\n"),
		);
		const [list, , attachment] = demoMailPages;
		expect(await list?.get?.(visit({}, folder))).toMatchObject({ title: "Post van de demonstratie" });
		for (const change of [
			{ mode: "agency" },
			{ mode: "test" },
			{ network: "10.0.0.7" },
			{ direct: false },
			{ network: "127.0.0.1.evil.test" },
			{ demonstration: false },
		]) {
			for (const page of demoMailPages) await expect(async () => page.get?.(visit(change, folder))).rejects.toThrow(NotFound);
		}
		await expect(async () =>
			attachment?.get?.({ ...visit({}, folder), params: { message: "../../x", part: "0" } }),
		).rejects.toThrow(NotFound);
		rmSync(folder, { recursive: true });
	});
});
