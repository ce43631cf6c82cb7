import type { Child } from "hono/jsx";
import { type Shape, ShapeMark } from "./shapes.tsx";
import { formatDate, formatMoment, isoOf, useLang, useT } from "./text.ts";

/** A date or moment in words, readable by machines. */
export function When({ at, clock }: { at: Date | string; clock?: boolean }) {
	const lang = useLang();
	return <time datetime={isoOf(at)}>{clock ? formatMoment(at, lang) : formatDate(at, lang)}</time>;
}

export type Step = { label: Child; state: "done" | "current" | "todo" | "refused"; who?: Child; when?: Child; note?: Child };

const stepShape: Record<Step["state"], Shape> = { done: "check", current: "dot", todo: "ring", refused: "cross" };

/** The way to the reader: each step with who and when under it. */
export function Steps({ steps, label }: { steps: Step[]; label: string }) {
	const t = useT();
	const words = {
		done: t("gedaan", "done"),
		current: t("nu", "now"),
		todo: t("nog niet", "not yet"),
		refused: t("tegengehouden", "stopped"),
	};
	return (
		<ol class="steps" aria-label={label}>
			{steps.map((step) => (
				<li class={step.state} aria-current={step.state === "current" ? "step" : undefined}>
					<span class="step-mark">
						<ShapeMark shape={stepShape[step.state]} />
					</span>
					<span class="step-text">
						<span class="step-label">
							{step.label} <span class="sr-only">({words[step.state]})</span>
						</span>
						{step.who ? <span class="step-who">{step.who}</span> : null}
						{step.when ? <span class="step-when">{step.when}</span> : null}
						{step.note ? <span class="step-note">{step.note}</span> : null}
					</span>
				</li>
			))}
		</ol>
	);
}

/** What happened, newest first; holds `TimelineItem`s. */
export function Timeline({ label, children }: { label: string; children?: Child }) {
	return (
		<ol class="timeline" aria-label={label}>
			{children}
		</ol>
	);
}

/** One thing on the timeline: what kind, what, by whom, when. */
export function TimelineItem(props: {
	kind: Child;
	title: Child;
	href?: string;
	who?: Child;
	at: Date | string;
	clock?: boolean;
	state?: Child;
	children?: Child;
}) {
	return (
		<li class="timeline-item">
			<div class="timeline-when">
				<When at={props.at} clock={props.clock} />
			</div>
			<div class="timeline-what">
				<p class="timeline-title">
					<span class="timeline-kind">{props.kind}</span>{" "}
					{props.href ? <a href={props.href}>{props.title}</a> : <strong>{props.title}</strong>} {props.state}
				</p>
				{props.who ? <p class="timeline-who">{props.who}</p> : null}
				{props.children ? <div class="timeline-body">{props.children}</div> : null}
			</div>
		</li>
	);
}

export type DiaryDay = { date: string; label: Child; lines: { time?: string; text: Child; detail?: Child }[] };

/** Who looked and who received: per day, in sentences. */
export function Diary({ days }: { days: DiaryDay[] }) {
	return (
		<div class="diary">
			{days.map((day) => (
				<section class="diary-day">
					<h2>
						<time datetime={day.date}>{day.label}</time>
					</h2>
					<ul>
						{day.lines.map((line) => (
							<li>
								{line.time ? <time class="diary-time">{line.time}</time> : null}
								<div>
									<p>{line.text}</p>
									{line.detail ? <p class="diary-detail">{line.detail}</p> : null}
								</div>
							</li>
						))}
					</ul>
				</section>
			))}
		</div>
	);
}
