import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, fill, fillDate, rowOf, signInAs, useChromium } from "./browser.ts";

const chromium = useChromium();

async function registering(page: Page, type: string): Promise<void> {
	await page.goto("/kandidaten/nieuw");
	await page.getByLabel(type, { exact: true }).check();
	await click(page, "Verder");
	await page.getByRole("heading", { name: "Kandidaat inschrijven" }).waitFor();
}

test("R2.1 — the back office registers what the service declares, is told of a possible double, and nothing else is taken", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bea");
	await registering(page, "Outplacement");
	expect(await page.locator("[name=birthDate_day]").count()).toBe(0); // not declared for this service
	await fill(page, "givenName", "Zoë");
	await fill(page, "familyName", "Kroon");
	await click(page, "Schrijf in");
	await page.getByRole("alert").getByText("Kies van wie de gegevens komen.").waitFor();
	await page.getByRole("alert").getByText("Kies een opdracht.").waitFor();
	expect(await page.locator("[name=givenName]").inputValue()).toBe("Zoë");

	await page.getByLabel("De kandidaat zelf").check();
	await page.locator("[name=assignment]").selectOption("nieuw");
	await page.locator("[name=commissioner]").selectOption({ index: 1 });
	await fillDate(page, "ordered_on", "2026-11-20");
	// What somebody sends who does not keep to the form.
	await page.locator("form:has([name=givenName])").evaluate((form) => {
		const field = document.createElement("input");
		Object.assign(field, { name: "religion", value: "een geloof" });
		form.append(field);
	});
	await click(page, "Schrijf in");
	await page.getByText("Er is niets gewijzigd.").waitFor();
	await page.getByRole("link", { name: /2\.1/ }).first().waitFor();

	await click(page, "Schrijf in");
	await page.getByText("Mogelijk dubbel").waitFor();
	await page.getByRole("link", { name: "Zoë Kroon" }).waitFor();
	await page.getByLabel("Ik heb gekeken: dit is iemand anders").check();
	await page.locator("[name=coach]").selectOption({ label: "Bram Jansen" });
	await click(page, "Schrijf in");
	await page.getByText("De kandidaat is ingeschreven.").waitFor();
	await page.getByRole("heading", { name: "Zoë Kroon" }).waitFor();
	await rowOf(page, "Outplacement").getByText("Bram Jansen").waitFor();
});

test("R5.1 — the beginning of any part of a name finds one's own candidates, whatever the accents, and nobody else's", async () => {
	const page = await chromium.open("/aanmelden");
	const search = async (words: string) => {
		await page.goto("/zoeken");
		await fill(page, "Naam, e-mailadres of telefoonnummer", words);
		await click(page, "Zoek");
		await page.getByRole("heading", { name: "Zoeken" }).waitFor();
		expect(page.url()).not.toContain(words); // what somebody is called stands in no address
		return page.locator("main").innerText();
	};
	await signInAs(page, "Bram");
	expect(await search("ozt no")).toContain("Noor Öztürk");
	expect(await search("berg")).toContain("Sofie van den Berg");
	await signInAs(page, "Anna");
	expect(await search("ozt no")).toContain("Niets gevonden");
	expect(await search("wisn luk")).toContain("Łukasz Wiśniewski");
});
