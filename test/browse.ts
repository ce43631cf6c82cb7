import { createHash, randomBytes } from "node:crypto";
import type { Hono } from "hono";
import pino from "pino";
import { systemChance } from "../src/platform/clock.ts";
import type { Page } from "../src/platform/web/page.ts";
import { cookieNames, serve } from "../src/platform/web/serve.server.tsx";
import type { Services } from "../src/platform/web/services.ts";
import { frames } from "../src/portals/frames.tsx";
import { wrong } from "../src/portals/wrong.tsx";
import type { CandidateName, StaffName, TestHouse } from "./people.ts";

const origin = "http://spoor.test";
export type Fields = Record<string, string | string[]>;

export interface Shown {
	status: number;
	/** What it shows: a page, mostly. */
	html: string;
	/** Where it sends one to. */
	to: string | null;
	headers: Headers;
}
export interface Browser {
	/** The page as HTML with its status. */
	get(path: string): Promise<Shown>;
	/** Posts a form as a browser does. */
	post(path: string, fields?: Fields): Promise<Shown>;
}
export interface Visitor extends Browser {
	cookies: Map<string, string>;
}

/** These pages as the web process serves them, over a test's own database; requests seem to come from `network`. */
export function webOver(
	house: TestHouse,
	pages: readonly Page[],
	passed: Partial<Services> = {},
	network: (socket: string, forwardedFor?: string) => string = () => "203.0.113.7",
	web: typeof serve = serve,
): Hono {
	return web({
		door: house.door,
		pages,
		frames,
		wrong,
		chance: systemChance,
		log: pino({ level: process.env.SPOOR_LOG ?? "silent" }),
		networkOf: network,
		services: {
			publicUrl: origin,
			mode: "test",
			agency: async () => undefined,
			selfTest: async () => [],
			render: () => Promise.reject(new Error("nothing is rendered here")),
			...passed,
		},
	});
}

/** The same for people of the house who signed in with both factors. */
export function siteOf(house: TestHouse, pages: readonly Page[], passed: Partial<Services> = {}, web: typeof serve = serve) {
	const app = webOver(house, pages, passed, undefined, web);
	return {
		app,
		/** With more that this browser says in its headers; a cookie comes beside the session's. */
		as: (name: StaffName, headers: Record<string, string> = {}) => signedIn(app, house, "staff", house.ids[name], headers),
		asCandidate: (name: CandidateName) => signedIn(app, house, "candidate", house.worlds[name].candidate),
		anyone: (): Browser => browser(app, {}),
	};
}

/** Somebody with a browser of their own: keeps cookies, follows no redirect, runs no script. */
export function visitor(app: Hono, device = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"): Visitor {
	const cookies = new Map<string, string>();
	return { cookies, ...browser(app, { "user-agent": device }, cookies) };
}

async function signedIn(
	app: Hono,
	house: TestHouse,
	realm: "staff" | "candidate",
	person: string,
	headers: Record<string, string> = {},
): Promise<Browser> {
	const cookie = [await sessionCookie(house, realm, person), headers.cookie].filter(Boolean).join("; ");
	return browser(app, { ...headers, cookie });
}

/** A session with both factors, as the cookie that its browser keeps. */
export async function sessionCookie(house: TestHouse, realm: "staff" | "candidate", person: string): Promise<string> {
	const token = randomBytes(32).toString("base64url");
	// One statement, so that entry and session are of one transaction: the guard asks for that.
	await house.rows(
		`do $$ begin
			perform set_config('app.actor', '${person}', true);
			perform set_config('app.entry', audit.append('system', '{}', null, null, array['${person}'::uuid], '{}', 'create', null, null, 'security', null, null, 'allowed', null, null)::text, true);
			insert into auth.account (person_id, realm, email_token, created_by, activated_at)
				values ('${person}', '${realm}', '\\x${randomBytes(16).toString("hex")}', '${person}', now()) on conflict do nothing;
			insert into auth.session (person_id, realm, token_hash, second_factor_at)
				values ('${person}', '${realm}', '\\x${createHash("sha256").update(token).digest("hex")}', now());
		end $$`,
	);
	return `${cookieNames[realm]}=${token}`;
}

function browser(app: Hono, said: Record<string, string>, cookies?: Map<string, string>): Browser {
	const ask = async (path: string, init: RequestInit): Promise<Shown> => {
		const kept = cookies && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
		const answer = await app.request(origin + path, { ...init, headers: { ...init.headers, ...said, ...kept } });
		if (cookies) keep(cookies, answer.headers.getSetCookie());
		return { status: answer.status, html: await answer.text(), to: answer.headers.get("location"), headers: answer.headers };
	};
	return {
		get: (path) => ask(path, {}),
		post: (path, fields = {}) => {
			const body = new URLSearchParams();
			for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
			return ask(path, { method: "POST", body, headers: { origin, "content-type": "application/x-www-form-urlencoded" } });
		},
	};
}

function keep(cookies: Map<string, string>, lines: readonly string[]): void {
	for (const line of lines) {
		const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
		if (/max-age=0(;|$)/i.test(line)) cookies.delete(name);
		else cookies.set(name, value);
	}
}
