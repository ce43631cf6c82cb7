import { z } from "zod";
import type { ReportAbout, ReportDefault } from "../law/assignment-types.ts";
import { type CategoryId, categoryIds } from "../law/categories.ts";
import { say } from "../platform/web/page.ts";
import { type DateParts, dateFrom, typedDate } from "../ui/date-field.tsx";
import { type AgreementLine, type LinePurpose, linePurposeIds } from "./rules.ts";

export const ways = ["writtenExtensive", "writtenBrief", "oral"] as const;
export const moments = ["everyMonths", "everyWeeks", "afterDays", "atEnd"] as const;

/** A line as it stands in the form: what was typed, right or not. */
export interface DraftLine {
	key: string;
	root: string;
	contact: string;
	about: string;
	way: string;
	categories: string[];
	purpose: string;
	when: string;
	n: string;
	first: DateParts;
	gone: boolean;
}
export type PostedLine = Omit<AgreementLine, "id" | "rootId" | "since"> & { rootId: string | null };
type Fields = Readonly<Record<string, string | string[]>>;

const one = (fields: Fields, name: string): string => [fields[name] ?? ""].flat()[0]?.trim() ?? "";
const noDate: DateParts = { day: "", month: "", year: "" };

/** The lines as they were posted, to show them again. */
export function draftsFrom(fields: Fields): DraftLine[] {
	return [fields.line ?? []]
		.flat()
		.slice(0, 40)
		.map((key) => ({
			key,
			root: one(fields, `${key}_root`),
			contact: one(fields, `${key}_contact`),
			about: one(fields, `${key}_about`),
			way: one(fields, `${key}_way`),
			categories: [fields[`${key}_categories`] ?? []].flat(),
			purpose: one(fields, `${key}_purpose`),
			when: one(fields, `${key}_when`),
			n: one(fields, `${key}_n`),
			first: typedDate(fields, `${key}_first`),
			gone: one(fields, `${key}_gone`) !== "",
		}));
}

/** The lines in force, to change them. */
export const draftsOf = (lines: readonly AgreementLine[]): DraftLine[] =>
	lines.map((line, index) => ({
		key: `l${index}`,
		root: line.rootId,
		contact: line.contactId,
		about: line.about,
		way: line.form === "oral" ? "oral" : line.kind === "brief" ? "writtenBrief" : "writtenExtensive",
		categories: [...line.categories],
		purpose: line.purpose,
		when: line.atEnd
			? "atEnd"
			: line.everyMonths !== null
				? "everyMonths"
				: line.everyWeeks !== null
					? "everyWeeks"
					: "afterDays",
		n: String(line.everyMonths ?? line.everyWeeks ?? line.afterDays ?? ""),
		first: line.firstDue ? typedDate(partsOf(line.firstDue), "d") : noDate,
		gone: false,
	}));

const partsOf = (date: string) => ({
	d_day: String(Number(date.slice(8))),
	d_month: String(Number(date.slice(5, 7))),
	d_year: date.slice(0, 4),
});

const usual: Record<ReportAbout, readonly CategoryId[]> = {
	plan: ["activities", "adviceOnWork"],
	progress: ["attendance", "activities", "progress"],
	final: ["progress", "adviceOnWork"],
};

/** What this assignment reports by its settings, as a start for the first agreement. */
export const defaultDrafts = (settings: readonly ReportDefault[], contact: string): DraftLine[] =>
	settings.map((report, index) => ({
		...emptyDraft(`l${index}`),
		contact,
		about: report.about,
		way: report.kind === "brief" ? "writtenBrief" : "writtenExtensive",
		categories: [...usual[report.about]],
		purpose: "assignments",
		when: Object.keys(report.due)[0] ?? "",
		n: "atEnd" in report.due ? "" : String(Object.values(report.due)[0]),
	}));

/** A line that still has to be filled in. */
export const emptyDraft = (key: string): DraftLine => ({
	key,
	root: "",
	contact: "",
	about: "",
	way: "",
	categories: [],
	purpose: "",
	when: "",
	n: "",
	first: noDate,
	gone: false,
});

const most = { everyMonths: 24, everyWeeks: 52, afterDays: 730 } as const;
const least = { everyMonths: 1, everyWeeks: 1, afterDays: 0 } as const;

/** The posted form of a new version; a line that was ticked to go is left out. */
export const agreementForm = z
	.record(z.string(), z.union([z.string(), z.array(z.string())]))
	.transform((fields: Fields, context) => ({
		id: z.uuid().catch("").parse(one(fields, "request_id")) || crypto.randomUUID(),
		basedOn: Number(one(fields, "based_on")) || 0,
		nobody: one(fields, "nobody") !== "",
		lines: draftsFrom(fields)
			.filter((draft) => !draft.gone)
			.map((draft) => {
				const wrong = (part: string, message: string) =>
					void context.issues.push({ code: "custom", message, path: [`${draft.key}_${part}`], input: fields });
				return lineFrom(fields, draft, wrong);
			}),
	}))
	.refine((input) => input.lines.length > 0 || input.nobody, {
		path: ["nobody"],
		message: say(
			"Maak ten minste één regel, of vink aan dat niemand een rapportage krijgt.",
			"Make at least one line, or tick that nobody gets a report.",
		),
	})
	.refine((input) => input.lines.length === 0 || !input.nobody, {
		path: ["nobody"],
		message: say(
			"Er staan nog regels. Laat ze vervallen, of haal dit vinkje weg.",
			"There are lines still. Let them go, or untick this.",
		),
	});

function lineFrom(fields: Fields, draft: DraftLine, wrong: (part: string, message: string) => void): PostedLine {
	if (!z.uuid().safeParse(draft.contact).success) wrong("contact", say("Kies wie dit krijgt.", "Choose who gets this."));
	if (!["plan", "progress", "final"].includes(draft.about))
		wrong("about", say("Kies waar het over gaat.", "Choose what it is about."));
	if (!ways.includes(draft.way as (typeof ways)[number])) wrong("way", say("Kies hoe het gaat.", "Choose how it goes."));
	const categories = categoryIds.filter((id) => draft.categories.includes(id));
	if (categories.length === 0)
		wrong("categories", say("Kies ten minste één soort gegevens.", "Choose at least one category of data."));
	if (!linePurposeIds.includes(draft.purpose as LinePurpose))
		wrong("purpose", say("Kies waarvoor dit is.", "Choose what this is for."));
	const firstDue = dateFrom(fields, `${draft.key}_first`);
	if (firstDue === undefined) wrong("first", say("Deze datum bestaat niet.", "This date does not exist."));
	const times = timesOf(draft, wrong);
	return {
		rootId: z.uuid().safeParse(draft.root).success ? draft.root : null,
		contactId: draft.contact,
		categories,
		form: draft.way === "oral" ? "oral" : "written",
		kind: draft.way === "writtenExtensive" ? "extensive" : "brief",
		about: draft.about as ReportAbout,
		purpose: draft.purpose as LinePurpose,
		...times,
		firstDue: firstDue || null,
	};
}

function timesOf(draft: DraftLine, wrong: (part: string, message: string) => void) {
	const none = { everyMonths: null, everyWeeks: null, afterDays: null, atEnd: false };
	if (draft.when === "atEnd") return { ...none, atEnd: true };
	if (!moments.includes(draft.when as "atEnd")) {
		wrong("when", say("Kies wanneer.", "Choose when."));
		return none;
	}
	const when = draft.when as keyof typeof most;
	const n = /^\d{1,3}$/.test(draft.n) ? Number(draft.n) : Number.NaN;
	if (!(n >= least[when] && n <= most[when])) {
		wrong(
			"n",
			say(
				`Vul een getal in van ${least[when]} tot en met ${most[when]}.`,
				`Enter a number from ${least[when]} to ${most[when]}.`,
			),
		);
	}
	return { ...none, [when]: n };
}
