import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { dateOf, today } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import { ownGlass } from "../looks/queries.server.ts";
import { type Acting, anyOf, sql, type Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { dueDates } from "../reporting-agreements/due-dates.ts";
import { type AgreementLine, asLine } from "../reporting-agreements/queries.server.ts";
import { daysReported } from "../reports/reported.server.ts";
import { enforceCleared } from "./cleared.server.ts";
import { authorsIn, itemsOf } from "./items.server.ts";
import { nameIndex, staffNames } from "./queries.server.ts";
import { nextStep, type ReportFacts, type StepFacts } from "./rules.ts";
import { headsOf, type Things, thingsOf } from "./things.server.ts";
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
		// What need not wait for each other goes out together.
		const [things, consents, glass] = await Promise.all([
			thingsOf(tx, head.trajectory.id),
			consentsNow(by, tx, sealed, candidate),
			ownGlass(tx, by, candidate),
		]);
		const agreement = agreementIn(things);
		const timeline = paged(headsOf(things), section, page ?? 1);
		const [items, contacts] = await Promise.all([
			itemsOf(tx, sealed, candidate, things, timeline.heads),
			contactsOf(
				tx,
				sealed,
				(agreement?.lines ?? []).map((line) => line.contactId),
			),
		]);
		const team = membersIn(things, by.now());
		return {
			...head,
			step: nextStep({ ...stepFacts(by, head.trajectory, agreement, things), recipientLeft: contacts.some((one) => one.left) }),
			timeline,
			items,
			agreement: agreement ?? null,
			lines: agreement?.lines ?? [],
			contacts,
			consents,
			last: lastIn(things, sealed, candidate),
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
		.where(sql<boolean>`app.same_person(contact_id, contact_n)`)
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

type InForce = { id: string; version: number; informedAt: Date | null; lines: AgreementLine[] };

/** The newest version of the agreement, when the candidate was told of it, and its lines. */
function agreementIn({ agreements, lines, informed }: Things): InForce | undefined {
	const [newest] = agreements;
	if (!newest) return undefined;
	const told = informed.filter((event) => event.about_id === newest.id).map((event) => event.at.getTime());
	return {
		id: newest.id,
		version: newest.version,
		informedAt: told.length > 0 ? new Date(Math.min(...told)) : null,
		lines: lines.filter((line) => line.agreement_id === newest.id).map(asLine),
	};
}

/** Who works on the trajectory now. */
const membersIn = ({ memberships }: Things, now: Date): string[] =>
	memberships.filter((one) => one.from_at <= now && (one.until_at === null || one.until_at > now)).map((one) => one.staff_id);

function lastIn({ disclosures }: Things, sealed: Marker, candidate: string) {
	return disclosures.slice(0, 3).map(({ id, form, state, created_at, on_day, categories, recipient }) => ({
		...{ id, form, state, created_at, on_day, categories },
		...sealed("disclosure", id, candidate, { recipient }),
	}));
}

function stepFacts(
	by: Acting,
	trajectory: Trajectory,
	agreement: InForce | undefined,
	things: Things,
): Omit<StepFacts, "recipientLeft"> {
	return {
		state: trajectory.state,
		agreement: agreement && { informed: agreement.informedAt !== null },
		question: things.questions.some((question) => question.settled_at === null),
		reports: things.reports.map((report) => factsOf(report, things)),
		due: firstDue(by, trajectory, agreement?.lines ?? [], daysReported(things.reports, things.disclosures)),
		today: today(by),
	};
}

const factsOf = (report: Things["reports"][number], { informed, disclosures }: Things): ReportFacts => ({
	...{ id: report.id, kind: report.kind, state: report.state },
	since: dateOf(report.state_at),
	informed: informed.some((event) => event.about === "report" && event.about_id === report.version_id),
	unconfirmed: report.method === "paper" && report.confirmed_by === null,
	delivery: disclosures.find((one) => one.about === "report" && one.about_id === report.version_id)?.state,
});

function firstDue(
	by: Acting,
	trajectory: Trajectory,
	lines: readonly AgreementLine[],
	reported: ReturnType<typeof daysReported>,
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
