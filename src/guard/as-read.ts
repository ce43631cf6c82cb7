import { contentToText, parseContent } from "../platform/pdf/content.ts";

/**
 * A title with a text under it as whoever gets it reads it: no mark of the text is left, so that none hides a word or a number. The title is
 * printed as it was typed. Everything that judges a report, or sets a sentence of it aside, reads it through this.
 */
export function asRead(title: string, body: string): string {
	return `${title}\n${contentToText(parseContent(body))}`;
}

/** The same of what comes in one piece: the first line is the title. */
export function asReadWhole(text: string): string {
	const at = text.indexOf("\n");
	return at < 0 ? asRead(text, "") : asRead(text.slice(0, at), text.slice(at + 1));
}
