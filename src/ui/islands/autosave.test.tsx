import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startBrowser, type TestBrowser } from "../../../test/browser.ts";
import { Button } from "../buttons.tsx";
import { TextArea, TextField } from "../fields.tsx";
import { Form } from "../form.tsx";
import { Html } from "../html.tsx";

// The server keeps one note with a version, and can be told to be signed out or to have been written by someone else.
type Note = {
	title: string;
	text: string;
	version: number;
	signedOut: boolean;
	posts: Record<string, unknown>[];
	sent?: Record<string, unknown>;
};
let note: Note;

const app = new Hono();
app.get("/notitie", (context) =>
	context.html(
		<Html lang="nl" title="Notitie" nonce="test" mood="staff">
			<main id="inhoud">
				<h1>Notitie</h1>
				<Form action="/notitie" autosave="/notitie/concept" presence="/notitie/bezig" csrf="token" rowVersion={note.version}>
					<TextField name="title" label="Onderwerp" value={note.title} />
					<TextArea name="text" label="Tekst" value={note.text} />
					<Button>Leg vast</Button>
				</Form>
				<a href="/elders">Elders</a>
			</main>
		</Html>,
	),
);
app.get("/elders", (context) =>
	context.html(
		<Html lang="nl" title="Elders" nonce="test" mood="staff">
			<main id="inhoud">
				<h1>Elders</h1>
			</main>
		</Html>,
	),
);
app.post("/notitie/bezig", (context) => context.json({ others: [{ name: "Bram Visser" }] }));
app.post("/notitie/concept", async (context) => {
	const fields = await context.req.parseBody();
	note.posts.push(fields);
	if (note.signedOut) return context.json({}, 401);
	if (Number(fields.row_version) !== note.version) {
		return context.json(
			{
				conflict: true,
				theirs: { title: note.title, text: note.text },
				by: "Bram Visser",
				at: "2026-11-23T13:05:00Z",
				rowVersion: note.version,
			},
			409,
		);
	}
	note.version += 1;
	note.text = String(fields.text);
	note.title = String(fields.title);
	return context.json({ saved: true, rowVersion: note.version, savedAt: "2026-11-23T13:05:00Z" });
});
app.post("/notitie", async (context) => {
	note.sent = await context.req.parseBody();
	return context.redirect("/elders", 303);
});

let browser: TestBrowser;
beforeAll(async () => {
	browser = await startBrowser(app);
});
afterAll(() => browser.close());
beforeEach(() => {
	note = { title: "Gesprek", text: "Begin.", version: 1, signedOut: false, posts: [] };
});

async function write(text: string) {
	const { page, complaints } = await browser.open("/notitie");
	const status = page.locator("[data-save-status]");
	await expect.poll(() => page.locator("[data-save-others]").textContent()).toContain("Bram Visser");
	await page.fill("#text", text);
	return { page, complaints, status, blur: () => page.locator("#title").focus() };
}

describe("autosave in a real browser", () => {
	test("keeps a draft on leaving a field, with version and token, and raises the version in the form", async () => {
		const { page, complaints, status, blur } = await write("Begin. En verder.");
		await blur();
		await expect.poll(() => status.textContent()).toBe("Bewaard om 14:05");
		expect(note).toMatchObject({ text: "Begin. En verder.", version: 2 });
		expect(note.posts).toMatchObject([{ csrf: "token", row_version: "1" }]);
		await expect.poll(() => page.inputValue("[name=row_version]")).toBe("2");
		expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
		expect(complaints).toEqual([]);
	});

	test("keeps a draft five seconds after the last change, without leaving the field", async () => {
		await write("Nog aan het typen");
		await expect.poll(() => note.text, { timeout: 12_000 }).toBe("Nog aan het typen");
		expect(note.posts).toHaveLength(1);
	});

	test("keeps what was typed before its script was there, and writes nothing when nothing was", async () => {
		const { page } = await browser.open("/elders");
		await page.goto(new URL("/notitie", page.url()).href);
		await expect.poll(() => page.locator("[data-save-others]").textContent()).toContain("Bram Visser");
		expect(note.posts).toEqual([]);
		await page.addInitScript(() =>
			document.addEventListener("readystatechange", () => {
				const field = document.querySelector<HTMLTextAreaElement>("#text");
				if (field && document.readyState === "interactive") field.value = "Al getypt";
			}),
		);
		await page.reload();
		await expect.poll(() => note.text).toBe("Al getypt");
		expect(note.posts).toHaveLength(1);
	});

	test("keeps what was typed when one goes elsewhere at once", async () => {
		const { page } = await write("Snel weg");
		await page.evaluate(() => document.querySelector<HTMLAnchorElement>("a[href='/elders']")?.click());
		await expect.poll(() => page.locator("h1").textContent()).toBe("Elders");
		await expect.poll(() => note.text).toBe("Snel weg");
	});

	test("a conflict shows both texts, loses neither, and the person chooses", async () => {
		const { page, blur } = await write("Mijn tekst");
		Object.assign(note, { text: "Tekst van Bram", version: 7 });
		await blur();
		const panel = page.locator("[data-conflict]");
		await panel.waitFor();
		expect(await panel.locator("pre").allTextContents()).toEqual(["Mijn tekst", "Tekst van Bram"]);
		await expect.poll(() => page.inputValue("#text")).toBe("Mijn tekst");
		expect(note.text).toBe("Tekst van Bram");
		await page.getByRole("button", { name: "Houd mijn tekst" }).click();
		await expect.poll(() => note.text).toBe("Mijn tekst");
		expect(note.version).toBe(8);
	});

	test("taking the other text leaves one's own to be read", async () => {
		const { page, blur } = await write("Mijn tekst");
		Object.assign(note, { text: "Tekst van Bram", version: 7 });
		await blur();
		await page.getByRole("button", { name: "Neem de tekst van Bram Visser" }).click();
		await expect.poll(() => page.inputValue("#text")).toBe("Tekst van Bram");
		await expect.poll(() => page.locator("[data-conflict] pre").first().textContent()).toBe("Mijn tekst");
	});

	test("when the session is over it asks to sign in over the page, and saves after that", async () => {
		const { page, blur } = await write("Lang getypt");
		note.signedOut = true;
		await blur();
		const dialog = page.getByRole("dialog", { name: "Je bent niet meer aangemeld" });
		await dialog.waitFor();
		expect(await dialog.getByRole("link").getAttribute("href")).toBe("/aanmelden");
		await expect.poll(() => page.inputValue("#text")).toBe("Lang getypt");
		note.signedOut = false;
		await dialog.getByRole("button", { name: "Probeer opnieuw" }).click();
		await expect.poll(() => note.text).toBe("Lang getypt");
	});

	test("without connection it says so, keeps the text on the screen and saves when the connection is back", async () => {
		const { page, status, blur } = await write("In de trein");
		await page.context().setOffline(true);
		await blur();
		await expect.poll(() => status.textContent()).toBe("Geen verbinding. Je tekst staat nog op dit scherm.");
		await expect.poll(() => page.locator(".connection").isVisible()).toBe(true);
		expect(note.text).toBe("Begin.");
		await page.getByRole("link", { name: "Elders" }).click();
		expect(new URL(page.url()).pathname).toBe("/notitie");
		await expect.poll(() => page.inputValue("#text")).toBe("In de trein");
		await page.context().setOffline(false);
		await expect.poll(() => note.text).toBe("In de trein");
	});

	test("sending the form carries the version that the last draft got", async () => {
		const { page } = await write("Klaar");
		await page.getByRole("button", { name: "Leg vast" }).click();
		await expect.poll(() => page.locator("h1").textContent()).toBe("Elders");
		expect(note.sent).toMatchObject({ text: "Klaar", row_version: String(note.version) });
	});
});
