import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../../src/platform/web/page.ts";
import { originsOf } from "../../src/platform/web/serve.server.tsx";
import { pages } from "../../src/routes.ts";
import { accountOf } from "../accounts.ts";
import { type Shown, type Visitor, visitor, webOver } from "../browse.ts";
import { at } from "../matrix.ts";
import { type TestHouse, testHouse } from "../people.ts";

// What every answer carries, whoever asks and whatever comes of it. The routes come from the route list itself.
let house: TestHouse;
let app: ReturnType<typeof webOver>;
let staff: Visitor;
let candidate: Visitor;
let stranger: Visitor;

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	app = webOver(house, pages);
	const anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "anna@voorbeeld.test");
	const mehmet = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	stranger = visitor(app);
	staff = visitor(app);
	await staff.post("/aanmelden", { email: anna.email, password: anna.password });
	await staff.post("/aanmelden/code", { code: anna.code() });
	candidate = visitor(app);
	await candidate.post("/mijn/aanmelden", { email: mehmet.email, password: mehmet.password });
	await candidate.post("/mijn/aanmelden/code", { code: mehmet.code() });
}, 120_000);
afterAll(() => house.close());

const whoAt = (page: Page): Visitor => (page.portal === "staff" ? staff : page.portal === "candidate" ? candidate : stranger);
const things = () => ({ candidate: house.worlds.mehmet.candidate, trajectory: house.worlds.mehmet.trajectory });

function isSafe({ headers }: Shown, where: string): void {
	const policy = headers.get("content-security-policy") ?? "";
	for (const part of [
		"default-src 'none'",
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"form-action 'self'",
		"script-src 'nonce-",
		"report-uri /beleidsmeldingen",
	])
		expect(policy, where).toContain(part);
	expect(policy, where).not.toMatch(/unsafe-|https?:|\*/);
	const said = Object.fromEntries(
		[
			"x-content-type-options",
			"x-frame-options",
			"referrer-policy",
			"cross-origin-opener-policy",
			"cross-origin-resource-policy",
		].map((name) => [name, headers.get(name)]),
	);
	expect(said, where).toEqual({
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
		"referrer-policy": "same-origin",
		"cross-origin-opener-policy": "same-origin",
		"cross-origin-resource-policy": "same-origin",
	});
	expect(headers.get("strict-transport-security"), where).toContain("max-age=63072000");
	for (const cookie of headers.getSetCookie())
		expect(cookie, where).toMatch(
			/^__Host-spoor-(passkey-\w+=1; Path=\/; Secure; SameSite=Strict|[\w-]+=.*; Secure; HttpOnly; SameSite=(Lax|Strict))/,
		);
}

const personal = (page: Page) => page.portal === "staff" || page.portal === "candidate";

describe.each(pages.filter((page) => page.path !== "/afmelden" && page.path !== "/mijn/afmelden"))(
	"R10.1 — $portal $path",
	(page) => {
		it("R10.1 — a strict policy, no frames, no sniffing, no referrer elsewhere; nothing personal is kept by a browser", async () => {
			const answers: Shown[] = [];
			if (page.get) answers.push(await whoAt(page).get(at(page.path, things())), await stranger.get(at(page.path, things())));
			if (page.post) answers.push(await stranger.post(at(page.path, things())));
			for (const answer of answers) {
				isSafe(answer, page.path);
				if (personal(page)) expect(answer.headers.get("cache-control"), page.path).toBe("no-store");
			}
		});

		if (page.post) {
			it("R10.1 — a post from another site is refused, also where nobody is signed in", async () => {
				const cookie = [...whoAt(page).cookies].map(([name, value]) => `${name}=${value}`).join("; ");
				const ask = (headers: Record<string, string>) =>
					app.request(`http://spoor.test${at(page.path, things())}`, {
						method: "POST",
						body: "a=1",
						headers: { cookie, "content-type": "application/x-www-form-urlencoded", ...headers },
					});
				for (const origin of ["https://elders.test", "http://spoor.test.elders.test", "https://spoor.test", "null"])
					expect((await ask({ origin, "sec-fetch-site": "cross-site" })).status, origin).toBe(403);
				expect((await ask({})).status).toBe(403);
			});
		}
	},
);

it("R10.1 — the two names of one's own machine are one place, and no other name is", () => {
	expect(originsOf("http://localhost:4700")).toEqual(["http://localhost:4700", "http://127.0.0.1:4700"]);
	expect(originsOf("http://127.0.0.1:4700")).toEqual(["http://127.0.0.1:4700", "http://localhost:4700"]);
	expect(originsOf("https://spoor.bureau.test")).toEqual(["https://spoor.bureau.test"]);
});
