import type { Bilingual } from "../law/bilingual.ts";
import type { CategoryId } from "../law/categories.ts";
import type { HealthArea, HealthPurpose } from "../law/health-grounds.ts";

/** What work asks of somebody, one by one: the question is what they can do, never what they have. */
export const aspects = {
	hours: { nl: "Uren per dag en per week", en: "Hours a day and a week" },
	times: { nl: "Werktijden", en: "Working times" },
	sitting: { nl: "Zitten", en: "Sitting" },
	standing: { nl: "Staan", en: "Standing" },
	walking: { nl: "Lopen en traplopen", en: "Walking and stairs" },
	lifting: { nl: "Tillen en dragen", en: "Lifting and carrying" },
	hands: { nl: "Armen en handen gebruiken", en: "Using arms and hands" },
	screen: { nl: "Beeldschermwerk", en: "Screen work" },
	concentration: { nl: "Aandacht erbij houden", en: "Keeping attention" },
	pace: { nl: "Tempo en deadlines", en: "Pace and deadlines" },
	structure: { nl: "Werk zelf indelen", en: "Arranging one's own work" },
	contact: { nl: "Contact met anderen", en: "Contact with others" },
	stimuli: { nl: "Geluid, licht en drukte", en: "Noise, light and bustle" },
	surroundings: { nl: "Kou, warmte, stof of stank", en: "Cold, heat, dust or smells" },
	travel: { nl: "Reizen en vervoer", en: "Travel and transport" },
	adjustments: { nl: "Aanpassing van het werk", en: "Adjustment of the work" },
	other: { nl: "Iets anders bij het werk", en: "Something else at work" },
} as const satisfies Record<string, Bilingual>;
export type Aspect = keyof typeof aspects;
export const aspectIds = Object.keys(aspects) as [Aspect, ...Aspect[]];

export const abilityLevels = {
	can: { nl: "Gaat", en: "Can" },
	limited: { nl: "Gaat beperkt", en: "Can, within limits" },
	cannot: { nl: "Gaat niet", en: "Cannot" },
	needed: { nl: "Is nodig", en: "Is needed" },
} as const satisfies Record<string, Bilingual>;
export type Level = keyof typeof abilityLevels;
export const levelIds = Object.keys(abilityLevels) as [Level, ...Level[]];

/** What the second area holds, apart from the first. */
export const illnessKinds = {
	nature: { nl: "Aard", en: "Nature" },
	cause: { nl: "Oorzaak", en: "Cause" },
	treatment: { nl: "Behandeling", en: "Treatment" },
	medication: { nl: "Medicatie", en: "Medication" },
	other: { nl: "Iets anders over de gezondheid", en: "Something else about health" },
} as const satisfies Record<string, Bilingual>;
export type IllnessKind = keyof typeof illnessKinds;
export const illnessKindIds = Object.keys(illnessKinds) as [IllnessKind, ...IllnessKind[]];

/** Of whom it came (AVG 14, 15). */
export const healthSources = {
	candidate: { nl: "De kandidaat", en: "The candidate" },
	companyDoctor: { nl: "De bedrijfsarts", en: "The company doctor" },
	insuranceDoctor: { nl: "De verzekeringsarts", en: "The insurance doctor" },
	labourExpert: { nl: "De arbeidsdeskundige", en: "The labour expert" },
	carer: { nl: "Een arts of behandelaar", en: "A doctor or carer" },
	commissioner: { nl: "De opdrachtgever", en: "The commissioner" },
	other: { nl: "Iemand anders", en: "Somebody else" },
} as const satisfies Record<string, Bilingual>;
export type HealthSource = keyof typeof healthSources;
export const healthSourceIds = Object.keys(healthSources) as [HealthSource, ...HealthSource[]];

export const carerKinds = {
	companyDoctor: { nl: "Bedrijfsarts", en: "Company doctor" },
	insuranceDoctor: { nl: "Verzekeringsarts", en: "Insurance doctor" },
	generalPractitioner: { nl: "Huisarts", en: "General practitioner" },
	specialist: { nl: "Medisch specialist", en: "Medical specialist" },
	psychologist: { nl: "Psycholoog of psychiater", en: "Psychologist or psychiatrist" },
	therapist: { nl: "Fysio-, ergo- of andere therapeut", en: "Physio-, occupational or other therapist" },
	other: { nl: "Andere behandelaar", en: "Another carer" },
} as const satisfies Record<string, Bilingual>;
export type CarerKind = keyof typeof carerKinds;
export const carerKindIds = Object.keys(carerKinds) as [CarerKind, ...CarerKind[]];

/** What can be asked of a doctor: what somebody can do, and only where that is not enough what they have. */
export const askable = ["workCapacity", "limitations", "adjustments", "illness"] as const satisfies readonly CategoryId[];
export type Askable = (typeof askable)[number];

export const areaNames = {
	capacity: { nl: "Wat iemand kan en niet kan", en: "What somebody can and cannot do" },
	illness: { nl: "Aard, oorzaak en behandeling", en: "Nature, cause and treatment" },
} as const satisfies Record<HealthArea, Bilingual>;
/** What the log says of each area. */
export const areaObjects = { capacity: "workCapacity", illness: "illness" } as const satisfies Record<HealthArea, string>;
/** Why it is opened, as a choice. */
export const purposeChoices = {
	guidance: { nl: "Om de kandidaat te begeleiden", en: "To guide the candidate" },
	reporting: { nl: "Om een rapport te schrijven, in eigen woorden", en: "To write a report, in one's own words" },
} as const satisfies Record<HealthPurpose, Bilingual>;
