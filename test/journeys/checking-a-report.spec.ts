import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { click, lettersIn, signInAs, useChromium } from "./browser.ts";

// R9.1: whoever received a report asks the public page about the very PDF that came with the mail.
const { open } = useChromium();

let folder: string;
let received: Buffer;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "spoor-check-"));
	const letter = (await lettersIn()).find((one) => one.attachments.some(({ contentType }) => contentType === "application/pdf"));
	received = letter?.attachments[0]?.content as Buffer;
	expect(letter?.text).toContain("/controleer");
});

const onDisk = (name: string, bytes: Uint8Array): string => {
	writeFileSync(join(folder, name), bytes);
	return join(folder, name);
};
const answer = async (page: Page) => page.locator("[data-answer]").getAttribute("data-answer");
/** Chooses the file and asks. Answers what came back, and what was posted for it. */
async function ask(page: Page, bytes: Uint8Array): Promise<{ answer: string | null; posted: string }> {
	await page.getByLabel("De PDF die u kreeg").setInputFiles(onDisk("rapportage.pdf", bytes));
	const sent = page.waitForRequest((request) => request.method() === "POST");
	await click(page, "Controleer deze PDF");
	const posted = (await sent).postDataBuffer()?.toString("latin1") ?? "";
	await page.locator("[data-answer]").waitFor();
	return { answer: await answer(page), posted };
}
const ready = (page: Page) => page.locator("form[data-check-file=ready]").waitFor();

describe("checking a report", () => {
	test("R9.1 — the PDF from the mail is genuine; the file stays in the browser, and the page names nobody", async () => {
		const page = await open("/controleer");
		await ready(page);
		await page.getByText("Het bestand blijft op uw computer").waitFor();
		const { answer, posted } = await ask(page, received);
		expect(answer).toBe("genuine");
		expect(posted).not.toContain("%PDF-");
		expect(posted.length).toBeLessThan(2_000);
		const main = await page.getByRole("main").innerText();
		for (const there of ["Dit rapport is echt", "Versie", "Verstuurd op"]) expect(main).toContain(there);
		for (const label of ["Kandidaat\n", "Opdrachtgever"]) expect(main).not.toContain(label);
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("antwoord");
	});

	test("R9.1 — one byte changed is altered; a file that is none of ours is unknown", async () => {
		const page = await open("/controleer");
		await ready(page);
		const changed = Buffer.from(received);
		changed[1000] = (changed[1000] ?? 0) ^ 1;
		expect((await ask(page, changed)).answer).toBe("altered");
		await ready(page);
		expect((await ask(page, Buffer.from("%PDF-1.7\nvan een ander"))).answer).toBe("unknown");
	});

	test("R9.1 — dropped on the page it is checked at once; with the keyboard alone too", async () => {
		const page = await open("/controleer");
		await ready(page);
		page.on("filechooser", (chooser) => void chooser.setFiles(onDisk("rapportage.pdf", received)));
		const dropped = await page.evaluateHandle((base64) => {
			const data = new DataTransfer();
			const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
			data.items.add(new File([bytes], "rapportage.pdf", { type: "application/pdf" }));
			return data;
		}, received.toString("base64"));
		await page.locator("[data-drop]").dispatchEvent("drop", { dataTransfer: dropped });
		await page.locator("[data-answer=genuine]").waitFor();

		await page.goto("/controleer");
		await ready(page);
		const input = page.getByLabel("De PDF die u kreeg");
		await input.focus();
		await page.keyboard.press("Enter");
		await expect.poll(() => input.evaluate((field: HTMLInputElement) => field.files?.length)).toBe(1);
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.locator("[data-answer=genuine]").waitFor();
	});

	test("R9.1 — without script the file itself is sent, and the answer is the same", async () => {
		const page = await open("/controleer", { javaScriptEnabled: false });
		await page.getByText("Wij bekijken het bestand en bewaren het niet.").waitFor();
		const { answer } = await ask(page, received);
		expect(answer).toBe("genuine");
		expect((await ask(page, Buffer.concat([received, Buffer.from("\n")]))).answer).toBe("altered");
		await page.goto("/controleer");
		await click(page, "Controleer deze PDF");
		await page.getByText("Kies eerst een PDF.").first().waitFor();
	});

	test("R9.1, R7.1 — a version that was withdrawn says so, and before that that it was not sent", async () => {
		const staff = await open("/aanmelden");
		await signInAs(staff, "Anna");
		// A report of its own: what the demonstration holds is there for the other journeys too.
		await staff.goto("/rapportages");
		const link = staff.getByRole("row").filter({ hasText: "Ahmed Hassan Nur" }).getByRole("link").first();
		const dossier = ((await link.getAttribute("href")) ?? "").split("/").slice(0, 3).join("/");
		await staff.goto(`${dossier}/rapporten/nieuw`);
		await staff.locator("[name=line]").first().check();
		await staff.getByRole("main").getByRole("button").last().click();
		await staff.waitForURL(/\/rapporten\/[0-9a-f-]{36}/);
		const sheet = staff.locator("[contenteditable=true]");
		await sheet.click();
		await sheet.press("Control+a");
		await sheet.pressSequentially("Dit verslag wordt weer ingetrokken.");
		await click(staff, /^Leg voor aan/);
		await staff.getByText("Voorgelegd.").first().waitFor();
		const file = await staff.request.get((await staff.locator('a[href*="/versies/"]').first().getAttribute("href")) ?? "");
		const bytes = await file.body();
		const page = await open("/controleer");
		await ready(page);
		expect((await ask(page, bytes)).answer).toBe("notSent");
		await staff.getByRole("button", { name: /^Trek/ }).click();
		await staff.getByText("Dit rapport is ingetrokken").first().waitFor();
		await ready(page);
		expect((await ask(page, bytes)).answer).toBe("withdrawn");
	});
});
