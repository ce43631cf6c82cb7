import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { NONCE, secureHeaders } from "hono/secure-headers";
import type { Clock } from "../clock.ts";
import type { TechnicalLog } from "../technical-log.ts";

/** Where browsers say that a page asked for something that its policy forbids. */
export const policyReports = "/beleidsmeldingen";

/** What every answer tells the browser: nothing from elsewhere, no frames, no sniffing, nothing kept unless it says so. */
export function guardAnswers(app: Hono): void {
	app.use(
		secureHeaders({
			contentSecurityPolicy: {
				defaultSrc: ["'none'"],
				scriptSrc: [NONCE, "'strict-dynamic'"],
				styleSrc: ["'self'", NONCE],
				imgSrc: ["'self'", "data:"],
				fontSrc: ["'self'"],
				connectSrc: ["'self'"],
				workerSrc: ["'self'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
				baseUri: ["'none'"],
				objectSrc: ["'none'"],
				// all browsers know report-uri; not all of them report-to
				reportUri: policyReports,
			},
			// no-referrer would make plain forms post Origin: null, which the CSRF check refuses
			referrerPolicy: "same-origin",
			xFrameOptions: "DENY",
			crossOriginOpenerPolicy: "same-origin",
			crossOriginResourcePolicy: "same-origin",
			strictTransportSecurity: "max-age=63072000; includeSubDomains",
		}),
	);
	// Also of who is sent to sign in, or refused before a page was asked: nothing here is for a cache unless it says so.
	app.use(async (context, next) => {
		await next();
		if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
	});
}

/** What the technical log keeps of such a report: which rule, and of what kind it was. Never an address: that can name a dossier. */
export function policyReport(text: string): { rule: string; blocked: string } | undefined {
	let said: unknown;
	try {
		said = JSON.parse(text);
	} catch {
		return undefined;
	}
	const report = (said as { "csp-report"?: Record<string, unknown> } | null)?.["csp-report"];
	const rule = String(report?.["effective-directive"] ?? report?.["violated-directive"] ?? "").split(" ")[0] ?? "";
	if (!/^[a-z-]{3,40}$/.test(rule)) return undefined;
	const blocked = String(report?.["blocked-uri"] ?? "");
	if (/^(inline|eval|wasm-eval)$/.test(blocked)) return { rule, blocked };
	return { rule, blocked: /^[a-z-]+:/i.exec(blocked)?.[0].toLowerCase() ?? "unknown" };
}

/** Takes those reports, from anybody: sixty an hour are written down, which is enough to know that something is wrong. */
export function takePolicyReports(app: Hono, log: TechnicalLog, clock: Clock): void {
	let hour = { from: 0, kept: 0 };
	app.post(policyReports, bodyLimit({ maxSize: 16 * 1024 }), async (context) => {
		const now = clock.now().getTime();
		if (now - hour.from > 3_600_000) hour = { from: now, kept: 0 };
		const report = policyReport(await context.req.text());
		if (report && ++hour.kept <= 60) log.warn(report, "a browser refused something on a page of ours");
		return context.body(null, 204);
	});
}
