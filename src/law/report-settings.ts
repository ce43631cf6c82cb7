import { type AssignmentTypeId, assignmentTypes, type ReportAbout, type ReportDefault } from "./assignment-types.ts";
import type { Bilingual } from "./bilingual.ts";

/** What a report starts with. Which one an assignment uses is a setting of that assignment. */
export const reportTemplateNames = {
	plain: { nl: "Gewoon", en: "Plain" },
	sickness: { nl: "Bij ziekte: beide visies, RIV-lijst", en: "In illness: both views, RIV list" },
	publicTask: { nl: "UWV, gemeente: prognose en kosten", en: "UWV, municipality: prognosis and costs" },
} as const satisfies Record<string, Bilingual>;
export type ReportTemplateId = keyof typeof reportTemplateNames;
export const reportTemplateIds = Object.keys(reportTemplateNames) as readonly ReportTemplateId[];

/** What is reported under an assignment, when, and with which template. */
export type ReportSetting = ReportDefault & { readonly template: ReportTemplateId };

const custom: Bilingual = {
	nl: "Geen wet noemt deze termijnen: het is wat gebruikelijk is. Neem over wat in de opdracht staat.",
	en: "No law names these terms: they are customary. Take over what the assignment says.",
};
const uwv: Bilingual = {
	nl: "Plan binnen 28 dagen: inkoopkader IRO van UWV uit 2013. Verslag om de drie maanden: Besluit SUWI, zoals het was. Wat nu geldt, staat in de overeenkomst.",
	en: "Plan within 28 days: UWV's IRO purchasing framework of 2013. A report every three months: Besluit SUWI, as it was. What holds now is in the agreement.",
};
const jobCoaching: Bilingual = {
	nl: "Gebruikelijk bij jobcoaching: een verslag per half jaar. Wat nu geldt, staat in de beschikking of overeenkomst.",
	en: "Customary in job coaching: a report every half year. What holds now is in the decision or agreement.",
};
const sickness: Bilingual = {
	nl: "UWV raadt werkgevers aan om de zes weken te evalueren; twee maanden is gebruikelijk. De visie van beide kanten moet sinds 1 juli 2023 (Stcrt. 2023, 13931).",
	en: "UWV advises employers to evaluate every six weeks; two months is customary. The views of both sides are required since 1 July 2023 (Stcrt. 2023, 13931).",
};

/** Where the starting values of a type of assignment come from, as staff read it. */
export function reportSource(type: AssignmentTypeId): Bilingual {
	if (type === "jobCoaching") return jobCoaching;
	if (assignmentTypes[type].footing === "publicTask") return uwv;
	return assignmentTypes[type].footing === "sicknessDuty" ? sickness : custom;
}

const templateFor = (type: AssignmentTypeId): ReportTemplateId =>
	(({ sicknessDuty: "sickness", publicTask: "publicTask", ordered: "plain", own: "plain" }) as const)[
		assignmentTypes[type].footing
	];

/** What an assignment of this type reports until its own settings are recorded. */
export const defaultSettings = (type: AssignmentTypeId): ReportSetting[] =>
	assignmentTypes[type].reports.map((report: ReportDefault) => ({ ...report, template: templateFor(type) }));

/** The template for a report about this, of an assignment with these settings. */
export const templateOf = (settings: readonly ReportSetting[], about: ReportAbout): ReportTemplateId =>
	settings.find((one) => one.about === about)?.template ?? "plain";
