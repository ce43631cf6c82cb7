import { describe, expect, it } from "vitest";
import { keptUntil, type RetentionClassId, retentionClasses, retentionClassIds } from "./retention.ts";

describe("R12.1 — no longer than needed", () => {
	const expected: Record<RetentionClassId, string | null> = {
		dossier: "2028-02-28",
		jobCoaching: "2036-02-28",
		fiscal: "2033-02-28",
		contactPerson: "2028-02-28",
		disclosures: "2028-02-28",
		log: "2031-02-28",
		rightsRequest: "2028-02-28",
		optOut: null,
		staff: "2028-02-28",
	};
	it.each(retentionClassIds)("R12.1 — %s is kept its own time from its own start", (id) => {
		expect(keptUntil(id, "2026-02-28")).toBe(expected[id]);
	});

	it("R12.1 — only what the law obliges to keep has a minimum, and every period names its source", () => {
		expect(retentionClassIds.filter((id) => retentionClasses[id].minimum)).toEqual(["fiscal"]);
		for (const id of retentionClassIds) expect(retentionClasses[id].source).not.toBe("");
	});
});
