import { expect, test } from "vitest";
import { click, fill, rowOf, signInAs, signInAsCandidate, useChromium } from "./browser.ts";
import { glance } from "./looking.ts";

const chromium = useChromium();

test("R7.3 — after a no a report goes on a ground of the law only when two people decide, with the candidate's own view, and he is told", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bram");
	await page.goto("/rapportages");
	await rowOf(page, "Wijngaarde").filter({ hasText: "niet akkoord" }).getByRole("link").first().click();
	await page.waitForURL(/\/rapporten\/[0-9a-f-]{36}$/);
	const report = new URL(page.url()).pathname;
	// His own view is not in this version: then there is nothing to propose yet.
	await page.getByText("Het moet weg zonder akkoord").click();
	await page.getByText(/eigen zienswijze die nog niet in dit document staat/).waitFor();
	await click(page, "Maak een nieuwe versie");
	await page.getByRole("button", { name: /^Leg voor aan/ }).click();
	await page.getByText("Voorgelegd. Je ziet hier het antwoord.").waitFor();

	await page.getByText("Het moet weg zonder akkoord").click();
	await click(page, "Leg voor aan een tweede persoon");
	await page.getByText("Kies op welke grond dit mag.").first().waitFor();
	await page.locator("[name=ground][value=legalDuty]").check();
	await fill(page, "reasoning", "De Wet WIA, artikel 25, vraagt dit verslag vóór de eerste van de maand; uitstel is geweigerd.");
	await click(page, "Leg voor aan een tweede persoon");
	await page.getByText("Wacht op een tweede persoon").waitFor();

	await signInAs(page, "Carla");
	await click(page, "Bekijk het voorstel");
	await rowOf(page, "Wijngaarde").getByRole("link").first().click();
	await page.getByText("De Wet WIA, artikel 25").waitFor();
	expect(await glance(page)).toEqual([]);
	await click(page, "Bevestig dat dit zonder akkoord gaat");
	await page.getByText("Bevestigd. Het rapport kan nu zonder akkoord gaan.").waitFor();

	await signInAs(page, "Bram");
	await page.goto(report);
	await page.getByText("Dit mag zonder akkoord gaan").waitFor();
	await page.getByRole("button", { name: /^Verzend naar / }).click();
	await page.getByText("Dit ging zonder akkoord", { exact: true }).waitFor();

	await signInAsCandidate(page, "José");
	await page.getByRole("heading", { name: "Lees het verslag dat zonder uw akkoord ging" }).waitFor();
	await page
		.getByRole("article")
		.filter({ hasText: "zonder uw akkoord" })
		.getByRole("link", { name: "Lees het verslag", exact: true })
		.click();
	await page.getByText("De wet verplicht ons om dit te sturen.").waitFor();
	await page.getByText("De Wet WIA, artikel 25").waitFor();
	await click(page, "Ik heb dit gelezen");
	await page.getByText("Dank u.").waitFor();
	await page.goto("/mijn");
	expect(await page.getByText("zonder uw akkoord ging").count()).toBe(0);
});
