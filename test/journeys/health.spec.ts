import { expect, test } from "vitest";
import { click, codeOf, fill, rowOf, signInAs, signInAsCandidate, useChromium } from "./browser.ts";

const chromium = useChromium();
const choose = (page: Parameters<typeof click>[0], name: string, value: string) =>
	page.locator(`[name=${name}]`).selectOption({ label: value });

test("R8.2 — a doctor is asked with the candidate's yes in the letter, and the answer goes where only the coach and the candidate read it", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await page.goto("/kandidaten");
	await page.getByRole("link", { name: "Mehmet Demir" }).first().click();
	await page.getByRole("link", { name: "Gezondheid", exact: true }).click();
	// Nothing opens before it is said what for.
	await page.getByRole("button", { name: /^Open dit deel: Aard/ }).click();
	await page.getByText("Kies eerst waarvoor je dit opent").waitFor();
	await page.getByLabel("Om de kandidaat te begeleiden").check();
	await page.getByRole("button", { name: /^Open dit deel: Aard/ }).click();
	await page.getByText("Klachten aan de onderrug.").waitFor();
	await page.getByRole("link", { name: "Vragen aan artsen" }).click();
	await page.getByRole("link", { name: "Stel een vraag op" }).click();
	await choose(page, "carer", "mevrouw dr. E. Kok, Huisartsenpraktijk De Linde");
	await page.getByLabel("Beperkingen voor het werk").check();
	await fill(page, "question", "Kan de heer Demir langer dan een uur achter elkaar staan?");
	await click(page, "Bewaar de vraag");
	await page.getByText("Bewaard. Er is nog niets gevraagd.").waitFor();
	const request = page.url();
	await page
		.getByText(/alleen iets met schriftelijke toestemming van de kandidaat/)
		.first()
		.waitFor();
	await click(page, "Vraag de kandidaat of dit mag");
	await page.getByText("De vraag om toestemming staat bij de kandidaat.").waitFor();

	await signInAsCandidate(page, "Mehmet");
	await page.goto("/mijn/toestemmingen");
	await page
		.getByRole("link", { name: /dr\. E\. Kok/ })
		.first()
		.click();
	await page.getByText("Kan de heer Demir langer dan een uur achter elkaar staan?").waitFor();
	const code = page.locator("[name=code]");
	if (await code.count()) await code.fill(await codeOf(page, "Mehmet"));
	await page.getByRole("button", { name: "Ja, dit mag" }).click();
	await page.waitForLoadState();

	await signInAs(page, "Anna");
	await page.goto(request);
	await click(page, "Maak de brief");
	await page.getByText("De brief is gemaakt en verzegeld.").waitFor();
	const letter = await page.getByRole("link", { name: /Open de brief/ }).getAttribute("href");
	const pdf = await page.context().request.get(letter ?? "");
	expect(pdf.headers()["content-type"]).toBe("application/pdf");
	await click(page, "Leg vast dat de brief is verstuurd");
	await page.getByText("Vastgelegd, ook bij wat er is verstrekt.").waitFor();
	await fill(page, "words", "Hooguit een kwartier achter elkaar.");
	await click(page, "Berg het antwoord op");
	await page.getByText("Het antwoord is opgeborgen.").waitFor();

	await signInAsCandidate(page, "Mehmet");
	await page.goto("/mijn/gezondheid");
	await page.getByText("Hooguit een kwartier achter elkaar.").waitFor();
	await page.goto("/mijn/inzage");
	await page.getByText("Anna de Wit, uw begeleider, borg het antwoord op een vraag aan uw arts op.").waitFor();
});

test("R2.1 — a citizen service number is masked and shown on asking; for outplacement there is no field, and health is shut", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await page.goto("/kandidaten");
	await page.getByRole("link", { name: "Mehmet Demir" }).first().click();
	await page.getByText("Zoeken en meer in dit dossier").click();
	await page.getByRole("link", { name: "Gegevens van de kandidaat" }).click();
	await page.getByRole("link", { name: "Burgerservicenummer" }).click();
	await page.getByText("•••••••••").waitFor();
	expect(await page.getByText("111222333").count()).toBe(0);
	await click(page, "Toon het nummer");
	await page.getByText("111222333").waitFor();
	expect(page.url()).not.toContain("111222333");
	await page.goto("/zoeken");
	await fill(page, "Naam, e-mailadres of telefoonnummer", "1112.22.333");
	await click(page, "Zoek");
	await rowOf(page, "Mehmet Demir").waitFor();

	await signInAs(page, "Bram");
	await page.goto("/kandidaten");
	await page.getByRole("link", { name: "Sofie van den Berg" }).first().click();
	await page.waitForURL(/kandidaten\/[0-9a-f-]{36}/);
	const dossier = new URL(page.url()).pathname;
	await page.goto(`${dossier}/burgerservicenummer`);
	await page.getByText(/geeft geen wet een grond voor het burgerservicenummer/).waitFor();
	expect(await page.locator("[name=number]").count()).toBe(0);
	await page.goto(`${dossier}/gezondheid`);
	await page
		.getByText(/alleen met uitdrukkelijke toestemming van de kandidaat/)
		.first()
		.waitFor();
	await page.getByRole("button", { name: "Vraag de kandidaat of dit bewaard mag worden: Wat iemand kan en niet kan" }).click();
	await page.getByText("De vraag staat bij de kandidaat.").waitFor();
});
