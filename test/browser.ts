import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { createBuilder } from "vite";
import { useAssetsFrom } from "../src/ui/assets.ts";
import { launchChromium } from "./chromium.ts";

// As strict as the real policy: a script, style, font or worker from anywhere else fails the test.
const POLICY =
	"default-src 'none'; script-src 'self' 'nonce-test'; style-src 'self' 'nonce-test'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'";

export type TestBrowser = {
	origin: string;
	/** A page on the test server, and what it complained about on its console. */
	open: (path: string, options?: BrowserContextOptions) => Promise<{ page: Page; complaints: string[] }>;
	close: () => Promise<void>;
};

/** Builds styles and islands, serves `app` with them under a strict policy, and opens a real browser. */
export async function startBrowser(app: Hono): Promise<TestBrowser> {
	const folder = mkdtempSync(join(tmpdir(), "spoor-assets-"));
	const builder = await createBuilder({ logLevel: "warn", environments: { client: { build: { outDir: folder } } } });
	const environment = builder.environments.client;
	if (environment) await builder.build(environment);
	useAssetsFrom(folder);
	const whole = new Hono();
	whole.use(async (context, next) => {
		await next();
		context.header("Content-Security-Policy", POLICY);
	});
	whole.get("/assets/*", serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace("/assets", "") }));
	whole.route("/", app);
	const server = serve({ fetch: whole.fetch, port: 0, hostname: "127.0.0.1" });
	const browser = await launchChromium();
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		open: (path, options) => openPage(browser, origin + path, options),
		close: async () => {
			await browser.close();
			await new Promise((resolve) => server.close(resolve));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

async function openPage(
	browser: Browser,
	url: string,
	options?: BrowserContextOptions,
): Promise<{ page: Page; complaints: string[] }> {
	const page = await (await browser.newContext({ locale: "nl-NL", ...options })).newPage();
	const complaints: string[] = [];
	page.on("console", (message) => {
		// That a request was refused or got no answer is what these tests are about.
		if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) complaints.push(message.text());
	});
	page.on("pageerror", (error) => complaints.push(error.message));
	await page.goto(url);
	await page.evaluate(() => document.fonts.ready);
	return { page, complaints };
}
