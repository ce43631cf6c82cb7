import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { today } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import { ownGlass } from "../looks/queries.server.ts";
import { type Acting, anyOf, sql, type Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { dueDates } from "../reporting-agreements/due-dates.ts";
import { type AgreementLine, linesInForce } from "../reporting-agreements/queries.server.ts";
import { reportedDays } from "../reports/reported.server.ts";
import { enforceCleared } from "./cleared.server.ts";
import { apartFromDossier, headsOf } from "./heads.server.ts";
import { authorsIn, itemsOf } from "./items.server.ts";
import { membersOf, nameIndex, staffNames } from "./queries.server.ts";
import { nextStep, type ReportFacts, type StepFacts } from "./rules.ts";
import { paged, type Section } from "./timeline.ts";
import "../consents/tables.ts";

export interface Wanted {
	candidate: string;
	trajectory?: string;
	section?: Section;
	page?: number;
}

/**
 * A dossier opened: who, which trajectory, what is next, one page of the timeline, and who may know what. One transaction and one
 * log entry. Throws NotAllowed (R1.3, R1.2) where no dossier opens, NotFound where there is nothing of one's own.
 */
export async function openDossier(by: Acting, { candidate, trajectory, section, page }: Wanted) {
	const entry = { action: "view", object: ["candidate", candidate], clause: "R5.1" } as const;
	const read = await by.read(candidate, "guidance", entry, async (tx, sealed) => {
		const head = await dossierHead(tx, sealed, candidate, trajectory);
		const { id } = head.trajectory;
		// What need not wait for each other goes out together.
		const [{ agreement, lines }, heads, team, facts, consents, last, glass] = await Promise.all([
			linesInForce(tx, id),
			headsOf(tx, id),
			membersOf(tx, id, by.now()),
			stepRows(tx, id),
			consentsNow(by, tx, sealed, candidate),
			lastDisclosures(tx, sealed, candidate, id),
			ownGlass(tx, by, candidate),
		]);
		const timeline = paged(heads, section, page ?? 1);
		const [items, contacts] = await Promise.all([
			itemsOf(tx, sealed, candidate, timeline.heads),
			contactsOf(
				tx,
				sealed,
				lines.map((line) => line.contactId),
			),
		]);
		return {
			...head,
			step: nextStep(stepFacts(by, head.trajectory, agreement, lines, facts)),
			timeline,
			items,
			agreement: agreement ?? null,
			lines,
			contacts,
			consents,
			last,
			glass,
			team,
			names: await staffNames(tx, sealed, [...team, ...authorsIn(items)]),
		};
	});
	return { ...read, candidate, name: fullName(read.person.name), names: nameIndex(read.names) };
}
export type Dossier = Awaited<ReturnType<typeof openDossier>>;

/** What the candidate said yes to that is in force today, and what waits for an answer: to whom, not what. */
async function consentsNow(by: Acting, tx: Tx, sealed: Marker, candidate: string) {
	const rows = await tx
		.selectFrom("app.consent")
		// Whom a doctor's question may go to is not for this screen (R8.3): it is with the consents and in the compartment.
		.where("kind", "<>", "ask")
		.select(["id", "kind", "state", "expires_on", "data_classes", "recipient"])
		.where("subject_id", "=", candidate)
		.where("state", "in", ["asked", "registered", "given"])
		.where("expires_on", ">=", today(by))
		.orderBy("asked_at", "desc")
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("consent", row.id, candidate, { recipient: row.recipient }) }));
}

/** Whose dossier this is and which of one's own trajectories, with the refusals that belong at its door. */
export async function dossierHead(tx: Tx, sealed: Marker, candidate: string, wanted: string | undefined) {
	const [, person, trajectories] = await Promise.all([
		enforceCleared(tx),
		tx.selectFrom("app.candidate").select(["name"]).where("id", "=", candidate).executeTakeFirst(),
		trajectoriesOf(tx, candidate),
	]);
	found(person);
	// Whoever sees this person's header but works on none of the trajectories may know that there is a dossier, not what is in it.
	if (trajectories.length === 0) {
		throw new NotAllowed("R1.2", {
			nl: "Je werkt niet aan een traject van deze kandidaat. Het dossier gaat alleen open voor wie dat wel doet.",
			en: "You do not work on a trajectory of this candidate. The dossier opens only for those who do.",
		});
	}
	const typed = trajectories.map((row) => ({ ...row, type: row.type as AssignmentTypeId }));
	return {
		person: sealed("candidate", candidate, candidate, { name: found(person).name }),
		trajectories: typed,
		trajectory: found(wanted ? typed.find((row) => row.id === wanted) : typed[0]),
	};
}

const trajectoriesOf = (tx: Tx, candidate: string) =>
	tx
		.selectFrom("app.trajectory as t")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
		.select([
			"t.id",
			"t.state",
			"t.started_on",
			"t.closed_on",
			"t.outcome",
			"t.registered_at",
			"a.type",
			"a.reference",
			"o.name as organisation",
		])
		.where("t.subject_id", "=", candidate)
		.where("t.id", "in", sql<string>`(select app.my_dossier())`)
		.orderBy(sql`t.state = 'closed'`)
		.orderBy("t.registered_at", "desc")
		.execute();

type Trajectory = { id: string; state: StepFacts["state"]; started_on: string | null; closed_on: string | null };

/** What the next step depends on, beside the agreement. */
async function stepRows(tx: Tx, trajectory: string) {
	const [question, reports, reported] = await Promise.all([
		tx
			.selectFrom("app.agreement_question")
			.select("id")
			.where("trajectory_id", "=", trajectory)
			.where("settled_at", "is", null)
			.executeTakeFirst(),
		reportFacts(tx, trajectory),
		reportedDays(tx, trajectory),
	]);
	return { question: question !== undefined, reports, reported };
}

function stepFacts(
	by: Acting,
	trajectory: Trajectory,
	agreement: { informedAt: Date | null } | undefined,
	lines: readonly AgreementLine[],
	{ question, reports, reported }: Awaited<ReturnType<typeof stepRows>>,
): StepFacts {
	return {
		state: trajectory.state,
		agreement: agreement && { informed: agreement.informedAt !== null },
		question,
		reports,
		due: firstDue(by, trajectory, lines, reported),
		today: today(by),
	};
}

async function reportFacts(tx: Tx, trajectory: string): Promise<ReportFacts[]> {
	const rows = await tx
		.selectFrom("app.report as r")
		.leftJoin("app.report_version as v", (join) => join.onRef("v.report_id", "=", "r.id").onRef("v.n", "=", "r.versions"))
		.leftJoin("app.report_answer as a", "a.version_id", "v.id")
		.select([
			"r.id",
			"r.kind",
			"r.state",
			sql<string>`to_char(r.state_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`.as("since"),
			sql<boolean>`exists (select from app.inform_event e where e.about_id = v.id and e.about = 'report')`.as("informed"),
			sql<boolean>`coalesce(a.method = 'paper' and a.confirmed_by is null, false)`.as("unconfirmed"),
			sql<
				ReportFacts["delivery"] | null
			>`(select d.state from app.disclosure d where d.about = 'report' and d.about_id = v.id order by d.created_at desc limit 1)`.as(
				"delivery",
			),
		])
		.where("r.trajectory_id", "=", trajectory)
		.where("r.state", "<>", "withdrawn")
		.orderBy("r.state_at")
		.execute();
	return rows.map(({ delivery, ...row }) => ({ ...row, delivery: delivery ?? undefined }));
}

function firstDue(
	by: Acting,
	trajectory: Trajectory,
	lines: readonly AgreementLine[],
	reported: Awaited<ReturnType<typeof reportedDays>>,
): StepFacts["due"] {
	const run = { startedOn: trajectory.started_on, closedOn: trajectory.closed_on };
	const days = lines.flatMap((line) => {
		const made = reported.filter((one) => one.rootId === line.rootId).map((one) => one.day);
		const [on] = dueDates(line, run, made, today(by));
		return on ? [{ on, form: line.form, line: line.id }] : [];
	});
	return days.sort((a, b) => a.on.localeCompare(b.on))[0];
}

async function contactsOf(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.contact_person as c")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select(["c.id", "c.name", "c.left_at", "o.name as organisation"])
		.where("c.id", "=", anyOf([...new Set(ids)]))
		.execute();
	return rows.map((row) => ({
		id: row.id,
		left: row.left_at !== null,
		organisation: row.organisation,
		...sealed("contact_person", row.id, row.id, { name: row.name }),
	}));
}

async function lastDisclosures(tx: Tx, sealed: Marker, candidate: string, trajectory: string) {
	const rows = await tx
		.selectFrom("app.disclosure")
		.select(["id", "form", "state", "created_at", "on_day", "categories", "recipient"])
		.where("trajectory_id", "=", trajectory)
		.where("about", "<>", apartFromDossier)
		.orderBy("created_at", "desc")
		.limit(3)
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("disclosure", row.id, candidate, { recipient: row.recipient }) }));
}
