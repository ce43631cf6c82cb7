import { type ExceptionFacts, heldUntilTold, holds } from "../exceptions/rules.ts";
import type { ReportAbout } from "../law/assignment-types.ts";
import { type CalendarDate, daysBetween } from "../law/deadlines.ts";
import { type Decision, no, yes } from "../law/decision.ts";

export type { ReportAbout };
export type ReportKind = "brief" | "extensive";
export type ReportState = "draft" | "submitted" | "approved" | "changeRequested" | "refused" | "sent" | "withdrawn";
export type ReportStep =
	| "submit"
	| "approve"
	| "requestChange"
	| "refuse"
	| "revise"
	| "send"
	| "undo"
	| "undoBrief"
	| "undoUnanswered"
	| "undoRefused"
	| "withdraw";
export type Answer = "approved" | "approvedWithRemark" | "changeRequested" | "refused";

/** What may follow what. The state diagram in docs/ is printed from this table. */
export const reportSteps = {
	draft: { submit: "submitted", withdraw: "withdrawn" },
	submitted: {
		approve: "approved",
		requestChange: "changeRequested",
		refuse: "refused",
		revise: "draft",
		send: "sent",
		withdraw: "withdrawn",
	},
	approved: { revise: "draft", send: "sent", withdraw: "withdrawn" },
	changeRequested: { revise: "draft", withdraw: "withdrawn" },
	refused: { revise: "draft", send: "sent", withdraw: "withdrawn" },
	// Undone before anything left, it stands where it stood. Stopped at the door, or refused by the mail server: written anew (mayRevise).
	sent: { undo: "approved", undoBrief: "submitted", undoUnanswered: "submitted", undoRefused: "refused", revise: "draft" },
	withdrawn: {},
} as const satisfies Record<ReportState, Partial<Record<ReportStep, ReportState>>>;

export const reportStates = Object.keys(reportSteps) as readonly ReportState[];
export const answers: readonly Answer[] = ["approved", "approvedWithRemark", "changeRequested", "refused"];

const notNow = (state: ReportState): Decision =>
	no("R7.1", {
		nl: `Dit kan niet bij een rapport met de stand ‘${stateNames[state].nl}’.`,
		en: `Not possible for a report that is ‘${stateNames[state].en}’.`,
	});

export const stateNames = {
	draft: { nl: "concept", en: "draft" },
	submitted: { nl: "voorgelegd", en: "submitted" },
	approved: { nl: "akkoord", en: "approved" },
	changeRequested: { nl: "wijziging gevraagd", en: "change requested" },
	refused: { nl: "niet akkoord", en: "refused" },
	sent: { nl: "verzonden", en: "sent" },
	withdrawn: { nl: "ingetrokken", en: "withdrawn" },
} as const satisfies Record<ReportState, { nl: string; en: string }>;

/** May this step be taken from this state? The state it leads to is `reportSteps[state][step]`. */
export function mayStep(state: ReportState, step: ReportStep): Decision {
	return step in reportSteps[state] ? yes("R7.1") : notNow(state);
}

/** May this report be opened again for a new version? What was sent only when nothing of it left: stopped, or refused by the mail server. */
export function mayRevise(state: ReportState, mail: string | undefined): Decision {
	const step = mayStep(state, "revise");
	if (state !== "sent" || mail === "blocked" || mail === "bounced") return step;
	return no("R7.1", {
		nl: "Dit rapport is verzonden of onderweg. Wat er anders moet, komt in een volgend rapport.",
		en: "This report was sent or is on its way. What has to change goes in a next report.",
	});
}

/** A brief report is brief: at most this many words, and neither headings nor tables. */
export const briefLimit = { words: 200 };

/** May this text go as brief information (beknopt)? What is longer or has a structure is shown to the candidate first. */
export function mayBeBrief(text: string): Decision {
	const words = text.split(/\s+/).filter(Boolean).length;
	if (words > briefLimit.words) {
		return no("R7.2", {
			nl: `Een kort bericht heeft hoogstens ${briefLimit.words} woorden; dit zijn er ${words}. Maak er een uitgebreid rapport van.`,
			en: `A brief message has at most ${briefLimit.words} words; this has ${words}. Make it an extensive report.`,
		});
	}
	if (/^#{1,6} /m.test(text) || /^\|.*\|$/m.test(text)) {
		return no("R7.2", {
			nl: "Een kort bericht heeft geen kopjes of tabellen. Maak er een uitgebreid rapport van.",
			en: "A brief message has no headings or tables. Make it an extensive report.",
		});
	}
	return yes("R7.2");
}

export interface SubmitFacts {
	state: ReportState;
	kind: ReportKind;
	text: string;
	/** What the reporting agreement says of this line, its recipient and its categories now (mayReport, R6.1). */
	agreement: Decision;
	/** An earlier report went on an exception (R7.3) and it is not recorded that the candidate knows. */
	untold: boolean;
}

/** May this draft be frozen and shown to the candidate (extensive), or made ready to send (brief)? */
export function maySubmit({ state, kind, text, agreement, untold }: SubmitFacts): Decision {
	const step = mayStep(state, "submit");
	if (!step.allowed) return step;
	if (untold) return heldUntilTold;
	if (text.trim() === "")
		return no("R7.1", { nl: "Er staat nog niets in dit rapport.", en: "There is nothing in this report yet." });
	if (!agreement.allowed) return agreement;
	return kind === "brief" ? mayBeBrief(text) : yes("R7.1");
}

export interface AnswerFacts {
	state: ReportState;
	kind: ReportKind;
	/** The version answered is the newest, and not voided. */
	current: boolean;
	/** The hash and recipients that the person saw are those of the version. */
	sameBytes: boolean;
	sameRecipients: boolean;
}

const stepOf: Record<Answer, ReportStep> = {
	approved: "approve",
	approvedWithRemark: "approve",
	changeRequested: "requestChange",
	refused: "refuse",
};

/** May the candidate give this answer now? Approval binds this text, these recipients, this PDF. */
export function mayAnswer(facts: AnswerFacts, answer: Answer): Decision {
	if (facts.kind === "brief") {
		return no("R7.2", {
			nl: "Een kort bericht wordt niet voorgelegd; u wordt erover geïnformeerd.",
			en: "A brief message is not submitted; you are told of it.",
		});
	}
	const step = mayStep(facts.state, stepOf[answer]);
	if (!step.allowed) return step;
	if (!facts.current || !facts.sameBytes || !facts.sameRecipients) {
		return no("R7.1", {
			nl: "Er is een nieuwere versie. Lees die eerst.",
			en: "There is a newer version. Please read that one first.",
		});
	}
	return yes("R7.1");
}

export interface SendFacts {
	state: ReportState;
	kind: ReportKind;
	/** The newest version's answer, if any; on paper it counts once a second member of staff saw it. */
	answer: { answer: Answer; sameBytes: boolean; sameRecipients: boolean; confirmed: boolean } | undefined;
	voided: boolean;
	/** The candidate was told of this brief message (R7.2). */
	informed: boolean;
	/** As in SubmitFacts: still agreed, the recipient still there and verified. */
	agreement: Decision;
	/** Person, organisation and verified address are those that were shown with the text. */
	sameRecipient: boolean;
	/** The exception for this version, if any was proposed and not withdrawn (R7.3). */
	exception: ExceptionFacts | undefined;
	untold: boolean;
}

/** May this report go to its recipient now? Asked when the coach sends, and again at the moment of transmission. */
export function maySend(facts: SendFacts): Decision {
	if (facts.voided) return no("R7.1", { nl: "Deze versie is vervallen.", en: "This version is void." });
	const answered = facts.kind === "extensive" ? isApprovedOrExcepted(facts) : isInformed(facts);
	if (!answered.allowed) return answered;
	if (facts.untold) return heldUntilTold;
	if (!facts.agreement.allowed) return facts.agreement;
	if (!facts.sameRecipient) {
		return no("R7.1", {
			nl: "De ontvanger of het adres is veranderd sinds dit rapport is voorgelegd. Maak een nieuwe versie.",
			en: "The recipient or the address changed since this report was submitted. Make a new version.",
		});
	}
	return answered;
}

// An exception is for no answer and for a no. Of a question to change something it is none: that asks for a new version.
function isApprovedOrExcepted(facts: SendFacts): Decision {
	const approved = isApproved(facts);
	const { state, answer, exception } = facts;
	const excepted = (!answer || answer.answer === "refused") && ["submitted", "refused", "sent"].includes(state);
	return approved.allowed || !exception || !excepted ? approved : holds(exception);
}

function isApproved({ state, answer }: SendFacts): Decision {
	if (state !== "approved" && state !== "sent") {
		if (state === "submitted")
			return no("R7.1", {
				nl: "De kandidaat heeft nog niet geantwoord. Geen antwoord is geen akkoord.",
				en: "The candidate has not answered yet. No answer is no approval.",
			});
		if (state === "refused") return no("R7.1", { nl: "De kandidaat is niet akkoord.", en: "The candidate does not approve." });
		if (state === "changeRequested")
			return no("R7.1", { nl: "De kandidaat vroeg om een wijziging.", en: "The candidate asked for a change." });
		return notNow(state);
	}
	if (!answer || (answer.answer !== "approved" && answer.answer !== "approvedWithRemark")) {
		return no("R7.1", { nl: "Er is geen akkoord van de kandidaat.", en: "There is no approval by the candidate." });
	}
	if (!answer.confirmed) {
		return no("R7.1", {
			nl: "Een tweede medewerker moet het papieren akkoord nog bevestigen.",
			en: "A second member of staff has to confirm the approval on paper.",
		});
	}
	if (!answer.sameBytes || !answer.sameRecipients) {
		return no("R7.1", {
			nl: "Het akkoord hoort bij een andere tekst of andere ontvangers.",
			en: "The approval belongs to another text or other recipients.",
		});
	}
	return yes("R7.1");
}

function isInformed({ state, informed }: SendFacts): Decision {
	if (state !== "submitted" && state !== "sent") return notNow(state);
	return informed
		? yes("R7.2")
		: no("R7.2", {
				nl: "Leg eerst vast dat de kandidaat van dit bericht weet.",
				en: "First record that the candidate was told of this message.",
			});
}

/** When the house itself reminds of a report that waits: days after it was submitted, then every so many, so often at most. */
export const reminding = { firstAfter: 5, thenEvery: 7, most: 3 };

export interface ReminderFacts {
	state: ReportState;
	kind: ReportKind;
	today: CalendarDate;
	submittedOn: CalendarDate;
	/** The days on which this version was reminded of, oldest first. */
	reminded: readonly CalendarDate[];
	/** The candidate has an account to answer in. */
	reachable: boolean;
}

/** May somebody remind the candidate of this report now? Only of what waits for an answer, and at most once a day. */
export function mayRemind({ state, kind, today, reminded, reachable }: ReminderFacts): Decision {
	if (kind !== "extensive" || state !== "submitted") return notNow(state);
	if (!reachable) {
		return no("R7.1", {
			nl: "Deze kandidaat heeft geen account in het portaal. Bel of schrijf; antwoorden kan op papier.",
			en: "This candidate has no account in the portal. Call or write; they can answer on paper.",
		});
	}
	if (reminded.at(-1) === today) {
		return no("R7.1", { nl: "Vandaag is al een herinnering gestuurd.", en: "A reminder was sent today already." });
	}
	return yes("R7.1");
}

/** Does the house remind by itself today? However often it does: no answer never becomes approval. */
export function remindsItself(facts: ReminderFacts): boolean {
	if (!mayRemind(facts).allowed || facts.reminded.length >= reminding.most) return false;
	const last = facts.reminded.at(-1);
	return last
		? daysBetween(last, facts.today) >= reminding.thenEvery
		: daysBetween(facts.submittedOn, facts.today) >= reminding.firstAfter;
}

/** May this member of staff confirm an approval on paper? Four eyes: never who registered it; and within one's reach. */
export function mayConfirm({ mine, handles }: { mine: boolean; handles: boolean }): Decision {
	if (mine) {
		return no("R7.1", {
			nl: "Een ander dan wie het papier registreerde, bevestigt het.",
			en: "Somebody else than who registered the paper confirms it.",
		});
	}
	if (handles) return yes("R7.1");
	return no("R1.2", {
		nl: "De backoffice bevestigt dit, of een collega die dit traject begeleidt.",
		en: "Back office confirms this, or a colleague who guides this trajectory.",
	});
}

/** Is this signed paper the paper of this version? What stands on it is typed over, and must be the same. */
export function isItsPaper(
	version: { documentNumber: string; sha256: string },
	typed: { number: string; hash: string },
): Decision {
	const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, "");
	if (plain(typed.number) === plain(version.documentNumber) && plain(typed.hash) === plain(version.sha256.slice(0, 8)))
		return yes("R7.1");
	return no("R7.1", {
		nl: "Dit nummer of kenmerk hoort niet bij deze versie. Kijk op het ondertekende papier; bij een andere versie geldt het niet.",
		en: "This number or fingerprint does not belong to this version. Look at the signed paper; for another version it does not count.",
	});
}
