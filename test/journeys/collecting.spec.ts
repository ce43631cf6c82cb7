import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { click, fill, fillDate, lettersIn, rowOf, signInAs, signInAsCandidate, useChromium } from "./browser.ts";
import { noTimeToUndo } from "./ground.ts";
import { glance } from "./looking.ts";

const chromium = useChromium();
const here = (page: Page) => new URL(page.url()).pathname;
const family = `Papierwinkel${randomBytes(3).toString("hex")}`;
let dossier: string;
let report: string;

test("R6.1 — a candidate without e-mail or telephone is served on paper: registered, told by letter, and answers with a signature", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Bea");
	await page.goto("/kandidaten/nieuw?soort=uwvWerkfit");
	await fill(page, "givenName", "Gerrit");
	await fill(page, "familyName", family);
	await page.locator("[name=source][value=candidate]").check();
	await page.locator("[name=assignment]").selectOption("nieuw");
	await page.locator("[name=commissioner]").selectOption({ index: 1 });
	await fill(page, "reference", "PAPIER-1");
	await fillDate(page, "ordered_on", "2026-11-16");
	await page.locator("[name=coach]").selectOption({ label: "Anna de Wit" });
	await click(page, "Schrijf in");
	await page.waitForURL(/\/kandidaten\/[0-9a-f-]{36}/);
	dossier = `/kandidaten/${here(page).split("/")[2]}`;

	await signInAs(page, "Anna");
	await page.goto(dossier);
	await click(page, "Maak de afspraak");
	for (const line of ["l0", "l1", "l2"]) {
		const contact = page.locator(`[name=${line}_contact]`);
		if ((await contact.inputValue()) === "") await contact.selectOption({ index: 1 });
	}
	// Work capacity goes to UWV by agreement, and weighs as health data: never in a mail.
	await page.locator("[name=l1_categories][value=workCapacity]").check();
	await click(page, "Maak deze afspraak");
	await page.waitForURL(/\/afspraken\?/);
	await click(page, "Druk af als brief");
	await page.getByRole("heading", { name: "Wat wij over u rapporteren" }).waitFor();
	await page.getByText("belastbaarheid").first().waitFor();
	await page.goto(`${dossier}/afspraken`);
	await page.locator("[name=how][value=letter]").check();
	await page.getByRole("main").getByRole("button").last().click();
	await page
		.getByText(/per brief/i)
		.first()
		.waitFor();
	await page.goto(dossier);
	await click(page, "Start het traject");
	await page.getByRole("main").getByRole("button", { name: "Start het traject" }).click();

	await page.goto(`${dossier}/rapporten/nieuw`);
	await page.locator("[name=line]").nth(1).check();
	await page.getByRole("main").getByRole("button").last().click();
	await page.waitForURL(/\/rapporten\/[0-9a-f-]{36}/);
	report = here(page);
	const sheet = page.locator("[contenteditable=true]");
	await sheet.click();
	await sheet.press("Control+a");
	await sheet.pressSequentially("Gerrit oefent drie dagdelen per week in de werkplaats.");
	await click(page, /^Leg voor/);
	await page.getByText("Voorgelegd.").first().waitFor();
	await page.goto(`${report}/antwoordformulier`);
	const paper = await page.locator("body").innerText();
	const number = /Documentnummer\s+([0-9A-Z-]{9,})/.exec(paper)?.[1] ?? "";
	const hash = /kenmerk\s+([0-9a-f]{8})/.exec(paper)?.[1] ?? "";

	await signInAs(page, "Bea");
	await page.goto("/rapportages/papier/nieuw");
	await fill(page, "number", number);
	await fill(page, "hash", hash);
	await page.locator("[name=answer][value=approved]").check();
	await fillDate(page, "signed", new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" }));
	await click(page, "Registreer het papier");
	await signInAs(page, "Anna");
	await page.goto("/rapportages/papier");
	await fill(page, "number", number);
	await fill(page, "hash", hash);
	await click(page, "Bevestig het papier");
	await page.goto(report);
	await page.getByRole("button", { name: /^Verzend naar / }).waitFor();
});

test("R8.1 — its reader collects it with a code told by telephone; wrong codes are counted, slowed down and never enough", async () => {
	await noTimeToUndo(inject("house").data);
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await page.goto(report);
	const before = new Set((await lettersIn()).map((letter) => letter.file));
	await page.getByRole("button", { name: /^Verzend naar / }).click();
	let link = "";
	let address = "";
	await expect
		.poll(
			async () => {
				const [letter] = (await lettersIn()).filter((one) => !before.has(one.file) && /\/ophalen\//.test(one.text ?? ""));
				link = /\S*\/ophalen\/\S+/.exec(letter?.text ?? "")?.[0] ?? "";
				address = [letter?.to ?? []].flat()[0]?.value[0]?.address ?? "";
				for (const word of [family, "Gerrit", "werkplaats"]) expect(`${letter?.subject}${letter?.text}`).not.toContain(word);
				return link;
			},
			{ timeout: 60_000, interval: 500 },
		)
		.toContain("/ophalen/");

	await page.goto(`${dossier}/verstrekkingen`);
	await click(page, "Geef de code");
	await click(page, "Maak een code");
	const code = await page.locator(".code-once").innerText();
	expect(code).toMatch(/^\d{4} \d{4}$/);
	expect(await glance(page)).toEqual([]);
	const reader = await chromium.open(new URL(link).pathname);
	expect(await glance(reader)).toEqual([]);
	for (const word of [family, "Gerrit"]) expect(await reader.locator("body").innerText()).not.toContain(word);
	const attempt = async (typed: string) => {
		await fill(reader, "address", address);
		await fill(reader, "code", typed);
		const answered = reader.waitForResponse((response) => response.request().method() === "POST");
		await click(reader, "Ga verder");
		const status = (await answered).status();
		await reader.waitForLoadState();
		return status;
	};
	const wrong = code === "0000 0000" ? "1111 1111" : "0000 0000";
	for (let n = 0; n < 3; n++) {
		expect(await attempt(wrong)).toBe(422);
		await reader.getByText("Het adres of de code klopt niet.").waitFor();
	}
	expect(await attempt(code)).toBe(429);
	await reader.getByText("Er waren te veel pogingen.").waitFor();
	await expect.poll(() => attempt(code), { timeout: 30_000, interval: 3000 }).toBe(303);
	const [download] = await Promise.all([reader.waitForEvent("download"), click(reader, "Haal het document op (PDF)")]);
	expect(download.suggestedFilename()).toMatch(/^rapportage-[0-9A-Z-]+\.pdf$/);

	await page.goto(`${dossier}/verstrekkingen`);
	await page
		.getByText(/^Opgehaald/)
		.first()
		.waitFor();
	await click(page, "Bekijk het ophalen");
	await page.getByText("Sluit het document voor ophalen").click();
	await click(page, "Sluit nu");
	await page.getByText("Gesloten. De link opent niets meer.").waitFor();
	await reader.goto(new URL(link).pathname);
	await reader.getByRole("heading", { name: "Hier is niets op te halen" }).waitFor();
});

test("R4.1 — a demand by an authority goes only when a second person finds it necessary too, and the candidate reads of it", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Carla");
	await page.goto("/vorderingen");
	await rowOf(page, "Mehmet Demir").getByRole("link").click();
	await page.getByText("HV-2026-0417").waitFor();
	const demand = here(page);
	await signInAs(page, "Anna");
	await page.goto(demand);
	await page.getByText("Wie het voorstelde, bevestigt het niet zelf.").waitFor();
	await signInAs(page, "Carla");
	await page.goto(demand);
	await click(page, "Bevestig dat dit gaat");
	await page.getByText("Bevestigd. De begeleider kan het nu geven.").waitFor();
	await signInAs(page, "Anna");
	await page.goto(demand);
	await click(page, "Maak de brief en leg vast dat hij gaat");
	await page.getByText("De brief is gemaakt en staat in het register.").waitFor();
	await signInAsCandidate(page, "Mehmet");
	await page.goto("/mijn/verstrekkingen");
	await page.getByText("UWV, afdeling Handhaving").first().waitFor();
});
