import type { ClauseStatus } from "../../law/clauses.ts";
import { parseContent } from "../../platform/pdf/content.ts";
import { ContentBlocks, reachable } from "../../ui/content.tsx";
import { Heading, Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Badge, type Tone } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { useT } from "../../ui/text.ts";
import type { Annex } from "../annexes.ts";
import type { ClauseLines } from "../clause-lines.ts";
import type { ReadArticle, Reading } from "../reading.ts";

const tones: Record<ClauseStatus, Tone> = { enforced: "done", partly: "active", waiting: "waiting", people: "neutral" };

/** Paragraphs and lists of the regulation at a readable width. */
export function RegulationText({ text }: { text: string }) {
	return (
		<div class="prose">
			<ContentBlocks blocks={parseContent(text)} under={3} />
		</div>
	);
}

/** One chapter, its clauses and explaining articles in order. */
export function ChapterSection({ chapter, lines }: { chapter: Reading["chapters"][number]; lines: ClauseLines }) {
	return (
		<Section id={`H${chapter.number}`} title={`${chapter.number}. ${chapter.heading}`}>
			{chapter.articles.map((article) => (
				<ArticlePart article={article} lines={lines} />
			))}
		</Section>
	);
}

function ArticlePart({ article, lines }: { article: ReadArticle; lines: ClauseLines }) {
	return (
		<article id={article.anchor} aria-labelledby={`${article.anchor}-kop`}>
			<Heading level={3} id={`${article.anchor}-kop`}>
				{article.heading} <span class="meta">{article.label}</span>
			</Heading>
			<RegulationText text={article.text} />
			{article.clause ? <Kept clause={article.clause} lines={lines} /> : null}
		</article>
	);
}

function Kept({ clause, lines }: { clause: NonNullable<ReadArticle["clause"]>; lines: ClauseLines }) {
	const t = useT();
	const rules = [...new Set(lines.rules.get(clause.id)?.map(({ file }) => file))];
	const tests = lines.tests.get(clause.id) ?? [];
	return (
		<More
			summary={
				<>
					{t("Hoe dit wordt nagekomen", "How this is kept")} <Badge tone={tones[clause.status]}>{clause.state}</Badge>
				</>
			}
		>
			<p>{clause.kept}</p>
			{rules.length > 0 ? (
				<p class="meta">
					{t("Regels in de programmatuur:", "Rules in the software:")} {rules.join(", ")}
				</p>
			) : null}
			{tests.length > 0 ? (
				<p class="meta">
					{t("Bewezen door", "Proven by")} {tests.length}{" "}
					{tests.length === 1 ? t("test in", "test in") : t("tests in", "tests in")}{" "}
					{[...new Set(tests.map(({ file }) => file))].join(", ")}
				</p>
			) : null}
		</More>
	);
}

/** One annex: a table from the law itself. Where somebody sets letters and words further apart it may be too wide, and scrolls by itself. */
export function AnnexSection({ annex }: { annex: Annex }) {
	const t = useT();
	const columns = annex.head.map((label, index) => ({ key: String(index), label }));
	const rows = annex.rows.map((cells) => ({ cells: Object.fromEntries(cells.map((cell, index) => [String(index), cell])) }));
	return (
		<Section id={`bijlage-${annex.id}`} title={`${t("Bijlage", "Annex")} ${annex.id}. ${annex.heading}`}>
			<p>{annex.about}</p>
			<div class="scroll" {...reachable}>
				<Table caption={annex.heading} captionHidden columns={columns} rows={rows} />
			</div>
		</Section>
	);
}
