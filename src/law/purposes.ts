import type { Bilingual } from "./bilingual.ts";
import type { ClauseId } from "./clauses.ts";

type Purpose = Bilingual & { readonly promise: ClauseId };

/** What personal data may be used for: the nine of R3, and those the law itself gives. Every act, read and list names one. */
export const purposes = {
	registration: { promise: "R3.a", nl: "Inschrijving en administratie", en: "Registration and administration" },
	portal: { promise: "R3.b", nl: "Een digitaal portaal voor kandidaten", en: "A digital portal for candidates" },
	guidance: { promise: "R3.c", nl: "Begeleiding en dienstverlening", en: "Guidance and services" },
	assignments: { promise: "R3.d", nl: "Verwerven en uitvoeren van opdrachten", en: "Winning and carrying out assignments" },
	instruments: { promise: "R3.e", nl: "Tests en hun uitkomsten", en: "Tests and their results" },
	introductions: { promise: "R3.f", nl: "Voorstellen aan relaties", en: "Introductions to relations" },
	information: { promise: "R3.g", nl: "Informeren over wat iemand aangaat", en: "Informing people of what matters to them" },
	profiles: { promise: "R3.h", nl: "Profiel of cv verstrekken", en: "Providing a profile or CV" },
	mailings: { promise: "R3.i", nl: "Nieuwsbrieven en mailings", en: "Newsletters and mailings" },
	reporting: { promise: "R6.1", nl: "Rapporteren zoals afgesproken", en: "Reporting as agreed" },
	finance: {
		promise: "R4.3",
		nl: "Administratie van overeenkomsten en facturen",
		en: "Administration of agreements and invoices",
	},
	staffing: { promise: "R1.3", nl: "Medewerkers, rollen en geheimhouding", en: "Staff, roles and confidentiality" },
	security: { promise: "R10.1", nl: "Beveiliging en aanmelden", en: "Security and signing in" },
	rights: { promise: "R11.1", nl: "Rechten van betrokkenen", en: "Rights of data subjects" },
	quality: { promise: "R11.3", nl: "Kwaliteitsonderzoek", en: "Quality audit" },
	complaints: { promise: "R13.1", nl: "Vragen en klachten", en: "Questions and complaints" },
	law: { promise: "R4.1", nl: "Wettelijke plicht of rechtsvordering", en: "Legal duty or legal claim" },
} as const satisfies Record<string, Purpose>;

export type PurposeId = keyof typeof purposes;
export const purposeIds = Object.keys(purposes) as readonly PurposeId[];
