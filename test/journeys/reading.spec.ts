import { expect, test } from "vitest";
import { click, demoPerson, totp, useChromium } from "./browser.ts";
import { dutchOn, glance } from "./looking.ts";
import { onMainPages } from "./main-pages.ts";

const chromium = useChromium();

test("R10.1 — who reads English finds no Dutch on the main pages", async () => {
	const page = await chromium.open("/aanmelden");
	await click(page, "English");
	await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
	const left: string[] = [];
	await onMainPages(page, true, async (path) => {
		expect(await page.locator("html").getAttribute("lang"), path).toBe("en");
		left.push(...(await dutchOn(page)).map((text) => `${path}: ${text}`));
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
	await expect.poll(() => summary.evaluate((one) => one === document.activeElement)).toBe(true);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter"); // the error leads to its field
	await expect.poll(focused).toBe("name");
	await page.keyboard.type("Rietdekkersbedrijf Van Stro");
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: "Rietdekkersbedrijf Van Stro" }).waitFor();
});

test("R10.1 — nothing on the main pages is in the way of who cannot see them well, and at 400 % everything is there", async () => {
	const page = await chromium.open("/aanmelden", { viewport: { width: 1280, height: 1024 }, reducedMotion: "reduce" });
	const found: string[] = [];
	await onMainPages(page, false, async (path) => {
		found.push(...(await glance(page)).map((one) => `${path}: ${one}`));
	});
	expect(found).toEqual([]);
}, 240_000);
