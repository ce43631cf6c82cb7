import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ability, may, scopeOf } from "../../src/law/roles.ts";
import { besides } from "../../src/platform/web/besides.ts";
import type { Page } from "../../src/platform/web/page.ts";
import { pages } from "../../src/routes.ts";
import { type Browser, type Shown, siteOf } from "../browse.ts";
import { at, countWork, layThings, nothing, plain, plainHeaders, type Things } from "../matrix.ts";
import { type StaffName, type TestHouse, testHouse } from "../people.ts";
import { pressFor } from "../press.ts";
import { personal as isPersonal, notLaid, withoutRow } from "../rows.ts";

// Every route × every actor × own, another's, nobody's. The routes come from the route list itself; what each actor may expect
// follows from `who` and the role table, and what deviates from that stands here with its reason, or the run fails.
type Actor = StaffName | "mehmet" | "anyone";
const actors: readonly Actor[] = ["anna", "carla", "bea", "finn", "fenna", "ada", "mehmet", "anyone"];
const roles = {
	anna: ["coach"],
	bram: ["coach"],
	carla: ["coordinator"],
	bea: ["backOffice"],
	finn: ["finance"],
	fenna: ["dpo"],
	ada: ["administrator"],
} as const;

/** Who may know that somebody is there, though not what is in the dossier: a coordinator sees the headers of all. */
const knows: Partial<Record<Actor, readonly string[]>> = { carla: ["/kandidaten/:candidate"] };

/** Who may know of everybody that they are there learns nothing from how long it takes to be told that the dossier is not theirs. */
const seesHeaders = (actor: Actor) => ["carla", "bea", "fenna"].includes(actor);

let house: TestHouse;
let own: Things;
let foreign: Things;
let absent: Things;
let app: Hono;
let costs: ReturnType<typeof countWork>;
let laid: Date | undefined;
const browsers = new Map<Actor, Browser>();

beforeAll(async () => {
	house = await testHouse();
	const press = await pressFor(house);
	own = await layThings(house, press, "mehmet");
	foreign = await layThings(house, press, "sofie");
	absent = nothing(own);
	const site = siteOf(house, pages, { render: press.render, agency: press.agency });
	app = besides(site.app, { health: async () => [], assets: "dist/assets", mark: () => "/mark.svg" });
	costs = countWork(house);
	for (const actor of actors) {
		if (actor === "anyone") browsers.set(actor, site.anyone());
		else browsers.set(actor, await (actor === "mehmet" ? site.asCandidate("mehmet") : site.as(actor)));
	}
}, 120_000);
afterAll(() => {
	costs.stop();
	return house.close();
});

const methods = pages.flatMap((page) =>
	(["get", "post"] as const).filter((method) => page[method]).map((method) => ({ page, method })),
);
const ask = (actor: Actor, { page, method }: { page: Page; method: "get" | "post" }, things: Things) => {
	const browser = browsers.get(actor) as Browser;
	return method === "get" ? browser.get(at(page.path, things)) : browser.post(at(page.path, things), {});
};
const inRealm = (actor: Actor, page: Page) =>
	page.portal === "staff" ? actor !== "mehmet" && actor !== "anyone" : page.portal === "candidate" ? actor === "mehmet" : true;
const holds = (actor: Actor, page: Page) =>
	page.who === "signedIn" ||
	(may(roles[actor as StaffName], page.who as Ability).allowed &&
		scopeOf(roles[actor as StaffName], page.who as Ability) !== "case");
const personal = (page: Page) => isPersonal(page);
/** All that an answer says to whoever may not know: its state, where it leads, what stands on it, and every header. */
const said = (answer: Shown, things: Things) => ({
	status: answer.status,
	html: plain(answer.html, things),
	headers: plainHeaders(answer.headers, things),
});

describe.each(methods)("R1.2 — $method $page.path", (route) => {
	const { page, method } = route;
	if (page.who === "anyone") {
		it("R1.2 — shows anyone the same, and nothing of a person", async () => {
			const answer = await ask("anyone", route, absent);
			expect(answer.status).toBeLessThan(500);
			for (const secret of ["Mehmet", "Demir", "Sofie"]) expect(answer.html).not.toContain(secret);
		});
		return;
	}

	it.each(actors.filter((actor) => !inRealm(actor, page)))(
		"R1.2 — %s is not signed in here, whatever the address names",
		async (actor) => {
			for (const things of [own, foreign, absent]) {
				const answer = await ask(actor, route, things);
				expect(answer.status).toBe(method === "get" ? 303 : 401);
			}
		},
	);

	it.each(actors.filter((actor) => inRealm(actor, page) && page.portal === "staff" && !holds(actor, page)))(
		"R1.2 — %s has no role for it: refused with a clause, alike for every address",
		async (actor) => {
			const answers = [];
			for (const things of [own, foreign, absent]) answers.push(await ask(actor, route, things));
			expect(answers.map((one) => one.status)).toEqual([403, 403, 403]);
			expect(said(answers[1] as Shown, foreign)).toEqual(said(answers[2] as Shown, absent));
		},
	);

	if (!personal(page)) return;
	it.each(actors.filter((actor) => inRealm(actor, page) && (page.portal === "candidate" || holds(actor, page))))(
		"R1.2 — %s cannot tell another's from nobody's",
		async (actor) => {
			const everybodys = page.portal === "staff" && scopeOf(roles[actor as StaffName], page.who as Ability) === "all";
			const theirs = await costs.during(() => ask(actor, route, foreign));
			const nobodys = await costs.during(() => ask(actor, route, absent));
			expect(theirs.answer.status).toBeLessThan(500);
			if (everybodys || knows[actor]?.includes(page.path)) return;
			expect(said(theirs.answer, foreign)).toEqual(said(nobodys.answer, absent));
			if (!seesHeaders(actor)) expect(theirs.work).toEqual(nobodys.work);
		},
	);
});

const fills = () => Object.keys(own);

it("R1.2 — every route of the web process has its row, read from its router", () => {
	expect(withoutRow(app, pages, fills())).toEqual([]);
	expect(methods.length).toBeGreaterThan(80);
});

it("R1.2 — a route without a row fails: one beside the pages, one of nobody's role, one with an unknown parameter", () => {
	const get = () => ({ title: "", body: "" });
	const madeUp = (page: Partial<Page>) => ({ path: "/verzonnen", portal: "staff", who: "signedIn", get, ...page }) as Page;
	const wrongOf = (page: Page) => withoutRow(siteOf(house, [page]).app, [page], fills());
	expect(wrongOf(madeUp({}))).toEqual([]);
	expect(wrongOf(madeUp({ who: "secrets.read" as never }))).toEqual(["GET /verzonnen: who may is not in the role table"]);
	expect(wrongOf(madeUp({ who: undefined as never }))).toEqual(["GET /verzonnen: who may is not in the role table"]);
	expect(wrongOf(madeUp({ portal: "public" }))).toEqual(["GET /verzonnen: nobody can be signed in there"]);
	expect(wrongOf(madeUp({ path: "/verzonnen/:diary" }))).toEqual([
		"GET /verzonnen/:diary: what stands behind :diary is not known",
	]);
	const page = madeUp({});
	const beside = siteOf(house, [page]).app;
	beside.get("/uitvoer/:candidate", (context) => context.text("alles"));
	beside.delete("/verzonnen", (context) => context.text("weg"));
	expect(withoutRow(beside, [page], fills())).toEqual([
		"GET /uitvoer/:candidate: no page and no row",
		"DELETE /verzonnen: no page and no row",
	]);
});

it("R1.2 — whoever asked for what is not theirs stands in the log for it, and in nobody's diary", async () => {
	const strangers = [house.ids.anna, house.ids.finn, house.ids.ada, house.worlds.mehmet.candidate];
	const about = await house.rows(
		"select actor_id, action, object_type, outcome from audit.entry where actor_id = any($1) and subjects @> array[$2::uuid] and outcome = 'allowed' and at > $3",
		[strangers, foreign.candidate, laid],
	);
	expect(about).toEqual([]);
	const asked = await house.rows<{ object_id: string; n: number }>(
		"select object_id, count(*)::int as n from audit.entry where actor_id = $1 and subjects = '{}' and outcome = 'refused' and object_type = 'candidate' group by object_id",
		[house.ids.anna],
	);
	const times = (id: string | undefined) => asked.find((one) => one.object_id === id)?.n ?? 0;
	expect(times(foreign.candidate)).toBeGreaterThan(20);
	expect(times(foreign.candidate)).toBe(times(absent.candidate));
});

/** Two hundred answers each in turn, the first twenty to warm up; the difference of the medians in milliseconds. */
async function apart(route: (typeof methods)[number]): Promise<number> {
	const taken: [number[], number[]] = [[], []];
	for (let n = 0; n < 200; n++) {
		for (const [which, things] of [foreign, absent].entries()) {
			const since = performance.now();
			await ask("anna", route, things);
			taken[which]?.push(performance.now() - since);
		}
	}
	const median = (times: number[]) => times.slice(20).sort((a, b) => a - b)[90] ?? 0;
	return Math.abs(median(taken[0]) - median(taken[1]));
}
const clocked = methods.filter(
	({ page, method }) => page.portal === "staff" && method === "get" && personal(page) && holds("anna", page),
);
it.runIf(process.env.SPOOR_ALL)(
	"R1.2 — the clock tells no more than the statements do: two hundred calls each, medians within five milliseconds",
	async () => {
		for (const route of clocked.slice(0, 8)) expect(await apart(route), route.page.path).toBeLessThan(5);
	},
	600_000,
);

it("R5.1 — the coach of record and the candidate do reach their own", async () => {
	const reached = async (actor: Actor, portal: string) => {
		const wrong: string[] = [];
		for (const route of methods.filter(({ page, method }) => page.portal === portal && method === "get" && personal(page))) {
			if (portal === "staff" && !holds(actor, route.page)) continue;
			if (notLaid.some((name) => route.page.path.includes(`:${name}`))) continue;
			const { status } = await ask(actor, route, own);
			// The form for an answer on paper is there only while an answer is awaited; the code only of what is collected.
			if (status !== 200 && status !== 303 && !/\/(antwoordformulier|ophalen)$/.test(route.page.path))
				wrong.push(`${route.page.path} ${status}`);
		}
		return wrong;
	};
	expect(await reached("anna", "staff")).toEqual([]);
	expect(await reached("mehmet", "candidate")).toEqual([]);
});
