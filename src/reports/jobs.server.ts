import { addDays, today } from "../law/deadlines.ts";
import { type Actor, system } from "../platform/actor.ts";
import { type Acting, type Door, sql } from "../platform/db.server.ts";
import type { Task } from "../platform/jobs.server.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { found } from "../platform/web/page.ts";
import { newestVersion, reportRow } from "./facts.server.ts";
import { remind, reminderFacts } from "./remind.server.ts";
import { reminding, remindsItself } from "./rules.ts";

const worker: Actor = { kind: "worker", id: system, roles: [] };

/** Once a day the house reminds of reports that wait for an answer (R7.1). It never answers in anybody's place. */
export function reportTasks(door: Door, publicUrl: string): readonly Task[] {
	return [{ name: "remindOfReports", every: "0 7 * * *", run: () => remindOfReports(door, publicUrl) }];
}

/** Reminds every candidate whose report has waited long enough. One that cannot be reminded does not keep the others waiting. */
export async function remindOfReports(door: Door, publicUrl: string): Promise<void> {
	const by = door.as(worker);
	// Whatever was submitted since midnight so many days ago has not waited that long; the rule counts in days.
	const before = `${addDays(today(by), 1 - reminding.firstAfter)}T00:00:00Z`;
	const rows = await door.ask(
		"worker",
		sql<{ subject_id: string; version_id: string }>`select * from app.reports_awaiting_answer(${before}::timestamptz)`,
	);
	await oneByOne(rows, "reminders failed", (row) => remindOf(by, publicUrl, row.subject_id, row.version_id));
}

async function remindOf(by: Acting, publicUrl: string, candidate: string, versionId: string): Promise<void> {
	const entry = { action: "remind", object: ["report_version", versionId] as const, clause: "R7.1" };
	const known = await by.read(candidate, "reporting", { ...entry, action: "check" }, async (tx, sealed) => {
		const version = found(
			await tx
				.selectFrom("app.report_version")
				.select(["id", "report_id", "submitted_at"])
				.where("id", "=", versionId)
				.executeTakeFirst(),
		);
		const report = await reportRow(tx, candidate, version.report_id);
		const { rows } = await sql<{
			id: string;
			value: Buffer;
			language: "nl" | "en";
		}>`select * from app.reminder_address()`.execute(tx);
		const [row] = rows;
		const facts = await reminderFacts(by, tx, report, version, row !== undefined);
		return {
			due: remindsItself(facts),
			report: report.id,
			address: row ? { lang: row.language, ...sealed("candidate_field", row.id, candidate, { value: row.value }) } : null,
		};
	});
	if (!known.due || !known.address) return;
	const address = { email: known.address.value, lang: known.address.lang };
	await by.act(candidate, "reporting", entry, async (tx, seal) => {
		const report = await reportRow(tx, candidate, known.report);
		const version = await newestVersion(tx, report);
		// Answered, revised or reminded meanwhile: then there is nothing to remind of.
		if (version?.id !== versionId || !remindsItself(await reminderFacts(by, tx, report, version, true))) return;
		await remind(by, tx, seal, { id: by.chance.uuid(), report, version: versionId, address, publicUrl });
	});
}
