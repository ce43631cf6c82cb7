import type { Hono } from "hono";
import { abilities } from "../src/law/roles.ts";
import type { Page } from "../src/platform/web/page.ts";
import { signInPaths } from "../src/platform/web/serve.server.tsx";

// The authorisation matrix has a row for each route. A page brings its own, in `who`; what the web process serves besides
// its pages has it here, with the reason why it is the same for everybody.
const besides: Readonly<Record<string, string>> = {
	"GET /healthz": "anyone: says that Spoor works and of which parts it is made, looks at nobody's data",
	"GET /assets/*": "anyone: scripts, styles and fonts, the same for everybody",
	"POST /beleidsmeldingen":
		"anyone: browsers say that a page of ours asked what its policy forbids; kept are the rule and the kind",
	"GET /favicon.ico": "anyone: leads to the mark",
};

/** Parameters that the matrix knows how to fill in: of a dossier, so that another's must look like nobody's, or of no person. A new one goes in either list here, and what is of a dossier in `layThings` too. */
export const ofDossier = [
	"candidate",
	"trajectory",
	"report",
	"version",
	"note",
	"disclosure",
	"id",
	"membership",
	"consent",
	"event",
	"request",
	"answer",
] as const;
const ofNobody = [
	"link",
	"clause",
	"message",
	"part",
	"name",
	"passkey",
	"commissioner",
	"contact",
	"staff",
	"exception",
	"glass",
];

/** Of a dossier too, but the matrix lays none: the address names the candidate beside it. */
export const notLaid = ["demand"];

/** Whose dossier a page is about, if anybody's. */
export const personal = (page: Page, more: readonly string[] = []): boolean =>
	[...ofDossier, ...more].some((name) => page.path.includes(`:${name}`));

/** Routes of the web application that no row of the matrix covers, each with what is missing. Read from the router itself. */
export function withoutRow(app: Hono, pages: readonly Page[], fills: readonly string[]): string[] {
	const known = new Set([...ofDossier, ...ofNobody, ...notLaid, ...fills]);
	const wrong: string[] = [];
	for (const { method, path } of app.routes) {
		if (method === "ALL") continue; // what every request passes through
		const page = pages.find((one) => one.path === path && one[method.toLowerCase() as "get" | "post"]);
		const route = `${method} ${path}`;
		if (!page) {
			if (!Object.hasOwn(besides, route)) wrong.push(`${route}: no page and no row`);
			continue;
		}
		if (page.who !== "anyone" && page.who !== "signedIn" && !Object.hasOwn(abilities, page.who))
			wrong.push(`${route}: who may is not in the role table`);
		if (page.who !== "anyone" && !(page.portal in signInPaths)) wrong.push(`${route}: nobody can be signed in there`);
		for (const [, name = ""] of path.matchAll(/:(\w+)/g))
			if (!known.has(name)) wrong.push(`${route}: what stands behind :${name} is not known`);
	}
	return wrong;
}
