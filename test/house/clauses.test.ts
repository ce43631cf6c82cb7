import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { versions } from "../../src/law/regulation/versions.ts";
import { clauseLines } from "../../src/regulation/clause-lines.ts";
import { clauseFaults } from "../../src/regulation/clause-report.ts";
import { regulationMarkdown } from "../../src/regulation/print.ts";

const house = join(import.meta.dirname, "../..");

describe("R15.1 — regulation, rules and tests are one thing", () => {
	it("R15.1 — every enforced clause has a rule and a test, and nothing cites a clause that does not exist", () => {
		expect(clauseFaults(clauseLines(house))).toEqual([]);
	});

	it("R14.1 — docs/regulation holds each version as bin/clause --print writes it", () => {
		const folder = join(house, "docs/regulation");
		expect(readdirSync(folder).sort()).toEqual(versions.map((version) => `${version.id}.md`));
		for (const version of versions) {
			expect(readFileSync(join(folder, `${version.id}.md`), "utf8")).toBe(regulationMarkdown(version));
		}
	});
});
