import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clauseIds, isClauseId } from "../law/clauses.ts";
import { today } from "../law/deadlines.ts";
import { versions } from "../law/regulation/versions.ts";
import { clauseLines } from "./clause-lines.ts";
import { clauseFaults, clauseSheet, clauseTable } from "./clause-report.ts";
import { regulationMarkdown } from "./print.ts";

/** What `bin/clause` does: a table, one clause, or printing docs/regulation. Answers the exit status. */
export function clauseCommand(root: string, [asked]: readonly string[], say: (text: string) => void): number {
	if (asked === "--print") {
		mkdirSync(join(root, "docs/regulation"), { recursive: true });
		for (const version of versions) writeFileSync(join(root, `docs/regulation/${version.id}.md`), regulationMarkdown(version));
		say(versions.map((version) => `docs/regulation/${version.id}.md`).join("\n"));
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
