import type { CommissionerKind } from "./assignment-types.ts";
import { type Bilingual, inSentence } from "./bilingual.ts";
import type { ClauseId } from "./clauses.ts";
import { type Decision, no, yes } from "./decision.ts";

/** Who data can go to. `candidate` is the self-paying candidate, who is their own commissioner. */
export const recipientTypes = {
	employer: { nl: "Werkgever", en: "Employer" },
	uwv: { nl: "UWV", en: "UWV" },
	municipality: { nl: "Gemeente", en: "Municipality" },
	insurer: { nl: "Verzekeraar", en: "Insurer" },
	carer: { nl: "Arts of behandelaar", en: "Doctor or carer" },
	relation: { nl: "Relatie", en: "Relation" },
	authority: { nl: "Bevoegde instantie", en: "Authority" },
	candidate: { nl: "De kandidaat zelf", en: "The candidate" },
} as const satisfies Record<string, Bilingual>;
export type RecipientType = keyof typeof recipientTypes;
export const recipientTypeIds = Object.keys(recipientTypes) as readonly RecipientType[];

/** What the law calls a contact person of this kind at a commissioner of that kind. A company doctor is a doctor, whoever employs them. */
export function recipientTypeOf(commissioner: CommissionerKind, contact: string): RecipientType {
	if (contact === "companyDoctor") return "carer";
	return commissioner === "selfPaying" ? "candidate" : commissioner;
}

/** A: no personal content. B: personal, no health. C: health and what weighs as much: never by ordinary mail. */
export type ChannelClass = "A" | "B" | "C";
/** What must be there before data of a class goes to a type of recipient. */
export type Needs = "agreement" | "consent" | "agreementAndConsent" | "statute" | "demand" | "no";
type Row = Bilingual & {
	readonly channel: ChannelClass;
	readonly consentClause: ClauseId;
	readonly to: Record<RecipientType, Needs>;
};

/** What may go to whom (house table). Employer × illness is `no`: no consent opens it. */
export const dataClasses = {
	progress: {
		nl: "Aanwezigheid, activiteiten, voortgang, advies over werk",
		en: "Attendance, activities, progress, advice on work",
		channel: "B",
		consentClause: "R4.1",
		to: {
			employer: "agreement",
			uwv: "agreement",
			municipality: "agreement",
			insurer: "agreement",
			carer: "consent",
			relation: "no",
			authority: "demand",
			candidate: "agreement",
		},
	},
	capacity: {
		nl: "Belastbaarheid, beperkingen, aanpassingen",
		en: "Work capacity, limitations, adjustments",
		channel: "C",
		consentClause: "R8.1",
		to: {
			employer: "agreementAndConsent",
			uwv: "agreement",
			municipality: "agreement",
			insurer: "consent",
			carer: "consent",
			relation: "no",
			authority: "demand",
			candidate: "consent",
		},
	},
	illness: {
		nl: "Aard, oorzaak, behandeling, medicatie, behandelaar",
		en: "Nature, cause, treatment, medication, practitioner",
		channel: "C",
		consentClause: "R8.1",
		to: {
			employer: "no",
			uwv: "consent",
			municipality: "consent",
			insurer: "consent",
			carer: "consent",
			relation: "no",
			authority: "demand",
			candidate: "consent",
		},
	},
	testScores: {
		nl: "Persoonlijkheidsscores, testantwoorden",
		en: "Personality scores, raw test answers",
		channel: "C",
		consentClause: "R3.e",
		to: {
			employer: "no",
			uwv: "consent",
			municipality: "consent",
			insurer: "no",
			carer: "consent",
			relation: "no",
			authority: "demand",
			candidate: "consent",
		},
	},
	profile: {
		nl: "Interesses, competenties, cv, profiel",
		en: "Interests, competences, CV, profile",
		channel: "B",
		consentClause: "R3.h",
		to: {
			employer: "consent",
			uwv: "agreement",
			municipality: "agreement",
			insurer: "no",
			carer: "no",
			relation: "consent",
			authority: "demand",
			candidate: "agreement",
		},
	},
	bsn: {
		nl: "Burgerservicenummer",
		en: "Citizen service number (BSN)",
		channel: "C",
		consentClause: "R4.1",
		to: {
			employer: "no",
			uwv: "statute",
			municipality: "statute",
			insurer: "no",
			carer: "no",
			relation: "no",
			authority: "statute",
			candidate: "no",
		},
	},
} as const satisfies Record<string, Row>;
export type DataClass = keyof typeof dataClasses;
export const dataClassIds = Object.keys(dataClasses) as readonly DataClass[];

/** What is so for this recipient, data class and purpose at this moment: nothing here carries over to another of the three. */
export type Facts = {
	/** A line of the reporting agreement in force, of which the candidate was told, says it. */
	readonly agreement: boolean;
	/** A written consent of the candidate is in force. */
	readonly consent: boolean;
	/** A statute orders it. */
	readonly statute: boolean;
	/** A demand by a competent authority is on file. */
	readonly demand: boolean;
};
export const noFacts: Facts = { agreement: false, consent: false, statute: false, demand: false };

/** Does data of this class need the candidate's consent before it goes to this type of recipient? Not where it never goes at all. */
export function needsConsent(to: RecipientType, dataClass: DataClass): boolean {
	const needs: Needs = dataClasses[dataClass].to[to];
	return needs === "consent" || needs === "agreementAndConsent";
}

/** May data of this class go to this type of recipient? `no` looks at no fact: nothing opens it. */
export function mayDisclose(to: RecipientType, dataClass: DataClass, facts: Facts): Decision {
	const row: Row = dataClasses[dataClass];
	switch (row.to[to]) {
		case "agreement":
			return facts.agreement ? yes("R6.1") : notAgreed(row);
		case "consent":
			return facts.consent ? yes(row.consentClause) : noConsent(row, to);
		case "agreementAndConsent":
			if (!facts.agreement) return notAgreed(row);
			return facts.consent ? yes(row.consentClause) : noConsent(row, to);
		case "statute":
			return facts.statute ? yes("R4.1") : notOrdered(row, to);
		case "demand":
			return facts.demand ? yes("R4.1") : notOrdered(row, to);
		case "no":
			return no(row.consentClause === "R8.1" ? "R8.1" : "R4.1", {
				nl: `${row.nl}: gaat nooit naar deze ontvanger (${whom(to).nl}), ook niet met toestemming.`,
				en: `${row.en}: never goes to this recipient (${whom(to).en}), not even with consent.`,
			});
	}
}

const whom = (to: RecipientType): Bilingual => ({ nl: inSentence(recipientTypes[to].nl), en: inSentence(recipientTypes[to].en) });

const notAgreed = (row: Row) =>
	no("R6.1", {
		nl: `${row.nl}: er is met de kandidaat niet afgesproken dat dit naar deze ontvanger gaat.`,
		en: `${row.en}: it was not agreed with the candidate that this goes to this recipient.`,
	});

const noConsent = (row: Row, to: RecipientType) =>
	no(row.consentClause, {
		nl: `${row.nl}: naar deze ontvanger (${whom(to).nl}) alleen met schriftelijke toestemming van de kandidaat, en die geldt nu niet.`,
		en: `${row.en}: to this recipient (${whom(to).en}) only with the candidate's written consent, and none is in force now.`,
	});

const notOrdered = (row: Row, to: RecipientType) =>
	no("R4.1", {
		nl: `${row.nl}: naar deze ontvanger (${whom(to).nl}) alleen als de wet of een bevoegde instantie het eist, en dat is niet vastgelegd.`,
		en: `${row.en}: to this recipient (${whom(to).en}) only where the law or an authority demands it, which is not on record.`,
	});
