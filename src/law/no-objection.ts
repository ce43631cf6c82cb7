import { type CategoryId, categories } from "./categories.ts";
import { type DataClass, dataClasses, type RecipientType } from "./data-classes.ts";
import { type Decision, no, yes } from "./decision.ts";

/**
 * What UWV or a municipality does not need for its task by law. Who works for them keeps it secret (Wet SUWI art. 74), also from them,
 * unless the candidate declared in writing to have no objection. That declaration comes beside consent and is no part of it.
 */
export const beyondTheLaw = (to: RecipientType, dataClass: DataClass): boolean =>
	(to === "uwv" || to === "municipality") && dataClass === "testScores";

/** Which of these classes go beyond the law for this recipient. */
export const classesBeyond = (to: RecipientType, about: readonly CategoryId[]): readonly DataClass[] => [
	...new Set(about.map((id) => categories[id].dataClass).filter((dataClass) => beyondTheLaw(to, dataClass))),
];

/** May data of these categories go to them as far as the secrecy of SUWI 74 is concerned? `declared`: the classes with a declaration in force now. */
export function mayGoBeyond(to: RecipientType, about: readonly CategoryId[], declared: readonly DataClass[]): Decision {
	const missing = classesBeyond(to, about).find((dataClass) => !declared.includes(dataClass));
	if (!missing) return yes("R4.1");
	return no("R4.1", {
		nl: `${dataClasses[missing].nl}: de wet vraagt dit niet. Het gaat alleen als de kandidaat schriftelijk verklaarde geen bezwaar te hebben (Wet SUWI, artikel 74).`,
		en: `${dataClasses[missing].en}: the law does not ask for this. It goes only if the candidate declared in writing to have no objection (SUWI act, article 74).`,
	});
}
