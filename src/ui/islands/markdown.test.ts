import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toDocument, toMarkdown } from "./markdown.ts";

const again = (markdown: string) => toMarkdown(toDocument(markdown));

describe("Markdown in the editor", () => {
	test.each([
		["headings and paragraphs", "## Wat er is gedaan\n\nMehmet was er.\n\n### Afspraken"],
		["bold and italic", "Een **vet** woord, een *schuin* woord en ***allebei***."],
		["a bullet list", "- een\n- twee\n  - twee a\n  - twee b\n- drie"],
		["a numbered list that starts elsewhere", "3. drie\n4. vier"],
		["a table", "| Datum | Onderwerp |\n| --- | --- |\n| 12-11 | Een \\| twee |\n| 19-11 |  |"],
		["two lists in a row", "- een\n\n+ twee"],
		["what looks like code, links and HTML as plain characters", "Zie [hier](https://x.nl), `dit` en <b>dat</b> & meer."],
	])("keeps %s as it was", (_, markdown) => {
		expect(again(markdown)).toBe(markdown);
	});

	test("text that looks like a mark stays text", () => {
		for (const text of [
			"# geen kop",
			"1. geen lijst",
			"- geen lijst",
			"2 * 3 * 4",
			"snake_case_naam",
			"&lt;",
			"a | b",
			"[x] klaar",
			"C:\\map\\_naam",
		]) {
			const document = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
			expect(toDocument(toMarkdown(document))).toEqual(document);
		}
	});

	test("spaces at the edge of a bold part move outside it", () => {
		const content = [
			{ type: "text", text: "een " },
			{ type: "text", text: " vet ", marks: [{ type: "bold" }] },
			{ type: "text", text: "woord" },
		];
		expect(toMarkdown({ type: "doc", content: [{ type: "paragraph", content }] })).toBe("een  **vet** woord");
	});

	test("any paragraph of text comes back letter for letter", () => {
		const letters = fc
			.string({ unit: fc.constantFrom(..."ab 1.)#*_-+[]|\\&lt;<>`~!é") })
			.map((text) => text.trim().replace(/\s+/g, " "));
		fc.assert(
			fc.property(letters, (text) => {
				fc.pre(text !== "");
				const document = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
				const back = toDocument(toMarkdown(document)).content ?? [];
				expect(back.map((block) => [block.type, (block.content ?? []).map((node) => node.text).join("")])).toEqual([
					["paragraph", text],
				]);
			}),
			{ numRuns: 500 },
		);
	});
});
