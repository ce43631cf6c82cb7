import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ability, may, scopeOf } from "../../src/law/roles.ts";
import type { Page } from "../../src/platform/web/page.ts";
import { pages } from "../../src/routes.ts";
import { type Browser, siteOf } from "../browse.ts";
import { at, layThings, nothing, plain, type Things } from "../matrix.ts";
import { type StaffName, type TestHouse, testHouse } from "../people.ts";
import { pressFor } from "../press.ts";

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

/** Parameters that stand for somebody's dossier: another's must look like nobody's. The others name no person's dossier. */
const ofDossier = ["candidate", "trajectory", "report", "version", "note", "disclosure", "id", "membership"];

/** Who may know that somebody is there, though not what is in the dossier: a coordinator sees the headers of all. */
const knows: Partial<Record<Actor, readonly string[]>> = { carla: ["/kandidaten/:candidate"] };

let house: TestHouse;
let own: Things;
let foreign: Things;
let absent: Things;
const browsers = new Map<Actor, Browser>();

beforeAll(async () => {
	house = await testHouse();
	const press = await pressFor(house);
	own = await layThings(house, press, "mehmet");
	foreign = await layThings(house, press, "sofie");
	absent = nothing(own);
	const site = siteOf(house, pages, { render: press.render, agency: press.agency });
	for (const actor of actors) {
		if (actor === "anyone") browsers.set(actor, site.anyone());
		else browsers.set(actor, await (actor === "mehmet" ? site.asCandidate("mehmet") : site.as(actor)));
	}
}, 120_000);
afterAll(() => house.close());

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
const personal = (page: Page) => ofDossier.some((name) => page.path.includes(`:${name}`));

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
			expect(plain(answers[1]?.html ?? "", foreign)).toBe(plain(answers[2]?.html ?? "", absent));
		},
	);

	if (!personal(page)) return;
	it.each(actors.filter((actor) => inRealm(actor, page) && (page.portal === "candidate" || holds(actor, page))))(
		"R1.2 — %s cannot tell another's from nobody's",
		async (actor) => {
			const everybodys = page.portal === "staff" && scopeOf(roles[actor as StaffName], page.who as Ability) === "all";
			const [theirs, nobodys] = [await ask(actor, route, foreign), await ask(actor, route, absent)];
			expect(theirs.status).toBeLessThan(500);
			if (everybodys || knows[actor]?.includes(page.path)) return;
			expect(theirs.status).toBe(nobodys.status);
			expect(plain(theirs.html, foreign)).toBe(plain(nobodys.html, absent));
		},
	);
});

it("R1.2 — every route names who may, and every parameter is one this matrix fills in", () => {
	const known = new Set([...Object.keys(own), "clause", "message", "part", "name", "passkey"]);
	for (const page of pages) for (const [, name] of page.path.matchAll(/:(\w+)/g)) expect(known, `${page.path}`).toContain(name);
	expect(methods.length).toBeGreaterThan(80);
});

it("R5.1 — the coach of record and the candidate do reach their own", async () => {
	const reached = async (actor: Actor, portal: string) => {
		const wrong: string[] = [];
		for (const route of methods.filter(({ page, method }) => page.portal === portal && method === "get" && personal(page))) {
			if (portal === "staff" && !holds(actor, route.page)) continue;
			const { status } = await ask(actor, route, own);
			// The form for an answer on paper is there only while an answer is awaited.
			if (status !== 200 && status !== 303 && !route.page.path.endsWith("/antwoordformulier"))
				wrong.push(`${route.page.path} ${status}`);
		}
		return wrong;
	};
	expect(await reached("anna", "staff")).toEqual([]);
	expect(await reached("mehmet", "candidate")).toEqual([]);
});
