import { sql, type Tx } from "../platform/db.server.ts";
import type { Head } from "./timeline.ts";

type Row = { kind: Head["kind"]; id: string; day: string | null; at: Date; about: keyof typeof informedSections | null };

const informedSections = {
	agreement: "afspraken",
	report: "rapportages",
	disclosure: "verstrekkingen",
	oral: "verstrekkingen",
} as const;
const sections = {
	note: "notities",
	report: "rapportages",
	agreement: "afspraken",
	question: "afspraken",
	disclosure: "verstrekkingen",
	trajectory: "gegevens",
	membership: "gegevens",
} as const;

/** A question to a doctor says by whom somebody is treated: it is in the register and the health compartment, not in the timeline (R8.3). */
export const apartFromDossier = "informationRequest";

/** Everything that happened on a trajectory, unopened: ids and moments only, in one question. What is opened is one page of it. */
export async function headsOf(tx: Tx, trajectory: string): Promise<Head[]> {
	// A note stands on the day of the conversation, by its newest finished version or else by the draft.
	const { rows } = await sql<Row>`
		(select 'note' as kind, n.id, coalesce(v.on_day, d.on_day) as day, n.created_at as at, null as about from app.note n
			left join app.note_draft d on d.note_id = n.id
			left join lateral (select x.on_day from app.note_version x where x.note_id = n.id and x.how = 'finished' order by x.n desc limit 1) v on true
			where n.trajectory_id = ${trajectory})
		union all (select 'report', r.id, null, r.state_at, null from app.report r where r.trajectory_id = ${trajectory} and r.state <> 'withdrawn')
		union all (select 'agreement', a.id, null, a.made_at, null from app.reporting_agreement a where a.trajectory_id = ${trajectory})
		union all (select 'question', q.id, null, q.asked_at, null from app.agreement_question q where q.trajectory_id = ${trajectory})
		union all (select 'informed', i.id, i.on_day, i.at, i.about from app.inform_event i where i.trajectory_id = ${trajectory})
		union all (select 'disclosure', d.id, d.on_day, d.created_at, null from app.disclosure d
			where d.trajectory_id = ${trajectory} and d.about <> ${apartFromDossier})
		union all (select 'trajectory', e.id, null, e.at, null from app.trajectory_event e where e.trajectory_id = ${trajectory})
		union all (select 'membership', m.id, null, m.from_at, null from app.membership m where m.trajectory_id = ${trajectory})`.execute(
		tx,
	);
	return rows.map(({ kind, id, day, at, about }) => ({
		section: kind === "informed" ? informedSections[about as NonNullable<typeof about>] : sections[kind],
		kind,
		id,
		at: day ?? at,
		made: at,
	}));
}
