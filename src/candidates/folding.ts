import type { PersonName } from "../platform/name.ts";

// Letters that Unicode does not take apart by itself, as people type them on a keyboard without them.
const alike: Record<string, string> = {
	ß: "ss",
	ø: "o",
	ı: "i",
	ł: "l",
	đ: "d",
	ð: "d",
	æ: "ae",
	œ: "oe",
	þ: "th",
	ħ: "h",
	ŋ: "n",
	ŧ: "t",
	ĸ: "k",
	ſ: "s",
};
const longest = 20;
const plain = /^[\x20-\x7e]*$/;

/** A word as it is searched: no diacritics, no capitals, no hyphens or apostrophes; ĳ is ij. Folding twice changes nothing. */
export function fold(text: string): string {
	if (plain.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, ""); // most names: the same, at once
	let folded = text;
	// Lower case can bring back what decomposition took apart, so until nothing moves: twice at most for any name.
	for (let turn = 0; turn < 4; turn++) {
		const next = folded
			.normalize("NFKD")
			.replace(/\p{M}/gu, "")
			.toLowerCase()
			.replace(/./gu, (letter) => alike[letter] ?? letter)
			.replace(/[^\p{L}\p{N}]/gu, "");
		if (next === folded) break;
		folded = next;
	}
	return folded;
}

/** The words of a text as searched: "Anne-Marie O'Brien" gives annemarie and obrien. */
export const foldedWords = (text: string): string[] => text.split(/\s+/u).map(fold).filter(Boolean);

// Where a word can be taken apart: not at all, at hyphens, at apostrophes and points as well.
const seams = [/\s+/u, /[\s\p{Pd}]+/u, /[\s\p{Pd}\p{Pi}\p{Pf}'’`.]+/u];

/** Each word of this text, and what stands between hyphens and apostrophes in it, as searched. */
const partsOf = (text: string): string[] => [...new Set(seams.flatMap((seam) => text.split(seam)).map(fold))].filter(Boolean);

/** Every beginning that finds this text. */
function beginnings(text: string): string[] {
	return partsOf(text).flatMap((part) => {
		const letters = [...part].slice(0, longest);
		if (letters.length === 1) return [part]; // a name of one letter is found by that letter only
		return letters.slice(1).map((_, index) => letters.slice(0, index + 2).join(""));
	});
}

/** The values whose tokens make a person findable: beginnings of given name, infix and family name, and the whole name once. */
export function searchValues(name: PersonName): string[] {
	const { given, initials, infix, family } = name;
	const joined = infix ? [`${infix}${family}`.replaceAll(/\s/gu, "")] : [];
	const texts = [given ?? initials, infix, family, ...joined].filter((text) => text !== undefined);
	return [...new Set([...texts.flatMap(beginnings), wholeName(name)])];
}

/** One value for a name as a whole, without its infix: two people who share it may be the same person. */
export const wholeName = ({ given, initials, family }: PersonName): string => `=${fold(given ?? initials ?? "")} ${fold(family)}`;

/** What was typed in the search box, as values that must all be found. */
export const wantedValues = (typed: string): string[] => [
	...new Set(foldedWords(typed).map((word) => [...word].slice(0, longest).join(""))),
];

/** Does each word begin some word of this plain text? For names of organisations, which are not sealed. */
export function begins(text: string, wanted: readonly string[]): boolean {
	const parts = partsOf(text);
	// A single letter finds a word of one letter only, as it does with people.
	const finds = (word: string) => parts.some((part) => (word.length > 1 ? part.startsWith(word) : part === word));
	return wanted.length > 0 && wanted.every(finds);
}

/** An address or number as it is searched: exactly, but for capitals and stray spaces. */
export const exact = (text: string): string => text.trim().toLowerCase();
