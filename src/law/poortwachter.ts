import type { AssignmentTypeId } from "./assignment-types.ts";
import type { Bilingual } from "./bilingual.ts";
import { addDays, type CalendarDate, daysBetween } from "./deadlines.ts";

/** Whose duty a moment is. Never the agency's: it delivers pieces (a plan, a report). */
export const dutyHolders = {
	employer: { nl: "Werkgever", en: "Employer" },
	companyDoctor: { nl: "Bedrijfsarts", en: "Company doctor" },
	employee: { nl: "Werknemer", en: "Employee" },
	both: { nl: "Werkgever en werknemer", en: "Employer and employee" },
} as const satisfies Record<string, Bilingual>;
export type DutyHolder = keyof typeof dutyHolders;

type Moment = Bilingual & {
	/** Done at the latest by the end of this week of illness; with `from` it is a period. */
	readonly week: number;
	readonly from?: number;
	readonly duty: DutyHolder;
	/** What the agency has to do with it. */
	readonly ours: Bilingual;
	readonly source: string;
};

/** The clock of the Wet verbetering poortwachter: advice on the employer's process, from the first sick day. Day 1 is that day itself. */
export const poortwachterMoments = {
	problemAnalysis: {
		week: 6,
		duty: "companyDoctor",
		nl: "Probleemanalyse",
		en: "Problem analysis",
		ours: { nl: "Niets.", en: "Nothing." },
		source: "Regeling procesgang eerste en tweede ziektejaar, art. 2",
	},
	plan: {
		week: 8,
		duty: "both",
		nl: "Plan van aanpak, met de visie van werkgever en werknemer",
		en: "Plan, with the views of employer and employee",
		ours: { nl: "Eerste spoor: ons plan hoort erbij.", en: "First track: our plan goes with it." },
		source: "Regeling procesgang, art. 4; Stcrt. 2023, 13931",
	},
	reportToUwv: {
		week: 42,
		duty: "employer",
		nl: "Ziekmelding bij UWV",
		en: "Sickness reported to UWV",
		ours: { nl: "Niets.", en: "Nothing." },
		source: "Ziektewet, art. 38",
	},
	firstYear: {
		week: 52,
		from: 46,
		duty: "both",
		nl: "Eerstejaarsevaluatie; tweede spoor overwegen",
		en: "First-year evaluation; consider the second track",
		ours: { nl: "Ons voortgangsverslag kan erbij.", en: "Our progress report can go with it." },
		source: "Regeling procesgang, art. 4 lid 2 onder b",
	},
	finalEvaluation: {
		week: 91,
		from: 87,
		duty: "both",
		nl: "Eindevaluatie en re-integratieverslag (RIV)",
		en: "Final evaluation and re-integration report (RIV)",
		ours: { nl: "Onze plannen en verslagen horen in het RIV.", en: "Our plans and reports belong in the RIV." },
		source: "Wet WIA, art. 25 lid 3; Regeling procesgang, art. 6",
	},
	wiaClaim: {
		week: 93,
		duty: "employee",
		nl: "WIA-aanvraag",
		en: "WIA claim",
		ours: { nl: "Niets. De kandidaat vraagt zelf aan.", en: "Nothing. The candidate applies." },
		source: "Wet WIA, art. 64",
	},
	waitingPeriod: {
		week: 104,
		duty: "employer",
		nl: "Einde van de wachttijd; UWV kan loondoorbetaling verlengen",
		en: "End of the waiting period; UWV may extend wage payment",
		ours: { nl: "Eindverslag klaar vóór die dag.", en: "Final report ready before that day." },
		source: "Wet WIA, art. 23 en art. 25 lid 9",
	},
} as const satisfies Record<string, Moment>;
export type PoortwachterMoment = keyof typeof poortwachterMoments;
export const poortwachterMomentIds = Object.keys(poortwachterMoments) as readonly PoortwachterMoment[];

/** The work that the illness of somebody in employment is the reason of. Elsewhere a first sick day has no business to be known. */
export const poortwachterTypes = ["firstTrack", "secondTrack"] as const satisfies readonly AssignmentTypeId[];
export const knowsSickDay = (type: AssignmentTypeId): boolean =>
	(poortwachterTypes as readonly AssignmentTypeId[]).includes(type);

/** The last day of the n-th week of illness: the first sick day is day 1, so week 1 ends six days later. */
export const endOfWeek = (firstDay: CalendarDate, week: number): CalendarDate => addDays(firstDay, week * 7 - 1);

/** In which week of illness a day lies, from 1; 0 or less before it began. */
export const weekOf = (firstDay: CalendarDate, day: CalendarDate): number => Math.floor(daysBetween(firstDay, day) / 7) + 1;

export interface Moved {
	readonly moment: PoortwachterMoment;
	readonly on: CalendarDate;
	readonly reason: string;
}

export interface PlannedMoment {
	readonly id: PoortwachterMoment;
	/** By when, after what was moved. */
	readonly on: CalendarDate;
	/** The first day of the period, where it is one and was not moved. */
	readonly from: CalendarDate | undefined;
	/** What the law would say, when it was moved, and why. */
	readonly instead: { readonly of: CalendarDate; readonly reason: string } | undefined;
}

/** The calendar of one illness. A moment that was moved, with a reason, is where it was moved to (Regeling procesgang art. 5); the last move counts. */
export function poortwachterCalendar(firstDay: CalendarDate, moves: readonly Moved[]): PlannedMoment[] {
	return poortwachterMomentIds.map((id) => {
		const moment: Moment = poortwachterMoments[id];
		const usual = endOfWeek(firstDay, moment.week);
		const moved = moves.findLast((one) => one.moment === id);
		if (moved) return { id, on: moved.on, from: undefined, instead: { of: usual, reason: moved.reason } };
		return {
			id,
			on: usual,
			from: moment.from === undefined ? undefined : addDays(endOfWeek(firstDay, moment.from - 1), 1),
			instead: undefined,
		};
	});
}
