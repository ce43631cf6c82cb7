import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, contentToText, parseContent } from "./content.ts";

const paragraph = (text: string): Block[] => [{ type: "paragraph", spans: [{ text }] }];

describe("R7.1 — a report is headings, paragraphs, lists and tables, nothing else", () => {
	test.each<[string, string, Block[]]>([
		["a heading", "## Doel", [{ type: "heading", level: 2, spans: [{ text: "Doel" }] }]],
		["a smaller heading", "### Doel", [{ type: "heading", level: 3, spans: [{ text: "Doel" }] }]],
		["a title becomes a heading", "# Doel", [{ type: "heading", level: 2, spans: [{ text: "Doel" }] }]],
		["a deep heading becomes a smaller one", "##### Doel", [{ type: "heading", level: 3, spans: [{ text: "Doel" }] }]],
		[
			"bold and italic",
			"a **b** *c* ***d***",
			[
				{
					type: "paragraph",
					spans: [
						{ text: "a " },
						{ text: "b", bold: true },
						{ text: " " },
						{ text: "c", italic: true },
						{ text: " " },
						{ text: "d", bold: true, italic: true },
					],
				},
			],
		],
		["a bullet list", "- a\n- b", [{ type: "list", ordered: false, start: 1, items: [paragraph("a"), paragraph("b")] }]],
		["a numbered list", "3. a\n4. b", [{ type: "list", ordered: true, start: 3, items: [paragraph("a"), paragraph("b")] }]],
		[
			"a list in a list",
			"- a\n  - b",
			[
				{
					type: "list",
					ordered: false,
					start: 1,
					items: [[...paragraph("a"), { type: "list", ordered: false, start: 1, items: [paragraph("b")] }]],
				},
			],
		],
		[
			"a table",
			"| a | b |\n|---|--:|\n| c | 1 |",
			[
				{
					type: "table",
					head: [[{ text: "a" }], [{ text: "b" }]],
					rows: [[[{ text: "c" }], [{ text: "1" }]]],
					align: ["left", "right"],
				},
			],
		],
		["an escape", "1\\. geen lijst \\*", paragraph("1. geen lijst *")],
		["an entity that the editor writes", "a &lt; b &amp;lt;", paragraph("a < b &lt;")],
		["a hard break", "a  \nb", paragraph("a\nb")],
		["nothing", " \n\n", []],
	])("%s", (_, markdown, blocks) => expect(parseContent(markdown)).toEqual(blocks));

	test.each([
		["raw HTML", "<script>alert(1)</script>"],
		["inline HTML", "zie <b>dit</b> & dat"],
		["a link", 'zie [hier](https://example.org "x")'],
		["a bare address", "zie https://example.org of www.example.org of a@example.org"],
		["an autolink", "zie <https://example.org>"],
		["an image", "![foto](/etc/passwd)"],
		["code", "dit `is` code"],
		["a fence", "```js\nx\n```"],
		["a quote", "> gezegd is gezegd"],
		["a rule", "---"],
		["a sentence with a line under it", "Met groet\n---"],
		["a struck word", "~~weg~~"],
		["a definition", "[x]: https://example.org"],
		["Typst", '#import "x": y $ a_1 $ @ref <label> #read("/etc/passwd")'],
		["an unknown entity", "&euro; &#0; &copy;"],
	])("%s stays the characters that were typed", (_, markdown) => expect(contentToText(parseContent(markdown))).toBe(markdown));

	test("a table too wide for paper stays as typed", () => {
		const row = `|${" x |".repeat(11)}`;
		const wide = `${row}\n|${"---|".repeat(11)}\n${row}`;
		expect(parseContent(wide)).toEqual(paragraph(wide));
	});

	test("no input makes it throw, and every letter survives", () => {
		const pieces = fc.constantFrom(
			"a",
			"é",
			"\n",
			"\n\n",
			"- ",
			"1. ",
			"**",
			"*",
			"_",
			"|",
			"---",
			"> ",
			"#",
			"`",
			"[",
			"](",
			")",
			"<b>",
			"&lt;",
			"\\",
			" ",
			"\u0000",
			"\u202e",
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
				const source = parts.join("");
				const letters = (text: string) => text.match(/[aé]/g)?.length ?? 0;
				expect(letters(contentToText(parseContent(source)))).toBeGreaterThanOrEqual(letters(source));
			}),
			{ numRuns: 300, seed: 71 },
		);
	});
});
