import type { Guarding } from "../guard/check.server.ts";
import type { GuardFacts } from "../guard/rules.ts";
import { type CategoryId, classesOf } from "../law/categories.ts";

/**
 * What a question to a doctor or carer may hold (R8.2): what is asked about, because that is what the candidate consents to. Not illness in a
 * question about capacity, and of crime, belief and the like nothing. Nothing is set aside here: what stands in this compartment is shown to
 * nobody beside it, so a false alarm is written differently.
 */
export const questionFacts = (about: readonly string[]): GuardFacts => ({
	...{ to: "carer", kind: "extensive", agreed: [] },
	consented: classesOf(about as CategoryId[]),
});

export const questionGuarding = (about: readonly string[], own: Guarding["own"]): Guarding => ({
	...{ facts: questionFacts(about), own, aside: [] },
});
