import { expect, test } from "vitest";
import { click, codeOf, demoPerson, fill, rowOf, signInAs, signInAsCandidate, totp, useChromium } from "./browser.ts";

const chromium = useChromium();

test("R10.1 — who signs in shows a password and a code, each of them once and right; signing out ends it", async () => {
	const bram = demoPerson("Bram");
	const page = await chromium.open("/aanmelden");
	const tryPassword = async (email: string, password: string) => {
		await fill(page, "email", email);
		await fill(page, "password", password);
		await click(page, "Verder");
	};
	const refusal = async (email: string, password: string) => {
		await page.goto("/aanmelden");
		await tryPassword(email, password);
		return page.getByRole("alert").innerText();
	};
	const wrongPassword = await refusal(bram.email, "dit is het wachtwoord niet");
	expect(wrongPassword).toContain("Aanmelden lukte niet");
	expect(await refusal("niemand@wegwijzer.test", "dit is het wachtwoord niet")).toBe(wrongPassword);
	expect(await page.getByLabel("E-mailadres").inputValue()).toBe("niemand@wegwijzer.test");

	await tryPassword(bram.email, bram.password);
	await page.waitForURL("**/aanmelden/code");
	await page.goto("/kandidaten"); // a password alone opens nothing
	await page.waitForURL("**/aanmelden**");
	await page.goto("/aanmelden/code");
	const code = await codeOf(page, bram.name);
	await fill(page, "code", code);
	await click(page, "Aanmelden");
	await page.waitForURL((url) => url.pathname === "/");

	await click(page, "Afmelden bij Spoor");
	await page.getByText("Je bent afgemeld.").waitFor();
	await page.goto("/kandidaten");
	await page.waitForURL("**/aanmelden?naar=**");

	await tryPassword(bram.email, bram.password);
	await page.waitForURL("**/aanmelden/code**");
	await fill(page, "code", code);
	await click(page, "Aanmelden");
	await page.getByRole("alert").getByText("Deze code klopt niet, of is al gebruikt").waitFor();
	await fill(page, "code", totp(bram.totpSecret, 1));
	await click(page, "Aanmelden");
	await page.waitForURL("**/kandidaten");
});

test("R10.1 — a session that is ended on another device stops at the next click", async () => {
	const here = await chromium.open("/aanmelden");
	await signInAs(here, "Yasmina");
	const elsewhere = await chromium.open("/aanmelden", {
		userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
	});
	await signInAs(elsewhere, "Yasmina");

	await here.goto("/account");
	await rowOf(here, "Dit apparaat").waitFor();
	await rowOf(here, "Firefox, Windows").getByRole("button", { name: "Beëindig Firefox, Windows" }).click();
	await here.getByText("Het apparaat is afgemeld.").waitFor();
	expect(await rowOf(here, "Firefox, Windows").count()).toBe(0);

	await elsewhere.getByRole("link", { name: "Kandidaten", exact: true }).first().click();
	await elsewhere.getByRole("heading", { name: "Aanmelden", exact: true }).waitFor();
	await here.getByRole("link", { name: "Kandidaten", exact: true }).first().click();
	await here.getByRole("heading", { name: "Kandidaten", exact: true }).waitFor();
});

test("R10.1 — a session of staff is nothing in the portal, nor a candidate's at the agency", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await page.goto("/mijn/account");
	await page.waitForURL("**/mijn/aanmelden?**");

	await signInAsCandidate(page, "Mehmet Demir");
	await page.goto("/kandidaten");
	await page.waitForURL("**/aanmelden?**");
	expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Aanmelden");
});
