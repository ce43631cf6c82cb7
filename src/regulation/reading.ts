import { type ClauseId, type ClauseStatus, clauses, statusNames } from "../law/clauses.ts";
import type { CalendarDate } from "../law/deadlines.ts";
import { kept } from "../law/kept.ts";
import { fill, type Particulars } from "../law/regulation/particulars.ts";
import type { Article, RegulationVersion } from "../law/regulation/shape.ts";
import { roles } from "../law/roles.ts";

export type Language = "nl" | "en";

/** One article ready to be shown or printed in one language, particulars filled in. */
export type ReadArticle = {
	/** Its place on the page: the clause id, or made of chapter and order for an explaining article. */
	readonly anchor: string;
	readonly label: string;
	readonly heading: string;
	readonly text: string;
	readonly clause?: { readonly id: ClauseId; readonly status: ClauseStatus; readonly state: string; readonly kept: string };
};
export type Reading = {
	readonly title: string;
	readonly version: string;
	readonly inForce: CalendarDate;
	readonly introduction: string;
	readonly chapters: readonly { readonly number: number; readonly heading: string; readonly articles: readonly ReadArticle[] }[];
};

/** The word for a clause's state; a clause kept by people names the role. */
export function stateOf(id: ClauseId, language: Language): string {
	const clause: { status: ClauseStatus; by?: keyof typeof roles } = clauses[id];
	const word = statusNames[clause.status][language];
	return clause.by ? `${word}: ${roles[clause.by][language].toLowerCase()}` : word;
}

/** A version as one reads it: one language, particulars filled in, each clause with how it is kept. */
export function reading(version: RegulationVersion, particulars: Partial<Particulars>, language: Language): Reading {
	const words = (paragraphs: readonly string[]) => fill(paragraphs.join("\n\n"), particulars, language);
	const article = (one: Article, place: string): ReadArticle => {
		const shown = { heading: one.heading[language], text: words(one.text[language]) };
		if (!("id" in one)) return { anchor: place, label: one.explains, ...shown };
		const { id } = one;
		const clause = { id, status: clauses[id].status, state: statusNames[clauses[id].status][language], kept: kept[id][language] };
		return { anchor: id, label: id, ...shown, clause };
	};
	return {
		title: version.title[language],
		version: version.id,
		inForce: version.from,
		introduction: words(version.introduction[language]),
		chapters: version.chapters.map(({ number, heading, articles }) => ({
			number,
			heading: heading[language],
			articles: articles.map((one, index) => article(one, `H${number}.${index + 1}`)),
		})),
	};
}
