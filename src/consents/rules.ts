import type { Bilingual } from "../law/bilingual.ts";
import { type ConsentKind, consentKinds, isConsentVersion } from "../law/consents.ts";
import type { CalendarDate } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";

export type ConsentState = "asked" | "given" | "refused" | "registered" | "withdrawn" | "expired" | "lapsed";
export type ConsentEventKind =
	| "given"
	| "refused"
	| "registered"
	| "confirmed"
	| "rejected"
	| "withdrawn"
	| "narrowed"
	| "expired"
	| "lapsed";
export type Method = "portal" | "paper" | "word";

/** What may follow what; the database's trigger keeps the same table. The state diagram in docs/ is printed from it. */
export const consentSteps = {
	asked: { given: "given", refused: "refused", registered: "registered", expired: "expired", lapsed: "lapsed" },
	registered: { confirmed: "given", rejected: "asked", withdrawn: "withdrawn", expired: "expired", lapsed: "lapsed" },
	given: { withdrawn: "withdrawn", narrowed: "given", expired: "expired" },
	refused: {},
	withdrawn: {},
	expired: {},
	lapsed: {},
} as const satisfies Record<ConsentState, Partial<Record<ConsentEventKind, ConsentState>>>;
export const consentStates = Object.keys(consentSteps) as readonly ConsentState[];

export const consentStateNames = {
	asked: { nl: "Wacht op antwoord", en: "Waits for an answer" },
	given: { nl: "Geldt", en: "In force" },
	refused: { nl: "Nee gezegd", en: "Refused" },
	registered: { nl: "Papier wacht op controle", en: "Paper waits for a check" },
	withdrawn: { nl: "Ingetrokken", en: "Withdrawn" },
	expired: { nl: "Verlopen", en: "Expired" },
	lapsed: { nl: "Vraag vervallen", en: "Question lapsed" },
} as const satisfies Record<ConsentState, Bilingual>;

/** May this happen to a consent in this state? Where it leads is `consentSteps[state][step]`. */
export function mayHappen(kind: ConsentKind, state: ConsentState, step: ConsentEventKind): Decision {
	const { clause } = consentKinds[kind];
	if (step in consentSteps[state]) return yes(clause);
	return no(clause, {
		nl: `Dat kan niet meer: de stand is “${consentStateNames[state].nl.toLowerCase()}”.`,
		en: `That is no longer possible: it is “${consentStateNames[state].en.toLowerCase()}”.`,
	});
}

/** The state as it counts today: the date ends a consent, whether or not somebody wrote that down already. */
export const stateOn = (state: ConsentState, expiresOn: CalendarDate, today: CalendarDate): ConsentState =>
	expiresOn < today && ["asked", "registered", "given"].includes(state) ? "expired" : state;

/** What is asked of a consent at the moment that something would go on it. */
export interface InForceFacts {
	readonly kind: ConsentKind;
	readonly state: ConsentState;
	readonly expiresOn: CalendarDate;
	readonly today: CalendarDate;
	readonly textVersion: string;
	/** The recipient is of the kind, and of the organisation, that they were when it was asked. */
	readonly sameRecipient: boolean;
	/** Null: it is for values. Otherwise whether what would go is that very document. */
	readonly sameDocument: boolean | null;
}

/** Is this consent in force, for this recipient and these bytes, today? */
export function isInForce(facts: InForceFacts): Decision {
	const { clause } = consentKinds[facts.kind];
	const state = stateOn(facts.state, facts.expiresOn, facts.today);
	const check = (holds: boolean, why: Bilingual) => (holds ? yes(clause) : no(clause, why));
	return every(
		check(state === "given", {
			nl: `Deze toestemming geldt niet: de stand is “${consentStateNames[state].nl.toLowerCase()}”.`,
			en: `This consent is not in force: it is “${consentStateNames[state].en.toLowerCase()}”.`,
		}),
		check(isConsentVersion(facts.textVersion), {
			nl: "De tekst van deze toestemming is niet bekend. Vraag haar opnieuw.",
			en: "The text of this consent is not known. Ask for it anew.",
		}),
		check(facts.sameRecipient, {
			nl: "De ontvanger is veranderd sinds de toestemming. Vraag haar opnieuw.",
			en: "The recipient changed since the consent. Ask for it anew.",
		}),
		check(facts.sameDocument !== false, {
			nl: "De toestemming is voor een ander document.",
			en: "The consent is for another document.",
		}),
	);
}
