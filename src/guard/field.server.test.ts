import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { recordAssignment } from "../assignments/record.server.ts";
import { addContact } from "../commissioners/contact.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { besideAsRead } from "./as-read.ts";
import { mayStandOnReports } from "./field.server.ts";
import { isJobTitle } from "./job-title.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T09:00:00Z");
});
afterAll(() => house.close());

describe("R8.1 — what stands on every report to a recipient", () => {
	it("R8.1 — holds nothing that needs somebody's consent, nor a number that goes to nobody", () => {
		for (const text of ["INK-2026-001", "4500123456", "WIA 2026/33", "Tweede spoor, order 7"])
			expect(mayStandOnReports(text, "employer", []), text).toMatchObject({ allowed: true });
		for (const [text, clause] of [
			["burn-out dhr. Visser", "R8.1"],
			["2026-17 (4x4 uur belastbaar)", "R8.1"],
			["BSN 111222333", "R4.1"],
			["ex-gedetineerde, ref. 12", "R4.1"],
		] as const)
			expect(mayStandOnReports(text, "employer", []), text).toMatchObject({ allowed: false, because: clause });
		expect(mayStandOnReports("2026-17 (4x4 uur belastbaar)", "uwv", [])).toMatchObject({ allowed: true });
	});

	it("R8.1 — a job title that only says what somebody does is none; what is added to it is read", () => {
		for (const title of ["Casemanager verzuim", "Klantmanager statushouders", "GGZ-consulent", "HR-adviseur", "Hoofd P&O"])
			expect(isJobTitle(title), title).toBe(true);
		for (const title of [
			"HR-adviseur (depressie Mehmet)",
			"Adviseur, zij kent hem van de kliniek",
			"depressie",
			"Adviseur 111222333",
		])
			expect(isJobTitle(title), title).toBe(false);
		expect(
			besideAsRead({ reference: "A1", jobTitles: ["Casemanager verzuim", null, "depressie"], ownView: "Zo zie ik het." }),
		).toBe("A1\ndepressie\nZo zie ik het.");
	});

	it("R8.1 — an assignment's reference with a diagnosis is refused and leaves nothing behind", async () => {
		const { commissioner } = house.worlds.mehmet;
		const record = (reference: string) =>
			recordAssignment(house.as("bea"), {
				...{ id: crypto.randomUUID(), commissioner, type: "secondTrack", reference, orderedOn: "2026-11-02" },
			});
		const count = () => house.rows("select count(*) from app.assignment");
		const before = await count();
		await expect(record("INK-7 depressie")).rejects.toThrow(NotAllowed);
		expect(await count()).toEqual(before);
		await record("INK-7");
		expect(await count()).not.toEqual(before);
	});

	it("R8.1 — a contact person's job title is read in the same way, and what they do for a living is none", async () => {
		const { commissioner } = house.worlds.sofie;
		const all = () => house.rows("select id from app.contact_person order by id");
		const before = await all();
		const add = (title: string) =>
			addContact(house.as("bea"), commissioner, {
				...{ id: crypto.randomUUID(), kind: "contact", phone: null, job_title: title },
				...{ name: { given: "Petra", family: "Peeters" }, email: house.worlds.sofie.contactEmail.replace(/^[^@]+/, "petra") },
			});
		await expect(add("HR, belt over haar burn-out")).rejects.toMatchObject({ clause: "R8.1" });
		expect(await all()).toEqual(before);
		await add("Casemanager verzuim");
		expect(await all()).toHaveLength(before.length + 1);
	});
});
