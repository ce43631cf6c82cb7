import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../test/accounts.ts";
import { Device, type Twist } from "../../test/authenticator.ts";
import { type Visitor, visitor, webOver } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import type { Page } from "../platform/web/page.ts";
import { endAccount } from "./invite.server.ts";
import { accountPages } from "./pages/account.tsx";
import { passkeyPages } from "./pages/passkeys.tsx";
import { signInPages } from "./pages/sign-in.tsx";

const origin = "http://spoor.test";
let house: TestHouse;
let anna: TestAccount;
let mehmet: TestAccount;
let app: ReturnType<typeof webOver>;
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
	mehmet = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	const realms = (["staff", "candidate"] as const).flatMap((realm) => [
		...signInPages(realm),
		...accountPages(realm),
		...passkeyPages(realm),
	]);
	app = webOver(house, [...realms, home("staff", "/"), home("candidate", "/mijn")]);
});
afterAll(() => house.close());
beforeEach(() => house.rows("delete from auth.attempt"));

const rootOf = (account: TestAccount) => (account.realm === "candidate" ? "/mijn" : "");

async function withCode(account: TestAccount): Promise<Visitor> {
	const browser = visitor(app);
	await browser.post(`${rootOf(account)}/aanmelden`, { email: account.email, password: account.password });
	expect((await browser.post(`${rootOf(account)}/aanmelden/code`, { code: account.code() })).status).toBe(303);
	return browser;
}

async function added(browser: Visitor, account: TestAccount, device: Device, twist: Twist = {}) {
	const at = `${rootOf(account)}/account/passkeys`;
	const options = JSON.parse((await browser.post(`${at}/vraag`)).html);
	return browser.post(at, { name: "Telefoon", passkey: device.make(options, origin, twist) });
}

async function withDevice(realm: "staff" | "candidate", device: Device, twist: Twist = {}, browser = visitor(app)) {
	const at = `${realm === "candidate" ? "/mijn" : ""}/aanmelden/passkey`;
	const options = JSON.parse((await browser.post(`${at}/vraag`)).html);
	const passkey = device.show(options, origin, twist);
	return { browser, passkey, options, answer: await browser.post(at, { passkey }) };
}

const elevenMinutesLater = () => house.clock.set(new Date(house.clock.now().getTime() + 11 * 60_000));
const passkeys = (account: TestAccount) =>
	house.rows("select id, counter, backed_up, name, ended_at from auth.passkey where person_id = $1 order by created_at", [
		account.person,
	]);
const sessions = async () => (await house.rows("select id from auth.session")).length;
const notices = (account: TestAccount, kind: string) =>
	house.rows("select id from app.dispatch where subject_id = $1 and kind = $2", [account.person, kind]);

it("R10.1 — a passkey is made after a fresh factor, signs in by itself in one step, and its name is sealed", async () => {
	const device = new Device();
	const browser = await withCode(anna);
	const before = await notices(anna, "factorChanged");
	expect((await added(browser, anna, device)).to).toBe("/account");
	expect((await browser.get("/account")).html).toContain("Telefoon");
	expect(await notices(anna, "factorChanged")).toHaveLength(before.length + 1);
	const [row] = await passkeys(anna);
	expect(row?.name.toString()).not.toContain("Telefoon");

	const { answer, browser: phone } = await withDevice("staff", device);
	expect(answer.to).toBe("/");
	expect((await phone.get("/")).html).toContain(anna.person);
	expect(answer.headers.getSetCookie().join()).toContain("spoor-passkey-staff=1");
	const [session] = await house.rows(
		"select second_factor_at from auth.session where person_id = $1 order by created_at desc limit 1",
		[anna.person],
	);
	expect(session?.second_factor_at).not.toBeNull();
});

it("R10.1 — what the device says of its backup is kept, and follows each use", async () => {
	const device = new Device();
	await added(await withCode(anna), anna, device);
	device.backedUp = true;
	await withDevice("staff", device);
	const rows = await passkeys(anna);
	expect(rows.at(-1)).toMatchObject({ backed_up: true, counter: "1" });
});

it("R10.1 — another origin, another site, a device not unlocked or another person's handle open nothing", async () => {
	const device = new Device();
	await added(await withCode(anna), anna, device);
	const before = await sessions();
	const twists: Twist[] = [
		{ origin: "http://spoor.test.elders.test" },
		{ origin: "https://spoor.test" },
		{ rpId: "elders.test" },
		{ unverified: true },
		{ userHandle: Buffer.from(mehmet.person.replaceAll("-", ""), "hex").toString("base64url") },
		{ userHandle: "" },
		{ type: "webauthn.create" },
		{ challenge: Buffer.alloc(32).toString("base64url") },
	];
	for (const twist of twists) {
		const { answer, browser } = await withDevice("staff", device, twist);
		expect([answer.status, JSON.stringify(twist)]).toEqual([422, JSON.stringify(twist)]);
		expect((await browser.get("/")).status).toBe(303);
	}
	expect(await sessions()).toBe(before);
	expect((await withDevice("staff", new Device())).answer.status).toBe(422);
	expect((await withDevice("candidate", device)).answer.status).toBe(422); // a passkey of staff is nothing in the portal
	expect((await withDevice("staff", device)).answer.status).toBe(303);
});

it("R10.1 — an answer counts once, in the browser that asked, within five minutes", async () => {
	const device = new Device();
	await added(await withCode(anna), anna, device);
	const { browser, passkey, answer } = await withDevice("staff", device);
	expect(answer.status).toBe(303);
	await browser.post("/afmelden");
	expect((await browser.post("/aanmelden/passkey", { passkey })).status).toBe(422);

	const here = visitor(app);
	const options = JSON.parse((await here.post("/aanmelden/passkey/vraag")).html);
	const stolen = device.show(options, origin);
	expect((await visitor(app).post("/aanmelden/passkey", { passkey: stolen })).status).toBe(422);
	expect((await here.post("/aanmelden/passkey", { passkey: stolen })).status).toBe(422); // and was used up by that

	const late = JSON.parse((await here.post("/aanmelden/passkey/vraag")).html);
	await house.rows("update auth.challenge set asked_at = asked_at - interval '6 minutes'");
	expect((await here.post("/aanmelden/passkey", { passkey: device.show(late, origin) })).status).toBe(422);
	await here.post("/aanmelden/passkey/vraag");
	expect(await house.rows("select 1 from auth.challenge where asked_at < now() - interval '5 minutes'")).toEqual([]);
});

it("R10.1 — a count that does not grow is a copy, and is refused", async () => {
	const device = new Device();
	await added(await withCode(anna), anna, device);
	expect((await withDevice("staff", device)).answer.status).toBe(303);
	expect((await withDevice("staff", device, { counter: 1 })).answer.status).toBe(422);
	expect((await withDevice("staff", device, { counter: 0 })).answer.status).toBe(422);
	expect((await withDevice("staff", device)).answer.status).toBe(303);
});

it("R10.1 — an account that ended, or a passkey that was taken away, opens nothing", async () => {
	const device = new Device();
	const browser = await withCode(mehmet);
	await added(browser, mehmet, device);
	expect((await withDevice("candidate", device)).answer.to).toBe("/mijn");
	const [row] = (await passkeys(mehmet)).slice(-1);
	const removed = await browser.post(`/mijn/account/passkeys/${row?.id}`, { do: "remove" });
	expect(removed.to).toBe("/mijn/account");
	expect((await withDevice("candidate", device)).answer.status).toBe(422);

	const other = new Device();
	await added(await withCode(mehmet), mehmet, other);
	const by = house.as("anna");
	await by.act(mehmet.person, "portal", { action: "leave" }, (tx) => endAccount(by, tx, mehmet.person));
	expect((await withDevice("candidate", other)).answer.status).toBe(422);
});

it("R10.1 — who showed no factor for ten minutes neither adds nor takes away a passkey before showing one", async () => {
	const device = new Device();
	const browser = await withCode(anna);
	await added(browser, anna, device);
	const [row] = (await passkeys(anna)).slice(-1);
	elevenMinutesLater();
	const before = await passkeys(anna);
	expect((await browser.post("/account/passkeys/vraag")).status).toBe(422);
	expect((await browser.get("/account/passkeys")).html).toContain('name="code"');
	const refused = await browser.post(`/account/passkeys/${row?.id}`, { do: "remove" });
	expect([refused.status, refused.html.includes('name="code"')]).toEqual([422, true]);
	expect(await passkeys(anna)).toEqual(before);
	expect((await browser.post("/account/passkeys", { code: anna.code() })).to).toBe("/account/passkeys");
	expect((await browser.post("/account/passkeys/vraag")).status).toBe(200);
	elevenMinutesLater();
	expect((await browser.post(`/account/passkeys/${row?.id}`, { do: "remove", code: anna.code() })).to).toBe("/account");
});

it("R1.2 — another's passkey cannot be renamed, taken away or seen", async () => {
	const device = new Device();
	await added(await withCode(anna), anna, device);
	const [row] = (await passkeys(anna)).slice(-1);
	const carla = await accountOf(house, house.as("ada"), house.ids.carla, "staff", "carla@voorbeeld.test");
	const browser = await withCode(carla);
	const before = await passkeys(anna);
	expect((await browser.get(`/account/passkeys/${row?.id}`)).status).toBe(404);
	expect((await browser.post(`/account/passkeys/${row?.id}`, { name: "Van mij" })).status).toBe(404);
	expect((await browser.post(`/account/passkeys/${row?.id}`, { do: "remove" })).status).toBe(404);
	expect(await passkeys(anna)).toEqual(before);
	const own = await withDevice("staff", device);
	expect((await own.browser.post(`/account/passkeys/${row?.id}`, { name: "Sleutelbos" })).to).toBe("/account");
	expect((await own.browser.get("/account")).html).toContain("Sleutelbos");
});

it("R7.1 — a passkey shown afresh stands for a code once, in this session only", async () => {
	const device = new Device();
	await added(await withCode(anna), anna, device);
	const { browser } = await withDevice("staff", device);
	const prove = async (who: Visitor, twist: Twist = {}) => {
		const options = JSON.parse((await who.post("/account/bewijs/vraag")).html);
		return who.post("/account/bewijs", { passkey: device.show(options, origin, twist) });
	};
	expect((await prove(browser, { origin: "http://elders.test" })).status).toBe(422);
	const { code } = JSON.parse((await prove(browser)).html) as { code: string };
	const elsewhere = await withCode(anna);
	expect((await elsewhere.post("/account/herstelcodes", { code })).status).toBe(422);
	const again = JSON.parse((await prove(browser)).html) as { code: string };
	const renewed = await browser.post("/account/herstelcodes", { code: again.code });
	expect(renewed.html.match(/<code>[0-9A-Z-]{29}<\/code>/g)).toHaveLength(10);
	expect((await browser.post("/account/herstelcodes", { code: again.code })).status).toBe(422);
});

it("R10.1 — a device that was not here before is told to its owner by mail; one that was, is not", async () => {
	const count = async () => (await notices(anna, "newDevice")).length;
	const before = await count();
	const browser = await withCode(anna);
	expect(await count()).toBe(before + 1);
	await browser.post("/afmelden");
	await browser.post("/aanmelden", { email: anna.email, password: anna.password });
	await browser.post("/aanmelden/code", { code: anna.code() });
	expect(await count()).toBe(before + 1);
	const device = new Device();
	await added(browser, anna, device);
	await withDevice("staff", device, {}, browser);
	expect(await count()).toBe(before + 1);
	await withDevice("staff", device);
	expect(await count()).toBe(before + 2);
});
