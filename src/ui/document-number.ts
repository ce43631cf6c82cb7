// Letters and digits that cannot be taken for one another; a report's number is drawn from them.
export const numberLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const group = `[${numberLetters}]{4}`;
const pattern = new RegExp(`(?<![A-Z0-9-])${group}(?:-${group}){3}(?![A-Z0-9-])`, "g");
const most = 5;

/**
 * The document numbers that stand in a file, at most a few. A report of ours says its own in its metadata, which programs that
 * change and save a PDF mostly leave as it was; that is how an altered report is told from an unknown file.
 */
export function numbersIn(bytes: Uint8Array): string[] {
	const text = new TextDecoder("latin1").decode(bytes);
	return [...new Set(text.match(pattern) ?? [])].slice(0, most);
}
