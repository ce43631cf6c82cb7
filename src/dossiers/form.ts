import { z } from "zod";
import type { Bilingual } from "../law/bilingual.ts";
import { say } from "../platform/web/page.ts";
import { dateFrom } from "../ui/date-field.tsx";
import { type NoteFacts, type NoteKind, type NoteSource, noteKindIds, noteLength, noteSourceIds } from "./rules.ts";

const words = z
	.string()
	.max(noteLength.longest, say("Dit is te lang voor een notitie.", "This is too long for a note."))
	.default("");
const uuid = z.uuid();

/** Everything on the sheet of a note. While it is being written nothing is required; what is no choice or date yet is empty. */
export const noteForm = z
	.object({
		row_version: z.coerce.number().int().min(1),
		session: uuid,
		do: z.enum(["save", "finish"]).default("save"),
		kind: z.string().optional(),
		source: z.string().optional(),
		on_day: z.string().optional(),
		on_day_day: z.string().optional(),
		on_day_month: z.string().optional(),
		on_day_year: z.string().optional(),
		goal: words,
		agreed: words,
		next: words,
	})
	.transform((fields) => ({
		rowVersion: fields.row_version,
		session: fields.session,
		do: fields.do,
		kind: (noteKindIds as readonly string[]).includes(fields.kind ?? "") ? (fields.kind as NoteKind) : null,
		source: (noteSourceIds as readonly string[]).includes(fields.source ?? "") ? (fields.source as NoteSource) : null,
		onDay: dateFrom(fields, "on_day") || null,
		words: { goal: fields.goal, agreed: fields.agreed, next: fields.next },
	}));

export const beginForm = z.object({ request_id: uuid, trajectory: uuid });

/** What is still to be filled in before a note can be finished: a sentence a field. That it must be, is the rule's (mayFinish). */
export function missingIn({ kind, source, onDay, words }: NoteFacts): Record<string, Bilingual> {
	const empty = Object.values(words).every((text) => text.trim() === "");
	return {
		...(!onDay && { on_day: { nl: "Vul de dag, de maand en het jaar in.", en: "Fill in the day, the month and the year." } }),
		...(!kind && { kind: { nl: "Kies wat het was.", en: "Choose what it was." } }),
		...(!source && { source: { nl: "Kies van wie de informatie komt.", en: "Choose of whom the information comes." } }),
		...(empty && {
			goal: { nl: "Schrijf in een paar woorden waar het over ging.", en: "Write in a few words what it was about." },
		}),
	};
}
