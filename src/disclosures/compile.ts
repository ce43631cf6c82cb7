import { type CategoryId, categories, categoryIds } from "../law/categories.ts";
import { type DataClass, dataClasses, mayDisclose, noFacts, type RecipientType } from "../law/data-classes.ts";
import { type Decision, type No, no } from "../law/decision.ts";

/** What is known of one document to one recipient. */
export interface Known {
	readonly recipient: RecipientType;
	/** The categories on the line of the reporting agreement that it is made on. */
	readonly agreed: readonly CategoryId[];
	/** May data be used for this purpose in this kind of assignment at all (law/grounds.ts)? */
	readonly purpose: Decision;
	/** The classes of data for which a consent is in force for this recipient, purpose and document. */
	readonly consented: readonly DataClass[];
}

/** What would make it possible: nothing, another agreement, or the candidate's consent. */
export type Remedy = "none" | "agree" | "consent";
export type Compiled =
	| { readonly category: CategoryId; readonly goes: true; readonly decision: Decision }
	| { readonly category: CategoryId; readonly goes: false; readonly decision: No; readonly remedy: Remedy };

/**
 * What this document may hold: agreement line ∩ purpose ∩ what may go to this kind of recipient ∩ consents in force. Every category comes
 * back, with the clause that lets it go or keeps it out (R4.1, R6.1, R8.1). What nothing opens says so first, whatever else is missing.
 */
export const compile = (known: Known): readonly Compiled[] => categoryIds.map((category) => weigh(known, category));

function weigh({ recipient, agreed, purpose, consented }: Known, category: CategoryId): Compiled {
	const { dataClass } = categories[category];
	const out = (decision: No, remedy: Remedy): Compiled => ({ category, goes: false, decision, remedy });
	const ever = mayDisclose(recipient, dataClass, { ...noFacts, agreement: true, consent: true });
	if (!ever.allowed) return out(ever, "none");
	if (!purpose.allowed) return out(purpose, "none");
	if (!agreed.includes(category)) return out(notOnLine(category), "agree");
	const decision = mayDisclose(recipient, dataClass, { ...noFacts, agreement: true, consent: consented.includes(dataClass) });
	return decision.allowed ? { category, goes: true, decision } : out(decision, "consent");
}

const notOnLine = (category: CategoryId) =>
	no("R6.1", {
		nl: `${dataClasses[categories[category].dataClass].nl}: staat niet in deze afspraak.`,
		en: `${dataClasses[categories[category].dataClass].en}: is not in this agreement.`,
	});
