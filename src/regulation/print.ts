import { formatDate } from "../law/deadlines.ts";
import type { RegulationVersion } from "../law/regulation/shape.ts";
import { annexes, markdownTable } from "./annexes.ts";
import { type Language, reading } from "./reading.ts";

/** The text of one version as a document of docs/regulation: both languages, the agency's particulars left open. */
export function regulationMarkdown(version: RegulationVersion): string {
	const parts = [
		`<!-- Printed from src/law/regulation by \`bin/clause --print\`. Change it there. -->`,
		...oneLanguage(version, "nl"),
		"---",
		...oneLanguage(version, "en"),
	];
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
