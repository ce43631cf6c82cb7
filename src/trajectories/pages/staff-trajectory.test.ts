import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { dataPage, invitePage } from "../../candidates/pages/staff-data.tsx";
import { enrolPage } from "../../candidates/pages/staff-enrol.tsx";
import { searchPage } from "../../candidates/pages/staff-search.tsx";
import { addDays, today } from "../../law/deadlines.ts";
import { handOverPage } from "./staff-hand-over.tsx";
import { closePage, endDeputyPage, reopenPage, startPage, trajectoryScreen } from "./staff-trajectory.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, [
		searchPage,
		dataPage,
		invitePage,
		enrolPage,
		trajectoryScreen,
		startPage,
		closePage,
		reopenPage,
		endDeputyPage,
		handOverPage,
	]);
});
afterAll(() => house.close());

const on = { on_day: "1", on_month: "11", on_year: "2026" };

it("R3.c — a coach closes a trajectory with its outcome and reopens it with a reason", async () => {
	const anna = await site.as("anna");
	const { candidate, trajectory } = house.worlds.mehmet;
	const at = `/kandidaten/${candidate}/trajecten/${trajectory}`;
	expect((await anna.get(at)).html).toContain("Sluit dit traject af");
	const wrong = await anna.post(`${at}/sluiten`, { ...on, event: crypto.randomUUID(), row_version: "1" });
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Kies hoe het traject eindigde.");
	const early = await anna.post(`${at}/sluiten`, {
		on_day: "1",
		on_month: "1",
		on_year: "2026",
		event: crypto.randomUUID(),
		row_version: "1",
		outcome: "other",
	});
	expect(early.status).toBe(403);
	expect(early.html).toContain("niet eindigen voordat het begon");
	expect(
		(await anna.post(`${at}/sluiten`, { ...on, event: crypto.randomUUID(), row_version: "1", outcome: "workResumed" })).status,
	).toBe(303);
	expect((await anna.get(at)).html).toContain("Eigen werk hervat");
	expect((await anna.post(`${at}/heropenen`, { event: crypto.randomUUID(), row_version: "1", reason: "Toch niet" })).status).toBe(
		409,
	);
	expect((await anna.post(`${at}/heropenen`, { event: crypto.randomUUID(), row_version: "2", reason: "Toch niet" })).status).toBe(
		303,
	);
	expect((await anna.get(at)).html).toContain("Toch niet");
	expect((await (await site.as("bram")).get(at)).status).toBe(404);
});

it("R6.1 — the start button says why it is refused, with the clause", async () => {
	const anna = await site.as("anna");
	const { candidate } = house.worlds.mehmet;
	const trajectory = crypto.randomUUID();
	expect((await anna.get(`/kandidaten/${candidate}/trajecten/nieuw?soort=secondTrack`)).html).toContain("Voor welke opdracht?");
	expect(
		(
			await anna.post(`/kandidaten/${candidate}/trajecten/nieuw?soort=secondTrack`, {
				trajectory,
				assignment: house.worlds.mehmet.assignment,
			})
		).status,
	).toBe(303);
	const { html } = await anna.get(`/kandidaten/${candidate}/trajecten/${trajectory}`);
	expect(html).toContain("/reglement#R6.1");
	const refused = await anna.post(`/kandidaten/${candidate}/trajecten/${trajectory}/starten`, {
		...on,
		event: crypto.randomUUID(),
		row_version: "1",
	});
	expect(refused.status).toBe(403);
});

it("R3.a — the data page shows, changes and keeps what somebody else was ahead of", async () => {
	const anna = await site.as("anna");
	const at = `/kandidaten/${house.worlds.mehmet.candidate}/gegevens`;
	const fields = {
		givenName: "Mehmet",
		initials: "",
		infix: "",
		familyName: "Demir",
		language: "nl",
		email: "mehmet@voorbeeld.test",
		source: "candidate",
		row_version: "1",
	};
	expect((await anna.get(at)).html).toContain("Er is geen e-mailadres");
	expect((await anna.post(at, fields)).status).toBe(303);
	const stale = await anna.post(at, { ...fields, familyName: "Anders" });
	expect(stale.status).toBe(409);
	expect(stale.html).toContain('value="Anders"');
	expect((await anna.get(at)).html).toContain("Bron: de kandidaat zelf");
	expect((await anna.post(`/kandidaten/${house.worlds.mehmet.candidate}/uitnodigen`, {})).status).toBe(303);
	expect((await anna.get(at)).html).toContain("nog niet aangemeld");
	const { html } = await (await site.as("carla")).get(at);
	expect(html).not.toContain("mehmet@voorbeeld.test");
});

it("R1.2 — searching posts; the coordinator hands over, the coach may not", async () => {
	const [anna, bram, carla] = [await site.as("anna"), await site.as("bram"), await site.as("carla")];
	expect((await anna.post("/zoeken", { zoek: "dem" })).html).toContain("Mehmet Demir");
	expect((await bram.post("/zoeken", { zoek: "dem" })).html).toContain("Niets gevonden");
	expect((await anna.get("/trajecten/overdragen")).status).toBe(403);
	expect((await carla.get("/trajecten/overdragen")).html).toContain("Anna de Wit");
	const at = `/trajecten/overdragen?van=${house.ids.anna}`;
	expect((await carla.get(at)).html).toContain("Mehmet Demir");
	const wrong = await carla.post(at, { to: house.ids.bram, how: "handOver" });
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Kies ten minste één traject.");
	const deputy = {
		chosen: `${house.worlds.mehmet.trajectory} ${house.worlds.mehmet.candidate}`,
		to: house.ids.bram,
		how: "deputise",
	};
	expect((await carla.post(at, deputy)).html).toContain("Vul in tot en met welke dag.");
	const term = { from_day: "1", from_month: "1", from_year: "2026", until_day: "1", until_month: "1", until_year: "2100" };
	expect((await carla.post(at, { ...deputy, ...term })).status).toBe(403);
	const day = today({ now: () => new Date() });
	const parts = (name: string, [year, month, date]: string[]) => ({
		[`${name}_day`]: date ?? "",
		[`${name}_month`]: month ?? "",
		[`${name}_year`]: year ?? "",
	});
	const fortnight = { ...parts("from", day.split("-")), ...parts("until", addDays(day, 14).split("-")) };
	expect((await carla.post(at, { ...deputy, ...fortnight })).status).toBe(303);
	const trajectoryAt = `/kandidaten/${house.worlds.mehmet.candidate}/trajecten/${house.worlds.mehmet.trajectory}`;
	expect((await bram.get(trajectoryAt)).status).toBe(200);
	const membership = /name="membership" value="([^"]+)"/.exec((await carla.get(trajectoryAt)).html)?.[1] ?? "";
	expect((await carla.post(`${trajectoryAt}/waarneming-stoppen`, { membership })).status).toBe(303);
	expect((await bram.get(trajectoryAt)).status).toBe(404);
	const chosen = `${house.worlds.mehmet.trajectory} ${house.worlds.mehmet.candidate}`;
	expect((await carla.post(at, { chosen, to: house.ids.bram, how: "handOver", reason: "absence" })).status).toBe(303);
	expect((await bram.post("/zoeken", { zoek: "dem" })).html).toContain("Mehmet Demir");
	expect(
		(await anna.get(`/kandidaten/${house.worlds.mehmet.candidate}/trajecten/${house.worlds.mehmet.trajectory}`)).status,
	).toBe(404);
});
