import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexiconWith } from "./lexicon/base.ts";
import { readText } from "./read.ts";
import type { FindingClass } from "./rules.ts";

const lexicon = lexiconWith();
const found = (text: string) => readText(text, lexicon).map((one) => `${one.class}: ${text.slice(one.start, one.end)}`);
const classes = (text: string): FindingClass[] => [...new Set(readText(text, lexicon).map((one) => one.class))];

describe("R8.1 — what stands inside a sentence", () => {
	it("R8.1 — each finding has its span in the text as given, its class, rule, reason and clause", () => {
		const text = "Zij slikt antidepressiva en ziet haar psycholoog.";
		expect(readText(text, lexicon).map((one) => [text.slice(one.start, one.end), one.class, one.clause])).toEqual([
			["antidepressiva", "treatment", "R8.1"],
			["psycholoog", "practitioner", "R8.1"],
		]);
		for (const one of readText(text, lexicon)) {
			expect(one.reason.nl).not.toBe("");
			expect(one.reason.en).not.toBe("");
			expect(one.rule).toMatch(/^[a-zA-Z.]+$/);
		}
	});

	it("R8.1 — compounds, inflections, slips and shorthand are found", () => {
		for (const word of [
			"rugklachten",
			"winterdepressies",
			"burn-outklachten",
			"deppresief",
			"fybromialgie",
			"psygische problemen",
		])
			expect(classes(`Kandidaat heeft ${word}.`), word).toContain("illness");
		expect(classes("bkd met ptss, ivm medikatie moe")).toEqual(["illness", "treatment"]);
	});

	it("R8.1 — work capacity is not taken for illness", () => {
		expect(classes("Kandidaat kan vier uur per dag werken en mag niet zwaar tillen.")).toEqual(["capacity"]);
	});

	it("R8.1 — trades, vacancies, surnames, courses and figures of speech are left alone", () => {
		for (const text of [
			"Zij solliciteerde als psychiatrisch verpleegkundige bij een huisartsenpraktijk.",
			"De heer Griep en mevrouw De Dokter bellen morgen.",
			"De aanvraag is in behandeling bij de gemeente.",
			"Hij is verslaafd aan koffie en ziek van de files.",
			"Zij volgde de cursus Omgaan met autisme.",
		])
			expect(found(text), text).toEqual([]);
	});

	it("R8.1 — what befell somebody during or after work or a course is found, a course or job about it is not", () => {
		for (const text of [
			"In haar vorige functie raakte zij overspannen.",
			"Tijdens de opleiding kreeg hij een psychose.",
			"Na de training was zij depressief.",
			"Gedurende de stage ontstond een psychose.",
		])
			expect(classes(text), text).toEqual(["illness"]);
		expect(found("Zij volgde een training over depressie.")).toEqual([]);
	});

	it("R8.1 — capitals make no name of an illness", () => {
		for (const text of [
			"Hij Heeft Een Depressie.",
			"Diagnose: Ernstige Depressie",
			"Conclusie: Depressie",
			"Conclusie: Ernstige Depressie",
			"De Depressie is terug.",
		])
			expect(
				found(text).some((one) => one.includes("Depressie")),
				text,
			).toBe(true);
		for (const text of ["Collega Anna De Griep belt.", "Petra de Dokter belt morgen.", "Mevrouw De Dokter belt."])
			expect(found(text), text).toEqual([]);
	});

	it("R8.1 — a particle and a capital make no name of an illness either", () => {
		for (const text of [
			"Last van de Depressie.",
			"Zij heeft Last Van De Depressie",
			"Heeft veel last van De Griep.",
			"Herstel van de Griep duurt lang.",
			"Gevolg Van De Burn-out: hij werkt minder.",
			"Klachten van de Hernia nemen toe.",
			"Zij heeft een Zware Depressie gehad.",
			"De gevolgen Van De Kanker zijn groot.",
			"Sinds De Griep werkt hij halve dagen.",
		])
			expect(found(text), text).not.toEqual([]);
		for (const text of [
			"Jan van de Griep belt morgen.",
			"Ik sprak Van de Griep over de vacature.",
			"Het gesprek met De Dokter ging goed.",
			"De heer Van De Griep belt.",
			"Mevrouw A. van der Pijn tekent.",
			"Hij sprak met Fatima el Kramp.",
			"Contactpersoon is mw. De Griep.",
			"Van De Griep belt morgen terug.",
		])
			expect(found(text), text).toEqual([]);
	});

	it("R8.1 — a denied diagnosis still tells of one; a denied sick leave tells nothing", () => {
		expect(classes("Hij heeft geen depressie meer.")).toEqual(["illness"]);
		expect(classes("Hij was deze maand niet ziek.")).toEqual([]);
		expect(classes("Bij ziekte meldt u zich voor negen uur af.")).toEqual([]);
	});

	it("R4.1 — a citizen service number passes the eleven-test, an order number is left alone", () => {
		expect(classes("Haar nummer is 111222333.")).toEqual(["bsn"]);
		expect(classes("Haar nummer is 111222334.")).toEqual([]);
		expect(classes("Ordernummer 111222333")).toEqual([]);
		expect(classes("Overmaken naar NL20 INGB 0001 2345 67")).toEqual(["identifier"]);
		expect(classes("Overmaken naar NL21 INGB 0001 2345 67")).toEqual([]);
	});

	it("R4.1 — a citizen service number beside another number, or stuck to letters, is found; other numbers are left alone", () => {
		for (const [text, number] of [
			["BSN 123456782 12-03-1980", "123456782"],
			["BSN 1234 56 782 12-03-1980", "1234 56 782"],
			["2024 123456782", "123456782"],
			["12-03-1980 1234.56.782", "1234.56.782"],
			["BSN123456782", "123456782"],
			["bsn:123456782geb", "123456782"],
			["123_456_782", "123_456_782"],
		] as const)
			expect(found(text), text).toEqual([`bsn: ${number}`]);
		for (const text of [
			"NL123456782B01",
			"+31 6 12345678",
			"030 234 5678",
			"1234567820",
			"geb. 12-03-1980",
			"KvK 12345678 van 2024",
		])
			expect(found(text), text).toEqual([]);
	});

	it("R8.1 — tricks with letters hide nothing, and the span is that of the text as given", () => {
		const tricks = [
			"dep\u200bressie",
			"dep\u00adressie",
			"d e p r e s s i e",
			"dеprеssiе",
			"ｄｅｐｒｅｓｓｉｅ",
			"de\u0301pressie",
			"d.e.p.r.e.s.s.i.e",
			"depre55ie",
		];
		for (const trick of tricks) expect(found(`Hij heeft ${trick} gehad.`), trick).toEqual([`illness: ${trick}`]);
	});
});

describe("R8.1 — hostile text", () => {
	it("R8.1 — no text makes it fail, and every span lies in the text", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ maxLength: 300 })), (text) => {
				for (const one of readText(text, lexicon)) {
					expect(one.start).toBeGreaterThanOrEqual(0);
					expect(one.end).toBeGreaterThan(one.start);
					expect(one.end).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it("R8.1 — a word of the lexicon is found whatever stands around it in other sentences", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 80 }), (around) => {
				const text = `${around}\nZij heeft epilepsie.\n${around}`;
				expect(classes(text)).toContain("illness");
			}),
			{ numRuns: 100 },
		);
	});

	const shapes: Readonly<Record<string, (size: number) => string>> = {
		"one endless word": (size) => "depressie".repeat(size),
		"letters with spaces": (size) => "a ".repeat(size * 4),
		hyphens: (size) => "rug-".repeat(size * 2),
		"phrases that begin and never end": (size) => "kan niet heeft last van haar zijn de ".repeat(size),
		digits: (size) => "1 2.3-".repeat(size),
		"numbers side by side": (size) => "123456783 1234 56 783_".repeat(size),
		"marks on one letter": (size) => `e${"\u0301".repeat(size * 8)}`,
		"one long sentence of findings": (size) => "ziek met griep en rugpijn ".repeat(size),
		"country codes": (size) => "nl20 ".repeat(size * 2),
	};
	for (const [name, make] of Object.entries(shapes)) {
		it(`R8.1 — twice the text is at most twice the work: ${name}`, () => {
			const steps = (size: number) => {
				const meter = { steps: 0 };
				readText(make(size), lexicon, meter);
				return meter.steps;
			};
			expect(steps(2000)).toBeLessThan(steps(1000) * 2.1);
			expect(steps(4000)).toBeLessThan(steps(1000) * 4.2);
		});
	}
});
