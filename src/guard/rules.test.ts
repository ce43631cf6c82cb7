import { describe, expect, it } from "vitest";
import { type DataClass, type RecipientType, recipientTypeIds } from "../law/data-classes.ts";
import {
	type FindingClass,
	findingClassIds,
	type GuardFacts,
	guardDecision,
	isSetAside,
	type Marked,
	maySetAside,
	type Outcome,
	outcomeOf,
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

const finding = (of: FindingClass, sentence: string): Marked => ({
	...{ start: 0, end: 1, class: of, rule: "r", reason: { nl: "x", en: "x" }, clause: "R8.1", sentence },
});
const brief: GuardFacts = { to: "employer", kind: "brief", agreed: all, consented: all };

it("R8.1 — the first finding that may not go answers for the text", () => {
	expect(guardDecision([], brief, []).allowed).toBe(true);
	expect(guardDecision([finding("sickLeave", "a"), finding("capacity", "b"), finding("illness", "c")], brief, [])).toMatchObject({
		allowed: false,
		because: "R7.2",
	});
});

it("R8.1 — set aside is that class in that very sentence, and nothing else", () => {
	const aside = [{ class: "illness", sentence: "De heer Griep belt." }] as const;
	expect(isSetAside(finding("illness", "De heer Griep belt."), aside)).toBe(true);
	expect(isSetAside(finding("illness", "De heer Griep belt niet."), aside)).toBe(false);
	expect(isSetAside(finding("treatment", "De heer Griep belt."), aside)).toBe(false);
	expect(guardDecision([finding("illness", "De heer Griep belt.")], brief, aside).allowed).toBe(true);
});

it("R8.1 — a second person sets aside: never who called it a false alarm, once, and by role", () => {
	expect(maySetAside({ roles: ["coach"], own: false, decided: false }).allowed).toBe(true);
	expect(maySetAside({ roles: ["coach"], own: true, decided: false })).toMatchObject({ allowed: false, because: "R8.1" });
	expect(maySetAside({ roles: ["dpo"], own: false, decided: true }).allowed).toBe(false);
	expect(maySetAside({ roles: ["finance"], own: false, decided: false }).allowed).toBe(false);
});
