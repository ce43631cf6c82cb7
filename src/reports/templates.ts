import type { ReportAbout } from "../law/assignment-types.ts";

/** What a new report starts with, in Dutch, the language of reports. Headings guide; a coach changes what does not fit. */
export const reportTemplates: Record<ReportAbout, { title: string; body: string }> = {
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
