import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { addressees, click, fill, fillDate, lettersIn, letterTo, linkIn, signInAs, totp, useChromium } from "./browser.ts";
import { clearFilesHold, noTimeToUndo } from "./ground.ts";
import { glance } from "./looking.ts";

// The main job, by the people who do it, on the real house: browser, database, keys, seal, mail server.
const { open } = useChromium();

// Words that stand nowhere else: whatever holds one of them in the clear has leaked this person.
const run = randomBytes(3).toString("hex");
const secret = {
	given: `Kanariegeel${run}`,
	family: `Zangvogelkooi${run}`,
	email: `kanariegeel.${run}@vogel.test`,
	contact: `Petronella${run}`,
	contactFamily: `Struisveder${run}`,
	contactEmail: `struisveder.${run}@kwekerij.test`,
	note: `Zwaluwstaartverbinding${run} oefenen`,
	report: `Leeuwerikzang${run} in de werkplaats`,
	remark: `Nachtegaalopmerking${run}`,
};
let candidate: string;
let phone: string;
let report: string;

const here = (page: Page) => new URL(page.url()).pathname;
const dossier = () => `/kandidaten/${candidate}`;
// Signed in once, with password and code, when accepting the invitation; each test goes on with that session.
let session: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
const asCandidate = async (page: Page) => {
	await page.context().clearCookies();
	await page.context().addCookies(session);
	await page.goto("/mijn");
};

describe("the main job", () => {
	test("R3.a — back office registers a candidate for a commissioner whose contact person confirmed her address", async () => {
		const page = await open("/aanmelden");
		await signInAs(page, "Bea");
		await page.goto("/opdrachtgevers/nieuw");
		await page.locator("[name=kind][value=employer]").check();
		await fill(page, "name", `Kwekerij De Proef ${run}`);
		await fill(page, "mail_domains", "kwekerij.test");
		await click(page, "Bewaar de opdrachtgever");
		await click(page, "Voeg een contactpersoon toe");
		const commissioner = here(page).split("/")[2] as string;
		await fill(page, "given", secret.contact);
		await fill(page, "family", secret.contactFamily);
		await page.locator("[name=kind]").selectOption("contact");
		await fill(page, "email", secret.contactEmail);
		await page.getByRole("main").getByRole("button", { name: "Voeg de contactpersoon toe" }).click();
		await click(page, "Vraag bevestiging per e-mail");
		const asked = await letterTo(secret.contactEmail);
		await page.goto(linkIn(asked, "bevestig-adres"));
		await click(page, "Ja, dit adres is van mij");

		await page.goto("/kandidaten/nieuw?soort=secondTrack");
		await fill(page, "givenName", secret.given);
		await fill(page, "familyName", secret.family);
		await fill(page, "email", secret.email);
		await page.locator("[name=source][value=candidate]").check();
		await page.locator("[name=assignment]").selectOption("nieuw");
		await page.locator("[name=commissioner]").selectOption(commissioner);
		await fill(page, "reference", "PROEF-77");
		await fillDate(page, "ordered_on", "2026-11-16");
		await page.locator("[name=coach]").selectOption({ label: "Anna de Wit" });
		await click(page, "Schrijf in");
		await page.waitForURL(/\/kandidaten\/[0-9a-f-]{36}/);
		candidate = here(page).split("/")[2] as string;
		await click(page, "Nodig uit voor het portaal");
		await letterTo(secret.email);
	});

	test("R3.b — the candidate accepts the invitation with a password and a second factor", async () => {
		const page = await open(linkIn(await letterTo(secret.email), "uitnodiging"));
		await fill(page, "new_password", "de kanarie zingt elke ochtend");
		await page.getByRole("main").getByRole("button").first().click();
		await page.waitForURL(/\/uitnodiging\/code/);
		expect(await glance(page)).toEqual([]);
		phone = ((await page.getByRole("main").innerText()).match(/[A-Z2-7]{4}(?: [A-Z2-7]{4}){3,}/)?.[0] ?? "").replaceAll(" ", "");
		await fill(page, "code", totp(phone));
		await click(page, "Bevestig");
		await page
			.getByText(/herstelcodes/i)
			.first()
			.waitFor();
		session = await page.context().cookies();
	});

	test("R6.1 — the coach agrees what will be reported; nothing starts before the candidate was told", async () => {
		const page = await open("/aanmelden");
		await signInAs(page, "Anna");
		await page.goto(dossier());
		await click(page, "Maak de afspraak");
		await click(page, "Maak deze afspraak");
		await page.waitForURL(/\/afspraken\?/);
		await page.goto(dossier());
		await expect.poll(() => page.getByRole("main").getByText("Start het traject", { exact: true }).count()).toBe(0);
		await asCandidate(page);
		await page
			.getByRole("main")
			.getByRole("link", { name: /afspraken/i })
			.first()
			.click();
		await click(page, "Ik heb dit gelezen");
		await signInAs(page, "Anna");
		await page.goto(dossier());
		await click(page, "Start het traject");
		await page.getByRole("main").getByRole("button", { name: "Start het traject" }).click();
		await page.goto(dossier());
		await page
			.getByText(/gestart/i)
			.first()
			.waitFor();
	});

	test("R5.1 — the coach keeps a short note in the dossier", async () => {
		const page = await open("/aanmelden");
		await signInAs(page, "Anna");
		await page.goto(dossier());
		await click(page, "Schrijf een notitie");
		await page.locator("[name=source][value=candidate]").check();
		await fill(page, "goal", secret.note);
		await fill(page, "agreed", "Twee vacatures bekijken");
		await fill(page, "next", "Over twee weken weer");
		await click(page, "Klaar");
		// A save under way goes first, so the form leaves a moment later.
		await page.getByText("De notitie is klaar.").waitFor();
		await page.goto(dossier());
		await page.getByText(secret.note).waitFor();
	});

	test("R7.1 — the report is submitted, and does not go before the candidate answered", async () => {
		const page = await open("/aanmelden");
		await signInAs(page, "Anna");
		await page.goto(`${dossier()}/rapporten/nieuw`);
		await page.locator("[name=line]").nth(1).check();
		await page.getByRole("main").getByRole("button").last().click();
		await page.waitForURL(/\/rapporten\/[0-9a-f-]{36}/);
		report = here(page).split("/").at(-1) as string;
		const sheet = page.locator("[contenteditable=true]");
		await sheet.click();
		await sheet.press("Control+a");
		await sheet.pressSequentially(`${secret.report} ging goed.`);
		await click(page, /^Leg voor aan/);
		await page.getByText("Voorgelegd.").first().waitFor();
		const early = await page.request.post(`${dossier()}/rapporten/${report}`, {
			form: { do: "send", row_version: "2", disclosure: crypto.randomUUID() },
			headers: { origin: inject("house").url },
		});
		expect(early.status()).toBe(403);
		expect(await early.text()).toContain("R7.1");
		await letterTo(secret.email, /rapportage|verslag/i);
	});

	test("R7.1 — the candidate reads exactly that PDF and approves it, with a fresh code", async () => {
		const page = await open("/mijn/aanmelden");
		await asCandidate(page);
		await page.goto(`/mijn/rapporten/${report}`);
		const shown = await page.request.get((await page.locator("[data-pdf]").getAttribute("data-pdf")) ?? "");
		expect(shown.headers()["content-type"]).toBe("application/pdf");
		const mark = await page.request.get("/favicon.ico");
		expect(mark.status()).toBe(200);
		expect(mark.headers()["content-type"]).toContain("image/svg+xml");
		await fill(page, "remark", secret.remark);
		await fill(page, "code", "000000");
		await click(page, "Ik ga akkoord");
		await page.locator("[data-error-summary]").waitFor();
		expect(await page.locator("[name=remark]").inputValue()).toBe(secret.remark);
		await fill(page, "code", totp(phone, 1));
		await click(page, "Ik ga akkoord");
		await page.getByText("Uw antwoord is bewaard.").waitFor();
	});

	test("R9.1 — the contact person receives exactly those bytes, sealed, and nobody else receives anything", async () => {
		const { data } = inject("house");
		await noTimeToUndo(data);
		const page = await open("/aanmelden");
		await signInAs(page, "Anna");
		await page.goto(`${dossier()}/rapporten/${report}`);
		const approved = await page.request.get((await page.locator('a[href$=".pdf"]').first().getAttribute("href")) ?? "");
		await click(page, /^Verzend/);
		const letter = await letterTo(secret.contactEmail, /documentnummer/);
		expect(addressees(letter)).toEqual([secret.contactEmail]);
		expect(`${letter.subject}\n${letter.text}`).not.toContain(secret.family);
		const [attachment] = letter.attachments;
		const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
		expect(sha256(attachment?.content as Buffer)).toBe(sha256(await approved.body()));

		const file = join(mkdtempSync(join(tmpdir(), "spoor-pdf-")), "report.pdf");
		writeFileSync(file, attachment?.content as Buffer);
		const seal = execFileSync("pdfsig", [file], { encoding: "utf8" });
		expect(seal).toContain("Signature is Valid.");
		expect(seal).toMatch(/- Total document signed/);
		execFileSync("qpdf", ["--check", file]);
		const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
		expect(text).toContain(secret.report);
		expect(text).toContain(secret.family);
		expect(
			(await lettersIn()).filter(
				(one) =>
					one.attachments.length > 0 && addressees(one).some((to) => to !== secret.contactEmail && to.endsWith("@kwekerij.test")),
			),
		).toEqual([]);
	});

	test("R4.1, R1.2 — the candidate sees who received what, and who looked", async () => {
		const page = await open("/mijn/aanmelden");
		await asCandidate(page);
		await page.goto("/mijn/verstrekkingen");
		await page.getByText(new RegExp(secret.contactFamily)).first().waitFor();
		await page.goto("/mijn/inzage");
		await page.getByText(/Anna/).first().waitFor();
	});

	test("R1.2 — another coach finds nothing there, not even that there is something", async () => {
		const page = await open("/aanmelden");
		await signInAs(page, "Bram");
		const foreign = await page.goto(dossier());
		const foreignText = await page.getByRole("main").innerText();
		const nothing = await page.goto(`/kandidaten/${crypto.randomUUID()}`);
		expect([foreign?.status(), nothing?.status()]).toEqual([404, 404]);
		expect(foreignText).toBe(await page.getByRole("main").innerText());
		expect((await page.goto(`${dossier()}/rapporten/${report}`))?.status()).toBe(404);
	});

	test("R10.1 — the files of database, keys and logs give away nobody who was in it", async () => {
		const { data } = inject("house");
		expect(await clearFilesHold(data, Object.values(secret))).toEqual([]);
		// The search itself works: the organisation's name is no person's, and is there to be found.
		expect((await clearFilesHold(data, ["Kwekerij De Proef"])).length).toBeGreaterThan(0);
		expect(readFileSync(join(data, "mail", (await letterTo(secret.contactEmail)).file), "utf8")).toContain("kwekerij.test");
	});
});
