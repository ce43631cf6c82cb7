import { z } from "zod";
import { exceptionGroundIds } from "../law/exceptions.ts";
import { say } from "../platform/web/page.ts";

/** Proposing: a ground of the list and a reasoning that says something. */
export const proposeForm = z.object({
	request_id: z.uuid(),
	version: z.uuid(),
	ground: z.enum(exceptionGroundIds, say("Kies op welke grond dit mag.", "Choose on which ground this is allowed.")),
	reasoning: z
		.string()
		.trim()
		.min(
			40,
			say(
				"Schrijf in een paar zinnen waarom het moet, en waarom het niet anders kan.",
				"Write in a few sentences why it must, and why there is no other way.",
			),
		)
		.max(5000, say("Dit is te lang.", "This is too long.")),
});

/** Deciding on one. */
export const judgeForm = z.object({ row_version: z.coerce.number().int().min(1), do: z.enum(["confirm", "withdraw"]) });
/** Taking one back on the report's own page. */
export const withdrawExceptionForm = z.object({ exception: z.uuid(), row_version: z.coerce.number().int().min(1) });
