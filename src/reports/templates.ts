import type { ReportAbout } from "../law/assignment-types.ts";
import { type CalendarDate, formatDate } from "../law/deadlines.ts";
import type { ReportTemplateId } from "../law/report-settings.ts";

type Template = { readonly title: string; readonly body: string };

/** What a new report starts with, in Dutch, the language of reports. Headings guide; a coach changes what does not fit. */
const plain: Record<ReportAbout, Template> = {
	plan: {
		title: "Trajectplan",
		body: `## Aanleiding en vraag

## Uitgangssituatie

## Doelen

- 

## Aanpak en activiteiten

| Activiteit | Wanneer | Wie |
| --- | --- | --- |
|  |  |  |

## Afspraken

## Visie van de kandidaat

## Visie van de opdrachtgever
`,
	},
	progress: {
		title: "Voortgangsrapportage",
		body: `## Samenvatting

## Wat er is gedaan

- 

## Voortgang op de doelen

| Doel | Stand |
| --- | --- |
|  |  |

## Vervolg en afspraken

## Visie van de kandidaat
`,
	},
	final: {
		title: "Eindrapportage",
		body: `## Samenvatting

## Verloop van het traject

## Resultaat

## Advies

## Visie van de kandidaat
`,
	},
};

/** Lines that say what goes there, in a template: a report in which one still stands is not written yet. */
export const hints = {
	employee: "In eigen woorden van de werknemer.",
	employer: "In eigen woorden van de werkgever.",
	result: "Werk, soort, omvang en sinds wanneer.",
} as const;

// Both views have to be in the plan, its adjustments and the first-year evaluation since 1 July 2023 (Stcrt. 2023, 13931).
const views = `## Visie van de werknemer

${hints.employee}

## Visie van de werkgever

${hints.employer}
`;

/** When this reader got what they add to the RIV: so the list says what there is, and of what there is nothing. */
export type WentBefore = Readonly<Record<"plan" | "progress", readonly CalendarDate[]>>;
const nothing: WentBefore = { plan: [], progress: [] };

/** "van 3 maart en 12 mei 2026", or that there is none. */
function ofDays(days: readonly CalendarDate[]): string {
	if (days.length === 0) return "nog niet verzonden";
	return `van ${new Intl.ListFormat("nl").format(days.map((day) => formatDate(day, "nl")))}`;
}

/**
 * What the RIV holds (Regeling procesgang, art. 6) and which of it this agency delivers. The medical part goes from the company doctor to
 * the employee and is no part of any report of ours.
 */
const rivList = ({ plan, progress }: WentBefore): string => `## Voor het re-integratieverslag (RIV)

Dit hoort in het RIV. Bij elk onderdeel staat van wie het komt, en wat u daarvan al van ons hebt.

| Onderdeel | Van wie |
| --- | --- |
| a. Administratieve gegevens | werkgever |
| b. Gegevens van het bedrijf | werkgever |
| c. Functie van de werknemer | werkgever |
| d. Bekwaamheden van de werknemer | wij: trajectplan ${ofDays(plan)} |
| e. Eerste ziektedag | werkgever |
| f. Oordelen van de bedrijfsarts | bedrijfsarts |
| g. Plan van aanpak en bijstellingen | werkgever, met ons trajectplan ${ofDays(plan)} |
| h. Evaluaties | werkgever, met onze voortgangsrapportage ${ofDays(progress)} |
| i. Arbeidsverhouding | werkgever |
| j. Verloop en beperkingen voor het werk | bedrijfsarts |
| k. Passend werk dat er is | werkgever, met ons advies hierboven |
| l. Oordeel van de werknemer | werknemer zelf |
`;

const withViews = (body: string): string => body.slice(0, body.indexOf("## Visie van de kandidaat")) + views;

const sickness: Record<ReportAbout, Template> = {
	plan: {
		title: plain.plan.title,
		body: withViews(plain.plan.body),
	},
	progress: { title: plain.progress.title, body: withViews(plain.progress.body) },
	final: { title: plain.final.title, body: withViews(plain.final.body) },
};

const publicTask: Record<ReportAbout, Template> = {
	plan: {
		title: plain.plan.title,
		body: `## Opleiding en werkervaring

## Doel en beroepen die passen

- 

## Activiteiten

| Activiteit | Begin | Einde | Kosten |
| --- | --- | --- | --- |
|  |  |  |  |

## Visie van de kandidaat

## Voor gezien

De kandidaat tekent voor gezien. Dat is geen toestemming.
`,
	},
	progress: {
		title: plain.progress.title,
		body: `## Verrichte werkzaamheden

- 

## Resultaten

## Prognose

## Kosten tot nu toe

## Visie van de kandidaat
`,
	},
	final: {
		title: plain.final.title,
		body: `## Verrichte werkzaamheden

## Resultaat

${hints.result}

## Kosten

## Visie van de kandidaat
`,
	},
};

const templates: Record<ReportTemplateId, Record<ReportAbout, Template>> = { plain, sickness, publicTask };

const plainLine = (line: string): string => line.replaceAll(/[\s|*-]/g, "");
/** Every line of every template, without what only draws it. */
const templateLines: ReadonlySet<string> = new Set(
	Object.values(templates)
		.flatMap((one) => Object.values(one).flatMap(({ body }) => body.split("\n")))
		.map(plainLine),
);
/** Did somebody write this line, or does it stand in a template? */
export const isOwnLine = (line: string): boolean => !line.startsWith("#") && !templateLines.has(plainLine(line));

/** What a new report starts with: by the template that its assignment uses (src/law/report-settings.ts). At the end of one in illness, the RIV list. */
export function startsWith(id: ReportTemplateId, about: ReportAbout, before: WentBefore = nothing): Template {
	const { title, body } = templates[id][about];
	return { title, body: id === "sickness" && about === "final" ? `${body}\n${rivList(before)}` : body };
}
