import type { Block } from "./content.tsx";
import type { Translate } from "./text.ts";

/** A report with every kind of block in it, for the style guide. */
export function report(t: Translate): Block[] {
	return [
		{ type: "heading", level: 2, spans: [{ text: t("Wat er is gedaan", "What was done") }] },
		{
			type: "paragraph",
			spans: [
				{ text: t("Mehmet was bij ", "Mehmet attended ") },
				{ text: t("vijf van de zes", "five of the six"), bold: true },
				{ text: t(" gesprekken. Hij zocht ", " conversations. He searched ") },
				{ text: t("zelfstandig", "independently"), italic: true },
				{ text: t(" naar passende functies.", " for suitable jobs.") },
			],
		},
		{
			type: "list",
			ordered: false,
			items: [
				[{ type: "paragraph", spans: [{ text: t("arbeidsmarktverkenning", "exploring the labour market") }] }],
				[{ type: "paragraph", spans: [{ text: t("sollicitatietraining", "application training") }] }],
			],
		},
		{ type: "heading", level: 3, spans: [{ text: t("Afspraken", "Appointments") }] },
		{
			type: "table",
			head: [[{ text: t("Datum", "Date") }], [{ text: t("Onderwerp", "Subject") }]],
			rows: [
				[[{ text: "12-11" }], [{ text: t("Arbeidsmarktverkenning", "Exploring work") }]],
				[[{ text: "19-11" }], [{ text: t("Voortgang", "Progress") }]],
			],
		},
	];
}
