import { afterAll, beforeAll, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../test/accounts.ts";
import { visitor, webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import type { Page } from "../platform/web/page.ts";
import { signInPages } from "./pages/sign-in.tsx";

let house: TestHouse;
let anna: TestAccount;
let mehmet: TestAccount;
let app: ReturnType<typeof webOver>;
let network = "203.0.113.7";

const home = (portal: "staff" | "candidate", path: string): Page => ({
	path,
	portal,
	who: "signedIn",
	get: ({ by }) => ({ title: "Thuis", body: `hier is ${by.actor.id}` }),
});

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "Anna@voorbeeld.test");
	mehmet = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	const pages = [
		...signInPages("staff"),
		...signInPages("candidate"),
		home("staff", "/"),
		home("candidate", "/mijn"),
		home("staff", "/kandidaten"),
	];
	app = webOver(house, pages, {}, () => network);
});
afterAll(() => house.close());

const sessions = () =>
	house.rows<{ id: string; realm: string; proven: boolean; ended: boolean }>(
		"select id, realm, second_factor_at is not null proven, ended_at is not null ended from auth.session order by created_at, id",
	);
const refusals = async () =>
	(await house.rows("select 1 from audit.entry where outcome = 'refused' and action = 'signIn'")).length;

it("R10.1 — a member of staff signs in with password and code, comes back where they were, and signs out", async () => {
	const browser = visitor(app);
	const sent = await browser.get("/kandidaten");
	expect(sent.to).toBe("/aanmelden?naar=%2Fkandidaten");
	const form = await browser.get(sent.to ?? "");
	expect(form.html).toContain('autocomplete="current-password"');
	const half = await browser.post("/aanmelden", { email: " anna@VOORBEELD.test ", password: anna.password, naar: "/kandidaten" });
	expect(half.to).toBe("/aanmelden/code?naar=%2Fkandidaten");
	const halfToken = browser.cookies.get("__Host-spoor-staff");
	expect((await browser.get("/kandidaten")).to).toContain("/aanmelden"); // half is not signed in
	expect((await browser.get(half.to ?? "")).html).toContain('autocomplete="one-time-code"');
	const whole = await browser.post("/aanmelden/code", { code: anna.code(), naar: "/kandidaten" });
	expect(whole.to).toBe("/kandidaten");
	expect(whole.headers.getSetCookie()[0]).toMatch(/^__Host-spoor-staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
	expect(browser.cookies.get("__Host-spoor-staff")).not.toBe(halfToken);
	expect((await browser.get("/kandidaten")).html).toContain(`hier is ${anna.person}`);
	const thief = visitor(app);
	thief.cookies.set("__Host-spoor-staff", halfToken ?? "");
	expect((await thief.get("/kandidaten")).status).toBe(303);
	const token = browser.cookies.get("__Host-spoor-staff") ?? "";
	const out = await browser.post("/afmelden");
	expect(out.to).toBe("/aanmelden");
	expect(out.headers.get("clear-site-data")).toBe('"cache", "storage"');
	expect(browser.cookies.has("__Host-spoor-staff")).toBe(false);
	thief.cookies.set("__Host-spoor-staff", token);
	expect((await thief.get("/kandidaten")).status).toBe(303);
	expect(
		(
			await house.rows("select action from audit.entry where actor_id = $1 and outcome = 'allowed' order by at", [anna.person])
		).map((row) => row.action),
	).toEqual(expect.arrayContaining(["signInPassword", "signIn", "signOut"]));
});

it("R10.1 — a wrong password and an unknown address get the same answer, and neither leaves a session", async () => {
	const before = await sessions();
	const logged = await refusals();
	const strip = (text: string) =>
		text.replace(/nonce="[^"]*"|name="(csp-nonce|request_id)"( content| value)="[^"]*"|value="[^"]*"|content="[^"]*"/g, "");
	const wrong = await visitor(app).post("/aanmelden", { email: "anna@voorbeeld.test", password: "niet dit wachtwoord" });
	const unknown = await visitor(app).post("/aanmelden", { email: "niemand@voorbeeld.test", password: "niet dit wachtwoord" });
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Het e-mailadres of het wachtwoord klopt niet.");
	expect([unknown.status, strip(unknown.html)]).toEqual([wrong.status, strip(wrong.html)]);
	expect(await sessions()).toEqual(before);
	expect(await refusals()).toBe(logged + 2);
});

it("R3.b — a staff account is nothing in the portal, and a candidate's is nothing to the staff", async () => {
	const before = await sessions();
	expect((await visitor(app).post("/mijn/aanmelden", { email: anna.email, password: anna.password })).status).toBe(422);
	expect((await visitor(app).post("/aanmelden", { email: mehmet.email, password: mehmet.password })).status).toBe(422);
	expect(await sessions()).toEqual(before);
	const browser = visitor(app);
	await browser.post("/mijn/aanmelden", { email: mehmet.email, password: mehmet.password });
	expect((await browser.post("/mijn/aanmelden/code", { code: mehmet.code() })).to).toBe("/mijn");
	expect((await browser.get("/mijn")).html).toContain(mehmet.person);
	browser.cookies.set("__Host-spoor-staff", browser.cookies.get("__Host-spoor-candidate") ?? "");
	expect((await browser.get("/")).to).toContain("/aanmelden");
});

it("R10.1 — a code counts once, a wrong one not at all", async () => {
	const code = anna.code();
	const first = visitor(app);
	await first.post("/aanmelden", { email: anna.email, password: anna.password });
	expect((await first.post("/aanmelden/code", { code })).status).toBe(303);
	const again = visitor(app);
	await again.post("/aanmelden", { email: anna.email, password: anna.password });
	const before = await sessions();
	const reused = await again.post("/aanmelden/code", { code });
	expect(reused.status).toBe(422);
	expect(reused.html).toContain("is al gebruikt");
	expect((await again.post("/aanmelden/code", { code: code === "000000" ? "000001" : "000000" })).status).toBe(422);
	expect(await sessions()).toEqual(before);
	expect((await again.get("/")).status).toBe(303);
});

it("R10.1 — a recovery code signs in once, however it is typed", async () => {
	const [code = ""] = anna.recoveryCodes;
	const signIn = async (typed: string) => {
		const browser = visitor(app);
		await browser.post("/aanmelden", { email: anna.email, password: anna.password });
		return browser.post("/aanmelden/code?herstel=", { code: typed });
	};
	expect((await signIn(code.toLowerCase().replaceAll("-", " "))).to).toBe("/");
	expect((await signIn(code)).status).toBe(422);
});

it("R10.1 — guessing is slowed down for stranger and network alike, and not for the browser that was here before", async () => {
	const owner = visitor(app);
	await owner.post("/aanmelden", { email: anna.email, password: anna.password });
	await owner.post("/aanmelden/code", { code: anna.code() });
	network = "198.51.100.9";
	const stranger = visitor(app);
	const guess = () => stranger.post("/aanmelden", { email: anna.email, password: "geraden wachtwoord" });
	for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(422);
	const waits = await guess();
	expect(waits.status).toBe(429);
	expect(waits.html).toMatch(/Over \d seconden kan het weer/);
	// even the right password waits: whether it was right must not show
	expect((await stranger.post("/aanmelden", { email: anna.email, password: anna.password })).status).toBe(429);
	expect((await owner.post("/aanmelden", { email: anna.email, password: anna.password })).status).toBe(303);
	await house.rows("update auth.attempt set at = at - interval '10 seconds'");
	expect((await stranger.post("/aanmelden", { email: anna.email, password: anna.password })).status).toBe(303);
	network = "203.0.113.7";
});

it("R10.1 — guesses made at the same moment are counted before they are judged", async () => {
	network = "198.51.100.77";
	const tries = await Promise.all(
		Array.from({ length: 12 }, () =>
			visitor(app).post("/mijn/aanmelden", { email: "samen@voorbeeld.test", password: "geraden wachtwoord" }),
		),
	);
	expect(tries.filter((one) => one.status === 422)).toHaveLength(5);
	expect(tries.filter((one) => one.status === 429)).toHaveLength(7);
	network = "203.0.113.7";
});

it("R10.1 — codes are slowed down for the person, from whatever session", async () => {
	const guess = async () => {
		const browser = visitor(app);
		await browser.post("/mijn/aanmelden", { email: mehmet.email, password: mehmet.password });
		return browser.post("/mijn/aanmelden/code", { code: "000000" });
	};
	for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(422);
	expect((await guess()).status).toBe(429);
});

it("R10.1 — a network or an account that strangers hammer keeps no owner out: not by password, code or passkey", async () => {
	await house.rows("delete from auth.attempt");
	const owner = visitor(app);
	await owner.post("/aanmelden", { email: anna.email, password: anna.password });
	await owner.post("/aanmelden/code", { code: anna.code() });
	network = "198.51.100.200";
	for (let n = 0; n < 6; n++) {
		const thief = visitor(app); // knows the password, and guesses the code
		await thief.post("/aanmelden", { email: anna.email, password: anna.password });
		await thief.post("/aanmelden/code", { code: "000000" });
	}
	const [token] = await house.keys.tokens([{ kind: "attempt", value: `network/${network}` }]);
	await house.rows(
		"insert into auth.attempt (id, realm, about) select gen_random_uuid(), 'staff', $1 from generate_series(1, 60)",
		[token],
	);
	expect((await visitor(app).post("/aanmelden", { email: "wie@voorbeeld.test", password: "maakt niet uit" })).status).toBe(429);
	expect((await owner.post("/aanmelden", { email: anna.email, password: anna.password })).status).toBe(303);
	expect((await owner.post("/aanmelden/code", { code: anna.code() })).to).toBe("/");
	network = "203.0.113.7";
});

it("R10.1 — one returns to a page of this site only", async () => {
	const browser = visitor(app);
	for (const naar of ["https://elders.test/", "//elders.test", "/\\elders.test", "/mijn"]) {
		expect((await browser.post("/aanmelden", { email: anna.email, password: anna.password, naar })).to).toBe("/aanmelden/code");
	}
});
