import { describe, expect, it } from "vitest";
import { no, yes } from "../law/decision.ts";
import {
	type Answer,
	answers,
	briefLimit,
	isItsPaper,
	mayAnswer,
	mayBeBrief,
	mayConfirm,
	mayRemind,
	mayRevise,
	maySend,
	mayStep,
	maySubmit,
	type ReminderFacts,
	type ReportState,
	remindsItself,
	reportStates,
	reportSteps,
	type SendFacts,
	type SubmitFacts,
} from "./rules.ts";

const refusal = (clause: string) => ({ allowed: false, because: clause });

describe("states and steps", () => {
	const steps = [
		"submit",
		"approve",
		"requestChange",
		"refuse",
		"revise",
		"send",
		"undo",
		"undoBrief",
		"undoUnanswered",
		"undoRefused",
		"withdraw",
	] as const;
	it.each(reportStates.flatMap((state) => steps.map((step) => [state, step] as const)))(
		"R7.1 — from %s, the step %s goes where the table says or nowhere",
		(state, step) => {
			const to = (reportSteps[state] as Record<string, ReportState>)[step];
			if (to) expect(mayStep(state, step)).toEqual(yes("R7.1"));
			else expect(mayStep(state, step)).toMatchObject(refusal("R7.1"));
		},
	);

	it("R7.1 — an extensive report reaches sent only through approved, a withdrawn one reaches nothing", () => {
		expect(reportSteps.withdrawn).toEqual({});
		expect(
			Object.entries(reportSteps)
				.filter(([, to]) => Object.values(to).includes("approved" as never))
				.map(([from]) => from),
		).toEqual(["submitted", "sent"]);
	});
});

const sendable = (kind: "extensive" | "brief"): SendFacts => ({
	kind,
	state: kind === "extensive" ? "approved" : "submitted",
	answer: { answer: "approved", sameBytes: true, sameRecipients: true, confirmed: true },
	voided: false,
	informed: true,
	agreement: yes("R6.1"),
	sameRecipient: true,
	exception: undefined,
	untold: false,
});

describe("sending", () => {
	const kinds = ["extensive", "brief"] as const;
	const given: (Answer | undefined)[] = [...answers, undefined];
	it.each(kinds.flatMap((kind) => reportStates.flatMap((state) => given.map((answer) => [kind, state, answer] as const))))(
		"R7.1 — kind %s, state %s, answer %s",
		(kind, state, answer) => {
			const decision = maySend({
				...sendable(kind),
				state,
				answer: answer && { answer, sameBytes: true, sameRecipients: true, confirmed: true },
			});
			const may =
				kind === "brief"
					? state === "submitted" || state === "sent"
					: (state === "approved" || state === "sent") && (answer === "approved" || answer === "approvedWithRemark");
			expect(decision.allowed).toBe(may);
		},
	);

	it.each([
		["R7.1", { voided: true }],
		["R7.1", { answer: { answer: "approved", sameBytes: false, sameRecipients: true, confirmed: true } }],
		["R7.1", { answer: { answer: "approved", sameBytes: true, sameRecipients: false, confirmed: true } }],
		["R7.1", { answer: { answer: "approved", sameBytes: true, sameRecipients: true, confirmed: false } }],
		["R6.1", { agreement: no("R6.1") }],
		["R8.1", { agreement: no("R8.1") }],
		["R7.1", { sameRecipient: false }],
	] as const)("%s — a fact that is not right holds an approved report: %j", (clause, wrong) => {
		expect(maySend({ ...sendable("extensive"), ...wrong } as SendFacts)).toMatchObject(refusal(clause));
	});

	it("R7.2 — brief information is held until the candidate was told", () => {
		expect(maySend({ ...sendable("brief"), informed: false })).toMatchObject(refusal("R7.2"));
		expect(maySend(sendable("brief"))).toEqual(yes("R7.2"));
	});

	it("R7.1 — being informed does not stand in for approval, nor approval for being informed", () => {
		expect(maySend({ ...sendable("extensive"), state: "submitted", answer: undefined, informed: true })).toMatchObject(
			refusal("R7.1"),
		);
		expect(
			maySend({
				...sendable("brief"),
				informed: false,
				answer: { answer: "approved", sameBytes: true, sameRecipients: true, confirmed: true },
			}),
		).toMatchObject(refusal("R7.2"));
	});
});

describe("sending without approval", () => {
	const good = { confirmed: true, sameBytes: true, sameRecipients: true, answeredSince: false };
	const given: (Answer | undefined)[] = [...answers, undefined];
	it.each(reportStates.flatMap((state) => given.map((answer) => [state, answer] as const)))(
		"R7.3 — in state %s with answer %s a confirmed exception stands in for no answer and for a no, and for nothing else",
		(state, answer) => {
			const facts = { ...sendable("extensive"), state, exception: good };
			const decision = maySend({
				...facts,
				answer: answer && { answer, sameBytes: true, sameRecipients: true, confirmed: true },
			});
			const approved = answer === "approved" || answer === "approvedWithRemark";
			if ((state === "approved" || state === "sent") && approved) expect(decision).toEqual(yes("R7.1"));
			else if (["submitted", "refused", "sent"].includes(state) && (!answer || answer === "refused"))
				expect(decision).toEqual(yes("R7.3"));
			else expect(decision).toMatchObject(refusal("R7.1"));
		},
	);
	const refused: SendFacts = { ...sendable("extensive"), state: "submitted", answer: undefined, exception: good };
	it.each([
		["R7.3", { exception: { ...good, confirmed: false } }],
		["R7.3", { exception: { ...good, sameBytes: false } }],
		["R7.3", { exception: { ...good, sameRecipients: false } }],
		["R7.3", { exception: { ...good, answeredSince: true } }],
		["R7.1", { exception: undefined }],
		["R7.1", { voided: true }],
		["R7.1", { sameRecipient: false }],
		["R6.1", { agreement: no("R6.1") }],
		["R8.1", { agreement: no("R8.1") }],
		["R7.3", { untold: true }],
	] as const)("%s — an exception does not carry what is not right: %j", (clause, wrong) => {
		expect(maySend(refused)).toEqual(yes("R7.3"));
		expect(maySend({ ...refused, ...wrong } as SendFacts)).toMatchObject(refusal(clause));
	});
	it("R7.3 — until the candidate was told of what went without approval, the next waits: also approved, also brief", () => {
		for (const kind of ["extensive", "brief"] as const)
			expect(maySend({ ...sendable(kind), untold: true })).toMatchObject(refusal("R7.3"));
	});
});

describe("answering", () => {
	const facts = {
		state: "submitted" as ReportState,
		kind: "extensive" as const,
		current: true,
		sameBytes: true,
		sameRecipients: true,
	};
	it.each(reportStates.flatMap((state) => answers.map((answer) => [state, answer] as const)))(
		"R7.1 — in state %s the answer %s is taken only while submitted",
		(state, answer) => {
			expect(mayAnswer({ ...facts, state }, answer).allowed).toBe(state === "submitted");
		},
	);
	it.each(["current", "sameBytes", "sameRecipients"] as const)(
		"R7.1 — an answer to something else than what stands now (%s) is refused",
		(fact) => {
			expect(mayAnswer({ ...facts, [fact]: false }, "approved")).toMatchObject(refusal("R7.1"));
		},
	);
	it("R7.2 — a brief message is not answered", () => {
		expect(mayAnswer({ ...facts, kind: "brief" }, "approved")).toMatchObject(refusal("R7.2"));
	});
});

describe("submitting", () => {
	const facts: SubmitFacts = { state: "draft", kind: "extensive", text: "Het gaat goed.", agreement: yes("R6.1"), untold: false };
	it("R7.1 — a draft with text, and an agreement that allows it is submitted", () => {
		expect(maySubmit(facts)).toEqual(yes("R7.1"));
		expect(maySubmit({ ...facts, kind: "brief" })).toEqual(yes("R7.2"));
	});
	it.each([
		["R7.1", { text: "  \n" }],
		["R7.1", { state: "submitted" }],
		["R6.1", { agreement: no("R6.1") }],
		["R9.1", { agreement: no("R9.1") }],
		["R7.2", { kind: "brief", text: "woord ".repeat(briefLimit.words + 1) }],
		["R7.3", { untold: true }],
	] as const)("%s — not without: %j", (clause, wrong) => {
		expect(maySubmit({ ...facts, ...wrong } as SubmitFacts)).toMatchObject(refusal(clause));
	});
	it("R7.2 — brief means short and without structure", () => {
		expect(mayBeBrief("woord ".repeat(briefLimit.words)).allowed).toBe(true);
		expect(mayBeBrief("## Kop\n\ntekst")).toMatchObject(refusal("R7.2"));
		expect(mayBeBrief("| a | b |\n| - | - |")).toMatchObject(refusal("R7.2"));
	});
});

describe("opening again", () => {
	const mails = ["queued", "transmitting", "accepted", "bounced", "blocked", "unknown", "undone", undefined];
	it.each(reportStates.flatMap((state) => mails.map((mail) => [state, mail] as const)))(
		"R7.1 — a report that is %s, its mail %s: a new version only when nothing of it left",
		(state, mail) => {
			const stopped = mail === "blocked" || mail === "bounced";
			const open = state === "submitted" || state === "approved" || state === "changeRequested" || state === "refused";
			expect(mayRevise(state, mail).allowed).toBe(open || (state === "sent" && stopped));
		},
	);
});

describe("reminding", () => {
	const facts: ReminderFacts = {
		state: "submitted",
		kind: "extensive",
		today: "2026-11-20",
		submittedOn: "2026-11-15",
		reminded: [],
		reachable: true,
	};
	it.each(reportStates.flatMap((state) => (["extensive", "brief"] as const).map((kind) => [state, kind] as const)))(
		"R7.1 — in state %s a report of kind %s is reminded of only while it waits for an answer",
		(state, kind) => {
			expect(mayRemind({ ...facts, state, kind }).allowed).toBe(state === "submitted" && kind === "extensive");
		},
	);
	it.each([
		["reachable", { reachable: false }],
		["once a day", { reminded: ["2026-11-20"] }],
	] as const)("R7.1 — no reminder: %s", (_, wrong) => {
		expect(mayRemind({ ...facts, ...wrong })).toMatchObject(refusal("R7.1"));
	});
	it.each([
		["2026-11-16", [], false],
		["2026-11-15", [], true],
		["2026-11-01", ["2026-11-14"], false],
		["2026-11-01", ["2026-11-13"], true],
		["2026-11-01", ["2026-11-06", "2026-11-13"], true],
		["2026-10-01", ["2026-10-06", "2026-10-13", "2026-10-20"], false],
	] as const)("R7.1 — submitted on %s, reminded on %j: by itself on 20 November is %s", (submittedOn, reminded, expected) => {
		expect(remindsItself({ ...facts, submittedOn, reminded })).toBe(expected);
	});
});

describe("an answer on paper", () => {
	it.each([
		[false, true, true, "R7.1"],
		[true, true, false, "R7.1"],
		[true, false, false, "R7.1"],
		[false, false, false, "R1.2"],
	] as const)("R7.1 — registered by oneself %s, within reach %s: may confirm %s, under %s", (mine, handles, allowed, clause) => {
		const decision = mayConfirm({ mine, handles });
		expect([decision.allowed, decision.allowed ? decision.under : decision.because]).toEqual([allowed, clause]);
	});

	const version = { documentNumber: "C6YC-EHKH-7MAZ-RBVF", sha256: "3e98823e".padEnd(64, "0") };
	it.each([
		["C6YC-EHKH-7MAZ-RBVF", "3e98823e", true],
		["c6yc ehkh 7maz rbvf", "3E98 823E", true],
		["C6YC-EHKH-7MAZ-RBVG", "3e98823e", false],
		["C6YC-EHKH-7MAZ-RBVF", "3e98823f", false],
		["", "", false],
	] as const)("R7.1 — typed over as %s and %s it is this version's paper: %s", (number, hash, expected) => {
		expect(isItsPaper(version, { number, hash }).allowed).toBe(expected);
	});
});
