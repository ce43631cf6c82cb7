import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Child } from "hono/jsx";
import { formatNumber, useLang, useT } from "./text.ts";

/** How full something is: a number with a small bar; `text` says it in words ("12 van 20 dossiers"). */
export function LoadBar({ value, max, text }: { value: number; max: number; text: string }) {
	const x = scaleLinear()
		.domain([0, Math.max(max, value, 1)])
		.range([0, 96]);
	return (
		<span class={value > max ? "load over" : "load"}>
			<span class="load-text">{text}</span>
			<svg viewBox="0 0 96 8" width="96" height="8" aria-hidden="true" focusable="false">
				<rect class="figure-track" width="96" height="8" rx="2" />
				<rect class="figure-fill" width={x(value).toFixed(1)} height="8" rx="2" />
				{value > max ? <rect class="figure-limit" x={x(max).toFixed(1)} width="2" height="8" /> : null}
			</svg>
		</span>
	);
}

/** The course of a number as a small line; `text` says what it shows. */
export function Spark({ points, text }: { points: number[]; text: string }) {
	const x = scaleLinear()
		.domain([0, Math.max(points.length - 1, 1)])
		.range([3, 93]);
	const y = scaleLinear()
		.domain([Math.min(0, ...points), Math.max(1, ...points)])
		.range([21, 3]);
	const path =
		line<number>(
			(_, index) => x(index),
			(value) => y(value),
		)(points) ?? "";
	const last = points.at(-1) ?? 0;
	return (
		<svg class="spark" viewBox="0 0 96 24" width="96" height="24" role="img" aria-label={text}>
			<path class="figure-line" d={path} fill="none" />
			<circle class="figure-dot" cx={x(points.length - 1).toFixed(1)} cy={y(last).toFixed(1)} r="2.5" />
		</svg>
	);
}

export type Bar = { label: string; value: number; note?: Child };

/** Results on one scale as bars, with the same numbers in a table behind them. */
export function Bars({ bars, max, caption, unit }: { bars: Bar[]; max: number; caption: string; unit?: string }) {
	const t = useT();
	const lang = useLang();
	const x = scaleLinear().domain([0, max]).range([0, 200]).clamp(true);
	return (
		<figure class="bars">
			<figcaption>{caption}</figcaption>
			<ul aria-hidden="true">
				{bars.map((bar) => (
					<li>
						<span>{bar.label}</span>
						<svg viewBox="0 0 200 12" width="200" height="12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
							<rect class="figure-track" width="200" height="12" rx="2" />
							<rect class="figure-fill" width={x(bar.value).toFixed(1)} height="12" rx="2" />
						</svg>
						<span class="number">{formatNumber(bar.value, lang)}</span>
					</li>
				))}
			</ul>
			<details class="more">
				<summary>{t("Dezelfde cijfers als tabel", "The same numbers as a table")}</summary>
				<table class="table small">
					<caption class="sr-only">{caption}</caption>
					<thead>
						<tr>
							<th scope="col">{t("Onderdeel", "Part")}</th>
							<th scope="col" class="right">
								{unit ?? t("Uitkomst", "Result")}
							</th>
						</tr>
					</thead>
					<tbody>
						{bars.map((bar) => (
							<tr>
								<th scope="row" data-label={t("Onderdeel", "Part")}>
									{bar.label}
								</th>
								<td class="right" data-label={unit ?? t("Uitkomst", "Result")}>
									{formatNumber(bar.value, lang)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
		</figure>
	);
}

/** How far something is that takes longer than a second. Without `value` it only says that it goes on. */
export function Progress({ value, max = 100, label }: { value?: number; max?: number; label: string }) {
	return (
		<div class="progress">
			<span>{label}</span>
			<progress value={value} max={max} aria-label={label} />
		</div>
	);
}

export type Mark = { at: number; from?: number; text: string; past: boolean };

/** Moments on a line of weeks, and where one is now. The list behind it says the same; the drawing is only quicker. */
export function WeekLine({ weeks, marks, now, caption }: { weeks: number; marks: Mark[]; now: number; caption: string }) {
	const x = scaleLinear().domain([0, weeks]).range([8, 392]).clamp(true);
	// Numbers that would touch are said once: the first of them.
	let last = Number.NEGATIVE_INFINITY;
	const said = marks.map(({ at, text }) => {
		if (text === "" || x(at) - last < 28) return "";
		last = x(at);
		return text;
	});
	return (
		<figure class="week-line">
			<svg viewBox="0 0 400 44" role="img" aria-label={caption} preserveAspectRatio="xMidYMid meet">
				<rect class="figure-track" x="8" y="18" width="384" height="4" rx="2" />
				<rect class="figure-fill" x="8" y="18" width={Math.max(0, x(Math.min(now, weeks)) - 8).toFixed(1)} height="4" rx="2" />
				{marks.map((mark) =>
					mark.from === undefined ? null : (
						<rect
							class="figure-period"
							x={x(mark.from).toFixed(1)}
							y="15"
							width={Math.max(2, x(mark.at) - x(mark.from)).toFixed(1)}
							height="10"
							rx="2"
						/>
					),
				)}
				{marks.map((mark, index) => (
					<>
						<circle class={mark.past ? "figure-dot" : "figure-ring"} cx={x(mark.at).toFixed(1)} cy="20" r="5" />
						<text class="figure-week" x={x(mark.at).toFixed(1)} y="40" text-anchor="middle">
							{said[index]}
						</text>
					</>
				))}
				<path class="figure-now" d={`M${x(now).toFixed(1)} 4 V14`} />
			</svg>
			<figcaption>{caption}</figcaption>
		</figure>
	);
}
