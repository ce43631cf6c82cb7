import { sql, type Tx } from "../platform/db.server.ts";
import type { ExceptionFacts } from "./rules.ts";
import "./tables.ts";

/** The exception of a version that was not withdrawn, with what it was bound to; its reasoning stays sealed. */
export async function exceptionOf(tx: Tx, version: string) {
	return tx
		.selectFrom("app.report_exception")
		.select(["id", "ground", "reasoning", "sha256", "recipients_sha256", "proposed_at", "proposed_by"])
		.select(["confirmed_at", "confirmed_by", "row_version"])
		.where("version_id", "=", version)
		.where("withdrawn_at", "is", null)
		.executeTakeFirst();
}
export type ExceptionRow = NonNullable<Awaited<ReturnType<typeof exceptionOf>>>;

/** What `holds` asks of an exception, beside the version as it stands and the moment of the candidate's answer. */
export const exceptionFacts = (
	row: Pick<ExceptionRow, "sha256" | "recipients_sha256" | "proposed_at" | "confirmed_at">,
	version: { sha256: Buffer; recipients_sha256: Buffer; answered_at: Date | null },
): ExceptionFacts => ({
	confirmed: row.confirmed_at !== null,
	sameBytes: row.sha256.equals(version.sha256),
	sameRecipients: row.recipients_sha256.equals(version.recipients_sha256),
	answeredSince: version.answered_at !== null && version.answered_at > row.proposed_at,
});

/** Did another version of this trajectory go on an exception, without it being recorded that the candidate knows? */
export async function isUntold(tx: Tx, trajectory: string, except: string | null): Promise<boolean> {
	const { rows } = await sql<{ untold: boolean }>`select exists (
		select from app.disclosure d
		where d.trajectory_id = ${trajectory} and d.about = 'report' and d.clause = 'R7.3' and d.about_id is distinct from ${except}::uuid
			and d.state in ('queued', 'transmitting', 'accepted', 'unknown')
			and not exists (select from app.inform_event e where e.about = 'report' and e.about_id = d.about_id)) as untold`.execute(
		tx,
	);
	return rows[0]?.untold ?? true;
}
