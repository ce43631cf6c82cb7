import type { Folded } from "./letters.ts";

/** One word of a text, with what the rules want to know of how it was written. */
export interface Word {
	/** Plain small letters, hyphens left out: "burn-out" is "burnout". */
	readonly form: string;
	/** What stood between hyphens, or between a small letter and a capital. */
	readonly parts: readonly string[];
	/** As it was given. */
	readonly given: string;
	readonly start: number;
	readonly end: number;
	/** Sentences are numbered; no rule looks past the end of one. */
	readonly sentence: number;
	/** What stood before it: "" at the beginning of a sentence. */
	readonly before: string;
}

type Atom = { from: number; to: number; before: string; sentence: number };
const longest = { parts: 8, spelled: 40, atom: 64 };

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code > 127 && /\p{L}/u.test(String.fromCharCode(code)));
const isDigit = (code: number) => code >= 48 && code <= 57;
const short = new Set(
	"dhr mw mevr mr mrs ms dr drs ir ing ds prof st nr tel bijv bv o.a oa evt ca incl excl ivm mbt mw dd vd mi id jl zgn resp med beh bep belastb psych".split(
		" ",
	),
);

/** Does the sentence end at this sign? Not after "dhr." or an initial. */
function ends(text: string, index: number, last: string | undefined): boolean {
	const sign = text[index];
	if (sign === "\n" || sign === "!" || sign === "?" || sign === ";") return true;
	if (sign !== ".") return false;
	const next = text.charCodeAt(index + 1);
	if (isLetter(next) || isDigit(next)) return last !== undefined && last.length > 3 && isLetter(next);
	return !(last !== undefined && (short.has(last) || last.length === 1));
}

/** Runs of letters and digits, with what stood before each. One pass. */
function atomsOf(folded: Folded, given: string): Atom[] {
	const { text, at } = folded;
	const atoms: Atom[] = [];
	let sentence = 0;
	let before = "";
	let last: string | undefined;
	for (let index = 0; index < text.length; ) {
		const code = text.charCodeAt(index);
		if (!isLetter(code) && !isDigit(code)) {
			if (ends(text, index, last)) {
				sentence++;
				before = "";
				last = undefined;
			} else if (before.length < 4) before += text[index];
			index++;
			continue;
		}
		let to = index + 1;
		while (to < text.length && to - index < longest.atom && goesOn(text, to) && !isHump(given, at[to - 1], at[to])) to++;
		atoms.push({ from: index, to, before, sentence });
		last = text.slice(index, to);
		const hump = to < text.length && isHump(given, at[to - 1], at[to]);
		before = hump ? "-" : "";
		if (!hump && to - index >= longest.atom) before = "-";
		index = to;
	}
	return atoms;
}

function goesOn(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	if (isLetter(code) || isDigit(code)) return true;
	const joins = code === 39 || code === 64 || code === 36;
	return joins && isLetter(text.charCodeAt(index - 1)) && isLetter(text.charCodeAt(index + 1));
}

/** "BriefHuisarts": a capital after a small letter begins a new part. */
function isHump(given: string, before: number | undefined, here: number | undefined): boolean {
	if (before === undefined || here === undefined) return false;
	const one = given.charCodeAt(before);
	const two = given.charCodeAt(here);
	return one >= 97 && one <= 122 && two >= 65 && two <= 90;
}

/** How many atoms from here are letters spelled out one by one ("A D H D", "d-i-a-b-e-t-e-s"). */
function spelled(atoms: readonly Atom[], first: number): number {
	let n = 0;
	while (n < longest.spelled) {
		const atom = atoms[first + n];
		if (!atom || atom.to - atom.from !== 1) break;
		if (n > 0 && (atom.sentence !== atoms[first]?.sentence || !/^[ ._*-]$/.test(atom.before))) break;
		n++;
	}
	return n;
}

/** The words of a text. What is spelled out is put together; what hyphens join is one word with parts. */
export function wordsOf(folded: Folded, given: string): Word[] {
	const atoms = atomsOf(folded, given);
	const words: Word[] = [];
	for (let first = 0; first < atoms.length; ) {
		const one = atoms[first] as Atom;
		const letters = spelled(atoms, first);
		let n = 1;
		if (letters >= 3) n = letters;
		else while (n < longest.parts && atoms[first + n]?.before === "-" && atoms[first + n]?.sentence === one.sentence) n++;
		const mine = atoms.slice(first, first + n);
		const parts = mine.map(({ from, to }) => folded.text.slice(from, to).replaceAll("'", ""));
		const end = mine.at(-1) as Atom;
		const start = folded.at[one.from] as number;
		const stop = folded.at[end.to - 1] as number;
		const stopped = stop + String.fromCodePoint(given.codePointAt(stop) as number).length;
		const before = words.at(-1)?.sentence === one.sentence ? one.before : "";
		words.push({
			form: parts.join(""),
			parts: letters >= 3 ? [] : parts.length > 1 ? parts : [],
			given: given.slice(start, stopped),
			start,
			end: stopped,
			sentence: one.sentence,
			before,
		});
		first += n;
	}
	return words;
}
