import type { Bilingual } from "./bilingual.ts";

/** Every candidate field there is. No BSN, no health data: each has a place and rules of its own. Nothing of criminal law, anywhere (R2.1). */
export const candidateFields = {
	givenName: { nl: "Voornaam", en: "Given name" },
	initials: { nl: "Voorletters", en: "Initials" },
	infix: { nl: "Tussenvoegsel", en: "Infix" },
	familyName: { nl: "Achternaam", en: "Family name" },
	language: { nl: "Taal van het portaal", en: "Portal language" },
	email: { nl: "E-mailadres", en: "E-mail address" },
	phone: { nl: "Telefoonnummer", en: "Phone number" },
	street: { nl: "Straat en huisnummer", en: "Street and number" },
	postcode: { nl: "Postcode", en: "Postcode" },
	city: { nl: "Woonplaats", en: "City" },
	birthDate: { nl: "Geboortedatum", en: "Date of birth" },
	education: { nl: "Opleiding", en: "Education" },
	occupation: { nl: "Beroep", en: "Occupation" },
	employerJobTitle: { nl: "Functie bij de werkgever", en: "Job title at the employer" },
	workHours: { nl: "Contracturen per week", en: "Contract hours a week" },
	availability: { nl: "Beschikbaarheid per week", en: "Availability a week" },
	drivingLicence: { nl: "Rijbewijs", en: "Driving licence" },
	commissionerReference: { nl: "Kenmerk van de opdrachtgever", en: "Commissioner's reference" },
} as const satisfies Record<string, Bilingual>;

export type CandidateField = keyof typeof candidateFields;
export const candidateFieldIds = Object.keys(candidateFields) as readonly CandidateField[];

/** Shown on asking only: a screen that has them covers them until somebody wants to see them (R1.2). The citizen service number has a screen of its own. */
export const coveredFields: readonly CandidateField[] = ["birthDate"];

/** What stands there until then: of a date the year. */
export const covered = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? `•• •• ${value.slice(0, 4)}` : "••••");
