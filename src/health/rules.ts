import type { Bilingual } from "../law/bilingual.ts";
import type { CalendarDate } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";

/** The states of a question to a doctor or carer (R8.2). The letter is fixed while it is a draft, and sent on paper. */
export type RequestState = "draft" | "sent" | "answered" | "closed" | "withdrawn";
export type RequestStep = "send" | "answer" | "close" | "withdraw";

/** What may follow what; the state diagram in docs/ is printed from it. */
export const requestSteps = {
	draft: { send: "sent", withdraw: "withdrawn" },
	sent: { answer: "answered", close: "closed", withdraw: "withdrawn" },
	answered: { answer: "answered", close: "closed" },
	closed: {},
	withdrawn: {},
} as const satisfies Record<RequestState, Partial<Record<RequestStep, RequestState>>>;

export const requestStateNames = {
	draft: { nl: "Concept", en: "Draft" },
	sent: { nl: "Verstuurd", en: "Sent" },
	answered: { nl: "Beantwoord", en: "Answered" },
	closed: { nl: "Afgesloten", en: "Closed" },
	withdrawn: { nl: "Ingetrokken", en: "Withdrawn" },
} as const satisfies Record<RequestState, Bilingual>;

/** May this step be taken in this state? */
export function mayStep(state: RequestState, step: RequestStep): Decision {
	if (Object.hasOwn(requestSteps[state], step)) return yes("R8.2");
	return no("R8.2", {
		nl: `Dat kan niet meer: de stand is “${requestStateNames[state].nl.toLowerCase()}”.`,
		en: `That is no longer possible: it is “${requestStateNames[state].en.toLowerCase()}”.`,
	});
}

const noConsent = no("R8.2", {
	nl: "Bij een arts of behandelaar vragen wij alleen iets met schriftelijke toestemming van de kandidaat, voor deze arts en deze gegevens. Die geldt nu niet.",
	en: "We ask a doctor or carer only with the candidate's written consent, for this doctor and this data. None is in force now.",
});

export interface LetterFacts {
	readonly state: RequestState;
	/** A consent to ask is in force, for this carer and all that is asked. */
	readonly consent: boolean;
	/** The carer has an address to send it to. */
	readonly address: boolean;
}

/** May the letter be made? Only with consent, because the consent is in it (R8.2). */
export function mayMakeLetter({ state, consent, address }: LetterFacts): Decision {
	return every(
		state === "draft" ? yes("R8.2") : mayStep("closed", "send"),
		consent ? yes("R8.2") : noConsent,
		address
			? yes("R8.2")
			: no("R8.2", {
					nl: "Van deze arts of behandelaar is geen postadres bekend.",
					en: "There is no postal address of this doctor or carer.",
				}),
	);
}

export interface SendFacts {
	readonly state: RequestState;
	/** The consent that is in force now is the one that stands in the letter. */
	readonly consent: "same" | "other" | "none";
	readonly letter: boolean;
	readonly sentOn: CalendarDate;
	/** The day on which that consent came to hold. */
	readonly givenOn?: CalendarDate | undefined;
	readonly today: CalendarDate;
}

/** May it be recorded that the letter went? Not without the consent in it still in force on that day (R8.2). */
export function maySend({ state, consent, letter, sentOn, givenOn, today }: SendFacts): Decision {
	return every(
		mayStep(state, "send"),
		letter ? yes("R8.2") : no("R8.2", { nl: "Er is nog geen brief gemaakt.", en: "No letter was made yet." }),
		consent === "none"
			? noConsent
			: consent === "same"
				? yes("R8.2")
				: no("R8.2", {
						nl: "In de brief staat een toestemming die niet meer geldt. Maak de brief opnieuw.",
						en: "The letter holds a consent that is no longer in force. Make the letter anew.",
					}),
		sentOn <= today ? yes("R8.2") : no("R8.2", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." }),
		givenOn === undefined || givenOn <= sentOn
			? yes("R8.2")
			: no("R8.2", {
					nl: "Op deze dag was er nog geen toestemming. De brief ging daarna.",
					en: "On this day there was no consent yet. The letter went after that.",
				}),
	);
}

export interface FileFacts {
	readonly state: RequestState;
	readonly consent: boolean;
	readonly receivedOn: CalendarDate;
	readonly today: CalendarDate;
	readonly empty: boolean;
}

/** May this answer be filed? What comes in after the consent ended is not kept (R8.2). */
export function mayFileAnswer({ state, consent, receivedOn, today, empty }: FileFacts): Decision {
	return every(
		mayStep(state, "answer"),
		consent
			? yes("R8.2")
			: no("R8.2", {
					nl: "De toestemming geldt niet meer. Lees het antwoord niet, bewaar het niet en stuur het terug.",
					en: "The consent is no longer in force. Do not read the answer, do not keep it, and send it back.",
				}),
		receivedOn <= today ? yes("R8.2") : no("R8.2", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." }),
		empty
			? no("R8.3", {
					nl: "Typ het antwoord over of voeg het toe als pdf, PNG of JPEG.",
					en: "Type the answer over, or add it as a PDF, PNG or JPEG.",
				})
			: yes("R8.3"),
	);
}

/** May the candidate have what was kept destroyed? When neither a law nor a consent of theirs carries it any more (R2.1). */
export function mayDiscard(carried: boolean): Decision {
	if (!carried) return yes("R2.1");
	return no("R2.1", {
		nl: "Dit deel is open: de wet of uw toestemming staat toe dat wij het bewaren. Trek eerst uw toestemming in.",
		en: "This part is open: a law or your consent lets us keep it. Withdraw your consent first.",
	});
}

/** A question line by line, as the candidate is asked about it: what they consent to are these lines. */
export const questionLines = (question: string): string[] =>
	question
		.split(/\n+/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
