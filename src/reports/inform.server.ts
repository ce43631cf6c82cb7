import { exceptionOf } from "../exceptions/facts.server.ts";
import { today } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { recordInformed } from "../reporting-agreements/queries.server.ts";
import { newestVersion, type ReportRow, reportRow, type Version } from "./facts.server.ts";

export interface TellInput {
	id: string;
	candidate: string;
	report: string;
	how: "conversation" | "phone" | "letter";
	on: string;
	note: string | null;
}

/**
 * Records that the candidate was told of this brief message (R7.2), without which it is held, or of what goes without their approval
 * (R7.3), without which the next report is: by whom, when, how.
 */
export async function tellOfReport(by: Acting, input: TellInput): Promise<void> {
	await by.act(
		input.candidate,
		"reporting",
		{ action: "inform", object: ["report", input.report], clause: "R7.2" },
		async (tx, seal) => {
			const report = await reportRow(tx, input.candidate, input.report);
			const version = found(await newestVersion(tx, report));
			if (!(await isToldOf(tx, report, version)))
				throw new NotAllowed("R7.1", {
					nl: "Een uitgebreid rapport wordt voorgelegd, niet alleen gemeld.",
					en: "An extensive report is submitted, not only told of.",
				});
			if (input.on > today(by)) throw new NotAllowed("R7.2", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." });
			await recordInformed(tx, seal, by, {
				id: input.id,
				subject: input.candidate,
				trajectory: report.trajectory_id,
				about: "report",
				aboutId: version.id,
				how: input.how,
				on: input.on,
				note: input.note,
			});
		},
	);
}

/** What is told of and not asked: a brief message, and what goes on a confirmed exception. */
async function isToldOf(tx: Tx, report: ReportRow, version: Version): Promise<boolean> {
	return report.kind === "brief" || Boolean((await exceptionOf(tx, version.id))?.confirmed_at);
}

/** The candidate opened the brief message in the portal: told, by the portal itself. */
export async function readInPortal(by: Acting, input: { candidate: string; report: string }): Promise<void> {
	await by.act(
		input.candidate,
		"portal",
		{ action: "inform", object: ["report", input.report], clause: "R7.2" },
		async (tx, seal) => {
			const report = await reportRow(tx, input.candidate, input.report);
			const version = found(await newestVersion(tx, report));
			if (version.informed || !(await isToldOf(tx, report, version))) return;
			await recordInformed(tx, seal, by, {
				id: by.chance.uuid(),
				subject: input.candidate,
				trajectory: report.trajectory_id,
				about: "report",
				aboutId: version.id,
				how: "portal",
				on: today(by),
				note: null,
			});
		},
	);
}
