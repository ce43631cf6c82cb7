import type { Bilingual } from "../law/bilingual.ts";
import type { ClauseId } from "../law/clauses.ts";
import { type DataClass, dataClasses, mayDisclose, type Needs, noFacts, type RecipientType } from "../law/data-classes.ts";
import { type Decision, no, yes } from "../law/decision.ts";
import { may, type Role } from "../law/roles.ts";

type Row = Bilingual & {
	readonly clause: ClauseId;
	/** The row of the law's table that says to whom it may go. None: it goes to nobody in free text (AVG 9 and 10, UAVG 46). */
	readonly dataClass?: DataClass;
};

/** What the guard tells apart in a text (domein: AVG 9 and 10, UAVG 30–33 and 46, the AP on the sick employee). */
export const findingClasses = {
	illness: { nl: "Aard of oorzaak van ziekte", en: "Nature or cause of illness", clause: "R8.1", dataClass: "illness" },
	treatment: { nl: "Behandeling of medicijnen", en: "Treatment or medication", clause: "R8.1", dataClass: "illness" },
	practitioner: { nl: "Behandelaar", en: "Practitioner", clause: "R8.1", dataClass: "illness" },
	sickLeave: { nl: "Ziekmelding of verzuim", en: "Sick leave", clause: "R8.1" },
	capacity: { nl: "Belastbaarheid of beperking", en: "Work capacity or limitation", clause: "R8.1", dataClass: "capacity" },
	criminal: { nl: "Strafrechtelijk gegeven", en: "Criminal-law data", clause: "R4.1" },
	special: { nl: "Ander bijzonder persoonsgegeven", en: "Other special category data", clause: "R4.1" },
	bsn: { nl: "Burgerservicenummer", en: "Citizen service number (BSN)", clause: "R4.1", dataClass: "bsn" },
	identifier: { nl: "Rekening- of documentnummer", en: "Account or document number", clause: "R4.1" },
	testScores: {
		nl: "Score op een persoonlijkheidstest",
		en: "Score on a personality test",
		clause: "R3.e",
		dataClass: "testScores",
	},
} as const satisfies Record<string, Row>;
export type FindingClass = keyof typeof findingClasses;
export const findingClassIds = Object.keys(findingClasses) as readonly FindingClass[];

/** What stands in a text, where, and why it was marked. */
export interface Finding {
	/** Offsets in the text as it was given, as `slice` takes them. */
	readonly start: number;
	readonly end: number;
	readonly class: FindingClass;
	/** Which rule of the lexicon found it. */
	readonly rule: string;
	readonly reason: Bilingual;
	readonly clause: ClauseId;
}

/** What is so of the text's way out: who gets it, in which form, and what was agreed and consented for it. */
export interface GuardFacts {
	readonly to: RecipientType;
	/** A brief message is not shown to the candidate first (R7.2). */
	readonly kind: "brief" | "extensive";
	/** The data classes that the line of the reporting agreement names. */
	readonly agreed: readonly DataClass[];
	/** The data classes for which a written consent is in force, for this recipient and purpose. */
	readonly consented: readonly DataClass[];
}

/** What has to happen with a sentence before the text may go: nothing, longer form, consent, agreement, or away with it. */
export type Outcome = "may" | "makeExtensive" | "needsConsent" | "notAgreed" | "never";
export const outcomes = {
	may: { nl: "Mag naar deze ontvanger", en: "May go to this recipient" },
	makeExtensive: { nl: "Alleen in een uitgebreid rapport", en: "In an extensive report only" },
	needsConsent: { nl: "Alleen met toestemming", en: "Only with consent" },
	notAgreed: { nl: "Niet afgesproken", en: "Not agreed" },
	never: { nl: "Moet eruit", en: "Must go" },
} as const satisfies Record<Outcome, Bilingual>;

// The AP counts the bare fact of being reported sick as health data; who ordered the trajectory knows it already.
const knowsOfSickLeave: readonly RecipientType[] = ["employer", "uwv", "municipality", "insurer", "carer", "candidate"];

/** May a sentence of this class go to this recipient, in this form? With what has to happen otherwise. */
export function outcomeOf(of: FindingClass, facts: GuardFacts): { readonly outcome: Outcome; readonly decision: Decision } {
	const row: Row = findingClasses[of];
	const { to, kind } = facts;
	const never = { outcome: "never", decision: mustGo(of) } as const;
	if (of === "sickLeave") return knowsOfSickLeave.includes(to) ? { outcome: "may", decision: yes("R6.1") } : never;
	if (!row.dataClass) return to === "candidate" ? { outcome: "may", decision: yes("R6.1") } : never;
	const agreement = facts.agreed.includes(row.dataClass);
	const decision = mayDisclose(to, row.dataClass, { ...noFacts, agreement, consent: facts.consented.includes(row.dataClass) });
	const needs: Needs = dataClasses[row.dataClass].to[to];
	if (needs === "agreement") return { outcome: decision.allowed ? "may" : "notAgreed", decision };
	if (needs !== "consent" && needs !== "agreementAndConsent") return { outcome: "never", decision };
	if (kind === "brief") return { outcome: "makeExtensive", decision: notBrief(of) };
	if (decision.allowed) return { outcome: "may", decision };
	return { outcome: needs === "agreementAndConsent" && !agreement ? "notAgreed" : "needsConsent", decision };
}

const mustGo = (of: FindingClass): Decision =>
	no(findingClasses[of].clause, {
		nl: `${findingClasses[of].nl}: hoort niet in een tekst voor deze ontvanger.`,
		en: `${findingClasses[of].en}: does not belong in a text for this recipient.`,
	});

const notBrief = (of: FindingClass): Decision =>
	no("R7.2", {
		nl: `${findingClasses[of].nl}: een kort bericht krijgt de kandidaat niet eerst te lezen. Haal het eruit, of maak er een uitgebreid rapport van.`,
		en: `${findingClasses[of].en}: a brief message is not shown to the candidate first. Take it out, or make it an extensive report.`,
	});

/** One finding that a second person set aside as a false alarm: these very words at this place of exactly this sentence, by this rule. */
export interface SetAside {
	readonly class: FindingClass;
	readonly rule: string;
	/** Where in the sentence the marked words begin, and the words: "3:kanker". */
	readonly span: string;
	readonly sentence: string;
}

/** The marked words of a sentence, with what stands before and after them: for who looks at it. */
export function spanIn(sentence: string, span: string): { before: string; words: string; after: string } {
	const colon = span.indexOf(":");
	const [at, words] = [Number(span.slice(0, colon)), span.slice(colon + 1)];
	return { before: sentence.slice(0, at), words, after: sentence.slice(at + words.length) };
}

/** May this text go? The first finding that may not answers, unless it was set aside (R7.2, R8.1, R4.1). */
export function guardDecision(findings: readonly Marked[], facts: GuardFacts, aside: readonly SetAside[]): Decision {
	for (const finding of findings) {
		if (isSetAside(finding, aside)) continue;
		const { decision } = outcomeOf(finding.class, facts);
		if (!decision.allowed) return decision;
	}
	return yes("R8.1");
}

/** A finding with the sentence it stands in, and its place in that sentence. */
export interface Marked extends Finding {
	readonly sentence: string;
	readonly span: string;
}
/** Is it this very finding? Another word of the sentence, or the same word once more, is another one. */
export const isSetAside = (finding: Marked, aside: readonly SetAside[]): boolean =>
	aside.some(
		(one) =>
			one.class === finding.class && one.rule === finding.rule && one.span === finding.span && one.sentence === finding.sentence,
	);

/** May this member of staff set a finding aside that a colleague calls a false alarm? Never who called it so: four eyes. */
export function maySetAside(facts: {
	readonly roles: readonly Role[];
	readonly own: boolean;
	readonly decided: boolean;
	/** It says which words of the sentence it is about. */
	readonly placed: boolean;
}): Decision {
	const ability = may(facts.roles, "setAside.confirm");
	if (!ability.allowed) return ability;
	if (facts.own)
		return no("R8.1", {
			nl: "Een ander dan wie het loos alarm noemde, beoordeelt het.",
			en: "Somebody else than who called it a false alarm judges it.",
		});
	if (facts.decided) return no("R8.1", { nl: "Hier is al over beslist.", en: "This was decided already." });
	if (!facts.placed)
		return no("R8.1", {
			nl: "Dit is gevraagd voor de hele zin. Laat het opnieuw vragen, voor het ene woord.",
			en: "This was asked for the whole sentence. Have it asked anew, for the one word.",
		});
	return yes("R8.1");
}

/** Where a word of the agency's own stands: proposed and not counting yet, in use, in use until a second person lets it go, or out. */
export type WordState = "proposed" | "inUse" | "leaving" | "ended";
export interface WordFacts {
	readonly class: FindingClass | "leftAlone";
	readonly confirmed: boolean;
	readonly leaving: boolean;
	readonly ended: boolean;
}
export function wordState(word: WordFacts): WordState {
	if (word.ended) return "ended";
	if (word.leaving) return "leaving";
	return word.class === "leftAlone" && !word.confirmed ? "proposed" : "inUse";
}

/** May this member of staff decide on what loosens the guard? Only as the second person, on what waits for one (R8.1). */
export function mayLoosen(facts: {
	readonly roles: readonly Role[];
	readonly own: boolean;
	readonly state: WordState;
}): Decision {
	const ability = may(facts.roles, "lexicon.confirm");
	if (!ability.allowed) return ability;
	if (facts.state !== "proposed" && facts.state !== "leaving")
		return no("R8.1", { nl: "Hier is al over beslist.", en: "This was decided already." });
	if (facts.own)
		return no("R8.1", {
			nl: "Een ander dan wie dit voorstelde, beslist: zo'n woord maakt de meelezer ruimer.",
			en: "Somebody else than who proposed this decides: such a word loosens the guard.",
		});
	return yes("R8.1");
}
