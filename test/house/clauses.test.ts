import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { versions } from "../../src/law/regulation/versions.ts";
import { clauseLines } from "../../src/regulation/clause-lines.ts";
import { clauseFaults } from "../../src/regulation/clause-report.ts";
import { printedDocs } from "../../src/regulation/print.ts";

const house = join(import.meta.dirname, "../..");

describe("R15.1 — regulation, rules and tests are one thing", () => {
	it("R15.1 — every enforced clause has a rule and a test, and nothing cites a clause that does not exist", () => {
		expect(clauseFaults(clauseLines(house))).toEqual([]);
	});

	it("R14.1 — docs holds each version, the clauses and the permissions as bin/clause --print writes them", () => {
		expect(readdirSync(join(house, "docs/regulation")).sort()).toEqual(versions.map((version) => `${version.id}.md`));
		for (const [path, text] of printedDocs()) expect(readFileSync(join(house, path), "utf8"), path).toBe(text);
	});
});
