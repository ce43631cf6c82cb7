import { portalAddress } from "../candidates/reach.server.ts";
import { shownException } from "../exceptions/queries.server.ts";
import { guardingFor } from "../guard/check.server.ts";
import { setAsidesOf } from "../guard/queries.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { recipientTypeOf } from "../law/data-classes.ts";
import { mayUse } from "../law/grounds.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { linesOf } from "../reporting-agreements/queries.server.ts";
import { type AgreementLine, type ReportFacts, stillNeeded } from "../reporting-agreements/rules.ts";
import { agreementFor, newestVersion, type ReportRow, recipientNow, reportRow, sendFacts } from "./facts.server.ts";
import { contactRow } from "./queries.server.ts";
import { maySend } from "./rules.ts";

/** Everything of one report that its coach sees on one screen: the draft, the way to the reader, versions, answers, where the mail stands. */
export async function openReport(by: Acting, candidate: string, id: string) {
	return by.read(candidate, "reporting", { action: "view", object: ["report", id], clause: "R7.1" }, async (tx, sealed) => {
		const report = await reportRow(tx, candidate, id);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const newest = await newestVersion(tx, report);
		const asked = { at: by.now(), ...(newest && { document: newest.sha256.toString("hex") }) };
		const { line, facts, writing, decision } = await agreementFor(tx, report, asked);
		const begun = found(
			await tx.selectFrom("app.agreement_line").select("agreement_id").where("id", "=", report.line_id).executeTakeFirst(),
		);
		const agreed = line ?? found((await linesOf(tx, begun.agreement_id)).find((one) => one.id === report.line_id));
		const assignment = await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select(["a.type", "a.reference"])
			.where("t.id", "=", report.trajectory_id)
			.executeTakeFirstOrThrow();
		const draft = await tx.selectFrom("app.report_draft").selectAll().where("report_id", "=", id).executeTakeFirstOrThrow();
		const versions = await versionsOf(tx, sealed, report);
		const exception = newest && (await shownException(tx, sealed, candidate, newest.id));
		const author = await tx.selectFrom("app.staff_member").select("job_title").where("id", "=", by.actor.id).executeTakeFirst();
		const disclosures = await disclosuresOf(
			tx,
			sealed,
			candidate,
			versions.map((version) => version.id),
		);
		return {
			report,
			decision: report.kind === "brief" ? decision : writing,
			consented: facts.consented,
			missing: stillNeeded(agreed, facts.recipient, facts.consented),
			agreed,
			standing: line !== undefined,
			candidate: sealed("candidate", candidate, candidate, { name: person.name }),
			purpose: mayUse(agreed.purpose, assignment.type as AssignmentTypeId),
			assignment: { ...assignment, type: assignment.type as AssignmentTypeId },
			recipient: await readerOf(tx, sealed, agreed.contactId),
			author: sealed("staff_member", by.actor.id, by.actor.id, { job_title: author?.job_title ?? null }),
			draft: {
				rowVersion: draft.row_version,
				updatedAt: draft.updated_at,
				updatedBy: draft.updated_by,
				...sealed("report_draft", id, candidate, { title: draft.title, body: draft.body }),
			},
			sending: newest ? maySend(await sendFacts(tx, report, newest, { at: by.now() })) : undefined,
			guard: await guardOf(tx, sealed, report, agreed, facts),
			versions,
			exception,
			disclosures,
			informed: newest ? await informedOf(tx, newest.id) : [],
			reminders: newest ? await remindersOf(tx, newest.id) : [],
			reach: await portalAddress(tx, sealed, candidate),
			staff: await namesOf(tx, sealed, [
				report.created_by,
				report.state_by,
				draft.updated_by,
				by.actor.id,
				...(report.state === "draft" ? await colleaguesOn(tx, report.trajectory_id, by.now()) : []),
				exception?.proposed_by,
				exception?.confirmed_by,
				...disclosures.map((one) => one.by_id),
				...versions.flatMap((one) => [one.submitted_by, one.voided?.by_id, one.answer?.by_id, one.answer?.confirmed_by]),
			]),
		};
	});
}
export type OpenedReport = Awaited<ReturnType<typeof openReport>>;
export type OpenedVersion = OpenedReport["versions"][number];

/** What the guard reads the draft with: for this recipient, and what was called a false alarm in this report. */
async function guardOf(tx: Tx, sealed: Marker, report: ReportRow, line: AgreementLine, { recipient, consented }: ReportFacts) {
	const candidate = report.subject_id;
	const to = { candidate, report: report.id, contact: line.contactId, to: recipient.type, kind: report.kind };
	const asked = { ...to, agreed: line.categories, consented };
	const setAsides = report.state === "draft" ? await setAsidesOf(tx, sealed, candidate, report.id) : [];
	return { ...(await guardingFor(tx, sealed, asked)), asked: setAsides };
}

/** To whom it goes, as they stand now. */
async function readerOf(tx: Tx, sealed: Marker, id: string) {
	const contact = await contactRow(tx, id);
	const { name, email, job_title } = contact;
	return {
		organisation: contact.organisation,
		type: recipientTypeOf(contact.commissionerKind, contact.kind),
		left: contact.left_at !== null,
		verified: Boolean((await recipientNow(tx, id))?.verification),
		lastUsed: await lastUsed(tx, id),
		...sealed("contact_person", id, id, { name, email, job_title }),
	};
}

/** Versions, newest first; words of the newest two only, to say what changed. */
async function versionsOf(tx: Tx, sealed: Marker, report: ReportRow) {
	const rows = await tx
		.selectFrom("app.report_version as v")
		.leftJoin("app.report_voiding as x", "x.version_id", "v.id")
		.select([
			"v.id",
			"v.n",
			"v.title",
			"v.body",
			"v.recipients",
			"v.sha256",
			"v.recipients_sha256",
			"v.document_number",
			"v.submitted_at",
			"v.submitted_by",
			"v.categories",
			"x.why",
			"x.at as voided_at",
			"x.by_id as voided_by",
		])
		.where("v.report_id", "=", report.id)
		.orderBy("v.n", "desc")
		.execute();
	const answers = await tx
		.selectFrom("app.report_answer")
		.selectAll()
		.where("version_id", "in", rows.length > 0 ? rows.map((row) => row.id) : [report.id])
		.execute();
	return rows.map((row, place) => {
		const answer = answers.find((one) => one.version_id === row.id);
		return {
			id: row.id,
			n: row.n,
			sha256: row.sha256.toString("hex"),
			recipientsSha256: row.recipients_sha256.toString("hex"),
			documentNumber: row.document_number,
			submitted_at: row.submitted_at,
			submitted_by: row.submitted_by,
			voided: row.why && { why: row.why, at: row.voided_at as Date, by_id: row.voided_by as string },
			...sealed("report_version", row.id, report.subject_id, { recipients: row.recipients }),
			words: place < 2 ? sealed("report_version", row.id, report.subject_id, { title: row.title, body: row.body }) : null,
			answer: answer && {
				id: answer.id,
				answer: answer.answer,
				method: answer.method,
				on: answer.answered_on,
				at: answer.at,
				by_id: answer.by_id,
				confirmed_by: answer.confirmed_by,
				confirmed_at: answer.confirmed_at,
				...sealed("report_answer", answer.id, report.subject_id, { remark: answer.remark, own_view: answer.own_view }),
			},
		};
	});
}

/** What went to the door of these versions and where it stands, newest first. */
async function disclosuresOf(tx: Tx, sealed: Marker, candidate: string, versions: readonly string[]) {
	if (versions.length === 0) return [];
	const rows = await tx
		.selectFrom("app.disclosure as d")
		.leftJoin("app.dispatch as m", "m.disclosure_id", "d.id")
		.select([
			"d.id",
			"d.about_id",
			"d.state",
			"d.state_at",
			"d.transmit_after",
			"d.created_at",
			"d.by_id",
			"m.id as dispatch",
			"m.attempts",
			"m.clause",
			"m.detail",
		])
		.where("d.about", "=", "report")
		.where("d.about_id", "in", versions)
		.where("d.subject_id", "=", candidate)
		.orderBy("d.created_at", "desc")
		.execute();
	return rows.map(({ detail, dispatch, ...row }) => ({
		...row,
		detail: detail && dispatch ? sealed("dispatch", dispatch, candidate, { detail }) : null,
	}));
}

const informedOf = (tx: Tx, version: string) =>
	tx
		.selectFrom("app.inform_event")
		.select(["how", "on_day", "by_id"])
		.where("about", "=", "report")
		.where("about_id", "=", version)
		.orderBy("at")
		.execute();

const remindersOf = (tx: Tx, version: string) =>
	tx.selectFrom("app.report_reminder").select(["at", "by_id"]).where("version_id", "=", version).orderBy("at").execute();

/** When something last went to this address and was taken in, as far as one's own caseload shows. */
async function lastUsed(tx: Tx, contact: string): Promise<Date | null> {
	const row = await tx
		.selectFrom("app.disclosure")
		.select(sql<Date | null>`max(state_at)`.as("at"))
		.where("contact_id", "=", contact)
		.where("state", "=", "accepted")
		.executeTakeFirst();
	return row?.at ?? null;
}

/** Who works on this trajectory now, and so may be found in the same draft. */
async function colleaguesOn(tx: Tx, trajectory: string, now: Date): Promise<string[]> {
	const rows = await tx
		.selectFrom("app.membership")
		.select("staff_id")
		.where("trajectory_id", "=", trajectory)
		.where("from_at", "<=", now)
		.where((where) => where.or([where("until_at", "is", null), where("until_at", ">", now)]))
		.execute();
	return rows.map((row) => row.staff_id);
}

async function namesOf(tx: Tx, sealed: Marker, ids: readonly (string | null | undefined)[]) {
	const wanted = [...new Set(ids.filter((one): one is string => Boolean(one)))];
	const rows = await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "in", wanted).execute();
	return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}
