import { anyOf, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { wordsOf } from "./queries.server.ts";
import type { Things } from "./things.server.ts";
import type { Head } from "./timeline.ts";

/** Marks what these heads stand for to be opened; only of notes the words are still to be asked for. */
export async function itemsOf(tx: Tx, sealed: Marker, candidate: string, things: Things, heads: readonly Head[]) {
	const wanted = new Set(heads.map((head) => head.id));
	const shown = <R extends { id: string }>(rows: readonly R[]) => rows.filter((row) => wanted.has(row.id));
	return {
		notes: await wordsOfNotes(tx, sealed, candidate, shown(things.notes)),
		reports: shown(things.reports).map(({ draft_title, title, remark, ...row }) => ({
			...row,
			delivery: things.disclosures.find((one) => one.about === "report" && one.about_id === row.version_id)?.state,
			draft: draft_title ? sealed("report_draft", row.id, candidate, { title: draft_title }) : null,
			version: row.version_id && title ? sealed("report_version", row.version_id, candidate, { title }) : null,
			remark: row.answer_id && remark ? sealed("report_answer", row.answer_id, candidate, { remark }) : null,
		})),
		agreements: shown(things.agreements).map((row) => ({
			...row,
			lines: things.lines.filter((line) => line.agreement_id === row.id).length,
		})),
		questions: shown(things.questions).map((row) => ({
			...row,
			...sealed("agreement_question", row.id, candidate, { question: row.question }),
		})),
		informed: shown(things.informed).map((row) => ({ ...row, ...sealed("inform_event", row.id, candidate, { note: row.note }) })),
		disclosures: shown(things.disclosures).map((row) => ({
			...row,
			...sealed("disclosure", row.id, candidate, { recipient: row.recipient, summary: row.summary }),
		})),
		trajectory: shown(things.events).map((row) => ({
			...row,
			...sealed("trajectory_event", row.id, candidate, { reason: row.reason }),
		})),
		memberships: shown(things.memberships),
	};
}

/** The newest finished words of each note, or its draft where nothing was finished yet; and whether somebody is writing. */
async function wordsOfNotes(tx: Tx, sealed: Marker, candidate: string, notes: Things["notes"]) {
	if (notes.length === 0) return [];
	const ids = notes.map((note) => note.id);
	const [drafts, versions] = await Promise.all([
		tx.selectFrom("app.note_draft").selectAll().where("note_id", "=", anyOf(ids)).execute(),
		tx
			.selectFrom("app.note_version")
			.selectAll()
			.where("note_id", "=", anyOf(ids))
			.where("how", "=", "finished")
			.orderBy("n", "desc")
			.execute(),
	]);
	return notes.map((note) => {
		const kept = versions.filter((version) => version.note_id === note.id);
		const draft = drafts.find((one) => one.note_id === note.id);
		const [last] = kept;
		const shown = last
			? { kind: last.kind, source: last.source, by: last.written_by, words: wordsOf(sealed, last.id, candidate, last) }
			: draft && {
					kind: draft.kind,
					source: draft.source,
					by: draft.updated_by,
					words: wordsOf(sealed, draft.version_id, candidate, draft),
				};
		return {
			id: note.id,
			createdBy: note.by,
			finished: kept.length,
			draftBy: draft?.updated_by ?? null,
			shown: shown ?? null,
		};
	});
}

type Items = Awaited<ReturnType<typeof itemsOf>>;

/** Everybody these items name. */
export function authorsIn(items: Items): string[] {
	const ids: (string | null)[] = [
		...items.notes.flatMap((note) => [note.createdBy, note.draftBy, note.shown?.by ?? null]),
		...items.reports.flatMap((report) => [report.state_by, report.submitted_by]),
		...items.agreements.map((agreement) => agreement.made_by),
		...items.questions.map((question) => question.settled_by),
		...items.informed.map((event) => event.by_id),
		...items.disclosures.map((disclosure) => disclosure.by_id),
		...items.trajectory.map((event) => event.by_id),
		...items.memberships.flatMap((membership) => [membership.staff_id, membership.assigned_by]),
	];
	return ids.filter((id): id is string => id !== null);
}
