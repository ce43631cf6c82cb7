import { z } from "zod";
import { say } from "../platform/web/page.ts";
import { dateFrom } from "../ui/date-field.tsx";
import { answers } from "./rules.ts";

const uuid = z.uuid();
const rowVersion = z.coerce.number().int().min(1);
const words = (most: number) => z.string().max(most, say("Dit is te lang.", "This is too long."));
const wayTold = z.enum(
	["conversation", "phone", "letter"],
	say("Kies hoe de kandidaat het hoorde.", "Choose how the candidate was told."),
);
const real = say("Deze datum bestaat niet.", "This date does not exist.");

/** The day that was typed in three boxes, put back in the form as one text: empty when nothing was typed, "?" when it is no date. */
export const withDays = (form: Readonly<Record<string, string | string[]>>, ...names: string[]) => ({
	...form,
	...Object.fromEntries(names.map((name) => [name, dateFrom(form, name) ?? "?"])),
});
const day = z.iso.date(real);
const dayOrNot = z.union([z.literal("").transform(() => null), day], real);
const someDay = z.string().min(1, say("Vul de dag in.", "Enter the day.")).pipe(day);

/** Beginning a report: on which line, over which days. */
export const beginForm = z
	.object({
		report: uuid,
		line: z.uuid(say("Kies waarover je rapporteert.", "Choose what you report on.")),
		due: dayOrNot.default(null),
		from: dayOrNot,
		to: dayOrNot,
	})
	.refine(({ from, to }) => !from || !to || from <= to, {
		path: ["to"],
		message: say("De laatste dag ligt voor de eerste.", "The last day comes before the first."),
	});

/** What is typed on the sheet. An unfinished text is a text: only its length is looked at. */
export const draftForm = z.object({
	row_version: rowVersion,
	session: z.union([z.literal(""), uuid]).default(""),
	version: uuid.optional(),
	title: words(200).transform((title) => title.trim()),
	body: words(100_000),
});
export const submitForm = draftForm.extend({
	version: uuid,
	title: draftForm.shape.title.refine((title) => title !== "", say("Geef het rapport een titel.", "Give the report a title.")),
});

export const stepForm = z.object({ row_version: rowVersion });
export const sendForm = stepForm.extend({ disclosure: uuid });
export const undoForm = z.object({ disclosure: uuid });
export const remindForm = z.object({ request_id: uuid });
export const tellForm = z.object({
	request_id: uuid,
	how: wayTold,
	on: someDay,
	note: words(2000).transform((note) => note.trim() || null),
});
const typedOver = {
	number: z.string().trim().min(1, say("Neem het documentnummer over.", "Copy the document number.")),
	hash: z
		.string()
		.trim()
		.min(1, say("Neem de eerste acht tekens van het kenmerk over.", "Copy the first eight characters of the fingerprint.")),
};
/** The second pair of eyes types over what the paper bears, as the first did. */
export const confirmFoundForm = z.object(typedOver);
export const confirmForm = confirmFoundForm.extend({ answer: uuid });

/** A signed paper: what stands on it is typed over, so that it is this version's paper and no other. */
export const paperForm = z.object({
	request_id: uuid,
	version: uuid,
	answer: z.enum(answers, say("Kies wat er op het papier staat.", "Choose what the paper says.")),
	signed: someDay,
	...typedOver,
	remark: words(5000).transform((text) => text.trim() || null),
	own_view: words(20_000).transform((text) => text.trim() || null),
});
/** The same, for who has the paper and not the report before them: its number says which version it is. */
export const foundPaperForm = paperForm.omit({ version: true });

/** An oral report, in one form. */
export const oralForm = z
	.object({
		id: uuid,
		inform_id: uuid,
		line: z.uuid(say("Kies met wie je sprak.", "Choose whom you spoke with.")),
		on: someDay,
		time: z
			.string()
			.trim()
			.transform((text) => text.replace(".", ":").padStart(5, "0"))
			.refine(
				(text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
				say("Vul de tijd in, zoals 14:30.", "Enter the time, such as 14:30."),
			),
		summary: words(5000)
			.transform((text) => text.trim())
			.refine((text) => text !== "", say("Schrijf kort op wat je hebt verteld.", "Write down briefly what you told.")),
		told: z.enum(
			["conversation", "phone", "letter", "no"],
			say("Kies of de kandidaat het weet.", "Choose whether the candidate knows."),
		),
		told_on: dayOrNot,
	})
	.refine(({ told, told_on }) => told === "no" || told_on, {
		path: ["told_on"],
		message: say("Vul in wanneer de kandidaat het hoorde.", "Enter when the candidate was told."),
	});

/** The candidate's answer. What is bound is what was on the screen: version, bytes and recipients. */
export const answerForm = z.object({
	answer_id: uuid,
	version: uuid,
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	recipients: z.string().regex(/^[0-9a-f]{64}$/),
	answer: z.enum(["approve", "change", "refuse"], say("Kies een antwoord.", "Choose an answer.")),
	code: z.string().trim().min(1, say("Vul de code uit uw app in.", "Enter the code from your app.")),
	remark: words(5000).transform((text) => text.trim() || null),
	own_view: words(20_000).transform((text) => text.trim() || null),
});
