import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, demoPerson, totp, useChromium } from "./browser.ts";
import { onMainPages } from "./main-pages.ts";

const chromium = useChromium();

// Words that no English sentence holds. What people wrote themselves, and names, stay as they are.
const dutch = /\b(het|een|niet|voor|naar|zijn|wordt|jouw|kandidaten|gegevens|begeleider|aanmelden|bewaar|vandaag|kies|zoek)\b/i;
const ownWords = "h1, h2, legend, label, button, summary, th, dt, nav a, .hint, .badge, .notice, .empty, .button";

test("R10.1 — who reads English finds no Dutch on the main pages", async () => {
	const page = await chromium.open("/aanmelden");
	await click(page, "English");
	await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
	const left: string[] = [];
	await onMainPages(page, true, async (path) => {
		expect(await page.locator("html").getAttribute("lang"), path).toBe("en");
		const words = await page
			.locator(ownWords)
			.evaluateAll((all) =>
				all.filter((one) => !one.closest("[lang=nl]")).map((one) => (one as HTMLElement).innerText.replace(/\s+/g, " ")),
			);
		for (const text of new Set(words)) if (dutch.test(text)) left.push(`${path}: ${text}`);
	});
	expect(left).toEqual([]);
});

test("R10.1 — the keyboard alone signs one in and fills in a form", async () => {
	const page = await chromium.open("/aanmelden");
	const bea = demoPerson("Bea");
	const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent);
	/** Tabs on until the field with this name, or what is called so, has the focus; seen, not only had. */
	const tabTo = async (name: string) => {
		for (let presses = 0; presses < 80; presses++) {
			await page.keyboard.press("Tab");
			if ((await focused())?.trim() !== name) continue;
			const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
			expect(outline, `focus on ${name} is seen`).not.toBe("none");
			return;
		}
		throw new Error(`Tab never came to ${name}`);
	};
	await tabTo("email");
	await page.keyboard.type(bea.email);
	await tabTo("password");
	await page.keyboard.type(bea.password);
	await page.keyboard.press("Enter");
	await page.waitForURL("**/aanmelden/code");
	await tabTo("code");
	await page.keyboard.type(totp(bea.totpSecret));
	await page.keyboard.press("Enter");
	await page.waitForURL((url) => url.pathname === "/");

	await page.goto("/opdrachtgevers/nieuw");
	await page.keyboard.press("Tab");
	expect(await focused()).toContain("Naar de inhoud"); // past the menu at once
	await page.keyboard.press("Enter");
	await tabTo("kind");
	await page.keyboard.press("Space");
	await tabTo("name");
	await page.keyboard.press("Enter");
	const summary = page.getByRole("alert");
	await summary.getByRole("link", { name: "Vul de naam in." }).waitFor();
	expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter"); // the error leads to its field
	await expect.poll(focused).toBe("name");
	await page.keyboard.type("Rietdekkersbedrijf Van Stro");
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: "Rietdekkersbedrijf Van Stro" }).waitFor();
});

const looks = (["light", "dark"] as const).flatMap((colorScheme) => [1280, 320].map((width) => ({ colorScheme, width })));
// Without frames to look into and with no more reported than what is wrong, it takes a fifth of the time.
const axe = (page: Page) =>
	new AxeBuilder({ page })
		.setLegacyMode(true)
		.options({ resultTypes: ["violations"], iframes: false, preload: false })
		.analyze();

const long = Boolean(process.env.SPOOR_ALL);
for (const { colorScheme, width } of long ? looks : looks.slice(0, 1)) {
	test(`R10.1 — nothing on the main pages is in the way of who cannot see them well (${colorScheme}, ${width} wide)`, async () => {
		const page = await chromium.open("/aanmelden", { colorScheme, viewport: { width, height: 800 }, reducedMotion: "reduce" });
		const found: string[] = [];
		await onMainPages(page, long, async (path) => {
			const { violations } = await axe(page);
			for (const { id, nodes } of violations)
				found.push(`${path}: ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
			const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
			if (scrollWidth > clientWidth) found.push(`${path}: scrolls sideways`);
		});
		expect(found).toEqual([]);
	}, 240_000);
}
