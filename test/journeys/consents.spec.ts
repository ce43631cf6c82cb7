import { expect, test } from "vitest";
import { click, codeOf, fill, fillDate, rowOf, signInAs, signInAsCandidate, useChromium } from "./browser.ts";

const chromium = useChromium();
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(new Date());

/** Anna asks Mehmet something about what he can do, in these words, for his employer. */
async function ask(page: Awaited<ReturnType<typeof chromium.open>>, line: string): Promise<string> {
	await page.goto("/kandidaten");
	await page.getByRole("link", { name: "Mehmet Demir" }).first().click();
	await click(page, "Alle toestemmingen");
	await click(page, "Vraag toestemming");
	await page.getByText("Gaat nooit naar deze ontvanger (werkgever), ook niet met toestemming.").first().waitFor();
	await page.locator("[name=contact]").selectOption({ index: 1 });
	await page.getByLabel("Om de begeleiding samen af te stemmen").check();
	await page.getByLabel("Belastbaarheid, beperkingen, aanpassingen").check();
	await fill(page, "lines", line);
	await click(page, "Leg de vraag voor");
	await page.getByText("De vraag staat klaar voor de kandidaat.").waitFor();
	return new URL(page.url()).pathname;
}

test("R8.1 — a candidate reads the data itself, says yes with a code, gets a receipt, and takes it back in one step", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	const question = await ask(page, "Kan drie uur achter elkaar autorijden.");
	const id = question.split("/").at(-1);

	await signInAsCandidate(page, "Mehmet");
	await page.goto(`/mijn/toestemmingen/${id}`);
	await page.getByText("Kan drie uur achter elkaar autorijden.").waitFor();
	expect(await page.locator("main :is([type=checkbox], [type=radio])").count()).toBe(0);
	const [yes, no] = await Promise.all(
		["Ja, dit mag", "Nee, dit mag niet"].map((name) => page.getByRole("button", { name, exact: true }).boundingBox()),
	);
	expect(yes?.height).toBe(no?.height);
	expect(yes?.width).toBe(no?.width);
	// A yes without a code is not taken; nothing was given by it.
	await click(page, "Ja, dit mag");
	await page.getByRole("alert").waitFor();
	await fill(page, "code", await codeOf(page, "Mehmet"));
	await click(page, "Ja, dit mag");
	await page.getByText("Uw ja is bewaard.").waitFor();
	const receipt = await page.context().request.get(`/mijn/toestemmingen/${id}/bewijs.pdf`);
	expect(receipt.headers()["content-type"]).toBe("application/pdf");
	expect((await receipt.body()).toString("latin1")).toContain("/ByteRange");

	await signInAs(page, "Anna");
	await page.goto(question);
	await page.getByText("Geldt", { exact: true }).first().waitFor();

	await signInAsCandidate(page, "Mehmet");
	await page.goto(`/mijn/toestemmingen/${id}`);
	await click(page, "Trek mijn ja in");
	await page.getByText("Ingetrokken. Er gaat hiermee niets meer weg.").waitFor();
});

test("R8.1 — who signs on paper is believed once a second member of staff has seen the scan", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	const question = await ask(page, "Kan een halve dag beeldschermwerk doen.");
	// Number and fingerprint stand on the paper only.
	const form = (await (await page.context().request.get(`${question}/formulier.pdf`)).body()).toString("latin1");
	const number = /Document ([0-9A-Z-]{14})/.exec(form)?.[1] ?? "";
	const hash = /Kenmerk ([0-9a-f]{8})/.exec(form)?.[1] ?? "";
	expect(await page.getByText(number).count()).toBe(0);
	await page.getByText("Registreer een getekend ja").click();
	await fillDate(page, "signed", today());
	await fill(page, "number", number);
	await fill(page, "hash", hash);
	const scan = (bytes: string) =>
		page.locator("[name=scan]").setInputFiles({ name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) });
	await scan("<script>geen scan</script>");
	await click(page, "Registreer het papier");
	await page.getByText("Dit bestand is geen gave pdf, jpeg of png.").first().waitFor();
	await scan("%PDF-1.7\ngetekend\n%%EOF\n");
	await click(page, "Registreer het papier");
	await page.getByText("Geregistreerd. Het geldt zodra een collega het bevestigt.").waitFor();
	await page.getByText("Een ander dan wie het papier registreerde, bevestigt het.").waitFor();

	await signInAs(page, "Fenna");
	await page.goto("/toestemmingen/papier");
	await rowOf(page, "Mehmet Demir").getByRole("link").click();
	await fill(page, "number", number);
	await fill(page, "hash", hash);
	const code = page.locator("[name=code]");
	if (await code.count()) await code.fill(await codeOf(page, "Fenna"));
	await click(page, "Bevestig het papier");
	await page.getByText("Bevestigd. De toestemming geldt.").waitFor();

	await signInAs(page, "Anna");
	await page.goto(question);
	await page.getByText("Geldt", { exact: true }).first().waitFor();
});

test("R8.1 — a report to an employer on what he has is refused whatever anybody wants; beside it stands why", async () => {
	const page = await chromium.open("/aanmelden");
	await signInAs(page, "Anna");
	await page.goto("/kandidaten");
	await page.getByRole("link", { name: "Mehmet Demir" }).first().click();
	await page.waitForURL(/\/kandidaten\/[0-9a-f-]{36}/);
	const dossier = new URL(page.url()).pathname;
	// It cannot be agreed, and not be asked; what he can do can be agreed, and waits for his consent.
	await page.goto(`${dossier}/afspraken/nieuw`);
	await page.getByText("Kan worden afgesproken. Het gaat pas als de kandidaat ook toestemming geeft.").first().waitFor();
	await page.getByText("Gaat nooit naar deze ontvanger (werkgever), ook niet met toestemming.").first().waitFor();
	expect(await page.locator("[value=illness]").count()).toBe(0);
	await page.goto(`${dossier}/toestemmingen/nieuw`);
	expect(await page.locator("[value=illness], [value=testScores]").count()).toBe(0);

	await page.goto(`${dossier}/rapporten/nieuw`);
	await page.locator("[name=line]").first().check();
	await page.getByRole("main").getByRole("button").last().click();
	await page.waitForURL(/\/rapporten\/[0-9a-f-]{36}/);
	const panel = page.getByText("Aard, oorzaak of behandeling van ziekte").first();
	await panel.waitFor();
	const sheet = page.locator("[contenteditable=true]");
	await sheet.click();
	await sheet.press("Control+a");
	await sheet.pressSequentially("Mehmet heeft een hernia en slikt daarvoor medicijnen.");
	await click(page, /^Leg voor aan/);
	// Refused, with the clause; nothing was frozen and what was typed is still there.
	await page.locator('a[href="/reglement#R8.1"]').first().waitFor();
	expect(await page.getByText("Voorgelegd.").count()).toBe(0);
	await page.getByText("slikt daarvoor medicijnen").first().waitFor();
});
