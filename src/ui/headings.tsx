import type { Child } from "hono/jsx";

/** A heading of a given level; the level is structure, the look follows. */
export function Heading({ level, id, children }: { level: 1 | 2 | 3 | 4; id?: string; children?: Child }) {
	const Tag = `h${level}` as const;
	return <Tag id={id}>{children}</Tag>;
}

/** The head of a page: its title, one line that says how things stand, and the one next action. */
export function PageHead(props: { title: Child; above?: Child; line?: Child; action?: Child }) {
	return (
		<header class="page-head">
			<div class="page-head-text">
				{props.above ? <p class="above">{props.above}</p> : null}
				<h1>{props.title}</h1>
				{props.line ? <p class="line">{props.line}</p> : null}
			</div>
			{props.action ? <div class="page-head-action">{props.action}</div> : null}
		</header>
	);
}

/** A part of a page under its own heading, with room for one quiet action beside that heading. */
export function Section(props: { title: Child; id?: string; level?: 2 | 3; action?: Child; children?: Child }) {
	return (
		<section class="section" id={props.id} aria-labelledby={props.id ? `${props.id}-title` : undefined}>
			<div class="section-head">
				<Heading level={props.level ?? 2} id={props.id ? `${props.id}-title` : undefined}>
					{props.title}
				</Heading>
				{props.action}
			</div>
			{props.children}
		</section>
	);
}

/** Running text at a readable width. */
export function Prose({ children }: { children?: Child }) {
	return <div class="prose">{children}</div>;
}
