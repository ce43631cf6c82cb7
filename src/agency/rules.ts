import { type Decision, no, yes } from "../law/decision.ts";

/**
 * How long what leaves may wait. Ten minutes to take a message back is the promise (R4.1): an agency may make it shorter or longer, never
 * nothing. What is collected waits 26 weeks at most, as long as GOV.UK Notify keeps a file.
 */
export const terms = {
	undo_minutes: { clause: "R4.1", from: 1, to: 60 },
	collect_days: { clause: "R8.1", from: 1, to: 182 },
} as const;
export type Term = keyof typeof terms;

/** May this term be so long? Whole minutes or days, within its limits. */
export function mayLast(term: Term, length: number): Decision {
	const { clause, from, to } = terms[term];
	if (Number.isInteger(length) && length >= from && length <= to) return yes(clause);
	return term === "undo_minutes"
		? no(clause, { nl: `Kies ${from} tot en met ${to} minuten (${clause}).`, en: `Choose ${from} to ${to} minutes (${clause}).` })
		: no(clause, { nl: `Kies ${from} tot en met ${to} dagen (${clause}).`, en: `Choose ${from} to ${to} days (${clause}).` });
}
