import { type ClauseId, type ClauseStatus, clauseIds, clauses, isClauseId } from "../law/clauses.ts";
import { kept } from "../law/kept.ts";
import type { Article } from "../law/regulation/shape.ts";
import type { ClauseLines, Line } from "./clause-lines.ts";
import { stateOf } from "./reading.ts";
import { regulationOn } from "./rules.ts";

// A row of the role table says who may do something, not that what the clause forbids is refused.
const isRule = ({ file }: Line): boolean => file !== "src/law/roles.ts";

/** What is wrong with the tie between regulation, rules and tests; empty when all is well. */
export function clauseFaults({ rules, tests }: ClauseLines): readonly string[] {
	const missing = clauseIds.flatMap((id) => {
		const status: ClauseStatus = clauses[id].status;
		if (status === "enforced" && !rules.get(id)?.some(isRule)) return [`${id} is enforced, but no rule cites it`];
		if (status === "enforced" && !tests.has(id)) return [`${id} is enforced, but no test names it`];
		if (status === "partly" && !rules.has(id) && !tests.has(id))
			return [`${id} is partly enforced, but neither rule nor test names it`];
		return [];
	});
	const unknown = [...rules, ...tests].flatMap(([id, lines]) =>
		isClauseId(id) ? [] : lines.map(({ file, line }) => `${file}:${line} cites ${id}, which is no clause`),
	);
	return [...missing, ...unknown];
}

/** All clauses in a table, one a line, with how many rules and tests each has. */
export function clauseTable({ rules, tests }: ClauseLines): string {
	const row = (cells: readonly string[]) =>
		cells
			.map((cell, i) => cell.padEnd([7, 34, 7, 7, 0][i] ?? 0))
			.join("")
			.trimEnd();
	const rows = clauseIds.map((id) =>
		row([id, stateOf(id, "en"), String(rules.get(id)?.length ?? 0), String(tests.get(id)?.length ?? 0), clauses[id].en]),
	);
	return [row(["clause", "status", "rules", "tests", "promise"]), ...rows].join("\n");
}

const listed = (title: string, lines: readonly Line[] = []): string =>
	[`${title}:`, ...(lines.length ? lines.map(({ file, line, text }) => `  ${file}:${line}  ${text}`) : ["  none"])].join("\n");

/** One clause: promise, full text, status, how it is kept, and where its rules and tests are. */
export function clauseSheet(id: ClauseId, { rules, tests }: ClauseLines, today: string): string {
	const articles: readonly Article[] = regulationOn(today).chapters.flatMap((chapter) => chapter.articles);
	const text = articles.find((article) => "id" in article && article.id === id)?.text;
	return [
		`${id} (in force from ${clauses[id].from}): ${stateOf(id, "en")}`,
		`nl: ${clauses[id].nl}`,
		`en: ${clauses[id].en}`,
		...(text ? [`tekst: ${text.nl.join("\n\n")}`, `text: ${text.en.join("\n\n")}`] : []),
		`nagekomen: ${kept[id].nl}`,
		`kept: ${kept[id].en}`,
		listed("rules", rules.get(id)),
		listed("tests", tests.get(id)),
	].join("\n\n");
}
