import { z } from "zod";
import { type HealthPurpose, healthAreas, healthPurposes } from "../law/health-grounds.ts";
import { say } from "../platform/web/page.ts";
import { askable, aspectIds, carerKindIds, healthSourceIds, illnessKindIds, levelIds } from "./words.ts";

const uuid = z.uuid();
const rowVersion = z.coerce.number().int().min(1);
const real = say("Deze datum bestaat niet.", "This date does not exist.");
const someDay = z.string().min(1, say("Vul de dag in.", "Enter the day.")).pipe(z.iso.date(real));
const dayOrNot = z.union([z.literal("").transform(() => null), z.iso.date(real)], real);
const words = (most: number) =>
	z.string().trim().min(1, say("Vul dit in.", "Fill this in.")).max(most, say("Dit is te lang.", "This is too long."));
const short = (most: number) => z.string().trim().max(most, say("Dit is te lang.", "This is too long.")).default("");

/** What the compartment is opened for; nothing is chosen beforehand. */
export const purposeOf = (text: unknown): HealthPurpose | undefined => healthPurposes.find((id) => id === text);

const held = {
	from: someDay,
	until: dayOrNot,
	source: z.enum(healthSourceIds, say("Kies van wie je dit weet.", "Choose of whom you know this.")),
};
const inOrder = (item: { from: string; until: string | null }) => !item.until || item.from <= item.until;
const order = { path: ["until"], message: say("De laatste dag ligt voor de eerste.", "The last day comes before the first.") };

const capacityForm = z
	.object({
		do: z.literal("record"),
		request_id: uuid,
		aspect: z.enum(aspectIds, say("Kies waar het over gaat.", "Choose what it is about.")),
		level: z.enum(levelIds, say("Kies of het gaat.", "Choose whether it can be done.")),
		words: words(500),
		...held,
	})
	.refine(inOrder, order);
const illnessForm = z
	.object({
		do: z.literal("record"),
		request_id: uuid,
		kind: z.enum(illnessKindIds, say("Kies wat dit is.", "Choose what this is.")),
		words: words(2000),
		...held,
	})
	.refine(inOrder, order);
const endForm = z.object({ do: z.literal("end"), item: uuid, row_version: rowVersion });
export const itemForms = { capacity: capacityForm, illness: illnessForm, end: endForm } as const;

/** Asking the candidate to keep an area. */
export const holdForm = z.object({ request_id: uuid, area: z.enum(healthAreas), doel: z.enum(healthPurposes) });

export const carerForm = z.object({
	do: z.literal("carer"),
	request_id: uuid,
	kind: z.enum(carerKindIds, say("Kies wat voor arts of behandelaar dit is.", "Choose what kind of doctor or carer this is.")),
	name: words(120),
	organisation: short(120),
	street: words(120),
	postcode: words(12),
	city: words(80),
});
export const endCarerForm = z.object({ do: z.literal("endCarer"), carer: uuid, row_version: rowVersion });

const asked = {
	carer: z.uuid(say("Kies aan wie je dit vraagt.", "Choose whom you ask this.")),
	about: z
		.union(
			[z.enum(askable).transform((one) => [one]), z.array(z.enum(askable)).min(1)],
			say("Kies waarover je iets vraagt.", "Choose what you ask about."),
		)
		.transform((all) => [...new Set(all)]),
	question: words(4000),
};
export const newRequestForm = z.object({ request_id: uuid, ...asked });
export const requestForms = {
	draft: z.object({ row_version: rowVersion, ...asked }),
	ask: z.object({ request_id: uuid }),
	make: z.object({ row_version: rowVersion, consent: z.union([uuid, z.literal("").transform(() => undefined)]).optional() }),
	send: z.object({ request_id: uuid, row_version: rowVersion, sent: someDay }),
	answer: z.object({ request_id: uuid, row_version: rowVersion, received: someDay, words: short(20_000) }),
	close: z.object({ row_version: rowVersion }),
	withdraw: z.object({ row_version: rowVersion }),
} as const;
export type RequestDeed = keyof typeof requestForms;
export const isRequestDeed = (text: unknown): text is RequestDeed =>
	typeof text === "string" && Object.hasOwn(requestForms, text);
