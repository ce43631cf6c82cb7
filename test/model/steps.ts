import fc from "fast-check";
import type { Manner } from "../mail-sink.ts";
import { askedFor, declaredFor, type Kind, type Topic } from "./witness.ts";

/** What somebody does to the report and its agreement, each in one word. */
type Plain =
	| "edit"
	| "submit"
	| "send"
	| "undo"
	| "revise"
	| "withdraw"
	| "sweep"
	| "sendAgain"
	| "moveAddress"
	| "changeAgreement";
/** What becomes of the questions to the candidate: the latest that waits for an answer, or the latest that holds. */
type Said = "give" | "refuse" | "paper" | "takeBack" | "takeBackByPhone" | "narrow" | "night";

export interface Asking {
	do: "ask";
	kind: "disclose" | "noObjection";
	/** For the newest version alone, or for the data in whatever it stands. */
	about: "document" | "values";
	days: number;
	/** Another purpose, or another recipient, than that of the report. */
	astray?: "purpose" | "recipient" | undefined;
}

/** One thing that somebody, the worker or the world does. */
export type Step =
	| { do: Plain | Said | "closeLink" | "takeLate" | "replace" }
	/** Written down so many minutes after it was spoken. */
	| { do: "say"; ago: number }
	| Asking
	| { do: "become"; kind: Kind }
	| {
			do: "answer";
			answer: "approved" | "approvedWithRemark" | "refused" | "changeRequested";
			seen: "newest" | "older" | "otherRecipients";
	  }
	| { do: "wait"; minutes: number }
	| {
			do: "deliver";
			manner: Manner;
			crash?: "claimed" | "opened" | "transmitting" | "answered" | "settled" | undefined;
			/** What somebody does between two steps of the worker. */
			meanwhile?: { at: "claimed" | "opened" | "transmitting"; step: Step } | undefined;
	  }
	| {
			do: "collect";
			/** The reader goes away before the gate was asked, or after it said yes. */
			crash?: "asked" | "released" | undefined;
			/** What somebody does between the gate's yes and the document. */
			meanwhile?: Step | undefined;
	  };

export interface Story {
	topics: readonly Topic[];
	kind: Kind;
	steps: readonly Step[];
}

const day = 24 * 60;
const plain = <Name extends Plain | Said | "closeLink" | "takeLate" | "replace">(weight: number, ...names: Name[]) => ({
	weight,
	arbitrary: fc.constantFrom<Step[]>(...names.map((name) => ({ do: name }))),
});
const kinds = fc.constantFrom<Kind[]>("employer", "uwv", "insurer", "companyDoctor");
const become = fc.record({ do: fc.constant("become" as const), kind: kinds });
const wait = fc.record({
	do: fc.constant("wait" as const),
	minutes: fc.constantFrom(1, 11, 11, 240, -3, day, 2 * day, 2 * day, 20 * day, 100 * day),
});
const takesBack = plain(3, "takeBack", "takeBack", "narrow", "takeBackByPhone");
const answers = fc.record({
	do: fc.constant("answer" as const),
	answer: fc.oneof(
		{ weight: 5, arbitrary: fc.constant("approved" as const) },
		fc.constantFrom("approvedWithRemark" as const, "refused" as const, "changeRequested" as const),
	),
	seen: fc.oneof(
		{ weight: 5, arbitrary: fc.constant("newest" as const) },
		fc.constantFrom("older" as const, "otherRecipients" as const),
	),
});
const asks: fc.Arbitrary<Asking> = fc.record({
	do: fc.constant("ask" as const),
	kind: fc.constantFrom("disclose" as const, "disclose" as const, "disclose" as const, "noObjection" as const),
	about: fc.constantFrom("values" as const, "values" as const, "document" as const),
	days: fc.constantFrom(1, 1, 30, 90),
	astray: fc.option(fc.constantFrom("purpose" as const, "recipient" as const), { nil: undefined, freq: 6 }),
});
const manner = fc.oneof(
	{ weight: 8, arbitrary: fc.constant<Manner>("accept") },
	fc.constantFrom<Manner[]>("hang", "hangUp", { at: "DATA", code: 451 }, { at: "RCPT", code: 550 }, { at: "MAIL", code: 421 }),
);
const beforeTheGate = fc.record({
	at: fc.constantFrom("claimed" as const, "opened" as const, "opened" as const),
	step: fc.oneof(takesBack, plain(1, "undo", "moveAddress", "changeAgreement", "replace"), become, wait),
});
const afterTheGate = fc.record({ at: fc.constant("transmitting" as const), step: fc.oneof(takesBack, plain(1, "undo")) });
const delivers = fc.record({
	do: fc.constant("deliver" as const),
	manner,
	crash: fc.option(
		fc.constantFrom("claimed" as const, "opened" as const, "transmitting" as const, "answered" as const, "settled" as const),
		{ nil: undefined, freq: 4 },
	),
	meanwhile: fc.option(fc.oneof({ weight: 3, arbitrary: beforeTheGate }, afterTheGate), { nil: undefined, freq: 2 }),
});
const collects = fc.record({
	do: fc.constant("collect" as const),
	crash: fc.option(fc.constantFrom("asked" as const, "released" as const), { nil: undefined, freq: 4 }),
	meanwhile: fc.option(
		fc.oneof(takesBack, plain(1, "closeLink", "moveAddress", "replace"), become, fc.constant<Step>({ do: "wait", minutes: 2 })),
		{
			nil: undefined,
			freq: 2,
		},
	),
});
/** Of what becomes of consent, of time and of the way out: nearly all that matters once a report waits at the door. */
const late: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: wait },
	{ weight: 7, arbitrary: delivers },
	{ weight: 3, arbitrary: asks },
	plain(5, "give"),
	plain(1, "refuse"),
	plain(1, "paper"),
	{ ...takesBack, weight: 4 },
	plain(1, "night"),
	{ weight: 2, arbitrary: become },
	plain(1, "replace"),
	{ weight: 3, arbitrary: fc.record({ do: fc.constant("say" as const), ago: fc.constantFrom(0, 0, 5, 240, 2 * day) }) },
	{ weight: 4, arbitrary: collects },
	plain(1, "closeLink"),
	plain(1, "takeLate"),
);
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 40, arbitrary: late },
	plain(4, "edit"),
	plain(6, "submit"),
	plain(6, "send"),
	plain(2, "undo"),
	plain(2, "revise"),
	plain(1, "withdraw"),
	plain(2, "sweep"),
	plain(3, "sendAgain"),
	plain(1, "moveAddress"),
	plain(1, "changeAgreement"),
	{ weight: 7, arbitrary: answers },
);

// Who the report is for, and what stands in it: what goes by mail on an approval, by mail on a consent, and what only waits to be collected.
type About = Pick<Story, "kind" | "topics">;
const chosen = (...choice: [number, Kind, ...Topic[]][]): fc.Arbitrary<About> =>
	fc.oneof(...choice.map(([weight, kind, ...topics]) => ({ weight, arbitrary: fc.constant({ kind, topics }) })));
const heavy = chosen(
	[3, "employer", "workCapacity"],
	[3, "employer", "progress", "limitations", "cv"],
	[1, "uwv", "workCapacity"],
	[1, "uwv", "illness"],
	[2, "uwv", "testScores"],
	[1, "insurer", "workCapacity", "illness"],
	[1, "companyDoctor", "progress", "illness"],
);
const mailed = chosen(
	[3, "employer", "attendance", "progress"],
	[2, "employer", "attendance", "cv"],
	[1, "companyDoctor", "progress"],
);
const any = fc.oneof({ weight: 1, arbitrary: heavy }, { weight: 2, arbitrary: mailed });

/** The road to a report that is queued, with everything that it needs. */
function ahead({ kind, topics }: About, given: "document" | "values", days: number): Step[] {
	const consent = askedFor(kind, topics).length > 0;
	const ask: Asking = { do: "ask", kind: "disclose", about: "values", days };
	const declared: Step[] = declaredFor(kind, topics).length > 0 ? [{ ...ask, kind: "noObjection" }, { do: "give" }] : [];
	return [
		...(consent && given === "values" ? ([ask, { do: "give" }] as const) : []),
		{ do: "edit" },
		{ do: "submit" },
		{ do: "answer", answer: "approved", seen: "newest" },
		...(consent && given === "document" ? ([{ do: "give" }] as const) : []),
		...declared,
		{ do: "send" },
	];
}
const delivered: Step[] = [
	{ do: "wait", minutes: 11 },
	{ do: "deliver", manner: "accept" },
];

const begun = (about: fc.Arbitrary<About>, onward: readonly Step[]) =>
	fc
		.tuple(about, fc.constantFrom("document" as const, "values" as const), fc.constantFrom(1, 1, 30, 90))
		.map(([its, given, days]) => ({ ...its, first: [...ahead(its, given, days), ...onward] }));

/**
 * A history. Two in three begin where it gets interesting: with a text that was submitted, approved, consented to and sent; or with one whose
 * link its reader has. All end with time passing, the worker at work and the recipient at the door: whatever still may go then goes.
 */
export const stories: fc.Arbitrary<Story> = fc
	.oneof(
		fc.tuple(
			any.map((its) => ({ ...its, first: [] as Step[] })),
			fc.array(step, { maxLength: 10 }),
		),
		fc.tuple(begun(any, []), fc.array(fc.oneof(late, step), { maxLength: 10 })),
		fc.tuple(begun(heavy, delivered), fc.array(fc.oneof({ weight: 3, arbitrary: late }, step), { maxLength: 8 })),
	)
	.map(([{ kind, topics, first }, steps]) => ({ kind, topics, steps: [...first, ...steps, ...delivered, { do: "collect" }] }));
