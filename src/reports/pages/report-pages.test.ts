import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../../test/accounts.ts";
import { layAgreement } from "../../../test/agreement.ts";
import { type Browser, siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { pressFor } from "../../../test/press.ts";
import { myReportPage, myReportPdf } from "./candidate-report.tsx";
import { previewPage, savePage, versionPage } from "./report-files.ts";
import { newReportPage } from "./staff-new-report.tsx";
import { reportPage } from "./staff-report.tsx";
import { reportsPage } from "./staff-reports.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
let anna: Browser;
let line: string;
let account: TestAccount;
const world = () => house.worlds.mehmet;

beforeAll(async () => {
	house = await testHouse();
	const press = await pressFor(house);
	account = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	line = await layAgreement(house, "mehmet");
	site = siteOf(house, [reportsPage, newReportPage, savePage, previewPage, versionPage, reportPage, myReportPage, myReportPdf], {
		render: press.render,
		agency: press.agency,
	});
	anna = await site.as("anna");
});
afterAll(() => house.close());

const path = (rest: string) => `/kandidaten/${world().candidate}/rapporten/${rest}`;
/** Where the candidate opens the newest version. */
const myPdf = async (report: string): Promise<string> => {
	const [row] = await house.rows("select id from app.report_version where report_id = $1 order by n desc limit 1", [report]);
	return `/mijn/rapporten/${report}/versies/${row?.id}.pdf`;
};
/** What a hidden field of a page holds. */
const field = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

async function begin(): Promise<string> {
	const report = crypto.randomUUID();
	const began = await anna.post(path("nieuw"), {
		report,
		line,
		due: "2026-11-07",
		from_day: "7",
		from_month: "9",
		from_year: "2026",
		to_day: "7",
		to_month: "11",
		to_year: "2026",
	});
	expect(began).toMatchObject({ status: 303, to: path(report) });
	return report;
}

async function submitted(body = "Mehmet sprak met drie werkgevers."): Promise<string> {
	const report = await begin();
	const { html } = await anna.get(path(report));
	const answer = await anna.post(path(report), {
		do: "submit",
		row_version: field(html, "row_version"),
		session: "",
		version: field(html, "version"),
		title: "Voortgang",
		body,
	});
	expect(answer.status).toBe(303);
	return report;
}

describe("writing", () => {
	it("R6.1 — only what was agreed can be chosen, said as a sentence", async () => {
		const { html } = await anna.get(`${path("nieuw")}?regel=${line}&voor=2026-11-07`);
		expect(html).toContain("Petra Peeters (Bakkerij De Korenaar) krijgt elke 2 maanden");
		const wrong = await anna.post(path("nieuw"), {
			report: crypto.randomUUID(),
			line: "",
			due: "",
			from_day: "31",
			from_month: "2",
			from_year: "2026",
		});
		expect(wrong.status).toBe(422);
		expect(wrong.html).toContain("Kies waarover je rapporteert.");
		expect(wrong.html).toContain("Deze datum bestaat niet.");
	});

	it("R7.1 — the editor shows the template, what may go to this recipient, and the way on", async () => {
		const { html, status } = await anna.get(path(await begin()));
		expect(status).toBe(200);
		expect(html).toContain("Leg voor aan Mehmet");
		expect(html).toContain("## Samenvatting");
		expect(html).toContain("Gaat nooit naar deze ontvanger");
	});

	it("R7.1 — what is typed is kept as one editing session, and somebody else's text is never overwritten", async () => {
		const report = await begin();
		const first = await anna.post(path(`${report}/bewaar`), { row_version: "1", session: "", title: "A", body: "een" });
		const { session, rowVersion } = JSON.parse(first.html);
		expect(rowVersion).toBe(2);
		expect((await anna.post(path(`${report}/bewaar`), { row_version: "2", session, title: "A", body: "twee" })).status).toBe(200);
		const late = await anna.post(path(`${report}/bewaar`), { row_version: "2", session, title: "A", body: "drie" });
		expect(late.status).toBe(409);
		expect(JSON.parse(late.html)).toMatchObject({ conflict: true, theirs: { title: "A", body: "twee" }, rowVersion: 3 });
	});

	it("R7.1 — an editing session of another person or day is not continued: the text is kept under a new entry", async () => {
		const report = await begin();
		const kept = await anna.post(path(`${report}/bewaar`), {
			row_version: "1",
			session: crypto.randomUUID(),
			title: "A",
			body: "een",
		});
		expect(kept.status).toBe(200);
	});

	it("R7.1 — an empty report comes back with the clause and with what was typed", async () => {
		const report = await begin();
		const { html } = await anna.get(path(report));
		const back = await anna.post(path(report), {
			do: "submit",
			row_version: field(html, "row_version"),
			session: "",
			version: field(html, "version"),
			title: "Mijn titel",
			body: "",
		});
		expect(back.status).toBe(403);
		expect(back.html).toContain("Er staat nog niets in dit rapport.");
		expect(back.html).toContain("Mijn titel");
	});

	it("R5.1 — another coach sees no report, no editor and no PDF", async () => {
		const report = await submitted();
		const bram = await site.as("bram");
		for (const rest of [report, `${report}/voorbeeld.pdf`, "nieuw"]) expect((await bram.get(path(rest))).status).toBe(404);
		expect((await bram.get("/rapportages")).html).not.toContain("Mehmet");
	});
});

describe("deciding and sending", () => {
	const candidateForm = (html: string, more: Record<string, string>) => ({
		answer_id: field(html, "answer_id"),
		version: field(html, "version"),
		sha256: field(html, "sha256"),
		recipients: field(html, "recipients"),
		remark: "",
		own_view: "",
		code: "000000",
		...more,
	});

	it("R7.1 — submitted, it waits: sending is grey with the reason, and the candidate sees what, to whom and why", async () => {
		const report = await submitted();
		const { html } = await anna.get(path(report));
		expect(html).toContain("Geen antwoord is geen akkoord");
		expect(html).toContain('aria-disabled="true"');
		const mehmet = await site.asCandidate("mehmet");
		const seen = await mehmet.get(`/mijn/rapporten/${report}`);
		expect(seen.html).toContain("Lees het verslag dat Anna de Wit wil sturen");
		for (const words of [
			"Petra Peeters",
			"Bakkerij De Korenaar",
			"p.mehmet@voorbeeld.test",
			"Wat als ik nee zeg?",
			"Ik ga akkoord",
			"Ik ga niet akkoord",
		])
			expect(seen.html).toContain(words);
		expect(seen.html).toContain(await myPdf(report));
		expect((await mehmet.get(await myPdf(report))).status).toBe(200);
	});

	it("R7.1 — an earlier version opens as what it was, also when there is a newer one", async () => {
		const report = await submitted("De eerste tekst.");
		const first = await myPdf(report);
		const mehmet = await site.asCandidate("mehmet");
		await anna.post(path(report), { do: "revise", row_version: "2" });
		const { html } = await anna.get(path(report));
		const form = { do: "submit", row_version: field(html, "row_version"), version: crypto.randomUUID(), session: "" };
		expect((await anna.post(path(report), { ...form, title: "Voortgang", body: "De tweede tekst." })).status).toBe(303);
		const second = await myPdf(report);
		expect(second).not.toBe(first);
		const [then, now] = [await mehmet.get(first), await mehmet.get(second)];
		expect([then.status, now.status]).toEqual([200, 200]);
		expect(then.html).not.toBe(now.html);
		expect(
			await house.rows("select 1 from audit.entry where action = 'viewPdf' and actor_id = $1 and object_id = $2", [
				world().candidate,
				report,
			]),
		).toHaveLength(2);
		expect((await mehmet.get(first.replace(report, crypto.randomUUID()))).status).toBe(404);
	});

	it("R7.1, R10.1 — a wrong code leaves everything that was typed, and no answer", async () => {
		const report = await submitted();
		const mehmet = await site.asCandidate("mehmet");
		const { html } = await mehmet.get(`/mijn/rapporten/${report}`);
		const back = await mehmet.post(
			`/mijn/rapporten/${report}`,
			candidateForm(html, { answer: "refuse", remark: "Dit klopt niet" }),
		);
		expect(back.status).toBe(422);
		expect(back.html).toContain("Dit klopt niet");
		expect((await house.rows("select state from app.report where id = $1", [report]))[0]).toEqual({ state: "submitted" });
	});

	it("R7.1 — an approval with an own view that is not in the document is not taken: it belongs in a next version", async () => {
		const report = await submitted();
		const mehmet = await site.asCandidate("mehmet");
		const { html } = await mehmet.get(`/mijn/rapporten/${report}`);
		const back = await mehmet.post(
			`/mijn/rapporten/${report}`,
			candidateForm(html, { answer: "approve", own_view: "Ik zie dit anders" }),
		);
		expect(back.status).toBe(422);
		expect(back.html).toContain("Uw zienswijze staat nog niet in dit verslag");
	});

	it("R7.1, R10.1 — approved with a fresh code, the answer stays in sight for both, and a second press changes nothing", async () => {
		const report = await submitted();
		const mehmet = await site.asCandidate("mehmet");
		const { html } = await mehmet.get(`/mijn/rapporten/${report}`);
		const form = candidateForm(html, { answer: "approve", remark: "Goed zo", code: account.code() });
		expect((await mehmet.post(`/mijn/rapporten/${report}`, form)).status).toBe(303);
		expect((await mehmet.post(`/mijn/rapporten/${report}`, form)).status).toBe(303);
		const after = (await mehmet.get(`/mijn/rapporten/${report}`)).html;
		for (const words of ["U gaf akkoord", "Goed zo"]) expect(after).toContain(words);
		const coach = (await anna.get(path(report))).html;
		for (const words of ["met een opmerking", "Goed zo", "Verzend naar Petra Peeters"]) expect(coach).toContain(words);
		const sent = await anna.post(path(report), {
			do: "send",
			row_version: field(coach, "row_version"),
			disclosure: crypto.randomUUID(),
		});
		expect(sent.status).toBe(303);
		const queued = (await anna.get(path(report))).html;
		const listed = (await anna.get("/rapportages?stand=sent")).html;
		for (const words of ["Mail:", "Klaargezet"]) expect(listed).toContain(words);
		expect(listed).not.toContain("Begeleider");
		expect((await (await site.as("carla")).get("/rapportages?stand=sent")).html).not.toContain("Mail:");
		expect(queued).toContain("Haal terug");
		expect((await anna.post(path(report), { do: "undo", disclosure: field(queued, "disclosure") })).status).toBe(303);
		expect((await house.rows("select state from app.report where id = $1", [report]))[0]).toEqual({ state: "approved" });
	});

	it("R7.1 — a no needs no reason: nothing goes, and the coach sees it", async () => {
		const report = await submitted();
		const mehmet = await site.asCandidate("mehmet");
		const { html } = await mehmet.get(`/mijn/rapporten/${report}`);
		expect(
			(await mehmet.post(`/mijn/rapporten/${report}`, candidateForm(html, { answer: "refuse", code: account.code() }))).status,
		).toBe(303);
		expect((await mehmet.get(`/mijn/rapporten/${report}`)).html).toContain("U ging niet akkoord");
		expect((await anna.get(path(report))).html).toContain("De kandidaat is niet akkoord.");
	});

	it("R7.1 — another candidate does not find it", async () => {
		const report = await submitted();
		const sofie = await site.asCandidate("sofie");
		expect((await sofie.get(`/mijn/rapporten/${report}`)).status).toBe(404);
		expect((await sofie.get(await myPdf(report))).status).toBe(404);
	});

	it("R7.1 — sending what was not approved is refused with its clause, and revising makes it a draft again", async () => {
		const report = await submitted();
		const refused = await anna.post(path(report), { do: "send", row_version: "2", disclosure: crypto.randomUUID() });
		expect(refused.status).toBe(403);
		expect(refused.html).toContain("Er is niets gewijzigd");
		expect((await anna.post(path(report), { do: "revise", row_version: "2" })).status).toBe(303);
		expect((await anna.get(path(report))).html).toContain("Leg voor aan Mehmet");
		expect((await anna.post(path(report), { do: "toString" })).status).toBe(404);
	});
});

it("R1.2 — the list shows a coach their own reports, a coordinator the headers of all without a way in", async () => {
	const report = await begin();
	expect((await anna.get("/rapportages?stand=draft")).html).toContain(path(report));
	const { html } = await (await site.as("carla")).get("/rapportages");
	for (const words of ["Mehmet Demir", "Begeleider", "Anna de Wit"]) expect(html).toContain(words);
	expect(html).not.toContain(path(report));
	expect((await anna.get("/rapportages?stand=withdrawn")).html).toContain("Niets in deze stand");
});
