import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clauseIds, isClauseId } from "../law/clauses.ts";
import { today } from "../law/deadlines.ts";
import { clauseLines } from "./clause-lines.ts";
import { clauseFaults, clauseSheet, clauseTable } from "./clause-report.ts";
import { printedDocs } from "./print.ts";

/** What `bin/clause` does: a table, one clause, or printing the documents of docs/ that come from the law. Answers the exit status. */
export function clauseCommand(root: string, [asked]: readonly string[], say: (text: string) => void): number {
	if (asked === "--print") {
		mkdirSync(join(root, "docs/regulation"), { recursive: true });
		const docs = printedDocs();
		for (const [path, text] of docs) writeFileSync(join(root, path), text);
		say([...docs.keys()].join("\n"));
		return 0;
	}
	const lines = clauseLines(root);
	if (asked === undefined) {
		const faults = clauseFaults(lines);
		say([clauseTable(lines), "", ...faults, `${clauseIds.length} clauses, ${faults.length} faults`].join("\n"));
		return faults.length === 0 ? 0 : 1;
	}
	if (!isClauseId(asked)) {
		say(`${asked} is no clause. There are: ${clauseIds.join(", ")}`);
		return 2;
	}
	say(clauseSheet(asked, lines, today({ now: () => new Date() })));
	return 0;
}
