import AxeBuilder from "@axe-core/playwright";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBrowser, type TestBrowser } from "../../../test/browser.ts";
import { Button } from "../buttons.tsx";
import { PdfView, Sheet } from "../content.tsx";
import { TextArea } from "../fields.tsx";
import { Form } from "../form.tsx";
import { Html } from "../html.tsx";

const text = "## Kop\n\nEen **vet** woord.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |";

// The smallest PDF with a word on it.
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 42>>stream
BT /F 24 Tf 40 100 Td (Goedemorgen) Tj ET 
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`;

const app = new Hono();
app.get("/verslag", (context) =>
	context.html(
		<Html lang="nl" title="Verslag" nonce="test" mood="staff">
			<main id="inhoud">
				<h1>Verslag</h1>
				<Sheet>
					<Form action="/verslag" wide>
						<TextArea name="body" label="Verslag" value={text} editor />
						<Button>Bewaar</Button>
					</Form>
				</Sheet>
			</main>
		</Html>,
	),
);
app.get("/lezen", (context) =>
	context.html(
		<Html lang="nl" title="Lezen" nonce="test" mood="portal">
			<main id="inhoud">
				<h1>Lezen</h1>
				<PdfView href={context.req.query("url") ?? "/verslag.pdf"} title="het verslag" />
			</main>
		</Html>,
	),
);
app.get("/verslag.pdf", (context) => context.body(pdf, 200, { "Content-Type": "application/pdf" }));

let browser: TestBrowser;
beforeAll(async () => {
	browser = await startBrowser(app);
});
afterAll(() => browser.close());

describe("the editor in a real browser", () => {
	test("shows the text under the strict policy, types, and keeps the text box in step as Markdown", async () => {
		const { page, complaints } = await browser.open("/verslag");
		const editor = page.getByRole("textbox", { name: "Verslag" });
		await expect.poll(() => editor.locator("strong").textContent()).toBe("vet");
		await expect.poll(() => page.inputValue("textarea[name=body]")).toBe(text);
		await editor.locator("p").first().click();
		await page.keyboard.press("End");
		await page.keyboard.type(" En *schuin*, 2 * 3.");
		await expect.poll(() => page.inputValue("textarea[name=body]")).toContain("Een **vet** woord. En *schuin*, 2 \\* 3.");
		if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/editor.png`, fullPage: true });
		expect(
			(await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id} ${violation.nodes[0]?.html}`),
		).toEqual([]);
		expect(complaints).toEqual([]);
	});

	test("the toolbar is one stop for Tab, arrows move in it, and its buttons work from the keyboard", async () => {
		const { page } = await browser.open("/verslag");
		const editor = page.getByRole("textbox", { name: "Verslag" });
		await editor.locator("p").first().click();
		await page.keyboard.press("Shift+Tab");
		await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Gewone tekst");
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowRight");
		await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Tussenkop");
		await page.keyboard.press("Enter");
		await expect.poll(() => page.inputValue("textarea[name=body]")).toContain("### Een **vet** woord.");
		await expect.poll(() => page.getByRole("button", { name: "Tussenkop" }).getAttribute("aria-pressed")).toBe("true");
	});

	test("a table gets rows and columns with the buttons that show while one is in it", async () => {
		const { page } = await browser.open("/verslag");
		const add = page.getByRole("button", { name: "Rij erbij" });
		await page.getByRole("textbox", { name: "Verslag" }).locator("td").first().click();
		await add.click();
		await page.getByRole("button", { name: "Kolom erbij" }).click();
		await expect
			.poll(() => page.inputValue("textarea[name=body]"))
			.toContain("| a |  | b |\n| --- | --- | --- |\n| 1 |  | 2 |\n|  |  |  |");
		await page.getByRole("textbox", { name: "Verslag" }).locator("p").first().click();
		await expect.poll(() => add.isVisible()).toBe(false);
	});

	test("without script the text box is there, with the same text", async () => {
		const { page } = await browser.open("/verslag", { javaScriptEnabled: false });
		expect(await page.getByLabel("Verslag").inputValue()).toBe(text);
	});
});

describe("a PDF in the page", () => {
	test("is drawn by a worker of our own, with text one can read aloud, and keeps its link", async () => {
		const { page, complaints } = await browser.open("/lezen");
		await page.locator(".pdf-page canvas").waitFor();
		await expect.poll(() => page.locator(".textLayer").textContent()).toContain("Goedemorgen");
		expect(await page.getByRole("link", { name: "Open het verslag als PDF" }).getAttribute("href")).toBe("/verslag.pdf");
		if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/pdf.png`, fullPage: true });
		expect(complaints).toEqual([]);
	});

	test("that cannot be opened says so and leaves the link", async () => {
		const { page } = await browser.open("/lezen?url=/weg.pdf");
		await page.getByText("Open het met de link").waitFor();
		expect(await page.getByRole("link", { name: "Open het verslag als PDF" }).isVisible()).toBe(true);
	});
});
