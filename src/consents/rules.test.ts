import { describe, expect, it } from "vitest";
import { jpegOf, pngOf } from "../../test/pictures.ts";
import { consentKindIds, consentText, consentVersions, noticeParts } from "../law/consents.ts";
import { type DataClass, dataClasses, dataClassIds, recipientTypeIds } from "../law/data-classes.ts";
import {
	type AskedOf,
	type ConsentEventKind,
	consentStates,
	consentSteps,
	isInForce,
	mayAnswer,
	mayAsk,
	mayHappen,
	scanTypeOf,
	stateOn,
} from "./rules.ts";

const day = { until: "2027-05-23", today: "2026-11-23" };
const ask = (kind: (typeof consentKindIds)[number], recipient: AskedOf, dataClass: DataClass) =>
	mayAsk({ kind, recipient, dataClasses: [dataClass], lines: ["x"], document: false, waiting: false, ...day }).allowed;

describe("R8.1 — what may be asked, for every kind, recipient and class of data", () => {
	for (const recipient of [...recipientTypeIds, "agency"] as const) {
		for (const dataClass of dataClassIds) {
			it(`R8.1 — ${dataClass}, ${recipient}`, () => {
				const needs: string = recipient === "agency" ? "no" : dataClasses[dataClass].to[recipient];
				const health = dataClass === "capacity" || dataClass === "illness";
				const consent = ["consent", "agreementAndConsent"].includes(needs);
				expect(ask("disclose", recipient, dataClass)).toBe(consent);
				expect(ask("hold", recipient, dataClass)).toBe(recipient === "agency" && health);
				expect(ask("ask", recipient, dataClass)).toBe(recipient === "carer" && health);
				const open = consent || needs === "agreement";
				expect(ask("noObjection", recipient, dataClass)).toBe((recipient === "uwv" || recipient === "municipality") && open);
			});
		}
	}
});

describe("R8.1 — what may follow what", () => {
	const steps: readonly ConsentEventKind[] = [
		"given",
		"refused",
		"registered",
		"confirmed",
		"rejected",
		"withdrawn",
		"narrowed",
		"expired",
		"lapsed",
		"replaced",
	];
	const allowed = new Set([
		"asked given",
		"asked refused",
		"asked registered",
		"asked expired",
		"asked lapsed",
		"asked replaced",
		"registered confirmed",
		"registered rejected",
		"registered withdrawn",
		"registered expired",
		"registered lapsed",
		"registered replaced",
		"given withdrawn",
		"given narrowed",
		"given expired",
		"given replaced",
	]);
	for (const state of consentStates) {
		for (const step of steps) {
			const can = allowed.has(`${state} ${step}`);
			it(`R8.1 — ${step} ${can ? "may" : "may not"} follow on ${state}`, () => {
				expect(mayHappen("disclose", state, step).allowed).toBe(can);
				if (can) expect(consentStates).toContain((consentSteps[state] as Record<string, string>)[step]);
			});
		}
	}
	it("R8.1 — nothing follows on an end", () => {
		for (const end of ["refused", "withdrawn", "expired", "lapsed"] as const) expect(Object.keys(consentSteps[end])).toEqual([]);
	});
});

describe("R8.1 — in force", () => {
	const good = {
		...{ kind: "disclose" as const, state: "given" as const, expiresOn: "2026-11-23", today: "2026-11-23" },
		...{ textVersion: "2026-11-01", sameRecipient: true, sameDocument: null },
	};
	it("R8.1 — given, on its last day, in known words, for the same recipient", () => {
		expect(isInForce(good).allowed).toBe(true);
		expect(isInForce({ ...good, sameDocument: true }).allowed).toBe(true);
	});
	it.each([
		["another state", ...consentStates.filter((one) => one !== "given").map((state) => ({ state }))],
		["the day after", { today: "2026-11-24" }],
		["unknown words", { textVersion: "2020-01-01" }],
		["another recipient", { sameRecipient: false }],
		["another document", { sameDocument: false }],
	])("R8.1 — not in %s", (_what, ...changes) => {
		for (const change of changes)
			expect(isInForce({ ...good, ...(change as object) })).toMatchObject({ allowed: false, because: "R8.1" });
	});
	it("R8.1 — the date ends it whether or not somebody wrote that down", () => {
		for (const state of consentStates)
			expect(stateOn(state, "2026-11-22", "2026-11-23")).toBe(
				["asked", "registered", "given"].includes(state) ? "expired" : state,
			);
	});
	it("R8.1 — that the recipient is somebody else ends it as well, and no yes is taken for who was there before", () => {
		for (const state of consentStates) {
			const open = ["asked", "registered", "given"].includes(state);
			expect(stateOn(state, "2026-11-23", "2026-11-23", true)).toBe(open ? "lapsed" : state);
		}
		const asked = { kind: "disclose", state: "asked", expiresOn: "2026-11-23", today: "2026-11-23", sameWords: true } as const;
		for (const step of ["given", "registered"] as const) {
			expect(mayAnswer({ ...asked, another: false }, step).allowed).toBe(true);
			expect(mayAnswer({ ...asked, another: true }, step)).toMatchObject({ allowed: false, because: "R8.1" });
		}
	});
});

describe("R8.1 — a scan is what its bytes say", () => {
	const bytes = (...parts: (string | number[])[]) =>
		Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
	it.each([
		["application/pdf", bytes("%PDF-1.4\n", "x", "%%EOF\n")],
		["image/jpeg", jpegOf(1240, 1754)],
		["image/png", pngOf(124, 175)],
		[undefined, jpegOf(60_000, 60_000)],
		[undefined, pngOf(60_000, 60_000, 1)],
		[undefined, bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "IEND", [0xae, 0x42, 0x60, 0x82])],
		[undefined, bytes("%PDF-1.4 cut off")],
		[undefined, bytes([0xff, 0xd8, 0xff, 0xe0], "cut off")],
		[undefined, bytes("<svg onload=alert(1)>")],
		[undefined, bytes("PK", [3, 4], "docx")],
		[undefined, bytes()],
	])("R8.1 — %s", (type, content) => expect(scanTypeOf(content)).toBe(type));
});

describe("R3.b — the texts", () => {
	const fill = {
		agency: "Bureau Voorbeeld",
		recipient: "Petra Peeters van De Korenaar",
		purpose: "om te begeleiden",
		until: "23 mei 2027",
	};
	const sentences = (text: string) =>
		text
			.split(/[.!?;:](?:\s|$)/)
			.map((one) => one.trim().split(/\s+/).filter(Boolean).length)
			.filter(Boolean);
	for (const version of consentVersions) {
		for (const kind of consentKindIds) {
			it(`R3.b — ${version}, ${kind}: every part in both languages, plain sentences in Dutch`, () => {
				const all: number[] = [];
				for (const document of [false, true]) {
					const nl = consentText(version, kind, "nl", { ...fill, document });
					const en = consentText(version, kind, "en", { ...fill, document });
					for (const part of noticeParts) {
						expect(nl[part].length).toBeGreaterThan(5);
						expect(en[part]).not.toBe(nl[part]);
						all.push(...sentences(nl[part]));
					}
				}
				expect(Math.max(...all)).toBeLessThanOrEqual(20);
				expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeLessThanOrEqual(12);
			});
		}
	}
});
