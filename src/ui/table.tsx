import type { Child } from "hono/jsx";
import { useT } from "./text.ts";

export type Column = {
	key: string;
	label: string;
	/** Numbers and dates stand right. */
	align?: "right";
	/** True when the list can be sorted by this; the link keeps the rest of the address. */
	sort?: boolean;
};
// Shown as cards a table loses its meaning in some browsers; said in so many words it keeps it.
const roles = {
	table: { role: "table" },
	group: { role: "rowgroup" },
	row: { role: "row" },
	head: { role: "columnheader" },
} as const;

export type Row = { key?: string; cells: Record<string, Child>; tone?: "late" | "quiet" };

/** A table with a caption; below 640 pixels each row is a card. `url` is the address of the page, for the sort links. */
export function Table(props: {
	caption: Child;
	captionHidden?: boolean;
	columns: Column[];
	rows: Row[];
	url?: string;
	empty?: Child;
	/** The same columns in several tables under each other: each keeps its width, whatever it holds. */
	steady?: boolean;
}) {
	if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
	const sorted = props.url ? sortOf(props.url) : undefined;
	return (
		<table class={props.steady ? "table steady" : "table"} {...roles.table}>
			<caption class={props.captionHidden ? "sr-only" : undefined}>{props.caption}</caption>
			<thead {...roles.group}>
				<tr {...roles.row}>
					{props.columns.map((column) => (
						<HeaderCell column={column} url={props.url} direction={sorted?.key === column.key ? sorted.direction : undefined} />
					))}
				</tr>
			</thead>
			<tbody {...roles.group}>
				{props.rows.map((row) => (
					<tr {...roles.row} id={row.key} class={row.tone}>
						{props.columns.map((column, index) => (
							<BodyCell column={column} first={index === 0}>
								{row.cells[column.key] ?? ""}
							</BodyCell>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

// As a card a cell is a label and a value beside it: what it holds is one thing, a word and a link too.
function BodyCell({ column, first, children }: { column: Column; first: boolean; children?: Child }) {
	const Tag = first ? "th" : "td";
	return (
		<Tag
			role={first ? "rowheader" : "cell"}
			scope={first ? "row" : undefined}
			data-label={column.label}
			class={column.align === "right" ? "right" : undefined}
		>
			{first ? children : <div>{children}</div>}
		</Tag>
	);
}

function HeaderCell({ column, url, direction }: { column: Column; url?: string; direction?: "ascending" | "descending" }) {
	const t = useT();
	return (
		<th {...roles.head} scope="col" class={column.align === "right" ? "right" : undefined} aria-sort={direction}>
			{column.sort && url ? (
				<a href={sortLink(url, column.key)} data-turbo-action="replace">
					{column.label}
					<span class="sort" aria-hidden="true">
						{direction === "ascending" ? "↑" : direction === "descending" ? "↓" : "↕"}
					</span>
					<span class="sr-only">{t(", sorteren", ", sort")}</span>
				</a>
			) : (
				column.label
			)}
		</th>
	);
}

/** The same address sorted by this column; the other way round when it already is. A leading minus means descending. */
export function sortLink(url: string, key: string): string {
	const now = sortOf(url);
	return withQuery(url, { sort: now?.key === key && now.direction === "ascending" ? `-${key}` : key, page: undefined });
}

/** How the address says that the list is sorted. */
export function sortOf(url: string): { key: string; direction: "ascending" | "descending" } | undefined {
	const value = new URL(url, "http://here").searchParams.get("sort");
	if (!value) return undefined;
	return value.startsWith("-") ? { key: value.slice(1), direction: "descending" } : { key: value, direction: "ascending" };
}

/** The same address with some of its query changed; undefined takes one away. */
export function withQuery(url: string, changes: Record<string, string | undefined>): string {
	const at = new URL(url, "http://here");
	for (const [name, value] of Object.entries(changes)) {
		if (value === undefined) at.searchParams.delete(name);
		else at.searchParams.set(name, value);
	}
	return at.pathname + at.search;
}

/** Links to the parts of a long list. */
export function Pages({ url, page, pages }: { url: string; page: number; pages: number }) {
	const t = useT();
	if (pages < 2) return null;
	return (
		<nav class="pages" aria-label={t("Pagina's", "Pages")}>
			{page > 1 ? <a href={withQuery(url, { page: String(page - 1) })}>{t("Vorige", "Previous")}</a> : null}
			<span>{t(`Pagina ${page} van ${pages}`, `Page ${page} of ${pages}`)}</span>
			{page < pages ? <a href={withQuery(url, { page: String(page + 1) })}>{t("Volgende", "Next")}</a> : null}
		</nav>
	);
}
