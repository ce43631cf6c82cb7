import { consentSteps } from "../consents/rules.ts";
import { demandSteps } from "../demands/rules.ts";
import { moves as dispatchMoves } from "../disclosures/rules.ts";
import { requestSteps } from "../health/rules.ts";
import { clauseIds, clauses } from "../law/clauses.ts";
import { formatDate } from "../law/deadlines.ts";
import { kept } from "../law/kept.ts";
import type { RegulationVersion } from "../law/regulation/shape.ts";
import { versions } from "../law/regulation/versions.ts";
import { type Ability, abilities, abilityIds, type Role, roleIds, roles, type Scope, scopeOf } from "../law/roles.ts";
import { reportSteps } from "../reports/rules.ts";
import { annexes, markdownTable } from "./annexes.ts";
import { type Language, reading, stateOf } from "./reading.ts";

const note = (source: string): string => `<!-- Printed from ${source} by \`bin/clause --print\`. Change it there. -->`;

/** The text of one version as a document of docs/regulation: both languages, the agency's particulars left open. */
function regulationMarkdown(version: RegulationVersion): string {
	const parts = [note("src/law/regulation"), ...oneLanguage(version, "nl"), "---", ...oneLanguage(version, "en")];
	return `${parts.join("\n\n")}\n`;
}

// How a clause is kept changes with the code, not with the version: it is on the page and in `bin/clause`, not here.
function oneLanguage(version: RegulationVersion, language: Language): readonly string[] {
	const { title, inForce, introduction, chapters } = reading(version, {}, language);
	const since = language === "nl" ? "Geldig vanaf" : "In force from";
	return [
		`# ${title}`,
		`${since} ${formatDate(inForce, language)}`,
		introduction,
		...chapters.flatMap(({ number, heading, articles }) => [
			`## ${number}. ${heading}`,
			...articles.map(({ label, heading, text }) => `### ${label} · ${heading}\n\n${text}`),
		]),
		`## ${language === "nl" ? "Bijlagen" : "Annexes"}`,
		...annexes(language).map((annex) => `### ${annex.id} · ${annex.heading}\n\n${annex.about}\n\n${markdownTable(annex)}`),
	];
}

/** The permission table as a page of docs: which role may do what, and how far it reaches (R1.2). */
function permissionsMarkdown(): string {
	const reach: Record<Scope, string> = { caseload: "own caseload", case: "within a case", all: "all" };
	const rows = abilityIds.map((ability) => {
		const { clause, en } = abilities[ability];
		return [`\`${ability}\``, en, clause, ...roleIds.map((role) => reachOf(role, ability, reach))];
	});
	const head = ["ability", "to", "clause", ...roleIds.map((role) => roles[role].en)];
	return `${note("src/law/roles.ts")}\n\n# Who may what\n\nAn empty cell is a refusal, under the clause of its row.\n\n${markdownTable({ head, rows })}\n`;
}

function reachOf(role: Role, ability: Ability, reach: Record<Scope, string>): string {
	const scope = scopeOf([role], ability);
	return scope ? reach[scope] : "";
}

/** The clauses as a page of docs, with where each stands. */
function clausesMarkdown(): string {
	const rows = clauseIds.map((id) => [id, clauses[id].en, stateOf(id, "en"), kept[id].en]);
	return `${note("src/law/clauses.ts and kept.ts")}\n\n# The clauses\n\n${markdownTable({ head: ["id", "promise", "state", "how it is kept"], rows })}\n`;
}

type Edge = readonly [from: string, to: string, by: string];

function diagram(heading: string, source: string, edges: readonly Edge[]): string {
	const lines = edges.map(([from, to, by]) => `\t${from} --> ${to}: ${by}`);
	return `## ${heading}\n\nFrom \`${source}\`. What has no arrow is refused.\n\n\`\`\`mermaid\nstateDiagram-v2\n${lines.join("\n")}\n\`\`\``;
}

/** The states of a report and of a message, as diagrams of the tables that the rules use. */
function statesMarkdown(): string {
	const report = Object.entries(reportSteps).flatMap(([from, steps]) =>
		Object.entries(steps).map(([step, to]): Edge => [from, to, step]),
	);
	const dispatch = Object.entries(dispatchMoves).flatMap(([from, targets]) =>
		Object.entries(targets).map(([to, who]): Edge => [from, to, (who as readonly string[]).join(" or ")]),
	);
	const demand = Object.entries(demandSteps).flatMap(([from, steps]) =>
		Object.entries(steps).map(([step, to]): Edge => [from, to as string, step]),
	);
	const consent = Object.entries(consentSteps).flatMap(([from, steps]) =>
		Object.entries(steps).map(([step, to]): Edge => [from, to as string, step]),
	);
	const request = Object.entries(requestSteps).flatMap(([from, steps]) =>
		Object.entries(steps).map(([step, to]): Edge => [from, to as string, step]),
	);
	const parts = [
		note("src/reports/rules.ts, src/disclosures/rules.ts, src/consents/rules.ts, src/demands/rules.ts and src/health/rules.ts"),
		"# States",
		diagram("A report", "src/reports/rules.ts", report),
		diagram("A message on its way", "src/disclosures/rules.ts", dispatch),
		diagram("A consent", "src/consents/rules.ts", consent),
		diagram("A demand by an authority", "src/demands/rules.ts", demand),
		diagram("A question to a doctor", "src/health/rules.ts", request),
	];
	return `${parts.join("\n\n")}\n`;
}

/** Every document in docs/ that is printed from code: its path and what it must say. */
export function printedDocs(): ReadonlyMap<string, string> {
	return new Map([
		...versions.map((version): [string, string] => [`docs/regulation/${version.id}.md`, regulationMarkdown(version)]),
		["docs/PERMISSIONS.md", permissionsMarkdown()],
		["docs/CLAUSES.md", clausesMarkdown()],
		["docs/STATES.md", statesMarkdown()],
	]);
}
