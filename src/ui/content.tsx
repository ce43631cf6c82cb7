import type { Child } from "hono/jsx";
import { useT } from "./text.ts";

export type Span = { text: string; bold?: boolean; italic?: boolean };
export type Block =
	| { type: "heading"; level: number; spans: Span[] }
	| { type: "paragraph"; spans: Span[] }
	| { type: "list"; ordered: boolean; items: Block[][] }
	| { type: "table"; head: Span[][]; rows: Span[][][] };

/** Text with bold and italic parts. */
export function Spans({ spans }: { spans: Span[] }) {
	return (
		<>
			{spans.map((span) => {
				const text = span.italic ? <em>{span.text}</em> : span.text;
				return span.bold ? <strong>{text}</strong> : text;
			})}
		</>
	);
}

/** Written text as it is kept: headings, paragraphs, lists and tables, and nothing else. `under` is the level of the heading it stands under. */
export function ContentBlocks({ blocks, under = 1 }: { blocks: Block[]; under?: 1 | 2 | 3 }) {
	return <>{blocks.map((block) => oneBlock(block, under))}</>;
}

function oneBlock(block: Block, under: number): Child {
	switch (block.type) {
		case "heading": {
			const Tag = `h${Math.min(6, Math.max(1, block.level - 1) + under)}` as "h2";
			return (
				<Tag>
					<Spans spans={block.spans} />
				</Tag>
			);
		}
		case "paragraph":
			return (
				<p>
					<Spans spans={block.spans} />
				</p>
			);
		case "list": {
			const Tag = block.ordered ? "ol" : "ul";
			return (
				<Tag>
					{block.items.map((item) => (
						<li>{listItem(item, under)}</li>
					))}
				</Tag>
			);
		}
		case "table":
			return <ContentTable head={block.head} rows={block.rows} />;
	}
}

// A lone paragraph in a list item needs no paragraph of its own.
function listItem(item: Block[], under: number): Child {
	const [only] = item;
	if (item.length === 1 && only?.type === "paragraph") return <Spans spans={only.spans} />;
	return <ContentBlocks blocks={item} under={under as 1} />;
}

/** For what scrolls by itself where it is wider than its place (class "scroll"): the keyboard must reach it too. */
export const reachable = { role: "group", tabindex: 0 } as const;

function ContentTable({ head, rows }: { head: Span[][]; rows: Span[][][] }) {
	return (
		<div class="scroll" {...reachable}>
			<table>
				<thead>
					<tr>
						{head.map((cell) => (
							<th scope="col">
								<Spans spans={cell} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr>
							{row.map((cell) => (
								<td>
									<Spans spans={cell} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** Paper: looks like the page of the PDF, always light. `head` is the letter head, `foot` the line at the bottom. */
export function Sheet({
	head,
	foot,
	label,
	lang,
	children,
}: {
	head?: Child;
	foot?: Child;
	label?: string;
	/** The language of the paper, where that is not the screen's. */
	lang?: "nl";
	children?: Child;
}) {
	return (
		<article class="sheet" aria-label={label} lang={lang}>
			{head ? <header class="sheet-head">{head}</header> : null}
			<div class="sheet-body">{children}</div>
			{foot ? <footer class="sheet-foot">{foot}</footer> : null}
		</article>
	);
}

export type DiffPart = { kind: "same" | "added" | "removed"; text: string };

/** Two versions of a text in one: what went is struck and what came is marked, and both are said in words. */
export function Diff({ parts, label }: { parts: DiffPart[]; label: string }) {
	const t = useT();
	return (
		<figure class="diff" aria-label={label}>
			<p class="diff-key">
				<del>{t("weggehaald", "removed")}</del> <ins>{t("toegevoegd", "added")}</ins>
			</p>
			<div class="diff-text">
				{parts.map((part) => {
					if (part.kind === "same") return <span>{part.text}</span>;
					const Tag = part.kind === "added" ? "ins" : "del";
					const [open, close] =
						part.kind === "added" ? [t("[toegevoegd: ", "[added: "), "]"] : [t("[weggehaald: ", "[removed: "), "]"];
					return (
						<Tag>
							<span class="sr-only">{open}</span>
							{part.text}
							<span class="sr-only">{close}</span>
						</Tag>
					);
				})}
			</div>
		</figure>
	);
}

/** A PDF shown in the page, with a plain link that always works. */
export function PdfView({ href, title, size }: { href: string; title: string; size?: string }) {
	const t = useT();
	return (
		<div class="pdf" data-pdf={href} data-pdf-title={title}>
			<p>
				<a href={href} target="_blank" rel="noopener" data-turbo="false">
					{t(`Open ${title} als PDF`, `Open ${title} as PDF`)}
				</a>{" "}
				{size ? <span class="meta">({size})</span> : null}
			</p>
		</div>
	);
}
