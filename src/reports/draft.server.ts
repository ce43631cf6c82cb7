import { settingsFor } from "../assignments/settings.server.ts";
import { lapseForReport } from "../consents/ask.server.ts";
import type { ReportAbout } from "../law/assignment-types.ts";
import { dateOf } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { templateOf } from "../law/report-settings.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { linesInForce } from "../reporting-agreements/queries.server.ts";
import { mayRevise, mayStep, type ReportState, reportSteps } from "./rules.ts";
import { startsWith, type WentBefore } from "./templates.ts";

export interface NewReport {
	id: string;
	candidate: string;
	trajectory: string;
	line: string;
	dueOn: string | null;
	periodFrom: string | null;
	periodTo: string | null;
}

/** Begins a report on a line of the agreement in force, from its template (R6.1: outside an agreement nothing is reported). */
export async function startReport(by: Acting, input: NewReport): Promise<void> {
	await by.act(
		input.candidate,
		"reporting",
		{ action: "create", object: ["report", input.id], clause: "R6.1" },
		async (tx, seal) => {
			const { lines } = await linesInForce(tx, input.trajectory);
			const line = lines.find((one) => one.id === input.line);
			if (line?.form !== "written") {
				throw new NotAllowed("R6.1", {
					nl: "Dit staat niet in de rapportageafspraken.",
					en: "This is not in the reporting agreement.",
				});
			}
			const at = by.now();
			const shared = { subject_id: input.candidate, trajectory_id: input.trajectory };
			await tx
				.insertInto("app.report")
				.values({
					id: input.id,
					...shared,
					line_id: line.id,
					kind: line.kind,
					about: line.about,
					due_on: input.dueOn,
					period_from: input.periodFrom,
					period_to: input.periodTo,
					state_at: at,
					state_by: by.actor.id,
					created_at: at,
					created_by: by.actor.id,
				})
				.onConflict((same) => same.column("id").doNothing())
				.execute();
			const { settings } = await settingsFor(tx, input.trajectory);
			const template =
				line.kind === "brief"
					? { title: "Bericht over de voortgang", body: "" }
					: startsWith(templateOf(settings, line.about), line.about, await wentBefore(tx, input.trajectory, line.contactId));
			const words = await seal("report_draft", input.id, input.candidate, template);
			await tx
				.insertInto("app.report_draft")
				.values({ report_id: input.id, ...shared, ...words, updated_at: at, updated_by: by.actor.id })
				.onConflict((same) => same.column("report_id").doNothing())
				.execute();
		},
	);
}

/** On which days this reader's organisation got the plan and the progress of this trajectory. What others got is not theirs to know. */
async function wentBefore(tx: Tx, trajectory: string, contact: string): Promise<WentBefore> {
	const rows = await tx
		.selectFrom("app.report as r")
		.innerJoin("app.agreement_line as l", "l.id", "r.line_id")
		.innerJoin("app.contact_person as p", "p.id", "l.contact_id")
		.innerJoin("app.contact_person as reader", "reader.commissioner_id", "p.commissioner_id")
		.select(["r.about", "r.state_at"])
		.where("reader.id", "=", contact)
		.where("r.trajectory_id", "=", trajectory)
		.where("r.kind", "=", "extensive")
		.where("r.state", "=", "sent")
		.orderBy("r.state_at")
		.execute();
	const days = (about: ReportAbout) => rows.filter((row) => row.about === about).map((row) => dateOf(row.state_at));
	return { plan: days("plan"), progress: days("progress") };
}

export interface DraftInput {
	candidate: string;
	report: string;
	rowVersion: number;
	title: string;
	body: string;
	/** The log entry of the editing session that this save continues. */
	session?: string;
}

/** Saves what was typed. Answers the new row version and the editing session's entry; throws Stale when somebody else saved first. */
export async function saveDraft(by: Acting, input: DraftInput): Promise<{ rowVersion: number; session: string }> {
	try {
		return await save(by, input);
	} catch (error) {
		// The entry it continued is of yesterday, or of another person at this screen: begin a new one.
		if (input.session && (error as { code?: string }).code === "42501") return save(by, { ...input, session: "" });
		throw error;
	}
}

async function save(by: Acting, input: DraftInput): Promise<{ rowVersion: number; session: string }> {
	const entry = {
		action: "edit",
		object: ["report", input.report] as const,
		clause: "R7.1" as const,
		...(input.session && { continues: input.session }),
	};
	return by.act(input.candidate, "reporting", entry, async (tx, seal, entryId) => {
		const report = found(
			await tx
				.selectFrom("app.report")
				.select(["id", "state"])
				.where("id", "=", input.report)
				.where("subject_id", "=", input.candidate)
				.executeTakeFirst(),
		);
		if (report.state !== "draft") enforce(mayStep(report.state, "submit"));
		const words = await seal("report_draft", input.report, input.candidate, { title: input.title, body: input.body });
		const { numUpdatedRows } = await tx
			.updateTable("app.report_draft")
			.set({ ...words, updated_at: by.now(), updated_by: by.actor.id, row_version: input.rowVersion + 1 })
			.where("report_id", "=", input.report)
			.where("row_version", "=", input.rowVersion)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
		return { rowVersion: input.rowVersion + 1, session: entryId };
	});
}

type Ending = { candidate: string; report: string; rowVersion: number };

/** Opens a submitted, answered or approved report again: the version and its approval are void, the text is a draft (R7.1). */
export const reviseReport = (by: Acting, input: Ending) => endVersion(by, input, "revise", "revised");

/** Withdraws a report that did not leave. */
export const withdrawReport = (by: Acting, input: Ending) => endVersion(by, input, "withdraw", "withdrawn");

/** Where the last message with this report's newest version stands. */
async function mailOf(tx: Tx, report: { id: string; versions: number }): Promise<string | undefined> {
	const row = await tx
		.selectFrom("app.disclosure as d")
		.innerJoin("app.report_version as v", "v.id", "d.about_id")
		.select("d.state")
		.where("v.report_id", "=", report.id)
		.where("v.n", "=", report.versions)
		.where("d.about", "=", "report")
		.orderBy("d.created_at", "desc")
		.limit(1)
		.executeTakeFirst();
	return row?.state;
}

async function endVersion(
	by: Acting,
	{ candidate, report, rowVersion }: Ending,
	step: "revise" | "withdraw",
	why: "revised" | "withdrawn",
): Promise<void> {
	await by.act(candidate, "reporting", { action: step, object: ["report", report], clause: "R7.1" }, async (tx) => {
		const row = found(
			await tx
				.selectFrom("app.report")
				.selectAll()
				.where("id", "=", report)
				.where("subject_id", "=", candidate)
				.forUpdate()
				.executeTakeFirst(),
		);
		if (row.row_version !== rowVersion) throw new Stale();
		enforce(step === "revise" ? mayRevise(row.state, await mailOf(tx, row)) : mayStep(row.state, step));
		const at = by.now();
		if (row.versions > 0 && row.state !== "draft") {
			const version = await tx
				.selectFrom("app.report_version")
				.select("id")
				.where("report_id", "=", report)
				.where("n", "=", row.versions)
				.executeTakeFirstOrThrow();
			await tx
				.insertInto("app.report_voiding")
				.values({ version_id: version.id, subject_id: candidate, trajectory_id: row.trajectory_id, why, at, by_id: by.actor.id })
				.execute();
			await lapseForReport(by, tx, candidate, report);
		}
		const state = (reportSteps[row.state] as Record<string, ReportState>)[step] as ReportState;
		await tx
			.updateTable("app.report")
			.set({ state, state_at: at, state_by: by.actor.id, row_version: rowVersion + 1 })
			.where("id", "=", report)
			.execute();
	});
}
