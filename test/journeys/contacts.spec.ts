import { expect, test } from "vitest";
import { click, fill, letterTo, linkIn, rowOf, signInAs, useChromium } from "./browser.ts";

const chromium = useChromium();

test("R4.1 — an address counts once its owner says so with the link; who leaves is replaced and gets nothing more", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bea");
	await page.goto("/opdrachtgevers/nieuw");
	await page.getByLabel("Werkgever", { exact: true }).check();
	await fill(page, "name", "Timmerfabriek De Spaander");
	await fill(page, "mail_domains", "spaander.test");
	await click(page, "Bewaar de opdrachtgever");
	await page.getByRole("heading", { name: "Timmerfabriek De Spaander" }).waitFor();
	const commissioner = page.url();

	const add = async (given: string, family: string, email: string) => {
		await page.goto(`${commissioner}/contactpersonen/nieuw`);
		await fill(page, "given", given);
		await fill(page, "family", family);
		await page.locator("[name=kind]").selectOption("contact");
		await fill(page, "email", email);
		await click(page, "Voeg de contactpersoon toe");
	};
	await add("Nora", "Blom", "nora@spaender.test");
	await page.getByText("hoort niet bij deze opdrachtgever").first().waitFor();
	expect(await page.locator("[name=family]").inputValue()).toBe("Blom");
	await fill(page, "email", "nora@spaander.test");
	await click(page, "Voeg de contactpersoon toe");
	await page.getByText("De contactpersoon staat erbij.").waitFor();
	const nora = page.url();
	await page.getByText("Niet bevestigd", { exact: true }).waitFor();

	await click(page, "Vraag bevestiging per e-mail");
	await page.getByText("De vraag om bevestiging gaat nu weg.").waitFor();
	const link = linkIn(await letterTo("nora@spaander.test"), "/bevestig-adres");
	const owner = await chromium.open(link);
	await owner.getByRole("heading", { name: "Is dit e-mailadres van u?" }).waitFor();
	await page.reload(); // a mail scanner that opens the link confirms nothing
	await page.getByText("Bevestiging gevraagd", { exact: true }).waitFor();
	await click(owner, "Ja, dit adres is van mij");
	await owner.getByRole("heading", { name: "Uw adres is bevestigd" }).waitFor();
	await page.reload();
	await page.getByText("Bevestigd", { exact: true }).waitFor();
	const invented = await chromium.open("/bevestig-adres?code=verzonnen");
	await invented.getByRole("heading", { name: "Deze link werkt niet meer" }).waitFor();

	await add("Teun", "Dijkgraaf", "teun@spaander.test");
	await page.getByText("De contactpersoon staat erbij.").waitFor();
	await page.goto(nora);
	await page.getByText("Deze persoon werkt er niet meer").click();
	await click(page, "Leg het vertrek vast");
	await page.getByText("Kies wie ervoor in de plaats komt").first().waitFor();
	await page.locator("[name=replaced_by]").selectOption({ label: "Teun Dijkgraaf" });
	await click(page, "Leg het vertrek vast");
	await page.getByText("Teun Dijkgraaf komt ervoor in de plaats.").waitFor();
	expect(await page.getByRole("button", { name: /per e-mail/ }).count()).toBe(0);
	await page.goto(commissioner);
	await rowOf(page, "Nora Blom").getByText("Vertrokken").waitFor();
});
