import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { sessionCookie, type Visitor, visitor, webOver } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { tellOfHurry } from "../../looks/hurry.server.ts";
import { paceOf, paces, peopleAnHour } from "./pace.ts";
import type { Page } from "./page.ts";
import { serve } from "./serve.server.tsx";
import { turnsEach, turnsOf } from "./turns.ts";

// What the web process does with somebody who goes faster than people work (R10.1).
let house: TestHouse;
let anna: Visitor;
let mehmet: Visitor;
let served = 0;
let open: (() => void)[] = [];
let app: ReturnType<typeof webOver>;

const shown = () => {
	served++;
	return { title: "Verzonnen", body: "gedaan" };
};
const pages: Page[] = [
	{ path: "/verzonnen", portal: "staff", who: "signedIn", get: shown, post: shown },
	{ path: "/verzonnen/zoeken", portal: "staff", who: "signedIn", searches: true, get: shown, post: shown },
	{ path: "/verzonnen/:candidate", portal: "staff", who: "signedIn", get: shown },
	{ path: "/mijn/verzonnen", portal: "candidate", who: "signedIn", get: shown, post: shown },
	{
		path: "/openbaar",
		portal: "public",
		who: "anyone",
		get: async () => {
			await new Promise<void>((resolve) => open.push(resolve));
			return shown();
		},
	},
];

const withCookie = async (realm: "staff" | "candidate", person: string) => {
	const browser = visitor(app);
	const [name = "", value = ""] = (await sessionCookie(house, realm, person)).split("=");
	browser.cookies.set(name, value);
	return browser;
};

beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
});
afterAll(() => house.close());
beforeEach(async () => {
	const crowd = { pace: paceOf(house.clock), turns: turnsOf(), onHurry: tellOfHurry };
	app = webOver(house, pages, {}, undefined, (site) => serve({ ...site, crowd }));
	anna = await withCookie("staff", house.ids.anna);
	mehmet = await withCookie("candidate", house.worlds.mehmet.candidate);
	served = 0;
	open = [];
});

const alarms = () =>
	house.rows<{ subject_id: string }>("select subject_id from app.dispatch where kind = 'hurryAlarm' order by created_at");
const refusals = (person: string) =>
	house.rows("select id from audit.entry where action = 'hurry' and outcome = 'refused' and actor_id = $1", [person]);

it("R10.1 — a program that opens one dossier after another is stopped, told when it goes on, and told of to the privacy officers once", async () => {
	const before = (await alarms()).length;
	for (let n = 0; n < peopleAnHour; n++) expect((await anna.get(`/verzonnen/${crypto.randomUUID()}`)).status).toBe(200);
	const stopped = await anna.get(`/verzonnen/${crypto.randomUUID()}`);
	expect(stopped.status).toBe(429);
	expect(Number(stopped.headers.get("retry-after"))).toBe(3600);
	expect(stopped.html).toContain("Over 60 minuten kan het weer.");
	expect(stopped.headers.get("cache-control")).toBe("no-store");
	for (let n = 0; n < 20; n++) expect((await anna.get(`/verzonnen/${crypto.randomUUID()}`)).status).toBe(429);
	expect(served).toBe(peopleAnHour);
	expect((await anna.get("/verzonnen")).status).toBe(200); // other work goes on
	const told = (await alarms()).slice(before);
	expect(told.map((one) => one.subject_id)).toEqual([house.ids.fenna]);
	expect(await refusals(house.ids.anna)).toHaveLength(1);
	house.clock.set(new Date(house.clock.now().getTime() + 3_601_000));
	expect((await anna.get(`/verzonnen/${crypto.randomUUID()}`)).status).toBe(200);
	house.clock.set(new Date());
});

it("R10.1 — searching has fewer, and what was typed stays; whoever asks in JSON is told in JSON", async () => {
	for (let n = 0; n < paces.search.atOnce; n++) expect((await anna.post("/verzonnen/zoeken", { zoek: "sof" })).status).toBe(200);
	const stopped = await anna.post("/verzonnen/zoeken", { zoek: "sof berg", code: "123456" });
	expect(stopped.status).toBe(429);
	expect(stopped.html).toContain('name="zoek" value="sof berg"');
	expect(stopped.html).not.toContain("123456");
	expect(served).toBe(paces.search.atOnce);
	expect((await anna.post("/verzonnen", { tekst: "gewoon werk" })).status).toBe(200);
	const cookie = [...anna.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
	const headers = { cookie, origin: "http://spoor.test", accept: "application/json" };
	const json = await app.request("http://spoor.test/verzonnen/zoeken", { method: "POST", headers });
	expect([json.status, await json.json()]).toEqual([429, { message: "Dit gaat te snel" }]);
});

it("R10.1 — forms cannot follow each other faster than people send them", async () => {
	let done = 0;
	while (done < 500 && (await mehmet.post("/mijn/verzonnen", { a: "1" })).status === 200) done++;
	expect(done).toBe(paces.form.atOnce);
	const stopped = await mehmet.post("/mijn/verzonnen", { a: "1" });
	expect(stopped.html).toContain("uw account");
	expect(Number(stopped.headers.get("retry-after"))).toBe(3600 / paces.form.anHour);
	expect(await refusals(house.worlds.mehmet.candidate)).toHaveLength(1);
	expect((await anna.post("/verzonnen", { a: "1" })).status).toBe(200);
});

it("R10.1 — one network asks at most so much at a time: the rest waits its turn, and too much is told to come back", async () => {
	const stranger = visitor(app);
	const asked = Array.from({ length: turnsEach.atOnce + turnsEach.waiting }, () => stranger.get("/openbaar"));
	await expect.poll(() => open.length).toBe(turnsEach.atOnce);
	const more = await stranger.get("/openbaar");
	expect([more.status, more.headers.get("retry-after")]).toEqual([429, "5"]);
	expect((await anna.get("/verzonnen")).status).toBe(200); // who is signed in stands in a line of their own
	while (served < asked.length + 1) {
		for (const go of open.splice(0)) go();
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect((await Promise.all(asked)).every(({ status }) => status === 200)).toBe(true);
});
