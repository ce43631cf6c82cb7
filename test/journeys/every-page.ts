import type { Page } from "playwright-core";
import { expect } from "vitest";
import { pages } from "../../src/routes.ts";
import { signInAs, signInAsCandidate } from "./browser.ts";

/** Who goes through the house, and where they begin beside their own start page: what no link leads to. */
export const visitors = {
	anyone: [
		"/aanmelden",
		"/mijn/aanmelden",
		"/reglement",
		"/controleer",
		"/demo/codes",
		"/demo/post",
		"/uitnodiging",
		"/mijn/uitnodiging",
	],
	Anna: ["/reglement/kennisnemen", "/noodtoegang", "/zoeken", "/berichten"],
	Carla: ["/rapportages/verzending"],
	Bea: [],
	Finn: [],
	Fenna: [],
	Ada: [],
	"Mehmet Demir": [],
	"Tjitske Hoekstra": [],
} as const satisfies Record<string, readonly string[]>;
export type Visitor = keyof typeof visitors;
const candidates: readonly string[] = ["Mehmet Demir", "Tjitske Hoekstra"];

const routes = pages
	.filter((page) => page.get)
	.map(({ path }) => ({
		path,
		is: new RegExp(`^${path.replace(/:\w+(\{[^}]*\})?/g, (_all, pattern) => pattern?.slice(1, -1) ?? "[^/]+")}$`),
	}))
	// What is fixed before what may be anything: "nieuw" is no id.
	.sort((a, b) => (a.path.match(/:/g)?.length ?? 0) - (b.path.match(/:/g)?.length ?? 0));

/** The route of an address, or undefined for what is no page of ours. */
export const routeOf = (address: string): string | undefined =>
	routes.find(({ is }) => is.test(decodeURIComponent(new URL(address).pathname)))?.path;

/** All routes that show a page, to see that none was forgotten. */
export const shown = routes.map(({ path }) => path).filter((path) => !/\.(pdf|crt)|\{|:part$|bewaar$|aanwezig$/.test(path));

// In how many states a screen is looked at, where that is more than one.
const states: Readonly<Record<string, number>> = {
	"/kandidaten/:candidate": 4,
	"/kandidaten/:candidate/rapporten/:report": 9,
	"/mijn/rapporten/:report": 3,
	"/kandidaten/:candidate/notities/:note": 2,
};
// Not followed: files, and what changes the language or signs out.
const leave = /\.(pdf|crt|eml)$|^\/taal|afmelden$/;

/** Goes wherever links lead this visitor and calls `look` on every screen. Comes back with the routes that were seen. */
export async function goThrough(page: Page, who: Visitor, look: (path: string) => Promise<void>): Promise<Set<string>> {
	if (who !== "anyone") await (candidates.includes(who) ? signInAsCandidate(page, who) : signInAs(page, who));
	const { origin } = new URL(page.url());
	const queue = [...(who === "anyone" ? [] : [page.url()]), ...visitors[who].map((path) => origin + path)];
	const been = new Set<string>();
	const times = new Map<string, number>();
	for (let address = queue.shift(); address; address = queue.shift()) {
		const route = routeOf(address);
		const seen = times.get(route ?? "") ?? 0;
		if (!route || been.has(address) || seen >= (states[route] ?? 1)) continue;
		been.add(address);
		times.set(route, seen + 1);
		const answer = await page.goto(address).catch(unlessDownload);
		const path = address.slice(origin.length);
		expect(answer?.status() ?? 200, path).toBeLessThan(500);
		// A document that opens in the browser's own viewer is no screen of ours.
		if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue;
		await page.evaluate(() => document.fonts.ready);
		await look(path);
		queue.push(...(await linksOn(page, origin, who)));
	}
	return new Set(times.keys());
}

// A file to keep is no screen of ours either.
function unlessDownload(error: Error): undefined {
	if (!error.message.includes("Download is starting")) throw error;
}

/** Goes wherever links lead from these addresses, once a route, as far as `within` lets, and calls `look` on every screen. */
export async function goOn(
	page: Page,
	from: readonly string[],
	within: (path: string, route: string) => boolean,
	look: (page: Page) => Promise<void>,
): Promise<void> {
	const queue = [...from];
	const been = new Set<string>();
	for (let at = queue.shift(); at; at = queue.shift()) {
		const route = routeOf(at);
		const { pathname } = new URL(at);
		if (!route || been.has(route) || leave.test(pathname) || !within(pathname, route)) continue;
		been.add(route);
		const answer = await page.goto(at).catch(unlessDownload);
		if (!answer?.headers()["content-type"]?.startsWith("text/html")) continue;
		expect(answer.status(), pathname).toBe(200);
		await page.evaluate(() => document.fonts.ready);
		await look(page);
		queue.push(...(await hrefsOn(page)));
	}
}

/** Where the links of a page lead. */
const hrefsOn = (page: Page): Promise<string[]> =>
	page.locator("a[href]").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));

async function linksOn(page: Page, origin: string, who: Visitor): Promise<string[]> {
	const all = await hrefsOn(page);
	const own = (path: string) =>
		candidates.includes(who) ? path.startsWith("/mijn") : !/^\/(mijn|demo|reglement|controleer)/.test(path);
	return all
		.map((href) => href.split("#")[0] as string)
		.filter((href) => href.startsWith(`${origin}/`) && !leave.test(new URL(href).pathname))
		.filter((href) => who === "anyone" || own(new URL(href).pathname));
}
