import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A place in the code. */
export type Line = { readonly file: string; readonly line: number; readonly text: string };
export type ClauseLines = {
	readonly rules: ReadonlyMap<string, readonly Line[]>;
	readonly tests: ReadonlyMap<string, readonly Line[]>;
};

// A rule cites its clause as a literal in what it answers. In the law's own tables a row carries it; elsewhere `clause:` is
// what a log entry says, which enforces nothing.
const answer = /\b(?:yes|no|NotAllowed)\(([^(){}]{1,160})/g;
const row = /\b(?:c|consentC)lause: "R\d+\.\w+"/g;
const title = /["'`](R\d+\.\w+) — /g;
const id = /["'`](R\d+\.\w+)/g;
const comment = /^\s*(?:\/\/|\/?\*)/;

/** Every source file under these folders, tests included. */
function filesUnder(root: string, folders: readonly string[]): readonly string[] {
	return folders.flatMap((folder) => {
		try {
			return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
				.map((entry) => join(entry.parentPath, entry.name));
		} catch {
			return [];
		}
	});
}

function collect(into: Map<string, Line[]>, pattern: RegExp, file: string, source: string): void {
	const lines = source.split("\n");
	for (const match of source.matchAll(pattern)) {
		for (const cited of match[0].matchAll(id)) {
			const line = source.slice(0, match.index + cited.index).split("\n").length;
			const text = lines[line - 1] ?? "";
			const clause = cited[1] ?? "";
			if (!comment.test(text)) into.set(clause, [...(into.get(clause) ?? []), { file, line, text: text.trim() }]);
		}
	}
}

/** Where rules cite each clause, and where tests name it, in the source below `root`. */
export function clauseLines(root: string): ClauseLines {
	const rules = new Map<string, Line[]>();
	const tests = new Map<string, Line[]>();
	for (const path of filesUnder(root, ["src", "test"])) {
		const source = readFileSync(path, "utf8");
		const file = relative(root, path);
		if (/\.(test|spec)\.tsx?$/.test(path)) collect(tests, title, file, source);
		else if (file.startsWith("src/")) {
			collect(rules, answer, file, source);
			if (file.startsWith("src/law/")) collect(rules, row, file, source);
		}
	}
	return { rules, tests };
}

let own: ClauseLines | undefined;

/** The same for the house that is running, read once; empty where it runs without its source beside it. */
export function ownClauseLines(): ClauseLines {
	own ??= clauseLines(houseAround(import.meta.dirname));
	return own;
}

function houseAround(folder: string): string {
	const above = join(folder, "..");
	return existsSync(join(folder, "bin/clause")) || above === folder ? folder : houseAround(above);
}
