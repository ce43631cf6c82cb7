import { z } from "zod";
import { say } from "../platform/web/page.ts";
import { conflictKindIds, emergencyReasonIds } from "./rules.ts";

const note = (most: number) => z.string().trim().max(most, say("Dit is te lang.", "This is too long."));

/** Breaking the glass: whom, why, and a code shown now. Whom is an id, or an address or number typed whole. */
export const emergencyForm = z
	.object({
		request_id: z.uuid(),
		candidate: z.union([z.literal(""), z.uuid()]).default(""),
		q: z.string().trim().max(200).default(""),
		reason: z.enum(emergencyReasonIds, say("Kies waarom het nodig is.", "Choose why it is needed.")),
		explanation: note(2000).min(
			20,
			say("Schrijf in een zin of twee wat er aan de hand is.", "Write in a sentence or two what is the matter."),
		),
		code: z.string().trim().min(1, say("Vul de code uit je app in.", "Enter the code from your app.")),
	})
	.refine(({ candidate, q }) => candidate !== "" || q.length >= 8, {
		path: ["q"],
		message: say(
			"Vul het hele e-mailadres of telefoonnummer van de kandidaat in.",
			"Enter the candidate's whole e-mail address or telephone number.",
		),
	});

export const endGlassForm = z.object({ glass: z.uuid() });

export const reviewForm = z.object({
	row_version: z.coerce.number().int().min(1),
	verdict: z.enum(["justified", "unjustified"], say("Kies of het terecht was.", "Choose whether it was justified.")),
	note: note(2000).transform((text) => text || null),
});

export const declareForm = z.object({
	request_id: z.uuid(),
	staff: z.union([z.literal(""), z.uuid()]).default(""),
	kind: z.enum(conflictKindIds, say("Kies hoe jullie elkaar kennen.", "Choose how you know each other.")),
});
export const endConflictForm = z.object({ conflict: z.uuid(), candidate: z.uuid(), row_version: z.coerce.number().int().min(1) });

export const monthForm = z.object({
	request_id: z.uuid(),
	month: z.string().regex(/^\d{4}-\d{2}$/),
	note: note(4000).transform((text) => text || null),
});
