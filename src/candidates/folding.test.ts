import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begins, fold, searchValues, wantedValues, wholeName } from "./folding.ts";

const finds = (typed: string, name: Parameters<typeof searchValues>[0]) => {
	const values = new Set(searchValues(name));
	const wanted = wantedValues(typed);
	return wanted.length > 0 && wanted.every((value) => values.has(value));
};

describe("R3.a — names are found however they are typed", () => {
	it.each([
		["Zoë", "zoe"],
		["Groß", "gross"],
		["Bjørn", "bjorn"],
		["Işık", "isik"],
		["Łukasz", "lukasz"],
		["Ĳsbrand", "ijsbrand"],
		["IJsbrand", "ijsbrand"],
		["O’Brien", "obrien"],
		["'s-Gravesande", "sgravesande"],
		["Anne-Marie", "annemarie"],
		["Đorđe", "dorde"],
		["ÆSIR", "aesir"],
		["İbrahim", "ibrahim"],
	])("R3.a — %s is folded to %s", (name, folded) => expect(fold(name)).toBe(folded));

	it("R3.a — folding twice changes nothing", () => {
		fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
		fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(fold(text)) === fold(text)));
	});

	it("R3.a — every beginning of two letters or more of every part finds the person", () => {
		const part = fc.stringMatching(/^[A-Za-zÀ-ž]{2,24}$/);
		fc.assert(
			fc.property(part, fc.option(part, { nil: undefined }), part, fc.nat(30), (given, infix, family, cut) => {
				const name = { given, family, ...(infix && { infix }) };
				for (const text of [given, infix, family].filter((one) => one !== undefined)) {
					expect(finds([...fold(text)].slice(0, 2 + (cut % 23)).join(""), name)).toBe(true);
				}
			}),
		);
	});

	it.each([
		["sofie berg", true],
		["berg sof", true],
		["van den berg", true],
		["vandenb", true],
		["SÓFIE", true],
		["s berg", false],
		["bergen", false],
		["sofie jansen", false],
		["", false],
	])("R3.a — “%s” finds Sofie van den Berg: %s", (typed, found) => {
		expect(finds(typed, { given: "Sofie", infix: "van den", family: "Berg" })).toBe(found);
	});

	it("R3.a — hyphens and apostrophes may be typed or left out, and each part is found", () => {
		const name = { given: "Anne-Marie", family: "d'Hondt-Jansen" };
		for (const typed of [
			"annemarie",
			"Anne-Marie",
			"anne marie",
			"marie",
			"dhondt",
			"d'hondt",
			"hondt",
			"jansen",
			"d’Hondt-Jansen",
		]) {
			expect(finds(typed, name), typed).toBe(true);
		}
	});

	it("R3.a — a name of one letter is found by that letter, and one letter finds no longer name", () => {
		expect(finds("o", { given: "Li", family: "O" })).toBe(true);
		expect(finds("l", { given: "Li", family: "O" })).toBe(false);
	});

	it("R3.a — the same name in other capitals and with another infix may be the same person", () => {
		expect(wholeName({ given: "Zoë", infix: "de", family: "Wit" })).toBe(wholeName({ given: "ZOE", family: "wit" }));
		expect(wholeName({ given: "Zoë", family: "Wit" })).not.toBe(wholeName({ given: "Zoë", family: "Witte" }));
	});

	it("R4.2 — an organisation is found by the beginnings of its words", () => {
		expect(begins("Bakkerij De Korenaar B.V.", wantedValues("koren bak"))).toBe(true);
		expect(begins("Bakkerij De Korenaar B.V.", wantedValues("molen"))).toBe(false);
		expect(begins("Bakkerij", [])).toBe(false);
	});
});

it("R3.a — the name of an organisation is found by the same beginnings as that of a person", () => {
	const names = fc.stringMatching(/^[A-Za-zÀ-ž' -]{1,30}$/);
	fc.assert(
		fc.property(names, names, fc.nat(30), (family, other, cut) => {
			const searched = new Set(searchValues({ family }));
			for (const word of [...wantedValues(family), ...wantedValues(other)]) {
				const typed = [...word].slice(0, 1 + cut).join("");
				expect(begins(family, [typed])).toBe(searched.has(typed));
			}
		}),
	);
});
