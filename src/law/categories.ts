import type { Bilingual } from "./bilingual.ts";
import {
	type ChannelClass,
	type DataClass,
	dataClasses,
	type Facts,
	mayDisclose,
	needsConsent,
	type RecipientType,
} from "./data-classes.ts";
import { type Decision, every, no } from "./decision.ts";

type Category = Bilingual & { readonly dataClass: DataClass };

/** What a line of a reporting agreement can be about (R6.1), and how heavily the law weighs it. */
export const categories = {
	attendance: { dataClass: "progress", nl: "Aanwezigheid", en: "Attendance" },
	activities: { dataClass: "progress", nl: "Activiteiten", en: "Activities" },
	progress: { dataClass: "progress", nl: "Voortgang", en: "Progress" },
	adviceOnWork: { dataClass: "progress", nl: "Advies over werk", en: "Advice on work" },
	workCapacity: { dataClass: "capacity", nl: "Belastbaarheid", en: "Work capacity" },
	limitations: { dataClass: "capacity", nl: "Beperkingen voor het werk", en: "Limitations at work" },
	adjustments: { dataClass: "capacity", nl: "Aanpassingen van het werk", en: "Adjustments of the work" },
	illness: { dataClass: "illness", nl: "Aard, oorzaak of behandeling van ziekte", en: "Nature, cause or treatment of illness" },
	testScores: {
		dataClass: "testScores",
		nl: "Persoonlijkheidsscores of testantwoorden",
		en: "Personality scores or test answers",
	},
	interests: { dataClass: "profile", nl: "Interesses en competenties", en: "Interests and competences" },
	cv: { dataClass: "profile", nl: "Cv of profiel", en: "CV or profile" },
} as const satisfies Record<string, Category>;

export type CategoryId = keyof typeof categories;
export const categoryIds = Object.keys(categories) as readonly CategoryId[];

/** What is so for each class of data, where classes differ: a consent for one says nothing of another. */
export type FactsOf = Facts | ((dataClass: DataClass) => Facts);

/** May a line of a reporting agreement, or a report on it, carry these categories to this recipient? */
export function mayCarry(to: RecipientType, about: readonly CategoryId[], facts: FactsOf): Decision {
	if (about.length === 0)
		return no("R6.1", { nl: "Kies ten minste één soort gegevens.", en: "Choose at least one category of data." });
	const of = (dataClass: DataClass) => (typeof facts === "function" ? facts(dataClass) : facts);
	const [first, ...rest] = classesOf(about).map((dataClass) => mayDisclose(to, dataClass, of(dataClass)));
	return every(first as Decision, ...rest);
}

/** The classes of data that these categories are weighed as, each once. */
export const classesOf = (about: readonly CategoryId[]): readonly DataClass[] => [
	...new Set(about.map((category) => categories[category].dataClass)),
];

/** For which of the classes the candidate's consent is needed before they go to this type of recipient. */
export const consentsNeeded = (to: RecipientType, about: readonly CategoryId[]): readonly DataClass[] =>
	classesOf(about).filter((dataClass) => needsConsent(to, dataClass));

/** The heaviest channel class among these categories: what the mail must live up to. */
export function channelFor(about: readonly CategoryId[]): ChannelClass {
	const classes = about.map((category) => dataClasses[categories[category].dataClass].channel);
	return classes.includes("C") ? "C" : classes.length > 0 ? "B" : "A";
}
