import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { expect, it } from "vitest";

const house = join(import.meta.dirname, "../..");
const limits = { file: 300, function: 70, screen: 120 } as const;
const functions = new Set([
	"FunctionDeclaration",
	"FunctionExpression",
	"ArrowFunctionExpression",
	"ClassMethod",
	"MethodProperty",
	"Constructor",
]);

type Node = { type?: string; span?: { start: number; end: number }; [key: string]: unknown };

/** The first line of each function in this source, and how many lines it has. */
function sizesIn(source: string, tsx: boolean): { line: number; lines: number }[] {
	const { body } = parseSync(source, { syntax: "typescript", tsx, target: "esnext" });
	const bytes = Buffer.from(source); // offsets are bytes, from 1
	const lineAt = (offset: number) =>
		bytes
			.subarray(0, offset - 1)
			.toString()
			.split("\n").length;
	const found: { line: number; lines: number }[] = [];
	const walk = (value: unknown): void => {
		if (value === null || typeof value !== "object") return;
		if (Array.isArray(value)) {
			for (const item of value) walk(item);
			return;
		}
		const node = value as Node;
		if (node.type && node.span && functions.has(node.type)) {
			const [first, last] = [lineAt(node.span.start), lineAt(node.span.end)];
			found.push({ line: first, lines: last - first + 1 });
		}
		for (const [key, item] of Object.entries(node)) if (key !== "span") walk(item);
	};
	walk(body);
	return found;
}

const files = globSync("{src,test,db,bench}/**/*.{ts,tsx,css,sql,typ}", { cwd: house }).filter(
	(path) => path !== "db/schema.sql",
);
const read = (path: string) => readFileSync(join(house, path), "utf8");

it("R10.1 — sizes are measured as they are", () => {
	const source = "const a = 1; // é\nfunction f() {\n\treturn () => {\n\t\treturn a;\n\t};\n}\n";
	expect(sizesIn(source, false)).toEqual([
		{ line: 2, lines: 5 },
		{ line: 3, lines: 3 },
	]);
	expect(files.length).toBeGreaterThan(400);
});

it(`R10.1 — no file is longer than ${limits.file} lines`, () => {
	const long = files.map((path) => [path, read(path).split("\n").length - 1] as const).filter(([, n]) => n > limits.file);
	expect(long).toEqual([]);
});

it(`R10.1 — no function is longer than ${limits.function} lines, a screen's ${limits.screen}`, () => {
	const code = files.filter((path) => /\.tsx?$/.test(path) && !/\.(test|spec|d)\.tsx?$/.test(path));
	const long = code.flatMap((path) => {
		const screen = path.endsWith("x");
		const most = screen ? limits.screen : limits.function;
		return sizesIn(read(path), screen).flatMap(({ line, lines }) => (lines > most ? [`${path}:${line} has ${lines}`] : []));
	});
	expect(long).toEqual([]);
});
