import type { JSONContent } from "@tiptap/core";

type Style = "bold" | "italic";
const signs: Record<Style, string> = { bold: "**", italic: "*" };

/** Text with bold and italic parts as Markdown; characters with a meaning are escaped. */
export function inlineText(nodes: JSONContent[]): string {
	const open: Style[] = [];
	let out = "";
	let waiting = "";
	for (const run of runs(nodes)) {
		// Signs stick to letters: spaces at the edge of a bold part move outside it.
		const [, lead = "", text = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
		if (!text) {
			waiting += run.text;
			continue;
		}
		while (open.some((style) => !run.styles.includes(style))) out += signs[open.pop() as Style];
		out += waiting + lead;
		for (const style of run.styles) {
			if (open.includes(style)) continue;
			open.push(style);
			out += signs[style];
		}
		out += escaped(text);
		waiting = trail;
	}
	while (open.length) out += signs[open.pop() as Style];
	return (out + waiting).trim();
}

function runs(nodes: JSONContent[]): { text: string; styles: Style[] }[] {
	return nodes.map((node) => {
		const styles = (["bold", "italic"] as const).filter((style) => node.marks?.some((mark) => mark.type === style));
		return { text: node.type === "hardBreak" ? "\n" : (node.text ?? ""), styles };
	});
}

function escaped(text: string): string {
	return text.replace(/[\\*_]/g, "\\$&").replace(/&(?=(?:lt|gt|amp|quot|#39|nbsp);)/g, "\\&");
}

/** Keeps a line of plain text from being read as a heading, list or table. Lines that are blank would end the paragraph and go. */
export function lineStarts(text: string): string {
	const lines = text
		.split("\n")
		.map((line) => line.trim())
		.filter(Boolean);
	const safe = lines.map((line) => line.replace(/^(#{1,6}|[-+[])/, "\\$1").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2"));
	return (safe.length > 1 ? safe.map((line) => line.replace(/\|/g, "\\|")) : safe).join("\n");
}

/** What stands in a cell of a table, on one line. */
export function cellText(cell: JSONContent): string {
	const lines = (cell.content ?? []).map((node) => inlineText(node.content ?? []));
	return lines
		.join(" ")
		.replace(/\s*\n\s*/g, " ")
		.replace(/\|/g, "\\|")
		.trim();
}
