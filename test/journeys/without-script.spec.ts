import { expect, test } from "vitest";
import { click, demoPerson, fieldOf, fill, fillDate, rowOf, totp, useChromium } from "./browser.ts";

const chromium = useChromium();

test("R5.1 — without script one signs in, writes a note, and a form with an error keeps what was typed", async () => {
	const page = await chromium.open("/aanmelden", { javaScriptEnabled: false });
	const yasmina = demoPerson("Yasmina");
	await fill(page, "email", yasmina.email);
	await fill(page, "password", yasmina.password);
	await click(page, "Verder");
	await fill(page, "code", totp(yasmina.totpSecret));
	await click(page, "Aanmelden");
	await page.waitForURL((url) => url.pathname === "/");

	await page.goto("/kandidaten");
	await rowOf(page, "Piotr Zieliński").getByRole("link").click();
	await click(page, "Schrijf een notitie");
	await fill(page, "goal", "Oefenen met een gesprek.");
	await click(page, "Bewaar als concept");
	await page.getByText("Het concept is bewaard.").waitFor();
	expect(await fieldOf(page, "goal").inputValue()).toBe("Oefenen met een gesprek.");

	await fill(page, "agreed", "Piotr belt zelf.");
	await click(page, "Klaar");
	const summary = page.getByRole("alert");
	await summary.getByText("Er klopt iets nog niet").waitFor();
	expect(await fieldOf(page, "agreed").inputValue()).toBe("Piotr belt zelf.");
	await summary.getByRole("link", { name: "Kies van wie de informatie komt." }).click(); // each error leads to its field
	expect(new URL(page.url()).hash).toBe("#source");

	await fillDate(page, "on_day", "2026-11-19");
	await page.getByRole("group", { name: "Wat was het?" }).getByRole("radio").first().check();
	await page.getByRole("group", { name: "Van wie komt de informatie?" }).getByRole("radio").first().check();
	await fill(page, "next", "Volgende week verder.");
	await click(page, "Klaar");
	await page.getByText("De notitie is klaar.").waitFor();
	await page.getByText("Piotr belt zelf.").first().waitFor();

	// On a phone the menu opens without script too.
	await page.setViewportSize({ width: 320, height: 640 });
	await page.getByText("Menu", { exact: true }).click();
	await click(page, "Afmelden bij Spoor");
	await page.getByText("Je bent afgemeld.").waitFor();
});
