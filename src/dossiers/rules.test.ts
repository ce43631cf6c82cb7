import { describe, expect, it } from "vitest";
import { states as deliveries } from "../disclosures/rules.ts";
import { reportStates } from "../reports/rules.ts";
import {
	isOurs,
	longParts,
	mayBeginNote,
	mayBeOfKind,
	mayFinish,
	type NoteFacts,
	nextStep,
	noteKindIds,
	noteSourceIds,
	type ReportFacts,
	type StepFacts,
} from "./rules.ts";

const today = "2026-11-23";
const words = { goal: "Terugkeer", agreed: "", next: "" };
const whole: NoteFacts = { kind: "conversation", source: "candidate", onDay: "2026-11-02", words };
const clause = (decision: { allowed: boolean; under?: string; because?: string }) =>
	`${decision.allowed ? "yes" : "no"} ${decision.under ?? decision.because}`;

describe("notes", () => {
	it("R5.1 — a note is begun on a trajectory that is not closed", () => {
		expect((["registered", "started", "closed"] as const).map((state) => clause(mayBeginNote(state)))).toEqual([
			"yes R5.1",
			"yes R5.1",
			"no R5.1",
		]);
	});

	it("R9.2 — every kind is a plain note but the oral report, which goes through the gate", () => {
		expect([null, ...noteKindIds].map((kind) => clause(mayBeOfKind(kind)))).toEqual([
			"yes R5.1",
			"yes R5.1",
			"yes R5.1",
			"yes R5.1",
			"no R9.2",
		]);
	});

	it("R5.1 — a note is finished only whole: kind, source, day and something said, over every combination", () => {
		for (const kind of [null, ...noteKindIds]) {
			for (const source of [null, ...noteSourceIds]) {
				for (const onDay of [null, "2026-11-02", today, "2026-11-24"]) {
					for (const goal of ["", " \n", "iets"]) {
						const wanted =
							kind === "oralReport"
								? "no R9.2"
								: kind && source && onDay && onDay <= today && goal.trim()
									? "yes R5.1"
									: "no R5.1";
						expect(
							clause(mayFinish({ kind, source, onDay, words: { goal, agreed: "", next: "" } }, today)),
							`${kind} ${source} ${onDay} “${goal}”`,
						).toBe(wanted);
					}
				}
			}
		}
		expect(mayFinish({ ...whole, words: { goal: "", agreed: "", next: "bellen" } }, today).allowed).toBe(true);
	});

	it("R5.1 — short is a guide that is shown, and never a refusal", () => {
		const long = { ...words, agreed: "a".repeat(601) };
		expect(longParts(long)).toEqual(["agreed"]);
		expect(longParts({ ...words, agreed: "a".repeat(600) })).toEqual([]);
		expect(mayFinish({ ...whole, words: long }, today).allowed).toBe(true);
	});
});

const report = (part: Partial<ReportFacts> = {}): ReportFacts => ({
	id: "r",
	kind: "extensive",
	state: "draft",
	since: "2026-11-20",
	informed: false,
	unconfirmed: false,
	delivery: undefined,
	...part,
});
const facts = (part: Partial<StepFacts> = {}): StepFacts => ({
	state: "started",
	agreement: { informed: true },
	question: false,
	recipientLeft: false,
	reports: [],
	due: undefined,
	today,
	...part,
});

describe("what is next", () => {
	const soon = { on: "2026-12-01", form: "written", line: "l" } as const;
	const cases: readonly [string, Partial<StepFacts>, Partial<ReturnType<typeof nextStep>>][] = [
		["no agreement: make it", { agreement: undefined, state: "registered" }, { kind: "makeAgreement", turn: "coach" }],
		[
			"the candidate asks something: answer first",
			{ question: true, agreement: { informed: false } },
			{ kind: "answerQuestion", turn: "coach" },
		],
		[
			"a recipient left: another one before anything is told or sent",
			{ recipientLeft: true, agreement: { informed: false }, reports: [report({ state: "approved" })] },
			{ kind: "newRecipient", turn: "coach" },
		],
		[
			"a recipient left after the trajectory ended: no new agreement",
			{ recipientLeft: true, state: "closed", reports: [report({ state: "approved" })] },
			{ kind: "send" },
		],
		["not informed: inform", { agreement: { informed: false }, state: "registered" }, { kind: "inform", turn: "coach" }],
		["informed and not started: start", { state: "registered" }, { kind: "start", turn: "coach" }],
		["due within a fortnight: write", { due: soon }, { kind: "writeReport", turn: "coach", late: false }],
		["due and oral: record", { due: { ...soon, form: "oral" } }, { kind: "recordOral", turn: "coach" }],
		["due yesterday: late", { due: { ...soon, on: "2026-11-22" } }, { kind: "writeReport", late: true }],
		["due in fifteen days: a note, and when", { due: { ...soon, on: "2026-12-08" } }, { kind: "writeNote", due: "2026-12-08" }],
		["nothing due: a note", {}, { kind: "writeNote", turn: "coach" }],
		["a draft: go on with it before beginning another", { reports: [report()], due: soon }, { kind: "continueReport" }],
		[
			"submitted: the candidate's turn, since three days",
			{ reports: [report({ state: "submitted" })] },
			{ kind: "remind", turn: "candidate", days: 3 },
		],
		["submitted, and another due: our turn", { reports: [report({ state: "submitted" })], due: soon }, { kind: "writeReport" }],
		[
			"the longest waiting is named",
			{ reports: [report({ id: "a", state: "submitted" }), report({ id: "b", state: "submitted", since: "2026-11-01" })] },
			{ kind: "remind", days: 22 },
		],
		["approved: send", { reports: [report({ state: "approved" }), report()] }, { kind: "send", turn: "coach" }],
		[
			"approved on paper by one: a second must see it",
			{ reports: [report({ state: "approved", unconfirmed: true })] },
			{ kind: "confirmPaper" },
		],
		["a change asked: revise", { reports: [report({ state: "changeRequested" })] }, { kind: "revise" }],
		["refused: revise", { reports: [report({ state: "refused" })] }, { kind: "revise" }],
		["brief and not told: tell", { reports: [report({ kind: "brief", state: "submitted" })] }, { kind: "tell" }],
		["brief and told: send", { reports: [report({ kind: "brief", state: "submitted", informed: true })] }, { kind: "send" }],
		[
			"queued: it can be taken back",
			{ reports: [report({ state: "sent", delivery: "queued" })], due: soon },
			{ kind: "undoWindow", turn: "post" },
		],
		["bounced: look", { reports: [report({ state: "sent", delivery: "bounced" })] }, { kind: "checkDelivery", turn: "coach" }],
		[
			"a new agreement not told of holds what was approved",
			{ agreement: { informed: false }, reports: [report({ state: "approved" })] },
			{ kind: "inform" },
		],
		[
			"closed with a final report due: write it",
			{ state: "closed", due: { ...soon, on: "2026-11-20" } },
			{ kind: "writeReport", late: true },
		],
		["closed without an agreement: nothing", { state: "closed", agreement: undefined }, { kind: "closed", turn: "nobody" }],
	];
	for (const [name, part, wanted] of cases) {
		it(`R6.1 — ${name}`, () => expect(nextStep(facts(part))).toMatchObject(wanted));
	}

	it("R7.1, R6.1 — over every phase, agreement, report and delivery there is one step, and it never sends what may not go", () => {
		for (const state of ["registered", "started", "closed"] as const) {
			for (const agreement of [undefined, { informed: false }, { informed: true }]) {
				for (const question of [true, false]) {
					for (const kind of ["brief", "extensive"] as const) {
						for (const reportState of reportStates) {
							for (const informed of [true, false]) {
								for (const delivery of [undefined, ...deliveries]) {
									for (const on of [undefined, "2026-11-01", "2026-11-30", "2027-01-01"]) {
										const one = report({ kind, state: reportState, informed, delivery });
										const step = nextStep(
											facts({
												state,
												agreement,
												question,
												reports: [one],
												due: on ? { on, form: "written", line: "l" } : undefined,
											}),
										);
										const about = JSON.stringify({ state, agreement, question, one, on, step });
										expect(isOurs(step), about).toBe(!["undoWindow", "remind", "closed"].includes(step.kind));
										if (step.kind === "send")
											expect(
												reportState === "approved" || (kind === "brief" && reportState === "submitted" && informed),
												about,
											).toBe(true);
										if (step.kind === "send" || step.kind === "start" || step.kind === "writeReport")
											expect(agreement === undefined ? state : "agreed", about).not.toBe("registered");
										if (agreement && !agreement.informed)
											expect(["inform", "answerQuestion", "undoWindow", "checkDelivery"], about).toContain(step.kind);
										if (step.kind === "undoWindow") expect(["queued", "transmitting"], about).toContain(delivery);
										if (step.kind === "remind") expect([reportState, kind], about).toEqual(["submitted", "extensive"]);
									}
								}
							}
						}
					}
				}
			}
		}
	});
});
