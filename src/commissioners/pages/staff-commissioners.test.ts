import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { newAssignmentPage } from "../../assignments/pages/staff-assignment.tsx";
import { confirmAddressPage } from "./public-confirm-address.tsx";
import { commissionerScreen } from "./staff-commissioner.tsx";
import { commissionersPage, editCommissionerPage, newCommissionerPage } from "./staff-commissioners.tsx";
import { askAddressPage, contactScreen, leaveContactPage, newContactPage, phoneAddressPage } from "./staff-contact.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, [
		commissionersPage,
		newCommissionerPage,
		commissionerScreen,
		editCommissionerPage,
		newContactPage,
		contactScreen,
		askAddressPage,
		phoneAddressPage,
		leaveContactPage,
		confirmAddressPage,
		newAssignmentPage,
	]);
});
afterAll(() => house.close());

it("R4.2 — back office records a commissioner, a contact person and an assignment, confirms the address and records leaving", async () => {
	const bea = await site.as("bea");
	const [id, contact] = [crypto.randomUUID(), crypto.randomUUID()];
	expect((await bea.get("/opdrachtgevers/nieuw")).status).toBe(200);
	const wrong = await bea.post("/opdrachtgevers/nieuw", { id, name: "", mail_domains: "geen domein" });
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Schrijf elk domein op een eigen regel");
	expect(wrong.html).toContain("geen domein");
	expect(
		(
			await bea.post("/opdrachtgevers/nieuw", {
				id,
				name: "Gemeente Aa",
				kind: "municipality",
				mail_domains: "AA.test\n",
				kvk: "",
				city: "Aa",
			})
		).to,
	).toBe(`/opdrachtgevers/${id}`);
	const particulars = {
		id: contact,
		given: "Els",
		infix: "",
		family: "Aarts",
		kind: "caseManager",
		job_title: "",
		phone: "",
		email: "els@elders.test",
	};
	const refused = await bea.post(`/opdrachtgevers/${id}/contactpersonen/nieuw`, particulars);
	expect(refused.status).toBe(422);
	expect(refused.html).toContain("elders.test hoort niet bij deze opdrachtgever");
	const at = `/opdrachtgevers/${id}/contactpersonen/${contact}`;
	expect((await bea.post(`/opdrachtgevers/${id}/contactpersonen/nieuw`, { ...particulars, email: "els@aa.test" })).to).toBe(at);
	expect((await bea.get(at)).html).toContain("Niet bevestigd");
	expect((await bea.post(`${at}/adres-bevestigd`, { on_day: "1", on_month: "11", on_year: "2026" })).status).toBe(303);
	expect((await bea.get(at)).html).toContain("Per telefoon, op 1 november 2026");
	expect((await bea.post(at, { ...particulars, email: "e.aarts@aa.test", row_version: "1" })).status).toBe(303);
	expect((await bea.get(at)).html).toContain("Niet bevestigd");
	expect((await bea.post(`${at}/adres-vragen`, {})).status).toBe(303);
	expect((await bea.get(at)).html).toContain("Bevestiging gevraagd");
	expect((await bea.post(`${at}/vertrokken`, { row_version: "2", replaced_by: "" })).status).toBe(422);
	expect((await bea.post(`${at}/vertrokken`, { row_version: "2", replaced_by: "niemand" })).status).toBe(303);
	expect((await bea.get(at)).html).toContain("Vertrokken op");
	expect((await bea.get(`/opdrachtgevers/${id}/opdrachten/nieuw`)).html).not.toContain("Outplacement");
	const assignment = {
		id: crypto.randomUUID(),
		type: "municipalReintegration",
		reference: "AA-1",
		ordered_on_day: "2",
		ordered_on_month: "11",
		ordered_on_year: "2026",
	};
	expect((await bea.post(`/opdrachtgevers/${id}/opdrachten/nieuw`, assignment)).status).toBe(303);
	expect((await bea.get(`/opdrachtgevers/${id}`)).html).toContain("AA-1");
});

it("R4.2 — a coach reads and does not write; nobody outside comes in; a contact person is not found under another commissioner", async () => {
	const anna = await site.as("anna");
	const { mehmet, sofie } = house.worlds;
	const { html } = await anna.get("/opdrachtgevers");
	expect(html).toContain("Bakkerij De Korenaar");
	expect(html).not.toContain("/opdrachtgevers/nieuw");
	expect((await anna.get(`/opdrachtgevers/${mehmet.commissioner}`)).html).toContain("Petra Peeters");
	expect((await anna.get(`/opdrachtgevers/${mehmet.commissioner}/contactpersonen/${mehmet.contact}`)).status).toBe(403);
	expect(
		(await (await site.as("bea")).get(`/opdrachtgevers/${mehmet.commissioner}/contactpersonen/${sofie.contact}`)).status,
	).toBe(404);
	expect((await (await site.asCandidate("mehmet")).get(`/opdrachtgevers/${mehmet.commissioner}`)).status).toBe(303);
});

it("R9.1 — the link opens a page that does nothing by itself and names nobody", async () => {
	const { status, html } = await site.anyone().get("/bevestig-adres?code=onbekend");
	expect(status).toBe(404);
	expect(html).toContain("Deze link werkt niet meer");
});
