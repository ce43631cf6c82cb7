import { afterAll, beforeAll, expect, it } from "vitest";
import { layAgreement } from "../../../test/agreement.ts";
import { siteOf } from "../../../test/browse.ts";
import { type StaffName, type TestHouse, testHouse } from "../../../test/people.ts";
import { staffToday } from "./staff-today.tsx";

let house: TestHouse;
let page: (who: StaffName) => Promise<string>;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T10:00:00Z");
	await layAgreement(house, "mehmet");
	const site = siteOf(house, [staffToday]);
	page = async (who) => {
		const { status, html } = await (await site.as(who)).get("/");
		expect(status).toBe(200);
		return html;
	};
});
afterAll(() => house.close());

it("R6.1 — a coach finds what is late with the way to it, and only of their own candidates", async () => {
	const anna = await page("anna");
	expect(anna).toContain("Te laat (1)");
	expect(anna).toContain("16 dagen");
	expect(anna).toMatch(
		new RegExp(`href="/kandidaten/${house.worlds.mehmet.candidate}/rapporten/nieuw\\?regel=[0-9a-f-]+&amp;voor=2026-11-07"`),
	);
	expect(anna).not.toContain("van den Berg");
	const bram = await page("bram");
	expect(bram).toContain("Maak de rapportageafspraak");
	expect(bram).not.toContain("Demir");
});

it("R6.1 — a coordinator finds load and lateness of all; back office what has not begun, and no lateness", async () => {
	const carla = await page("carla");
	for (const text of ["Werklast", "Te laat bij iedereen (1)", "Anna de Wit", "Mehmet Demir", "Sofie van den Berg"])
		expect(carla).toContain(text);
	const bea = await page("bea");
	expect(bea).toContain("Nog niet zover (1)");
	expect(bea).not.toContain("Demir");
});

it("R1.2 — whoever has no candidates finds a calm page and no names", async () => {
	for (const who of ["fenna", "finn", "ada"] as const) {
		const html = await page(who);
		expect(html).toContain("Nu is dat niets.");
		expect(html).not.toMatch(/Demir|van den Berg/);
	}
});

it("R1.3 — who did not acknowledge the regulation in force finds first that, and nothing else", async () => {
	await house.rows("alter table app.acknowledgement disable trigger guard");
	await house.rows("delete from app.acknowledgement where staff_id = $1", [house.ids.anna]);
	const anna = await page("anna");
	expect(anna).toContain('href="/reglement/kennisnemen"');
	expect(anna).not.toContain("Demir");
});
