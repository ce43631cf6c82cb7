import { z } from "zod";
import { parseAddress } from "../commissioners/address.ts";
import { type AssignmentTypeId, assignmentTypes } from "../law/assignment-types.ts";
import { isCalendarDate } from "../law/deadlines.ts";
import { type CandidateField, candidateFieldIds } from "../law/fields.ts";
import type { PersonName } from "../platform/name.ts";
import { say } from "../platform/web/page.ts";

/** Hidden fields and buttons of our own forms: everything else that is posted must be a declared field. */
const controls = [
	"request_id",
	"csrf",
	"row_version",
	"candidate",
	"trajectory",
	"assignment",
	"new_assignment",
	"commissioner",
	"reference",
	"ordered_on_day",
	"ordered_on_month",
	"ordered_on_year",
	"coach",
	"source",
	"looked",
	"birthDate_day",
	"birthDate_month",
	"birthDate_year",
];

type Posted = Readonly<Record<string, string | string[]>>;

/** What was posted about the person: each name that is not a control of the form, with its text. */
export function postedFields(form: Posted): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [name, value] of Object.entries(form)) if (!controls.includes(name)) fields[name] = String(value).trim();
	return fields;
}

export const sources = {
	candidate: { nl: "De kandidaat zelf", en: "The candidate" },
	commissioner: { nl: "De opdrachtgever", en: "The commissioner" },
	other: { nl: "Iemand anders", en: "Somebody else" },
} as const;
export type Source = keyof typeof sources;

const optional = (longest: number) => z.string().trim().max(longest, say("Dit is te lang.", "This is too long.")).optional();

/** What each field must look like, once it is filled in. */
export const fieldShapes: Record<CandidateField, z.ZodType<string | undefined>> = {
	givenName: optional(80),
	initials: optional(20),
	infix: optional(40),
	familyName: z
		.string()
		.trim()
		.min(1, say("Vul de achternaam in.", "Enter the family name."))
		.max(120, say("Dit is te lang.", "This is too long.")),
	language: z.enum(["nl", "en"]).optional(),
	email: optional(254).refine(
		(text) => !text || parseAddress(text) !== undefined,
		say("Vul één e-mailadres in, zoals naam@voorbeeld.nl.", "Enter one e-mail address, such as name@example.nl."),
	),
	phone: optional(40).refine(
		(text) => !text || (/^[+0-9 ()./-]+$/.test(text) && text.replace(/\D/g, "").length >= 8),
		say("Vul een telefoonnummer in, met netnummer.", "Enter a telephone number with its area code."),
	),
	street: optional(120),
	postcode: optional(12),
	city: optional(80),
	birthDate: optional(10).refine(
		(text) => !text || isCalendarDate(text),
		say("Deze datum bestaat niet.", "This date does not exist."),
	),
	education: optional(300),
	occupation: optional(200),
	employerJobTitle: optional(200),
	workHours: optional(20),
	availability: optional(300),
	drivingLicence: optional(60),
	commissionerReference: optional(80),
};

/** The schema of everything that is posted about a person for these types; what they do not declare is left to the rule (R2.1). */
export function fieldsForm(types: readonly AssignmentTypeId[]) {
	const declared = new Set(types.flatMap((type): readonly CandidateField[] => assignmentTypes[type].fields));
	const shape = Object.fromEntries(candidateFieldIds.filter((id) => declared.has(id)).map((id) => [id, fieldShapes[id]]));
	return z.object(shape as Partial<typeof fieldShapes> as typeof fieldShapes);
}

/** The sealed name out of the fields of the form. */
export function nameOf(fields: Readonly<Record<string, string>>): PersonName {
	const { givenName, initials, infix, familyName } = fields;
	return {
		...(givenName && { given: givenName }),
		...(initials && { initials }),
		...(infix && { infix }),
		family: familyName ?? "",
	};
}
