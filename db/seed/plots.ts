import { assignmentTypes, type ReportAbout, type ReportDefault } from "../../src/law/assignment-types.ts";
import { addDays, addMonths, type CalendarDate, daysBetween } from "../../src/law/deadlines.ts";
import { recordOralReport } from "../../src/reports/oral.server.ts";
import type { Fate, Told } from "./person.ts";
import { oralSummary } from "./report-texts.ts";
import { type Deed, deeds, type Written } from "./reporting.ts";
import { dayAgo } from "./scene.ts";
import { asCoach, type Story } from "./story.ts";
import type { Step } from "./timeline.ts";

type Plot = readonly (readonly [before: number, deed: Deed])[];
const submitted: Plot = [
	[5, "begin"],
	[4, "write"],
	[4, "submit"],
];
const approved: Plot = [...submitted, [1, "approve"]];
const changed: Plot = [
	[12, "begin"],
	[11, "write"],
	[11, "submit"],
	[8, "askChange"],
	[6, "revise"],
	[6, "correct"],
];

/** How it came to each fate: the deeds, each with how many days before the last. */
const plots: Record<Fate, Plot> = {
	nothing: [],
	draft: [
		[2, "begin"],
		[0, "write"],
		[0, "falseAlarm"],
	],
	submitted: [
		[2, "begin"],
		[1, "write"],
		[0, "submit"],
	],
	reminded: [
		[2, "begin"],
		[1, "write"],
		[0, "submit"],
		[-5, "remind"],
	],
	changeRequested: [...submitted, [0, "askChange"]],
	refused: [...submitted, [0, "refuse"]],
	approved: [...submitted, [0, "approve"]],
	remark: [...submitted, [0, "remark"]],
	sent: [...approved, [0, "send"], [0, "deliver"]],
	revised: [...changed, [5, "submit"], [2, "approve"], [0, "send"], [0, "deliver"]],
	resubmitted: [...changed, [0, "submit"]],
	queued: [
		[1, "begin"],
		[1, "write"],
		[1, "submit"],
		[0, "approve"],
		[0, "sendNow"],
	],
	undone: [...approved, [0, "send"], [0, "undo"]],
	bounced: [...approved, [0, "send"], [0, "bounce"]],
	unknown: [...approved, [0, "send"], [0, "lose"]],
	blocked: [...approved, [0, "send"], [0, "recipientLeaves"], [0, "deliver"]],
	paper: [...submitted, [2, "paper"], [1, "confirmPaper"], [0, "send"], [0, "deliver"]],
	paperWaiting: [...submitted, [0, "paper"]],
	withdrawn: [...submitted, [0, "withdraw"]],
	briefTold: [
		[1, "begin"],
		[1, "write"],
		[1, "submit"],
		[0, "tell"],
		[0, "send"],
		[0, "deliver"],
	],
	briefRead: [
		[1, "begin"],
		[1, "write"],
		[1, "submit"],
		[1, "read"],
		[0, "send"],
		[0, "deliver"],
	],
	briefHeld: [
		[1, "begin"],
		[0, "write"],
		[0, "submit"],
	],
};

/** Every report of the story, the plan first, each due when the agreement says. */
export function reportSteps(story: Story): Step[] {
	const { scene, person } = story;
	const start = dayAgo(scene, person.since);
	const defaults: readonly ReportDefault[] = assignmentTypes[person.type].reports;
	let from = start;
	const steps = (person.reports ?? []).flatMap((told, index) => {
		const { about, due } = dueAfter(defaults, start, index);
		const one = stepsFor(story, told, { about, n: index + story.number, due, from });
		from = due;
		return one;
	});
	if (!person.final || !person.closed) return steps;
	const due = dayAgo(scene, person.closed[1]);
	return [...steps, ...stepsFor(story, person.final, { about: "final", n: story.number, due, from })];
}

function dueAfter(
	defaults: readonly ReportDefault[],
	start: CalendarDate,
	index: number,
): { about: ReportAbout; due: CalendarDate } {
	const plan = defaults.find((one) => one.about === "plan");
	const first = plan && "afterDays" in plan.due ? plan.due.afterDays : undefined;
	if (first !== undefined && index === 0) return { about: "plan", due: addDays(start, first) };
	const progress = defaults.find((one) => one.about === "progress");
	const months = progress && "everyMonths" in progress.due ? progress.due.everyMonths : 3;
	return { about: "progress", due: addMonths(start, months * (first === undefined ? index + 1 : index)) };
}

type About = Pick<Written, "about" | "n" | "due" | "from">;

function stepsFor(story: Story, told: Told, about: About): Step[] {
	const [fate, ago] = typeof told === "string" ? ([told, undefined] as const) : told;
	const last = ago ?? Math.max(daysBetween(about.due, story.scene.today) + 1, 0);
	const written: Written = {
		story,
		...about,
		report: crypto.randomUUID(),
		version: crypto.randomUUID(),
		disclosure: crypto.randomUUID(),
		answer: crypto.randomUUID(),
	};
	return plots[fate].map(([before, deed]) => {
		const day = last + before;
		return { day, run: () => deeds[deed](written, day) };
	});
}

/** What was told on the oral line, and whether the candidate knows (R9.2, R7.2). */
export function oralSteps(story: Story): Step[] {
	const { scene, person, candidate, trajectory } = story;
	if (!person.oral) return [];
	const [, day, knows] = person.oral;
	const run = async () => {
		const by = asCoach(story, day, "15:10");
		const { rows } = await scene.owner.query<{ id: string }>(
			"select id from app.agreement_line where agreement_id = $1 and form = 'oral'",
			[story.agreement],
		);
		const on = dayAgo(scene, day);
		const informed = knows ? ({ how: "phone", on } as const) : null;
		await recordOralReport(by, {
			id: by.chance.uuid(),
			informId: by.chance.uuid(),
			candidate,
			trajectory,
			line: rows[0]?.id ?? "",
			on,
			time: "15:00",
			summary: oralSummary,
			informed,
		});
	};
	return [{ day, run }];
}
