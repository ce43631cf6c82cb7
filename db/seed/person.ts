import type { AssignmentTypeId } from "../../src/law/assignment-types.ts";
import type { OutcomeId } from "../../src/trajectories/rules.ts";
import type { CommissionerKey, ContactKey } from "./commissioners.ts";
import type { CoachKey } from "./people.ts";

/** What became of a report that was due. `nothing`: nobody began it. */
export type Fate =
	| "nothing"
	| "draft"
	| "submitted"
	| "reminded"
	| "changeRequested"
	| "refused"
	| "approved"
	| "remark"
	| "sent"
	| "revised"
	| "resubmitted"
	| "queued"
	| "undone"
	| "bounced"
	| "unknown"
	| "blocked"
	| "paper"
	| "paperWaiting"
	| "withdrawn"
	| "briefTold"
	| "briefRead"
	| "briefHeld";
/** With how many days ago it came to that; absent: around the day it was due. */
export type Told = Fate | readonly [Fate, number];

export interface Person {
	readonly given: string;
	readonly infix?: string;
	readonly family: string;
	readonly coach: CoachKey | null;
	readonly type: AssignmentTypeId;
	/** Who ordered it and reads the reports; absent: the candidate pays. */
	readonly order?: readonly [CommissionerKey, ContactKey];
	/** Days since the start, or since the registration of who has not started. */
	readonly since: number;
	readonly until?: "registered" | "agreed" | "informed";
	/** In the order in which they fell due: the plan, then the progress. */
	readonly reports?: readonly Told[];
	readonly final?: Fate;
	readonly portal?: boolean;
	readonly email?: false;
	readonly english?: boolean;
	/** An oral line beside the written ones, and what was told on it, days ago; `true`: the candidate knows. */
	readonly oral?: readonly [ContactKey, number, boolean];
	readonly closed?: readonly [OutcomeId, number];
	readonly reopened?: number;
	readonly handedOver?: readonly [CoachKey, number];
	readonly deputy?: readonly [CoachKey, number];
	/** A new version of the agreement, with another recipient. */
	readonly renewed?: readonly [ContactKey, number];
	readonly question?: string;
	/** So many days ago a doctor was asked something; what the candidate can do was recorded before. */
	readonly health?: number;
	/** A note that was begun and not finished. */
	readonly noteBegun?: number;
}
