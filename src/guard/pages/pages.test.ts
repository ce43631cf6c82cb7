import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { pages } from "../../routes.ts";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, pages);
});
afterAll(() => house.close());

const view = JSON.stringify({ facts: { to: "employer", kind: "brief", agreed: ["progress"], consented: [] } });
const kept = () => house.rows("select (select count(*) from app.set_aside) s, (select count(*) from app.note_version) n");

it("R7.2 — what is typed is read and marked, with what must happen and the clause, and nothing of it is kept", async () => {
	const anna = await site.as("anna");
	const before = await kept();
	const { status, html } = await anna.post("/meelezer/lees", { text: "Hij heeft <b>een hernia</b> & pijn.", view });
	expect(status).toBe(200);
	expect(html).toContain("<mark>hernia</mark>");
	expect(html).toContain("Moet eruit");
	expect(html).toContain("R8.1");
	expect(html).not.toContain("<b>een");
	expect(await kept()).toEqual(before);
	expect(await house.rows("select 1 from audit.entry where object_type = 'report' and actor_id = $1", [house.ids.anna])).toEqual(
		[],
	);
});

it("R8.1 — a content is read as it will be printed, its title and a text without marks as they were typed", async () => {
	const anna = await site.as("anna");
	const text = "Plan\nHij heeft een de**pres**sie gehad.";
	const read = async (content: boolean) =>
		(await anna.post("/meelezer/lees", { text, view: JSON.stringify({ ...JSON.parse(view), content }) })).html;
	expect(await read(true)).toContain("Hij heeft een <mark>depressie</mark> gehad.");
	expect(await read(false)).not.toContain("<mark>");
});

it("R7.2 — a view that is none, or an address that is no report's, is refused", async () => {
	const anna = await site.as("anna");
	expect((await anna.post("/meelezer/lees", { text: "x", view: "{" })).status).toBe(422);
	const elsewhere = JSON.stringify({ action: "https://elsewhere.example/" });
	expect((await anna.post("/meelezer/lees", { text: "x", view: elsewhere })).status).toBe(422);
});

it("R8.1 — the help never says that a text is safe", async () => {
	const { html } = await (await site.as("anna")).get("/hulp/meelezer");
	expect(html).toContain("Vindt hij niets, dan zegt dat niet dat de tekst weg mag.");
	expect(html.replace(/<[^>]+>/g, " ")).not.toMatch(/veilig|\bsafe\b/i);
});
