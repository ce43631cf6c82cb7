import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRegulation, aReport, aSealingKey, sealWords, startRenderer } from "../../../test/documents.ts";
import { checkSealedPdf } from "./check.ts";
import type { ReportDocument } from "./documents.ts";
import { RenderFailed } from "./render.server.ts";
import { sealPdf } from "./seal.ts";

let folder: string;
let renderer: Awaited<ReturnType<typeof startRenderer>>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "spoor-render-"));
	renderer = await startRenderer();
});
afterAll(async () => {
	await renderer.stop();
	rmSync(folder, { recursive: true, force: true });
});

const report = (changes: Partial<ReportDocument> = {}) => renderer.render("report", { ...aReport, ...changes });
function path(bytes: Uint8Array): string {
	const file = join(folder, "document.pdf");
	writeFileSync(file, bytes);
	return file;
}
const tool = (name: string, ...args: string[]) =>
	execFileSync(name, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const words = (bytes: Uint8Array) => tool("pdftotext", path(bytes), "-");
const flat = (text: string) => text.replace(/[\s\u200b\u00ad]+/g, "");
// Everything in its order, whatever stands between.
const inOrder = (parts: string[]) =>
	new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s\\S]*"));

describe("R9.1 — a report on the agency's paper", () => {
	test("R9.1 — holds letterhead, particulars, content and how to check it, in reading order", async () => {
		const text = words(await report());
		expect(text).toMatch(
			inOrder([
				"Vaart Loopbaan & Re-integratie",
				"Kanaalstraat 14",
				"KVK 12345678",
				"Voortgang tweede spoor",
				"Mehmet Yıldız-van der Meulen",
				"Petra Öztürk",
				"Anna de Wit",
				"20 november 2026",
				"SP-7F4K-92QD-M3XA",
			]),
		);
		expect(text).toMatch(
			inOrder([
				"Eerst de stand",
				"zes gesprekken",
				"punt een",
				"punt twee",
				"Brieven",
				"11",
				"Daarna het vervolg",
				"1.",
				"bezoek",
				"2.",
				"verslag",
				"Met groet,\nAnna",
				"Zo controleert u dit document",
				"https://vaart.example/controle",
			]),
		);
		expect(text).toContain("Pagina 1 van 1");
	});

	test("R9.1 — is tagged, titled, in Dutch, with every font inside and none of the machine's", async () => {
		const file = path(await report());
		const info = tool("pdfinfo", file);
		expect(info).toMatch(/Title:\s+Voortgang tweede spoor/);
		expect(info).toMatch(/Tagged:\s+yes/);
		expect(info).toMatch(/Encrypted:\s+no/);
		const structure = tool("pdfinfo", "-struct-text", file);
		for (const tag of ["H1", "Table", "TH", "L (block)", "LI", "P (block)"]) expect(structure).toContain(tag);
		const fonts = tool("pdffonts", file).trim().split("\n").slice(2);
		expect(fonts.length).toBeGreaterThan(1);
		for (const font of fonts) expect(font).toMatch(/PublicSans.* yes yes yes /);
	});

	test("R9.1 — is the same bytes for the same data, also from another process", async () => {
		const again = await startRenderer();
		expect(await again.render("report", aReport)).toEqual(await report());
		await again.stop();
		expect(await report({ version: 3 })).not.toEqual(await report());
	});

	test("R7.1 — a draft says on every page that it is one, and promises no seal", async () => {
		const text = words(await report({ draft: true, body: "alinea\n\n".repeat(80) }));
		expect(text.split("\f").filter((page) => page.includes("Concept")).length).toBeGreaterThan(1);
		expect(text).toContain("Dit is een concept.");
		expect(text).not.toContain("Zo controleert u");
		expect(text).not.toContain("SP-7F4K");
	});

	test("R7.1 — the candidate's own view goes along word for word", async () => {
		expect(words(await report({ ownView: "Ik zie dit *anders*." }))).toMatch(
			inOrder(["Met groet", "Eigen zienswijze van de kandidaat", "Ik zie dit anders."]),
		);
	});

	test("R9.1 — English is complete", async () => {
		const text = words(await report({ lang: "en" }));
		expect(text).toMatch(inOrder(["Candidate", "Intended for", "20 November 2026", "How to check this document", "Page 1 of 1"]));
		expect(text).not.toMatch(/Kandidaat|Datum|Pagina/);
	});

	test("R9.1 — carries the agency's logo, and refuses one that reaches outside itself", async () => {
		const logo = (svg: string) => ({
			agency: { ...aReport.agency, logo: { kind: "svg" as const, alt: "Vaart", base64: Buffer.from(svg).toString("base64") } },
		});
		const drawn =
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0f5257"/></svg>';
		expect((await report(logo(drawn))).length).toBeGreaterThan(1000);
		await expect(report(logo(drawn.replace("<rect", '<image href="/etc/passwd" width="4" height="4"/><rect')))).rejects.toThrow(
			RenderFailed,
		);
	});

	test("R9.1 — a PDF/A-1b copy can be made for a validator", async () => {
		const copy = await renderer.render("report", aReport, "a-1b");
		expect(Buffer.from(copy).toString("latin1")).toMatch(/pdfaid:part>1</);
	});
});

describe("R10.1 — what people type is text, whatever it looks like", () => {
	const hostile = [
		'#import "@preview/x:1.0.0": *',
		'#read("/etc/passwd") #panic("x") #eval("1+1")',
		"$ x_1^2 $ \\u{41} @ref <label> // note /* note */ ~ ' \" “”",
		"<script>alert(1)</script> [a](https://example.org) ![b](/etc/passwd) `c`",
	];
	test.each(hostile)("R10.1 — %s", async (text) => {
		const made = await report({ title: text, candidate: text, body: `${text}\n\n- ${text}\n\n## ${text}` });
		// Quotes are set as the language has them, and a backslash before a mark is Markdown's own.
		const comparable = (text: string) =>
			flat(text)
				.replace(/[“”„"‘’']/g, "'")
				.replaceAll("\\", "");
		expect(comparable(words(made)).split(comparable(text)).length - 1).toBeGreaterThanOrEqual(3);
	});

	test("R10.1 — controls and marks of direction disappear; characters without a font are named", async () => {
		const text = words(
			await report({ body: "a\u0000b\u0007c \u202Etxet\u202C d\u2066e\u200bf 日本 😀 Ж Ω \ud800 \ue000 \uffff" }),
		);
		expect(text).toContain("abc txet def [U+65E5][U+672C] [U+1F600] Ж Ω [U+D800] [U+E000] [U+FFFF]");
	});

	test("R10.1 — very long words, wide tables and deep lists stay on the page, every letter of them", async () => {
		const long = "x".repeat(3000);
		const wide = `|${` ${"y".repeat(90)} |`.repeat(10)}\n|${"---|".repeat(10)}\n|${" z |".repeat(10)}`;
		const made = await report({
			body: `${long}\n\n${wide}\n\n${"- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g"}`,
		});
		const boxes = tool("pdftotext", "-bbox", path(made), "-");
		const places = [...boxes.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">/g)].map((found) =>
			found.slice(1).map(Number),
		);
		for (const [left = 0, top = 0, right = 0, bottom = 0] of places)
			expect(left >= 0 && top >= 0 && right <= 596 && bottom <= 842).toBe(true);
		expect(words(made).match(/x/g)?.length).toBeGreaterThanOrEqual(3000);
		expect(words(made).match(/y/g)?.length).toBeGreaterThanOrEqual(900);
	});

	test("R10.1 — no text at all stops a report from being made", async () => {
		const anything = fc.string({ unit: "binary", maxLength: 300 });
		await fc.assert(
			fc.asyncProperty(anything, anything, async (title, body) => {
				const made = await report({ title: title.slice(0, 300), body, ownView: `- ${body}` });
				expect(made.length).toBeGreaterThan(1000);
			}),
			{ numRuns: 25, seed: 91 },
		);
	});

	test("R10.1 — a hostile report is still one that can be sealed and passes our check", async () => {
		const key = await aSealingKey();
		const sealed = await sealPdf(await report({ title: "(x) \\ ) > /JavaScript é 日", body: hostile.join("\n\n") }), {
			...key,
			...sealWords,
		});
		expect(checkSealedPdf(sealed, key.certificate)).toEqual({ ok: true });
	});
});

describe("R15.1 — the regulation as a document", () => {
	test("R15.1 — lists its contents, and says with each clause how it is kept", async () => {
		const made = await renderer.render("regulation", aRegulation);
		const text = words(made);
		expect(text).toMatch(
			inOrder(["Privacyreglement", "Versie 3", "Geldig vanaf 1 november 2026", "Inhoud", "1. Hoofdstuk", "R1.1", "R2.2"]),
		);
		expect(text).toMatch(
			inOrder([
				"R1.1 Belofte 1.1",
				"U ziet een uitgebreid verslag eerst",
				"Hoe dit wordt nagekomen · afgedwongen",
				"Het systeem verstuurt",
				"R1.2",
			]),
		);
		expect(tool("pdfinfo", "-struct", path(made))).toMatch(inOrder(["TOC", "H1", "H2"]));
	});

	test("R15.1 — is complete in English", async () => {
		const text = words(await renderer.render("regulation", { ...aRegulation, lang: "en", title: "Privacy regulation" }));
		expect(text).toMatch(inOrder(["In force from 1 November 2026", "Contents", "How this is kept"]));
	});
});

describe("R10.1 — the renderer refuses, and comes to an end", () => {
	test.each<[string, Partial<Record<keyof ReportDocument, unknown>>, string]>([
		["data that is not of the template", { body: 3 }, "data.body"],
		["a date that is none", { date: "2026-02-30" }, "data.date"],
		["too much text", { body: "x".repeat(100_001) }, "data.body"],
		["far too much", { body: "x".repeat(13_000_000) }, "too large"],
	])("R10.1 — %s", async (_, changes, says) => {
		await expect(report(changes as Partial<ReportDocument>)).rejects.toThrow(says);
	});

	test("R10.1 — a template that is not on the list", async () => {
		await expect(renderer.render("../../etc/passwd" as "report", aReport)).rejects.toThrow("does not fit");
	});

	test("R10.1 — a refusal never repeats what the document says", async () => {
		const failure = await report({ date: "geheim", candidate: "Mehmet", body: 3 as unknown as string }).catch(
			(error: Error) => error,
		);
		expect(failure).toBeInstanceOf(RenderFailed);
		expect(String(failure)).not.toMatch(/geheim|Mehmet/);
	});

	test("R10.1 — a document that takes too long ends the process, and the asker is told", async () => {
		const hasty = await startRenderer({ RENDER_LIMIT_MS: "20" });
		await expect(hasty.render("report", { ...aReport, body: "- a\n".repeat(20_000) })).rejects.toThrow("stopped before");
		expect(await hasty.ended).toBe("SIGKILL");
		await hasty.stop();
	});
});
