import type { Bilingual } from "../law/bilingual.ts";
import { type ConsentKind, consentKinds, consentMonths, isConsentVersion } from "../law/consents.ts";
import { type DataClass, dataClasses, type Facts, mayDisclose, needsConsent, type RecipientType } from "../law/data-classes.ts";
import { addMonths, type CalendarDate } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";
import { isDrawable, sizeOf } from "../law/images.ts";

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
	| "lapsed"
	| "replaced";
export type Method = "portal" | "paper" | "word";

/** What may follow what; the database's trigger keeps the same table. The state diagram in docs/ is printed from it. */
export const consentSteps = {
	asked: {
		given: "given",
		refused: "refused",
		registered: "registered",
		expired: "expired",
		lapsed: "lapsed",
		replaced: "lapsed",
	},
	registered: {
		confirmed: "given",
		rejected: "asked",
		withdrawn: "withdrawn",
		expired: "expired",
		lapsed: "lapsed",
		replaced: "lapsed",
	},
	given: { withdrawn: "withdrawn", narrowed: "given", expired: "expired", replaced: "lapsed" },
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
	lapsed: { nl: "Vervallen", en: "Lapsed" },
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

/**
 * The state as it counts today: the date ends a consent, and so does that the recipient is somebody else by now (`another`), whether or not
 * that was written down already.
 */
export function stateOn(state: ConsentState, expiresOn: CalendarDate, today: CalendarDate, another = false): ConsentState {
	if (!["asked", "registered", "given"].includes(state)) return state;
	if (expiresOn < today) return "expired";
	return another ? "lapsed" : state;
}

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

/** To whom a question is about, as the law sees them; `agency` keeps the data itself. */
export type AskedOf = RecipientType | "agency";

export interface AskFacts {
	readonly kind: ConsentKind;
	readonly recipient: AskedOf;
	readonly dataClasses: readonly DataClass[];
	/** The data itself, line by line; or one document. */
	readonly lines: readonly string[];
	readonly document: boolean;
	readonly until: CalendarDate;
	readonly today: CalendarDate;
	/** The same question waits for an answer already. */
	readonly waiting: boolean;
}

const health: readonly DataClass[] = ["capacity", "illness"];

/** May this be asked of a candidate? Never for what nothing opens, nor where no consent is needed: that would be asking for nothing. */
export function mayAsk(facts: AskFacts): Decision {
	const { clause } = consentKinds[facts.kind];
	const check = (holds: boolean, why: Bilingual) => (holds ? yes(clause) : no(clause, why));
	return every(
		check(facts.dataClasses.length > 0, { nl: "Kies om welke gegevens het gaat.", en: "Choose which data it is about." }),
		...facts.dataClasses.map((dataClass) => mayBeAsked(facts.kind, facts.recipient, dataClass)),
		check(facts.document || facts.lines.some((line) => line.trim() !== ""), {
			nl: "Zet de gegevens zelf erbij, regel voor regel. De kandidaat beslist over wat er staat.",
			en: "Put the data itself in, line by line. The candidate decides on what stands there.",
		}),
		check(facts.until > facts.today && facts.until <= addMonths(facts.today, consentMonths.longest), {
			nl: `Kies een einddatum na vandaag, ten hoogste ${consentMonths.longest} maanden vooruit.`,
			en: `Choose an end date after today, at most ${consentMonths.longest} months ahead.`,
		}),
		check(!facts.waiting, {
			nl: "Deze vraag staat al bij de kandidaat. Wacht op het antwoord, of trek de vraag eerst in.",
			en: "This question is with the candidate already. Wait for the answer, or take the question back first.",
		}),
	);
}

function mayBeAsked(kind: ConsentKind, recipient: AskedOf, dataClass: DataClass): Decision {
	const { clause } = consentKinds[kind];
	const all: Facts = { agreement: true, consent: true, statute: false, demand: false };
	if (kind === "hold" || kind === "ask") {
		if (recipient === (kind === "hold" ? "agency" : "carer") && health.includes(dataClass)) return yes(clause);
		return no(clause, {
			nl: "Hiervoor is deze toestemming niet: zij gaat over gezondheid, en over wie haar bewaart of geeft.",
			en: "This consent is not for that: it is about health, and about who keeps or gives it.",
		});
	}
	if (recipient === "agency") return no(clause, { nl: "Kies wie de gegevens krijgt.", en: "Choose who gets the data." });
	if (kind === "disclose" && !needsConsent(recipient, dataClass)) {
		const never = mayDisclose(recipient, dataClass, all);
		if (!never.allowed) return never;
		return no(clause, {
			nl: `${dataClasses[dataClass].nl}: hiervoor is bij deze ontvanger geen toestemming nodig, dus die wordt niet gevraagd.`,
			en: `${dataClasses[dataClass].en}: with this recipient no consent is needed for this, so none is asked.`,
		});
	}
	if (kind === "noObjection" && recipient !== "uwv" && recipient !== "municipality") {
		return no(clause, {
			nl: "Deze verklaring is er alleen voor UWV en gemeenten (Wet SUWI, artikel 74).",
			en: "This declaration is for UWV and municipalities only (SUWI act, article 74).",
		});
	}
	return mayDisclose(recipient, dataClass, all);
}

export interface AnswerFacts {
	readonly kind: ConsentKind;
	readonly state: ConsentState;
	readonly expiresOn: CalendarDate;
	readonly today: CalendarDate;
	/** The recipient is somebody else than who the question names. */
	readonly another: boolean;
	/** What was on the screen or the paper is what was asked. */
	readonly sameWords: boolean;
}

/** May this answer be given now: in the portal by the candidate, or on a signed paper that a member of staff registers? */
export function mayAnswer(facts: AnswerFacts, step: "given" | "refused" | "registered"): Decision {
	const { clause } = consentKinds[facts.kind];
	return every(
		mayHappen(facts.kind, stateOn(facts.state, facts.expiresOn, facts.today, facts.another), step),
		facts.sameWords
			? yes(clause)
			: no(clause, {
					nl: "Dit is niet de vraag zoals zij gesteld is. Lees haar eerst opnieuw.",
					en: "This is not the question as it was asked. Please read it again first.",
				}),
	);
}

/** May the consent be narrowed to these classes? Only to less, and to something. */
export function mayNarrow(kind: ConsentKind, state: ConsentState, now: readonly string[], next: readonly string[]): Decision {
	const { clause } = consentKinds[kind];
	const less = next.length > 0 && next.length < now.length && next.every((one) => now.includes(one));
	return every(
		mayHappen(kind, state, "narrowed"),
		less
			? yes(clause)
			: no(clause, {
					nl: "Laat minder over dan er nu geldt, en ten minste iets. Alles weg? Trek de toestemming dan in.",
					en: "Leave less than holds now, and at least something. All of it? Then withdraw the consent.",
				}),
	);
}

/** May this member of staff say that the registered paper is right? Four eyes: never who registered it (R8.1). */
export function mayConfirmPaper(facts: {
	readonly kind: ConsentKind;
	readonly state: ConsentState;
	readonly own: boolean;
}): Decision {
	const { clause } = consentKinds[facts.kind];
	return every(
		mayHappen(facts.kind, facts.state, "confirmed"),
		facts.own
			? no(clause, {
					nl: "Een ander dan wie het papier registreerde, bevestigt het.",
					en: "Somebody else than who registered the paper confirms it.",
				})
			: yes(clause),
	);
}

/** Is this signed paper the paper of this question? What stands on it is typed over, and must be the same. */
export function isItsPaper(
	asked: { readonly kind: ConsentKind; readonly number: string; readonly sha256: string },
	typed: { readonly number: string; readonly hash: string },
): Decision {
	const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, "");
	const { clause } = consentKinds[asked.kind];
	if (plain(typed.number) === plain(asked.number) && plain(typed.hash) === plain(asked.sha256.slice(0, 8))) return yes(clause);
	return no(clause, {
		nl: "Dit nummer of kenmerk hoort niet bij deze vraag. Kijk op het ondertekende papier.",
		en: "This number or fingerprint does not belong to this question. Look at the signed paper.",
	});
}

export const largestScan = 8 * 1024 * 1024;
export type ScanType = "application/pdf" | "image/jpeg" | "image/png";

/** What a scan is by its own bytes, whatever it is called; undefined when it is none of the three, or a picture of more pixels than anybody should draw. */
export function scanTypeOf(bytes: Uint8Array): ScanType | undefined {
	const begins = (...wanted: readonly number[]) => wanted.every((byte, place) => bytes[place] === byte);
	const tail = (length: number) => String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - length)));
	if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return tail(2048).includes("%%EOF") ? "application/pdf" : undefined;
	if (!isDrawable(sizeOf(bytes))) return undefined;
	if (begins(0xff, 0xd8, 0xff)) return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9 ? "image/jpeg" : undefined;
	if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return tail(12).includes("IEND") ? "image/png" : undefined;
	return undefined;
}
