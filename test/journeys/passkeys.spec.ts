import type { CDPSession, Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, fill, rowOf, signInAs, signInAsCandidate, useChromium } from "./browser.ts";
import { glance } from "./looking.ts";

const chromium = useChromium();

/** A device of Chromium's own that makes and shows passkeys; `unlocked`: its owner put a finger on it. */
async function withDevice(page: Page, unlocked = true): Promise<{ cdp: CDPSession; id: string }> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send("WebAuthn.enable");
	const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: unlocked,
			automaticPresenceSimulation: true,
		},
	});
	return { cdp, id: authenticatorId };
}

async function addPasskey(page: Page, at: string, name: string): Promise<void> {
	await page.goto(`${at}/account`);
	await click(page, "Voeg een passkey toe");
	await fill(page, "name", name);
	await click(page, "Maak de passkey");
	await page.getByText("De passkey staat erbij.").waitFor();
	await rowOf(page, name).waitFor();
}

test("R10.1 — a member of staff makes a passkey, signs in with it alone, and takes it away", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Carla");
	const { cdp, id } = await withDevice(page);
	await addPasskey(page, "", "Sleutelbos van de journey");
	const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId: id });
	expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: "localhost" }]);

	await click(page, "Afmelden bij Spoor");
	await page.getByText("Je bent afgemeld.").waitFor();
	await page.goto("/aanmelden?naar=%2Fkandidaten");
	await click(page, "Meld aan met een passkey");
	await page.waitForURL("**/kandidaten");

	await page.goto("/account");
	await click(page, "Sleutelbos van de journey");
	await page.getByRole("button", { name: "Haal de passkey weg" }).waitFor();
	expect(await glance(page)).toEqual([]);
	await click(page, "Haal de passkey weg");
	await page.getByText("De passkey werkt niet meer.").waitFor();
	await click(page, "Afmelden bij Spoor");
	await page.getByText("Je bent afgemeld.").waitFor();
	await click(page, "Meld aan met een passkey");
	await page.getByRole("alert").getByText("Deze passkey werkt hier niet").waitFor();
	await page.goto("/kandidaten");
	await page.waitForURL("**/aanmelden?**");
});

test("R10.1 — a device that its owner does not unlock opens nothing, and the page says what else there is", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bea");
	const { cdp, id } = await withDevice(page);
	await addPasskey(page, "", "Vergrendelde telefoon");
	await click(page, "Afmelden bij Spoor");
	await page.getByText("Je bent afgemeld.").waitFor();
	await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
	await click(page, "Meld aan met een passkey");
	await page.getByRole("status").getByText("Er is geen passkey gebruikt.").waitFor();
	expect(await page.getByLabel("E-mailadres").isVisible()).toBe(true);
	await page.goto("/kandidaten");
	await page.waitForURL("**/aanmelden?**");
});

test("R7.1 — a candidate approves a report with a passkey in place of a code", async () => {
	const page = await chromium.open("/mijn/aanmelden");
	await signInAsCandidate(page, "Bo Li-Jansen");
	await withDevice(page);
	await addPasskey(page, "/mijn", "Telefoon van de journey");
	await page.goto("/mijn");
	await page
		.getByRole("link", { name: /Lees het verslag/ })
		.first()
		.click();
	await page.getByRole("heading", { name: /Lees het verslag/ }).waitFor();
	await click(page, "Gebruik een passkey in plaats van een code");
	await page.getByText("Dat is gelukt. Ga verder met de knop van dit formulier.").waitFor();
	await click(page, "Ik ga akkoord");
	await page.getByText("Uw antwoord is bewaard.").waitFor();
});
