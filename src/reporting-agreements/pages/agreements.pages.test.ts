import { afterAll, beforeAll, expect, it } from "vitest";
import { type Browser, type Fields, siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { candidateAgreement } from "./candidate-agreement.tsx";
import { staffAgreementNew } from "./staff-agreement-new.tsx";
import { staffAgreements, staffSettle, staffTold } from "./staff-agreements.tsx";

let house: TestHouse;
let anna: Browser;
let bram: Browser;
let mehmet: Browser;
let sofie: Browser;
let base: string;
beforeAll(async () => {
	house = await testHouse();
	const site = siteOf(house, [staffAgreements, staffAgreementNew, staffTold, staffSettle, candidateAgreement]);
	anna = await site.as("anna");
	bram = await site.as("bram");
	mehmet = await site.asCandidate("mehmet");
	sofie = await site.asCandidate("sofie");
	const { candidate } = house.worlds.mehmet;
	const field = crypto.randomUUID();
	await house.as("anna").act(candidate, "registration", { action: "update" }, async (tx, seal) => {
		const { value } = await seal("candidate_field", field, candidate, { value: "mehmet@voorbeeld.test" });
		const row = {
			id: field,
			subject_id: candidate,
			assignment_type: "secondTrack",
			field: "email",
			value,
			updated_by: house.ids.anna,
		};
		await tx.insertInto("app.candidate_field").values(row).execute();
	});
	base = `/kandidaten/${house.worlds.mehmet.candidate}/afspraken`;
});
afterAll(() => house.close());

/** What a browser without script would post of the form on this page. */
function fieldsOf(html: string): Record<string, string | string[]> {
	const fields: Record<string, string[]> = {};
	const put = (name: string, value: string) => {
		fields[name] = [...(fields[name] ?? []), value];
	};
	const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
	const main = html.slice(html.indexOf('class="form'));
	for (const [tag] of main.matchAll(/<input [^>]*>/g)) {
		const name = attribute(tag, "name");
		const ticks = /type="(checkbox|radio)"/.test(tag);
		if (name && (!ticks || / checked/.test(tag))) put(name, attribute(tag, "value") ?? "");
	}
	for (const [select] of main.matchAll(/<select [\s\S]*?<\/select>/g)) {
		put(attribute(select, "name") ?? "", attribute(/<option [^>]*selected[^>]*>/.exec(select)?.[0] ?? "", "value") ?? "");
	}
	return Object.fromEntries(
		Object.entries(fields).map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? "")]),
	);
}

const latest = async () =>
	(
		await house.rows<{ id: string }>(
			"select id from app.reporting_agreement where trajectory_id = $1 order by version desc limit 1",
			[house.worlds.mehmet.trajectory],
		)
	)[0]?.id as string;

it("R6.1 — a first agreement starts from what such an assignment usually reports, and what may not go cannot be ticked", async () => {
	expect((await anna.get(base)).html).toContain("Er is nog geen rapportageafspraak.");
	const { html } = await anna.get(`${base}/nieuw`);
	const fields = fieldsOf(html);
	expect([fields.l0_when, fields.l0_n, fields.l1_when, fields.l1_n, fields.l2_when]).toEqual([
		"afterDays",
		"28",
		"everyMonths",
		"2",
		"atEnd",
	]);
	expect(fields.l0_contact).toBe(house.worlds.mehmet.contact);
	for (const category of ["illness", "testScores"]) expect(html).not.toContain(`value="${category}"`);
	expect(html).toContain("Aard, oorzaak of behandeling van ziekte");
	expect(html).toContain("Gaat nooit naar deze ontvanger (werkgever), ook niet met toestemming.");
	expect(html).toContain('href="/reglement#R8.1"');
});

it("R6.1 — one more line keeps all that was filled in, without script and without keeping anything", async () => {
	const fields: Fields = {
		...fieldsOf((await anna.get(`${base}/nieuw`)).html),
		l1_n: "5",
		l1_categories: ["attendance"],
		l2_first_day: "31",
		do: "add",
	};
	const again = await anna.post(`${base}/nieuw`, fields);
	expect(again.status).toBe(200);
	const kept = fieldsOf(again.html);
	expect([kept.line, kept.l1_n, kept.l1_categories, kept.l2_first_day, kept.request_id]).toEqual([
		["l0", "l1", "l2", "l3"],
		"5",
		"attendance",
		"31",
		fields.request_id,
	]);
	expect(await latest()).toBeUndefined();
});

it("R6.1 — what is wrong is said at its field, what was typed stays, and nothing is kept", async () => {
	const fields: Fields = {
		...fieldsOf((await anna.get(`${base}/nieuw`)).html),
		l1_n: "99",
		nobody: "ja",
		l2_first_day: "31",
		l2_first_month: "2",
		l2_first_year: "2027",
		l0_contact: "",
	};
	const again = await anna.post(`${base}/nieuw`, fields);
	expect(again.status).toBe(422);
	for (const field of ["l0_contact", "l1_n", "l2_first"]) expect(again.html).toContain(`href="#${field}"`);
	expect(fieldsOf(again.html).l1_n).toBe("99");
	const refused = await anna.post(`${base}/nieuw`, {
		...fieldsOf((await anna.get(`${base}/nieuw`)).html),
		l0_categories: ["illness"],
	});
	expect(refused.status).toBe(403);
	expect(refused.html).toContain("/reglement#R8.1");
	expect(await latest()).toBeUndefined();
});

it("R6.1 — made, told of in the portal, changed, told of in a conversation", async () => {
	const made = await anna.post(`${base}/nieuw`, fieldsOf((await anna.get(`${base}/nieuw`)).html));
	expect(made.status).toBe(303);
	expect(await house.rows("select kind, state from app.dispatch where subject_id = $1", [house.worlds.mehmet.candidate])).toEqual(
		[{ kind: "agreementWaits", state: "queued" }],
	);
	const page = (await anna.get(base)).html;
	expect(page).toContain(
		"Petra Peeters (Bakkerij De Korenaar) krijgt elke 2 maanden een schriftelijk voortgangsverslag over aanwezigheid, activiteiten en voortgang",
	);
	expect(page).toContain("Nog niet over deze versie.");

	const first = await latest();
	const seen = await mehmet.get(`/mijn/afspraken/${first}`);
	expect(seen.html).toContain("U geeft er geen toestemming mee");
	expect(seen.html).toContain("U leest dit eerst. Het gaat pas weg als u akkoord geeft.");
	expect((await mehmet.post(`/mijn/afspraken/${first}`, { do: "read", request_id: crypto.randomUUID() })).status).toBe(303);
	expect((await anna.get(base)).html).toContain("Gelezen in het portaal");

	const fields = fieldsOf((await anna.get(`${base}/nieuw`)).html);
	expect((await anna.post(`${base}/nieuw`, fields)).status).toBe(403); // nothing changed
	expect(
		(await anna.post(`${base}/nieuw`, { ...fieldsOf((await anna.get(`${base}/nieuw`)).html), l1_n: "3", l2_gone: "ja" })).status,
	).toBe(303);
	const second = (await anna.get(base)).html;
	expect(second).toMatch(/<del>[\s\S]*2[\s\S]*<\/del>[\s\S]*<ins>[\s\S]*3[\s\S]*<\/ins>/);
	expect(second).toContain("Nog niet over deze versie.");
	expect((await mehmet.get(`/mijn/afspraken/${first}`)).html).toContain("Er is een nieuwere afspraak.");

	const now = await latest();
	const told = {
		agreement: now,
		how: "phone",
		on_day: "1",
		on_month: "11",
		on_year: "2026",
		note: "Besproken.",
		request_id: crypto.randomUUID(),
	};
	expect((await anna.post(`${base}/geinformeerd`, { ...told, on_year: "2036" })).status).toBe(403);
	expect((await anna.post(`${base}/geinformeerd`, { ...told, how: "" })).status).toBe(422);
	const today = new Date(Date.now());
	const parts = { on_day: String(today.getDate()), on_month: String(today.getMonth() + 1), on_year: String(today.getFullYear()) };
	expect((await anna.post(`${base}/geinformeerd`, { ...told, ...parts })).status).toBe(303);
	expect((await anna.get(base)).html).toContain("Verteld aan de telefoon");
	expect((await mehmet.get(`/mijn/afspraken/${now}`)).html).toContain("Uw begeleider heeft u dit verteld");
});

it("R6.1 — a question goes to the coach, who answers it", async () => {
	const now = await latest();
	const here = `/mijn/afspraken/${now}`;
	expect((await mehmet.post(`${here}?vraag`, { do: "ask", question: " ", request_id: crypto.randomUUID() })).status).toBe(422);
	expect(
		(await mehmet.post(`${here}?vraag`, { do: "ask", question: "Wie leest dit?", request_id: crypto.randomUUID() })).status,
	).toBe(303);
	expect((await mehmet.get(here)).html).toContain("Wie leest dit?");
	const page = (await anna.get(base)).html;
	expect(page).toContain("Wie leest dit?");
	const [row] = await house.rows<{ id: string }>("select id from app.agreement_question where settled_at is null");
	expect((await anna.post(`${base}/vraag`, { question: row?.id ?? "", trajectory: house.worlds.mehmet.trajectory })).status).toBe(
		303,
	);
	expect((await anna.get(base)).html).not.toContain("Wie leest dit?");
});

it("R1.2 — another coach and another candidate find nothing there, as if it did not exist", async () => {
	const now = await latest();
	for (const path of [base, `${base}/nieuw`]) expect((await bram.get(path)).status).toBe(404);
	expect(
		(
			await bram.post(`${base}/geinformeerd`, {
				agreement: now,
				how: "phone",
				on_day: "1",
				on_month: "11",
				on_year: "2026",
				request_id: crypto.randomUUID(),
			})
		).status,
	).toBe(404);
	expect((await sofie.get(`/mijn/afspraken/${now}`)).status).toBe(404);
	expect((await sofie.post(`/mijn/afspraken/${now}`, { do: "read", request_id: crypto.randomUUID() })).status).toBe(404);
});
