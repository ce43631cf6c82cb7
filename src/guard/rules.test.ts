import { describe, expect, it } from "vitest";
import { type DataClass, type RecipientType, recipientTypeIds } from "../law/data-classes.ts";
import {
	type FindingClass,
	findingClassIds,
	type GuardFacts,
	guardDecision,
	isSetAside,
	type Marked,
	mayLoosen,
	maySetAside,
	type Outcome,
	outcomeOf,
	spanIn,
	wordState,
} from "./rules.ts";

// One letter a recipient, in their order: employer, uwv, municipality, insurer, carer, relation, authority, candidate.
// m = may, e = make it an extensive report, c = needs consent, a = not agreed, n = must go.
const letters: Record<Outcome, string> = { may: "m", makeExtensive: "e", needsConsent: "c", notAgreed: "a", never: "n" };
const row = (of: FindingClass, facts: Omit<GuardFacts, "to">) =>
	recipientTypeIds.map((to: RecipientType) => letters[outcomeOf(of, { ...facts, to }).outcome]).join("");
const all: readonly DataClass[] = ["progress", "capacity", "illness", "testScores", "profile", "bsn"];

describe("R7.2 — what a sentence does to a brief message, whatever was agreed and consented", () => {
	const table: Record<FindingClass, string> = {
		illness: "neeeenne",
		treatment: "neeeenne",
		practitioner: "neeeenne",
		sickLeave: "mmmmmnnm",
		capacity: "emmeenne",
		criminal: "nnnnnnnm",
		special: "nnnnnnnm",
		bsn: "nnnnnnnn",
		identifier: "nnnnnnnm",
		testScores: "neenenne",
	};
	for (const of of findingClassIds)
		it(`R7.2 — ${of}`, () => {
			expect(row(of, { kind: "brief", agreed: all, consented: all })).toBe(table[of]);
		});

	it("R6.1 — work capacity that was not agreed goes to nobody by itself", () => {
		expect(row("capacity", { kind: "brief", agreed: ["progress"], consented: [] })).toBe("eaaeenne");
	});
});

describe("R8.1 — what a sentence does to an extensive report", () => {
	it("R8.1 — illness never goes to an employer; elsewhere with consent only", () => {
		expect(row("illness", { kind: "extensive", agreed: all, consented: all })).toBe("nmmmmnnm");
		expect(row("illness", { kind: "extensive", agreed: all, consented: [] })).toBe("nccccnnc");
	});
	it("R8.1 — work capacity to an employer needs agreement and consent", () => {
		expect(row("capacity", { kind: "extensive", agreed: all, consented: all })).toBe("mmmmmnnm");
		expect(row("capacity", { kind: "extensive", agreed: all, consented: [] })).toBe("cmmccnnc");
		expect(row("capacity", { kind: "extensive", agreed: ["progress"], consented: ["capacity"] })).toBe("aaammnnm");
	});
	it("R4.1 — crime, belief, numbers and scores do not become allowed by being written at length", () => {
		for (const of of ["criminal", "special", "identifier", "bsn"] as const)
			expect(row(of, { kind: "extensive", agreed: all, consented: all }).slice(0, 7), of).toBe("nnnnnnn");
	});
});

const finding = (of: FindingClass, sentence: string, span = "0:x"): Marked => ({
	...{ start: 0, end: 1, class: of, rule: "r", reason: { nl: "x", en: "x" }, clause: "R8.1", sentence, span },
});
const brief: GuardFacts = { to: "employer", kind: "brief", agreed: all, consented: all };

it("R8.1 — the first finding that may not go answers for the text", () => {
	expect(guardDecision([], brief, []).allowed).toBe(true);
	expect(guardDecision([finding("sickLeave", "a"), finding("capacity", "b"), finding("illness", "c")], brief, [])).toMatchObject({
		allowed: false,
		because: "R7.2",
	});
});

it("R8.1 — set aside is one finding: that class and rule, those words at their place in that very sentence", () => {
	const sentence = "De heer Griep belt, want Griep heeft griep.";
	const aside = [{ class: "illness", rule: "r", span: "8:Griep", sentence }] as const;
	expect(isSetAside(finding("illness", sentence, "8:Griep"), aside)).toBe(true);
	expect(isSetAside(finding("illness", sentence, "25:Griep"), aside)).toBe(false);
	expect(isSetAside(finding("illness", sentence, "8:Grie"), aside)).toBe(false);
	expect(isSetAside({ ...finding("illness", sentence, "8:Griep"), rule: "other" }, aside)).toBe(false);
	expect(isSetAside(finding("treatment", sentence, "8:Griep"), aside)).toBe(false);
	expect(isSetAside(finding("illness", "De heer Griep belt niet.", "8:Griep"), aside)).toBe(false);
	expect(guardDecision([finding("illness", sentence, "8:Griep")], brief, aside).allowed).toBe(true);
	const two = [finding("illness", sentence, "8:Griep"), finding("illness", sentence, "38:griep")];
	expect(guardDecision(two, brief, aside)).toMatchObject({ allowed: false, because: "R8.1" });
});

it("R8.1 — the marked words stand in their sentence, also when they have a colon", () => {
	expect(spanIn("Oorzaak: stress.", "0:Oorzaak: stress")).toEqual({ before: "", words: "Oorzaak: stress", after: "." });
	expect(spanIn("De kanker van dat bedrijf.", "3:kanker")).toEqual({
		before: "De ",
		words: "kanker",
		after: " van dat bedrijf.",
	});
});

it("R8.1 — a second person sets aside: never who called it a false alarm, once, and by role", () => {
	const facts = { roles: ["coach"], own: false, decided: false, placed: true } as const;
	expect(maySetAside(facts).allowed).toBe(true);
	expect(maySetAside({ ...facts, own: true })).toMatchObject({ allowed: false, because: "R8.1" });
	expect(maySetAside({ ...facts, roles: ["dpo"], decided: true }).allowed).toBe(false);
	expect(maySetAside({ ...facts, placed: false })).toMatchObject({ allowed: false, because: "R8.1" });
	expect(maySetAside({ ...facts, roles: ["finance"] }).allowed).toBe(false);
});

describe("R8.1 — the agency's own words", () => {
	const word = { class: "illness", confirmed: false, leaving: false, ended: false } as const;
	it("R8.1 — what makes it stricter counts at once, what loosens it waits for a second person", () => {
		expect(wordState(word)).toBe("inUse");
		expect(wordState({ ...word, leaving: true })).toBe("leaving");
		expect(wordState({ ...word, ended: true })).toBe("ended");
		expect(wordState({ ...word, class: "leftAlone" })).toBe("proposed");
		expect(wordState({ ...word, class: "leftAlone", confirmed: true })).toBe("inUse");
		expect(wordState({ ...word, class: "leftAlone", ended: true })).toBe("ended");
	});
	it("R8.1 — the second person is another than who proposed, with the role for it, on what waits", () => {
		for (const state of ["proposed", "leaving"] as const) {
			expect(mayLoosen({ roles: ["coordinator"], own: false, state }).allowed).toBe(true);
			expect(mayLoosen({ roles: ["dpo"], own: true, state })).toMatchObject({ allowed: false, because: "R8.1" });
			expect(mayLoosen({ roles: ["coach"], own: false, state })).toMatchObject({ allowed: false, because: "R8.1" });
		}
		for (const state of ["inUse", "ended"] as const)
			expect(mayLoosen({ roles: ["dpo"], own: false, state })).toMatchObject({ allowed: false, because: "R8.1" });
	});
});
