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

/** A number beginning here: its digits, how far it runs, with single separators between digits. */
function run(text: string, from: number): { digits: string; to: number } {
	let digits = "";
	let to = from;
	for (let index = from; index < text.length && index - from < 32; index++) {
		const sign = text[index] as string;
		if (sign >= "0" && sign <= "9") {
			digits += sign;
			to = index + 1;
		} else if (!/[ .\-/]/.test(sign) || !/\d/.test(text[index + 1] ?? "")) break;
	}
	return { digits, to };
}

function numberAt(text: string, from: number): NumberFound | { to: number } {
	const { digits, to } = run(text, from);
	const before = text.slice(Math.max(0, from - near), from);
	const line = before.slice(before.lastIndexOf("\n") + 1);
	if (digits.length === 10 && alienWords.test(line)) return { class: "identifier", rule: "alien", why: why.alien, from, to };
	if (digits.length !== 9 && digits.length !== 8) return { to };
	const called = bsnWords.test(line) || bsnWords.test(text.slice(to, to + 12));
	if (called && (digits.length === 9 || elevenTest(`0${digits}`))) return { class: "bsn", rule: "bsn", why: why.bsn, from, to };
	if (elevenTest(digits) && !otherWords.test(line) && !/[a-z]/.test(text[to] ?? ""))
		return { class: "bsn", rule: "elevenTest", why: why.bsn, from, to };
	return { to };
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
		const begins = from === 0 || !/[a-z0-9]/.test(text[from - 1] as string);
		if (begins && sign >= "0" && sign <= "9") {
			const one = numberAt(text, from);
			if ("class" in one) found.push(one);
			from = Math.max(one.to, from + 1);
			continue;
		}
		const one = begins && sign >= "a" && sign <= "z" ? lettered(text, from) : undefined;
		if (one) found.push(one);
		from = one ? one.to : from + 1;
	}
	return found;
}
