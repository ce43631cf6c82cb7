import { afterAll, beforeAll, expect, it } from "vitest";
import { layAgreement } from "../../../test/agreement.ts";
import { siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { pressFor } from "../../../test/press.ts";
import { saveDraft, startReport } from "../draft.server.ts";
import { submitReport } from "../submit.server.ts";
import { myReportPage } from "./candidate-report.tsx";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

it("R7.2 — a brief message stands on the screen as it is, before to whom and why, and reading it is said with one button", async () => {
	const press = await pressFor(house);
	const line = await layAgreement(house, "mehmet", "brief");
	const { candidate, trajectory } = house.worlds.mehmet;
	const [report, version] = [crypto.randomUUID(), crypto.randomUUID()];
	const anna = house.as("anna");
	await startReport(anna, { id: report, candidate, trajectory, line, dueOn: null, periodFrom: null, periodTo: null });
	await saveDraft(anna, { candidate, report, rowVersion: 1, title: "Bericht", body: "Mehmet sprak drie werkgevers." });
	await submitReport(anna, press, { candidate, report, draftVersion: 2, version });
	const me = await siteOf(house, [myReportPage], { render: press.render, agency: press.agency }).asCandidate("mehmet");
	const path = `/mijn/rapporten/${report}`;
	const { html } = await me.get(path);
	const places = ["Mehmet sprak drie werkgevers.", "Aan wie", "Petra Peeters", "Ik heb dit gelezen"].map((words) =>
		html.indexOf(words),
	);
	expect(places.every((place) => place > 0)).toBe(true);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(html).not.toContain("Lees de tekst groot");
	expect((await me.post(path, { do: "read" })).status).toBe(303);
	expect((await me.get(path)).html).not.toContain("Ik heb dit gelezen");
});
