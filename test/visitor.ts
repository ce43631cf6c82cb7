import type { Hono } from "hono";
import { systemChance } from "../src/platform/clock.ts";
import { technicalLog } from "../src/platform/technical-log.ts";
import type { Page } from "../src/platform/web/page.ts";
import { serve } from "../src/platform/web/serve.server.tsx";
import type { Services } from "../src/platform/web/services.ts";
import { frames } from "../src/portals/frames.tsx";
import { wrong } from "../src/portals/wrong.tsx";
import type { TestHouse } from "./people.ts";

const origin = "http://spoor.test";

/** The web application over a test's own database, with these pages; requests seem to come from `network`. */
export function webOver(
	house: TestHouse,
	pages: readonly Page[],
	services: Partial<Services> = {},
	network: (socket: string, forwardedFor?: string) => string = () => "203.0.113.7",
): Hono {
	return serve({
		door: house.door,
		pages,
		frames,
		wrong,
		chance: systemChance,
		log: technicalLog("test"),
		networkOf: network,
		services: {
			publicUrl: origin,
			mode: "test",
			agency: async () => undefined,
			selfTest: async () => [],
			render: () => Promise.reject(new Error("nothing is rendered here")),
			...services,
		},
	});
}

export interface Answer {
	status: number;
	/** Where it sends one to. */
	to: string | null;
	text: string;
	headers: Headers;
}

export interface Visitor {
	cookies: Map<string, string>;
	get(path: string): Promise<Answer>;
	post(path: string, fields?: Record<string, string>): Promise<Answer>;
}

/** Somebody with a browser of their own: keeps cookies, follows no redirect, runs no script. */
export function visitor(app: Hono, device = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"): Visitor {
	const cookies = new Map<string, string>();
	const ask = async (path: string, init: RequestInit): Promise<Answer> => {
		const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		const response = await app.request(origin + path, {
			...init,
			headers: { cookie, origin, "user-agent": device, ...init.headers },
		});
		for (const line of response.headers.getSetCookie()) {
			const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0(;|$)/i.test(line)) cookies.delete(name);
			else cookies.set(name, value);
		}
		return {
			status: response.status,
			to: response.headers.get("location"),
			text: await response.text(),
			headers: response.headers,
		};
	};
	return {
		cookies,
		get: (path) => ask(path, {}),
		post: (path, fields = {}) =>
			ask(path, {
				method: "POST",
				body: new URLSearchParams(fields).toString(),
				headers: { "content-type": "application/x-www-form-urlencoded" },
			}),
	};
}
