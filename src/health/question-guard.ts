import { lexiconWith, type OwnWord } from "../guard/lexicon/base.ts";
import { readText } from "../guard/read.ts";
import { findingClasses, type GuardFacts, outcomeOf } from "../guard/rules.ts";
import { type CategoryId, classesOf } from "../law/categories.ts";
import { type Decision, no, yes } from "../law/decision.ts";

/** What the law lets a doctor or carer be given with the consent that is asked for this question. */
export const questionFacts = (about: readonly string[]): GuardFacts => ({
	...{ to: "carer", kind: "extensive", agreed: [] },
	consented: classesOf(about as CategoryId[]),
});

/**
 * May this be asked of a doctor or carer (R8.2)? What it is about, because that is what the candidate consents to: not illness in a question
 * about capacity, and of crime, belief and the like nothing (R4.1). Nothing is set aside here: what stands in this compartment is shown to
 * nobody beside it, so a false alarm is written differently.
 */
export function mayBeAsked(question: string, about: readonly string[], own: readonly OwnWord[]): Decision {
	for (const { class: of } of readText(question, lexiconWith(own))) {
		const { outcome, decision } = outcomeOf(of, questionFacts(about));
		if (decision.allowed) continue;
		if (outcome !== "needsConsent") return decision;
		return no("R8.2", {
			nl: `${findingClasses[of].nl}: dat staat in de vragen en is bij “waarover” niet aangekruist. Kruis het aan, of schrijf de vraag anders.`,
			en: `${findingClasses[of].en}: it stands in the questions and is not ticked under “what about”. Tick it, or write the question differently.`,
		});
	}
	return yes("R8.2");
}
