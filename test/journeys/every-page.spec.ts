import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { type OpenHouse, startHouse } from "../start-house.ts";
import { click, demoPerson, fill, lettersIn, linkIn, signInAs, useChromium } from "./browser.ts";
import { goOn, goThrough, routeOf, shown, type Visitor, visitors } from "./every-page.ts";
import { dutchOn, looksWrong } from "./looking.ts";

const chromium = useChromium();
const open = { viewport: { width: 1280, height: 1024 }, reducedMotion: "reduce" } as const;
const long = Boolean(process.env.SPOOR_ALL);
const seen = new Set<string>();

async function inEnglish(page: Page): Promise<void> {
	await click(page, "English");
	await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
}

/** Looks at one screen after another, and keeps what was wrong. */
function looking() {
	const wrong: string[] = [];
	const look = async (page: Page) => {
		const route = routeOf(page.url());
		if (route) seen.add(route);
		wrong.push(...(await looksWrong(page)).map((one) => `${route}: ${one}`));
	};
	return { wrong, look };
}

const dossier = "/kandidaten/:candidate";
/** What shows no page of its own, and what is looked at where a journey makes it. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
	"leads to another page when it is not posted to": [
		...["/aanmelden/passkey", "/mijn/aanmelden/passkey", "/afmelden", "/mijn/afmelden", "/reglement/:clause"],
		...[`${dossier}/notities`, `${dossier}/notities/:note/openen`, `${dossier}/notities/:note/weggooien`],
		...[`${dossier}/zoeken`, `${dossier}/afspraken/geinformeerd`],
	],
	"gives a file": [
		...[`${dossier}/vorderingen/:demand/vordering`, `${dossier}/vorderingen/:demand/brief`],
		...[`${dossier}/toestemmingen/:consent/scan/:event`, `${dossier}/gezondheid/verzoeken/:request/antwoord/:answer`],
		"/mijn/gezondheid/antwoord/:answer",
	],
	"main-job.spec.ts": ["/uitnodiging/code", "/mijn/uitnodiging/code"],
	"passkeys.spec.ts": ["/account/passkeys/:passkey", "/mijn/account/passkeys/:passkey"],
	"exception.spec.ts": ["/uitzonderingen/:candidate/:exception"],
	"break-glass.spec.ts": ["/privacy/noodtoegang/:candidate/:glass"],
	"collecting.spec.ts": ["/ophalen/:link", `${dossier}/verstrekkingen/:disclosure/ophalen`],
};

// Every screen of everybody in both languages takes some twenty minutes on two quiet cores, so the short run looks at the main pages
// (reading.spec.ts). It samples: of each route one address a person, and a few where a screen has states (every-page.ts); at both widths
// with all of axe in light and its rules of colour in the dark, where nothing else is different (looking.ts).
describe.runIf(long)("every page, for everybody", () => {
	for (const lang of ["nl", "en"] as const)
		for (const who of Object.keys(visitors) as Visitor[])
			test(`R10.1 — nothing is in anybody's way on the pages of ${who} (${lang}, light and dark, 1280 and 320 wide, own spacing)`, async () => {
				const page = await chromium.open("/aanmelden", open);
				if (lang === "en") await inEnglish(page);
				const wrong: string[] = [];
				const routes = await goThrough(page, who, async (path) => {
					wrong.push(...(await looksWrong(page)).map((one) => `${path}: ${one}`));
					if (lang === "en") wrong.push(...(await dutchOn(page)).map((one) => `${path}: ${one}`));
				});
				for (const route of routes) seen.add(route);
				expect(wrong).toEqual([]);
			}, 1_800_000);

	test("R10.1 — nor on a form that comes back with errors", async () => {
		const page = await chromium.open("/aanmelden", open);
		const wrong: string[] = [];
		const send = async (who: string, ...paths: string[]) => {
			await signInAs(page, who);
			for (const path of paths) {
				await page.goto(path);
				await page.getByRole("main").locator("form[method=post]").last().getByRole("button").last().click();
				await page.locator("[data-error-summary]").waitFor();
				wrong.push(...(await looksWrong(page)).map((one) => `${path} with errors: ${one}`));
			}
		};
		await send("Bea", "/kandidaten/nieuw?soort=secondTrack", "/opdrachtgevers/nieuw", "/rapportages/papier/nieuw");
		await send("Anna", "/noodtoegang", "/account/wachtwoord");
		await send("Ada", "/beheer/medewerkers/nieuw");
		expect(wrong).toEqual([]);
	}, 300_000);

	test("R10.1 — nor on what opens only for who says what for, and what a button answers with", async () => {
		const { wrong, look } = looking();
		const page = await chromium.open("/aanmelden", open);
		await signInAs(page, "Anna");
		await page.goto("/kandidaten");
		await click(page, "Mehmet Demir");
		await page.getByRole("heading", { name: "Mehmet Demir", level: 1 }).waitFor();
		const dossier = new URL(page.url()).pathname;

		await page.goto(`${dossier}/gezondheid`);
		await page.getByLabel("Om de kandidaat te begeleiden").check();
		await page
			.getByRole("button", { name: /^Open dit deel/ })
			.first()
			.click();
		await page.waitForURL(/[?&]doel=/);
		// His dossier holds what the first that is met does not: consents, a doctor's answer, the steps of the law in illness.
		await goOn(
			page,
			[page.url(), new URL(dossier, page.url()).href],
			(path, route) => path.startsWith(dossier) && !seen.has(route),
			look,
		);

		await page.goto(`${dossier}/afdrukken`);
		await page.getByRole("radio").first().check();
		for (const section of await page.getByRole("checkbox").all()) await section.check();
		await click(page, "Maak de afdruk");
		await page.locator(".printed").waitFor();
		await look(page);

		await page.goto(dossier);
		await page.getByText("Zoeken en meer in dit dossier").click();
		await fill(page.getByRole("main"), "zoek", "werk");
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { name: "Zoeken in de notities" }).waitFor();
		await look(page);

		await page.goto("/zoeken");
		await fill(page.getByRole("main"), "zoek", "wis");
		await page.keyboard.press("Enter");
		await page.getByRole("link", { name: "Łukasz Wiśniewski" }).first().waitFor();
		await look(page);

		await page.goto("/");
		await click(page, "Schrijf de notitie af");
		await click(page, "Schrijf verder");
		await page.locator("[data-autosave]").waitFor();
		await look(page);

		await page.goto(`${dossier}/burgerservicenummer`);
		await click(page, "Toon het nummer");
		await page.getByText("Ga je van dit scherm weg").waitFor();
		await look(page);
		expect(wrong).toEqual([]);
	}, 600_000);

	let empty: OpenHouse | undefined;
	afterAll(() => empty?.stop());
	test("R10.1 — nor on what only a letter, a password or an empty house leads to", async () => {
		const { wrong, look } = looking();
		const page = await chromium.open("/aanmelden", open);
		const { email, password } = demoPerson("Anna");
		await fill(page, "email", email);
		await fill(page, "password", password);
		await page.keyboard.press("Enter");
		await page.waitForURL("**/aanmelden/code");
		await look(page);
		const candidate = demoPerson("Mehmet");
		await page.goto("/mijn/aanmelden");
		await fill(page, "email", candidate.email);
		await fill(page, "password", candidate.password);
		await page.keyboard.press("Enter");
		await page.waitForURL("**/mijn/aanmelden/code");
		await look(page);
		const opened = new Set<string>();
		for (const letter of await lettersIn())
			for (const door of ["/uitnodiging", "/mijn/uitnodiging", "/bevestig-adres"]) {
				if (opened.has(door) || !letter.text?.includes(`${door}?`)) continue;
				opened.add(door);
				await page.goto(linkIn(letter, `${door}?`));
				await look(page);
			}
		empty = await startHouse({ empty: true });
		const set = await chromium.open("/inrichten", { ...open, url: empty.url });
		await look(set);
		await set.getByRole("main").getByRole("button").last().click();
		await set.locator("[data-error-summary]").waitFor();
		await look(set);
		expect(wrong).toEqual([]);
	}, 600_000);

	test("R10.1 — no page was forgotten", () => {
		const looked = new Set([...seen, ...Object.values(elsewhere).flat()]);
		expect(shown.filter((route) => !looked.has(route))).toEqual([]);
	});
});
