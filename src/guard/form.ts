import { z } from "zod";
import { say } from "../platform/web/page.ts";
import { findingClassIds } from "./rules.ts";

/** Calling a finding a false alarm: which one, and a reason that says something. */
export const falseAlarmForm = z.object({
	request_id: z.uuid(),
	class: z.enum(findingClassIds as [(typeof findingClassIds)[number]]),
	rule: z.string().min(1).max(60),
	span: z.string().regex(/^\d+:/).max(3000),
	sentence: z.string().min(1).max(3000),
	reason: z
		.string()
		.trim()
		.min(10, say("Schrijf in een zin waarom dit loos alarm is.", "Write in a sentence why this is a false alarm."))
		.max(1000, say("Dit is te lang.", "This is too long.")),
});

/** Judging one, as the second person, or having looked at it as the privacy officer. */
export const judgeSetAsideForm = z.object({
	row_version: z.coerce.number().int().min(1),
	do: z.enum(["confirm", "refuse", "review"]),
});

export const wordForm = z.object({
	request_id: z.uuid(),
	word: z
		.string()
		.trim()
		.toLowerCase()
		.min(3, say("Een woord heeft minstens drie letters.", "A word has at least three letters."))
		.max(60, say("Dit is te lang.", "This is too long."))
		.regex(
			/^[^,|<>*#~=.]+$/,
			say("Gebruik alleen letters, cijfers, spaties en streepjes.", "Use letters, digits, spaces and hyphens only."),
		),
	class: z.enum(
		["leftAlone", "illness", "treatment", "practitioner", "sickLeave", "capacity", "criminal", "special", "testScores"],
		say("Kies wat de meelezer met dit woord doet.", "Choose what the guard does with this word."),
	),
});
/** Taking one out, or deciding as the second person. */
export const decideWordForm = z.object({
	do: z.enum(["end", "confirm", "refuse"]),
	word: z.uuid(),
	row_version: z.coerce.number().int().min(1),
});
