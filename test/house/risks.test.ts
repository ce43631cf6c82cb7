import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

// docs/RISKS.md against package.json and the code: every library is judged, and whatever is dangerous by nature is named.
const house = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(house, path), "utf8");

/** What is dangerous by nature, by what it calls. */
const dangers: Readonly<Record<string, RegExp>> = {
	"starts programs": /from "node:(?:child_process|worker_threads)"/,
	"runs text as program": /\beval\(|new Function\(|from "node:vm"|\beval: true/,
	"opens the network":
		/from "(?:node:)?(?:net|http|https|http2|tls|dgram)"|from "(?:nodemailer[^"]*|smtp-server|@hono\/node-server)"|\bfetch\(/,
	"writes files": /\b(?:writeFile|appendFile|createWriteStream|rename|rm|unlink|mkdir|mkdtemp|copyFile|chmod|chown)(?:Sync)?\(/,
	"makes markup of text": /dangerouslySetInnerHTML|\binnerHTML\s*=|(?<!\.)\braw\("|insertAdjacentHTML|document\.write/,
	"statements without a builder": /\bsql\.raw\(|new pg\.[A-Z]\w+\(/,
};
/** Imported for its arithmetic or types alone. */
const harmless = (path: string, text: string) => path === "src/platform/web/network.ts" && !/createServer|connect\(/.test(text);
const dangersOf = (path: string, text: string) =>
	harmless(path, text) ? [] : Object.keys(dangers).filter((name) => dangers[name]?.test(text));

const rows = (section: string) =>
	read("docs/RISKS.md")
		.split(/^## /m)
		.find((part) => part.startsWith(section))
		?.split("\n")
		.filter((line) => line.startsWith("| `"))
		.map((line) =>
			line
				.slice(1, -1)
				.split(" | ")
				.map((cell) => cell.trim()),
		) ?? [];
const named = (cell = "") => cell.replaceAll("`", "");

const { dependencies, optionalDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;

describe("what is risky is named", () => {
	it("R10.1 — every library that runs is judged: risky or not, for what, and what stands around it", () => {
		const judged = rows("Libraries");
		const used = [
			...Object.keys(dependencies ?? {}),
			...Object.keys(optionalDependencies ?? {}).filter((name) => !name.startsWith("node-")),
		];
		expect(judged.map(([name]) => named(name)).sort()).toEqual(used.sort());
		const unheld = judged.filter(
			([, risky, purpose, around]) => !risky || !purpose || (risky !== "no" && !around && !risky.startsWith("as ")),
		);
		expect(unheld).toEqual([]);
	});

	it("R10.1 — every file that does something dangerous by nature is named with what it does and what holds it", () => {
		const found = globSync("src/**/*.{ts,tsx}", { cwd: house })
			.filter((path) => !/\.test\.tsx?$/.test(path))
			.map((path) => [path, dangersOf(path, read(path)).join(", ")])
			.filter(([, what]) => what)
			.sort();
		const listed = rows("Dangerous");
		expect(found.length).toBeGreaterThan(20);
		expect(listed.map(([path, what]) => [named(path), what]).sort()).toEqual(found);
		expect(listed.filter(([, , held]) => !held)).toEqual([]);
	});

	it("R10.1 — no text is run as a program but one constant, the renderer's watch on its own time", () => {
		const runs = rows("Dangerous").filter(([, what]) => what?.includes("runs text"));
		expect(runs.map(([path]) => named(path))).toEqual(["src/renderer.ts"]);
	});

	it.each([
		['import { spawn } from "node:child_process";', "starts programs"],
		['new Function("return 1")', "runs text as program"],
		['await fetch("https://elders.test")', "opens the network"],
		["writeFileSync(path, text)", "writes files"],
		["place.innerHTML = text", "makes markup of text"],
		["sql.raw(text)", "statements without a builder"],
	])("R10.1 — %s would be found: %s", (text, what) => expect(dangersOf("src/a.ts", text)).toEqual([what]));
});
