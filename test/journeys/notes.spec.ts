import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, fieldOf, fill, fillDate, rowOf, signInAs, signInAsCandidate, useChromium } from "./browser.ts";

const chromium = useChromium();
const saved = (page: Page) => page.locator("[data-save-status][data-state=saved]").waitFor();

async function openDossier(page: Page, candidate: string): Promise<void> {
	await page.goto("/kandidaten");
	await rowOf(page, candidate).first().getByRole("link").click();
	await page.getByRole("heading", { name: candidate, level: 1 }).waitFor();
}

async function beginNote(page: Page): Promise<void> {
	await click(page, "Schrijf een notitie");
	await page.getByRole("heading", { name: "Notitie schrijven" }).waitFor();
}

test("R5.1 — a note keeps itself; who writes in it too is told, and nobody's words are overwritten", async () => {
	const anna = await chromium.open("/aanmelden");
	await signInAs(anna, "Anna");
	await openDossier(anna, "Dunya Amrani");
	await beginNote(anna);
	await fill(anna, "goal", "Kennismaken met de nieuwe werkplek.");
	await fieldOf(anna, "agreed").focus(); // looking away is enough
	await saved(anna);
	await anna.reload();
	expect(await fieldOf(anna, "goal").inputValue()).toBe("Kennismaken met de nieuwe werkplek.");

	const bram = await chromium.open("/aanmelden");
	await signInAs(bram, "Bram"); // deputises for Anna here
	await bram.goto(new URL(anna.url()).pathname);
	await click(bram, "Schrijf verder");
	await bram.getByText("Ook hiermee bezig: Anna de Wit").waitFor();
	await fill(bram, "agreed", "Bram belt de werkgever.");
	await fieldOf(bram, "next").focus();
	await saved(bram);

	await fill(anna, "agreed", "Anna belt de werkgever.");
	await fieldOf(anna, "next").focus();
	const conflict = anna.locator("[data-conflict]");
	await conflict.getByText("Bram Jansen heeft dit ook gewijzigd").waitFor();
	expect(await conflict.locator("pre").allInnerTexts()).toEqual(["Anna belt de werkgever.", "Bram belt de werkgever."]);
	await bram.reload();
	expect(await fieldOf(bram, "agreed").inputValue()).toBe("Bram belt de werkgever.");
	await conflict.getByRole("button", { name: "Houd mijn tekst" }).click();
	await saved(anna);

	await click(anna, "Klaar");
	await anna.getByRole("alert").getByText("Er klopt iets nog niet").waitFor();
	await fillDate(anna, "on_day", "2026-11-20");
	await anna.getByRole("group", { name: "Wat was het?" }).getByRole("radio").first().check();
	await anna.getByRole("group", { name: "Van wie komt de informatie?" }).getByRole("radio").first().check();
	await fill(anna, "next", "Over twee weken verder praten.");
	await click(anna, "Klaar");
	await anna.getByText("De notitie is klaar.").waitFor();
	await anna.getByText("Anna belt de werkgever.").first().waitFor();
	// What Bram wrote is kept as an earlier version.
	await anna
		.getByText(/^Versie \d/)
		.first()
		.waitFor();
	expect(await anna.locator("#versies").innerHTML()).toContain("Bram belt de werkgever.");
});

test("R5.1 — a session that ends while one writes takes no word with it", async () => {
	const anna = await chromium.open("/aanmelden");
	await signInAs(anna, "Anna");
	await openDossier(anna, "Kees Zwart");
	await beginNote(anna);
	await fill(anna, "goal", "Het eerste deel van een lang verhaal.");
	await fieldOf(anna, "agreed").focus();
	await saved(anna);

	const elsewhere = await chromium.open("/aanmelden");
	await signInAs(elsewhere, "Anna");
	await elsewhere.goto("/account");
	await click(elsewhere, "Beëindig alle andere");
	await elsewhere.getByText("Alle andere apparaten zijn afgemeld.").waitFor();

	await fill(anna, "goal", "Het eerste deel van een lang verhaal, en de rest.");
	await fieldOf(anna, "agreed").focus();
	const dialog = anna.getByRole("dialog", { name: "Je bent niet meer aangemeld" });
	const [tab] = await Promise.all([anna.waitForEvent("popup"), dialog.getByRole("link").click()]);
	await rowOf(tab, "Anna de Wit").getByRole("button").click();
	await tab.waitForURL((url) => url.pathname === "/");
	await tab.close();
	await dialog.getByRole("button", { name: "Probeer opnieuw" }).click();
	await saved(anna);
	await anna.reload();
	expect(await fieldOf(anna, "goal").inputValue()).toBe("Het eerste deel van een lang verhaal, en de rest.");
});

test("R1.2 — printing asks what for, and is in the log that the candidate reads", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await openDossier(page, "Mehmet Demir");
	await page.getByText("Zoeken en meer in dit dossier").click();
	await click(page, "Dit dossier afdrukken");
	await click(page, "Maak de afdruk");
	await page.getByRole("alert").getByText("Kies waarvoor je afdrukt.").waitFor();
	await page.getByRole("group", { name: "Waarvoor druk je af?" }).getByRole("radio").first().check();
	await page.getByLabel("Notities", { exact: true }).check();
	await click(page, "Maak de afdruk");
	await page.getByText("Afgedrukt door Anna de Wit").waitFor();

	await signInAsCandidate(page, "Mehmet Demir");
	await page.goto("/mijn/inzage");
	await page
		.getByText(/afgedrukt|drukte/i)
		.first()
		.waitFor();
});
