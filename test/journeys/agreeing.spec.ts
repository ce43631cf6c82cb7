import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, fill, letterTo, linkIn, rowOf, signInAs, totp, useChromium } from "./browser.ts";

const chromium = useChromium();

async function acceptInvitation(page: Page): Promise<void> {
	await fill(page, "new_password", "een boterham met tevredenheid");
	await click(page, "Verder");
	await page.getByRole("heading", { name: "Koppel uw telefoon" }).waitFor();
	await fill(page, "code", totp(await page.locator(".secret-key").innerText()));
	await click(page, "Bevestig");
	await page.getByRole("heading", { name: "Bewaar uw herstelcodes" }).waitFor();
}

test("R6.1 — no trajectory starts before there is an agreement and the candidate says in the portal that they read it", async () => {
	const coach = await chromium.open("/aanmelden");
	await signInAs(coach, "Anna");
	await coach.goto("/kandidaten?stand=registered");
	await rowOf(coach, "Ömer Şahin").getByRole("link").click();
	await coach.getByText("Er is nog geen rapportageafspraak.").first().waitFor();
	const dossier = coach.url();
	const { pathname, searchParams } = new URL(dossier);
	const trajectory = `${pathname}/trajecten/${searchParams.get("traject")}`;

	const refused = async () => {
		await coach.goto(trajectory);
		const button = coach.getByRole("button", { name: "Start het traject" });
		expect(await button.getAttribute("aria-disabled")).toBe("true");
		return coach.locator("#starten").innerText();
	};
	expect(await refused()).toContain("R6.1");
	// Whoever posts past the greyed button gets the same answer.
	const answer = await coach.evaluate(async (path) => {
		const body = new URLSearchParams({
			event: crypto.randomUUID(),
			row_version: "1",
			on_day: "23",
			on_month: "11",
			on_year: "2026",
		});
		const response = await fetch(`${path}/starten`, { method: "POST", body });
		return { status: response.status, text: await response.text() };
	}, trajectory);
	expect(answer.status).toBe(403);
	expect(answer.text).toContain("R6.1");

	await coach.goto(`${pathname}/gegevens`);
	const email = await coach.locator("[name=email]").inputValue();
	await click(coach, "Nodig uit voor het portaal");
	await coach.getByText("De uitnodiging gaat nu weg.").waitFor();
	const candidate = await chromium.open(linkIn(await letterTo(email, "uitnodiging"), "/mijn/uitnodiging"));
	await acceptInvitation(candidate);

	await coach.goto(dossier);
	await click(coach, "Maak de afspraak");
	await coach.getByRole("heading", { name: "Rapportageafspraak maken" }).waitFor();
	await coach.getByRole("group", { name: "Regel 1" }).waitFor();
	await click(coach, "Maak deze afspraak");
	await coach.getByText("De afspraak is gemaakt.").waitFor();
	expect(await refused()).toContain("R6.1");

	await coach.goto(`${pathname}/afspraken?traject=${searchParams.get("traject")}`);
	await coach.getByText("Nog niet over deze versie.").waitFor();
	const agreement = linkIn(await letterTo(email, "/mijn/afspraken/"), "/mijn/afspraken/");
	await candidate.goto(agreement);
	await candidate.getByRole("heading", { name: "Wat wij over u rapporteren" }).waitFor();
	await click(candidate, "Ik heb hier een vraag over");
	await click(candidate, "Stuur mijn vraag");
	await candidate.getByRole("alert").getByText("Schrijf uw vraag op.").waitFor();
	await candidate.goto(agreement);
	await click(candidate, "Ik heb dit gelezen");
	await candidate.getByText("Vastgelegd is dat u dit hebt gelezen.").waitFor();
	expect(await candidate.getByRole("button", { name: "Ik heb dit gelezen" }).count()).toBe(0);

	await coach.goto(trajectory);
	await click(coach, "Start het traject");
	await coach.getByText("Het traject is gestart.").waitFor();
});
