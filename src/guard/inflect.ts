/** The forms in which a Dutch (or English) word is met: plural, diminutive, adjective ending. Rather one too many than one too few. */
export function formsOf(word: string): string[] {
	const forms = new Set([word]);
	if (word.length < 4) return [word, `${word}s`];
	const last = word.at(-1) as string;
	for (const ending of ["s", "e", "en", "es"]) forms.add(word + ending);
	forms.add(`${word}je`).add(`${word}jes`).add(`${word}tje`).add(`${word}tjes`);
	if (last === "m") forms.add(`${word}pje`).add(`${word}pjes`);
	if (/[^aeiou][aeiou][bdfgklmnprst]$/.test(word)) {
		for (const ending of ["e", "en", "etje", "etjes"]) forms.add(word + last + ending); // aanval, aanvallen
	}
	const long = /^(.*)(aa|ee|oo|uu)([bdfgklmnprst])$/.exec(word);
	if (long) {
		const [, start, sounds, end] = long as unknown as [string, string, string, string];
		const soft = end === "f" ? "v" : end === "s" ? "z" : end;
		for (const ending of ["e", "en"]) forms.add(start + sounds[0] + soft + ending); // oor, oren; gevangenisstraf
	}
	if (/[^aeiou]?(ij|ui|ie|eu|oe|ou|ei)[fs]$/.test(word)) {
		for (const ending of ["e", "en"]) forms.add(word.slice(0, -1) + (last === "f" ? "v" : "z") + ending); // ziekenhuis, depressief
	}
	if (word.endsWith("heid")) forms.add(`${word.slice(0, -4)}heden`);
	if (last === "e" && !word.endsWith("ee")) forms.add(`${word}n`);
	if (word.endsWith("y")) forms.add(`${word.slice(0, -1)}ies`);
	if (word.endsWith("um")) forms.add(`${word.slice(0, -2)}a`);
	if (word.endsWith("us")) forms.add(`${word.slice(0, -2)}i`);
	return [...forms];
}

const sounds: readonly (readonly [RegExp, string])[] = [
	[/ph/g, "f"],
	[/th/g, "t"],
	[/sch(?=$|e)/g, "s"],
	[/ch/g, "g"],
	[/ck|q|c(?![eiy])/g, "k"],
	[/c/g, "s"],
	[/x/g, "ks"],
	[/ij|ei|ey/g, "0"],
	[/ouw|auw|ou|au/g, "1"],
	[/ie|y/g, "i"],
	[/rh/g, "r"],
	[/z/g, "s"],
	[/v/g, "f"],
	[/(.)\1+/g, "$1"],
	[/dt$|d$/g, "t"],
];

const heard = new Map<string, string>();
const most = 50_000;

/** How a word sounds, so that "psygoloog" is "psycholoog". Each replacement is one pass over at most sixty-four letters. */
export function soundOf(word: string): string {
	const known = heard.get(word);
	if (known !== undefined) return known;
	let sound = word;
	for (const [what, by] of sounds) sound = sound.replace(what, by);
	if (heard.size > most) heard.clear();
	heard.set(word, sound);
	return sound;
}

/** Every way to leave out one letter. */
export function withoutOne(word: string): string[] {
	const all: string[] = [];
	for (let index = 0; index < word.length; index++) all.push(word.slice(0, index) + word.slice(index + 1));
	return all;
}

/** Is one word the other with one letter more, fewer, other or swapped? */
export function oneSlip(one: string, two: string): boolean {
	if (one === two) return true;
	let from = 0;
	while (from < one.length && one[from] === two[from]) from++;
	const rest = (word: string, by: number) => word.slice(from + by);
	if (rest(one, 1) === rest(two, 1) || rest(one, 1) === rest(two, 0) || rest(one, 0) === rest(two, 1)) return true;
	return one[from] === two[from + 1] && one[from + 1] === two[from] && rest(one, 2) === rest(two, 2);
}

/** How a word of the lexicon is looked up: small letters without accents, hyphens and apostrophes. */
export const plain = (word: string) =>
	word
		.normalize("NFKD")
		.replace(/\p{M}|[-'=]/gu, "")
		.toLowerCase();
