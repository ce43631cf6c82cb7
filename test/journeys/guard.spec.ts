import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, rowOf, signInAs, useChromium } from "./browser.ts";

const chromium = useChromium();
const run = randomBytes(3).toString("hex");

test("R7.2, R8.1 — a brief message with a diagnosis is refused at the marked words; set aside by a second person, that sentence goes", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bram");
	const report = await briefDraft(page);
	const sheet = page.locator("[contenteditable=true]");
	const guard = page.locator("[data-guard]");

	// While she types the guard reads along, beside the text.
	await sheet.press("ControlOrMeta+A");
	await page.keyboard.type(`Alles loopt ${run}. Hij heeft een depressie gehad.`);
	await guard.locator("mark").getByText("depressie").waitFor();
	await guard.getByText("Moet eruit").waitFor();
	await click(page, "Maak klaar om te verzenden");
	await page
		.getByRole("alert")
		.getByText(/gaat nooit naar deze ontvanger/)
		.waitFor();
	// What was typed stays.
	await sheet.getByText(`Alles loopt ${run}. Hij heeft een depressie gehad.`).waitFor();

	const sentence = `De kanker van dat bedrijf ${run} is de bureaucratie.`;
	await sheet.press("ControlOrMeta+A");
	await page.keyboard.type(sentence);
	await guard.locator("mark").getByText("kanker").waitFor();
	await click(page, "Bewaar");
	await page.getByText("Bewaard.", { exact: true }).waitFor();
	await page.getByText("Dit is loos alarm").first().click();
	// A reason that says too little comes back as it was typed.
	await page.locator("[name=reason]").first().fill("Nee hoor");
	await click(page, "Vraag een collega");
	await page.getByText("Schrijf in een zin waarom dit loos alarm is.").first().waitFor();
	expect(await page.locator("#reason").inputValue()).toBe("Nee hoor");
	await page.locator("#reason").fill("Beeldspraak over het bedrijf, niet over hem.");
	await click(page, "Vraag een collega");
	await page.getByText("Gevraagd. Een collega kijkt ernaar.").waitFor();
	await page.getByText("Een collega is gevraagd om hiernaar te kijken.").waitFor();

	// Who asked does not decide.
	await page.goto("/meelezer");
	const mine = page.getByRole("row").filter({ hasText: "Aard of oorzaak van ziekte" }).filter({ hasText: "Wacht" }).first();
	await mine.getByRole("link").click();
	await page.getByText("Een ander dan wie het loos alarm noemde, beoordeelt het.").waitFor();
	const asked = new URL(page.url()).pathname;

	await signInAs(page, "Carla");
	await page.goto(asked);
	await page.locator("q", { hasText: sentence }).locator("mark").getByText("kanker", { exact: true }).waitFor();
	await click(page, "Het is loos alarm");
	await page.getByText("Vastgelegd.").waitFor();

	await signInAs(page, "Bram");
	await page.goto(report);
	await page.locator("[data-guard]").getByText("Door een tweede persoon vrijgegeven").waitFor();
	await click(page, "Maak klaar om te verzenden");
	await page.getByText("Klaar om te verzenden.").waitFor();
});

test("R8.1 — in a note the guard advises and stops nothing", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await page.goto("/kandidaten");
	await rowOf(page, "Mehmet").getByRole("link").first().click();
	await click(page, "Schrijf een notitie");
	await page.locator("[name=goal]").fill("Hij vertelde over zijn burn-out.");
	await page.locator("[data-guard] mark").getByText("burn-out").waitFor();
	await click(page, "Bewaar als concept");
	await page.getByText("Het concept is bewaard.").waitFor();
	expect(await page.locator("[name=goal]").inputValue()).toBe("Hij vertelde over zijn burn-out.");
});

/** The brief message that the demonstration has ready to go, written anew. */
async function briefDraft(page: Page): Promise<string> {
	await page.goto("/rapportages?stand=submitted");
	await rowOf(page, "Kort bericht").getByRole("link").first().click();
	await page.waitForURL(/\/rapporten\/[0-9a-f-]{36}$/);
	await click(page, "Maak een nieuwe versie");
	await page.locator("[contenteditable=true]").waitFor();
	return new URL(page.url()).pathname;
}
