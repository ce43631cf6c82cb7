import type { Bilingual } from "../law/bilingual.ts";
import type { Folded } from "./letters.ts";
import type { FindingClass } from "./rules.ts";

export interface NumberFound {
	readonly class: FindingClass;
	readonly rule: string;
	readonly why: Bilingual;
	/** Offsets in the folded text. */
	readonly from: number;
	readonly to: number;
}

/** The eleven-test of a citizen service number (weights 9 to 2 and −1); nine zeroes are no number (UAVG 46). */
export function elevenTest(digits: string): boolean {
	if (!/^\d{9}$/.test(digits) || digits === "000000000") return false;
	let sum = -Number(digits[8]);
	for (let index = 0; index < 8; index++) sum += (9 - index) * Number(digits[index]);
	return sum % 11 === 0;
}

/** ISO 13616: the remainder of 97, letter by letter, is 1. */
export function isIban(text: string): boolean {
	if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/.test(text)) return false;
	let rest = 0;
	for (const sign of text.slice(4) + text.slice(0, 4)) {
		const value = Number.parseInt(sign, 36);
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
}

const near = 40;
const bsnWords = /bsn|burgerservice|sofi|citizen service|social security/;
const otherWords =
	/dossier|zaak|rechtbank|factuur|order|kenmerk|ref(erentie)?[ .:]|kvk|ktr|polis|artikel|zaaknr|zaaknummer|offerte|tel[ .:]|telefoon|mobiel|invoice|phone|klantnr|klantnummer|bestel|dossiernummer|projectnummer|tracking|pakbon/;
const ours = /\bons\b|\bonze\b|\bbureau\b|\bour\b|\bus\b/;
const documentWords = /paspoort|id-?kaart|identiteit|documentn|legitimatie|passport|id card|identity|rijbewijsn|verblijfs/;
const alienWords = /v-?nummer|vreemdeling|verblijfs|alien number/;

const why = {
	bsn: {
		nl: "Een burgerservicenummer (elfproef) hoort niet in een tekst.",
		en: "A citizen service number (eleven-test) does not belong in a text.",
	},
	iban: { nl: "Een rekeningnummer van een persoon.", en: "A person's bank account number." },
	document: { nl: "Het nummer van een identiteitsbewijs.", en: "The number of an identity document." },
	alien: { nl: "Een vreemdelingennummer.", en: "An immigration number." },
};

interface Digits {
	readonly from: number;
	readonly to: number;
}
const isDigit = (sign: string | undefined) => sign !== undefined && sign >= "0" && sign <= "9";
const separator = /[ ._\-/]/;

/** The groups of digits from here on, with single separators between them; a bounded way. */
function groupsAt(text: string, start: number): Digits[] {
	const groups: Digits[] = [];
	let from = start;
	for (let index = start; index - start < 32; index++) {
		if (isDigit(text[index])) continue;
		groups.push({ from, to: index });
		if (!separator.test(text[index] ?? "") || !isDigit(text[index + 1])) break;
		from = index + 1;
	}
	return groups;
}

/** A number that begins with this group: all of the digits that stand together here, or some of them beside a date or another number. */
function numberAt(text: string, from: number): NumberFound | undefined {
	const groups = groupsAt(text, from);
	const before = text.slice(Math.max(0, from - near), from);
	const line = before.slice(before.lastIndexOf("\n") + 1);
	const begins = !(separator.test(text[from - 1] ?? "") && isDigit(text[from - 2]));
	for (let n = groups.length; n > 0; n--) {
		const to = groups[n - 1]?.to as number;
		const digits = text.slice(from, to).replace(/\D/g, "");
		if (digits.length < 8 || digits.length > 10) continue;
		const whole = begins && n === groups.length;
		if (digits.length === 10) {
			if (whole && alienWords.test(line)) return { class: "identifier", rule: "alien", why: why.alien, from, to };
			continue;
		}
		const called = bsnWords.test(line) || bsnWords.test(text.slice(to, to + 12));
		const one = { class: "bsn", why: why.bsn, from, to } as const;
		const passes = elevenTest(digits.padStart(9, "0"));
		const alone = whole || n === 1;
		if (called && (digits.length === 9 ? passes || alone : passes && alone)) return { ...one, rule: "bsn" };
		if (digits.length !== 9 || !passes || otherWords.test(line)) continue;
		const shaped = n === 1 || /^(\d{4}\D\d\d\D\d{3}|\d{3}\D\d{3}\D\d{3})$/.test(text.slice(from, to));
		// Of a company: "NL123456782B01".
		if ((whole || shaped) && !/^b\d\d/.test(text.slice(to, to + 3))) return { ...one, rule: "elevenTest" };
	}
	return undefined;
}

function lettered(text: string, from: number): NumberFound | undefined {
	const letters = text.slice(from, from + 42);
	if (/^[a-z]{2} ?\d{2}/.test(letters)) {
		let bare = "";
		for (let index = 0; index < letters.length; index++) {
			const sign = letters[index] as string;
			if (sign === " " || sign === "." || sign === "-") continue;
			if (!/[a-z0-9]/.test(sign)) break;
			bare += sign;
			if (bare.length === ibanLength(bare)) {
				const to = from + index + 1;
				if (isIban(bare) && !ours.test(text.slice(Math.max(0, from - near), from)))
					return { class: "identifier", rule: "iban", why: why.iban, from, to };
				break;
			}
		}
	}
	if (/^[a-z]{2}[a-z0-9]{6}\d(?![a-z0-9])/.test(letters) && /\d.*\d/.test(letters.slice(0, 9))) {
		const around = text.slice(Math.max(0, from - near), from) + text.slice(from + 9, from + 9 + near);
		if (documentWords.test(around)) return { class: "identifier", rule: "document", why: why.document, from, to: from + 9 };
	}
	return undefined;
}

const lengths: Readonly<Record<string, number>> = {
	nl: 18,
	be: 16,
	de: 22,
	fr: 27,
	gb: 22,
	es: 24,
	pl: 28,
	it: 27,
	at: 20,
	pt: 25,
	ro: 24,
};
const ibanLength = (text: string) => lengths[text.slice(0, 2)] ?? 0;

/** Numbers that say who somebody is. One pass; each position looks a bounded way ahead and back. */
export function numbersIn({ text }: Folded, meter: { steps: number }): NumberFound[] {
	const found: NumberFound[] = [];
	for (let from = 0; from < text.length; ) {
		meter.steps++;
		const sign = text[from] as string;
		const last = text[from - 1];
		let one: NumberFound | undefined;
		if (isDigit(sign)) one = isDigit(last) ? undefined : numberAt(text, from);
		else if (sign >= "a" && sign <= "z" && !/[a-z0-9]/.test(last ?? " ")) one = lettered(text, from);
		if (one) found.push(one);
		from = one ? one.to : from + 1;
	}
	return found;
}
