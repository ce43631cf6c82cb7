import type { Bilingual } from "../law/bilingual.ts";
import type { CalendarDate } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";

/** What a conversation note (gespreksnotitie) is of. An oral report has its own form, because it leaves the agency. */
export const noteKinds = {
	conversation: { nl: "Gesprek", en: "Conversation" },
	phone: { nl: "Telefoongesprek", en: "Phone call" },
	mail: { nl: "E-mail", en: "E-mail" },
	oralReport: { nl: "Mondelinge rapportage", en: "Oral report" },
} as const satisfies Record<string, Bilingual>;
export type NoteKind = keyof typeof noteKinds;
export const noteKindIds = Object.keys(noteKinds) as readonly NoteKind[];

/** Of whom the information came (AVG 14 and 15). */
export const noteSources = {
	candidate: { nl: "De kandidaat", en: "The candidate" },
	commissioner: { nl: "De opdrachtgever", en: "The commissioner" },
	other: { nl: "Iemand anders", en: "Somebody else" },
} as const satisfies Record<string, Bilingual>;
export type NoteSource = keyof typeof noteSources;
export const noteSourceIds = Object.keys(noteSources) as readonly NoteSource[];

/** The three questions of a note, in their order. */
export const noteParts = ["goal", "agreed", "next"] as const;
export type NotePart = (typeof noteParts)[number];
/** A note is short (R5.1): a guide that is shown, not a wall. Past `longest` it is no note. */
export const noteLength = { guide: 600, longest: 10_000 } as const;

export interface NoteFacts {
	readonly kind: NoteKind | null;
	readonly source: NoteSource | null;
	readonly onDay: CalendarDate | null;
	readonly words: Readonly<Record<NotePart, string>>;
}

/** May a new note be begun on a trajectory in this state? A closed dossier does not grow; what is in it can be corrected. */
export function mayBeginNote(state: "registered" | "started" | "closed"): Decision {
	if (state !== "closed") return yes("R5.1");
	return no("R5.1", {
		nl: "Dit traject is afgesloten. Heropen het om er weer in te schrijven.",
		en: "This trajectory is closed. Reopen it to write in it again.",
	});
}

/** May a note be of this kind? An oral report is a disclosure: it passes the gate, and stands in the register. */
export function mayBeOfKind(kind: NoteKind | null): Decision {
	if (kind !== "oralReport") return yes("R5.1");
	return no("R9.2", {
		nl: "Een mondelinge rapportage leg je vast bij Rapportages: dan staat die ook bij wat er is verstrekt.",
		en: "Record an oral report under Reports: then it also stands with what was disclosed.",
	});
}

/** May this be finished? A finished note says what it is, of whom it came and of which day, and says something (R5.1). */
export function mayFinish({ kind, source, onDay, words }: NoteFacts, today: CalendarDate): Decision {
	const complete = kind !== null && source !== null && onDay !== null;
	return every(
		mayBeOfKind(kind),
		complete
			? yes("R5.1")
			: no("R5.1", {
					nl: "Vul in wat dit was, van wie het kwam en op welke dag.",
					en: "Fill in what this was, of whom it came and on which day.",
				}),
		onDay === null || onDay <= today
			? yes("R5.1")
			: no("R5.1", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." }),
		noteParts.some((part) => words[part].trim() !== "")
			? yes("R5.1")
			: no("R5.1", { nl: "Er staat nog niets in deze notitie.", en: "There is nothing in this note yet." }),
	);
}

/** Which parts are longer than a short note should be. */
export const longParts = (words: Readonly<Record<NotePart, string>>): NotePart[] =>
	noteParts.filter((part) => [...words[part]].length > noteLength.guide);
