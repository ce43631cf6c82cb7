import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { signInPages } from "../accounts/pages/sign-in.tsx";

let house: TestHouse;
let app: ReturnType<typeof webOver>;
beforeAll(async () => {
	house = await testHouse();
	app = webOver(house, [...signInPages("staff"), ...signInPages("candidate")]);
});
afterAll(() => house.close());

const old = "Mozilla/5.0 (iPhone; CPU iPhone OS 14_4 like Mac OS X) Version/14.0 Mobile Safari/604.1";
const ask = async (path: string, headers: Record<string, string>, method = "GET") => {
	const answer = await app.request(`http://spoor.test${path}`, {
		method,
		headers,
		...(method === "POST" && { body: "email=a" }),
	});
	return { status: answer.status, html: await answer.text() };
};

it.each(["/aanmelden", "/mijn/aanmelden"])("R10.1 — %s warns an old browser, in both languages, and lets it on", async (path) => {
	const said = "Deze browser is te oud om goed te beschermen";
	const nl = await ask(path, { "user-agent": old });
	expect([nl.status, nl.html.includes(said), nl.html.includes('name="password"')]).toEqual([200, true, true]);
	const en = await ask(path, { "user-agent": old, cookie: "__Host-spoor-lang=en" });
	expect(en.html).toContain("This browser is too old to protect well");
	expect((await ask(path, { "user-agent": old, "sec-fetch-site": "none" })).html).not.toContain(said);
	expect((await ask(path, { "user-agent": "curl/8" })).html).not.toContain(said);
});

it("R10.1 — a post that does not say where it comes from is refused, whatever the browser", async () => {
	const form = { "content-type": "application/x-www-form-urlencoded", "user-agent": old };
	expect((await ask("/aanmelden", form, "POST")).status).toBe(403);
	expect((await ask("/aanmelden", { ...form, origin: "http://spoor.test" }, "POST")).status).toBe(422);
});

it("R10.1 — what is written down is what is sent: each header and policy of the list stands on the answer", async () => {
	const doc = readFileSync(join(import.meta.dirname, "../../docs/BROWSERS.md"), "utf8");
	const { headers } = await app.request("http://spoor.test/aanmelden", { headers: { "user-agent": old } });
	const policy = headers.get("content-security-policy") ?? "";
	for (const [named, sent] of [
		["HSTS", headers.get("strict-transport-security")],
		["Cross-Origin-Opener-Policy", headers.get("cross-origin-opener-policy")],
		["Cross-Origin-Resource-Policy", headers.get("cross-origin-resource-policy")],
		["nonces and strict-dynamic", /'nonce-[^']+' 'strict-dynamic'/.exec(policy)?.[0]],
		["frame-ancestors", /frame-ancestors 'none'/.exec(policy)?.[0]],
		["X-Frame-Options", headers.get("x-frame-options")],
	] as const) {
		expect(doc, named).toContain(named);
		expect(sent, named).toBeTruthy();
	}
});
