import type { Bilingual } from "./bilingual.ts";
import { type ClauseId, clauses } from "./clauses.ts";

export type Yes = { readonly allowed: true; readonly under: ClauseId };
export type No = { readonly allowed: false; readonly because: ClauseId; readonly why: Bilingual };
/** The answer of every rule: yes under a clause, or no because of one, with the reason to show. */
export type Decision = Yes | No;

/** Allowed, under this clause. */
export const yes = (clause: ClauseId): Yes => ({ allowed: true, under: clause });

/** Refused because of this clause. Without a reason of its own, the clause's promise is the reason. */
export const no = (clause: ClauseId, why?: Bilingual): No => ({
	allowed: false,
	because: clause,
	why: why ?? { nl: clauses[clause].nl, en: clauses[clause].en },
});

/** A refusal on its way up: the transaction rolls back, the log writes `denied`, the screen shows clause and reason. */
export class NotAllowed extends Error {
	override readonly name = "NotAllowed";
	readonly clause: ClauseId;
	readonly why: Bilingual;

	constructor(clause: ClauseId, why?: Bilingual) {
		const refusal = no(clause, why);
		super(`not allowed (${clause}): ${refusal.why.en}`);
		this.clause = clause;
		this.why = refusal.why;
	}
}

/** Returns the clause a decision stands on; throws NotAllowed with the decision's own clause and reason on a no. */
export function enforce(decision: Decision): ClauseId {
	if (!decision.allowed) throw new NotAllowed(decision.because, decision.why);
	return decision.under;
}

/** All must say yes: the first no answers, otherwise the last yes. */
export function every(first: Decision, ...others: readonly Decision[]): Decision {
	const all = [first, ...others];
	return all.find((one) => !one.allowed) ?? (all.at(-1) as Decision);
}
