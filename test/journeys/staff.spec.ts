import { expect, inject, test } from "vitest";
import { click, fill, fillDate, letterTo, linkIn, rowOf, signInAs, totp, useChromium } from "./browser.ts";

const chromium = useChromium();

test("R1.3 — a new colleague opens nothing before the statement and the regulation, then does, and leaves at once", async () => {
	const ada = await chromium.open("/aanmelden");
	await signInAs(ada, "Ada");
	await ada.goto("/beheer/medewerkers/nieuw");
	await fill(ada, "given_name", "Iris");
	await fill(ada, "family_name", "Kok");
	await fill(ada, "staff_email", "iris@wegwijzer.test");
	await click(ada, "Voeg toe en nodig uit");
	await ada.getByRole("alert").getByText("Kies ten minste één rol.").waitFor();
	expect(await ada.locator("[name=staff_email]").inputValue()).toBe("iris@wegwijzer.test");
	await ada.getByLabel("Trajectbegeleider", { exact: true }).check();
	await click(ada, "Voeg toe en nodig uit");
	await ada.getByRole("heading", { name: "Iris Kok" }).waitFor();

	const invitation = linkIn(await letterTo("iris@wegwijzer.test"), "/uitnodiging");
	expect(new URL(invitation, inject("house").url).searchParams.has("code")).toBe(true);
	const iris = await chromium.open(invitation);
	await fill(iris, "new_password", "de trein van zes over acht");
	await click(iris, "Verder");
	await iris.getByRole("heading", { name: "Koppel je telefoon" }).waitFor();
	await fill(iris, "code", totp(await iris.locator(".secret-key").innerText()));
	await click(iris, "Bevestig");
	await iris.getByRole("heading", { name: "Bewaar je herstelcodes" }).waitFor();
	// The link was for once.
	const other = await chromium.open(invitation);
	await other.getByRole("heading", { name: "Deze uitnodiging werkt niet meer" }).waitFor();

	const opens = async () => {
		await iris.goto("/kandidaten");
		return iris.getByRole("heading", { level: 1 }).innerText();
	};
	expect(await opens()).not.toBe("Kandidaten");
	await iris.goto("/reglement/kennisnemen");
	await iris.getByText("nog niet geregistreerd").waitFor();
	await click(iris, "Ik heb het reglement ontvangen");
	await iris.getByText("Vastgelegd dat je het reglement hebt ontvangen.").waitFor();
	expect(await opens()).not.toBe("Kandidaten");

	await fillDate(ada, "signed_on", "2031-12-01");
	await click(ada, "Registreer de verklaring");
	await ada.getByText("Deze dag moet nog komen.").waitFor();
	await fillDate(ada, "signed_on", "2026-11-02");
	await click(ada, "Registreer de verklaring");
	await ada.getByText("De verklaring is geregistreerd.").waitFor();
	expect(await opens()).toBe("Kandidaten");

	await click(ada, "Leg vertrek vast");
	await ada.getByText("Vertrek vastgelegd.").waitFor();
	await iris.getByRole("link", { name: "Kandidaten", exact: true }).first().click();
	await iris.getByRole("heading", { name: "Aanmelden", exact: true }).waitFor();
	await fill(iris, "email", "iris@wegwijzer.test");
	await fill(iris, "password", "de trein van zes over acht");
	await click(iris, "Verder");
	await iris.getByRole("alert").waitFor();
	await ada.goto("/beheer/medewerkers");
	await rowOf(ada, "Iris Kok").getByText("uit dienst").waitFor();
});

test("R1.3 — who is no administrator adds nobody", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	const answer = await page.goto("/beheer/medewerkers/nieuw");
	expect(answer?.status()).toBe(403);
	await page.getByText("Dit staat in het reglement:").waitFor();
});
