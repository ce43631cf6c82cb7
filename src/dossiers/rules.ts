import type { State as Delivery } from "../disclosures/rules.ts";
import type { Bilingual } from "../law/bilingual.ts";
import { addDays, type CalendarDate, daysBetween } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";
import type { ReportKind, ReportState } from "../reports/rules.ts";

/** What a conversation note (gespreksnotitie) is of. An oral report has its own form, because it leaves the agency. */
export const noteKinds = {
	conversation: { nl: "Gesprek", en: "Conversation" },
	phone: { nl: "Telefoongesprek", en: "Phone call" },
	mail: { nl: "E-mail", en: "E-mail" },
	oralReport: { nl: "Mondelinge rapportage", en: "Oral report" },
} as const satisfies Record<string, Bilingual>;
export type NoteKind = keyof typeof noteKinds;
export const noteKindIds = Object.keys(noteKinds) as readonly NoteKind[];

/** Of whom the information came (AVG 14 and 15). */
export const noteSources = {
	candidate: { nl: "De kandidaat", en: "The candidate" },
	commissioner: { nl: "De opdrachtgever", en: "The commissioner" },
	other: { nl: "Iemand anders", en: "Somebody else" },
} as const satisfies Record<string, Bilingual>;
export type NoteSource = keyof typeof noteSources;
export const noteSourceIds = Object.keys(noteSources) as readonly NoteSource[];

/** The three questions of a note, in their order. */
export const noteParts = ["goal", "agreed", "next"] as const;
export type NotePart = (typeof noteParts)[number];
/** A note is short (R5.1): a guide that is shown, not a wall. Past `longest` it is no note. */
export const noteLength = { guide: 600, longest: 10_000 } as const;

export interface NoteFacts {
	readonly kind: NoteKind | null;
	readonly source: NoteSource | null;
	readonly onDay: CalendarDate | null;
	readonly words: Readonly<Record<NotePart, string>>;
}

/** May a new note be begun on a trajectory in this state? A closed dossier does not grow; what is in it can be corrected. */
export function mayBeginNote(state: "registered" | "started" | "closed"): Decision {
	if (state !== "closed") return yes("R5.1");
	return no("R5.1", {
		nl: "Dit traject is afgesloten. Heropen het om er weer in te schrijven.",
		en: "This trajectory is closed. Reopen it to write in it again.",
	});
}

/** May a note be of this kind? An oral report is a disclosure: it passes the gate, and stands in the register. */
export function mayBeOfKind(kind: NoteKind | null): Decision {
	if (kind !== "oralReport") return yes("R5.1");
	return no("R9.2", {
		nl: "Een mondelinge rapportage leg je vast bij Rapportages: dan staat die ook bij wat er is verstrekt.",
		en: "Record an oral report under Reports: then it also stands with what was disclosed.",
	});
}

/** May this be finished? A finished note says what it is, of whom it came and of which day, and says something (R5.1). */
export function mayFinish({ kind, source, onDay, words }: NoteFacts, today: CalendarDate): Decision {
	const complete = kind !== null && source !== null && onDay !== null;
	return every(
		mayBeOfKind(kind),
		complete
			? yes("R5.1")
			: no("R5.1", {
					nl: "Vul in wat dit was, van wie het kwam en op welke dag.",
					en: "Fill in what this was, of whom it came and on which day.",
				}),
		onDay === null || onDay <= today
			? yes("R5.1")
			: no("R5.1", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." }),
		noteParts.some((part) => words[part].trim() !== "")
			? yes("R5.1")
			: no("R5.1", { nl: "Er staat nog niets in deze notitie.", en: "There is nothing in this note yet." }),
	);
}

/** Which parts are longer than a short note should be. */
export const longParts = (words: Readonly<Record<NotePart, string>>): NotePart[] =>
	noteParts.filter((part) => [...words[part]].length > noteLength.guide);

export interface ReportFacts {
	readonly id: string;
	readonly kind: ReportKind;
	readonly state: ReportState;
	/** The day it came into this state. */
	readonly since: CalendarDate;
	/** The candidate was told of its newest version (R7.2). */
	readonly informed: boolean;
	/** An approval on paper that a second member of staff has yet to confirm. */
	readonly unconfirmed: boolean;
	/** Where its last disclosure stands, if there is one. */
	readonly delivery: Delivery | undefined;
}

export interface StepFacts {
	readonly state: "registered" | "started" | "closed";
	readonly agreement: { readonly informed: boolean } | undefined;
	/** Somebody whom the agreement names has left: nothing goes to them any more (R4.1). */
	readonly recipientLeft: boolean;
	/** The candidate asked something about the agreement that nobody answered yet. */
	readonly question: boolean;
	readonly reports: readonly ReportFacts[];
	/** The first day on which something is due by the agreement, and how it goes. */
	readonly due: { readonly on: CalendarDate; readonly form: "written" | "oral"; readonly line: string } | undefined;
	readonly today: CalendarDate;
}

/** Whose turn it is. `post` is the message itself, on its way. */
export type Turn = "coach" | "candidate" | "post" | "nobody";
export type NextStep = { readonly turn: Turn } & (
	| {
			readonly kind: "undoWindow" | "checkDelivery" | "send" | "tell" | "revise" | "confirmPaper" | "continueReport";
			readonly report: string;
	  }
	| { readonly kind: "remind"; readonly report: string; readonly days: number }
	| { readonly kind: "writeReport" | "recordOral"; readonly line: string; readonly on: CalendarDate; readonly late: boolean }
	| { readonly kind: "writeNote"; readonly due: CalendarDate | undefined }
	| { readonly kind: "makeAgreement" | "newRecipient" | "answerQuestion" | "inform" | "start" | "closed" }
);

/** How long before its day a report counts as the next thing to do. */
const lead = 14;

/**
 * What is next in a dossier, and whose turn it is: always one thing. First what is on its way and can still be stopped, then what
 * the agreement needs (R6.1: without it nothing starts and nothing goes), then what waits on us, then what is due, then waiting.
 */
export function nextStep(facts: StepFacts): NextStep {
	const { state, agreement, reports } = facts;
	const first = (wanted: (report: ReportFacts) => boolean) => reports.find(wanted);
	const under = first(({ state, delivery }) => state === "sent" && (delivery === "queued" || delivery === "transmitting"));
	if (under) return { kind: "undoWindow", turn: "post", report: under.id };
	const lost = first(
		({ state, delivery }) => state === "sent" && (delivery === "bounced" || delivery === "blocked" || delivery === "unknown"),
	);
	if (lost) return { kind: "checkDelivery", turn: "coach", report: lost.id };
	if (state !== "closed") {
		if (!agreement) return { kind: "makeAgreement", turn: "coach" };
		if (facts.question) return { kind: "answerQuestion", turn: "coach" };
		if (facts.recipientLeft) return { kind: "newRecipient", turn: "coach" };
	}
	if (agreement && !agreement.informed) return { kind: "inform", turn: "coach" };
	if (state === "registered") return { kind: "start", turn: "coach" };
	return ours(reports) ?? due(facts) ?? waiting(facts);
}

// Ranked by how near the reader it is: what is approved goes before what is still being written.
function ours(reports: readonly ReportFacts[]): NextStep | undefined {
	const steps: readonly [
		NextStep["kind"] & ("send" | "tell" | "revise" | "confirmPaper" | "continueReport"),
		(report: ReportFacts) => boolean,
	][] = [
		["confirmPaper", (report) => report.state === "approved" && report.unconfirmed],
		["send", (report) => report.state === "approved"],
		["tell", (report) => report.kind === "brief" && report.state === "submitted" && !report.informed],
		["send", (report) => report.kind === "brief" && report.state === "submitted"],
		["revise", (report) => report.state === "changeRequested" || report.state === "refused"],
		["continueReport", (report) => report.state === "draft"],
	];
	for (const [kind, wanted] of steps) {
		const report = reports.find(wanted);
		if (report) return { kind, turn: "coach", report: report.id };
	}
	return undefined;
}

function due({ due, today }: StepFacts): NextStep | undefined {
	if (!due || due.on > addDays(today, lead)) return undefined;
	return {
		kind: due.form === "oral" ? "recordOral" : "writeReport",
		turn: "coach",
		line: due.line,
		on: due.on,
		late: due.on < today,
	};
}

function waiting({ state, reports, due, today }: StepFacts): NextStep {
	const [longest] = reports.filter((report) => report.state === "submitted").sort((a, b) => a.since.localeCompare(b.since));
	if (longest)
		return { kind: "remind", turn: "candidate", report: longest.id, days: Math.max(0, daysBetween(longest.since, today)) };
	return state === "closed" ? { kind: "closed", turn: "nobody" } : { kind: "writeNote", turn: "coach", due: due?.on };
}

/** Is this step's button the filled one? Not while somebody else's turn it is: waiting is no work of ours. */
export const isOurs = (step: NextStep): boolean => step.turn === "coach";
