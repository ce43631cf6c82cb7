import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { type Reporting, reporting } from "../../../test/reporting.ts";
import { newPaperPage, papersPage } from "./staff-papers.tsx";
import { reportPage } from "./staff-report.tsx";

let now: Reporting;
let site: ReturnType<typeof siteOf>;
const list = "/rapportages/papier";

beforeAll(async () => {
	now = await reporting();
	site = siteOf(now.house, [papersPage, newPaperPage, reportPage]);
	await now.begin();
	await now.write();
});
afterAll(() => now.close());

it("R7.1 — back office registers what stands on the paper, the coach confirms it; a wrong fingerprint keeps what was typed", async () => {
	const { sha256, version } = await now.shown(await now.submit());
	const [row] = await now.house.rows("select document_number from app.report_version where id = $1", [version]);
	const typed = { number: String(row?.document_number), hash: sha256.slice(0, 8) };
	const bea = await site.as("bea");
	expect((await bea.get(list)).html).toContain("Er wacht geen papier");
	const day = { signed_day: "20", signed_month: "11", signed_year: "2026" };
	const paper = { do: "paper", request_id: crypto.randomUUID(), answer: "approved", remark: "", own_view: "", ...day };
	const refused = await bea.post(`${list}/nieuw`, { ...paper, ...typed, hash: "12345678" });
	expect(refused.status).toBe(403);
	expect(refused.html).toContain(typed.number);
	for (const _ of ["once", "and again"])
		expect(await bea.post(`${list}/nieuw`, { ...paper, ...typed })).toMatchObject({ status: 303, to: list });

	const registrar = (await bea.get(list)).html;
	for (const words of ["Mehmet Demir", "Bea Vos", "Een ander dan wie het papier registreerde", 'aria-current="page"'])
		expect(registrar).toContain(words);
	for (const secret of [typed.number, typed.hash, "Bevestig het papier"]) expect(registrar).not.toContain(secret);
	const carla = (await (await site.as("carla")).get(list)).html;
	expect(carla).toContain("De backoffice bevestigt dit");

	const anna = await site.as("anna");
	expect((await anna.get(list)).html).toContain("Bevestig het papier");
	const own = `/kandidaten/${now.candidate}/rapporten/${now.report()}`;
	const screen = (await anna.get(own)).html;
	const answer = /name="answer" value="([^"]*)"/.exec(screen)?.[1] ?? "";
	expect((await anna.post(own, { do: "confirm", answer, ...typed, hash: "12345678" })).status).toBe(403);
	expect((await anna.post(list, { do: "confirm", number: "", hash: "" })).status).toBe(422);
	expect((await anna.post(list, { do: "confirm", ...typed })).status).toBe(303);
	expect((await anna.get(list)).html).toContain("Er wacht geen papier");
	expect((await anna.get(own)).html).not.toContain("telt nog niet");
});

it.each(["fenna", "finn", "ada"] as const)("R7.1 — it is not %s's work, and not in their menu", async (who) => {
	const answer = await (await site.as(who)).get(list);
	expect(answer.status).toBe(403);
	expect(answer.html).not.toContain(`href="${list}"`);
});
