import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { letterTo, linkIn, totp, useChromium } from "./browser.ts";
import { noTimeToUndo } from "./ground.ts";
import { Hands } from "./hands.ts";

const chromium = useChromium();
const run = randomBytes(3).toString("hex");
const email = `toetsenbord.${run}@post.test`;

/** Signs in with one of the demonstration's buttons, and comes with both hands. */
async function handsOf(name: string): Promise<Hands> {
	const hands = new Hands(await chromium.open("/aanmelden"));
	await hands.enter(new RegExp(`^Meld aan als ${name}`));
	await hands.page.waitForURL((url) => url.pathname === "/");
	return hands;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 }).waitFor();

// One candidate, from registration to the report that was sent, and no mouse in the house.
test("R7.1, R10.1 — the whole main job is done with the keyboard alone; the focus is always seen, goes forward and never gets stuck", async () => {
	const dossier = await register(await handsOf("Bea"));
	const { me, phone } = await accept();
	const anna = await handsOf("Anna");
	await agree(anna, me, dossier);
	await note(anna, dossier);
	const report = await writeReport(anna, dossier);

	await me.page.goto(`/mijn/rapporten/${report.split("/").at(-1)}`);
	await me.page.locator("[data-pdf] canvas").first().waitFor();
	await me.through();
	await me.type("code", totp(phone, 1));
	await me.enter("Ik ga akkoord");
	await me.page.getByText("Uw antwoord is bewaard.").waitFor();

	await noTimeToUndo(inject("house").data);
	await anna.page.goto(report);
	await anna.through();
	await anna.enter(/^Verzend naar/);
	const letter = await letterTo("petra.peeters@korenaar.test", /documentnummer/);
	expect(letter.attachments).toHaveLength(1);
}, 240_000);

/** Back office registers and invites. Comes with the path of the dossier. */
async function register(bea: Hands): Promise<string> {
	await bea.enter("Kandidaten");
	await bea.enter("Schrijf een kandidaat in");
	await bea.choose("soort", /tweede spoor/);
	await bea.press("Enter");
	await heading(bea.page, "Kandidaat inschrijven");
	await bea.through();
	await bea.type("givenName", "Klavier");
	await bea.type("familyName", `Toets ${run}`);
	await bea.type("email", email);
	await bea.choose("source", /^candidate$/);
	await bea.choose("assignment", /^nieuw$/);
	await bea.choose("commissioner", /Korenaar/);
	await bea.type("reference", `TOETS-${run}`);
	await bea.date("ordered_on", "2026-11-16");
	await bea.choose("coach", /Anna de Wit/);
	await bea.enter("Schrijf in");
	await bea.page.waitForURL(/\/kandidaten\/[0-9a-f-]{36}\/gegevens/);
	await bea.enter("Nodig uit voor het portaal");
	return new URL(bea.page.url()).pathname.replace("/gegevens", "");
}

/** The candidate accepts: a password, and a code of the phone. */
async function accept(): Promise<{ me: Hands; phone: string }> {
	const me = new Hands(await chromium.open(linkIn(await letterTo(email), "uitnodiging")));
	await me.type("new_password", "de toetsen klikken zacht vandaag");
	await me.press("Enter");
	await me.page.waitForURL(/\/uitnodiging\/code/);
	const phone = (await me.page.locator(".secret-key").innerText()).replaceAll(" ", "");
	await me.type("code", totp(phone));
	await me.press("Enter");
	await heading(me.page, /herstelcodes/i);
	return { me, phone };
}

/** What will be reported is agreed, read by the candidate, and the trajectory starts. */
async function agree(anna: Hands, me: Hands, dossier: string): Promise<void> {
	await anna.page.goto(dossier);
	await anna.enter("Maak de afspraak");
	await heading(anna.page, "Rapportageafspraak maken");
	await anna.through();
	await anna.enter("Maak deze afspraak");
	await anna.page.waitForURL(/\/afspraken\?/);

	await me.page.goto("/mijn");
	await me.through();
	await me.enter(/afspraken/i);
	await me.enter("Ik heb dit gelezen");
	await me.page.getByText(/^U hebt dit gelezen op/).waitFor();

	await anna.page.goto(dossier);
	await anna.enter("Start het traject"); // the way there
	await anna.page.getByRole("heading", { name: "Starten" }).waitFor();
	await anna.enter("Start het traject");
	await anna.page.locator("[data-flash]").waitFor();
}

async function note(anna: Hands, dossier: string): Promise<void> {
	await anna.page.goto(dossier);
	await anna.enter("Schrijf een notitie");
	await heading(anna.page, "Notitie schrijven");
	await anna.choose("kind", /gesprek/i);
	await anna.choose("source", /^candidate$/);
	await anna.type("goal", "Kennismaken, zonder muis.");
	await anna.type("agreed", "Twee vacatures bekijken.");
	await anna.type("next", "Over twee weken weer.");
	await anna.enter("Klaar");
	await anna.page.getByText("De notitie is klaar.").waitFor();
}

/** Written and submitted. Comes with its path. */
async function writeReport(anna: Hands, dossier: string): Promise<string> {
	await anna.page.goto(`${dossier}/rapporten/nieuw`);
	await anna.choose("line", /voortgang/i);
	await anna.enter("Begin met schrijven");
	await anna.page.locator("[contenteditable=true]").waitFor();
	await anna.through();
	await writeText(anna);
	await anna.enter(/^Leg voor aan Klavier/);
	await anna.page.getByText("Voorgelegd.").first().waitFor();
	return new URL(anna.page.url()).pathname;
}

/** With headings, a list and a table from the toolbar: whatever the cursor stands in, Tab goes on to what comes after the text. */
async function writeText(anna: Hands): Promise<void> {
	const { page } = anna;
	const toText = async () => {
		for (let presses = 0; presses < 20; presses++) {
			await anna.next();
			if (await page.evaluate(() => (document.activeElement as HTMLElement).isContentEditable)) return;
		}
		throw new Error("Tab never came to the text");
	};
	await page.evaluate(() => document.getElementById("inhoud")?.focus());
	await toText();
	await anna.press("ControlOrMeta+a");
	await page.keyboard.type("Klavier kwam naar elke afspraak.");
	await anna.press("Enter");
	await anna.press("Shift+Tab", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
	await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("• Lijst met punten");
	await anna.press("Enter"); // and back in the text, in a list
	await page.keyboard.type("Vier gesprekken");
	await anna.press("Tab");
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()), { message: "out of a list" })
		.toMatch(/^Leg voor aan/);
	await anna.press("Shift+Tab", "ControlOrMeta+End", "Enter", "Enter", "Shift+Tab", "End", "Enter");
	await page.locator("[contenteditable=true] table").waitFor();
	for (const cell of ["Doel", "Stand", "Cv", "klaar", "Gesprekken", "gevoerd"]) {
		await page.keyboard.type(cell);
		await anna.press("Tab");
	}
	await expect
		.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()), { message: "out of a table" })
		.toMatch(/^Leg voor aan/);
	expect(await page.locator("[contenteditable=true] tr").count()).toBe(3);
	await page.locator("[data-save-status][data-state=saved]").waitFor();
	await page.evaluate(() => document.getElementById("inhoud")?.focus());
}
