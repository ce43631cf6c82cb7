import { z } from "zod";
import { commissionerKindIds } from "../law/assignment-types.ts";
import type { PersonName } from "../platform/name.ts";
import { say } from "../platform/web/page.ts";
import { parseAddress, parseDomain } from "./address.ts";
import { contactKindIds } from "./rules.ts";

const tooLong = say("Dit is te lang.", "This is too long.");
const line = (longest: number) =>
	z
		.string()
		.trim()
		.max(longest, tooLong)
		.transform((text) => text || null)
		.nullable()
		.optional()
		.transform((text) => text ?? null);

/** The kinds of organisation; a candidate who pays becomes a commissioner by being registered. */
export const organisationKinds = commissionerKindIds.filter((kind) => kind !== "selfPaying");

/** An organisation that gives assignments. */
export const commissionerForm = z.object({
	id: z.uuid(),
	row_version: z.coerce.number().int().optional(),
	kind: z.enum(
		organisationKinds as [string, ...string[]],
		say("Kies wat voor opdrachtgever het is.", "Choose what kind of commissioner it is."),
	),
	name: z.string().trim().min(1, say("Vul de naam in.", "Enter the name.")).max(200, tooLong),
	kvk: line(8).refine(
		(text) => text === null || /^\d{8}$/.test(text),
		say("Een KvK-nummer heeft acht cijfers.", "A KvK number has eight digits."),
	),
	address: line(200),
	postal_code: line(12),
	city: line(80),
	mail_domains: z
		.string()
		.default("")
		.transform((text) => text.split(/[\s,;]+/).filter(Boolean))
		.refine(
			(typed) => typed.every((one) => parseDomain(one)),
			say(
				"Schrijf elk domein op een eigen regel, zoals bedrijf.nl.",
				"Write each domain on a line of its own, such as company.nl.",
			),
		)
		.transform((typed) => [...new Set(typed.map((one) => parseDomain(one) ?? one))]),
});
export type CommissionerInput = z.infer<typeof commissionerForm>;

/** A person who works for the commissioner. */
export const contactForm = z
	.object({
		id: z.uuid(),
		row_version: z.coerce.number().int().optional(),
		given: z.string().trim().max(80, tooLong).default(""),
		infix: z.string().trim().max(40, tooLong).default(""),
		family: z.string().trim().min(1, say("Vul de achternaam in.", "Enter the family name.")).max(120, tooLong),
		kind: z.enum(contactKindIds, say("Kies de rol.", "Choose the role.")),
		job_title: line(120),
		phone: line(40).refine(
			(text) => text === null || /^[+0-9 ()./-]{8,}$/.test(text),
			say("Vul een telefoonnummer in, met netnummer.", "Enter a telephone number with its area code."),
		),
		email: z
			.string()
			.refine(
				(text) => parseAddress(text) !== undefined,
				say("Vul één e-mailadres in, zoals naam@bedrijf.nl.", "Enter one e-mail address, such as name@company.nl."),
			)
			.transform((text) => parseAddress(text)?.text ?? text),
	})
	.transform(({ given, infix, family, ...rest }) => ({
		...rest,
		name: { ...(given && { given }), ...(infix && { infix }), family } satisfies PersonName as PersonName,
	}));
export type ContactInput = z.infer<typeof contactForm>;
