import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { Secret, TOTP } from "otpauth";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { DemoPerson } from "../../src/accounts/demonstration.server.ts";
import { launchChromium } from "../chromium.ts";

export type Options = BrowserContextOptions & {
	/** Another house than the demonstration that all journeys share. */ url?: string;
};

/** Chromium for one file of journeys. Whatever a page complains about, in a script or on its console, fails the test. */
export function useChromium(): { open: (path: string, options?: Options) => Promise<Page> } {
	let browser: Browser;
	const complaints: string[] = [];
	beforeAll(async () => {
		browser = await launchChromium();
	});
	afterEach(async () => {
		for (const context of browser.contexts()) await context.close();
		expect(complaints.splice(0), "what pages complained about").toEqual([]);
	});
	afterAll(() => browser?.close());
	return {
		/** A page in a browser window of its own, with no cookies yet. */
		open: async (path, { url = inject("house").url, ...options } = {}) => {
			const context = await browser.newContext({ baseURL: url, locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
			context.setDefaultTimeout(20_000);
			context.on("weberror", (error) => complaints.push(`${error.page()?.url()}: ${error.error().stack}`));
			context.on("console", (message) => {
				// That a request was refused, or that there was no network, is what these journeys are about; the server's own failure never is.
				const refused = /^Failed to load resource: (.* status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/.test(message.text());
				if (message.type() === "error" && !refused) complaints.push(`${message.page()?.url()}: ${message.text()}`);
			});
			const page = await context.newPage();
			await page.goto(path);
			return page;
		},
	};
}

/** Signs in with the demonstration's one click, after forgetting whoever was signed in here. `name`: a part of the name. */
export const signInAs = (page: Page, name: string): Promise<void> => oneClick(page, "/aanmelden", "/", name);
export const signInAsCandidate = (page: Page, name: string): Promise<void> => oneClick(page, "/mijn/aanmelden", "/mijn", name);

async function oneClick(page: Page, door: string, home: string, name: string): Promise<void> {
	await page.context().clearCookies({ name: /^(?!__Host-spoor-lang$)/ }); // a computer keeps its language
	await page.goto(door);
	await rowOf(page, name).getByRole("button").click();
	await page.waitForURL((url) => url.pathname === home);
}

/** The one row of a table that holds this text. */
export const rowOf = (page: Page | Locator, text: string): Locator => page.getByRole("row").filter({ hasText: text });

/** The code that this person's phone shows now, as the demonstration's page says it. */
export async function codeOf(page: Page, name: string): Promise<string> {
	const codes = await page.context().newPage();
	await codes.goto("/demo/codes");
	const code = await rowOf(codes, name).getByRole("cell").last().innerText();
	await codes.close();
	return code.trim();
}

/** One of the demonstration's people: address, password and the secret of their app. */
export function demoPerson(name: string, data = inject("house").data): DemoPerson {
	const people = JSON.parse(readFileSync(join(data, "files", "demo-people.json"), "utf8")) as DemoPerson[];
	const one = people.find((person) => person.name.includes(name));
	if (!one) throw new Error(`${name} is not one of the demonstration's people`);
	return one;
}

/** The code of an app with this secret. A code works once; the one that comes next (`ahead` 1) is good already. */
export const totp = (secret: string, ahead = 0): string =>
	new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, "")) }).generate({ timestamp: Date.now() + ahead * 30_000 });

/** Fills the field with this label or name. */
export async function fill(page: Page | Locator, field: string, text: string): Promise<void> {
	await fieldOf(page, field).fill(text);
}

/** The field with this visible label, or with this name. */
export const fieldOf = (page: Page | Locator, field: string): Locator =>
	page
		.getByLabel(field, { exact: true })
		.or(page.locator(`[name="${field.replace(/["\\]/g, "")}"]:not([type=hidden])`))
		.first();

/** Clicks the button or link with this name; `within` a part of the page. */
export async function click(page: Page | Locator, name: string | RegExp): Promise<void> {
	const what = typeof name === "string" ? { name, exact: true } : { name };
	await page.getByRole("button", what).or(page.getByRole("link", what)).first().click();
}

/** The three boxes of a date, from YYYY-MM-DD. */
export async function fillDate(page: Page | Locator, name: string, day: string): Promise<void> {
	const [year = "", month = "", date = ""] = day.split("-");
	for (const [part, text] of [
		["day", date],
		["month", month],
		["year", year],
	])
		await page.locator(`[name="${name}_${part}"]`).fill(text ?? "");
}

/** The mail that was caught, newest first. */
export async function lettersIn(data = inject("house").data): Promise<(ParsedMail & { file: string })[]> {
	const folder = join(data, "mail");
	const files = readdirSync(folder).filter((name) => name.endsWith(".eml"));
	const letters = await Promise.all(
		files.map(async (file) => ({ ...(await simpleParser(readFileSync(join(folder, file)))), file })),
	);
	return letters.sort((a, b) => (b.date?.getTime() ?? 0) - (a.date?.getTime() ?? 0) || b.file.localeCompare(a.file));
}

/** Waits for the newest letter to this address (with this in its text or subject); the worker sends it in its own time. */
export async function letterTo(
	email: string,
	holding: string | RegExp = "",
	data = inject("house").data,
): Promise<ParsedMail & { file: string }> {
	let letter: (ParsedMail & { file: string }) | undefined;
	await expect
		.poll(
			async () => {
				letter = (await lettersIn(data)).find(
					(one) => addressees(one).includes(email.toLowerCase()) && `${one.subject}\n${one.text}`.match(holding),
				);
				return letter !== undefined;
			},
			{ message: `a letter to ${email}`, timeout: 30_000, interval: 250 },
		)
		.toBe(true);
	return letter as ParsedMail & { file: string };
}

export const addressees = (letter: ParsedMail): string[] =>
	[letter.to ?? []]
		.flat()
		.flatMap((list) => list.value)
		.map((one) => one.address?.toLowerCase() ?? "");

/** The first link in a letter whose address holds this; as a path, so that it opens in the browser's own house. */
export function linkIn(letter: ParsedMail, holding: string): string {
	const link = (letter.text ?? "").match(/https?:\/\/\S+/g)?.find((one) => one.includes(holding));
	if (!link) throw new Error(`No link with ${holding} in: ${letter.text}`);
	const { pathname, search, hash } = new URL(link);
	return pathname + search + hash;
}
