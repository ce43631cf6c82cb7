import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../../test/accounts.ts";
import { layAgreement } from "../../../test/agreement.ts";
import { type Browser, siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { pressFor } from "../../../test/press.ts";
import { answerReport } from "../../reports/answer.server.ts";
import { saveDraft, startReport } from "../../reports/draft.server.ts";
import { sendReport } from "../../reports/send.server.ts";
import { submitReport } from "../../reports/submit.server.ts";
import { askConsent } from "../ask.server.ts";
import { registerPaperConsent } from "../paper.server.ts";
import { withdrawConsent } from "../withdraw.server.ts";
import { myConsentPage } from "./candidate-consent.tsx";
import { myConsentsPage } from "./candidate-consents.tsx";
import { consentFormPage, myReceiptPage, receiptPage, scanPage } from "./files.ts";
import { askPage } from "./staff-ask.tsx";
import { consentPage } from "./staff-consent.tsx";
import { consentPapersPage, consentsPage } from "./staff-consents.tsx";

let house: TestHouse;
let press: Awaited<ReturnType<typeof pressFor>>;
let account: TestAccount;
let mehmet: Browser;
let anna: Browser;
let fenna: Browser;
const its = () => house.worlds.mehmet;

beforeAll(async () => {
	house = await testHouse();
	press = await pressFor(house);
	account = await accountOf(house, house.as("anna"), its().candidate, "candidate", "mehmet@voorbeeld.test");
	const pages = [
		myConsentsPage,
		myConsentPage,
		myReceiptPage,
		consentsPage,
		askPage,
		consentPage,
		consentFormPage,
		receiptPage,
		scanPage,
		consentPapersPage,
	];
	const site = siteOf(house, pages, { render: press.render, agency: press.agency });
	mehmet = await site.asCandidate("mehmet");
	anna = await site.as("anna");
	fenna = await site.as("fenna");
});
afterAll(() => house.close());

const field = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const bytesOf = (shown: { html: string }) => Buffer.from(shown.html, "utf8");
const asked = async (lines = ["Kan vier uur per dag zittend werk doen."]) => {
	const id = crypto.randomUUID();
	await house.rows("alter table app.consent disable trigger guard");
	await house.rows("update app.consent set state = 'lapsed' where state in ('asked', 'registered')");
	await askConsent(house.as("anna"), "http://spoor.test", {
		...{ id, candidate: its().candidate, trajectory: its().trajectory, kind: "disclose" },
		recipient: { kind: "contact", contactId: its().contact },
		...{ purpose: "assignments", dataClasses: ["capacity"], lines, until: "2027-05-23" },
	});
	return id;
};
const state = async (id: string) =>
	(await house.rows<{ state: string }>("select state from app.consent where id = $1", [id]))[0]?.state;
const mine = (id: string) => `/mijn/toestemmingen/${id}`;

describe("R8.1 — the candidate's screen", () => {
	it("R8.1 — shows the data itself, says what a no means, ticks nothing, and gives yes and no the same weight", async () => {
		const id = await asked();
		const { html } = await mehmet.get(mine(id));
		expect(html).toContain("Kan vier uur per dag zittend werk doen.");
		expect(html).toContain("Nee zeggen heeft bij ons geen slechte gevolgen voor u.");
		expect(html).not.toMatch(/type="(checkbox|radio)"/);
		const buttons = [...html.matchAll(/<button class="([^"]*)"[^>]*name="answer" value="(yes|no)"/g)];
		expect(buttons.map(([, look, value]) => [value, look])).toEqual([
			["yes", "button equal"],
			["no", "button equal"],
		]);
		expect((await mehmet.get("/mijn/toestemmingen")).html).toContain("Petra Peeters van Bakkerij De Korenaar");
	});

	it("R8.1 — yes without a code comes back with what was there; with a code it holds; withdrawing is one press", async () => {
		const id = await asked();
		const { html } = await mehmet.get(mine(id));
		const answer = { event: field(html, "event"), notice: field(html, "notice"), answer: "yes" };
		expect((await mehmet.post(mine(id), answer)).status).toBe(422);
		expect(await state(id)).toBe("asked");
		expect((await mehmet.post(mine(id), { ...answer, code: account.code() })).status).toBe(303);
		expect(await state(id)).toBe("given");
		const given = await mehmet.get(mine(id));
		expect((await mehmet.post(mine(id), { do: "withdraw", event: field(given.html, "event") })).status).toBe(303);
		expect(await state(id)).toBe("withdrawn");
	});

	it("R8.1 — no needs no code, and the receipt is a sealed PDF", async () => {
		const id = await asked();
		const { html } = await mehmet.get(mine(id));
		const no = { event: field(html, "event"), notice: field(html, "notice"), answer: "no" };
		expect((await mehmet.post(mine(id), no)).status).toBe(303);
		expect(await state(id)).toBe("refused");
		const receipt = await mehmet.get(`${mine(id)}/bewijs.pdf`);
		expect(receipt.headers.get("content-type")).toBe("application/pdf");
		expect(bytesOf(receipt).toString("latin1")).toContain("/ByteRange");
	});
});

describe("R8.1 — the screens of staff", () => {
	it("R8.1 — what never goes to an employer is not on offer, and it is said why", async () => {
		const { html } = await anna.get(`/kandidaten/${its().candidate}/toestemmingen/nieuw`);
		expect(html).not.toContain('value="illness"');
		expect(html).not.toContain('value="testScores"');
		expect(html).toContain("Gaat nooit naar deze ontvanger (werkgever), ook niet met toestemming.");
		const sent = await anna.post(`/kandidaten/${its().candidate}/toestemmingen/nieuw`, {
			...{ request_id: crypto.randomUUID(), kind: "disclose", report: "", contact: its().contact, purpose: "assignments" },
			...{ classes: "illness", lines: "Rugklachten", until_day: "1", until_month: "3", until_year: "2027" },
		});
		expect(sent.status).toBe(403);
		expect(sent.html).toContain("Rugklachten");
	});

	it("R8.1 — a scan is given back as a download and nothing else; only who guides or confirms has it; it is withdrawn by telephone while it waits", async () => {
		const id = await asked();
		const event = crypto.randomUUID();
		const [row] = await house.rows<{ number: string; h: string }>(
			"select number, encode(notice_sha256, 'hex') h from app.consent where id = $1",
			[id],
		);
		const by = house.as("anna");
		await registerPaperConsent(by, {
			...{ id: event, candidate: its().candidate, consent: id, signedOn: new Date().toISOString().slice(0, 10) },
			...{ typed: { number: row?.number ?? "", hash: row?.h.slice(0, 8) ?? "" }, scan: Buffer.from("%PDF-1.7\n%%EOF\n") },
		});
		const path = `/kandidaten/${its().candidate}/toestemmingen/${id}`;
		for (const who of [anna, fenna]) {
			const { status, headers } = await who.get(`${path}/scan/${event}`);
			expect(status).toBe(200);
			expect(headers.get("content-disposition")).toMatch(/^attachment; filename="getekend-papier\.pdf"$/);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("content-security-policy")).toContain("default-src 'none'");
		}
		expect((await fenna.get("/toestemmingen/papier")).html).toContain("Bekijk en bevestig");
		// Number and fingerprint are on the paper; nobody copies them from a screen.
		for (const who of [anna, fenna]) expect((await who.get(path)).html).not.toContain(row?.number);
		expect((await anna.get(path)).html).toContain("Een ander dan wie het papier registreerde, bevestigt het.");
		const said = { do: "withdrawn", event: crypto.randomUUID(), note: "Gebeld op maandag." };
		expect((await anna.get(path)).html).toContain("De kandidaat trekt het in");
		expect((await fenna.get(path)).html).not.toContain("De kandidaat trekt het in");
		expect((await anna.post(path, said)).status).toBe(303);
		expect(await state(id)).toBe("withdrawn");
		const receipt = await anna.get(`${path}/bewijs.pdf`);
		expect(receipt.html.slice(0, 5)).toBe("%PDF-");
		expect((await fenna.get(`${path}/bewijs.pdf`)).status).toBe(403);
		expect((await anna.get(path)).html).toContain("Bewijs voor de kandidaat");
	});

	it("R8.1 — the form to sign is a PDF with number and fingerprint, while the question waits", async () => {
		const id = await asked();
		const form = await anna.get(`/kandidaten/${its().candidate}/toestemmingen/${id}/formulier.pdf`);
		expect(form.status).toBe(200);
		const [row] = await house.rows<{ number: string; h: string }>(
			"select number, encode(notice_sha256, 'hex') h from app.consent where id = $1",
			[id],
		);
		expect(form.html).toContain(`Document ${row?.number}`);
		expect((await anna.get(`/kandidaten/${its().candidate}/toestemmingen/${id}/bewijs.pdf`)).status).toBe(404);
		expect(form.html).toContain(`Kenmerk ${row?.h.slice(0, 8)}`);
	});
});

describe("R8.1 — a report on what somebody can and cannot do, to an employer", () => {
	it("R8.1 — is shown with its question, waits for consent though it was approved, goes with it, and stops when it is withdrawn", async () => {
		await asked();
		const { candidate, trajectory } = its();
		const line = await layAgreement(house, "mehmet", "extensive", { categories: ["progress", "limitations"] });
		const [report, version, disclosure] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
		const by = house.as("anna");
		await startReport(by, { id: report, candidate, trajectory, line, dueOn: null, periodFrom: null, periodTo: null });
		await saveDraft(by, { candidate, report, rowVersion: 1, title: "Voortgang", body: "Mehmet kan vier uur per dag werken." });
		await submitReport(by, press, { candidate, report, draftVersion: 2, version });
		const [frozen] = await house.rows<{ s: string; r: string }>(
			"select encode(sha256, 'hex') s, encode(recipients_sha256, 'hex') r from app.report_version where id = $1",
			[version],
		);
		await answerReport(house.asCandidate("mehmet"), {
			...{ id: crypto.randomUUID(), candidate, report, version, sha256: frozen?.s ?? "", recipientsSha256: frozen?.r ?? "" },
			...{ answer: "approved", remark: null, ownView: null },
		});
		const send = async () => {
			const [row] = await house.rows<{ row_version: number }>("select row_version from app.report where id = $1", [report]);
			return sendReport(house.as("anna"), press.agency, press.publicUrl, {
				candidate,
				report,
				rowVersion: row?.row_version ?? 0,
				disclosure,
			});
		};
		await expect(send()).rejects.toMatchObject({ clause: "R8.1" });
		const [question] = await house.rows<{ id: string }>("select id from app.consent where version_id = $1 and state = 'asked'", [
			version,
		]);
		const id = question?.id ?? "";
		const { html } = await mehmet.get(mine(id));
		expect(html).toContain(`/mijn/rapporten/${report}/versies/${version}.pdf`);
		const answer = { event: field(html, "event"), notice: field(html, "notice"), answer: "yes", code: account.code() };
		expect((await mehmet.post(mine(id), answer)).status).toBe(303);
		await send();
		const stopped = await withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent: id });
		expect(stopped).toMatchObject([{ disclosure, state: "blocked" }]);
		expect((await mehmet.get(mine(id))).html).toContain("Dit ging niet naar Petra Peeters.");
	});
});
