import { exceptionFacts, exceptionOf, isUntold } from "../exceptions/facts.server.ts";
import { sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { linesInForce, linesOf, reportFacts } from "../reporting-agreements/queries.server.ts";
import { mayReport, mayWrite, sameLine } from "../reporting-agreements/rules.ts";
import type { SendFacts } from "./rules.ts";
import "./tables.ts";

/** A report's header row, locked when it is about to change. */
export async function reportRow(tx: Tx, candidate: string, report: string, lock = false) {
	const query = tx.selectFrom("app.report").selectAll().where("id", "=", report).where("subject_id", "=", candidate);
	return found(await (lock ? query.forUpdate() : query).executeTakeFirst());
}

export type ReportRow = Awaited<ReturnType<typeof reportRow>>;

/**
 * What the agreement says of this report now. A report follows its line through versions of the agreement as long as the line
 * says the same; changed or dropped, it is no longer agreed. `writing`: may it be written and shown to the candidate; `decision`: may
 * it go to its recipient, with the consents in force for it (for this very document, when its hash is given).
 */
export async function agreementFor(
	tx: Tx,
	report: Pick<ReportRow, "trajectory_id" | "line_id">,
	asked: { readonly at: Date; readonly document?: string; readonly lock?: boolean },
) {
	const begun = found(
		await tx
			.selectFrom("app.agreement_line")
			.select(["root_id", "agreement_id"])
			.where("id", "=", report.line_id)
			.executeTakeFirst(),
	);
	const { lines } = await linesInForce(tx, report.trajectory_id);
	const standing = lines.find((line) => line.rootId === begun.root_id);
	const then =
		standing && standing.id !== report.line_id
			? (await linesOf(tx, begun.agreement_id)).find((line) => line.id === report.line_id)
			: standing;
	const line = standing && then && sameLine(standing, then) ? standing : undefined;
	const { facts, consents } = await reportFacts(tx, report.trajectory_id, line?.id ?? report.line_id, asked);
	return { line, facts, consents, writing: mayWrite(line, facts), decision: mayReport(line, facts) };
}

/**
 * Does the own view in this answer go on into a later version (house decision 10)? From paper it is typed by staff, so it does once a second
 * person saw that paper (R7.1). For a query with the answer as `a`.
 */
export const viewCounts = sql<boolean>`(a.method <> 'paper' or a.confirmed_by is not null)`;
/** The same of an answer that was read. */
export const hasViewThatCounts = ({ method, confirmed_by }: { method: string; confirmed_by: string | null }): boolean =>
	method !== "paper" || confirmed_by !== null;

/** The recipient as they stand now: ids only, nothing opened. `verification` is that of the address in use. */
export async function recipientNow(tx: Tx, contact: string) {
	return tx
		.selectFrom("app.contact_person as c")
		.leftJoin("app.address_verification as v", (join) =>
			join.onRef("v.contact_id", "=", "c.id").on("v.verified_at", "is not", null).on("v.ended_at", "is", null),
		)
		.select(["c.id", "c.commissioner_id", "c.left_at", "v.id as verification"])
		.where("c.id", "=", contact)
		.orderBy("v.verified_at", "desc")
		.limit(1)
		.executeTakeFirst();
}

/** The newest version of a report with what became of it: voided, answered, told of. */
export async function newestVersion(tx: Tx, report: Pick<ReportRow, "id" | "versions">) {
	if (report.versions === 0) return undefined;
	return tx
		.selectFrom("app.report_version as v")
		.leftJoin("app.report_voiding as x", "x.version_id", "v.id")
		.leftJoin("app.report_answer as a", "a.version_id", "v.id")
		.select([
			"v.id",
			"v.n",
			"v.sha256",
			"v.recipients_sha256",
			"v.document_number",
			"v.contact_id",
			"v.commissioner_id",
			"v.verification_id",
			"v.categories",
			"v.purpose",
			"v.submitted_at",
			"v.submitted_by",
			"x.why as voided",
			"a.id as answer_id",
			"a.answer",
			"a.method",
			"a.answered_on",
			"a.confirmed_by",
			"a.at as answered_at",
			"a.by_id as answered_by",
			"a.sha256 as answered_sha256",
			"a.recipients_sha256 as answered_recipients",
			sql<boolean>`exists (select from app.inform_event e where e.about_id = v.id and e.about = 'report')`.as("informed"),
		])
		.where("v.report_id", "=", report.id)
		.where("v.n", "=", report.versions)
		.executeTakeFirstOrThrow();
}

export type Version = NonNullable<Awaited<ReturnType<typeof newestVersion>>>;

/** All that `maySend` asks, gathered in one transaction: by the coach who sends, and by the worker at transmission. */
export async function sendFacts(
	tx: Tx,
	report: ReportRow,
	version: Version,
	asked: { readonly at: Date; readonly lock?: boolean },
): Promise<SendFacts> {
	const { decision } = await agreementFor(tx, report, { ...asked, document: version.sha256.toString("hex") });
	const now = await recipientNow(tx, version.contact_id);
	const exception = await exceptionOf(tx, version.id);
	return {
		state: report.state,
		kind: report.kind,
		answer: version.answer
			? {
					answer: version.answer,
					sameBytes: version.sha256.equals(version.answered_sha256 as Buffer),
					sameRecipients: version.recipients_sha256.equals(version.answered_recipients as Buffer),
					confirmed: version.method === "portal" || version.confirmed_by !== null,
				}
			: undefined,
		voided: version.voided !== null,
		informed: version.informed,
		agreement: decision,
		sameRecipient:
			now?.commissioner_id === version.commissioner_id && now.verification === version.verification_id && now.left_at === null,
		exception: exception && exceptionFacts(exception, version),
		untold: await isUntold(tx, report.trajectory_id, version.id),
	};
}
