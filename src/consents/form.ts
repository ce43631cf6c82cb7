import { z } from "zod";
import { consentKindIds } from "../law/consents.ts";
import { type DataClass, dataClassIds } from "../law/data-classes.ts";
import type { PurposeId } from "../law/purposes.ts";
import { say } from "../platform/web/page.ts";
import { linePurposeIds } from "../reporting-agreements/rules.ts";

const many = z.union([z.array(z.string()), z.string().transform((one) => [one]), z.undefined().transform(() => [])]);
const note = (nl: string, en: string) =>
	z.string().trim().min(3, say(nl, en)).max(500, say("Dit is te lang.", "This is too long."));

/** The candidate's answer: what was on the screen, and yes or no; the code is asked for yes only. */
export const answerForm = z.object({
	event: z.uuid(),
	notice: z.string().regex(/^[0-9a-f]{64}$/),
	answer: z.enum(["yes", "no"]),
	code: z.string().trim().default(""),
});
/** Taking it back, whole or in part. */
export const withdrawForm = z.object({ event: z.uuid() });
export const narrowForm = z.object({ event: z.uuid(), remaining: many });

/** The coach asks; dates were put together from their parts before. */
export const askForm = z.object({
	request_id: z.uuid(),
	kind: z.enum(consentKindIds, say("Kies wat je vraagt.", "Choose what you ask.")).default("disclose"),
	report: z.uuid().or(z.literal("")).default(""),
	contact: z.uuid(say("Kies wie de gegevens krijgt.", "Choose who gets the data.")),
	purpose: z
		.enum(linePurposeIds, say("Kies waarvoor dit nodig is.", "Choose what this is needed for."))
		.transform((one): PurposeId => one),
	classes: many
		.transform((all) => all.filter((one) => (dataClassIds as readonly string[]).includes(one)) as DataClass[])
		.refine((all) => all.length > 0, say("Kies om welke gegevens het gaat.", "Choose which data it is about.")),
	lines: z
		.string()
		.max(4000, say("Dit is te lang.", "This is too long."))
		.transform((text) =>
			text
				.split("\n")
				.map((line) => line.trim())
				.filter(Boolean),
		)
		.default([]),
	until: z.iso.date(say("Vul een dag in die bestaat.", "Enter a day that exists.")),
});

/** What happened outside the portal, as a member of staff records it. */
export const saidForm = z.object({
	event: z.uuid(),
	note: note("Schrijf op hoe de kandidaat het zei, en wanneer.", "Write down how the candidate said it, and when."),
});
const typed = {
	number: z.string().trim().min(4, say("Neem het nummer over van het papier.", "Copy the number from the paper.")).max(40),
	hash: z.string().trim().min(8, say("Neem het kenmerk over: acht tekens.", "Copy the fingerprint: eight characters.")).max(64),
};
export const paperForm = z.object({
	event: z.uuid(),
	...typed,
	signed: z.iso.date(say("Vul de dag in die op het papier staat.", "Enter the day that stands on the paper.")),
});
export const confirmForm = z.object({ event: z.uuid(), ...typed });
export const rejectForm = z.object({
	event: z.uuid(),
	note: note("Schrijf op wat er niet klopt.", "Write down what is wrong."),
});
