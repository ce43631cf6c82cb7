import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import type { Child } from "hono/jsx";
import { sql } from "kysely";
import { enforce, NotAllowed, no } from "../../law/decision.ts";
import { may, scopeOf } from "../../law/roles.ts";
import { type Actor, type Audience, nobody } from "../actor.ts";
import type { Chance } from "../clock.ts";
import type { Door, Tx } from "../db.server.ts";
import { isMissing } from "../missing.ts";
import { type Outage, outageOf } from "../outage.ts";
import { plainError, type TechnicalLog } from "../technical-log.ts";
import { type Crowd, TooFast, takeTurn } from "./crowd.ts";
import { isOutdated } from "./device.ts";
import { guardAnswers } from "./headers.ts";
import { isDirect } from "./network.ts";
import { type Lang, NotFound, type Page, type Portal, redirect, type View, type Visit } from "./page.ts";
import { posted } from "./posted.ts";
import { factorAt, resume, type Session } from "./resume.server.ts";
import type { Services } from "./services.ts";

export type Frame = (visit: Visit, view: View, done: string | undefined) => Child | Promise<Child>;

/** What can be wrong: may not, is not there, sign in anew, too fast (seconds to wait), or broken. */
export type Wrong = NotAllowed | NotFound | { signIn: string } | { wait: number } | { traceId: string; outage?: Outage };

export interface Site {
	readonly door: Door;
	readonly pages: readonly Page[];
	readonly frames: Readonly<Record<Portal, Frame>>;
	/** Pages for what went wrong: refused (with its clause), not there, no longer signed in, broken (with the request's id). */
	readonly wrong: (visit: Visit, what: Wrong) => View;
	readonly services: Services;
	readonly chance: Chance;
	/** Told of each request that a part was away for. */
	readonly onAway?: (outage: Outage) => void;
	readonly log: TechnicalLog;
	/** The network a request counts for, of the socket's address and what proxies wrote; a forwarded header means nothing unless this says so. */
	readonly networkOf?: (socket: string, forwardedFor: string | undefined) => string;
	/** How fast one person may go, and how much at a time; without it nobody is held up. */
	readonly crowd?: Crowd;
}

export const cookieNames = { staff: "__Host-spoor-staff", candidate: "__Host-spoor-candidate" } as const;
export const signInPaths = { staff: "/aanmelden", candidate: "/mijn/aanmelden" } as const;
const audienceOf: Record<Portal, Audience> = {
	staff: "staff",
	candidate: "candidate",
	recipient: "recipient",
	public: "recipient",
};
const largestBody = 12 * 1024 * 1024;

/** The web application: every page of the route list inside its portal's frame, behind one order of checks. */
export function serve(site: Site): Hono {
	const app = new Hono();
	guardAnswers(app);
	const own = originsOf(site.services.publicUrl);
	app.use(csrf({ origin: (origin) => own.includes(origin) }));
	app.use(
		bodyLimit({
			maxSize: largestBody,
			onError: (context) => {
				site.log.warn({ method: context.req.method }, "a request was too large");
				return context.text("Dit is te groot: hoogstens 12 MB. / This is too large: at most 12 MB.", 413);
			},
		}),
	);
	for (const page of site.pages) {
		if (page.get) app.get(page.path, (context) => answer(site, page, "get", context));
		if (page.post) app.post(page.path, (context) => answer(site, page, "post", context));
	}
	app.notFound((context) => answer(site, lost(context), "get", context));
	app.onError((error, context) => {
		if (error instanceof Error && "getResponse" in error) {
			const refused = (error as { getResponse(): Response }).getResponse();
			site.log.warn({ status: refused.status, method: context.req.method }, "a request was refused before its page");
			return refused;
		}
		site.log.error(plainError(error), "request failed outside a page");
		return context.text("Er ging iets mis. / Something went wrong.", 500);
	});
	return app;
}

/** The origin of the configured address; on one's own machine its two names are the same place. */
export function originsOf(publicUrl: string): string[] {
	const { origin, hostname } = new URL(publicUrl);
	const other = { localhost: "127.0.0.1", "127.0.0.1": "localhost" }[hostname];
	return other ? [origin, origin.replace(hostname, other)] : [origin];
}

const lost = (context: Context): Page => ({
	path: "*",
	portal: context.req.path.startsWith("/mijn") ? "candidate" : "public",
	who: "anyone",
	get: () => {
		throw new NotFound();
	},
});

async function answer(site: Site, page: Page, method: "get" | "post", context: Context): Promise<Response> {
	const traceId = site.chance.uuid();
	let session: Session | undefined;
	let unknown: unknown;
	try {
		session = await sessionOf(site, page.portal, context);
	} catch (error) {
		unknown = error;
	}
	// Whose session cannot be read still has a browser that says what it speaks.
	const visit = await visitOf(site, page, context, session, traceId, method, unknown ? spokenBy(context) : "nl");
	let turn: (() => void) | undefined;
	try {
		if (unknown) throw unknown;
		turn = await takeTurn(site.crowd, page, visit, method, site.log);
		if (page.who !== "anyone") {
			if (!session?.second_factor_at) return await notSignedIn(site, page, visit, context, method);
			if (page.who !== "signedIn") await permit(visit, page);
		}
		return await show(site, page, visit, context, await (page[method] as NonNullable<Page["get"]>)(visit));
	} catch (error) {
		return failed(site, page, visit, context, error, traceId);
	} finally {
		turn?.();
	}
}

const onlyInCase = no("R1.2", {
	nl: "Een dossier opent voor de functionaris alleen binnen een verzoek, klacht of datalek.",
	en: "A dossier opens for the privacy officer only within a request, complaint or breach.",
});

/** The role table speaks first, and its refusal is logged like any other. */
async function permit(visit: Visit, page: Page): Promise<void> {
	const ability = page.who as Exclude<Page["who"], "anyone" | "signedIn">;
	const held = visit.by.actor.roles;
	// "Only within a case" opens no page by itself: a case (request, complaint, breach) will open its own. Until then: the broken glass.
	const decision = scopeOf(held, ability) === "case" ? onlyInCase : may(held, ability);
	if (decision.allowed) return;
	const { candidate } = visit.params;
	await visit.by.list("security", { action: "open", object: undefined, clause: decision.because }, async (tx) => {
		if (decision !== onlyInCase || !candidate || !(await glassOpen(tx, candidate))) enforce(decision);
	});
}

async function glassOpen(tx: Tx, candidate: string): Promise<boolean> {
	const { rows } = await sql<{ open: boolean }>`select app.glass_open(${candidate}::uuid) as open`.execute(tx);
	return rows[0]?.open === true;
}

async function failed(
	site: Site,
	page: Page,
	visit: Visit,
	context: Context,
	error: unknown,
	traceId: string,
): Promise<Response> {
	if (leadsNowhere(error)) {
		if (!isMissing(error))
			site.log.warn({ traceId, path: page.path, by: visit.by.actor.id }, "a form was sent that no page of ours has");
		return show(site, page, visit, context, { ...site.wrong(visit, new NotFound()), status: 404 });
	}
	if (error instanceof TooFast) return tooFast(site, page, visit, context, error.wait);
	if (error instanceof NotAllowed) return show(site, page, visit, context, { ...site.wrong(visit, error), status: 403 });
	const outage = outageOf(error);
	site.log.error({ traceId, path: page.path, ...(outage && { outage }), ...plainError(error) }, "page failed");
	if (outage) return away(site, page, visit, context, { traceId, outage });
	const response = await show(site, page, visit, context, site.wrong(visit, { traceId }));
	return new Response(response.body, { status: 500, headers: response.headers });
}

/** A part is away for now: said so, in a frame that asks nothing of it, with what was typed; whoever asks in JSON is told in JSON. */
async function away(
	site: Site,
	page: Page,
	visit: Visit,
	context: Context,
	what: { traceId: string; outage: Outage },
): Promise<Response> {
	site.onAway?.(what.outage);
	const view = site.wrong(visit, what);
	const headers = { "retry-after": "10", "cache-control": "no-store" };
	if (context.req.header("accept")?.startsWith("application/json"))
		return Response.json({ message: view.title }, { status: 503, headers });
	const known = Promise.race([
		visit.services.agency().catch(() => undefined),
		new Promise<undefined>((resolve) => setTimeout(resolve, 500)),
	]);
	const quiet = { ...visit, services: { ...visit.services, agency: () => known } };
	const response = await show(site, page, quiet, context, { ...view, bare: true });
	return new Response(response.body, { status: 503, headers: { ...Object.fromEntries(response.headers), ...headers } });
}

/** Nothing was done, and when it may go on; with what was typed. */
async function tooFast(site: Site, page: Page, visit: Visit, context: Context, wait: number): Promise<Response> {
	const view = { ...site.wrong(visit, { wait }), bare: true, status: 429 } as const;
	const headers = { "retry-after": String(wait), "cache-control": "no-store" };
	if (context.req.header("accept")?.startsWith("application/json"))
		return Response.json({ message: view.title }, { status: 429, headers });
	const response = await show(site, page, visit, context, view);
	response.headers.set("retry-after", headers["retry-after"]);
	return response;
}

// Hidden fields that no form of ours sends (a schema's error that a page let through) lead nowhere.
const leadsNowhere = (error: unknown): boolean => isMissing(error) || (error as Error)?.constructor?.name === "ZodError";

async function sessionOf(site: Site, portal: Portal, context: Context): Promise<Session | undefined> {
	if (portal !== "staff" && portal !== "candidate") return undefined;
	const token = getCookie(context, cookieNames[portal]);
	if (!token) return undefined;
	return resume(site.door, portal, token, { device: deviceOf(context), network: networkAt(site, context) });
}

// Our own names only: what else stands in a posted form's names is somebody's text.
const isFieldName = (name: string) => /^[A-Za-z][\w.-]{0,60}$/.test(name);

const deviceOf = (context: Context): string => context.req.header("user-agent")?.slice(0, 300) ?? "";

async function visitOf(
	site: Site,
	page: Page,
	context: Context,
	session: Session | undefined,
	traceId: string,
	method: string,
	otherwise: Lang,
): Promise<Visit> {
	const cookies = getCookie(context);
	const chosen = cookies["__Host-spoor-lang"];
	const lang: Lang = chosen === "nl" || chosen === "en" ? chosen : (session?.language ?? otherwise);
	const proven = session?.second_factor_at ? session : undefined;
	const actor: Actor = {
		kind: audienceOf[page.portal],
		id: proven?.person_id ?? nobody,
		roles: proven?.roles ?? [],
		traceId,
		...(proven && { sessionId: proven.session_id, secondFactorAt: factorAt(proven) as Date }),
	};
	const halfway = session && !proven ? { halfway: { sessionId: session.session_id, personId: session.person_id } } : {};
	const { form, files } = method === "post" ? await posted(context) : { form: {}, files: {} };
	return {
		by: site.door.as(actor),
		door: site.door,
		services: site.services,
		lang,
		t: (nl, en) => (lang === "en" ? en : nl),
		url: new URL(context.req.url),
		params: context.req.param(),
		form,
		files,
		cookies,
		device: deviceOf(context),
		...(isOutdated(context.req.raw.headers) && { outdated: true as const }),
		network: networkAt(site, context),
		direct: isDirect(context.req.raw.headers, new URL(context.req.url).host, originsOf(site.services.publicUrl)),
		nonce: context.get("secureHeadersNonce") ?? "",
		noteRefused: (fields) =>
			site.log.info({ traceId, path: page.path, by: actor.id, fields: fields.filter(isFieldName) }, "a form was refused"),
		...halfway,
	};
}

const spokenBy = (context: Context): Lang => (/^en\b/i.test(context.req.header("accept-language") ?? "") ? "en" : "nl");

const networkAt = ({ networkOf = (socket) => socket }: Site, context: Context): string =>
	networkOf(socketAddress(context), context.req.header("x-forwarded-for"));

// A request that came over no socket is a test's.
const socketAddress = (context: Context): string =>
	context.env?.incoming ? (getConnInfo(context).remote.address ?? "unknown") : "unknown";

/** Nobody is signed in: a GET goes to the sign-in page and comes back; a POST is told so, on a page that keeps what was typed. */
async function notSignedIn(site: Site, page: Page, visit: Visit, context: Context, method: "get" | "post"): Promise<Response> {
	const signIn = signInPaths[page.portal as "staff" | "candidate"];
	if (method === "post") return show(site, page, visit, context, { ...site.wrong(visit, { signIn }), bare: true, status: 401 });
	return redirect(`${signIn}?naar=${encodeURIComponent(visit.url.pathname + visit.url.search)}`);
}

async function show(site: Site, page: Page, visit: Visit, context: Context, given: View | Response): Promise<Response> {
	if (given instanceof Response) {
		if (!given.headers.has("cache-control")) given.headers.set("cache-control", "no-store");
		return given;
	}
	const said = visit.cookies["__Host-spoor-done"];
	const response = await context.html(
		(await site.frames[page.portal](visit, given, said)) as unknown as string,
		given.status ?? 200,
	);
	response.headers.set("cache-control", "no-store");
	for (const cookie of given.cookies ?? []) response.headers.append("set-cookie", cookie);
	if (said) response.headers.append("set-cookie", "__Host-spoor-done=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
	return response;
}
