import type { Child } from "hono/jsx";
import { useT } from "./text.ts";

/** One thing that stands on its own, such as what waits for a candidate. */
export function Card(props: {
	title: Child;
	level?: 2 | 3;
	tone?: "plain" | "waiting";
	meta?: Child;
	action?: Child;
	children?: Child;
}) {
	const Tag = `h${props.level ?? 2}` as const;
	return (
		<article class={`card ${props.tone ?? "plain"}`}>
			<Tag>{props.title}</Tag>
			{props.meta ? <p class="meta">{props.meta}</p> : null}
			{props.children}
			{props.action ? <div class="actions">{props.action}</div> : null}
		</article>
	);
}

export type Fact = { label: Child; value: Child; action?: Child };

/** Facts as a list of terms and values. */
export function Facts({ facts }: { facts: Fact[] }) {
	return (
		<dl class="facts">
			{facts.map((fact) => (
				<div>
					<dt>{fact.label}</dt>
					<dd>
						{fact.value}
						{fact.action ? <span class="fact-action">{fact.action}</span> : null}
					</dd>
				</div>
			))}
		</dl>
	);
}

export type NavItem = { href: string; label: string; count?: number; external?: boolean };

/** Tabs that are links, so that each has an address. */
export function Tabs({ items, active, label }: { items: NavItem[]; active: string; label: string }) {
	return (
		<nav class="tabs" aria-label={label}>
			<ul>{items.map((item) => navLink(item, active))}</ul>
		</nav>
	);
}

/** One line of a menu, with `aria-current` on the page one is on. */
export function navLink(item: NavItem, active: string) {
	return (
		<li>
			<a href={item.href} aria-current={item.href === active ? "page" : undefined}>
				<span>{item.label}</span>
				{item.count ? <span class="count">{item.count}</span> : null}
			</a>
		</li>
	);
}

/** The way up from here; the last is the page itself. */
export function Breadcrumb({ items }: { items: { href?: string; label: Child }[] }) {
	const t = useT();
	return (
		<nav class="breadcrumb" aria-label={t("Kruimelpad", "Breadcrumb")}>
			<ol>
				{items.map((item, index) => (
					<li>
						{item.href && index < items.length - 1 ? (
							<a href={item.href}>{item.label}</a>
						) : (
							<span aria-current="page">{item.label}</span>
						)}
					</li>
				))}
			</ol>
		</nav>
	);
}

/** The work and, when room allows, what one wants to see beside it. */
export function Beside({ main, side, sideLabel }: { main: Child; side: Child; sideLabel: string }) {
	return (
		<div class="beside">
			<div class="beside-main">{main}</div>
			<aside class="beside-side" aria-label={sideLabel}>
				{side}
			</aside>
		</div>
	);
}

/** Several equal columns that fold when there is no room. */
export function Grid({ children }: { children?: Child }) {
	return <div class="grid">{children}</div>;
}

/** A vertical rhythm between blocks. */
export function Stack({ children, gap = 4 }: { children?: Child; gap?: 2 | 4 | 8 }) {
	return <div class={`stack gap-${gap}`}>{children}</div>;
}

/** Something more for who wants it. */
export function More({ summary, open, children }: { summary: Child; open?: boolean; children?: Child }) {
	return (
		<details class="more" open={open}>
			<summary>{summary}</summary>
			<div class="more-body">{children}</div>
		</details>
	);
}
