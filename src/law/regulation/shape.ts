import type { Bilingual } from "../bilingual.ts";
import type { ClauseId } from "../clauses.ts";
import type { CalendarDate } from "../deadlines.ts";

/** Paragraphs in our subset of Markdown; a `- ` list is one paragraph. `{name}` places an agency particular. */
export type Text = { readonly nl: readonly string[]; readonly en: readonly string[] };

/** A clause of ours, or an article that explains what the AVG asks without promising anything of its own. */
export type Article = { readonly heading: Bilingual; readonly text: Text } & (
	| { readonly id: ClauseId }
	| { readonly explains: string }
);

export type Chapter = { readonly number: number; readonly heading: Bilingual; readonly articles: readonly Article[] };

/** One version of the regulation, named by the day it came into force. */
export type RegulationVersion = {
	readonly id: CalendarDate;
	readonly from: CalendarDate;
	/** A relevant change is announced to those concerned and acknowledged again by staff (R14.1). */
	readonly change: "first" | "relevant" | "editorial";
	readonly title: Bilingual;
	readonly introduction: Text;
	readonly chapters: readonly Chapter[];
};
