import { formsOf, plain, soundOf } from "./inflect.ts";
import type { Word } from "./words.ts";

/** Counts the steps taken, so that a test can see that twice the text is twice the work. */
export interface Meter {
	steps: number;
}

/** One place in a phrase: a choice of words, or a number; perhaps left out, perhaps after other words. */
interface Place {
	readonly words: ReadonlySet<string>;
	readonly sounds: ReadonlySet<string>;
	readonly starts: readonly string[];
	readonly ends: readonly string[];
	readonly number: boolean;
	/** "3x4", as days and hours are written; "50mg", as a dose is. */
	readonly times: boolean;
	readonly dose: boolean;
	readonly optional: boolean;
	/** How many other words may stand before it. */
	readonly gap: number;
}
export type Phrase = readonly Place[];

/** Named choices of words, used in phrases as `<name>`: plain, or with their plurals and diminutives. */
export type Sets = Readonly<Record<string, readonly string[]>>;

const numerals = new Set(
	"een twee drie vier vijf zes zeven acht negen tien elf twaalf zestien twintig half halve anderhalf one two three four five six seven eight nine ten twelve twenty".split(
		" ",
	),
);
export const isNumber = (form: string) =>
	numerals.has(form) || /^\d{1,4}([x,.:]\d{1,3}){0,2}(u|uur|kg|kilo|x|h|e|pw|pd|dgn|pct)?$/.test(form);

/** "50mg" */
export const isDose = (form: string) => /^\d{1,4}(mg|mcg|ug)$/.test(form);

function placeOf(written: string, gap: number, sets: Sets): Place {
	const optional = written.endsWith("?");
	const bare = optional ? written.slice(0, -1) : written;
	const choices = bare.split("|").flatMap((choice) => {
		const set = /^<(\w+)>$/.exec(choice);
		if (!set) return [plain(choice)];
		const named = sets[set[1] as string];
		if (!named) throw new Error(`No set ${choice} in the lexicon`);
		return named;
	});
	const words = new Set<string>();
	const starts: string[] = [];
	const ends: string[] = [];
	for (const choice of choices) {
		if (choice.startsWith("#") || choice === "") continue;
		if (choice.endsWith("*")) starts.push(choice.slice(0, -1));
		else if (choice.startsWith("*")) for (const form of formsOf(choice.slice(1))) ends.push(form);
		else if (choice.endsWith("~")) for (const form of formsOf(choice.slice(0, -1))) words.add(form);
		else words.add(choice);
	}
	const sounds = new Set([...words].filter((word) => word.length >= 7).map(soundOf));
	const [number, times, dose] = ["#", "#x#", "#mg"].map((shape) => choices.includes(shape)) as [boolean, boolean, boolean];
	return { words, sounds, starts, ends, number, times, dose, optional, gap };
}

/** Reads a phrase of the lexicon: `a|b` choice, `a?` optional, `a*` beginning, `*a` ending, `a~` with inflections, `#` number, `..` up to three words between. */
export function phraseOf(written: string, sets: Sets): Phrase {
	const places: Place[] = [];
	let gap = 0;
	for (const part of written.split(/\s+/)) {
		if (part === ".." || part === "...") gap = part.length === 2 ? 3 : 6;
		else {
			places.push(placeOf(part, gap, sets));
			gap = 0;
		}
	}
	return places;
}

/** What a word can be looked up by as the first of a phrase: its beginnings of three letters serve the places with a star. */
export function keysOf(place: Place): string[] {
	const keys = [...place.words, ...[...place.sounds].map((sound) => `~${sound}`)];
	for (const start of place.starts) keys.push(`^${start.slice(0, 3)}`);
	if (place.ends.length > 0) keys.push("$");
	if (place.number || place.times || place.dose) keys.push("#");
	return keys;
}

export function fits(place: Place, word: Word): boolean {
	const { form } = word;
	if (place.words.has(form) || (place.number && isNumber(form))) return true;
	if (place.dose && isDose(form)) return true;
	if (place.times && /^\d{1,2}x\d{1,2}(u|uur)?$/.test(form)) return true;
	if (place.starts.some((start) => form.startsWith(start) && form.length < start.length + 24)) return true;
	if (place.ends.some((end) => form.endsWith(end) && form.length > end.length + 1)) return true;
	return place.sounds.size > 0 && form.length >= 7 && form.length < 40 && place.sounds.has(soundOf(form));
}

/** The word after the last one of this phrase, whose first place fits the word at `first`; or 0. Bounded: gaps are short and so are phrases. */
export function follow(phrase: Phrase, words: readonly Word[], first: number, meter: Meter): number {
	const sentence = words[first]?.sentence;
	const from = (place: number, index: number): number => {
		if (place === phrase.length) return index;
		const wanted = phrase[place] as Place;
		for (let skip = 0; skip <= wanted.gap; skip++) {
			const word = words[index + skip];
			meter.steps++;
			if (!word || word.sentence !== sentence) break;
			if (fits(wanted, word)) {
				const end = from(place + 1, index + skip + 1);
				if (end) return end;
			}
		}
		return wanted.optional ? from(place + 1, index) : 0;
	};
	return from(1, first + 1);
}
