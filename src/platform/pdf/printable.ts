// What cannot be seen on paper must not steer what is: controls, directions, joiners, marks of order.
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
const SEEN = "\n\u00ad";
// Private, unassigned and broken code points look different in every reader, so they are named instead.
const UNSTABLE = /[\p{Co}\p{Cs}\p{Cn}]/gu;
// A plain word can be hyphenated, so it may be longer than a number or an address before it is cut.
const LONGEST_WORD = 60;
const LONGEST_WORD_IN_TABLE = 40;
const LONGEST_STRING = 32;

/** The code points of a text by name, as printed for a character that no font of ours has. */
export function named(text: string): string {
	return Array.from(text, (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`).join("");
}

/**
 * The text as it can be printed: invisible controls gone, characters in `missing` named by their code, and
 * words without a place to break given one, so that nothing runs off the page. `narrow` is the number of
 * characters after which anything but a plain word may break.
 */
export function printable(text: string, missing: ReadonlySet<string>, narrow: number = LONGEST_STRING): string {
	let clean = text
		.normalize("NFC")
		.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
		.replace(/\t/g, " ")
		.replace(UNSEEN, (letter) => (SEEN.includes(letter) ? letter : ""))
		.replace(UNSTABLE, named);
	for (const cluster of missing) clean = clean.replaceAll(cluster, named(cluster));
	const plain = narrow < LONGEST_STRING ? LONGEST_WORD_IN_TABLE : LONGEST_WORD;
	return clean.replace(/\S+/g, (word) => breakable(word, /^\p{L}+[.,;:]?$/u.test(word) ? plain : narrow));
}

function breakable(word: string, after: number): string {
	const letters = Array.from(word);
	if (letters.length <= after) return word;
	const step = Math.max(4, Math.floor(after / 2));
	return letters
		.map((letter, index) => (index > 0 && index % step === 0 && !/\p{M}/u.test(letter) ? `\u200b${letter}` : letter))
		.join("");
}
