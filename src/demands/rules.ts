import { type Finding, findingClasses } from "../guard/rules.ts";
import type { Bilingual } from "../law/bilingual.ts";
import { type CategoryId, categories, mayCarry } from "../law/categories.ts";
import { type DataClass, dataClasses, noFacts } from "../law/data-classes.ts";
import { addDays, type CalendarDate } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";
import { type DemandBasis, demandBases, longestWithheldDays, type WithholdGround } from "../law/demands.ts";
import { may, type Role } from "../law/roles.ts";

/** Where a demand stands: read from who did what when. */
export type DemandState = "proposed" | "confirmed" | "ended" | "sent";
export const demandStateNames = {
	proposed: { nl: "Wacht op een tweede persoon", en: "Waits for a second person" },
	confirmed: { nl: "Bevestigd, nog niet gegeven", en: "Confirmed, not given yet" },
	ended: { nl: "Gaat niet door", en: "Does not go ahead" },
	sent: { nl: "Gegeven", en: "Given" },
} as const satisfies Record<DemandState, Bilingual>;

/** What may follow what: proposed by one, judged by another, then given. */
export const demandSteps = {
	proposed: { confirm: "confirmed", end: "ended" },
	confirmed: { send: "sent", end: "ended" },
	ended: {},
	sent: {},
} as const satisfies Record<DemandState, Partial<Record<"confirm" | "end" | "send", DemandState>>>;

export function stateOf(row: { confirmed_at: Date | null; ended_at: Date | null; disclosure_id: string | null }): DemandState {
	if (row.disclosure_id) return "sent";
	if (row.ended_at) return "ended";
	return row.confirmed_at ? "confirmed" : "proposed";
}

const refuse = (nl: string, en: string): Decision => no("R4.1", { nl, en });

export interface ProposeFacts {
	readonly roles: readonly Role[];
	readonly basis: DemandBasis;
	readonly categories: readonly CategoryId[];
	/** For each category, why it is needed: at least a sentence. */
	readonly reasons: Readonly<Partial<Record<CategoryId, string>>>;
	/** The demand itself is attached. */
	readonly paper: boolean;
	readonly receivedOn: CalendarDate;
	readonly today: CalendarDate;
	readonly withheld: { readonly ground: WithholdGround; readonly until: CalendarDate } | undefined;
}

/** May this be proposed? On a basis of the closed list, with its paper, only what that basis can carry, each category with its reason (R4.1). */
export function mayProposeDemand(facts: ProposeFacts): Decision {
	const able = may(facts.roles, "demand.propose");
	if (!able.allowed) return able;
	const basis = demandBases[facts.basis];
	if (facts.categories.length === 0)
		return refuse("Kies welke gegevens. Zonder keuze gaat er niets.", "Choose which data. Without a choice nothing goes.");
	const heavy = facts.categories.find((id) => !carries(facts.basis, id));
	if (heavy) {
		return refuse(
			`${categories[heavy].nl}: hiervoor is een zwaardere grond nodig dan deze (${basis.article}).`,
			`${categories[heavy].en}: this needs a heavier basis than this one (${basis.article}).`,
		);
	}
	if (facts.categories.some((id) => (facts.reasons[id] ?? "").trim().length < 10))
		return refuse(
			"Schrijf bij elke soort gegevens waarom juist die nodig is.",
			"Write for each category why exactly that one is needed.",
		);
	if (basis.kind === "authority" && !facts.paper)
		return refuse(
			"Voeg de vordering zelf toe. Zonder papier is er geen vordering.",
			"Attach the demand itself. Without the paper there is no demand.",
		);
	if (facts.receivedOn > facts.today)
		return refuse("De dag van ontvangst ligt in de toekomst.", "The day of receipt is in the future.");
	return mayWithhold(facts);
}

/** Can this basis carry this category? Personal data of ordinary weight each can; of special weight only what its article names. */
export function carries(basis: DemandBasis, category: CategoryId): boolean {
	const { dataClass } = categories[category];
	return dataClasses[dataClass].channel !== "C" || (demandBases[basis].special as readonly string[]).includes(dataClass);
}

/** May telling the candidate wait? Only where the basis allows it, and for half a year at most. */
export function mayWithhold({ basis, withheld, today }: Pick<ProposeFacts, "basis" | "withheld" | "today">): Decision {
	if (!withheld) return yes("R4.1");
	if (!(demandBases[basis].withhold as readonly string[]).includes(withheld.ground))
		return refuse(
			"Bij deze grond hoort de kandidaat het meteen. De wet verbiedt dat niet.",
			"On this basis the candidate is told at once. The law does not forbid it.",
		);
	if (withheld.until <= today || withheld.until > addDays(today, longestWithheldDays))
		return refuse(
			"Kies een dag binnen een half jaar waarop de kandidaat het alsnog hoort.",
			"Choose a day within half a year on which the candidate is told after all.",
		);
	return yes("R4.1");
}

/** May this person be the second? Never who proposed it, once, with the role for it. */
export function mayConfirmDemand(facts: {
	readonly roles: readonly Role[];
	readonly own: boolean;
	readonly state: DemandState;
}): Decision {
	if (facts.own) return refuse("Wie het voorstelde, bevestigt het niet zelf.", "Who proposed it does not confirm it.");
	const able = may(facts.roles, "demand.confirm");
	if (!able.allowed) return able;
	return facts.state === "proposed" ? yes("R4.1") : refuse("Hierover is al besloten.", "This was decided on already.");
}

/** May it go? Confirmed, not ended, not gone yet; and the table of recipients says yes to each category for an authority with a demand on file. */
export function maySendDemand(facts: {
	readonly roles: readonly Role[];
	readonly state: DemandState;
	readonly basis: DemandBasis;
	readonly categories: readonly CategoryId[];
}): Decision {
	const able = may(facts.roles, "demand.propose");
	return every(
		able,
		facts.state === "confirmed"
			? yes("R4.1")
			: refuse("Eerst bevestigt een tweede persoon dit.", "First a second person confirms this."),
		facts.categories.every((id) => carries(facts.basis, id))
			? yes("R4.1")
			: refuse("Deze grond draagt niet alles.", "This basis does not carry all of it."),
		mayCarry("authority", facts.categories, { ...noFacts, demand: facts.state === "confirmed" }),
	);
}

/** May these words go? What the guard reads in them must be of a class that was weighed: the least data, and no more (R4.1). */
export function mayBeWorded(findings: readonly Finding[], chosen: readonly CategoryId[]): Decision {
	const weighed = new Set<DataClass>(chosen.map((id) => categories[id].dataClass));
	for (const finding of findings) {
		const row: Bilingual & { dataClass?: DataClass } = findingClasses[finding.class];
		if (row.dataClass === undefined || weighed.has(row.dataClass)) continue;
		return no(finding.clause, {
			nl: `${row.nl}: dat staat in de tekst en is hierboven niet gekozen. Haal het eruit, of kies en motiveer het.`,
			en: `${row.en}: the text has it and it is not chosen above. Take it out, or choose it and say why.`,
		});
	}
	return yes("R4.1");
}
