import type { State as MailState } from "../disclosures/rules.ts";
import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import { today } from "../law/deadlines.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { linesInForce, reportFacts } from "../reporting-agreements/queries.server.ts";
import { type AgreementLine, mayReport, mayWrite } from "../reporting-agreements/rules.ts";
import "./tables.ts";

/**
 * The headers of all reports one may know of: one's caseload, for a coordinator those of all. `mine`: may it be opened? `mail`: where the
 * last message with its newest version stands, of one's own. With `coaches` also who guides each trajectory now.
 */
export async function reportsOverview(by: Acting, coaches = false) {
	return by.list("reporting", { action: "list", clause: "R7.1" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.report as r")
			.innerJoin("app.candidate as c", "c.id", "r.subject_id")
			.innerJoin("app.agreement_line as l", "l.id", "r.line_id")
			.innerJoin("app.contact_person as p", "p.id", "l.contact_id")
			.innerJoin("app.commissioner as o", "o.id", "p.commissioner_id")
			.leftJoin(sql<{ report_id: string; state: MailState }>`app.my_report_mail()`.as("m"), "m.report_id", "r.id")
			.select([
				"r.id",
				"r.subject_id",
				"r.kind",
				"r.about",
				"r.state",
				"r.state_at",
				"r.due_on",
				"r.period_from",
				"r.period_to",
				"r.versions",
				"c.name",
				"o.name as organisation",
				sql<boolean>`r.trajectory_id in (select app.my_trajectories())`.as("mine"),
				"m.state as mail",
				(coaches ? coachNow(by.now()) : sql<string | null>`null::uuid`).as("coach"),
			])
			.orderBy("r.state_at", "desc")
			.execute();
		const ids = [...new Set(rows.flatMap((row) => row.coach ?? []))];
		const staff = ids.length
			? await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "in", ids).execute()
			: [];
		return {
			reports: rows.map(({ name, ...row }) => ({ ...row, ...sealed("candidate", row.subject_id, row.subject_id, { name }) })),
			staff: staff.map(({ id, name }) => ({ id, ...sealed("staff_member", id, id, { name }) })),
		};
	});
}
export type ReportsOverview = Awaited<ReturnType<typeof reportsOverview>>;
export type ReportHeader = ReportsOverview["reports"][number];

/** Who guides it now; a deputy only where there is nobody else. */
const coachNow = (now: Date) => sql<string | null>`(select m.staff_id from app.membership m
	where m.trajectory_id = r.trajectory_id and m.from_at <= ${now} and (m.until_at is null or m.until_at > ${now})
	order by m.capacity, m.from_at limit 1)`;

const placeOf = (entry: string, candidate: string, action = "view") => ({
	action,
	object: ["report", entry || candidate] as const,
	clause: "R6.1",
});

/**
 * What can be reported on now: the trajectories of this candidate that are one's own, each with the lines in force, for whom, and
 * whether a report may be made on it (refused ones too: the screen says why). With the days that earlier reports covered.
 */
export async function linesToReport(by: Acting, candidate: string) {
	return by.read(candidate, "reporting", placeOf("", candidate), async (tx, sealed) => {
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const trajectories = await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select(["t.id", "t.state", "t.started_on", "a.type"])
			.where("t.subject_id", "=", candidate)
			.where("t.id", "in", sql<string>`(select app.my_trajectories())`)
			.orderBy("t.registered_at", "desc")
			.execute();
		found(trajectories[0]);
		const offered = [];
		for (const trajectory of trajectories) {
			const { agreement, lines } = await linesInForce(tx, trajectory.id);
			const shown = [];
			for (const line of lines) shown.push(await offeredLine(tx, sealed, trajectory.id, line, by.now()));
			offered.push({ ...trajectory, type: trajectory.type as AssignmentTypeId, agreed: agreement !== undefined, lines: shown });
		}
		return { ...sealed("candidate", candidate, candidate, { name: person.name }), trajectories: offered };
	});
}
export type Offered = Awaited<ReturnType<typeof linesToReport>>;

async function offeredLine(tx: Tx, sealed: Marker, trajectory: string, line: AgreementLine, at: Date) {
	const contact = await contactRow(tx, line.contactId);
	const { facts } = await reportFacts(tx, trajectory, line.id, { at });
	const before = await tx
		.selectFrom("app.report as r")
		.innerJoin("app.agreement_line as l", "l.id", "r.line_id")
		.select(["r.id", "r.state", "r.period_to"])
		.where("r.trajectory_id", "=", trajectory)
		.where("l.root_id", "=", line.rootId)
		.where("r.state", "!=", "withdrawn")
		.orderBy("r.created_at")
		.execute();
	return {
		line,
		decision: line.form === "oral" || line.kind === "brief" ? mayReport(line, facts) : mayWrite(line, facts),
		/** What was spoken is judged by the consents of then, which nobody knows yet: of now only the rest counts. */
		noted: mayWrite(line, facts),
		before,
		recipient: {
			organisation: contact.organisation,
			...sealed("contact_person", contact.id, contact.id, { name: contact.name }),
		},
	};
}

/** A contact person with their organisation, as stored. */
export const contactRow = (tx: Tx, contact: string) =>
	tx
		.selectFrom("app.contact_person as c")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select([
			"c.id",
			"c.name",
			"c.email",
			"c.job_title",
			"c.kind",
			"c.left_at",
			"c.commissioner_id as commissionerId",
			"o.name as organisation",
			"o.kind as commissionerKind",
		])
		.where("c.id", "=", contact)
		.executeTakeFirstOrThrow()
		.then((row) => ({ ...row, commissionerKind: row.commissionerKind as CommissionerKind }));

/** The sealed PDF of one version. Each opening is a look of its own in the log (R1.2). */
export async function versionPdf(
	by: Acting,
	purpose: "reporting" | "portal",
	{ candidate, report, version }: { candidate: string; report: string; version: string },
) {
	return by.read(candidate, purpose, { action: "viewPdf", object: ["report", report], clause: "R9.1" }, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.report_version")
				.select(["id", "document_number", "pdf"])
				.where("id", "=", version)
				.where("report_id", "=", report)
				.where("subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		return { number: row.document_number, ...sealed.bytes("report_version", row.id, candidate, { pdf: row.pdf }) };
	});
}

/** For the candidate's overview: what waits for them. Extensive reports to answer; brief messages, and what went without approval, to read. */
export async function waitingFor(by: Acting) {
	const candidate = by.actor.id;
	return by.read(candidate, "portal", { action: "list", object: ["report", candidate], clause: "R7.1" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.report as r")
			.innerJoin("app.report_version as v", (join) => join.onRef("v.report_id", "=", "r.id").onRef("v.n", "=", "r.versions"))
			.leftJoin("app.staff_member as s", "s.id", "v.submitted_by")
			.innerJoin("app.contact_person as p", "p.id", "v.contact_id")
			.innerJoin("app.commissioner as o", "o.id", "p.commissioner_id")
			.select([
				"r.id",
				"r.kind",
				"r.about",
				"r.state",
				"v.n",
				"v.submitted_at",
				"v.submitted_by",
				"s.name as author",
				"o.name as organisation",
			])
			.select((e) =>
				e.exists(e.selectFrom("app.inform_event as i").select("i.id").whereRef("i.about_id", "=", "v.id")).as("told"),
			)
			.select(
				sql<boolean>`exists (select from app.report_exception x
					where x.version_id = v.id and x.confirmed_at is not null and x.withdrawn_at is null)`.as("confirmed"),
			)
			.where("r.subject_id", "=", candidate)
			.where("r.state", "in", ["submitted", "sent"])
			.orderBy("v.submitted_at")
			.execute();
		return rows
			.map((row) => ({ ...row, excepted: row.confirmed && row.state === "sent" }))
			.filter((row) => (row.kind === "extensive" && !row.excepted ? row.state === "submitted" : !row.told))
			.map(({ author, told: _, ...row }) => ({
				...row,
				author: author && sealed("staff_member", row.submitted_by, row.submitted_by, { name: author }),
			}));
	});
}
export type Waiting = Awaited<ReturnType<typeof waitingFor>>[number];

/** Days that a report is late, or nothing when it is not. */
export const latenessOf = (by: Pick<Acting, "now">, header: { due_on: string | null; state: string }): string | undefined =>
	header.due_on && header.state !== "sent" && header.state !== "withdrawn" && header.due_on < today(by)
		? header.due_on
		: undefined;
