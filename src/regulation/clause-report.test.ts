import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clauseIds, clauses } from "../law/clauses.ts";
import { clauseCommand } from "./clause-command.ts";
import { clauseLines, type Line } from "./clause-lines.ts";
import { clauseFaults, clauseSheet, clauseTable } from "./clause-report.ts";
import { printedDocs } from "./print.ts";

const house = mkdtempSync(join(tmpdir(), "clauses-"));
afterAll(() => rmSync(house, { recursive: true }));

function put(path: string, source: string): void {
	mkdirSync(dirname(join(house, path)), { recursive: true });
	writeFileSync(join(house, path), source);
}
const dash = "\u2014";
put(
	"src/reports/rules.ts",
	'if (x) return yes("R7.1");\nreturn no(\n\t"R7.1",\n\t{ nl: "", en: "" },\n);\n// no("R7.2")\nno(heavy ? "R8.1" : "R4.1", w);\n',
);
put("src/reports/send.server.ts", 'const entry = { action: "send", clause: "R9.1" };\n');
put("src/law/roles.ts", 'const a = { clause: "R1.2", nl: "R9.2" };\n');
put(
	"src/reports/rules.test.ts",
	`it("R7.1 ${dash} shown first", () => {});\nit.each([1])('R7.2 ${dash} %i', () => {});\nno("R9.1");\n`,
);
put("test/journeys/send.spec.ts", `test("R9.1 ${dash} a coach sends", () => {});\n`);
const found = clauseLines(house);

describe("R15.1 — bin/clause finds rules and tests", () => {
	it("R15.1 — a rule by what it answers, over lines and either side of a choice, but not in a comment, a log entry or a test", () => {
		expect(found.rules.get("R7.1")?.map(({ file, line }) => `${file}:${line}`)).toEqual([
			"src/reports/rules.ts:1",
			"src/reports/rules.ts:3",
		]);
		expect([...found.rules.keys()].sort()).toEqual(["R1.2", "R4.1", "R7.1", "R8.1"]);
	});

	it("R15.1 — a test by its title, beside the code and among the journeys", () => {
		expect([...found.tests].map(([id, lines]) => `${id} ${lines[0]?.file}:${lines[0]?.line}`)).toEqual([
			"R7.1 src/reports/rules.test.ts:1",
			"R7.2 src/reports/rules.test.ts:2",
			"R9.1 test/journeys/send.spec.ts:1",
		]);
	});
});

describe("R15.1 — bin/clause fails where the tie is broken", () => {
	const one = (id: string) => new Map([[id, [{ file: "a.ts", line: 1, text: "" }]]]);
	const all = new Map<string, Line[]>(clauseIds.map((id) => [id, [{ file: "a.ts", line: 1, text: "" }]] as const));

	it("R15.1 — nothing to say when every clause has a rule and a test", () => {
		expect(clauseFaults({ rules: all, tests: all })).toEqual([]);
	});

	it.each(clauseIds.filter((id) => clauses[id].status === "enforced"))("R15.1 — %s without rule or test is a fault", (id) => {
		const without = new Map([...all].filter(([other]) => other !== id));
		expect(clauseFaults({ rules: without, tests: all })).toEqual([`${id} is enforced, but no rule cites it`]);
		expect(clauseFaults({ rules: all, tests: without })).toEqual([`${id} is enforced, but no test names it`]);
	});

	it("R15.1 — that some role may do it does not enforce a clause", () => {
		const row = { file: "src/law/roles.ts", line: 1, text: "" };
		const rules = new Map([...all, ["R7.1", [row]]] as [string, Line[]][]);
		expect(clauseFaults({ rules, tests: all })).toEqual(["R7.1 is enforced, but no rule cites it"]);
	});

	it("R15.1 — a rule or test of a clause that does not exist is a fault", () => {
		const rules = new Map([...all, ...one("R99.1")]);
		expect(clauseFaults({ rules, tests: all })).toEqual(["a.ts:1 cites R99.1, which is no clause"]);
	});
});

describe("R15.1 — bin/clause prints", () => {
	const said: string[] = [];
	const say = (text: string) => said.push(text);

	it("R15.1 — one clause: both texts, its state, how it is kept, rules and tests", () => {
		const sheet = clauseSheet("R7.1", found, "2026-11-23");
		for (const part of [
			clauses["R7.1"].nl,
			clauses["R7.1"].en,
			"Enforced",
			"src/reports/rules.ts:1",
			"src/reports/rules.test.ts:1",
		]) {
			expect(sheet).toContain(part);
		}
	});

	it("R15.1 — all clauses, one a line, and exits with a failure for a house without rules", () => {
		expect(clauseTable(found).split("\n")).toHaveLength(clauseIds.length + 1);
		expect(clauseCommand(house, [], say)).toBe(1);
		expect(clauseCommand(house, ["R7.1"], say)).toBe(0);
	});

	it("R15.1 — says so when a clause does not exist", () => {
		expect(clauseCommand(house, ["R99.1"], say)).toBe(2);
		expect(said.at(-1)).toContain("R99.1 is no clause");
	});

	it("R14.1 — every document that comes from the law", () => {
		expect(clauseCommand(house, ["--print"], say)).toBe(0);
		expect(printedDocs().size).toBeGreaterThan(2);
		for (const [path, text] of printedDocs()) expect(readFileSync(join(house, path), "utf8")).toBe(text);
	});
});
