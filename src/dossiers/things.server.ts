import { sql, type Tx } from "../platform/db.server.ts";
import type { Head } from "./timeline.ts";

const informedSections = {
	agreement: "afspraken",
	report: "rapportages",
	disclosure: "verstrekkingen",
	oral: "verstrekkingen",
} as const;

/** A question to a doctor says by whom somebody is treated: it is in the register and the health compartment, not in the timeline (R8.3). */
const apartFromDossier = "informationRequest";

/**
 * Everything that happened on a trajectory, unopened, each kind in one question and all of them together. Of notes, which there may be
 * hundreds of, only which and when; what is opened of all this is one page.
 */
export async function thingsOf(tx: Tx, trajectory: string) {
	const [notes, reports, agreements, lines, questions, informed, disclosures, events, memberships] = await Promise.all([
		notesOn(tx, trajectory),
		reportsOn(tx, trajectory),
		tx
			.selectFrom("app.reporting_agreement")
			.select(["id", "version", "made_by", "made_at"])
			.where("trajectory_id", "=", trajectory)
			.orderBy("version", "desc")
			.execute(),
		tx.selectFrom("app.agreement_line").selectAll().where("trajectory_id", "=", trajectory).orderBy("place").execute(),
		tx
			.selectFrom("app.agreement_question")
			.select(["id", "question", "asked_at", "settled_at", "settled_by"])
			.where("trajectory_id", "=", trajectory)
			.execute(),
		tx
			.selectFrom("app.inform_event")
			.select(["id", "about", "about_id", "how", "by_id", "note", "on_day", "at"])
			.where("trajectory_id", "=", trajectory)
			.execute(),
		disclosuresOn(tx, trajectory),
		tx
			.selectFrom("app.trajectory_event")
			.select(["id", "kind", "by_id", "outcome", "reason", "at"])
			.where("trajectory_id", "=", trajectory)
			.execute(),
		tx
			.selectFrom("app.membership")
			.select(["id", "staff_id", "capacity", "assigned_by", "from_at", "until_at"])
			.where("trajectory_id", "=", trajectory)
			.execute(),
	]);
	return { notes, reports, agreements, lines, questions, informed, disclosures, events, memberships };
}
export type Things = Awaited<ReturnType<typeof thingsOf>>;

// A note stands on the day of the conversation, by its newest finished version or else by the draft.
async function notesOn(tx: Tx, trajectory: string) {
	const { rows } = await sql<{ id: string; day: string | null; at: Date; by: string }>`
		select n.id, coalesce(v.on_day, d.on_day) as day, n.created_at as at, n.created_by as by from app.note n
			left join app.note_draft d on d.note_id = n.id
			left join lateral (select x.on_day from app.note_version x where x.note_id = n.id and x.how = 'finished' order by x.n desc limit 1) v on true
			where n.trajectory_id = ${trajectory}`.execute(tx);
	return rows;
}

const reportsOn = (tx: Tx, trajectory: string) =>
	tx
		.selectFrom("app.report as r")
		.innerJoin("app.agreement_line as l", "l.id", "r.line_id")
		.leftJoin("app.report_draft as d", "d.report_id", "r.id")
		.leftJoin("app.report_version as v", (join) => join.onRef("v.report_id", "=", "r.id").onRef("v.n", "=", "r.versions"))
		.leftJoin("app.report_answer as a", "a.version_id", "v.id")
		.select([
			"r.id",
			"r.kind",
			"r.about",
			"r.state",
			"r.state_at",
			"r.state_by",
			"r.versions",
			"r.due_on",
			"r.period_to",
			"l.root_id",
			"d.title as draft_title",
			"v.id as version_id",
			"v.title",
			"v.submitted_by",
			"a.id as answer_id",
			"a.answer",
			"a.at as answered_at",
			"a.remark",
			"a.method",
			"a.confirmed_by",
		])
		.where("r.trajectory_id", "=", trajectory)
		.where("r.state", "<>", "withdrawn")
		.orderBy("r.state_at")
		.execute();

const disclosuresOn = (tx: Tx, trajectory: string) =>
	tx
		.selectFrom("app.disclosure")
		.select(["id", "form", "state", "categories", "by_id", "recipient", "summary", "about", "about_id", "clause"])
		.select(["created_at", "on_day"])
		.where("trajectory_id", "=", trajectory)
		.where("about", "<>", apartFromDossier)
		.orderBy("created_at", "desc")
		.execute();

/** What stands on the timeline: which, when, and in which section. */
export function headsOf(things: Things): Head[] {
	const head = (kind: Head["kind"], section: Head["section"], id: string, made: Date, day: string | null = null): Head => ({
		...{ kind, section, id, made },
		at: day ?? made,
	});
	return [
		...things.notes.map((row) => head("note", "notities", row.id, row.at, row.day)),
		...things.reports.map((row) => head("report", "rapportages", row.id, row.state_at)),
		...things.agreements.map((row) => head("agreement", "afspraken", row.id, row.made_at)),
		...things.questions.map((row) => head("question", "afspraken", row.id, row.asked_at)),
		...things.informed.map((row) => head("informed", informedSections[row.about], row.id, row.at, row.on_day)),
		...things.disclosures.map((row) => head("disclosure", "verstrekkingen", row.id, row.created_at, row.on_day)),
		...things.events.map((row) => head("trajectory", "gegevens", row.id, row.at)),
		...things.memberships.map((row) => head("membership", "gegevens", row.id, row.from_at)),
	];
}
