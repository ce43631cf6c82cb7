import type { Bilingual } from "./bilingual.ts";
import type { ClauseId } from "./clauses.ts";

type Purpose = Bilingual & { readonly clause: ClauseId };

/** What personal data may be used for: the nine of R3, and those the law itself gives. Every act, read and list names one. */
export const purposes = {
	registration: { clause: "R3.a", nl: "Inschrijving en administratie", en: "Registration and administration" },
	portal: { clause: "R3.b", nl: "Een digitaal portaal voor kandidaten", en: "A digital portal for candidates" },
	guidance: { clause: "R3.c", nl: "Begeleiding en dienstverlening", en: "Guidance and services" },
	assignments: { clause: "R3.d", nl: "Verwerven en uitvoeren van opdrachten", en: "Winning and carrying out assignments" },
	instruments: { clause: "R3.e", nl: "Tests en hun uitkomsten", en: "Tests and their results" },
	introductions: { clause: "R3.f", nl: "Voorstellen aan relaties", en: "Introductions to relations" },
	information: { clause: "R3.g", nl: "Informeren over wat iemand aangaat", en: "Informing people of what matters to them" },
	profiles: { clause: "R3.h", nl: "Profiel of cv verstrekken", en: "Providing a profile or CV" },
	mailings: { clause: "R3.i", nl: "Nieuwsbrieven en mailings", en: "Newsletters and mailings" },
	reporting: { clause: "R6.1", nl: "Rapporteren zoals afgesproken", en: "Reporting as agreed" },
	finance: {
		clause: "R4.3",
		nl: "Administratie van overeenkomsten en facturen",
		en: "Administration of agreements and invoices",
	},
	staffing: { clause: "R1.3", nl: "Medewerkers, rollen en geheimhouding", en: "Staff, roles and confidentiality" },
	security: { clause: "R10.1", nl: "Beveiliging en aanmelden", en: "Security and signing in" },
	rights: { clause: "R11.1", nl: "Rechten van betrokkenen", en: "Rights of data subjects" },
	quality: { clause: "R11.3", nl: "Kwaliteitsonderzoek", en: "Quality audit" },
	complaints: { clause: "R13.1", nl: "Vragen en klachten", en: "Questions and complaints" },
	law: { clause: "R4.1", nl: "Wettelijke plicht of rechtsvordering", en: "Legal duty or legal claim" },
} as const satisfies Record<string, Purpose>;

export type PurposeId = keyof typeof purposes;
export const purposeIds = Object.keys(purposes) as readonly PurposeId[];
