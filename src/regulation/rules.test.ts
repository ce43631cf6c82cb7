import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../law/deadlines.ts";
import { versions } from "../law/regulation/versions.ts";
import { acknowledgementNeeded, mayOpenDossiers, regulationOn } from "./rules.ts";

const [first] = versions;
const inForce = regulationOn("2026-11-23").id;

describe("R14.1 — the regulation in force", () => {
	it("R14.1 — a version holds from its own day on", () => {
		for (const version of versions) {
			expect(regulationOn(version.from)).toBe(version);
			if (version !== first) expect(regulationOn(addDays(version.from, -1))).not.toBe(version);
		}
	});

	it("R14.1 — there is one on any day, and never one of the future once there was a first", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
				const date = addDays(first.from, days);
				expect(regulationOn(date).from <= date).toBe(true);
			}),
		);
		expect(regulationOn("2000-01-01")).toBe(first);
	});
});

describe("R1.3 — no statement or no acknowledgement, no dossier", () => {
	it.each([
		["statement and regulation", "2026-11-02", [inForce], true],
		["a statement of today", "2026-11-23", [inForce], true],
		["no statement", null, [inForce], false],
		["a statement of tomorrow", "2026-11-24", [inForce], false],
		["a statement, but no acknowledgement", "2026-11-02", [], false],
		["a statement, and a version that never was", "2026-11-02", ["1999-01-01"], false],
		["neither", null, [], false],
	] as const)("R1.3 — %s", (_what, statementOn, acknowledged, allowed) => {
		const decision = mayOpenDossiers({ statementOn, acknowledged }, "2026-11-23");
		expect(decision).toMatchObject(allowed ? { allowed: true, under: "R1.3" } : { allowed: false, because: "R1.3" });
	});

	it("R1.3 — the refusal says which of the two is missing", () => {
		const why = (statementOn: string | null) => mayOpenDossiers({ statementOn, acknowledged: [] }, "2026-11-23");
		expect(why(null)).toMatchObject({ why: { en: expect.stringContaining("confidentiality statement") } });
		expect(why("2026-11-02")).toMatchObject({ why: { en: expect.stringContaining("acknowledge") } });
	});

	it("R1.3 — the version in force is the one to acknowledge", () => {
		expect(acknowledgementNeeded("2026-11-23", [])).toBe(true);
		expect(acknowledgementNeeded("2026-11-23", [inForce])).toBe(false);
	});
});
