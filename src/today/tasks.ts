import { addDays, type CalendarDate, dateOf, daysBetween } from "../law/deadlines.ts";
import { dueDates } from "../reporting-agreements/due-dates.ts";
import type { AgreementLine } from "../reporting-agreements/rules.ts";

/** One report as a list knows it: nothing of what it says. */
export interface ReportHeader {
	readonly id: string;
	/** The root of its agreement line. */
	readonly rootId: string;
	readonly kind: "brief" | "extensive";
	readonly about: AgreementLine["about"];
	readonly state: "draft" | "submitted" | "approved" | "changeRequested" | "refused" | "sent" | "withdrawn";
	readonly stateAt: Date;
	readonly dueOn: CalendarDate | null;
	readonly periodTo: CalendarDate | null;
	/** Of a brief one that is ready: was the candidate told? */
	readonly told: boolean;
	/** Of an approval on paper that waits for a second member of staff: may this one confirm it, or is it another's to do? */
	readonly paper?: "mayConfirm" | "waits" | undefined;
}

/** One trajectory with all that can make something due. */
export interface Case {
	readonly subject: string;
	readonly trajectory: string;
	readonly state: "registered" | "started" | "closed";
	readonly registeredAt: Date;
	readonly startedOn: CalendarDate | null;
	readonly closedOn: CalendarDate | null;
	readonly organisation: string | null;
	readonly coach: string | null;
	readonly agreement: { readonly madeAt: Date; readonly informedAt: Date | null } | undefined;
	readonly lines: readonly AgreementLine[];
	/** When somebody a line goes to left; then nothing goes out on it. */
	readonly recipientLeftAt: Date | null;
	readonly reports: readonly ReportHeader[];
	/** What was told orally, by the root of its agreement line. */
	readonly told: readonly { readonly rootId: string; readonly day: CalendarDate }[];
	readonly questions: readonly Date[];
	readonly noteDrafts: readonly { readonly note: string; readonly updatedAt: Date }[];
	readonly disclosures: readonly { readonly state: string; readonly stateAt: Date; readonly transmitAfter: Date | null }[];
}

export const urgencies = ["late", "now", "soon", "waiting"] as const;
export type Urgency = (typeof urgencies)[number];
export type TaskKind =
	| "report"
	| "draft"
	| "waiting"
	| "answered"
	| "confirm"
	| "secondEye"
	| "send"
	| "tell"
	| "agree"
	| "inform"
	| "recipient"
	| "question"
	| "assign"
	| "start"
	| "note"
	| "undo"
	| "stuck";

/** Something that waits for a coach, and where it is done. */
export interface Task {
	readonly kind: TaskKind;
	readonly urgency: Urgency;
	readonly subject: string;
	readonly trajectory: string;
	readonly organisation: string | null;
	readonly coach: string | null;
	readonly report?: Pick<ReportHeader, "kind" | "about"> & { readonly form: "written" | "oral" };
	/** The day it is or was due. */
	readonly due: CalendarDate | null;
	/** Since when it waits. */
	readonly since: CalendarDate | null;
	/** Days late; 0 when it is not. */
	readonly late: number;
	readonly href: string;
}

/** How far ahead the start page looks. */
export const ahead = 14;

/** All that waits in one trajectory, on this day (R6.1, R7.1, R7.2). A line that is due shows once, with its oldest day. */
export function tasksOf(of: Case, today: CalendarDate): Task[] {
	const base = {
		subject: of.subject,
		trajectory: of.trajectory,
		organisation: of.organisation,
		coach: of.coach,
		due: null,
		since: null,
		late: 0,
	};
	const at = (path: string) => `/kandidaten/${of.subject}${path}`;
	const task = (kind: TaskKind, since: Date | null, href: string, part: Partial<Task> = {}): Task => ({
		...base,
		kind,
		urgency: "now",
		since: since && dateOf(since),
		href: at(href),
		...part,
	});
	const tasks: Task[] = [];
	if (of.state === "registered" && !of.coach) tasks.push(task("assign", of.registeredAt, `/trajecten/${of.trajectory}`));
	if (of.state !== "closed") {
		if (!of.agreement) tasks.push(task("agree", of.registeredAt, `/afspraken/nieuw?traject=${of.trajectory}`));
		else if (!of.agreement.informedAt) tasks.push(task("inform", of.agreement.madeAt, `/afspraken?traject=${of.trajectory}`));
		else if (of.state === "registered") tasks.push(task("start", of.agreement.informedAt, `/trajecten/${of.trajectory}`));
	}
	if (of.state !== "closed" && of.recipientLeftAt) {
		tasks.push(task("recipient", of.recipientLeftAt, `/afspraken/nieuw?traject=${of.trajectory}`));
	}
	tasks.push(...of.questions.map((asked) => task("question", asked, `/afspraken?traject=${of.trajectory}`)));
	tasks.push(...of.noteDrafts.map(({ note, updatedAt }) => task("note", updatedAt, `/notities/${note}`)));
	for (const { state, stateAt, transmitAfter } of of.disclosures) {
		if (state === "queued" && transmitAfter) tasks.push(task("undo", stateAt, "/verstrekkingen"));
		if (["bounced", "blocked", "unknown"].includes(state)) tasks.push(task("stuck", stateAt, "/verstrekkingen"));
	}
	return [...tasks, ...of.reports.flatMap((report) => reportTask(of, report, today, task)), ...dueTasks(of, today, base)];
}

/** Which stands of a report ask something of the coach; a draft is as urgent as the day it is for. */
function reportTask(
	of: Case,
	report: ReportHeader,
	today: CalendarDate,
	task: (kind: TaskKind, since: Date | null, href: string, part?: Partial<Task>) => Task,
): Task[] {
	const { kind, about, state, stateAt, dueOn } = report;
	const what = { kind, about, form: of.lines.find((line) => line.rootId === report.rootId)?.form ?? "written" };
	const href = `/rapporten/${report.id}`;
	const timed = dueOn ? timing(dueOn, today) : {};
	if (state === "draft") return [task("draft", stateAt, href, { report: what, ...timed })];
	if (state === "approved" && report.paper === "mayConfirm") return [task("confirm", stateAt, href, { report: what, ...timed })];
	if (state === "approved" && report.paper === "waits")
		return [task("secondEye", stateAt, href, { report: what, ...timed, urgency: "waiting" })];
	if (state === "approved") return [task("send", stateAt, href, { report: what, ...timed })];
	if (state === "changeRequested" || state === "refused") return [task("answered", stateAt, href, { report: what, ...timed })];
	if (state !== "submitted") return [];
	if (kind === "brief") return [task(report.told ? "send" : "tell", stateAt, href, { report: what, ...timed })];
	return [task("waiting", stateAt, href, { report: what, ...timed, urgency: "waiting" })];
}

/** The oldest day on which each line is due and nobody began a report. */
function dueTasks(of: Case, today: CalendarDate, base: Omit<Task, "kind" | "urgency" | "href">): Task[] {
	return of.lines.flatMap((line): Task[] => {
		const made = of.reports
			.filter((report) => report.rootId === line.rootId && report.state !== "withdrawn")
			.map((report) => report.dueOn ?? report.periodTo ?? dateOf(report.stateAt));
		const told = of.told.filter((one) => one.rootId === line.rootId).map((one) => one.day);
		const [due] = dueDates(line, of, [...made, ...told], today);
		if (!due || due > addDays(today, ahead)) return [];
		const page = line.form === "oral" ? `mondeling?regel=${line.id}` : `nieuw?regel=${line.id}&voor=${due}`;
		const href = `/kandidaten/${of.subject}/rapporten/${page}`;
		return [{ ...base, kind: "report", report: line, href, ...timing(due, today) }];
	});
}

function timing(due: CalendarDate, today: CalendarDate): Pick<Task, "urgency" | "due" | "late"> {
	const late = Math.max(0, daysBetween(due, today));
	return { due, late, urgency: late > 0 ? "late" : due === today ? "now" : "soon" };
}

/** Most urgent first: what is longest late, then what is due first, then what waits longest. */
export function byUrgency(one: Task, other: Task): number {
	const rank = urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency);
	const day = ({ urgency, due, since }: Task) => (urgency === "waiting" ? since : due) ?? since ?? due ?? "9999";
	return rank || day(one).localeCompare(day(other));
}
