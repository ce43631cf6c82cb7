import type { Bilingual } from "./bilingual.ts";
import { addMonths, type CalendarDate } from "./deadlines.ts";

/** What a retention period starts from. */
export const startEvents = {
	trajectoryEnded: { nl: "einde van het traject", en: "end of the trajectory" },
	bookYearEnded: { nl: "einde van het boekjaar", en: "end of the book year" },
	procedureEnded: { nl: "einde van de behandeling", en: "end of the procedure" },
	logged: { nl: "de vastlegging", en: "the entry" },
	optedOut: { nl: "de afmelding", en: "the opt-out" },
	left: { nl: "einde van het dienstverband", en: "end of employment" },
	relationEnded: { nl: "einde van de relatie", en: "end of the relation" },
} as const satisfies Record<string, Bilingual>;
export type StartEvent = keyof typeof startEvents;

type RetentionClass = Bilingual & {
	readonly start: StartEvent;
	/** Months to keep, or null: as long as it is needed to honour what was asked. */
	readonly months: number | null;
	/** Whether the law forbids destroying it earlier. */
	readonly minimum: boolean;
	readonly source: string;
	/** No statute gives this figure: it is customary, and the agency may set another with a reason. */
	readonly customary: boolean;
};

/** How long each kind of data is kept (R12.1). Contracts and assignments may set a shorter or longer term with a reason. */
export const retentionClasses = {
	dossier: {
		nl: "Kandidaatdossier",
		en: "Candidate dossier",
		start: "trajectoryEnded",
		months: 24,
		minimum: false,
		source: "avg.5.1.e",
		customary: true,
	},
	jobCoaching: {
		nl: "Dossier jobcoaching",
		en: "Job coaching dossier",
		start: "trajectoryEnded",
		months: 120,
		minimum: false,
		source: "Erkenningskader persoonlijke ondersteuning UWV (ten hoogste tien jaar)",
		customary: false,
	},
	fiscal: {
		nl: "Offertes, overeenkomsten, uren en facturen",
		en: "Quotes, agreements, hours and invoices",
		start: "bookYearEnded",
		months: 84,
		minimum: true,
		source: "awr.52.4",
		customary: false,
	},
	contactPerson: {
		nl: "Contactpersonen van opdrachtgevers",
		en: "Contact persons of commissioners",
		start: "relationEnded",
		months: 24,
		minimum: false,
		source: "avg.5.1.e",
		customary: true,
	},
	disclosures: {
		nl: "Overzicht van verstrekkingen",
		en: "Register of disclosures",
		start: "trajectoryEnded",
		months: 24,
		minimum: false,
		source: "avg.5.2",
		customary: true,
	},
	log: {
		nl: "Logboek",
		en: "Audit log",
		start: "logged",
		months: 60,
		minimum: false,
		source: "NEN 7513",
		customary: true,
	},
	rightsRequest: {
		nl: "Verzoeken en klachten",
		en: "Requests and complaints",
		start: "procedureEnded",
		months: 24,
		minimum: false,
		source: "avg.5.2",
		customary: true,
	},
	optOut: {
		nl: "Afmelding voor mailings",
		en: "Opt-out from mailings",
		start: "optedOut",
		months: null,
		minimum: false,
		source: "avg.21.3",
		customary: false,
	},
	staff: {
		nl: "Gegevens van medewerkers",
		en: "Staff data",
		start: "left",
		months: 24,
		minimum: false,
		source: "avg.5.1.e",
		customary: true,
	},
} as const satisfies Record<string, RetentionClass>;
export type RetentionClassId = keyof typeof retentionClasses;
export const retentionClassIds = Object.keys(retentionClasses) as readonly RetentionClassId[];

/** The last day this data is kept, given the day its start event happened; null where no end is set. */
export function keptUntil(id: RetentionClassId, start: CalendarDate): CalendarDate | null {
	const { months } = retentionClasses[id];
	return months === null ? null : addMonths(start, months);
}
