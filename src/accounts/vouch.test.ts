import { afterAll, beforeAll, expect, it } from "vitest";
import { accountOf, type TestAccount } from "../../test/accounts.ts";
import { Device } from "../../test/authenticator.ts";
import { visitor, webOver } from "../../test/browse.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import type { Role } from "../law/roles.ts";
import { sql } from "../platform/db.server.ts";
import type { Page } from "../platform/web/page.ts";
import { passkeyPages } from "./pages/passkeys.tsx";
import { signInPages } from "./pages/sign-in.tsx";
import { candidateVouchingPage, staffVouchingPage } from "./pages/staff-vouching.tsx";
import { mayRestore, mayVouch } from "./rules.ts";
import { openVouching, restoreAccount, vouch, withdrawVouching } from "./vouch.server.ts";

let house: TestHouse;
let mehmet: TestAccount;
let bram: TestAccount;
let app: ReturnType<typeof webOver>;
const publicUrl = "http://spoor.test";
const home = (portal: "staff" | "candidate", path: string): Page => ({
	path,
	portal,
	who: "signedIn",
	get: ({ by }) => ({ title: "Thuis", body: by.actor.id }),
});

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
	mehmet = await accountOf(house, house.as("anna"), house.worlds.mehmet.candidate, "candidate", "mehmet@voorbeeld.test");
	bram = await accountOf(house, house.as("ada"), house.ids.bram, "staff", "bram@voorbeeld.test");
	const realms = (["staff", "candidate"] as const).flatMap((realm) => [...signInPages(realm), ...passkeyPages(realm)]);
	app = webOver(house, [...realms, staffVouchingPage, candidateVouchingPage, home("staff", "/"), home("candidate", "/mijn")]);
});
afterAll(() => house.close());

const standing = () =>
	house.rows(
		`select a.person_id, a.ended_at, a.activated_at, (select count(*)::int from auth.totp t where t.person_id = a.person_id and t.ended_at is null) totp,
		(select count(*)::int from auth.recovery_code c where c.person_id = a.person_id and c.ended_at is null) codes,
		(select count(*)::int from auth.passkey p where p.person_id = a.person_id and p.ended_at is null) passkeys,
		(select count(*)::int from auth.session s where s.person_id = a.person_id and s.ended_at is null) sessions,
		(select count(*)::int from auth.vouching v where v.person_id = a.person_id and v.ended_at is null) vouchings,
		(select count(*)::int from auth.invitation i where i.person_id = a.person_id) invitations
		from auth.account a order by a.person_id`,
	);
async function refused(deed: () => Promise<unknown>, why: object): Promise<void> {
	const before = await standing();
	await expect(deed()).rejects.toMatchObject(why);
	expect(await standing()).toEqual(before);
}
const vouchFor = (name: StaffName, person: string) =>
	vouch(house.as(name), {
		...{ id: crypto.randomUUID(), person, how: "inPerson", reason: "Telefoon in het water gevallen." },
		email: "mehmet@voorbeeld.test",
	});
const restore = async (name: StaffName, person: string, realm: "staff" | "candidate") =>
	restoreAccount(house.as(name), {
		...{ person, realm, lang: "nl", publicUrl },
		vouching: (await openVouching(house.as(name), person))?.id ?? "",
	});

it("R10.1 — who may vouch and who may confirm", () => {
	const vouching = { own: false, inUse: true, waiting: false };
	expect(mayVouch(vouching).allowed).toBe(true);
	for (const wrong of [{ own: true }, { inUse: false }, { waiting: true }])
		expect(mayVouch({ ...vouching, ...wrong }).allowed).toBe(false);
	for (const own of [true, false])
		for (const same of [true, false])
			for (const realm of ["staff", "candidate"] as const)
				for (const administrator of [true, false])
					for (const guided of [true, false])
						expect(mayRestore({ own, same, realm, administrator, guided }).allowed).toBe(
							!own && !same && (realm === "staff" ? administrator : guided),
						);
});

it("R10.1 — a candidate who lost everything starts anew when the coach and one more vouch: all ways in end, and they are told", async () => {
	const person = mehmet.person;
	const device = new Device();
	const browser = visitor(app);
	await browser.post("/mijn/aanmelden", { email: mehmet.email, password: mehmet.password });
	await browser.post("/mijn/aanmelden/code", { code: mehmet.code() });
	const options = JSON.parse((await browser.post("/mijn/account/passkeys/vraag")).html);
	await browser.post("/mijn/account/passkeys", { name: "Oude telefoon", passkey: device.make(options, publicUrl) });

	await vouchFor("anna", person);
	expect((await browser.get("/mijn")).status).toBe(200); // nothing changes yet
	await refused(() => restore("anna", person, "candidate"), { why: { nl: expect.stringContaining("Een ander") } });
	await refused(() => vouchFor("bea", person), { why: { nl: expect.stringContaining("al in") } });
	await restore("carla", person, "candidate");

	expect((await browser.get("/mijn")).status).toBe(303);
	const [account] = (await standing()).filter((row) => row.person_id === person);
	expect(account).toMatchObject({ activated_at: null, totp: 0, codes: 0, passkeys: 0, sessions: 0 });
	const stale = visitor(app);
	expect((await stale.post("/mijn/aanmelden", { email: mehmet.email, password: mehmet.password })).status).toBe(422);
	const asked = JSON.parse((await stale.post("/mijn/aanmelden/passkey/vraag")).html);
	expect((await stale.post("/mijn/aanmelden/passkey", { passkey: device.show(asked, publicUrl) })).status).toBe(422);
	const told = await house.rows("select kind from app.dispatch where subject_id = $1 order by kind", [person]);
	expect(told.map((row) => row.kind)).toEqual(expect.arrayContaining(["accountRestored", "invitation"]));
	const log = await house.rows(
		"select actor_id, action from audit.entry where action in ('vouch', 'restoreAccount') and outcome = 'allowed' and $1 = any (subjects)",
		[person],
	);
	expect(new Set(log.map((row) => row.actor_id)).size).toBe(2);
});

it("R10.1 — for staff an administrator confirms, nobody vouches for themself, and what expired is no longer confirmed", async () => {
	await refused(() => vouchFor("bram", house.ids.bram), { why: { nl: expect.stringContaining("Voor jezelf") } });
	await vouchFor("carla", bram.person);
	await refused(() => restore("fenna", bram.person, "staff"), { why: { nl: expect.stringContaining("beheerder") } });
	house.clock.set(new Date(house.clock.now().getTime() + 25 * 3_600_000));
	await refused(() => restore("ada", bram.person, "staff"), { message: "not found" });
	await vouchFor("carla", bram.person);
	const open = await openVouching(house.as("ada"), bram.person);
	expect(open).toMatchObject({ reason: "Telefoon in het water gevallen.", askedBy: house.ids.carla });
	await withdrawVouching(house.as("carla"), bram.person, open?.id ?? "");
	await refused(() => restore("ada", bram.person, "staff"), { message: "not found" });
	await vouchFor("carla", bram.person);
	await restore("ada", bram.person, "staff");
	expect((await standing()).find((row) => row.person_id === bram.person)).toMatchObject({ activated_at: null, totp: 0 });
	expect(
		(await house.rows("select 1 from app.dispatch where subject_id = $1 and kind = 'accountRestored'", [bram.person])).length,
	).toBe(1);
	await refused(() => vouchFor("carla", bram.person), { why: { nl: expect.stringContaining("geen account in gebruik") } });
});

it("R10.1 — without a factor of the last ten minutes neither step is taken", async () => {
	const stale = (name: StaffName, roles: Role[]) =>
		house.door.as({
			...{ kind: "staff", id: house.ids[name], roles },
			secondFactorAt: new Date(house.clock.now().getTime() - 11 * 60_000),
		});
	const input = {
		id: crypto.randomUUID(),
		person: house.ids.fenna,
		how: "inPerson",
		reason: "Kwijt in de trein.",
		email: "x@y.test",
	} as const;
	await refused(() => vouch(stale("carla", ["coordinator"]), input), { errors: { code: expect.anything() } });
	await refused(
		() =>
			restoreAccount(stale("ada", ["administrator"]), {
				person: house.ids.fenna,
				realm: "staff",
				vouching: input.id,
				lang: "nl",
				publicUrl,
			}),
		{ errors: { code: expect.anything() } },
	);
});

it("R1.2 — another coach finds no candidate to vouch for; the database ends no factors without two people", async () => {
	const carla = await accountOf(house, house.as("ada"), house.ids.carla, "staff", "carla@voorbeeld.test");
	const anna = await accountOf(house, house.as("ada"), house.ids.anna, "staff", "anna@voorbeeld.test");
	const signedIn = async (account: TestAccount) => {
		const browser = visitor(app);
		await browser.post("/aanmelden", { email: account.email, password: account.password });
		await browser.post("/aanmelden/code", { code: account.code() });
		return browser;
	};
	const sofie = house.worlds.sofie.candidate;
	expect((await (await signedIn(anna)).get(`/kandidaten/${sofie}/account-herstel`)).status).toBe(404);
	const page = await (await signedIn(carla)).get(`/beheer/medewerkers/${anna.person}/account-herstel`);
	expect(page.html).toContain("Ik sta in voor deze persoon");
	const typed = { id: crypto.randomUUID(), how: "knownNumber", reason: "kort" };
	const again = await (await signedIn(carla)).post(`/beheer/medewerkers/${anna.person}/account-herstel`, typed);
	expect([again.status, again.html.includes("Schrijf op wat er is gebeurd")]).toEqual([422, true]);
	const by = house.as("ada");
	await refused(
		() =>
			by.act(anna.person, "security", { action: "restoreAccount" }, (tx) =>
				sql`select auth.end_factors(${anna.person}, ${house.clock.now()})`.execute(tx),
			),
		{ message: expect.stringContaining("nobody else vouched") },
	);
});
