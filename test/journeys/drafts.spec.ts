import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { click, fieldOf, fill, rowOf, signInAs, useChromium } from "./browser.ts";

const chromium = useChromium();
const run = randomBytes(3).toString("hex");
const status = (page: Page, state: string) => page.locator(`[data-save-status][data-state=${state}]`).waitFor();
const banner = (page: Page) => page.getByRole("status").filter({ hasText: "Geen verbinding. Wat hier staat, blijft staan." });

/** A report that is being written, opened by Anna: the draft that the demonstration begins with. */
async function openDraft(page: Page): Promise<string> {
	await signInAs(page, "Anna");
	await page.goto("/rapportages?stand=draft");
	await rowOf(page, "Łukasz Wiśniewski").getByRole("link").first().click();
	await page.locator("[contenteditable=true]").waitFor();
	return new URL(page.url()).pathname;
}

/** From another computer: everywhere else she is no longer signed in. */
async function signedOutElsewhere(): Promise<void> {
	const other = await chromium.open("/aanmelden");
	await signInAs(other, "Anna");
	await other.goto("/account");
	await click(other, "Beëindig alle andere");
	await other.getByText("Alle andere apparaten zijn afgemeld.").waitFor();
	await other.context().close();
}

const sheet = (page: Page) => page.locator("[contenteditable=true]");
async function write(page: Page, text: string): Promise<void> {
	await sheet(page).press("ControlOrMeta+End");
	await page.keyboard.type(text);
}

test("R10.1 — who loses the connection while writing is told, writes on, and loses nothing", async () => {
	const page = await chromium.open("/aanmelden");
	const report = await openDraft(page);
	await page.context().setOffline(true);
	await banner(page).waitFor();
	await write(page, ` In de trein ${run}.`);
	await fieldOf(page, "title").focus(); // looking away would save
	await status(page, "offline");
	await page.getByText("Geen verbinding. Je tekst staat nog op dit scherm.").waitFor();
	await write(page, " En in de tunnel.");
	// A link does not take one away from what was not kept.
	await click(page, "Vandaag");
	expect(new URL(page.url()).pathname).toBe(report);
	await sheet(page).getByText("En in de tunnel.").waitFor();

	await page.context().setOffline(false);
	await status(page, "saved");
	await expect.poll(() => banner(page).count()).toBe(0);
	await page.goto(report);
	await sheet(page).getByText(`In de trein ${run}. En in de tunnel.`).waitFor();
});

test("R10.1 — who closes the tab in the middle of a sentence finds it again", async () => {
	const page = await chromium.open("/aanmelden");
	const report = await openDraft(page);
	await write(page, ` Midden in een zin ${run}`);
	await page.close(); // at once: no five seconds, no looking away
	const again = await chromium.open("/aanmelden");
	await signInAs(again, "Anna");
	await again.goto(report);
	await sheet(again).getByText(`Midden in een zin ${run}`).waitFor();
});

test("R10.1 — when the browser itself breaks down, no more than the last seconds are lost", async () => {
	const page = await chromium.open("/aanmelden");
	const report = await openDraft(page);
	await write(page, ` Voor de klap ${run}.`);
	await status(page, "saved"); // by itself, within a few seconds of typing
	await page.goto("chrome://crash", { timeout: 3000 }).catch(() => {}); // it never arrives
	const again = await chromium.open("/aanmelden");
	await signInAs(again, "Anna");
	await again.goto(report);
	await sheet(again).getByText(`Voor de klap ${run}.`).waitFor();
});

test("R10.1 — a session that ended at night does not take a report with it; what a form held is sent after signing in", async () => {
	const page = await chromium.open("/aanmelden");
	const report = await openDraft(page);
	await signedOutElsewhere();
	await write(page, ` Tot diep in de nacht ${run}.`);
	await fieldOf(page, "title").focus();
	const dialog = page.getByRole("dialog", { name: "Je bent niet meer aangemeld" });
	const [tab] = await Promise.all([page.waitForEvent("popup"), dialog.getByRole("link").click()]);
	await rowOf(tab, "Anna de Wit").getByRole("button").click();
	await tab.waitForURL((url) => url.pathname === "/");
	await dialog.getByRole("button", { name: "Probeer opnieuw" }).click();
	await status(page, "saved");
	await page.goto(report);
	await sheet(page).getByText(`Tot diep in de nacht ${run}.`).waitFor();

	// A form without drafts: what was typed comes along, hidden, to be sent once more.
	await page.goto("/opdrachtgevers");
	await page.getByRole("rowheader").first().getByRole("link").click();
	await click(page, /Leg een opdracht vast/);
	await page.getByRole("heading", { name: "Nieuwe opdracht" }).waitFor();
	await fill(page, "reference", `NACHT-${run}`);
	await signedOutElsewhere();
	await page.getByRole("main").locator("form").getByRole("button").click();
	await page.getByRole("heading", { name: "Je bent niet meer aangemeld" }).waitFor();
	const [door] = await Promise.all([
		page.waitForEvent("popup"),
		page.getByRole("link", { name: "Aanmelden in een nieuw tabblad" }).click(),
	]);
	await rowOf(door, "Anna de Wit").getByRole("button").click();
	await door.waitForURL((url) => url.pathname !== "/aanmelden");
	await click(page, "Verstuur opnieuw");
	await page.getByRole("alert").waitFor(); // the kind is still to be chosen
	expect(await fieldOf(page, "reference").inputValue()).toBe(`NACHT-${run}`);
});
