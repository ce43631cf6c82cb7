import { z } from "zod";
import { say } from "../platform/web/page.ts";
import { dateFrom } from "../ui/date-field.tsx";
import { type NoteKind, type NoteSource, noteKindIds, noteLength, noteSourceIds } from "./rules.ts";

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
export type NoteForm = z.output<typeof noteForm>;

export const beginForm = z.object({ request_id: uuid, trajectory: uuid });
export const openForm = z.object({ request_id: uuid });
