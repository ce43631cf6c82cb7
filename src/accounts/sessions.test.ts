import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../test/accounts.ts";
import { type Visitor, visitor, webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { memberPage } from "../staff/pages/staff-member.tsx";
import { membersPage } from "../staff/pages/staff-members.tsx";
import { everybodyOutPage, memberSessionsPage } from "../staff/pages/staff-sessions.tsx";
import { endEverySession, endSessionOf, sessionsOf } from "../staff/sessions.server.ts";
import { warnOwners } from "./jobs.server.ts";
import { accountPages } from "./pages/account.tsx";
import { signInPages } from "./pages/sign-in.tsx";

// Sessions as others see them: another browser, another network, an administrator, and the owner who is told.
let house: TestHouse;
let ada: TestAccount;
let anna: TestAccount;
let carla: TestAccount;
let mehmet: TestAccount;
let network = "203.0.113.7";
let app: ReturnType<typeof webOver>;
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const newer = firefox.replaceAll("140.0", "141.0");
const safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1";

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	ada = await accountOf(house, house.as("ada"), house.ids.ada, "staff", "ada@voorbeeld.test");
	anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "anna@voorbeeld.test");
	carla = await accountOf(house, house.as("ada"), house.ids.carla, "staff", "carla@voorbeeld.test");
	const mailbox = crypto.randomUUID();
	await house.as("anna").act(house.worlds.mehmet.candidate, "registration", { action: "update" }, async (tx, seal) => {
		const subject_id = house.worlds.mehmet.candidate;
		const { value } = await seal("candidate_field", mailbox, subject_id, { value: "mehmet@voorbeeld.test" });
		await tx
			.insertInto("app.candidate_field")
			.values({ id: mailbox, subject_id, assignment_type: "secondTrack", field: "email", value, updated_by: house.ids.anna })
			.execute();
	});
	mehmet = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	const pages = [
		...(["staff", "candidate"] as const).flatMap((realm) => [...signInPages(realm), ...accountPages(realm)]),
		...[memberSessionsPage, everybodyOutPage, membersPage, memberPage],
	];
	app = webOver(house, pages, {}, () => network);
});
afterAll(() => house.close());
beforeEach(async () => {
	network = "203.0.113.7";
	await house.rows("delete from auth.attempt");
});

async function signedIn(account: TestAccount, device = firefox): Promise<Visitor> {
	const root = account.realm === "candidate" ? "/mijn" : "";
	const browser = visitor(app, device);
	await browser.post(`${root}/aanmelden`, { email: account.email, password: account.password });
	expect((await browser.post(`${root}/aanmelden/code`, { code: account.code() })).status).toBe(303);
	return browser;
}
/** Somebody else's browser with this one's cookies. */
function thief(of: Visitor, device: string): Visitor {
	const other = visitor(app, device);
	for (const [name, value] of of.cookies) other.cookies.set(name, value);
	return other;
}
const entries = (action: string, person: string) =>
	house.rows<{ outcome: string; actor_id: string }>(
		"select outcome, actor_id from audit.entry where action = $1 and subjects @> array[$2::uuid] order by at",
		[action, person],
	);

it("R10.1 — a session answers to the kind of browser that it began in: taken elsewhere it opens nothing, is written down once, and stays its owner's", async () => {
	const own = await signedIn(mehmet);
	const taken = thief(own, safari);
	expect((await taken.get("/mijn/account")).status).toBe(303);
	expect((await taken.get("/mijn/account")).status).toBe(303);
	expect((await thief(own, "").get("/mijn/account")).status).toBe(303);
	expect(await entries("resume", mehmet.person)).toEqual([{ outcome: "refused", actor_id: mehmet.person }]);
	expect((await own.get("/mijn/account")).status).toBe(200);
	// A browser that was brought up to date meanwhile is the same.
	expect((await thief(own, newer).get("/mijn/account")).status).toBe(200);
});

it("R10.1 — a factor counts as fresh only on the network where it was shown; elsewhere one works on, and shows it anew for what weighs", async () => {
	const browser = await signedIn(ada);
	const page = `/beheer/medewerkers/${anna.person}/apparaten`;
	const victim = await signedIn(anna);
	const end = (fields: Record<string, string> = {}) => browser.post(page, { session: "all", ...fields });
	network = "198.51.100.20";
	later(1);
	expect((await browser.get(page)).status).toBe(200);
	const refused = await end();
	expect(refused.status).toBe(422);
	expect(refused.html).toContain("code van dit moment");
	expect((await victim.get("/account")).status).toBe(200);
	expect((await end({ code: ada.code() })).status).toBe(303);
	expect((await victim.get("/account")).status).toBe(303);
	// Shown here: it is fresh here, also after a change within the same network of an IPv6 home.
	network = "2001:db8:1:2::7";
	later(3);
	await browser.get(page);
	expect((await end({ code: ada.code() })).status).toBe(303);
	network = "2001:db8:1:2::8";
	expect((await end()).status).toBe(303);
});

it("R10.1 — the marks in the table say nothing: two sessions of one browser on one network look unlike", async () => {
	for (let n = 0; n < 2; n++) await (await signedIn(anna)).get("/account");
	const rows = await house.rows<{ browser: string; network: string }>(
		"select encode(browser, 'hex') as browser, encode(network, 'hex') as network from auth.session where person_id = $1 and ended_at is null and network is not null order by created_at desc limit 2",
		[anna.person],
	);
	expect(new Set(rows.flatMap((row) => [row.browser, row.network])).size).toBe(4);
});

it("R10.1 — an administrator sees where a colleague is signed in, ends one device, then all; the account stays", async () => {
	const browser = await signedIn(ada);
	const [laptop, phone] = [await signedIn(anna), await signedIn(anna, safari)];
	const page = await browser.get(`/beheer/medewerkers/${anna.person}/apparaten`);
	expect(page.html).toContain("Safari, iPhone");
	const [newest] = [...page.html.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map((match) => match[1]);
	expect((await browser.post(`/beheer/medewerkers/${anna.person}/apparaten`, { session: newest ?? "" })).status).toBe(303);
	expect([(await phone.get("/account")).status, (await laptop.get("/account")).status]).toEqual([303, 200]);
	expect((await browser.post(`/beheer/medewerkers/${anna.person}/apparaten`, { session: newest ?? "" })).status).toBe(404);
	await browser.post(`/beheer/medewerkers/${anna.person}/apparaten`, { session: "all" });
	expect((await laptop.get("/account")).status).toBe(303);
	await signedIn(anna);
	expect((await entries("endSession", anna.person)).at(-1)).toEqual({ outcome: "allowed", actor_id: ada.person });
});

it("R1.2 — nobody else may: not by the verb, not in the database; a session of another is not found, and nothing ended", async () => {
	await signedIn(anna);
	const live = () =>
		house.rows("select id, person_id from auth.session where ended_at is null and second_factor_at is not null order by id");
	await signedIn(mehmet);
	const before = await live();
	const [session] = await house.rows<{ id: string }>(
		"select id from auth.session where person_id = $1 and ended_at is null limit 1",
		[mehmet.person],
	);
	const fresh = (name: "anna" | "carla" | "bea" | "fenna" | "ada") => {
		const by = house.as(name);
		return house.door.as({ ...by.actor, secondFactorAt: house.clock.now() });
	};
	for (const name of ["anna", "carla", "bea", "fenna"] as const) {
		await expect(sessionsOf(fresh(name), anna.person)).rejects.toMatchObject({ name: "NotAllowed" });
		await expect(endSessionOf(fresh(name), { staff: ada.person, session: "all" })).rejects.toMatchObject({ name: "NotAllowed" });
		await expect(endEverySession(fresh(name))).rejects.toMatchObject({ name: "NotAllowed" });
	}
	// A role that is only said and not held shows nothing and ends nothing.
	const says = house.door.as({ ...fresh("bea").actor, roles: ["administrator"] });
	expect(await sessionsOf(says, anna.person)).toEqual([]);
	await expect(endSessionOf(says, { staff: anna.person, session: before[0]?.id as string })).rejects.toThrow(/R1\.2/);
	expect(await endEverySession(says)).toBe(0);
	// A candidate's device is not a colleague's, and a stale factor ends nobody's.
	await expect(endSessionOf(fresh("ada"), { staff: mehmet.person, session: session?.id as string })).rejects.toMatchObject({
		name: "NotFound",
	});
	const stale = house.door.as({ ...fresh("ada").actor, secondFactorAt: new Date(0) });
	await expect(endSessionOf(stale, { staff: anna.person, session: "all" })).rejects.toMatchObject({
		errors: { code: expect.anything() },
	});
	await expect(endEverySession(stale)).rejects.toMatchObject({ errors: { code: expect.anything() } });
	expect(await live()).toEqual(before);
});

it("R10.1 — an administrator signs everybody out, staff and candidates, and stays", async () => {
	const browser = await signedIn(ada);
	const [coach, candidate] = [await signedIn(anna), await signedIn(mehmet)];
	expect((await browser.get("/beheer/alle-apparaten")).html).toContain("Meld iedereen af");
	expect((await browser.post("/beheer/alle-apparaten")).to).toBe("/beheer/medewerkers");
	expect([(await coach.get("/account")).status, (await candidate.get("/mijn/account")).status]).toEqual([303, 303]);
	expect((await browser.get("/beheer/medewerkers")).status).toBe(200);
	expect((await entries("endEverySession", mehmet.person)).at(-1)).toEqual({ outcome: "allowed", actor_id: ada.person });
});

const told = async (person: string) =>
	(await house.rows("select id from app.dispatch where kind = 'oddSignIn' and subject_id = $1", [person])).length;
const sweep = () => warnOwners(house.door, "http://spoor.test");
// A little after what the database wrote: it counts in microseconds, and a quick machine asks within the same thousandth of a second.
const later = (minutes: number) => house.clock.set(new Date(Date.now() + minutes * 60_000 + 20));

it("R10.1 — who was tried five times within the hour is told by mail, once a day, however hard somebody tries", async () => {
	await house.rows("update auth.session set elsewhere_at = now() where elsewhere_at is not null");
	later(0);
	expect(await sweep()).toBe(1);
	expect(await told(mehmet.person)).toBe(1); // the first test above
	const stranger = visitor(app);
	const fail = async () => {
		await house.rows("delete from auth.attempt");
		await stranger.post("/aanmelden", { email: anna.email, password: "dat weet ik niet zeker" });
		await stranger.post("/aanmelden", { email: "niemand@voorbeeld.test", password: "dat weet ik niet zeker" });
	};
	for (let n = 0; n < 4; n++) await fail();
	later(0);
	expect(await sweep()).toBe(0);
	await fail();
	later(0);
	expect(await sweep()).toBe(1);
	expect(await told(anna.person)).toBe(1);
	for (let n = 0; n < 5; n++) await fail();
	later(1);
	expect(await sweep()).toBe(0);
	expect(await told(anna.person)).toBe(1);
	expect((await entries("warnOwner", anna.person)).at(-1)?.outcome).toBe("allowed");
});

it("R10.1 — a right password without a right code is told after ten minutes, unless its owner came in meanwhile", async () => {
	const half = async (account: TestAccount) => {
		const browser = visitor(app, safari);
		await browser.post("/aanmelden", { email: account.email, password: account.password });
		expect((await browser.post("/aanmelden/code", { code: "000000" })).status).toBe(422);
	};
	later(0);
	await half(ada);
	later(9);
	expect(await sweep()).toBe(0);
	later(11);
	expect(await sweep()).toBe(1);
	expect(await told(ada.person)).toBe(1);
	later(0);
	await half(carla);
	await signedIn(carla);
	later(11);
	expect(await sweep()).toBe(0);
	expect(await told(carla.person)).toBe(0);
});

it("R10.1 — a session that came from another kind of browser is told too", async () => {
	later(12); // after the code with which she came in above: none works twice, nor one from before it
	const own = await signedIn(carla);
	await thief(own, safari).get("/account");
	later(13);
	expect(await sweep()).toBe(1);
	expect(await told(carla.person)).toBe(1);
});
