import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { candidatesPage } from "./staff-candidates.tsx";
import { dataPage } from "./staff-data.tsx";
import { registerPage } from "./staff-register.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, [candidatesPage, registerPage, dataPage]);
});
afterAll(() => house.close());

const fields = (changes: Record<string, string> = {}) => ({
	candidate: crypto.randomUUID(),
	trajectory: crypto.randomUUID(),
	new_assignment: crypto.randomUUID(),
	request_id: crypto.randomUUID(),
	givenName: "Iris",
	infix: "",
	familyName: "de Groot",
	initials: "",
	language: "nl",
	email: "",
	phone: "",
	source: "candidate",
	assignment: house.worlds.mehmet.assignment,
	ordered_on_day: "",
	ordered_on_month: "",
	ordered_on_year: "",
	...changes,
});

it("R3.a — the caseload shows a coach their own candidates only, and nobody else's in any filter or order", async () => {
	const anna = await site.as("anna");
	for (const query of ["", "?stand=started", "?sort=-begeleider", "?sort=sinds"]) {
		const { status, html } = await anna.get(`/kandidaten${query}`);
		expect(status).toBe(200);
		expect(html).toContain("Mehmet Demir");
		expect(html).not.toContain("Sofie");
	}
	expect((await anna.get("/kandidaten?stand=closed")).html).toContain("Niets in deze stand");
	const { html } = await (await site.as("carla")).get("/kandidaten");
	expect(html).toMatch(/Mehmet[\s\S]*Sofie/);
	expect(html).not.toContain("/kandidaten/nieuw");
});

it("R2.1 — the form asks what the type declares and nothing else", async () => {
	const anna = await site.as("anna");
	expect((await anna.get("/kandidaten/nieuw")).html).toContain("Re-integratie tweede spoor");
	const second = (await anna.get("/kandidaten/nieuw?soort=secondTrack")).html;
	expect(second).toContain('name="birthDate_day"');
	expect(second).toContain("Bakkerij De Korenaar");
	expect(second).toContain("Inschrijven is geen toestemming");
	const coaching = (await anna.get("/kandidaten/nieuw?soort=selfPayCoaching")).html;
	expect(coaching).not.toContain('name="birthDate_day"');
	expect(coaching).not.toContain('name="assignment"');
});

it("R3.a — a coach registers with the form; a wrong one comes back with what was typed", async () => {
	const anna = await site.as("anna");
	const wrong = await anna.post(
		"/kandidaten/nieuw?soort=secondTrack",
		fields({ familyName: "", email: "a@b.nl, c@d.nl", birthDate_day: "31", birthDate_month: "2", birthDate_year: "1980" }),
	);
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Vul de achternaam in.");
	expect(wrong.html).toContain("Vul één e-mailadres in");
	expect(wrong.html).toContain("Deze datum bestaat niet.");
	expect(wrong.html).toContain('value="Iris"');
	const sent = fields({ birthDate_day: "3", birthDate_month: "4", birthDate_year: "1980" });
	const right = await anna.post("/kandidaten/nieuw?soort=secondTrack", sent);
	expect(right).toMatchObject({ status: 303, to: `/kandidaten/${sent.candidate}/gegevens` });
	expect((await anna.get("/kandidaten")).html).toContain("Iris de Groot");
	const alike = await anna.post("/kandidaten/nieuw?soort=secondTrack", fields());
	expect(alike.status).toBe(403);
	expect(alike.html).toContain("Mogelijk dubbel");
	expect((await anna.post("/kandidaten/nieuw?soort=secondTrack", fields({ looked: "ja" }))).status).toBe(303);
});

it("R2.1 — a field that was not asked is refused with its clause", async () => {
	const anna = await site.as("anna");
	const { status, html } = await anna.post("/kandidaten/nieuw?soort=secondTrack", {
		...fields({ familyName: "Extra" }),
		bsn: "123456782",
	});
	expect(status).toBe(403);
	expect(html).toContain("/reglement#R2.1");
});

it("R3.a — a new assignment needs its commissioner and day, and is recorded with the registration", async () => {
	const bea = await site.as("bea");
	const missing = await bea.post("/kandidaten/nieuw?soort=secondTrack", fields({ familyName: "Vers", assignment: "nieuw" }));
	expect(missing.html).toContain("Kies een opdrachtgever.");
	const sent = fields({
		familyName: "Vers",
		assignment: "nieuw",
		commissioner: house.worlds.sofie.commissioner,
		ordered_on_day: "1",
		ordered_on_month: "10",
		ordered_on_year: "2026",
		coach: house.ids.bram,
	});
	expect((await bea.post("/kandidaten/nieuw?soort=secondTrack", sent)).status).toBe(303);
	expect((await (await site.as("bram")).get("/kandidaten")).html).toContain("Iris Vers");
});

it("R3.a — who may not register gets no form", async () => {
	expect((await (await site.as("carla")).get("/kandidaten/nieuw")).status).toBe(403);
	expect((await site.anyone().get("/kandidaten/nieuw")).status).toBe(303);
});

it("R1.2 — a date of birth that is held is covered until somebody asks for it, and is kept by who saves something else", async () => {
	const anna = await site.as("anna");
	const sent = fields({ givenName: "Noor", birthDate_day: "3", birthDate_month: "4", birthDate_year: "1981" });
	await anna.post("/kandidaten/nieuw?soort=secondTrack", sent);
	const { html } = await anna.get(`/kandidaten/${sent.candidate}/gegevens`);
	expect(html).toContain("Geboortedatum: •• •• 1981");
	const within = /<details class="more">(?:(?!<\/details>)[\s\S])*name="birthDate_day"(?:(?!<\/details>)[\s\S])*<\/details>/;
	expect(html).toMatch(within);
	expect(html.replace(within, "")).not.toContain("birthDate");
	// A wrong one comes back in sight.
	const version = /name="row_version" value="(\d+)"/.exec(html)?.[1] ?? "";
	const wrong = await anna.post(`/kandidaten/${sent.candidate}/gegevens`, {
		...{ ...sent, birthDate_month: "13", row_version: version },
	});
	expect(wrong.status).toBe(422);
	expect(wrong.html).not.toMatch(within);
});
