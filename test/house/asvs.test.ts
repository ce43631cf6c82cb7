import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

// docs/ASVS.md against the ids and levels of the standard: nothing is left out, and what is said to be met points somewhere.
const root = join(import.meta.dirname, "../..");
const levels = new Map(
	readFileSync(join(root, "test/fixtures/asvs-5.0.0.tsv"), "utf8")
		.trim()
		.split("\n")
		.map((line) => line.split("\t") as [id: string, level: string]),
);
const states = ["met", "partly", "not met", "n.a."];

interface Row {
	id: string;
	level: string;
	state: string;
	asks: string;
	how: string;
	files: string[];
}

/** The rows of the table's text; a line that is no row of a requirement is none. */
const rowsIn = (text: string): Row[] =>
	text
		.split("\n")
		.filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
		.map((line) => {
			const [id = "", level = "", state = "", asks = "", how = "", shown = ""] = line
				.slice(1)
				.split(" | ")
				.map((cell) => cell.replace(/^ | \|$/g, "").trim());
			return { id, level, state, asks, how, files: [...shown.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "") };
		});

/** What is wrong with a table: nothing, when every requirement has one row that says enough. */
function wrongIn(rows: readonly Row[]): string[] {
	const wrong: string[] = [];
	for (const id of levels.keys()) {
		const n = rows.filter((row) => row.id === id).length;
		if (n !== 1) wrong.push(`${id}: ${n} rows`);
	}
	for (const { id, level, state, asks, how, files } of rows) {
		if (levels.get(id) !== level) wrong.push(`${id}: not of level ${level}`);
		if (!states.includes(state)) wrong.push(`${id}: state ${state}`);
		if (!asks || !how) wrong.push(`${id}: says too little`);
		if ((state === "met" || state === "partly") && files.length === 0) wrong.push(`${id}: shown by nothing`);
		for (const file of files) if (!existsSync(join(root, file))) wrong.push(`${id}: no file ${file}`);
	}
	return wrong;
}

const text = readFileSync(join(root, "docs/ASVS.md"), "utf8");
const rows = rowsIn(text);

describe("the table of OWASP's standard", () => {
	it("R10.1 — the ids and levels are those of version 5.0.0: 70, 183 and 92", () => {
		const of = (level: string) => [...levels.values()].filter((one) => one === level).length;
		expect([of("1"), of("2"), of("3")]).toEqual([70, 183, 92]);
	});

	it("R10.1 — every requirement has one row, with its level, and a file that is there or a reason", () => {
		expect(wrongIn(rows)).toEqual([]);
	});

	it("R10.1 — what applies of level 1 is met; the count at the top is of the rows below it", () => {
		expect(rows.filter((row) => row.level === "1" && row.state === "not met")).toEqual([]);
		for (const level of ["1", "2", "3"]) {
			const n = states.map((state) => rows.filter((row) => row.level === level && row.state === state).length);
			expect(text, `level ${level}`).toContain(`| ${level} | ${n.join(" | ")} |`);
		}
	});

	it("R10.1 — a row that is missing, doubled, of another level or shown by nothing is found", () => {
		const [first, ...rest] = rows as [Row, ...Row[]];
		expect(wrongIn(rest)).toEqual([`${first.id}: 0 rows`]);
		expect(wrongIn([first, ...rows])).toEqual([`${first.id}: 2 rows`]);
		expect(wrongIn([{ ...first, level: "3" }, ...rest])).toEqual([`${first.id}: not of level 3`]);
		expect(wrongIn([{ ...first, files: [] }, ...rest])).toEqual([`${first.id}: shown by nothing`]);
		expect(wrongIn([{ ...first, files: ["test/verzonnen.test.ts"] }, ...rest])).toEqual([
			`${first.id}: no file test/verzonnen.test.ts`,
		]);
		expect(wrongIn([{ ...first, state: "n.a.", how: "", files: [] }, ...rest])).toEqual([`${first.id}: says too little`]);
	});
});
