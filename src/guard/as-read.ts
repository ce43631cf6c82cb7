import { contentToText, parseContent } from "../platform/pdf/content.ts";
import { isJobTitle } from "./job-title.ts";

/**
 * A title with a text under it as whoever gets it reads it: no mark of the text is left, so that none hides a word or a number. The title is
 * printed as it was typed. Everything that judges a report, or sets a word of it aside, reads it through this.
 */
export function asRead(title: string, body: string): string {
	return `${title}\n${contentToText(parseContent(body))}`;
}

/** The same of what comes in one piece: the first line is the title. */
export function asReadWhole(text: string): string {
	const at = text.indexOf("\n");
	return at < 0 ? asRead(text, "") : asRead(text.slice(0, at), text.slice(at + 1));
}

/** What staff typed and is printed on a report beside its title and text. */
export interface Beside {
	/** The assignment's reference. */
	readonly reference: string | null;
	readonly jobTitles: readonly (string | null)[];
	/** The candidate's own view, where staff typed it over from paper. */
	readonly ownView: string | null;
}

/** The same as it is read, each on lines of its own. A job title that only says what somebody does is nothing to find. */
export function besideAsRead({ reference, jobTitles, ownView }: Beside): string {
	const titles = jobTitles.filter((title) => title && !isJobTitle(title));
	return [reference, ...titles, ownView].filter(Boolean).join("\n");
}
