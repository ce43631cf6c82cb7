import type { Bilingual } from "../law/bilingual.ts";
import { type Decision, no, yes } from "../law/decision.ts";
import { may, type Role } from "../law/roles.ts";

/** Why somebody may not see a candidate's dossier: a closed list, so that nothing private of a colleague is written down. */
export const conflictKinds = {
	self: { nl: "Is zelf deze kandidaat", en: "Is this candidate" },
	relative: { nl: "Familie, partner of vriend", en: "Family, partner or friend" },
	colleague: { nl: "Collega of oud-collega", en: "Colleague or former colleague" },
	formerEmployer: { nl: "Contact bij de (oud-)werkgever", en: "Contact at the (former) employer" },
	other: { nl: "Anders betrokken", en: "Otherwise involved" },
} as const satisfies Record<string, Bilingual>;
export type ConflictKind = keyof typeof conflictKinds;
export const conflictKindIds = Object.keys(conflictKinds) as readonly ConflictKind[];

/** May this person declare that `about` somebody is close to a candidate? Oneself always may; about another the privacy officer. */
export function mayDeclare({ roles, own }: { readonly roles: readonly Role[]; readonly own: boolean }): Decision {
	return may(roles, own ? "conflict.declare" : "conflict.manage");
}

/** May it be ended? By the privacy officer, and never by whom it is about. */
export function mayEndConflict({ roles, own }: { readonly roles: readonly Role[]; readonly own: boolean }): Decision {
	const manages = may(roles, "conflict.manage");
	if (!manages.allowed || !own) return manages;
	return no("R1.2", {
		nl: "Over je eigen betrokkenheid beslist een andere functionaris gegevensbescherming.",
		en: "Another privacy officer decides on your own involvement.",
	});
}

/** Why the glass is broken. `why` is what the candidate reads after "Waarom:". */
export const emergencyReasons = {
	danger: {
		nl: "Er dreigt gevaar",
		en: "There is danger",
		why: { nl: "omdat er gevaar dreigde", en: "because there was danger" },
	},
	absence: {
		nl: "De begeleider is er niet, en het kan niet wachten",
		en: "The coach is away, and it cannot wait",
		why: { nl: "omdat uw begeleider er niet was", en: "because your coach was away" },
	},
	deadline: {
		nl: "Een wettelijke termijn loopt af",
		en: "A statutory deadline ends",
		why: { nl: "omdat iets voor een vaste dag af moest", en: "because something had to be done by a fixed day" },
	},
	request: {
		nl: "De kandidaat vraagt er zelf om",
		en: "The candidate asks for it",
		why: { nl: "omdat u daarom vroeg", en: "because you asked for it" },
	},
	incident: {
		nl: "Een datalek of storing uitzoeken",
		en: "Finding out about a breach or failure",
		why: { nl: "om uit te zoeken wat er misging", en: "to find out what went wrong" },
	},
} as const satisfies Record<string, Bilingual & { why: Bilingual }>;
export type EmergencyReason = keyof typeof emergencyReasons;
export const emergencyReasonIds = Object.keys(emergencyReasons) as readonly EmergencyReason[];

/** An hour, one candidate; a second factor of the last ten minutes; more than three in a day by one person is an alarm. */
export const glass = { minutes: 60, freshFor: 10, alarmOver: 3 };

export interface GlassFacts {
	readonly roles: readonly Role[];
	/** Minutes since the second factor was shown; undefined when it was not. */
	readonly factorAge: number | undefined;
	/** Works on a trajectory of this candidate already. */
	readonly mine: boolean;
	readonly conflict: boolean;
}

/** May this person break the glass for this candidate now? */
export function mayBreakGlass({ roles, factorAge, mine, conflict }: GlassFacts): Decision {
	const able = may(roles, "glass.break");
	if (!able.allowed) return able;
	if (conflict) {
		return no("R1.2", {
			nl: "Je kent deze kandidaat van buiten het werk. Ook in nood opent een ander dit dossier.",
			en: "You know this candidate from outside work. In an emergency too, somebody else opens this dossier.",
		});
	}
	if (mine) {
		return no("R1.2", {
			nl: "Je werkt aan een traject van deze kandidaat: je kunt het dossier gewoon openen.",
			en: "You work on a trajectory of this candidate: you can simply open the dossier.",
		});
	}
	if (factorAge === undefined || factorAge > glass.freshFor) {
		return no("R10.1", {
			nl: "Vul opnieuw een code in: zo weten we zeker dat jij het bent.",
			en: "Enter a new code: this way we know that it is you.",
		});
	}
	return yes("R1.2");
}

/** Is this the many in a day of which the privacy officer is told at once? */
export const isAlarm = (today: number): boolean => today > glass.alarmOver;

export interface ReviewFacts {
	readonly roles: readonly Role[];
	readonly own: boolean;
	/** In which role it was done. */
	readonly asRole: string;
	readonly reviewed: boolean;
}

/** May this person review it afterwards? Always another; the privacy officer, and of what a privacy officer did also a coordinator. */
export function mayReview({ roles, own, asRole, reviewed }: ReviewFacts): Decision {
	const able = may(roles, "glass.review");
	if (!able.allowed) return able;
	if (own)
		return no("R1.2", { nl: "Wat je zelf deed, kijkt een ander na.", en: "What you did yourself is reviewed by somebody else." });
	if (!roles.includes("dpo") && asRole !== "dpo") {
		return no("R1.2", { nl: "Dit kijkt de functionaris gegevensbescherming na.", en: "The privacy officer reviews this." });
	}
	if (reviewed) return no("R1.2", { nl: "Dit is al nagekeken.", en: "This was reviewed already." });
	return yes("R1.2");
}

/** In which role somebody stands here: the one that carries most responsibility. */
export const roleFor = (roles: readonly Role[]): "dpo" | "coordinator" | "coach" =>
	roles.includes("dpo") ? "dpo" : roles.includes("coordinator") ? "coordinator" : "coach";

/** Is this number of candidates looked at out of line with the others': over twenty, and over three times the middle of them? */
export function isMany(count: number, others: readonly number[]): boolean {
	const sorted = [...others].sort((a, b) => a - b);
	const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
	return count > 20 && count > 3 * middle;
}

/** May this month be closed with a name under it? By who keeps the log, once the month ("2026-10") is over. */
export function mayReviewMonth({
	roles,
	month,
	now,
}: {
	readonly roles: readonly Role[];
	readonly month: string;
	readonly now: string;
}): Decision {
	const able = may(roles, "log.read");
	if (!able.allowed) return able;
	if (month < now) return yes("R1.2");
	return no("R1.2", { nl: "Deze maand is nog niet voorbij.", en: "This month is not over yet." });
}
