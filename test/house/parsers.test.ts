import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wayBack } from "../../src/accounts/rules.ts";

// One way to read each kind of data. Where two stand beside each other there is a test that they agree; any other fails here.
const house = join(import.meta.dirname, "../..");
const sources = globSync("src/**/*.{ts,tsx}", { cwd: house })
	.filter((path) => !/\.test\.tsx?$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(house, path), "utf8") }));
const using = (pattern: RegExp) =>
	sources
		.filter(({ text }) => pattern.test(text))
		.map(({ path }) => path)
		.sort();

describe("one way to read each kind of data", () => {
	it.each([
		["JSON", /from "(?:json5|jsonc-parser|comment-json|hjson|@hono\/json)"|JSON5\./],
		["addresses of pages", /from "(?:node:)?(?:url|querystring)"|from "(?:qs|url-parse|whatwg-url)"|\burl\.parse\(/],
		["XML and HTML", /DOMParser|from "(?:xml2js|fast-xml-parser|libxmljs|cheerio|jsdom|htmlparser2|parse5|sax)"/],
		["YAML", /from "(?:yaml|js-yaml)"/],
	])("R10.1 — %s: the platform's own and no second one", (_kind, others) => expect(using(others)).toEqual([]));

	it("R10.1 — Markdown is read by one library, in the browser and on the server", () => {
		expect(using(/from "marked"/)).toEqual(["src/platform/pdf/content.ts", "src/ui/islands/markdown.ts"]);
		expect(using(/from "(?:markdown-it|micromark|remark[\w-]*|showdown|commonmark)"/)).toEqual([]);
	});

	it("R10.1 — a mail is written by one library, and read back by another at the gate: what differs is not sent", () => {
		expect(using(/from "mailparser"/)).toEqual(["src/platform/catcher/store.ts", "src/platform/outbound/read-back.ts"]);
		expect(using(/\breadBack\(/)).toContain("src/disclosures/gate.server.ts");
	});

	it("R10.1 — a PDF is judged by our own reader; pdf.js shows it in the browser and decides nothing", () => {
		expect(using(/from "pdfjs-dist/)).toEqual(["src/ui/islands/pdf-view.ts"]);
		expect(using(/from "(?:pdf-lib|@libpdf\/[\w-]+|pdf-parse)"/)).toEqual([]);
	});

	it("R10.1 — text is UTF-8 wherever it comes in; bytes of a PDF are read one by one", () => {
		expect(using(/new TextDecoder\("(?!utf-8)/)).toEqual(["src/ui/document-number.ts"]);
	});

	// Node and browsers read addresses by one standard; what looks different to a pattern and to them must not get past.
	it.each([
		"//elders.test",
		"/\\elders.test",
		"/\t/elders.test",
		"/%2F/elders.test",
		"https:elders.test",
		"/kandidaten@elders.test",
		"/.//elders.test",
		"/kandidaten/..//elders.test",
		"\\\\elders.test",
		"/?x=//elders.test",
	])("R10.1 — the way back %s stays on this site for whoever reads it", (asked) => {
		const to = wayBack(asked, "staff");
		expect(new URL(to, "https://spoor.test").host).toBe("spoor.test");
		expect(new URL(new URL(to, "https://spoor.test").href).pathname.startsWith("//")).toBe(false);
	});
});
