import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../test/accounts.ts";
import { type Visitor, visitor, webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import type { Acting } from "../platform/db.server.ts";
import { checkFreshFactor } from "./factor.server.ts";
import { accountPages } from "./pages/account.tsx";
import { signInPages } from "./pages/sign-in.tsx";

let house: TestHouse;
let anna: TestAccount;
let mehmet: TestAccount;
let app: ReturnType<typeof webOver>;

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "anna@voorbeeld.test");
	mehmet = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	app = webOver(
		house,
		(["staff", "candidate"] as const).flatMap((realm) => [...signInPages(realm), ...accountPages(realm)]),
	);
});
afterAll(() => house.close());
beforeEach(() => house.rows("delete from auth.attempt"));

async function signedIn(account: TestAccount, device?: string): Promise<Visitor> {
	const root = account.realm === "candidate" ? "/mijn" : "";
	const browser = visitor(app, device);
	await browser.post(`${root}/aanmelden`, { email: account.email, password: account.password });
	expect((await browser.post(`${root}/aanmelden/code`, { code: account.code() })).status).toBe(303);
	return browser;
}

const newest = async (person: string): Promise<Acting> => {
	const [session] = await house.rows(
		"select id from auth.session where person_id = $1 and ended_at is null order by created_at desc limit 1",
		[person],
	);
	return house.door.as({
		kind: person === anna.person ? "staff" : "candidate",
		id: person,
		roles: [],
		sessionId: session?.id,
		secondFactorAt: house.clock.now(),
	});
};

it("R10.1 — one sees one's own devices, ends one, ends all others, and each is out at its next request", async () => {
	const laptop = await signedIn(anna);
	const phone = await signedIn(anna, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1");
	const tablet = await signedIn(anna);
	const page = await laptop.get("/account");
	expect(page.html).toContain("Safari, iPhone");
	expect(page.html).toContain("Dit apparaat");
	const [session] = [...page.html.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map((match) => match[1]);
	expect((await laptop.post("/account/sessies", { session: session ?? "" })).to).toBe("/account");
	expect([(await phone.get("/account")).status, (await tablet.get("/account")).status].sort()).toEqual([200, 303]);
	await laptop.post("/account/sessies", { session: "others" });
	expect([
		(await laptop.get("/account")).status,
		(await phone.get("/account")).status,
		(await tablet.get("/account")).status,
	]).toEqual([200, 303, 303]);
});

it("R1.2 — another's session cannot be ended", async () => {
	const candidate = await signedIn(mehmet);
	const coach = await signedIn(anna);
	const [session] = await house.rows("select id from auth.session where person_id = $1 and ended_at is null", [mehmet.person]);
	expect((await coach.post("/account/sessies", { session: session?.id })).status).toBe(404);
	expect((await candidate.get("/mijn/account")).status).toBe(200);
});

it("R10.1 — the password changes with the old one and a fresh code, and other devices are signed out", async () => {
	const browser = await signedIn(mehmet);
	const other = await signedIn(mehmet);
	const next = "mijn fiets staat in de schuur";
	const hash = async () =>
		(await house.rows("select password_hash from auth.account where person_id = $1", [mehmet.person]))[0]?.password_hash;
	const before = await hash();
	const change = (fields: Record<string, string>) =>
		browser.post("/mijn/account/wachtwoord", { password: mehmet.password, new_password: next, code: mehmet.code(), ...fields });
	expect((await change({ password: "niet het oude" })).html).toContain("Het huidige wachtwoord klopt niet");
	expect((await change({ code: "000000" })).status).toBe(422);
	expect((await change({ new_password: "wachtwoord" })).html).toContain("veelgebruikte wachtwoorden");
	expect(await hash()).toBe(before);
	expect((await other.get("/mijn/account")).status).toBe(200);
	expect((await change({})).to).toBe("/mijn/account");
	expect(await hash()).not.toBe(before);
	expect((await other.get("/mijn/account")).status).toBe(303);
	expect((await browser.get("/mijn/account")).status).toBe(200);
	mehmet.password = next;
	await signedIn(mehmet);
});

it("R10.1 — new recovery codes ask a fresh code and end the old ones", async () => {
	const browser = await signedIn(anna);
	const inForce = () =>
		house.rows("select code_hash from auth.recovery_code where person_id = $1 and ended_at is null and used_at is null", [
			anna.person,
		]);
	const before = await inForce();
	expect((await browser.post("/account/herstelcodes", { code: "000000" })).status).toBe(422);
	expect(await inForce()).toEqual(before);
	const made = await browser.post("/account/herstelcodes", { code: anna.code() });
	expect(made.html.match(/<code>[0-9A-Z-]{29}<\/code>/g)).toHaveLength(10);
	expect(await inForce()).toHaveLength(10);
	const again = visitor(app);
	await again.post("/aanmelden", { email: anna.email, password: anna.password });
	expect((await again.post("/aanmelden/code", { code: anna.recoveryCodes[0] ?? "" })).status).toBe(422);
	expect((await browser.get("/account")).html).toContain("Je hebt nog 10 codes over.");
});

it("R7.1 — a fresh factor is shown with a code that was not used before, and the session remembers when", async () => {
	await signedIn(mehmet);
	const by = await newest(mehmet.person);
	const shown = async () =>
		(await house.rows("select second_factor_at from auth.session where id = $1", [by.actor.sessionId]))[0]
			?.second_factor_at as Date;
	const first = await shown();
	const code = mehmet.code();
	await checkFreshFactor(by, code);
	const second = await shown();
	expect(second.getTime()).toBeGreaterThan(first.getTime());
	await expect(checkFreshFactor(by, code)).rejects.toMatchObject({ errors: { code: expect.anything() } });
	await expect(checkFreshFactor(by, "")).rejects.toMatchObject({ errors: { code: expect.anything() } });
	await expect(checkFreshFactor(by, anna.code())).rejects.toMatchObject({ errors: { code: expect.anything() } });
	expect(await shown()).toEqual(second);
	await checkFreshFactor(by, mehmet.recoveryCodes[0] ?? "");
	await expect(checkFreshFactor(by, mehmet.recoveryCodes[0] ?? "")).rejects.toMatchObject({
		errors: { code: expect.anything() },
	});
	await expect(checkFreshFactor(by, anna.recoveryCodes[1] ?? "")).rejects.toMatchObject({ errors: { code: expect.anything() } });
	expect(
		await house.rows("select 1 from audit.entry where action = 'proveFactor' and outcome = 'refused' and actor_id = $1", [
			mehmet.person,
		]),
	).toHaveLength(5);
});

it("R7.1 — the same code given twice at the same moment counts once", async () => {
	await signedIn(anna);
	const by = await newest(anna.person);
	const code = anna.code();
	const both = await Promise.allSettled([checkFreshFactor(by, code), checkFreshFactor(by, code), checkFreshFactor(by, code)]);
	expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

it("R10.1 — after five wrong codes the next must wait, also the right one", async () => {
	await signedIn(anna);
	const by = await newest(anna.person);
	for (let n = 0; n < 5; n++)
		await expect(checkFreshFactor(by, "000000")).rejects.toMatchObject({ errors: { code: expect.anything() } });
	await expect(checkFreshFactor(by, anna.code())).rejects.toMatchObject({
		errors: { code: { nl: expect.stringContaining("te veel pogingen") } },
	});
	await house.rows("update auth.attempt set at = at - interval '1 minute'");
	await checkFreshFactor(by, anna.code());
	expect(await house.rows("select 1 from auth.attempt")).toEqual([]);
});

it("R1.2 — a session ends by itself: halfway after ten minutes, unused after half an hour in the portal, and after twelve hours", async () => {
	const age = (what: string) =>
		house.rows(`update auth.session set ${what} where person_id = $1 and ended_at is null`, [mehmet.person]);
	const half = visitor(app);
	await half.post("/mijn/aanmelden", { email: mehmet.email, password: mehmet.password });
	await age("created_at = now() - interval '11 minutes'");
	expect((await half.post("/mijn/aanmelden/code", { code: mehmet.code() })).to).toBe("/mijn/aanmelden");
	const idle = await signedIn(mehmet);
	await age("last_seen_at = now() - interval '31 minutes'");
	expect((await idle.get("/mijn/account")).status).toBe(303);
	const long = await signedIn(mehmet);
	await age("created_at = now() - interval '13 hours'");
	expect((await long.get("/mijn/account")).status).toBe(303);
});
