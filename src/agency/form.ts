import { z } from "zod";
import { say } from "../platform/web/page.ts";

const line = (nl: string, en: string) =>
	z.string().trim().min(1, say(nl, en)).max(200, say("Dit is te lang.", "This is too long."));
const optional = z
	.string()
	.trim()
	.max(200)
	.default("")
	.transform((text) => text || null);
const mail = z
	.string()
	.trim()
	.max(254)
	.pipe(z.email(say("Vul een e-mailadres in zoals naam@bureau.nl.", "Enter an e-mail address such as name@agency.nl.")));

/** What stands on every letter and page of the agency. */
export const particulars = z.object({
	name: line("Vul de naam van het bureau in.", "Enter the agency's name."),
	address: line("Vul straat en nummer in.", "Enter street and number."),
	postal_code: z
		.string()
		.trim()
		.toUpperCase()
		.regex(/^[1-9]\d{3} ?[A-Z]{2}$/, say("Vul een postcode in zoals 1234 AB.", "Enter a postcode such as 1234 AB.")),
	city: line("Vul de plaats in.", "Enter the town."),
	phone: optional,
	email: mail,
	website: optional,
	kvk: z
		.string()
		.trim()
		.default("")
		.refine(
			(text) => text === "" || /^\d{8}$/.test(text),
			say("Een KVK-nummer heeft acht cijfers.", "A KVK number has eight digits."),
		)
		.transform((text) => text || null),
	dpo_name: optional,
	dpo_email: z
		.string()
		.trim()
		.default("")
		.refine(
			(text) => text === "" || z.email().safeParse(text).success,
			say("Dit is geen e-mailadres.", "This is not an e-mail address."),
		)
		.transform((text) => text || null),
});
export type Particulars = z.infer<typeof particulars>;

const whole = (nl: string, en: string) =>
	z
		.string()
		.trim()
		.regex(/^\d{1,4}$/, say(nl, en))
		.transform(Number);

/** How long what leaves may wait; the limits are the rule's. */
export const termsForm = z.object({
	row_version: z.coerce.number().int(),
	undo_minutes: whole("Vul een heel aantal minuten in.", "Enter a whole number of minutes."),
	collect_days: whole("Vul een heel aantal dagen in.", "Enter a whole number of days."),
});
export type TermsForm = z.infer<typeof termsForm>;

export const personName = z.object({
	given_name: line("Vul een voornaam in.", "Enter a first name."),
	infix: optional,
	family_name: line("Vul een achternaam in.", "Enter a family name."),
	staff_email: mail,
});

export const setUpForm = particulars.extend({
	...personName.shape,
	code: z
		.string()
		.trim()
		.min(
			1,
			say(
				"Vul de code uit het venster in waarin Spoor is gestart.",
				"Enter the code from the window in which Spoor was started.",
			),
		),
});
export type SetUpForm = z.infer<typeof setUpForm>;
