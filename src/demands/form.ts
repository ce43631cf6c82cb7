import { z } from "zod";
import { type CategoryId, categoryIds } from "../law/categories.ts";
import { isCalendarDate } from "../law/deadlines.ts";
import { demandBasisIds, withholdGroundIds } from "../law/demands.ts";
import { say } from "../platform/web/page.ts";

const text = (nl: string, en: string, most = 300) => z.string().trim().min(2, say(nl, en)).max(most);
const day = z.string().refine(isCalendarDate, say("Vul een datum in die bestaat.", "Enter a date that exists."));

/** A demand as it is posted: each category that is ticked has a field of its own for why. */
export const demandForm = z
	.looseObject({
		id: z.uuid(),
		trajectory: z.uuid(),
		basis: z.enum(demandBasisIds, say("Kies de grond die op het papier staat.", "Choose the basis that stands on the paper.")),
		organisation: text("Vul in welke instantie het is.", "Enter which authority it is."),
		name: text("Vul in wie het vraagt.", "Enter who asks."),
		postal: text("Vul in waar de brief naartoe gaat.", "Enter where the letter goes."),
		reference: z.string().trim().max(100).default(""),
		received_on: day,
		categories: z.union([z.string(), z.array(z.string())]).optional(),
		content: text("Schrijf precies wat er gaat.", "Write exactly what goes.", 20_000),
		withhold: z.enum(["no", ...withholdGroundIds]).default("no"),
		until: z.string().default(""),
	})
	.transform((input, context) => {
		const chosen = [input.categories ?? []]
			.flat()
			.filter((id): id is CategoryId => (categoryIds as readonly string[]).includes(id));
		if (chosen.length === 0)
			context.addIssue({
				code: "custom",
				path: ["categories"],
				message: say("Kies welke gegevens gaan.", "Choose which data goes."),
			});
		if (input.withhold !== "no" && !isCalendarDate(input.until))
			context.addIssue({
				code: "custom",
				path: ["until"],
				message: say("Kies de dag waarop de kandidaat het hoort.", "Choose the day on which the candidate is told."),
			});
		const reasons: Partial<Record<CategoryId, string>> = {};
		for (const id of chosen) {
			const why = input[`why_${id}`];
			reasons[id] = typeof why === "string" ? why.trim() : "";
			if ((reasons[id] ?? "").length < 10)
				context.addIssue({
					code: "custom",
					path: [`why_${id}`],
					message: say("Schrijf waarom juist dit nodig is.", "Write why exactly this is needed."),
				});
		}
		return {
			...{ id: input.id, trajectory: input.trajectory, basis: input.basis, categories: chosen, reasons, content: input.content },
			authority: { organisation: input.organisation, name: input.name, postal: input.postal, reference: input.reference },
			receivedOn: input.received_on,
			withheld: input.withhold === "no" ? undefined : { ground: input.withhold, until: input.until },
		};
	});

/** What is done with one demand. */
export const deedForm = z.discriminatedUnion("do", [
	z.object({ do: z.enum(["confirm", "end"]), row_version: z.coerce.number().int() }),
	z.object({
		do: z.literal("tell"),
		id: z.uuid(),
		how: z.enum(["conversation", "phone", "letter"], say("Kies hoe je het vertelde.", "Choose how you told it.")),
		on: day,
	}),
	z.object({ do: z.literal("send"), row_version: z.coerce.number().int(), disclosure: z.uuid(), on: day }),
]);
