import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed } from "../law/decision.ts";
import { Away } from "../platform/outage.ts";
import type { Page } from "../platform/web/page.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

const typed = { goal: 'Wat ik "net" typte', row_version: "3", password: "geheim" };
const page = (post: Page["post"]): Page[] => [{ path: "/hier", portal: "staff", who: "signedIn", ...(post && { post }) }];

it("R10.1 — a form posted after the session ended does nothing, and what was typed can be sent again; a password is not shown", async () => {
	let did = 0;
	const site = siteOf(
		house,
		page(() => {
			did++;
			return new Response("");
		}),
	);
	const { status, html } = await site.anyone().post("/hier?x=1", typed);
	expect([status, did]).toEqual([401, 0]);
	expect(html).toContain("Je bent niet meer aangemeld");
	expect(html).toContain('name="goal" value="Wat ik &quot;net&quot; typte"');
	expect(html).toContain('action="/hier?x=1"');
	expect(html).not.toContain("geheim");
});

it("R10.1 — a page that broke says so, keeps what was typed, and tells nothing of the error", async () => {
	const anna = await siteOf(
		house,
		page(() => {
			throw new Error("Mehmet Demir");
		}),
	).as("anna");
	const { status, html } = await anna.post("/hier", typed);
	expect(status).toBe(500);
	expect(html).toContain('name="goal"');
	expect(html).not.toContain("Mehmet Demir");
});

it("R10.1 — a part that is away is named in the reader's language, with what was typed, and asks to be tried again soon", async () => {
	const away = page(() => {
		throw new Error("not opened", { cause: new Away("keys", "The key process does not answer") });
	});
	const anna = await siteOf(house, away).as("anna");
	const { status, html } = await anna.post("/hier", typed);
	expect(status).toBe(503);
	expect(html).toContain("De gegevens kunnen even niet open");
	expect(html).toContain('name="goal" value="Wat ik &quot;net&quot; typte"');
	expect(html).not.toContain("geheim");
	const english = await siteOf(house, away, {}).as("anna", { cookie: "__Host-spoor-lang=en", accept: "text/html" });
	expect((await english.post("/hier", typed)).html).toContain("The data cannot be opened for a moment");
	const script = await siteOf(house, away).as("anna", { accept: "application/json" });
	const answer = await script.post("/hier", typed);
	expect([answer.status, JSON.parse(answer.html)]).toEqual([503, { message: "De gegevens kunnen even niet open" }]);
});

it("R1.3 — who may not open a dossier yet is shown the way to what is missing; another refusal has no such way", async () => {
	const refusing = (clause: "R1.3" | "R1.2") =>
		page(() => {
			throw new NotAllowed(clause);
		});
	const at = async (clause: "R1.3" | "R1.2") =>
		(await (await siteOf(house, refusing(clause)).as("anna")).post("/hier", typed)).html;
	expect(await at("R1.3")).toContain('href="/reglement/kennisnemen"');
	expect(await at("R1.2")).not.toContain('href="/reglement/kennisnemen"');
});
