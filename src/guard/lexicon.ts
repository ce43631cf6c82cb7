import type { Bilingual } from "../law/bilingual.ts";
import { formsOf, plain, soundOf, withoutOne } from "./inflect.ts";
import { keysOf, type Phrase, phraseOf, type Sets } from "./phrase.ts";
import type { FindingClass } from "./rules.ts";

/** Circumstances in which a word does not say anything about the candidate. Each is a rule in context.ts. */
export type Unless = "surname" | "work" | "others" | "denied" | "supposed" | "colleague" | "role" | "general" | "wish";

/** Words of one kind with one reason. `leftAlone` covers what only looks like it: nothing inside it is a finding. */
export interface Group {
	readonly class: FindingClass | "leftAlone";
	readonly rule: string;
	readonly why: Bilingual;
	readonly unless: readonly Unless[];
	/**
	 * Separated by commas or lines. `word` with its inflections; `word-` may also begin a longer word, `-word` only ends one, `-word-` is all three;
	 * `=word` exactly so; `=MS` exactly so and in capitals; several words are a phrase (phrase.ts).
	 */
	readonly words: string;
}

type Entry = { readonly group: Group; readonly capitals: boolean };
export interface Lexicon {
	readonly whole: ReadonlyMap<string, readonly Entry[]>;
	readonly first: ReadonlyMap<string, readonly Entry[]>;
	readonly last: ReadonlyMap<string, readonly Entry[]>;
	/** By sound, for spelling slips; and by sound with one letter left out. */
	readonly sounds: ReadonlyMap<string, readonly Entry[]>;
	readonly soundsFirst: ReadonlyMap<string, readonly Entry[]>;
	readonly soundsLast: ReadonlyMap<string, readonly Entry[]>;
	readonly slips: ReadonlyMap<string, readonly string[]>;
	readonly phrases: ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly group: Group }[]>;
	/** Words of the agency's own, read after these. */
	readonly more?: Lexicon;
	/** Ordinary words that are nearly a word of the lexicon. */
	readonly ordinary: ReadonlySet<string>;
}

const shortest = { sound: 6, slip: 7 };

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const there = map.get(key);
	if (!there) map.set(key, [value]);
	else if (!there.includes(value)) there.push(value);
}

/** Makes a list of groups ready for reading. Slow enough to do once (about a tenth of a second). */
export function compile(groups: readonly Group[], sets: Sets, ordinary: string): Lexicon {
	const maps = {
		whole: new Map<string, Entry[]>(),
		first: new Map<string, Entry[]>(),
		last: new Map<string, Entry[]>(),
		sounds: new Map<string, Entry[]>(),
		soundsFirst: new Map<string, Entry[]>(),
		soundsLast: new Map<string, Entry[]>(),
		slips: new Map<string, string[]>(),
		phrases: new Map<string, { phrase: Phrase; group: Group }[]>(),
	};
	const addWord = (written: string, group: Group) => {
		const exact = written.startsWith("=");
		const begins = written.endsWith("-");
		const closes = written.startsWith("-");
		const bare = written.replace(/^[=-]|-$/g, "");
		const word = plain(bare);
		const entry: Entry = { group, capitals: exact && /^[A-Z0-9&]+$/.test(bare) };
		const forms = exact ? [word] : formsOf(word);
		for (const form of forms) push(closes && !begins ? maps.last : maps.whole, form, entry);
		if (closes && begins) for (const form of forms) push(maps.last, form, entry);
		if (begins) push(maps.first, word, entry);
		if (exact || group.class === "leftAlone") return;
		const sound = soundOf(word);
		if (word.length < shortest.sound) return;
		const spoken = new Set(["", "s", "e", "en"].map((ending) => soundOf(word + ending)));
		if (begins || !closes) for (const form of spoken) push(maps.sounds, form, entry);
		if (begins) push(maps.soundsFirst, sound, entry);
		if (closes) for (const form of spoken) push(maps.soundsLast, form, entry);
		if (word.length < shortest.slip || sound.length < shortest.sound || (closes && !begins)) return;
		for (const form of spoken) for (const slip of [form, ...withoutOne(form)]) push(maps.slips, slip, form);
	};
	const addPhrase = (written: string, group: Group) => {
		const phrase = phraseOf(written, sets);
		const value = { phrase, group };
		for (const key of keysOf(phrase[0] as Phrase[number])) push(maps.phrases, key, value);
	};
	for (const group of groups) {
		for (const written of group.words.split(/[,\n]/).map((one) => one.trim())) {
			if (written === "") continue;
			if (/[\s|<*#~]/.test(written)) addPhrase(written, group);
			else addWord(written, group);
		}
	}
	return { ...maps, ordinary: new Set(ordinary.split(/\s+/)) };
}
