import type { Bilingual } from "../bilingual.ts";

type Row = { readonly wbp: string; readonly avg: string; readonly uavg: string; readonly about: Bilingual };

/** Where the articles of the repealed Wbp, which older regulations cite, went. */
export const concordance: readonly Row[] = [
	{
		wbp: "8",
		avg: "6(1), 7",
		uavg: "–",
		about: { nl: "Grondslagen en voorwaarden voor toestemming", en: "Grounds and conditions for consent" },
	},
	{ wbp: "10", avg: "5(1)(e)", uavg: "–", about: { nl: "Bewaren", en: "Retention" } },
	{ wbp: "13, 14", avg: "32, 28", uavg: "–", about: { nl: "Beveiliging en verwerkers", en: "Security and processors" } },
	{
		wbp: "16",
		avg: "9(1), 10",
		uavg: "22, 31–33",
		about: { nl: "Bijzondere en strafrechtelijke gegevens", en: "Special categories and criminal data" },
	},
	{
		wbp: "21",
		avg: "9(2)(b)",
		uavg: "30(1)(b), 30(4)",
		about: { nl: "Gezondheid bij re-integratie", en: "Health in re-integration" },
	},
	{ wbp: "24", avg: "87", uavg: "46", about: { nl: "Burgerservicenummer", en: "Citizen service number" } },
	{
		wbp: "27–31",
		avg: "30, 35, 36",
		uavg: "–",
		about: { nl: "Melding werd register en beoordeling vooraf", en: "Notification became register and prior assessment" },
	},
	{ wbp: "33, 34", avg: "12–14", uavg: "41", about: { nl: "Informeren", en: "Information" } },
	{ wbp: "34a", avg: "33, 34", uavg: "42", about: { nl: "Datalekken", en: "Data breaches" } },
	{
		wbp: "35, 36, 38",
		avg: "15–17, 19",
		uavg: "34, 35",
		about: { nl: "Inzage, verbetering en wissing", en: "Access, rectification and erasure" },
	},
	{ wbp: "40, 41", avg: "21", uavg: "–", about: { nl: "Bezwaar", en: "Objection" } },
	{ wbp: "42", avg: "22", uavg: "40", about: { nl: "Geautomatiseerde besluiten", en: "Automated decisions" } },
	{ wbp: "49", avg: "82", uavg: "–", about: { nl: "Schadevergoeding", en: "Compensation" } },
	{
		wbp: "–",
		avg: "18, 20, 25",
		uavg: "–",
		about: { nl: "Beperking, overdracht, bescherming door ontwerp", en: "Restriction, portability, protection by design" },
	},
];
