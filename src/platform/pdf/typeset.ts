import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Block, parseContent, type Span } from "./content.ts";
import type { RenderRequest, Template } from "./documents.ts";
import { printable } from "./printable.ts";

// A folder that does not exist: a template can read what is mapped below and nothing else.
const NOWHERE = "/spoor-has-no-such-folder";
const FACES = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"];
const CONTENT = new Set(["body", "ownView", "introduction", "text"]);
const ATTEMPTS = 6;

export type Typesetter = (request: RenderRequest) => Uint8Array;

/** What went wrong with one document; the message is for people and holds nothing of the document's text. */
export class NotTypeset extends Error {}

/**
 * Loads fonts and templates once and answers a function that makes the PDF of one document. `templates` gives the
 * path of each template, `sheet` that of the paper they share. Throws NotTypeset for whatever Typst reports, warnings included.
 */
export function makeTypesetter(templates: Record<Template, string>, sheet: string): Typesetter {
	const compiler = withoutSystemFonts(() =>
		NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: FACES.map(readFace) }] }),
	);
	compiler.addSource(`${NOWHERE}/sheet.typ`, readFileSync(sheet, "utf8"));
	const sources = Object.fromEntries(Object.entries(templates).map(([name, path]) => [name, readFileSync(path, "utf8")]));
	return (request) => typeset(compiler, sources[request.template] ?? "", request);
}

function typeset(compiler: NodeCompiler, source: string, { data, standard }: RenderRequest): Uint8Array {
	const { logo } = data.agency;
	const scan = "consent" in data ? data.consent.scan : undefined;
	const pictures = [
		...(logo ? [{ path: `${NOWHERE}/logo.${logo.kind}`, base64: logo.base64 }] : []),
		...(scan ? [{ path: `${NOWHERE}/scan.${scan.kind}`, base64: scan.base64 }] : []),
	];
	for (const { path, base64 } of pictures) compiler.mapShadow(path, Buffer.from(base64, "base64"));
	const missing = new Set<string>();
	const shown = {
		...data,
		agency: { ...data.agency, logo: logo && { kind: logo.kind, alt: logo.alt } },
		...("consent" in data && { consent: { ...data.consent, scan: scan && { kind: scan.kind } } }),
	};
	try {
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			const inputs = { standard, data: JSON.stringify(prepared(shown, missing)) };
			const made = attemptPdf(compiler, source, inputs, standard);
			if (made.pdf) return made.pdf;
			for (const cluster of made.missing) missing.add(cluster);
		}
		throw new NotTypeset("This document has too many characters that no font of ours can print.");
	} finally {
		for (const { path } of pictures) compiler.unmapShadow(path);
		// Typst remembers what it laid out; nothing of this person may wait here for the next.
		compiler.evictCache(0);
	}
}

type Attempt = { pdf: Uint8Array; missing?: never } | { pdf?: never; missing: string[] };

function attemptPdf(
	compiler: NodeCompiler,
	mainFileContent: string,
	inputs: Record<string, string>,
	pdfStandard: string,
): Attempt {
	const outcome = compiler.compile({ mainFileContent, inputs, resetRead: true });
	const trouble = outcome.takeError() ?? outcome.takeWarnings();
	const document = outcome.result;
	if (trouble || !document) {
		const said = trouble ? compiler.fetchDiagnostics(trouble).map((each) => String(each.message)) : ["no document"];
		throw new NotTypeset(`Typst refuses: ${[...new Set(said)].slice(0, 3).join("; ").slice(0, 300)}`);
	}
	try {
		return { pdf: compiler.pdf(document, { pdfStandard, pdfTags: pdfStandard !== "a-1b" }) };
	} catch (error) {
		return { missing: undisplayable(error instanceof Error ? error.message : String(error)) };
	}
}

/** The clusters that Typst says no font has. Throws NotTypeset when it complains of anything else. */
function undisplayable(message: string): string[] {
	const complaints = message.match(/message: "PDF\/A-\w+ error: (?:\\.|[^"\\])*"/g) ?? [];
	const found = complaints.map((complaint) => /the text `\\"(.*)\\"` could not be displayed/.exec(complaint)?.[1]);
	if (found.length === 0 || found.includes(undefined)) throw new NotTypeset(`The PDF cannot be made: ${message.slice(0, 400)}`);
	return found.map((text) =>
		(text ?? "").replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
	);
}

/** The data with its content parsed and every text made printable. */
function prepared(value: unknown, missing: ReadonlySet<string>, key = ""): unknown {
	if (typeof value === "string") {
		if (CONTENT.has(key)) return parseContent(value).map((block) => printableBlock(block, missing));
		return printable(value, missing);
	}
	if (Array.isArray(value)) return value.map((item) => prepared(item, missing));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== undefined)
			.map(([name, inner]) => [name, prepared(inner, missing, name)]),
	);
}

function printableBlock(block: Block, missing: ReadonlySet<string>): Block {
	const clean = (spans: readonly Span[], narrow?: number) =>
		spans.map((span) => ({ ...span, text: printable(span.text, missing, narrow) }));
	if (block.type === "list")
		return { ...block, items: block.items.map((item) => item.map((inner) => printableBlock(inner, missing))) };
	if (block.type !== "table") return { ...block, spans: clean(block.spans) };
	const narrow = Math.max(6, Math.floor(64 / block.head.length));
	return {
		...block,
		head: block.head.map((cell) => clean(cell, narrow)),
		rows: block.rows.map((row) => row.map((cell) => clean(cell, narrow))),
	};
}

function readFace(face: string): Buffer {
	return readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/public-sans/${face}/PublicSans_${face}.ttf`));
}

// Typst searches the machine's fonts whatever it is given, so a document would look different per machine.
// A font configuration that names an empty place is what shuts them out; it is read when the compiler is made.
function withoutSystemFonts<T>(make: () => T): T {
	const folder = mkdtempSync(join(tmpdir(), "spoor-fonts-"));
	const config = join(folder, "fonts.conf");
	writeFileSync(config, `<?xml version="1.0"?><fontconfig><dir>${folder}/none</dir></fontconfig>`);
	const before = process.env.FONTCONFIG_FILE;
	process.env.FONTCONFIG_FILE = config;
	try {
		return make();
	} finally {
		if (before === undefined) delete process.env.FONTCONFIG_FILE;
		else process.env.FONTCONFIG_FILE = before;
		rmSync(folder, { recursive: true, force: true });
	}
}
