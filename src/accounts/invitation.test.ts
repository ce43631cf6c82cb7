import { afterAll, beforeAll, expect, it } from "vitest";
import { accountOf, codeIn, inviteTo, type TestAccount } from "../../test/accounts.ts";
import { type Visitor, visitor, webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import type { Page } from "../platform/web/page.ts";
import { endAccount } from "./invite.server.ts";
import { invitationPages } from "./pages/invitation.tsx";
import { signInPages } from "./pages/sign-in.tsx";
import { totpNow } from "./secrets.ts";

let house: TestHouse;
let anna: TestAccount;
let app: ReturnType<typeof webOver>;
const password = "een goed paard struikelt weleens";
const home = (portal: "staff" | "candidate", path: string): Page => ({
	path,
	portal,
	who: "signedIn",
	get: ({ by }) => ({ title: "Thuis", body: by.actor.id }),
});

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "anna@voorbeeld.test");
	app = webOver(house, [
		...(["staff", "candidate"] as const).flatMap((realm) => [...invitationPages(realm), ...signInPages(realm)]),
		home("staff", "/"),
		home("candidate", "/mijn"),
	]);
});
afterAll(() => house.close());

const state = () =>
	house.rows(
		"select a.person_id, a.activated_at, a.ended_at, a.password_hash, (select count(*)::int from auth.session s where s.person_id = a.person_id) sessions, (select count(*)::int from auth.totp t where t.person_id = a.person_id) factors from auth.account a order by 1",
	);
const secretOn = (text: string): string => /<code class="secret-key">([^<]+)</.exec(text)?.[1]?.replaceAll(" ", "") ?? "";
const codesOn = (text: string): string[] =>
	[...text.matchAll(/<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){5})<\/code>/g)].map((match) => match[1] ?? "");

async function accept(browser: Visitor, root: string, invitation: string) {
	const chosen = await browser.post(`${root}/uitnodiging`, { invitation, new_password: password });
	const app = await browser.get(chosen.to ?? "");
	const secret = secretOn(app.html);
	return {
		secret,
		page: app.html,
		kept: await browser.post(`${root}/uitnodiging/code`, { invitation, code: totpNow(secret, house.clock.now()) }),
	};
}

it("R3.b — an invited candidate chooses a password, connects the app, keeps ten codes and is signed in", async () => {
	const link = await inviteTo(house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	expect(link).toMatch(/^\/mijn\/uitnodiging\?code=[\w-]{43}$/);
	const browser = visitor(app);
	const before = await state();
	for (let n = 0; n < 2; n++) expect((await browser.get(link)).html).toContain("Stap 1 van 3");
	expect(await state()).toEqual(before); // looking uses nothing up
	const weak = await browser.post("/mijn/uitnodiging", { invitation: codeIn(link), new_password: "kort" });
	expect(weak.status).toBe(422);
	expect(weak.html).toContain("minstens 8 tekens");
	const { page, kept, secret } = await accept(browser, "/mijn", codeIn(link));
	expect(page).toContain('<svg class="qr"');
	expect(page).not.toMatch(/<[^>]+ style=/);
	expect(kept.status).toBe(200);
	const codes = codesOn(kept.html);
	expect(new Set(codes).size).toBe(10);
	expect((await browser.get("/mijn")).html).toContain(house.worlds.mehmet.candidate);
	expect((await browser.get(link)).status).toBe(404); // used
	expect((await browser.post("/mijn/uitnodiging", { invitation: codeIn(link), new_password: password })).status).toBe(404);
	const again = visitor(app);
	await again.post("/mijn/aanmelden", { email: "mehmet@voorbeeld.test", password });
	expect((await again.post("/mijn/aanmelden/code", { code: totpNow(secret, house.clock.now()) })).status).toBe(422); // the code that confirmed is spent
	expect((await again.post("/mijn/aanmelden/code?herstel=", { code: codes[3] ?? "" })).to).toBe("/mijn");
});

it("R10.1 — nothing secret stands in the database as it is typed", async () => {
	const rows = await house.rows(
		"select to_jsonb(a)::text || coalesce((select string_agg(to_jsonb(t)::text, '') from auth.totp t), '') || coalesce((select string_agg(to_jsonb(r)::text, '') from auth.recovery_code r), '') as text from auth.account a",
	);
	const all = rows.map((row) => row.text).join("");
	for (const secret of [password, anna.secret, ...anna.recoveryCodes]) {
		expect(all).not.toContain(secret);
		expect(all).not.toContain(Buffer.from(secret).toString("hex"));
	}
});

it("R10.1 — another's sealed secret, sessions and codes are not there, for colleague and administrator alike", async () => {
	for (const name of ["bram", "ada"] as const) {
		const seen = await house.as(name).list("security", { action: "view" }, async (tx) => ({
			totp: await tx.selectFrom("auth.totp").select("id").where("person_id", "=", anna.person).execute(),
			codes: await tx.selectFrom("auth.recovery_code").select("created_at").where("person_id", "=", anna.person).execute(),
		}));
		expect(seen).toEqual({ totp: [], codes: [] });
	}
	await expect(
		house.as("ada").list("security", { action: "view" }, (tx) => tx.selectFrom("auth.account").select("password_hash").execute()),
	).rejects.toThrow("permission denied");
	const sofie = await house
		.asCandidate("sofie")
		.list("security", { action: "view" }, (tx) => tx.selectFrom("auth.totp").select("id").execute());
	expect(sofie).toEqual([]);
});

it("R3.b — a newer invitation ends the earlier one; a wrong, expired or foreign one opens nothing", async () => {
	const sofie = house.worlds.sofie.candidate;
	const first = await inviteTo(house.as("bram"), sofie, "candidate", "sofie@voorbeeld.test");
	const second = await inviteTo(house.as("bram"), sofie, "candidate", "sofie@voorbeeld.test");
	const today = house.clock.now();
	const browser = visitor(app);
	const before = await state();
	for (const link of [first, "/mijn/uitnodiging?code=verzonnen", "/mijn/uitnodiging", second.replace("/mijn", "")]) {
		expect((await browser.get(link)).status).toBe(404);
	}
	expect((await browser.post("/mijn/uitnodiging", { invitation: codeIn(first), new_password: password })).status).toBe(404);
	expect(await state()).toEqual(before);
	expect((await browser.get(second)).status).toBe(200);
	house.clock.set(new Date(today.getTime() - 8 * 24 * 60 * 60 * 1000));
	const old = await inviteTo(house.as("bram"), sofie, "candidate", "sofie@voorbeeld.test");
	house.clock.set(today);
	expect((await browser.get(old)).status).toBe(404);
});

it("R10.1 — a wrong code leaves the account unused and the invitation open", async () => {
	const link = await inviteTo(house.as("ada"), house.ids.bea, "staff", "bea@voorbeeld.test");
	const browser = visitor(app);
	const chosen = await browser.post("/uitnodiging", { invitation: codeIn(link), new_password: password });
	const before = await state();
	const wrong = await browser.post("/uitnodiging/code", { invitation: codeIn(link), code: "123456" });
	expect(wrong.status).toBe(422);
	expect(wrong.html).toContain("Deze code klopt niet");
	expect(await state()).toEqual(before);
	expect(browser.cookies.size).toBe(0);
	// not in use yet: the password alone signs in to nothing
	expect((await browser.post("/aanmelden", { email: "bea@voorbeeld.test", password })).status).toBe(422);
	expect((await browser.get(chosen.to ?? "")).html).toContain("Stap 2 van 3");
});

it("R10.1 — an account in use gets no second invitation: a mailbox is no way around the second factor", async () => {
	const before = await state();
	await expect(inviteTo(house.as("ada"), anna.person, "staff", "anna@voorbeeld.test")).rejects.toMatchObject({ clause: "R10.1" });
	expect(await state()).toEqual(before);
	expect(
		await house.rows("select 1 from audit.entry where action = 'invite' and outcome = 'refused' and subjects = array[$1::uuid]", [
			anna.person,
		]),
	).toHaveLength(1);
});

it("R3.b — an address belongs to one account of a realm, and the same person may have one in each", async () => {
	const before = await state();
	await expect(inviteTo(house.as("ada"), house.ids.finn, "staff", " ANNA@voorbeeld.test")).rejects.toMatchObject({
		errors: { email: expect.anything() },
	});
	expect(await state()).toEqual(before);
});

it("R1.2 — only an administrator invites staff; a coach invites their own candidates and not another's", async () => {
	const before = await state();
	await expect(inviteTo(house.as("anna"), house.ids.fenna, "staff", "fenna@voorbeeld.test")).rejects.toThrow(
		"row-level security",
	);
	await expect(inviteTo(house.as("anna"), house.worlds.sofie.candidate, "candidate", "x@voorbeeld.test")).rejects.toThrow();
	expect(await state()).toEqual(before);
});

it("R1.2 — an ended account is out from the next request on, and its address is free again", async () => {
	const carla = await accountOf(house, house.as("ada"), house.ids.carla, "staff", "carla@voorbeeld.test");
	const browser = visitor(app);
	await browser.post("/aanmelden", { email: carla.email, password: carla.password });
	await browser.post("/aanmelden/code", { code: carla.code() });
	expect((await browser.get("/")).status).toBe(200);
	const end = (by: "anna" | "ada") =>
		house.as(by).act(carla.person, "staffing", { action: "endAccount" }, (tx) => endAccount(house.as(by), tx, carla.person));
	await end("anna"); // not hers to end: nothing happens
	expect((await browser.get("/")).status).toBe(200);
	await end("ada");
	expect((await browser.get("/")).to).toContain("/aanmelden");
	expect((await browser.post("/aanmelden", { email: carla.email, password: carla.password })).status).toBe(422);
	const link = await inviteTo(house.as("ada"), house.ids.finn, "staff", carla.email);
	expect((await browser.get(link)).status).toBe(200);
	// and the person can come back, with new factors only
	const back = await inviteTo(house.as("ada"), carla.person, "staff", "carla2@voorbeeld.test");
	const { kept } = await accept(browser, "", codeIn(back));
	expect(kept.status).toBe(200);
	expect(await house.rows("select 1 from auth.totp where person_id = $1 and ended_at is null", [carla.person])).toHaveLength(1);
	expect(
		await house.rows("select 1 from auth.recovery_code where person_id = $1 and ended_at is null", [carla.person]),
	).toHaveLength(10);
});
