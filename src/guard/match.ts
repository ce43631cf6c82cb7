import { oneSlip, soundOf, withoutOne } from "./inflect.ts";
import type { Group, Lexicon } from "./lexicon.ts";
import { fits, follow, isDose, isNumber, type Meter, type Phrase } from "./phrase.ts";
import type { Word } from "./words.ts";

/** A word or phrase of the lexicon met in the text: the words from `first` up to `end`. */
export interface Hit {
	readonly group: Group;
	readonly first: number;
	readonly end: number;
	/** What follows it in one word: "zorg" in "verslavingszorg". */
	readonly rest: string;
	/** Several words: says more than one word does. */
	readonly phrase: boolean;
}
type Found = { readonly group: Group; readonly rest: string };

const leet: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s" };
const longest = 40;

/** Looks one written word up: as it is, in a compound, as it sounds, with one slip. */
function lookUp(form: string, given: string, lexicon: Lexicon, meter: Meter): readonly Found[] {
	const capitals = given === given.toUpperCase();
	const only = (entries: readonly { group: Group; capitals: boolean }[] | undefined, rest = "") =>
		(entries ?? []).filter((entry) => !entry.capitals || capitals).map(({ group }) => ({ group, rest }));
	meter.steps++;
	const whole = only(lexicon.whole.get(form));
	if (whole.length > 0 || form.length < 5) return whole;
	const compound = splits(form, lexicon.first, lexicon.last, only, meter);
	if (compound.length > 0) return compound;
	if (form.length < 6 || lexicon.ordinary.has(form)) return [];
	const sound = soundOf(form);
	const alike = only(lexicon.sounds.get(sound));
	if (alike.length > 0) return alike;
	const sounding = splits(sound, lexicon.soundsFirst, lexicon.soundsLast, only, meter);
	if (sounding.length > 0) return sounding;
	if (sound.length < 5) return [];
	for (const slip of [sound, ...withoutOne(sound)]) {
		meter.steps++;
		const near = lexicon.slips.get(slip)?.find((one) => one[0] === sound[0] && oneSlip(one, sound));
		if (near) return only(lexicon.sounds.get(near));
	}
	return [];
}

function splits(
	form: string,
	first: Lexicon["first"],
	last: Lexicon["last"],
	only: (entries: readonly { group: Group; capitals: boolean }[] | undefined, rest?: string) => Found[],
	meter: Meter,
): Found[] {
	const found: Found[] = [];
	for (let cut = form.length - 2; cut >= 2; cut--) {
		meter.steps++;
		const begins = first.get(form.slice(0, cut));
		if (begins) {
			found.push(...only(begins, form.slice(cut)));
			break; // the longest beginning
		}
	}
	for (let cut = 2; cut <= form.length - 3; cut++) {
		meter.steps++;
		const closes = last.get(form.slice(cut));
		if (closes) {
			found.push(...only(closes));
			break; // the longest ending
		}
	}
	return found;
}

/** Everything a word of the text may be, cached per written word by the reader. */
function wordHits(word: Word, lexicon: Lexicon, meter: Meter): readonly Found[] {
	const forms = [word.form];
	if (/[a-z]/.test(word.form) && /[0-9@$]/.test(word.form)) {
		forms.push(word.form.replace(/[013457@$]/g, (sign) => leet[sign] ?? sign));
	}
	const found: Found[] = [];
	for (const form of forms) {
		for (let from = 0; from < form.length; from += longest / 2) {
			found.push(...lookUp(form.slice(from, from + longest), word.given, lexicon, meter));
			if (from + longest >= form.length) break;
		}
	}
	if (found.length > 0) return found;
	for (const part of word.parts) {
		if (part.length >= 3 || word.given.includes(part.toUpperCase())) {
			const given = word.given.includes(part.toUpperCase()) ? part.toUpperCase() : part;
			found.push(...lookUp(part, given, lexicon, meter));
		}
	}
	return found;
}

interface Look {
	readonly found: readonly Found[];
	/** The phrases that may begin with this word. */
	readonly phrases: readonly { readonly phrase: Phrase; readonly group: Group }[];
}

function look(word: Word, lexicon: Lexicon, meter: Meter): Look {
	const form = word.form.slice(0, longest);
	const keys = [`^${form.slice(0, 3)}`, "$"];
	if (form.length >= 7) keys.push(`~${soundOf(form)}`);
	if (isNumber(form) || isDose(form)) keys.push("#");
	// What begins with this very word fits; of the rest only the key is alike.
	const phrases = new Set(lexicon.phrases.get(form));
	for (const key of keys)
		for (const one of lexicon.phrases.get(key) ?? []) if (fits(one.phrase[0] as Phrase[number], word)) phrases.add(one);
	return { found: wordHits(word, lexicon, meter), phrases: [...phrases] };
}

/** Two words that are one of the lexicon: "burn out", "anti depressiva". */
function joined(word: Word, next: Word | undefined, lexicon: Lexicon, meter: Meter): readonly Found[] {
	if (next?.sentence !== word.sentence || next.before !== " " || next.form.length < 3) return [];
	const form = word.form + next.form;
	if (form.length < 6 || form.length > longest || word.form.length < 3) return [];
	meter.steps++;
	const entries = lexicon.whole.get(form) ?? (form.length >= 9 ? lexicon.sounds.get(soundOf(form)) : undefined) ?? [];
	return entries.filter(({ capitals }) => !capitals).map(({ group }) => ({ group, rest: "" }));
}

/** All that the lexicon knows in these words. Work grows with the number of words: each has a bounded number of look-ups. */
export function hitsIn(words: readonly Word[], lexicon: Lexicon, meter: Meter): Hit[] {
	const hits: Hit[] = [];
	const seen = new Map<string, Look>();
	for (const [first, word] of words.entries()) {
		let known = seen.get(word.given);
		if (!known) {
			known = look(word, lexicon, meter);
			seen.set(word.given, known);
		}
		for (const { group, rest } of known.found) hits.push({ group, first, end: first + 1, rest, phrase: false });
		for (const { group, rest } of joined(word, words[first + 1], lexicon, meter))
			hits.push({ group, first, end: first + 2, rest, phrase: false });
		for (const { phrase, group } of known.phrases) {
			const end = follow(phrase, words, first, meter);
			if (end) hits.push({ group, first, end, rest: "", phrase: true });
		}
	}
	return hits;
}
