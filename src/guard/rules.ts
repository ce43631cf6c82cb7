import type { Bilingual } from "../law/bilingual.ts";
import type { ClauseId } from "../law/clauses.ts";
import type { DataClass } from "../law/data-classes.ts";

type Row = Bilingual & {
	readonly clause: ClauseId;
	/** The row of the law's table that says to whom it may go. None: it goes to nobody in free text (AVG 9 and 10, UAVG 46). */
	readonly dataClass?: DataClass;
};

/** What the guard tells apart in a text (domein: AVG 9 and 10, UAVG 30–33 and 46, the AP on the sick employee). */
export const findingClasses = {
	illness: { nl: "Aard of oorzaak van ziekte", en: "Nature or cause of illness", clause: "R8.1", dataClass: "illness" },
	treatment: { nl: "Behandeling of medicijnen", en: "Treatment or medication", clause: "R8.1", dataClass: "illness" },
	practitioner: { nl: "Behandelaar", en: "Practitioner", clause: "R8.1", dataClass: "illness" },
	sickLeave: { nl: "Ziekmelding of verzuim", en: "Sick leave", clause: "R8.1" },
	capacity: { nl: "Belastbaarheid of beperking", en: "Work capacity or limitation", clause: "R8.1", dataClass: "capacity" },
	criminal: { nl: "Strafrechtelijk gegeven", en: "Criminal-law data", clause: "R4.1" },
	special: { nl: "Ander bijzonder persoonsgegeven", en: "Other special category data", clause: "R4.1" },
	bsn: { nl: "Burgerservicenummer", en: "Citizen service number (BSN)", clause: "R4.1", dataClass: "bsn" },
	identifier: { nl: "Rekening- of documentnummer", en: "Account or document number", clause: "R4.1" },
	testScores: {
		nl: "Score op een persoonlijkheidstest",
		en: "Score on a personality test",
		clause: "R3.e",
		dataClass: "testScores",
	},
} as const satisfies Record<string, Row>;
export type FindingClass = keyof typeof findingClasses;
export const findingClassIds = Object.keys(findingClasses) as readonly FindingClass[];

/** What stands in a text, where, and why it was marked. */
export interface Finding {
	/** Offsets in the text as it was given, as `slice` takes them. */
	readonly start: number;
	readonly end: number;
	readonly class: FindingClass;
	/** Which rule of the lexicon found it. */
	readonly rule: string;
	readonly reason: Bilingual;
	readonly clause: ClauseId;
}
