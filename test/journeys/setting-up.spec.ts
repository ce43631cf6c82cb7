import { expect, test } from "vitest";
import { type MailSink, mailSink } from "../mail-sink.ts";
import { type OpenHouse, startHouse } from "../start-house.ts";
import { click, fill, rowOf, totp, useChromium } from "./browser.ts";

const chromium = useChromium();

test("R10.1 — a real agency is set up once: with the code from the terminal, a first administrator and a second factor", async () => {
	const mail: MailSink = await mailSink();
	let agency: OpenHouse | undefined;
	try {
		agency = await startHouse({ empty: true, env: { SMTP_URL: mail.url } });
		const setUpCode = /Set-up code.*: ([0-9a-f-]{23})/.exec(agency.said.join("\n"))?.[1] ?? "";
		const page = await chromium.open("/", { url: agency.url });
		await page.waitForURL((url) => url.pathname === "/inrichten"); // nobody lives here yet

		await fill(page, "code", "00000-00000-00000-00000");
		await fill(page, "name", "Bureau Zuidwester");
		await fill(page, "address", "Havenkade 3");
		await fill(page, "postal_code", "ergens");
		await fill(page, "city", "Zuidhaven");
		await fill(page, "email", "post@zuidwester.test");
		await fill(page, "given_name", "Wies");
		await fill(page, "family_name", "Zeeman");
		await fill(page, "staff_email", "wies@zuidwester.test");
		await click(page, "Richt het bureau in");
		await page.getByRole("alert").getByText("Vul een postcode in zoals 1234 AB.").waitFor();
		expect(await page.locator("[name=family_name]").inputValue()).toBe("Zeeman");

		await fill(page, "postal_code", "4321 ZX");
		await click(page, "Richt het bureau in");
		await page.getByText("Deze code klopt niet. Kijk in het venster").first().waitFor();
		expect(new URL(page.url()).pathname).toBe("/inrichten");
		expect(await page.locator("[name=name]").inputValue()).toBe("Bureau Zuidwester");

		await fill(page, "code", setUpCode);
		await click(page, "Richt het bureau in");
		await page.getByRole("heading", { name: "Kies een wachtwoord" }).waitFor();
		await fill(page, "new_password", "welkom123");
		await click(page, "Verder");
		await page.getByRole("alert").getByText("lijsten van veelgebruikte wachtwoorden").waitFor();
		await fill(page, "new_password", "een dijk is nooit af");
		await click(page, "Verder");
		await page.getByRole("heading", { name: "Koppel je telefoon" }).waitFor();
		await fill(page, "code", "000000");
		await click(page, "Bevestig");
		await page.getByRole("alert").waitFor();
		await fill(page, "code", totp(await page.locator(".secret-key").innerText()));
		await click(page, "Bevestig");
		await page.getByRole("heading", { name: "Bewaar je herstelcodes" }).waitFor();
		const codes = await page.locator(".secret-codes code").allInnerTexts();
		expect(codes).toHaveLength(10);
		await click(page, "Ik heb ze bewaard, ga verder");
		await page.waitForURL((url) => url.pathname === "/");

		await page.goto("/beheer/zelftest");
		for (const part of ["Database", "Sleutelproces", "Zegelcertificaat", "Mailserver", "Klok", "Werkproces"])
			await rowOf(page, part).getByText("Werkt", { exact: true }).waitFor();

		// A code from paper does once what the telephone does.
		await click(page, "Afmelden bij Spoor");
		await page.goto("/aanmelden");
		for (const [code, opens] of [
			[codes[0], true],
			[codes[0], false],
		] as const) {
			await fill(page, "email", "wies@zuidwester.test");
			await fill(page, "password", "een dijk is nooit af");
			await click(page, "Verder");
			await click(page, "Heb je je telefoon niet? Gebruik een herstelcode");
			await fill(page, "Herstelcode", code ?? "");
			await click(page, "Aanmelden");
			if (!opens) {
				await page.getByRole("alert").getByText("Deze code klopt niet, of is al gebruikt").waitFor();
				continue;
			}
			await page.waitForURL((url) => url.pathname === "/");
			await click(page, "Afmelden bij Spoor");
			await page.getByText("Je bent afgemeld.").waitFor();
		}

		const second = await page.goto("/inrichten");
		expect(second?.status()).toBe(404);
		await page.getByRole("heading", { name: "Niet gevonden" }).waitFor();
		// Nothing of the demonstration is here: nobody signs in with one click, no codes are shown.
		await page.goto("/aanmelden");
		expect(await page.locator("#demonstratie").count()).toBe(0);
		expect((await page.goto("/demo/codes"))?.status()).toBe(404);
	} finally {
		await agency?.stop();
		await mail.close();
	}
});
