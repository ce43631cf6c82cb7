import { describe, expect, it } from "vitest";
import { type CommissionerKind, commissionerKindIds } from "../law/assignment-types.ts";
import { categories, categoryIds } from "../law/categories.ts";
import { dataClasses, type RecipientType, recipientTypeIds, recipientTypeOf } from "../law/data-classes.ts";
import type { Decision } from "../law/decision.ts";
import { beyondTheLaw } from "../law/no-objection.ts";
import {
	type AgreementLine,
	lineParts,
	mayAgree,
	mayChange,
	mayReceive,
	mayRecordInformed,
	mayReplace,
	mayReport,
	mayStart,
	mayWrite,
	stillNeeded,
} from "./rules.ts";

const line: AgreementLine = {
	id: "l1",
	rootId: "l1",
	since: "2026-09-01",
	contactId: "petra",
	categories: ["progress"],
	form: "written",
	about: "progress",
	kind: "extensive",
	purpose: "assignments",
	everyMonths: 2,
	everyWeeks: null,
	afterDays: null,
	atEnd: false,
	firstDue: null,
};
const said = (decision: Decision) => (decision.allowed ? `yes ${decision.under}` : `no ${decision.because}`);
const informed = { id: "a", version: 1, informedAt: new Date("2026-09-02") };
const untold = { id: "a", version: 1, informedAt: null };
const petra = { type: "employer" as RecipientType, left: false, verified: true };

describe("R6.1 — when a trajectory may start", () => {
	it.each([
		["without an agreement", undefined, "no R6.1"],
		["with one that the candidate was not told of", untold, "no R6.1"],
		["with one that the candidate was told of", informed, "yes R6.1"],
	])("R6.1 — %s", (_, agreement, expected) => expect(said(mayStart({ agreement }))).toBe(expected));
});

describe("R6.1 — when a report may be made", () => {
	for (const agreement of [undefined, untold, informed]) {
		for (const inForce of [undefined, line]) {
			for (const left of [false, true]) {
				for (const verified of [false, true]) {
					const expected = !agreement?.informedAt || !inForce || left ? "no R6.1" : verified ? "yes R6.1" : "no R9.1";
					it(`R6.1 — ${agreement ? (agreement.informedAt ? "informed" : "not informed") : "no agreement"}, ${inForce ? "in force" : "no longer in force"}, ${left ? "left" : "there"}, address ${verified ? "verified" : "not verified"}: ${expected}`, () =>
						expect(said(mayReport(inForce, { agreement, recipient: { ...petra, left, verified }, consented: [] }))).toBe(
							expected,
						));
				}
			}
		}
	}
});

describe("R6.1 — what may be agreed, for every recipient and category", () => {
	for (const type of recipientTypeIds) {
		for (const category of categoryIds) {
			const needs = dataClasses[categories[category].dataClass].to[type];
			it(`R6.1 — ${category} to ${type} (${needs})`, () =>
				expect(mayAgree({ ...line, categories: [category] }, { ...petra, type }).allowed).toBe(
					["agreement", "consent", "agreementAndConsent"].includes(needs),
				));
			const consented = [categories[category].dataClass];
			it(`R8.1 — a report on ${category} to ${type} (${needs}) goes only with a consent in force where one is needed`, () => {
				const facts = { agreement: informed, recipient: { ...petra, type } };
				const on = { ...line, categories: [category] };
				expect(mayReport(on, { ...facts, consented: [] }).allowed).toBe(needs === "agreement");
				if (beyondTheLaw(type, categories[category].dataClass))
					expect(mayReport(on, { ...facts, consented })).toMatchObject({ allowed: false, because: "R4.1" });
				expect(mayReport(on, { ...facts, consented, noObjection: consented }).allowed).toBe(mayWrite(on, facts).allowed);
				for (const other of categoryIds.filter((one) => categories[one].dataClass !== categories[category].dataClass))
					expect(mayReport(on, { ...facts, consented: [categories[other].dataClass] }).allowed).toBe(needs === "agreement");
				expect(stillNeeded(on, { type })).toEqual(needs.toLowerCase().includes("consent") ? consented : []);
				expect(stillNeeded(on, { type }, consented)).toEqual([]);
			});
		}
	}
	it("R8.1 — one category that may not go refuses the whole line", () =>
		expect(said(mayAgree({ ...line, categories: ["progress", "illness"] }, petra))).toBe("no R8.1"));
	it("R6.1 — a line about nothing is refused", () => expect(said(mayAgree({ ...line, categories: [] }, petra))).toBe("no R6.1"));
	it.each([
		["written", "extensive", "yes R6.1"],
		["written", "brief", "yes R6.1"],
		["oral", "brief", "yes R6.1"],
		["oral", "extensive", "no R7.1"],
	] as const)("R7.1 — %s and %s: %s", (form, kind, expected) =>
		expect(said(mayAgree({ ...line, form, kind }, petra))).toBe(expected),
	);
	it.each([
		["written", false, true, "yes R6.1"],
		["written", false, false, "no R9.1"],
		["written", true, true, "no R6.1"],
		["written", true, false, "no R6.1"],
		["oral", false, true, "yes R6.1"],
		["oral", false, false, "yes R6.1"],
		["oral", true, true, "no R6.1"],
		["oral", true, false, "no R6.1"],
	] as const)("R9.1 — %s, left %s, verified %s: %s", (form, left, verified, expected) =>
		expect(said(mayReceive(form, { type: "employer", left, verified }))).toBe(expected),
	);
});

it("R8.1 — a company doctor is a doctor whoever employs them; any other contact is what their commissioner is", () => {
	for (const kind of commissionerKindIds) {
		expect(recipientTypeOf(kind, "companyDoctor")).toBe("carer");
		const other = kind === "selfPaying" ? "candidate" : (kind satisfies Exclude<CommissionerKind, "selfPaying">);
		for (const contact of ["contact", "labourExpert", "caseManager"]) expect(recipientTypeOf(kind, contact)).toBe(other);
	}
});

describe("R6.1 — a new version must differ", () => {
	it("R6.1 — the first always may, also one that says nobody gets anything", () => {
		expect(mayReplace(undefined, []).allowed).toBe(true);
		expect(mayReplace([line], []).allowed).toBe(true);
	});
	it("R6.1 — the same lines are refused", () => expect(said(mayReplace([line], [{ ...line }]))).toBe("no R6.1"));
	const other: Partial<Record<(typeof lineParts)[number], unknown>> = {
		contactId: "joost",
		categories: ["attendance"],
		form: "oral",
		kind: "brief",
		about: "final",
		purpose: "law",
		everyMonths: 3,
		everyWeeks: 6,
		afterDays: 28,
		atEnd: true,
		firstDue: "2026-11-01",
	};
	it.each(lineParts)("R6.1 — a change of %s is a change", (part) =>
		expect(mayReplace([line], [{ ...line, [part]: other[part] }]).allowed).toBe(true),
	);
});

it.each([
	["2026-11-23", null, "yes R6.1"],
	["2026-11-24", null, "no R6.1"],
	["2026-11-01", "2026-11-01", "yes R6.1"],
	["2026-10-31", "2026-11-01", "no R6.1"],
])("R6.1 — told on %s, not before %s: %s", (on, notBefore, expected) =>
	expect(said(mayRecordInformed({ on, today: "2026-11-23", notBefore }))).toBe(expected),
);

it.each([
	["registered", "yes R6.1"],
	["started", "yes R6.1"],
	["closed", "no R6.1"],
])("R6.1 — changing an agreement of a trajectory that is %s: %s", (state, expected) =>
	expect(said(mayChange(state))).toBe(expected),
);
