import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accountOf } from "../../test/accounts.ts";
import { visitor, webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import type { Agency } from "../platform/agency.server.ts";
import type { Page } from "../platform/web/page.ts";
import type { Services } from "../platform/web/services.ts";
import { demoCodesPage } from "./pages/demonstration.tsx";
import { signInPages } from "./pages/sign-in.tsx";
import { totpNow } from "./secrets.ts";

let house: TestHouse;
let folder: string;
let demo: Partial<Services>;
let secret: string;
const home: Page = {
	path: "/",
	portal: "staff",
	who: "signedIn",
	get: ({ by }) => ({ title: "Thuis", body: `hier is ${by.actor.id}` }),
};
const pages = [...signInPages("staff"), ...signInPages("candidate"), demoCodesPage, home];
const agency = (demonstration: boolean) => async () => ({ name: "Bureau Voorbeeld", demonstration }) as Agency;

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	const anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "anna@voorbeeld.test");
	secret = anna.secret;
	folder = mkdtempSync(join(tmpdir(), "spoor-demo-"));
	const person = {
		realm: "staff",
		personId: anna.person,
		name: "Anna de Wit",
		role: "Trajectbegeleider",
		email: anna.email,
		password: anna.password,
		totpSecret: secret,
	};
	writeFileSync(join(folder, "demo-people.json"), JSON.stringify([person]));
	demo = { mode: "demo", agency: agency(true), demoPeople: join(folder, "demo-people.json") };
});
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await house.close();
});

it("R10.1 — in a demonstration on this machine one click signs in, and the codes of the moment are shown", async () => {
	const browser = visitor(webOver(house, pages, demo, () => "127.0.0.1"));
	const form = await browser.get("/aanmelden");
	expect(form.html).toContain("Anna de Wit");
	expect(form.html).toContain(totpNow(secret, house.clock.now()));
	expect((await browser.get("/mijn/aanmelden")).html).not.toContain("Anna de Wit");
	expect((await browser.get("/demo/codes")).html).toContain(totpNow(secret, house.clock.now()));
	const signedIn = await browser.post("/aanmelden/demonstratie", { person: house.ids.anna });
	expect(signedIn.to).toBe("/");
	expect((await browser.get("/")).html).toContain(house.ids.anna);
	expect(
		await house.rows("select 1 from audit.entry where ground = 'demonstration' and actor_id = $1", [house.ids.anna]),
	).toHaveLength(1);
});

it.each<[string, () => Partial<Services>, string]>([
	["an agency's installation", () => ({ ...demo, mode: "agency" as const }), "127.0.0.1"],
	["a test's installation", () => ({ ...demo, mode: "test" as const }), "127.0.0.1"],
	["the database of a real agency", () => ({ ...demo, agency: agency(false) }), "127.0.0.1"],
	["no agency yet", () => ({ ...demo, agency: async () => undefined }), "127.0.0.1"],
	["no file of people", () => ({ ...demo, demoPeople: join(folder, "missing.json") }), "127.0.0.1"],
	["another machine", () => demo, "192.0.2.10"],
	["another machine over IPv6", () => demo, "2001:db8::1"],
])("R10.1 — no one-click sign-in and no codes: %s", async (_, services, network) => {
	const count = async () => (await house.rows("select 1 from auth.session")).length;
	const before = await count();
	const browser = visitor(webOver(house, pages, services(), () => network));
	expect((await browser.get("/aanmelden")).html).not.toContain("Anna de Wit");
	expect((await browser.get("/demo/codes")).status).toBe(404);
	expect((await browser.post("/aanmelden/demonstratie", { person: house.ids.anna })).status).toBe(404);
	expect(await count()).toBe(before);
	expect(browser.cookies.has("__Host-spoor-staff")).toBe(false);
});

it.each(["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"])(
	"R10.1 — no one-click sign-in and no codes behind a proxy on this machine (%s)",
	async (name) => {
		const app = webOver(house, pages, demo, () => "127.0.0.1");
		const ask = (path: string, init: RequestInit = {}) =>
			app.request(`http://spoor.test${path}`, {
				...init,
				headers: { origin: "http://spoor.test", [name]: "198.51.100.7", ...init.headers },
			});
		expect(await (await ask("/aanmelden")).text()).not.toContain("Anna de Wit");
		expect((await ask("/demo/codes")).status).toBe(404);
		const form = { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" } };
		expect((await ask("/aanmelden/demonstratie", { ...form, body: `person=${house.ids.anna}` })).status).toBe(404);
	},
);

it("R10.1 — nor under another name than this house's own", async () => {
	const app = webOver(house, pages, demo, () => "127.0.0.1");
	expect(await (await app.request("http://demo.elders.test/aanmelden")).text()).not.toContain("Anna de Wit");
});

it("R3.b — one click signs a person in to their own portal only, and nobody who is not on the list", async () => {
	const browser = visitor(webOver(house, pages, demo, () => "::1"));
	expect((await browser.post("/mijn/aanmelden/demonstratie", { person: house.ids.anna })).status).toBe(404);
	expect((await browser.post("/aanmelden/demonstratie", { person: house.ids.ada })).status).toBe(404);
});
