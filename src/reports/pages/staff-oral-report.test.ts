import { afterAll, beforeAll, expect, it } from "vitest";
import { layAgreement } from "../../../test/agreement.ts";
import { siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { oralReportPage } from "./staff-oral-report.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, [oralReportPage]);
});
afterAll(() => house.close());
const field = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

it("R9.2 — an oral report is one short form; what comes back wrong keeps what was typed", async () => {
	const oral = await layAgreement(house, "sofie", "brief", { form: "oral" });
	const bram = await site.as("bram");
	const at = `/kandidaten/${house.worlds.sofie.candidate}/rapporten/mondeling`;
	const { html } = await bram.get(at);
	expect(html).toMatch(new RegExp(`value="${oral}" checked`));
	const fields = {
		id: field(html, "id"),
		inform_id: field(html, "inform_id"),
		line: oral,
		on_day: "20",
		on_month: "11",
		on_year: "2026",
		time: "9.05",
		summary: "Verteld dat het traject loopt.",
		told: "",
		told_on_day: "",
		told_on_month: "",
		told_on_year: "",
	};
	const untimed = await bram.post(at, { ...fields, time: "", told: "no" });
	expect([untimed.status, untimed.html.includes("Vul de tijd in, zoals 14:30.")]).toEqual([422, true]);
	const wrong = await bram.post(at, fields);
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Verteld dat het traject loopt.");
	expect(
		(await bram.post(at, { ...fields, told: "phone", told_on_day: "20", told_on_month: "11", told_on_year: "2026" })).status,
	).toBe(303);
	expect(
		await house.rows("select form, said_at from app.disclosure where subject_id = $1", [house.worlds.sofie.candidate]),
	).toEqual([{ form: "oral", said_at: new Date("2026-11-20T08:05:59.999Z") }]);
});
