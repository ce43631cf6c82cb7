import type { JSONContent } from "@tiptap/core";
import { Marked, type Token, type Tokens } from "marked";
import { cellText, inlineText, lineStarts } from "./markdown-text.ts";

// The same subset that is printed: links, images, code, quotes, rules and HTML stay the characters that were typed.
const nothing = () => undefined;
const off = [
	"code",
	"fences",
	"blockquote",
	"html",
	"def",
	"hr",
	"lheading",
	"tag",
	"link",
	"reflink",
	"autolink",
	"url",
	"codespan",
	"del",
];
const parser = new Marked({ gfm: true }).use({ tokenizer: Object.fromEntries(off.map((name) => [name, nothing])) });

/** Markdown as it is kept → the document of the editor. Never throws: what is not in the subset becomes plain text. */
export function toDocument(markdown: string): JSONContent {
	const content = blocks(parser.lexer(markdown));
	return { type: "doc", content: content.length ? content : [{ type: "paragraph" }] };
}

function blocks(tokens: readonly Token[]): JSONContent[] {
	return tokens.flatMap(block);
}

function block(token: Token): JSONContent[] {
	switch (token.type) {
		case "space":
			return [];
		case "heading": {
			const heading = token as Tokens.Heading;
			return [{ type: "heading", attrs: { level: heading.depth < 3 ? 2 : 3 }, content: inline(heading.tokens) }];
		}
		case "list":
			return [list(token as Tokens.List)];
		case "table":
			return [table(token as Tokens.Table)];
		default:
			return [paragraph("tokens" in token && token.tokens ? inline(token.tokens) : inline([token]))];
	}
}

const paragraph = (content: JSONContent[]): JSONContent => ({ type: "paragraph", ...(content.length ? { content } : {}) });

function list(token: Tokens.List): JSONContent {
	const items = token.items.map((item): JSONContent => {
		const inner = blocks(item.tokens.filter((part) => part.type !== "checkbox"));
		if (item.task) inner.unshift(paragraph([{ type: "text", text: item.checked ? "[x]" : "[ ]" }]));
		// An item of the editor begins with a paragraph.
		return { type: "listItem", content: inner[0]?.type === "paragraph" ? inner : [paragraph([]), ...inner] };
	});
	return token.ordered
		? { type: "orderedList", attrs: { start: Number(token.start) || 1 }, content: items }
		: { type: "bulletList", content: items };
}

function table(token: Tokens.Table): JSONContent {
	const row = (cells: Tokens.TableCell[], type: string): JSONContent => ({
		type: "tableRow",
		content: cells.map((cell) => ({ type, content: [paragraph(inline(cell.tokens))] })),
	});
	return { type: "table", content: [row(token.header, "tableHeader"), ...token.rows.map((cells) => row(cells, "tableCell"))] };
}

type Mark = { type: "bold" | "italic" };

function inline(tokens: readonly Token[]): JSONContent[] {
	const out: JSONContent[] = [];
	for (const part of parts(tokens, [])) {
		const last = out.at(-1);
		if (last && JSON.stringify(last.marks) === JSON.stringify(part.marks)) last.text = `${last.text}${part.text}`;
		else out.push(part);
	}
	return out;
}

function parts(tokens: readonly Token[], marks: Mark[]): JSONContent[] {
	return tokens.flatMap((token): JSONContent[] => {
		const inner = "tokens" in token ? token.tokens : undefined;
		if (token.type === "strong") return parts(inner ?? [], [...marks, { type: "bold" }]);
		if (token.type === "em") return parts(inner ?? [], [...marks, { type: "italic" }]);
		if (token.type === "text" && inner) return parts(inner, marks);
		const text = plain(token);
		return text ? [{ type: "text", text, ...(marks.length ? { marks } : {}) }] : [];
	});
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", nbsp: "\u00a0" };

function plain(token: Token): string {
	if (token.type === "br") return "\n";
	if (token.type === "escape") return (token as Tokens.Escape).text;
	if (token.type !== "text") return token.raw;
	return token.raw.replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The document of the editor → Markdown as it is kept. */
export function toMarkdown(document: JSONContent): string {
	return written(document.content ?? []);
}

function written(nodes: JSONContent[], tight = false): string {
	let before: JSONContent | undefined;
	let other = false;
	const parts: string[] = [];
	for (const node of nodes) {
		// Two lists of one kind in a row would become one; the second gets the other sign.
		other = before?.type === node.type ? !other : false;
		const text = one(node, other);
		if (text) {
			parts.push(text);
			before = node;
		}
	}
	return parts.join(tight ? "\n" : "\n\n");
}

function one(node: JSONContent, other: boolean): string {
	const content = node.content ?? [];
	switch (node.type) {
		case "heading":
			return content.length
				? `${"#".repeat(node.attrs?.level ?? 2)} ${inlineText(content)
						.replace(/\s*\n\s*/g, " ")
						.replace(/#/g, "\\#")}`
				: "";
		case "paragraph":
			return lineStarts(inlineText(content));
		case "bulletList":
			return content.map((item) => listItem(item, other ? "+" : "-")).join("\n");
		case "orderedList": {
			const start = Number(node.attrs?.start ?? 1);
			return content.map((item, index) => listItem(item, `${start + index}${other ? ")" : "."}`)).join("\n");
		}
		case "table":
			return tableText(content);
		default:
			return written(content);
	}
}

function listItem(item: JSONContent, sign: string): string {
	const [first, ...rest] = item.content ?? [];
	const lists = rest.length > 0 && rest.every((node) => node.type?.endsWith("List"));
	const body = [first ? one(first, false) : "", written(rest)].filter(Boolean).join(lists ? "\n" : "\n\n");
	return `${sign} ${body.replace(/\n(?=[^\n])/g, `\n${" ".repeat(sign.length + 1)}`)}`.trimEnd();
}

function tableText(rows: JSONContent[]): string {
	const [head, ...rest] = rows.map((row) => `| ${(row.content ?? []).map(cellText).join(" | ")} |`);
	const columns = rows[0]?.content?.length ?? 0;
	return head ? [head, `|${" --- |".repeat(columns)}`, ...rest].join("\n") : "";
}
