import type { Bilingual } from "../law/bilingual.ts";
import { dateOf } from "../law/deadlines.ts";

/** The typed sections of a dossier (R5.1), by the word they have in the address. Nothing in it is without one. */
export const sections = {
	notities: { nl: "Notities", en: "Notes" },
	rapportages: { nl: "Rapportages", en: "Reports" },
	afspraken: { nl: "Afspraken", en: "Agreements" },
	verstrekkingen: { nl: "Verstrekkingen", en: "Disclosures" },
	gegevens: { nl: "Gegevens", en: "Registration" },
} as const satisfies Record<string, Bilingual>;
export type Section = keyof typeof sections;
export const sectionIds = Object.keys(sections) as readonly Section[];
export const perPage = 20;

/** A thing on the timeline before it is opened: what, which and when. A day without a clock is a calendar date. */
export interface Head {
	readonly section: Section;
	readonly kind: "note" | "report" | "agreement" | "question" | "informed" | "disclosure" | "trajectory" | "membership";
	readonly id: string;
	readonly at: Date | string;
	/** When it was written down, to order what is of the same day. */
	readonly made: Date;
}

const dayOf = (at: Date | string): string => (typeof at === "string" ? at : dateOf(at));

/** Newest first by the day it is of, and within a day by when it was written down. */
export const newestFirst = (heads: readonly Head[]): Head[] =>
	heads
		.map((head) => ({ head, day: dayOf(head.at) }))
		.sort((a, b) => order(b.day, a.day) || b.head.made.getTime() - a.head.made.getTime() || order(a.head.id, b.head.id))
		.map(({ head }) => head);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One page of a section, or of all; how many of each there are. A page beyond the last is the last. */
export function paged(heads: readonly Head[], section: Section | undefined, wanted: number) {
	const chosen = newestFirst(section ? heads.filter((head) => head.section === section) : heads);
	const pages = Math.max(1, Math.ceil(chosen.length / perPage));
	const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
	const counts = Object.fromEntries(sectionIds.map((id) => [id, heads.filter((head) => head.section === id).length])) as Record<
		Section,
		number
	>;
	return { page, pages, counts: { ...counts, all: heads.length }, heads: chosen.slice((page - 1) * perPage, page * perPage) };
}
