import type { ReportAbout } from "../law/assignment-types.ts";
import type { Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { ReportDocument } from "../platform/pdf/documents.ts";
import type { Marker, Opened } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { type ReportRow, recipientNow, viewCounts } from "./facts.server.ts";
import type { ReportKind } from "./rules.ts";

/** Who a report is shown to go to: person, organisation, address, and the verification that the address rests on. */
export interface Recipient {
	contactId: string;
	commissionerId: string;
	commissionerName: string;
	name: string;
	jobTitle: string;
	email: string;
	verificationId: string | null;
}

/** The words and names that a report's paper needs, still sealed. */
export async function paperOf(tx: Tx, sealed: Marker, report: ReportRow, contactId: string, authorId: string) {
	const candidate = found(
		await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", report.subject_id).executeTakeFirst(),
	);
	const draft = found(await tx.selectFrom("app.report_draft").selectAll().where("report_id", "=", report.id).executeTakeFirst());
	const contact = found(
		await tx
			.selectFrom("app.contact_person as c")
			.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
			.select(["c.id", "c.commissioner_id", "c.name", "c.email", "c.job_title", "c.person_n", "o.name as organisation"])
			.where("c.id", "=", contactId)
			.executeTakeFirst(),
	);
	const author = found(
		await tx.selectFrom("app.staff_member").select(["id", "name", "job_title"]).where("id", "=", authorId).executeTakeFirst(),
	);
	const assignment = found(
		await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select("a.reference")
			.where("t.id", "=", report.trajectory_id)
			.executeTakeFirst(),
	);
	const now = await recipientNow(tx, contactId);
	// The candidate's own view of the version before goes out with this one (house decision 10); an empty one takes it away again.
	// What was registered from paper counts once a second person saw that paper.
	const said = await tx
		.selectFrom("app.report_answer as a")
		.innerJoin("app.report_version as v", "v.id", "a.version_id")
		.select(["a.id", "a.own_view", "a.method"])
		.where("v.report_id", "=", report.id)
		.where(viewCounts)
		.orderBy("v.n", "desc")
		.limit(1)
		.executeTakeFirst();
	return {
		...(said ? sealed("report_answer", said.id, report.subject_id, { own_view: said.own_view }) : { own_view: null }),
		// Staff typed that view over from paper: it is read like whatever they type.
		typedOver: said?.method === "paper",
		candidate: sealed("candidate", candidate.id, candidate.id, { name: candidate.name }),
		draft: {
			rowVersion: draft.row_version,
			updatedAt: draft.updated_at,
			updatedBy: draft.updated_by,
			...sealed("report_draft", report.id, report.subject_id, { title: draft.title, body: draft.body }),
		},
		contact: {
			id: contact.id,
			commissionerId: contact.commissioner_id,
			person: contact.person_n,
			organisation: contact.organisation,
			...sealed("contact_person", contact.id, contact.id, {
				name: contact.name,
				email: contact.email,
				job_title: contact.job_title,
			}),
		},
		author: sealed("staff_member", author.id, author.id, { name: author.name, job_title: author.job_title }),
		reference: assignment.reference,
		verificationId: now?.verification ?? null,
	};
}

export type Paper = Opened<Awaited<ReturnType<typeof paperOf>>>;

/** The recipient as a snapshot: what the candidate is shown, and what the approval binds. A self-paying candidate has no organisation. */
export function recipientOf(paper: Paper): Recipient {
	const { contact } = paper;
	return {
		contactId: contact.id,
		commissionerId: contact.commissionerId,
		commissionerName: contact.organisation ?? fullName(paper.candidate.name),
		name: fullName(contact.name),
		jobTitle: contact.job_title ?? "",
		email: contact.email,
		verificationId: paper.verificationId,
	};
}

/** Plain text as content: every line its own paragraph, and no mark in it means anything. Nobody's own words are dressed up. */
export const asTyped = (text: string): string =>
	text
		.split(/\n+/)
		.map((line) =>
			line
				.trim()
				.replace(/[\\`*_{}[\]<>#+\-|~]/g, "\\$&")
				.replace(/^(\d+)([.)])/, "$1\\$2"),
		)
		.join("\n\n");

/** What report kinds are called on paper. */
const paperNames: Record<ReportKind, Record<ReportAbout, string>> = {
	extensive: { plan: "Trajectplan", progress: "Voortgangsrapportage", final: "Eindrapportage" },
	brief: {
		plan: "Kort bericht over het plan",
		progress: "Kort bericht over de voortgang",
		final: "Kort bericht bij de afsluiting",
	},
};

/** A report's paper, as the renderer takes it. Reports are in Dutch. */
export function documentOf(
	paper: Paper,
	report: Pick<ReportRow, "kind" | "about" | "period_from" | "period_to">,
	made: { date: string; version: number; documentNumber: string; verifyUrl: string },
): Omit<ReportDocument, "agency" | "draft"> {
	const recipient = recipientOf(paper);
	const day = (date: string) =>
		new Intl.DateTimeFormat("nl-NL", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));
	const period = report.period_from && report.period_to ? `${day(report.period_from)} tot en met ${day(report.period_to)}` : "";
	return {
		lang: "nl",
		title: paper.draft.title,
		reportKind: paperNames[report.kind][report.about],
		candidate: fullName(paper.candidate.name),
		assignment: paper.reference ?? "",
		commissioner: recipient.commissionerName,
		recipients: [{ name: recipient.name, role: recipient.jobTitle, organisation: recipient.commissionerName }],
		author: { name: fullName(paper.author.name), role: paper.author.job_title ?? "" },
		period,
		body: paper.draft.body,
		ownView: asTyped(paper.own_view ?? ""),
		...made,
	};
}
