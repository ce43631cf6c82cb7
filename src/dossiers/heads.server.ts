import type { Tx } from "../platform/db.server.ts";
import type { Head } from "./timeline.ts";
import "../disclosures/tables.ts";
import "../reporting-agreements/tables.ts";
import "../reports/tables.ts";
import "./tables.ts";

const informedSections = {
	agreement: "afspraken",
	report: "rapportages",
	disclosure: "verstrekkingen",
	oral: "verstrekkingen",
} as const;

/** A question to a doctor says by whom somebody is treated: it is in the register and the health compartment, not in the timeline (R8.3). */
export const apartFromDossier = "informationRequest";

/** Everything that happened on a trajectory, unopened: ids and moments only. What is opened is one page of it. */
export async function headsOf(tx: Tx, trajectory: string): Promise<Head[]> {
	const notes = await noteHeads(tx, trajectory);
	const reports = await tx
		.selectFrom("app.report")
		.select(["id", "state_at"])
		.where("trajectory_id", "=", trajectory)
		.where("state", "<>", "withdrawn")
		.execute();
	const agreements = await tx
		.selectFrom("app.reporting_agreement")
		.select(["id", "made_at"])
		.where("trajectory_id", "=", trajectory)
		.execute();
	const questions = await tx
		.selectFrom("app.agreement_question")
		.select(["id", "asked_at"])
		.where("trajectory_id", "=", trajectory)
		.execute();
	const informed = await tx
		.selectFrom("app.inform_event")
		.select(["id", "about", "on_day", "at"])
		.where("trajectory_id", "=", trajectory)
		.execute();
	const disclosures = await tx
		.selectFrom("app.disclosure")
		.select(["id", "created_at", "on_day"])
		.where("trajectory_id", "=", trajectory)
		.where("about", "<>", apartFromDossier)
		.execute();
	const events = await tx
		.selectFrom("app.trajectory_event")
		.select(["id", "at"])
		.where("trajectory_id", "=", trajectory)
		.execute();
	const members = await tx
		.selectFrom("app.membership")
		.select(["id", "from_at"])
		.where("trajectory_id", "=", trajectory)
		.execute();
	const moment = (section: Head["section"], kind: Head["kind"], id: string, at: Date): Head => ({
		section,
		kind,
		id,
		at,
		made: at,
	});
	return [
		...notes,
		...reports.map((row) => moment("rapportages", "report", row.id, row.state_at)),
		...agreements.map((row) => moment("afspraken", "agreement", row.id, row.made_at)),
		...questions.map((row) => moment("afspraken", "question", row.id, row.asked_at)),
		...informed.map(
			(row): Head => ({ section: informedSections[row.about], kind: "informed", id: row.id, at: row.on_day, made: row.at }),
		),
		...disclosures.map(
			(row): Head => ({
				section: "verstrekkingen",
				kind: "disclosure",
				id: row.id,
				at: row.on_day ?? row.created_at,
				made: row.created_at,
			}),
		),
		...events.map((row) => moment("gegevens", "trajectory", row.id, row.at)),
		...members.map((row) => moment("gegevens", "membership", row.id, row.from_at)),
	];
}

// A note stands on the day of the conversation, by its newest finished version or else by the draft.
async function noteHeads(tx: Tx, trajectory: string): Promise<Head[]> {
	const rows = await tx
		.selectFrom("app.note as n")
		.leftJoin("app.note_draft as d", "d.note_id", "n.id")
		.leftJoinLateral(
			(e) =>
				e
					.selectFrom("app.note_version as v")
					.select(["v.on_day"])
					.whereRef("v.note_id", "=", "n.id")
					.where("v.how", "=", "finished")
					.orderBy("v.n", "desc")
					.limit(1)
					.as("last"),
			(join) => join.onTrue(),
		)
		.select(["n.id", "n.created_at", "last.on_day as finished_day", "d.on_day as draft_day"])
		.where("n.trajectory_id", "=", trajectory)
		.execute();
	return rows.map((row) => ({
		section: "notities",
		kind: "note",
		id: row.id,
		at: row.finished_day ?? row.draft_day ?? row.created_at,
		made: row.created_at,
	}));
}
