import { Marked, type Token, type Tokens } from "marked";

export type Span = { text: string; bold?: true; italic?: true };
export type Block =
	| { type: "heading"; level: 2 | 3; spans: Span[] }
	| { type: "paragraph"; spans: Span[] }
	| { type: "list"; ordered: boolean; start: number; items: Block[][] }
	| { type: "table"; head: Span[][]; rows: Span[][][]; align: ("left" | "right" | "center")[] };

// A table wider than this cannot be read on paper; it is printed as it was typed.
const MOST_COLUMNS = 10;
const DEEPEST_LIST = 6;

// A tokenizer that answers nothing leaves its text to the plain one. So links, images, code, quotes, rules and
// HTML stay the characters that were typed, and a dashed line under a sentence does not make a heading of it.
const nothing = () => undefined;
const parser = new Marked({ gfm: true }).use({
	tokenizer: {
		code: nothing,
		fences: nothing,
		blockquote: nothing,
		html: nothing,
		def: nothing,
		hr: nothing,
		lheading: nothing,
		tag: nothing,
		link: nothing,
		reflink: nothing,
		autolink: nothing,
		url: nothing,
		codespan: nothing,
		del: nothing,
	},
});

/** The blocks of a report or note written in our subset of Markdown. Whatever is not in the subset comes back as literal text; nothing throws. */
export function parseContent(markdown: string): Block[] {
	return blocks(parser.lexer(markdown), 0);
}

/** The same content without marks, one line per block or row: for search in an opened dossier, comparison and counting. */
export function contentToText(content: readonly Block[]): string {
	return content.map(blockText).join("\n");
}

function blockText(block: Block): string {
	switch (block.type) {
		case "list":
			return block.items.map((item) => contentToText(item)).join("\n");
		case "table":
			return [block.head, ...block.rows].map((row) => row.map(spansText).join("\t")).join("\n");
		default:
			return spansText(block.spans);
	}
}

function spansText(spans: readonly Span[]): string {
	return spans.map((span) => span.text).join("");
}

function blocks(tokens: readonly Token[], depth: number): Block[] {
	return tokens.flatMap((token) => block(token, depth));
}

function block(token: Token, depth: number): Block[] {
	switch (token.type) {
		case "space":
			return [];
		case "heading": {
			const heading = token as Tokens.Heading;
			return [{ type: "heading", level: heading.depth < 3 ? 2 : 3, spans: spans(heading.tokens) }];
		}
		case "list":
			return depth < DEEPEST_LIST ? [list(token as Tokens.List, depth)] : literal(token.raw);
		case "table":
			return (token as Tokens.Table).header.length > MOST_COLUMNS ? literal(token.raw) : [table(token as Tokens.Table)];
		case "paragraph":
		case "text": {
			const inline = spans((token as Tokens.Paragraph).tokens ?? [token]);
			return inline.length > 0 ? [{ type: "paragraph", spans: inline }] : [];
		}
		default:
			return literal(token.raw);
	}
}

function list(token: Tokens.List, depth: number): Block {
	const items = token.items.map((item) => {
		const inner = blocks(
			item.tokens.filter((part) => part.type !== "checkbox"),
			depth + 1,
		);
		return item.task ? [{ type: "paragraph" as const, spans: [{ text: item.checked ? "[x]" : "[ ]" }] }, ...inner] : inner;
	});
	return { type: "list", ordered: token.ordered, start: Number(token.start) || 1, items };
}

function table(token: Tokens.Table): Block {
	return {
		type: "table",
		head: token.header.map((cell) => spans(cell.tokens)),
		rows: token.rows.map((row) => row.map((cell) => spans(cell.tokens))),
		align: token.align.map((side) => side ?? "left"),
	};
}

function literal(raw: string): Block[] {
	const text = raw.trim();
	return text === "" ? [] : [{ type: "paragraph", spans: [{ text }] }];
}

function spans(tokens: readonly Token[], style: Omit<Span, "text"> = {}): Span[] {
	const found: Span[] = [];
	for (const token of tokens) {
		const inner = "tokens" in token ? (token.tokens as Token[]) : undefined;
		if (token.type === "strong") found.push(...spans(inner ?? [], { ...style, bold: true }));
		else if (token.type === "em") found.push(...spans(inner ?? [], { ...style, italic: true }));
		else if (token.type === "text" && inner) found.push(...spans(inner, style));
		else found.push({ text: plain(token), ...style });
	}
	return joined(found.filter((span) => span.text !== ""));
}

function plain(token: Token): string {
	if (token.type === "br") return "\n";
	if (token.type === "escape") return (token as Tokens.Escape).text;
	return token.type === "text" ? decoded(token.raw) : token.raw;
}

// The five that editors write for characters with a meaning in Markdown; any other entity is literal.
const ENTITIES: Record<string, string> = {
	"&lt;": "<",
	"&gt;": ">",
	"&amp;": "&",
	"&quot;": '"',
	"&#39;": "'",
	"&nbsp;": "\u00a0",
};

function decoded(text: string): string {
	return text.replace(/&(?:lt|gt|amp|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function joined(all: readonly Span[]): Span[] {
	const out: Span[] = [];
	for (const span of all) {
		const last = out.at(-1);
		if (last && last.bold === span.bold && last.italic === span.italic) last.text += span.text;
		else out.push({ ...span });
	}
	return out;
}
