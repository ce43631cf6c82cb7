import type { Page } from "playwright-core";
import { expect } from "vitest";
import { rowOf, signInAs, signInAsCandidate } from "./browser.ts";

// Per person: the pages that are always looked at, and those that only the long run looks at.
const anyone = [["/aanmelden"], ["/mijn/aanmelden", "/reglement", "/controleer"]] as const;
const coach = [
	["/", "/kandidaten", "/kandidaten/nieuw?soort=secondTrack"],
	["/opdrachtgevers", "/rapportages", "/zoeken", "/account"],
] as const;
const dossier = [["afspraken/nieuw"], ["afspraken", "verstrekkingen", "gegevens", "afdrukken"]] as const;
const administrator = [["/beheer/medewerkers"], ["/beheer", "/beheer/bureau", "/beheer/zelftest"]] as const;
const officer = [["/privacy"], []] as const;
const candidate = [
	["/mijn", "/mijn/inzage"],
	["/mijn/traject", "/mijn/verstrekkingen", "/mijn/account"],
] as const;

/** Calls `look` on the main pages, each as who uses it: one of each kind of screen, or `all` of them. */
export async function onMainPages(page: Page, all: boolean, look: (path: string) => Promise<void>): Promise<void> {
	const visit = async ([always, long]: readonly [readonly string[], readonly string[]], under = "") => {
		for (const path of all ? [...always, ...long] : always) {
			const answer = await page.goto(under + path);
			expect(answer?.status(), path).toBe(200);
			await look(path);
		}
	};
	await visit(anyone);
	await signInAs(page, "Anna");
	await visit(coach);
	await page.goto("/kandidaten");
	await rowOf(page, "Łukasz Wiśniewski").getByRole("link").click();
	await page.getByRole("heading", { name: "Łukasz Wiśniewski", level: 1 }).waitFor();
	await look("a dossier");
	await visit(dossier, `${new URL(page.url()).pathname}/`);
	await signInAs(page, "Ada");
	await visit(administrator);
	await signInAs(page, "Fenna");
	await visit(officer);
	await signInAsCandidate(page, "Mehmet Demir");
	await visit(candidate);
}
