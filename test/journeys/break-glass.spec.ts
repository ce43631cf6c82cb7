import { expect, test } from "vitest";
import { click, demoPerson, fill, rowOf, signInAs, signInAsCandidate, totp, useChromium } from "./browser.ts";
import { glance } from "./looking.ts";

const chromium = useChromium();

test("R1.2 — in an emergency the coordinator reads one dossier for an hour; the candidate sees it, and somebody else reviews it", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Carla");
	await page.goto("/kandidaten");
	const candidate = new URL(
		(await rowOf(page, "Mehmet Demir").getByRole("link").first().getAttribute("href")) ?? "",
		page.url(),
	).pathname.split("/")[2];
	expect((await page.goto(`/kandidaten/${candidate}`))?.status()).toBe(403);
	await click(page, "Open dit dossier in nood");
	await page.getByRole("heading", { name: "Noodtoegang", level: 1 }).waitFor();
	await page.locator("[name=reason][value=absence]").check();
	await fill(page, "explanation", "Anna is ziek en Mehmet wacht op een antwoord voor vanmiddag.");
	await click(page, "Open dit dossier in nood");
	await page.getByText("Vul de code uit je app in.").first().waitFor();
	expect(await page.locator("[name=explanation]").inputValue()).toContain("Anna is ziek");
	await fill(page, "code", totp(demoPerson("Carla").totpSecret, 1));
	await click(page, "Open dit dossier in nood");
	await page.getByText(/^Open in nood, tot /).waitFor();
	await page.getByRole("heading", { name: "Mehmet Demir", level: 1 }).waitFor();
	await click(page, "Sluit het dossier");
	expect((await page.goto(`/kandidaten/${candidate}`))?.status()).toBe(403);

	await signInAsCandidate(page, "Mehmet Demir");
	await page.goto("/mijn/inzage");
	await page
		.getByText(/opende in nood uw dossier/)
		.first()
		.waitFor();
	await page
		.getByText(/omdat uw begeleider er niet was/)
		.first()
		.waitFor();

	await signInAs(page, "Fenna");
	await click(page, "Kijk na");
	await rowOf(page, "Mehmet Demir").getByRole("link", { name: "Carla Smit" }).first().click();
	await page.getByText("Anna is ziek en Mehmet wacht").waitFor();
	expect(await glance(page)).toEqual([]);
	await page.locator("[name=verdict][value=justified]").check();
	await click(page, "Leg je oordeel vast");
	await rowOf(page, "Mehmet Demir").getByText("Terecht", { exact: true }).first().waitFor();

	await page.goto("/privacy/maandcontrole");
	await page.getByRole("heading", { name: /^Wie keek in / }).waitFor();
	await page.goto("/privacy/belangen");
	await page.getByRole("heading", { name: "Wie welk dossier niet mag zien" }).waitFor();
});
