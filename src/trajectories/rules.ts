import type { Bilingual } from "../law/bilingual.ts";
import type { ClauseId } from "../law/clauses.ts";
import { type CalendarDate, isCalendarDate } from "../law/deadlines.ts";
import { type Decision, no, yes } from "../law/decision.ts";

export const trajectoryStates = {
	registered: { nl: "Ingeschreven", en: "Registered" },
	started: { nl: "Loopt", en: "Under way" },
	closed: { nl: "Afgesloten", en: "Closed" },
} as const satisfies Record<string, Bilingual>;
export type TrajectoryState = keyof typeof trajectoryStates;
export const trajectoryStateIds = Object.keys(trajectoryStates) as readonly TrajectoryState[];

export const trajectoryMoves = {
	start: { nl: "starten", en: "start", clause: "R3.c" },
	close: { nl: "afsluiten", en: "close", clause: "R3.c" },
	reopen: { nl: "heropenen", en: "reopen", clause: "R3.c" },
} as const satisfies Record<string, Bilingual & { clause: ClauseId }>;
export type TrajectoryMove = keyof typeof trajectoryMoves;
export const trajectoryMoveIds = Object.keys(trajectoryMoves) as readonly TrajectoryMove[];

/** From which state each move is possible. What is absent is refused. */
const movesFrom: Record<TrajectoryState, readonly TrajectoryMove[]> = {
	registered: ["start", "close"],
	started: ["close"],
	closed: ["reopen"],
};

/** How a trajectory can end; `started` says whether that can be before or only after its start. */
export const outcomes = {
	workResumed: { nl: "Eigen werk hervat", en: "Own work resumed", started: "only" },
	placedOwnEmployer: { nl: "Ander werk bij de eigen werkgever", en: "Other work at own employer", started: "only" },
	placedElsewhere: { nl: "Werk bij een andere werkgever", en: "Work at another employer", started: "only" },
	goalReached: { nl: "Doel van het traject bereikt", en: "Goal of the trajectory reached", started: "only" },
	endedByCandidate: { nl: "Eerder beëindigd door de kandidaat", en: "Ended early by the candidate", started: "either" },
	endedByCommissioner: { nl: "Eerder beëindigd door de opdrachtgever", en: "Ended early by the commissioner", started: "either" },
	endedByAgency: { nl: "Eerder beëindigd door ons", en: "Ended early by us", started: "either" },
	moved: { nl: "Overgegaan naar een ander traject of bureau", en: "Moved to another trajectory or agency", started: "either" },
	neverStarted: { nl: "Niet begonnen", en: "Never started", started: "never" },
	other: { nl: "Anders", en: "Other", started: "either" },
} as const satisfies Record<string, Bilingual & { started: "only" | "never" | "either" }>;
export type OutcomeId = keyof typeof outcomes;
export const outcomeIds = Object.keys(outcomes) as readonly OutcomeId[];

/** What a rule needs to know of a trajectory. */
export interface TrajectoryFacts {
	readonly state: TrajectoryState;
	readonly startedOn: CalendarDate | null;
}

/** May this be done with a trajectory in this state? */
export function mayMove(move: TrajectoryMove, { state }: Pick<TrajectoryFacts, "state">): Decision {
	const { clause, nl, en } = trajectoryMoves[move];
	if (movesFrom[state].includes(move)) return yes(clause);
	return no(clause, {
		nl: `Dit traject staat op “${trajectoryStates[state].nl.toLowerCase()}”: ${nl} kan dan niet.`,
		en: `This trajectory is ${trajectoryStates[state].en.toLowerCase()}: then you cannot ${en} it.`,
	});
}

/** May it end like this, on this day? Not before it started, not in the future, and only with an outcome that fits. */
export function mayClose(facts: TrajectoryFacts, end: { outcome: OutcomeId; on: CalendarDate }, today: CalendarDate): Decision {
	const move = mayMove("close", facts);
	if (!move.allowed) return move;
	const began = facts.startedOn !== null;
	const { started } = outcomes[end.outcome];
	if ((started === "only" && !began) || (started === "never" && began)) {
		return no("R3.c", {
			nl: began
				? "Dit traject is wel begonnen: kies een andere uitkomst."
				: "Dit traject is nooit begonnen: kies een andere uitkomst.",
			en: began ? "This trajectory did start: choose another outcome." : "This trajectory never started: choose another outcome.",
		});
	}
	return within(end.on, facts.startedOn, today);
}

/** May a trajectory start on this day? Whether there is a reporting agreement is another rule's word (R6.1). */
export function mayStartOn(facts: TrajectoryFacts, on: CalendarDate, today: CalendarDate): Decision {
	const move = mayMove("start", facts);
	return move.allowed ? within(on, null, today) : move;
}

function within(on: CalendarDate, from: CalendarDate | null, today: CalendarDate): Decision {
	if (!isCalendarDate(on) || on > today) {
		return no("R3.c", { nl: "Kies een datum die niet in de toekomst ligt.", en: "Choose a date that is not in the future." });
	}
	if (from !== null && on < from) {
		return no("R3.c", {
			nl: "Het traject kan niet eindigen voordat het begon.",
			en: "The trajectory cannot end before it started.",
		});
	}
	return yes("R3.c");
}

/** Why a trajectory goes to somebody else. A list and no free text: why a colleague is away is their own affair. */
export const handOverReasons = {
	absence: { nl: "Afwezig", en: "Absent" },
	leaving: { nl: "Gaat weg", en: "Leaving" },
	load: { nl: "Verdeling van het werk", en: "Division of work" },
	request: { nl: "Op verzoek van de kandidaat", en: "At the candidate's request" },
	other: { nl: "Andere reden", en: "Other reason" },
} as const satisfies Record<string, Bilingual>;
export type HandOverReason = keyof typeof handOverReasons;
export const handOverReasonIds = Object.keys(handOverReasons) as readonly HandOverReason[];

/** May this staff member be given trajectories? A coach or coordinator who has not left, and not who has them now. */
export function mayTakeOver(
	to: { id: string; roles: readonly string[]; left: boolean; conflict?: boolean },
	from: string | null,
): Decision {
	if (to.conflict) {
		return no("R1.2", {
			nl: "Deze medewerker mag het dossier van een van deze kandidaten niet zien.",
			en: "This staff member may not see the dossier of one of these candidates.",
		});
	}
	if (to.left) return no("R1.2", { nl: "Deze medewerker is weg.", en: "This staff member has left." });
	if (to.id === from)
		return no("R1.2", { nl: "Deze medewerker heeft de trajecten al.", en: "This staff member has them already." });
	if (to.roles.includes("coach") || to.roles.includes("coordinator")) return yes("R1.2");
	return no("R1.2", { nl: "Alleen een trajectbegeleider kan trajecten krijgen.", en: "Only a coach can be given trajectories." });
}

/** May somebody deputise for this term? At most half a year, not wholly in the past. */
export function mayDeputise(
	term: { from: CalendarDate; until: CalendarDate },
	today: CalendarDate,
	latest: CalendarDate,
): Decision {
	if (!isCalendarDate(term.from) || !isCalendarDate(term.until) || term.until < term.from || term.until < today) {
		return no("R1.2", {
			nl: "Kies een begin en een einde dat daarna ligt.",
			en: "Choose a start, and an end that lies after it.",
		});
	}
	if (term.until > latest) {
		return no("R1.2", {
			nl: "Waarnemen kan voor ten hoogste zes maanden. Draag het traject anders over.",
			en: "Deputising is for at most six months. Otherwise hand the trajectory over.",
		});
	}
	return yes("R1.2");
}
