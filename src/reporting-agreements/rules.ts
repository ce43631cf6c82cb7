import type { ReportAbout } from "../law/assignment-types.ts";
import { type CategoryId, consentsNeeded, mayCarry } from "../law/categories.ts";
import { type DataClass, type Facts, noFacts, type RecipientType } from "../law/data-classes.ts";
import type { CalendarDate } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";
import { mayGoBeyond } from "../law/no-objection.ts";
import type { PurposeId } from "../law/purposes.ts";

/** One line of a reporting agreement (rapportageafspraak): to whom, which data, how, why and how often. */
export interface AgreementLine {
	readonly id: string;
	/** The line of an earlier version that this one continues; itself when new. */
	readonly rootId: string;
	/** The day it was first agreed. */
	readonly since: CalendarDate;
	readonly contactId: string;
	readonly categories: readonly CategoryId[];
	readonly form: "written" | "oral";
	readonly about: ReportAbout;
	readonly kind: "brief" | "extensive";
	readonly purpose: PurposeId;
	readonly everyMonths: number | null;
	readonly everyWeeks: number | null;
	readonly afterDays: number | null;
	readonly atEnd: boolean;
	readonly firstDue: CalendarDate | null;
}

/** What a line can be for, as the candidate reads it: a closed list, each a purpose of the law. */
export const linePurposes = {
	assignments: {
		nl: "zodat de opdrachtgever weet hoe de opdracht verloopt",
		en: "so that the commissioner knows how the assignment is going",
	},
	guidance: { nl: "om de begeleiding samen af te stemmen", en: "to tune the guidance together" },
	law: { nl: "omdat de wet dit van de opdrachtgever vraagt", en: "because the law asks this of the commissioner" },
} as const satisfies Partial<Record<PurposeId, { nl: string; en: string }>>;
export type LinePurpose = keyof typeof linePurposes;
export const linePurposeIds = Object.keys(linePurposes) as readonly LinePurpose[];

export type Agreement = { readonly id: string; readonly version: number; readonly informedAt: Date | null };

/** Who a line goes to, as the rules see it. */
export type RecipientFacts = { readonly type: RecipientType; readonly left: boolean; readonly verified: boolean };

const noAgreement = no("R6.1", {
	nl: "Er is nog geen rapportageafspraak gemaakt.",
	en: "No reporting agreement has been made yet.",
});
const notInformed = no("R6.1", {
	nl: "De kandidaat is nog niet geïnformeerd over de rapportageafspraak die nu geldt.",
	en: "The candidate has not been informed yet of the reporting agreement now in force.",
});

function isInformed(agreement: Pick<Agreement, "informedAt"> | undefined): Decision {
	if (!agreement) return noAgreement;
	return agreement.informedAt ? yes("R6.1") : notInformed;
}

/** May the trajectory start? Not before there is an agreement and the candidate was told of it. */
export function mayStart(facts: { agreement: Pick<Agreement, "informedAt"> | undefined }): Decision {
	return isInformed(facts.agreement);
}

/** May this recipient get something in this form? Who left gets nothing; a written report goes to a verified address only. */
export function mayReceive(form: "written" | "oral", recipient: RecipientFacts): Decision {
	if (recipient.left) {
		return no("R6.1", {
			nl: "Deze contactpersoon is vertrokken. Maak een nieuwe afspraak met een andere ontvanger.",
			en: "This contact person has left. Make a new agreement with another recipient.",
		});
	}
	if (form === "written" && !recipient.verified) {
		return no("R9.1", {
			nl: "Het e-mailadres van deze contactpersoon is nog niet bevestigd.",
			en: "The e-mail address of this contact person has not been verified yet.",
		});
	}
	return yes("R6.1");
}

/** What is agreed can be asked consent for afterwards: agreeing is no disclosure, and takes no consent for granted. */
const agreeing: Facts = { ...noFacts, agreement: true, consent: true };

/**
 * May a line like this be agreed? What never goes to this type of recipient cannot be chosen; what needs consent besides can, and
 * `stillNeeded` says so. What is extensive is written: told by mouth it would pass by the candidate, who reads it first (R7.1).
 */
export function mayAgree(line: Pick<AgreementLine, "form" | "kind" | "categories">, recipient: RecipientFacts): Decision {
	if (line.form === "oral" && line.kind === "extensive") {
		return no("R7.1", {
			nl: "Uitgebreid rapporteren kan alleen schriftelijk: de kandidaat leest het eerst.",
			en: "An extensive report can only be written: the candidate reads it first.",
		});
	}
	return every(mayReceive(line.form, recipient), mayCarry(recipient.type, line.categories, agreeing));
}

/** For which classes of data on this line the candidate's consent is needed before anything goes (R8.1), beside the agreement. */
export const stillNeeded = (
	line: Pick<AgreementLine, "categories">,
	recipient: Pick<RecipientFacts, "type">,
	consented: readonly DataClass[] = [],
): readonly DataClass[] => consentsNeeded(recipient.type, line.categories).filter((dataClass) => !consented.includes(dataClass));

export interface ReportFacts {
	readonly agreement: Agreement | undefined;
	readonly recipient: RecipientFacts;
	/** The classes of data for which a consent is in force for this recipient, purpose and document, now. */
	readonly consented: readonly DataClass[];
	/** Those for which the candidate declared in writing to have no objection, where the law does not ask for them (SUWI 74). */
	readonly noObjection?: readonly DataClass[];
}

/**
 * May a report be made on this line, to be shown to the candidate? Only on a line of the agreement in force, of which the candidate was
 * told since it last changed, to somebody who is still there, about what can ever go to them. Undefined: the line is no longer in force.
 */
export function mayWrite(line: AgreementLine | undefined, facts: Omit<ReportFacts, "consented">): Decision {
	const informed = isInformed(facts.agreement);
	if (!informed.allowed) return informed;
	if (!line) {
		return no("R6.1", {
			nl: "Dit staat niet in de rapportageafspraak die nu geldt.",
			en: "This is not in the reporting agreement now in force.",
		});
	}
	return mayAgree(line, facts.recipient);
}

/** May what this line says go to its recipient now? As `mayWrite`, and with a consent in force for each class of data that needs one. */
export function mayReport(line: AgreementLine | undefined, facts: ReportFacts): Decision {
	const written = mayWrite(line, facts);
	if (!written.allowed || !line) return written;
	const carried = mayCarry(facts.recipient.type, line.categories, (dataClass) => ({
		...noFacts,
		agreement: true,
		consent: facts.consented.includes(dataClass),
	}));
	const beyond = mayGoBeyond(facts.recipient.type, line.categories, facts.noObjection ?? []);
	return carried.allowed && !beyond.allowed ? beyond : carried;
}

/** May an agreement be made or changed in this state of the trajectory? */
export function mayChange(state: string): Decision {
	if (state !== "closed") return yes("R6.1");
	return no("R6.1", {
		nl: "Dit traject is afgesloten. Heropen het om een nieuwe afspraak te maken.",
		en: "This trajectory is closed. Reopen it to make a new agreement.",
	});
}

/** May this version follow on the one in force? A change that changes nothing would only re-inform for nothing. */
export function mayReplace(
	now: readonly AgreementLine[] | undefined,
	next: readonly Omit<AgreementLine, "id" | "since">[],
): Decision {
	if (!now) return yes("R6.1");
	const same = now.length === next.length && next.every((line, place) => sameLine(line, now[place] as AgreementLine));
	if (!same) return yes("R6.1");
	return no("R6.1", {
		nl: "Er is niets gewijzigd. De afspraak die er staat, blijft gelden.",
		en: "Nothing was changed. The agreement that stands remains in force.",
	});
}

/** Which parts of a line can differ between versions. */
export const lineParts = [
	"contactId",
	"categories",
	"form",
	"kind",
	"about",
	"purpose",
	"everyMonths",
	"everyWeeks",
	"afterDays",
	"atEnd",
	"firstDue",
] as const satisfies readonly (keyof AgreementLine)[];

const text = (value: unknown): string => (Array.isArray(value) ? [...value].sort().join() : String(value));

/** Do two lines say the same, whatever version they are of? */
export function sameLine(one: Partial<AgreementLine>, other: Partial<AgreementLine>): boolean {
	return one.rootId === other.rootId && lineParts.every((part) => text(one[part]) === text(other[part]));
}

/** May the coach record that the candidate was told on this day? It lies not in the future, nor before what they were told of could exist. */
export function mayRecordInformed(facts: { on: CalendarDate; today: CalendarDate; notBefore: CalendarDate | null }): Decision {
	if (facts.on > facts.today) {
		return no("R6.1", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." });
	}
	if (facts.notBefore && facts.on < facts.notBefore) {
		return no("R6.1", {
			nl: "Op deze dag gold nog een eerdere afspraak. Een gesprek daarvoor kan niet over deze gaan.",
			en: "An earlier agreement had yet to be made on this day. A conversation before it cannot have been about this one.",
		});
	}
	return yes("R6.1");
}
