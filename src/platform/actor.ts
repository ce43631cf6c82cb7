import type { Role } from "../law/roles.ts";

/** The audiences that have a database role of their own. */
export type Audience = "staff" | "candidate" | "recipient" | "auditor" | "worker";

/** Who acts. The id is a person's, random and naming nobody; `nobody` stands for a visitor who is not known (yet). */
export interface Actor {
	kind: Audience;
	id: string;
	roles: readonly Role[];
	sessionId?: string;
	/** When the second factor was last shown in this session. */
	secondFactorAt?: Date;
	/** One request's id, in the technical log and in the audit log. */
	traceId?: string;
}

export const nobody = "00000000-0000-0000-0000-000000000000";
/** The system's own work: jobs, reminders, start-up. */
export const system = "00000000-0000-0000-0000-000000000001";
