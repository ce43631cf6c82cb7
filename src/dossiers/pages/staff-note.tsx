import { z } from "zod";
import { NotAllowed } from "../../law/decision.ts";
import {
	done,
	FieldErrors,
	type Page,
	type Problem,
	redirect,
	Stale,
	submit,
	type View,
	type Visit,
} from "../../platform/web/page.ts";
import { beginForm, missingIn, noteForm } from "../form.ts";
import { presence } from "../presence.server.ts";
import { noteOf } from "../queries.server.ts";
import { noteParts } from "../rules.ts";
import { beginNote, discardDraft, finishNote, openNote, saveNote } from "../write-note.server.ts";
import { noteView } from "./note-view.tsx";

const path = "/kandidaten/:candidate/notities/:note";
const where = (visit: Visit) => ({ candidate: visit.params.candidate ?? "", note: visit.params.note ?? "" });
const baseOf = (visit: Visit) => `/kandidaten/${visit.params.candidate}/notities/${visit.params.note}`;
const sessionIn = (visit: Visit) => z.uuid().safeParse(visit.url.searchParams.get("sessie")).data;

async function show(visit: Visit, session: string | undefined, problem?: Problem): Promise<View> {
	const { candidate, note } = where(visit);
	return noteView(visit, await noteOf(visit.by, candidate, note), baseOf(visit), session, problem);
}

/** Begins a note on a trajectory and goes on to write it. */
export const newNotePage: Page = {
	path: "/kandidaten/:candidate/notities",
	portal: "staff",
	who: "dossier.write",
	get: (visit) => redirect(`/kandidaten/${visit.params.candidate}?soort=notities`),
	post: async (visit) => {
		const { request_id: note, trajectory } = beginForm.parse(visit.form);
		const candidate = visit.params.candidate ?? "";
		const session = await beginNote(visit.by, { candidate, note, trajectory });
		return redirect(`/kandidaten/${candidate}/notities/${note}?sessie=${session}`);
	},
};

/** A note to read, with its earlier versions; within an editing session, to write. Without script this saves and finishes too. */
export const notePage: Page = {
	path,
	portal: "staff",
	who: "dossier.read",
	get: (visit) => show(visit, sessionIn(visit)),
	post: (visit) =>
		submit(visit, {
			form: noteForm,
			act: async (input) => {
				const { candidate, note } = where(visit);
				const given = { ...input, candidate, note };
				if (input.do === "finish") {
					const missing = missingIn(input);
					if (Object.keys(missing).length > 0) throw new FieldErrors(missing);
					await finishNote(visit.by, given);
					return done(`/kandidaten/${candidate}/notities/${note}`, visit.t("De notitie is klaar.", "The note is finished."));
				}
				await saveNote(visit.by, given);
				return done(`${baseOf(visit)}?sessie=${input.session}`, visit.t("Het concept is bewaard.", "The draft was saved."));
			},
			again: async (problem) => {
				const session = await sessionFor(visit, String(visit.form.session ?? ""));
				return show(visit, session, problem);
			},
		}),
};

/** Opens a draft to go on with, or a finished note to correct. */
export const openNotePage: Page = {
	path: `${path}/openen`,
	portal: "staff",
	who: "dossier.write",
	get: (visit) => redirect(baseOf(visit)),
	post: async (visit) => redirect(`${baseOf(visit)}?sessie=${await openNote(visit.by, where(visit))}`),
};

/** Throws a draft away. */
export const discardNotePage: Page = {
	path: `${path}/weggooien`,
	portal: "staff",
	who: "dossier.write",
	get: (visit) => redirect(baseOf(visit)),
	post: (visit) =>
		submit(visit, {
			form: z.object({ row_version: z.coerce.number().int() }),
			act: async ({ row_version: rowVersion }) => {
				await discardDraft(visit.by, { ...where(visit), rowVersion });
				return done(`/kandidaten/${visit.params.candidate}`, visit.t("Het concept is weg.", "The draft is gone."));
			},
			again: (problem) => show(visit, undefined, problem),
		}),
};

/** Keeps what is typed; answers the browser module in JSON. Who was first is told with a 409, and both texts stay. */
export const saveNotePage: Page = {
	path: `${path}/bewaar`,
	portal: "staff",
	who: "dossier.write",
	post: async (visit) => {
		const parsed = noteForm.safeParse(visit.form);
		if (!parsed.success)
			return json(422, { message: visit.t("Dit is te lang voor een notitie.", "This is too long for a note.") });
		const input = { ...parsed.data, ...where(visit) };
		try {
			const { rowVersion, others } = await saveNote(visit.by, input);
			return json(200, { saved: true, rowVersion, savedAt: visit.by.now().toISOString(), others: others.map((id) => ({ id })) });
		} catch (error) {
			if (error instanceof NotAllowed) return json(403, { message: error.why[visit.lang] });
			if (error instanceof Stale) return conflict(visit, input.words);
			throw error;
		}
	},
};

/** Says who else has this note open, and that this person has. */
export const notePresencePage: Page = {
	path: `${path}/aanwezig`,
	portal: "staff",
	who: "dossier.write",
	post: async (visit) => {
		const session = sessionIn(visit);
		const others = session ? await presence(visit.by, { ...where(visit), session }) : [];
		return json(200, { others: others.map((id) => ({ id })) });
	},
};

export const notePages: readonly Page[] = [newNotePage, notePage, openNotePage, discardNotePage, saveNotePage, notePresencePage];

// When the draft was finished meanwhile there is none to save to: a correction is opened, so that what was typed has a place.
async function sessionFor(visit: Visit, session: string): Promise<string> {
	const { candidate, note } = where(visit);
	const opened = await noteOf(visit.by, candidate, note);
	return opened.draft ? session : openNote(visit.by, { candidate, note });
}

async function conflict(visit: Visit, mine: Record<string, string>): Promise<Response> {
	const { candidate, note } = where(visit);
	await sessionFor(visit, "");
	const { draft, names } = await noteOf(visit.by, candidate, note);
	if (!draft) throw new Stale();
	const { row_version: rowVersion, updated_at, updated_by } = draft;
	const own = updated_by === visit.by.actor.id;
	// The answer to one's own save was lost on the way: it is kept, and nobody else was here.
	if (own && noteParts.every((part) => draft[part] === mine[part]))
		return json(200, { saved: true, rowVersion, savedAt: updated_at.toISOString() });
	return json(409, {
		conflict: true,
		theirs: Object.fromEntries(noteParts.map((part) => [part, draft[part]])),
		by: own ? visit.t("Je andere venster", "Your other window") : (names[updated_by] ?? ""),
		at: updated_at.toISOString(),
		rowVersion,
	});
}

const json = (status: number, body: unknown): Response => Response.json(body, { status });
