import { anyOf, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { wordsOf } from "./queries.server.ts";
import type { Head } from "./timeline.ts";

/** Opens what these heads stand for, each kind in one query and all of them together. Rows only: who they name is gathered by the caller. */
export async function itemsOf(tx: Tx, sealed: Marker, candidate: string, heads: readonly Head[]) {
	const of = <R>(kind: Head["kind"], rows: (ids: string[]) => Promise<R[]>): Promise<R[]> => {
		const ids = heads.filter((head) => head.kind === kind).map((head) => head.id);
		return ids.length > 0 ? rows(ids) : Promise.resolve([]);
	};
	const [notes, reports, agreements, questions, informed, disclosures, trajectory, memberships] = await Promise.all([
		of("note", (ids) => notesOf(tx, sealed, candidate, ids)),
		of("report", (ids) => reportsOf(tx, sealed, candidate, ids)),
		of("agreement", (ids) => agreementsIn(tx, ids)),
		of("question", async (ids) =>
			(
				await tx
					.selectFrom("app.agreement_question")
					.select(["id", "question", "settled_at", "settled_by"])
					.where("id", "=", anyOf(ids))
					.execute()
			).map((row) => ({ ...row, ...sealed("agreement_question", row.id, candidate, { question: row.question }) })),
		),
		of("informed", async (ids) =>
			(
				await tx
					.selectFrom("app.inform_event")
					.select(["id", "about", "how", "by_id", "note"])
					.where("id", "=", anyOf(ids))
					.execute()
			).map((row) => ({ ...row, ...sealed("inform_event", row.id, candidate, { note: row.note }) })),
		),
		of("disclosure", (ids) => disclosuresIn(tx, sealed, candidate, ids)),
		of("trajectory", async (ids) =>
			(
				await tx
					.selectFrom("app.trajectory_event")
					.select(["id", "kind", "by_id", "outcome", "reason"])
					.where("id", "=", anyOf(ids))
					.execute()
			).map((row) => ({ ...row, ...sealed("trajectory_event", row.id, candidate, { reason: row.reason }) })),
		),
		of("membership", (ids) =>
			tx
				.selectFrom("app.membership")
				.select(["id", "staff_id", "capacity", "assigned_by", "until_at"])
				.where("id", "=", anyOf(ids))
				.execute(),
		),
	]);
	return { notes, reports, agreements, questions, informed, disclosures, trajectory, memberships };
}

const agreementsIn = (tx: Tx, ids: readonly string[]) =>
	tx
		.selectFrom("app.reporting_agreement as a")
		.select((e) => [
			"a.id",
			"a.version",
			"a.made_by",
			e
				.selectFrom("app.agreement_line as l")
				.select(e.fn.countAll<string>().as("n"))
				.whereRef("l.agreement_id", "=", "a.id")
				.as("lines"),
		])
		.where("a.id", "=", anyOf(ids))
		.execute();

/** The newest finished words of each note, or its draft where nothing was finished yet; and whether somebody is writing. */
export async function notesOf(tx: Tx, sealed: Marker, candidate: string, ids: readonly string[]) {
	const [rows, drafts, versions] = await Promise.all([
		tx.selectFrom("app.note").select(["id", "created_by", "versions"]).where("id", "=", anyOf(ids)).execute(),
		tx.selectFrom("app.note_draft").selectAll().where("note_id", "=", anyOf(ids)).execute(),
		tx
			.selectFrom("app.note_version")
			.selectAll()
			.where("note_id", "=", anyOf(ids))
			.where("how", "=", "finished")
			.orderBy("n", "desc")
			.execute(),
	]);
	return rows.map((note) => {
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
			createdBy: note.created_by,
			finished: kept.length,
			draftBy: draft?.updated_by ?? null,
			shown: shown ?? null,
		};
	});
}

async function reportsOf(tx: Tx, sealed: Marker, candidate: string, ids: readonly string[]) {
	const rows = await tx
		.selectFrom("app.report as r")
		.leftJoin("app.report_draft as d", "d.report_id", "r.id")
		.leftJoin("app.report_version as v", (join) => join.onRef("v.report_id", "=", "r.id").onRef("v.n", "=", "r.versions"))
		.leftJoin("app.report_answer as a", "a.version_id", "v.id")
		.select([
			"r.id",
			"r.kind",
			"r.about",
			"r.state",
			"r.state_by",
			"r.versions",
			"d.title as draft_title",
			"v.id as version_id",
			"v.title",
			"v.submitted_by",
			"a.id as answer_id",
			"a.answer",
			"a.at as answered_at",
			"a.remark",
			"a.method",
		])
		.where("r.id", "=", anyOf(ids))
		.execute();
	return rows.map(({ draft_title, title, remark, ...row }) => ({
		...row,
		draft: draft_title ? sealed("report_draft", row.id, candidate, { title: draft_title }) : null,
		version: row.version_id && title ? sealed("report_version", row.version_id, candidate, { title }) : null,
		remark: row.answer_id && remark ? sealed("report_answer", row.answer_id, candidate, { remark }) : null,
	}));
}

async function disclosuresIn(tx: Tx, sealed: Marker, candidate: string, ids: readonly string[]) {
	const rows = await tx
		.selectFrom("app.disclosure")
		.select(["id", "form", "state", "categories", "by_id", "recipient", "summary", "about", "about_id", "clause"])
		.where("id", "=", anyOf(ids))
		.execute();
	return rows.map((row) => ({
		...row,
		...sealed("disclosure", row.id, candidate, { recipient: row.recipient, summary: row.summary }),
	}));
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
