import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";
import { strictAddress } from "../../src/platform/address.ts";
import { numbersIn } from "../../src/ui/document-number.ts";
import { endsWithin, hostileTo } from "../hostile.ts";

// Every regular expression of the program against what it likes least: none of them explodes. A text of five thousand characters costs one that
// goes back over everything it saw twenty-five million steps, which is a tenth of a second; one that explodes never comes to an end.
const house = join(import.meta.dirname, "../..");
const length = 5000;
const patience = 2000;

interface Found {
	path: string;
	pattern: RegExp;
}

function patternsIn(path: string): Found[] {
	const { body } = parseSync(readFileSync(join(house, path), "utf8"), {
		syntax: "typescript",
		tsx: path.endsWith("x"),
		target: "esnext",
	});
	const found: Found[] = [];
	const walk = (value: unknown): void => {
		if (value === null || typeof value !== "object") return;
		if (Array.isArray(value)) {
			for (const item of value) walk(item);
			return;
		}
		const node = value as { type?: string; pattern?: string; flags?: string };
		if (node.type === "RegExpLiteral") found.push({ path, pattern: new RegExp(node.pattern ?? "", node.flags) });
		for (const item of Object.values(node)) walk(item);
	};
	walk(body);
	return found;
}
const explodes = (pattern: RegExp) => hostileTo(pattern, length).find((text) => !endsWithin(pattern, text, patience));

describe("regular expressions end", () => {
	it("R10.1 — none of the program's explodes on five thousand characters of what it likes least", () => {
		const all = globSync("src/**/*.{ts,tsx}", { cwd: house })
			.filter((path) => !/\.test\.tsx?$/.test(path))
			.flatMap(patternsIn);
		expect(all.length).toBeGreaterThan(150);
		const tried = all.filter(({ pattern }) => hostileTo(pattern, length).length > 0);
		expect(tried.length).toBeGreaterThan(60);
		expect(
			all.filter(({ pattern }) => explodes(pattern) !== undefined).map(({ path, pattern }) => `${path}: ${pattern}`),
		).toEqual([]);
	}, 120_000);

	it("R10.1 — nor do the two that are put together from parts", () => {
		for (const one of ["a.", "a", "a-", "a@a.", "@", "a-a."]) {
			expect(strictAddress(`${`a@${one.repeat(length)}`.slice(0, 253)}!`)).toBeUndefined();
			expect(numbersIn(Buffer.from(one.repeat(length).toUpperCase()))).toEqual([]);
		}
	});

	it.each([
		/^(a+)+$/,
		/^(\w|\d)+$/,
		/^x-(?:[a-z]+\s?)*!$/,
		/(?:a|aa)+b/,
		/^(?<name>(\d+)*)-$/,
		/^[^@]*[^@]*[^@]*[^@]*@$/,
		/\s*\s*\s*\s*$/,
	])("R10.1 — %s would be found", (pattern) => expect(explodes(pattern)).toBeDefined(), 30_000);
	it.each([/^[a-z]+$/, /^\d{4}-\d{2}$/, /\s+$/, /^(?:[\w-]+\.)+[a-z]{2,}$/, /"[^"]*"/])("R10.1 — %s ends", (pattern) =>
		expect(explodes(pattern)).toBeUndefined(),
	);
});
