import { portalAddress } from "../candidates/reach.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { dateOf, today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { newestVersion, type ReportRow, reportRow, type Version } from "./facts.server.ts";
import { mayRemind, type ReminderFacts } from "./rules.ts";

export interface RemindInput {
	/** Of the reminder, made with the form. */
	id: string;
	candidate: string;
	report: string;
}

/** A coach reminds the candidate of a report that waits: a mail without content, at most once a day (R7.1). */
export async function remindCandidate(
	by: Acting,
	publicUrl: string,
	{ id, candidate, report: reportId }: RemindInput,
): Promise<void> {
	const entry = { action: "remind", object: ["report", reportId] as const, clause: "R7.1" };
	const { address } = await by.read(candidate, "reporting", entry, async (tx, sealed) => ({
		address: await portalAddress(tx, sealed, candidate),
	}));
	await by.act(candidate, "reporting", entry, async (tx, seal) => {
		const report = await reportRow(tx, candidate, reportId, true);
		const version = found(await newestVersion(tx, report));
		enforce(mayRemind(await reminderFacts(by, tx, report, version, address !== null)));
		if (address) await remind(by, tx, seal, { id, report, version: version.id, address, publicUrl });
	});
}

/** What the reminder rules ask. */
export async function reminderFacts(
	by: Acting,
	tx: Tx,
	report: Pick<ReportRow, "state" | "kind">,
	version: Pick<Version, "id" | "submitted_at">,
	reachable: boolean,
): Promise<ReminderFacts> {
	const rows = await tx
		.selectFrom("app.report_reminder")
		.select("at")
		.where("version_id", "=", version.id)
		.orderBy("at")
		.execute();
	return {
		state: report.state,
		kind: report.kind,
		today: today(by),
		submittedOn: dateOf(version.submitted_at),
		reminded: rows.map((row) => dateOf(row.at)),
		reachable,
	};
}

interface Reminder {
	id: string;
	report: Pick<ReportRow, "subject_id" | "trajectory_id">;
	version: string;
	address: { email: string; lang: "nl" | "en" };
	publicUrl: string;
}

/** Writes that a reminder was sent and queues it, in the caller's transaction. */
export async function remind(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	{ id, report, version, address, publicUrl }: Reminder,
): Promise<void> {
	await tx
		.insertInto("app.report_reminder")
		.values({
			id,
			subject_id: report.subject_id,
			trajectory_id: report.trajectory_id,
			version_id: version,
			at: by.now(),
			by_id: by.actor.id,
		})
		.execute();
	await notify(by, tx, seal, { to: report.subject_id, ...address, kind: "reminder", link: `${publicUrl}/mijn` });
}
