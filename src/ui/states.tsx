import type { Child } from "hono/jsx";
import { Clause } from "./clause.tsx";
import { type Shape, ShapeMark } from "./shapes.tsx";
import { useT } from "./text.ts";

export type Tone = "neutral" | "active" | "waiting" | "done" | "warn" | "refused";

const toneShape: Record<Tone, Shape> = {
	neutral: "ring",
	active: "dot",
	waiting: "half",
	done: "check",
	warn: "triangle",
	refused: "cross",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A state as a word with a shape; colour only helps. In a table or in a line, it is written alike: with a capital. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children?: Child }) {
	return (
		<span class={`badge ${tone}`}>
			<ShapeMark shape={toneShape[tone]} />
			<span>{typeof children === "string" ? capital(children) : children}</span>
		</span>
	);
}

export type NoticeTone = "success" | "info" | "warn" | "refused";

const noticeShape: Record<NoticeTone, Shape> = { success: "check", info: "info", warn: "triangle", refused: "cross" };

/** Something the reader must know, where the eyes are. `undo` is a form to take the action back; `live` is for what just happened. */
export function Notice(props: {
	tone: NoticeTone;
	title?: Child;
	clause?: string;
	live?: boolean;
	undo?: Child;
	children?: Child;
}) {
	const t = useT();
	const words = {
		success: t("Gelukt", "Done"),
		info: t("Goed om te weten", "Good to know"),
		warn: t("Let op", "Please note"),
		refused: t("Kan niet", "Not possible"),
	};
	return (
		<div
			class={`notice ${props.tone}`}
			role={props.live ? (props.tone === "refused" ? "alert" : "status") : undefined}
			data-flash={props.live ? "true" : undefined}
		>
			<ShapeMark shape={noticeShape[props.tone]} />
			<div class="notice-body">
				<p class="notice-title">{props.title ?? words[props.tone]}</p>
				{props.children}
				{props.clause ? (
					<p>
						<Clause id={props.clause} />
					</p>
				) : null}
				{props.undo}
			</div>
		</div>
	);
}

/** What a list says when it is empty: the first step. */
export function EmptyState({ title, children, action }: { title: Child; children?: Child; action?: Child }) {
	return (
		<div class="empty">
			<p class="empty-title">{title}</p>
			{children ? <div class="empty-text">{children}</div> : null}
			{action ? <div class="actions">{action}</div> : null}
		</div>
	);
}

/** Until when an action can be taken back. `until` and `now` are instants of the server; the browser counts between them. */
export function UndoWindow({ until, now, children }: { until: Date; now: Date; children?: Child }) {
	const t = useT();
	const seconds = Math.max(0, Math.round((until.getTime() - now.getTime()) / 1000));
	return (
		<div class="undo" data-countdown={String(seconds)}>
			{children}
			<span class="undo-left">
				<span aria-hidden="true" data-countdown-left="true">
					{seconds}
				</span>{" "}
				<span aria-hidden="true">{t("seconden", "seconds")}</span>
				<span class="sr-only">{t(`Nog ${seconds} seconden terug te draaien.`, `${seconds} seconds left to undo.`)}</span>
			</span>
		</div>
	);
}
