import { shownException } from "../exceptions/queries.server.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { linesOf } from "../reporting-agreements/queries.server.ts";
import { hasViewThatCounts, newestVersion, type ReportRow, reportRow } from "./facts.server.ts";

/** One report as the candidate decides on it: the newest version, to whom, why, what changed, what they said before, where it stands. */
export async function myReport(by: Acting, id: string) {
	const candidate = by.actor.id;
	return by.read(candidate, "portal", { action: "view", object: ["report", id], clause: "R7.1" }, async (tx, sealed) => {
		const report = await reportRow(tx, candidate, id);
		const newest = found(await newestVersion(tx, report));
		const begun = found(
			await tx.selectFrom("app.agreement_line").select("agreement_id").where("id", "=", report.line_id).executeTakeFirst(),
		);
		const line = found((await linesOf(tx, begun.agreement_id)).find((one) => one.id === report.line_id));
		const author = await tx
			.selectFrom("app.staff_member")
			.select(["id", "name"])
			.where("id", "=", newest.submitted_by)
			.executeTakeFirst();
		const disclosure = await tx
			.selectFrom("app.disclosure")
			.select(["state", "state_at"])
			.where("about", "=", "report")
			.where("about_id", "=", newest.id)
			.orderBy("created_at", "desc")
			.limit(1)
			.executeTakeFirst();
		return {
			report,
			line,
			disclosure,
			exception: await shownException(tx, sealed, candidate, newest.id),
			version: {
				id: newest.id,
				n: newest.n,
				submittedAt: newest.submitted_at,
				sha256: newest.sha256.toString("hex"),
				recipientsSha256: newest.recipients_sha256.toString("hex"),
				voided: newest.voided,
				informed: newest.informed,
				documentNumber: newest.document_number,
			},
			author: author ? sealed("staff_member", author.id, author.id, { name: author.name }) : null,
			words: await wordsOf(tx, sealed, report),
			answers: await answersOf(tx, sealed, report),
		};
	});
}
export type MyReport = Awaited<ReturnType<typeof myReport>>;

/** The own view that stands in this version: what they gave with their answer to the version before. */
export const viewInside = (opened: MyReport): string | null =>
	opened.answers.find((one) => one.version_id !== opened.version.id && hasViewThatCounts(one))?.own_view ?? null;

/** The words of the newest version and the one before, newest first. */
async function wordsOf(tx: Tx, sealed: Marker, report: ReportRow) {
	const rows = await tx
		.selectFrom("app.report_version")
		.select(["id", "n", "title", "body", "recipients"])
		.where("report_id", "=", report.id)
		.orderBy("n", "desc")
		.limit(2)
		.execute();
	return rows.map((row) => ({
		n: row.n,
		...sealed("report_version", row.id, report.subject_id, { title: row.title, body: row.body, recipients: row.recipients }),
	}));
}

/** What they answered, newest first. */
async function answersOf(tx: Tx, sealed: Marker, report: ReportRow) {
	const rows = await tx
		.selectFrom("app.report_answer as a")
		.innerJoin("app.report_version as v", "v.id", "a.version_id")
		.select(["a.id", "a.version_id", "a.answer", "a.answered_on", "a.method", "a.confirmed_by", "a.remark", "a.own_view"])
		.where("v.report_id", "=", report.id)
		.orderBy("v.n", "desc")
		.execute();
	return rows.map(({ remark, own_view, ...row }) => ({
		...row,
		...sealed("report_answer", row.id, report.subject_id, { remark, own_view }),
	}));
}
