import { describe, expect, it } from "vitest";
import type { AgreementLine } from "../reporting-agreements/rules.ts";
import { byUrgency, type Case, type ReportHeader, type Task, tasksOf } from "./tasks.ts";

const today = "2026-11-23";
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const line: AgreementLine = {
	id: "line-2",
	rootId: "line-1",
	since: "2026-09-01",
	contactId: "petra",
	categories: ["progress"],
	form: "written",
	about: "progress",
	kind: "extensive",
	purpose: "assignments",
	everyMonths: 2,
	everyWeeks: null,
	afterDays: null,
	atEnd: false,
	firstDue: null,
};
const told = { madeAt: at("2026-09-01"), informedAt: at("2026-09-02") };
const of = (part: Partial<Case> = {}): Case => ({
	subject: "s",
	trajectory: "t",
	state: "started",
	registeredAt: at("2026-08-20"),
	startedOn: "2026-09-07",
	closedOn: null,
	organisation: "Bakkerij",
	coach: "anna",
	agreement: told,
	lines: [],
	recipientLeftAt: null,
	reports: [],
	told: [],
	questions: [],
	noteDrafts: [],
	disclosures: [],
	...part,
});
const report = (part: Partial<ReportHeader> = {}): ReportHeader => ({
	id: "r",
	rootId: "line-1",
	kind: "extensive",
	about: "progress",
	state: "draft",
	stateAt: at("2026-11-20"),
	dueOn: "2026-11-07",
	periodTo: null,
	told: false,
	...part,
});
const said = (tasks: Task[]) => tasks.map((task) => [task.kind, task.urgency, task.due ?? task.since, task.late]);

describe("R6.1 — what a line that falls due asks", () => {
	it.each([
		["nothing long before", { startedOn: "2026-11-07" }, []],
		[
			"late, once, from its oldest day",
			{ startedOn: "2026-07-07", lines: [{ ...line, since: "2026-07-01" }] },
			[["report", "late", "2026-09-07", 77]],
		],
		["late", { startedOn: "2026-09-07" }, [["report", "late", "2026-11-07", 16]]],
		["today", { startedOn: "2026-09-23" }, [["report", "now", "2026-11-23", 0]]],
		["in two weeks", { startedOn: "2026-10-07" }, [["report", "soon", "2026-12-07", 0]]],
		["in more than two weeks: not yet", { startedOn: "2026-10-08" }, []],
		["before the start: nothing", { startedOn: null }, []],
	] as [string, Partial<Case>, unknown[]][])("R6.1 — %s", (_, part, expected) =>
		expect(said(tasksOf(of({ lines: [line], ...part }), today))).toEqual(expected),
	);

	it("R6.1 — links to a new report on that line, for that day", () => {
		const [task] = tasksOf(of({ lines: [line] }), today);
		expect(task?.href).toBe("/kandidaten/s/rapporten/nieuw?regel=line-2&voor=2026-11-07");
		const [spoken] = tasksOf(of({ lines: [{ ...line, form: "oral", kind: "brief" }] }), today);
		expect(spoken?.href).toBe("/kandidaten/s/rapporten/mondeling?regel=line-2");
	});
});

describe("R7.1 — what each stand of a report asks, instead of the line it is on", () => {
	it.each([
		["draft", "extensive", false, [["draft", "late", "2026-11-07", 16]]],
		["submitted", "extensive", false, [["waiting", "waiting", "2026-11-07", 16]]],
		["approved", "extensive", false, [["send", "late", "2026-11-07", 16]]],
		["changeRequested", "extensive", false, [["answered", "late", "2026-11-07", 16]]],
		["refused", "extensive", false, [["answered", "late", "2026-11-07", 16]]],
		["sent", "extensive", false, []],
		["withdrawn", "extensive", false, [["report", "late", "2026-11-07", 16]]],
		["draft", "brief", false, [["draft", "late", "2026-11-07", 16]]],
		["submitted", "brief", false, [["tell", "late", "2026-11-07", 16]]],
		["submitted", "brief", true, [["send", "late", "2026-11-07", 16]]],
	] as [ReportHeader["state"], ReportHeader["kind"], boolean, unknown[]][])(
		"R7.1 — %s, %s, told %s",
		(state, kind, informed, expected) =>
			expect(said(tasksOf(of({ lines: [line], reports: [report({ state, kind, told: informed })] }), today))).toEqual(expected),
	);

	const stands = ["draft", "submitted", "approved", "changeRequested", "refused", "sent", "withdrawn"] as const;
	it.each(
		stands.flatMap((state) =>
			(["extensive", "brief"] as const).flatMap((kind) =>
				([undefined, "mayConfirm", "waits"] as const).map((paper) => [state, kind, paper] as const),
			),
		),
	)(
		"R7.1 — %s, %s, paper %s: only an approval waits for a second member of staff, and then it is not to be sent",
		(state, kind, paper) => {
			const [with_, without] = [paper, undefined].map((one) =>
				said(tasksOf(of({ lines: [line], reports: [report({ state, kind, paper: one })] }), today)),
			);
			if (state !== "approved" || !paper) expect(with_).toEqual(without);
			else if (paper === "mayConfirm") expect(with_).toEqual([["confirm", "late", "2026-11-07", 16]]);
			else expect(with_).toEqual([["secondEye", "waiting", "2026-11-07", 16]]);
		},
	);

	it("R7.1 — a draft that nobody waits for is for now", () =>
		expect(said(tasksOf(of({ reports: [report({ dueOn: null })] }), today))).toEqual([["draft", "now", "2026-11-20", 0]]));
});

describe("R6.1 — what comes before the first report", () => {
	it.each([
		["registered", undefined, "anna", [["agree", "now", "2026-08-20", 0]]],
		[
			"registered",
			undefined,
			null,
			[
				["assign", "now", "2026-08-20", 0],
				["agree", "now", "2026-08-20", 0],
			],
		],
		["registered", { ...told, informedAt: null }, "anna", [["inform", "now", "2026-09-01", 0]]],
		["registered", told, "anna", [["start", "now", "2026-09-02", 0]]],
		["started", { ...told, informedAt: null }, "anna", [["inform", "now", "2026-09-01", 0]]],
		["started", told, "anna", []],
		["closed", undefined, "anna", []],
		["closed", { ...told, informedAt: null }, "anna", []],
	] as [Case["state"], Case["agreement"], string | null, unknown[]][])(
		"R6.1 — %s, agreement %j, coach %s",
		(state, agreement, coach, expected) => expect(said(tasksOf(of({ state, agreement, coach }), today))).toEqual(expected),
	);
});

it("R4.1 — what can still be taken back or did not arrive is shown", () => {
	const disclosures = ["queued", "transmitting", "accepted", "bounced", "blocked", "unknown", "undone", "recorded"].map(
		(state) => ({ state, stateAt: at(today), transmitAfter: at(today) }),
	);
	expect(tasksOf(of({ disclosures }), today).map((task) => task.kind)).toEqual(["undo", "stuck", "stuck", "stuck"]);
});

it("R5.1 — unfinished notes and open questions are shown", () =>
	expect(
		said(tasksOf(of({ questions: [at("2026-11-21")], noteDrafts: [{ note: "n", updatedAt: at("2026-11-22") }] }), today)),
	).toEqual([
		["question", "now", "2026-11-21", 0],
		["note", "now", "2026-11-22", 0],
	]));

it("R6.1 — the longest late comes first, what waits for others last", () => {
	const task = (urgency: Task["urgency"], due: string | null, since: string | null = null) => ({ urgency, due, since }) as Task;
	const sorted = [
		task("waiting", null, "2026-01-01"),
		task("soon", "2026-11-25"),
		task("late", "2026-11-20"),
		task("now", null, "2026-11-22"),
		task("late", "2026-11-01"),
	].sort(byUrgency);
	expect(sorted.map((one) => `${one.urgency} ${one.due ?? one.since}`)).toEqual([
		"late 2026-11-01",
		"late 2026-11-20",
		"now 2026-11-22",
		"soon 2026-11-25",
		"waiting 2026-01-01",
	]);
	const waiting = [task("waiting", "2026-11-01", "2026-11-20"), task("waiting", "2026-12-01", "2026-11-13")].sort(byUrgency);
	expect(waiting.map(({ since }) => since)).toEqual(["2026-11-13", "2026-11-20"]);
});

it("R6.1 — a recipient who left is shown until there is another, while the trajectory runs", () => {
	const recipientLeftAt = at("2026-11-20");
	expect(said(tasksOf(of({ recipientLeftAt }), today))).toEqual([["recipient", "now", "2026-11-20", 0]]);
	expect(said(tasksOf(of({ recipientLeftAt, state: "closed", closedOn: "2026-11-21" }), today))).toEqual([]);
});
