import { addDays, dateOf } from "../law/deadlines.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { asLine } from "../reporting-agreements/queries.server.ts";
import { papersIn } from "../reports/paper.server.ts";
import { mayConfirm } from "../reports/rules.ts";
import { byUrgency, type Case, type Task, tasksOf } from "./tasks.ts";

/** How long after its end a trajectory can still have its final report due. */
const afterwards = 90;

/**
 * What waits, most urgent first: in one's own caseload, or with everybody (who sees headers only, so neither notes nor questions). Names come with it
 * only of those in the answer, so that only they are in the log.
 */
export function workOf(by: Acting, whose: "mine" | "everybody", shown: (task: Task) => boolean = () => true) {
	return by.list("guidance", { action: "list", object: undefined, clause: "R6.1" }, async (tx, sealed) => {
		const today = dateOf(by.now());
		const cases = await casesIn(tx, whose, addDays(today, -afterwards), by);
		const all = cases.flatMap((one) => tasksOf(one, today));
		const tasks = all.filter(shown).sort(byUrgency);
		const coaches = whose === "everybody" ? loadsOf(cases, all) : [];
		return {
			tasks,
			candidates: await candidatesIn(tx, sealed, [...new Set(tasks.map((task) => task.subject))]),
			coaches: await staffIn(tx, sealed, coaches),
			open: cases.filter((one) => one.state !== "closed").length,
		};
	});
}
export type Work = Awaited<ReturnType<typeof workOf>>;

type Load = { id: string; open: number; late: number; longest: number };

function loadsOf(cases: readonly Case[], tasks: readonly Task[]): Load[] {
	const ids = [...new Set(cases.filter((one) => one.state !== "closed").flatMap((one) => one.coach ?? []))];
	return ids.map((id) => {
		const late = tasks.filter((task) => task.coach === id && task.late > 0 && task.kind !== "waiting");
		return {
			id,
			open: cases.filter((one) => one.coach === id && one.state !== "closed").length,
			late: late.length,
			longest: Math.max(0, ...late.map((task) => task.late)),
		};
	});
}

async function candidatesIn(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "in", ids).execute();
	return rows.map((row) => ({ id: row.id, ...sealed("candidate", row.id, row.id, { name: row.name }) }));
}

async function staffIn(tx: Tx, sealed: Marker, loads: readonly Load[]) {
	if (loads.length === 0) return [];
	const rows = await tx
		.selectFrom("app.staff_member")
		.select(["id", "name"])
		.where(
			"id",
			"in",
			loads.map((load) => load.id),
		)
		.execute();
	return rows.map((row) => ({
		...(loads.find((load) => load.id === row.id) as Load),
		...sealed("staff_member", row.id, row.id, { name: row.name }),
	}));
}

/** Every trajectory in reach that is open, or closed not long ago, with what makes something due in it. */
async function casesIn(tx: Tx, whose: "mine" | "everybody", since: string, by: Acting): Promise<Case[]> {
	const mine = whose === "mine";
	const rows = await tx
		.selectFrom("app.trajectory as t")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
		.select(["t.id", "t.subject_id", "t.state", "t.registered_at", "t.started_on", "t.closed_on", "o.name as organisation"])
		.select(coachNow(by.now()).as("coach"))
		.where((where) => where.or([where("t.state", "<>", "closed"), where("t.closed_on", ">=", since)]))
		.$if(mine, (query) => query.where("t.id", "in", sql<string>`(select app.my_trajectories())`))
		.execute();
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	const agreed = await agreementsIn(tx, ids);
	const reports = await reportsIn(tx, ids, mine, by);
	const { rows: told } = await sql<{ trajectory_id: string; root_id: string; on_day: string }>`
		select * from app.oral_reports()`.execute(tx);
	const own = mine ? await ownIn(tx, ids) : { questions: [], drafts: [], disclosures: [] };
	return rows.map((row): Case => {
		const here = <T extends { trajectory_id: string }>(all: readonly T[]) => all.filter((one) => one.trajectory_id === row.id);
		return {
			subject: row.subject_id,
			trajectory: row.id,
			state: row.state,
			registeredAt: row.registered_at,
			startedOn: row.started_on,
			closedOn: row.closed_on,
			organisation: row.organisation,
			coach: row.coach,
			agreement: here(agreed.agreements)[0],
			lines: here(agreed.lines).map(asLine),
			recipientLeftAt: here(agreed.lines).find((line) => line.left_at)?.left_at ?? null,
			reports: here(reports),
			told: here(told).map((one) => ({ rootId: one.root_id, day: one.on_day })),
			questions: here(own.questions).map((one) => one.asked_at),
			noteDrafts: here(own.drafts).map((one) => ({ note: one.note_id, updatedAt: one.updated_at })),
			disclosures: here(own.disclosures).map((one) => ({
				state: one.state,
				stateAt: one.state_at,
				transmitAfter: one.transmit_after,
			})),
		};
	});
}

/** Who guides it now; a deputy only where there is nobody else. */
const coachNow = (now: Date) => sql<string | null>`(select m.staff_id from app.membership m
	where m.trajectory_id = t.id and m.from_at <= ${now} and (m.until_at is null or m.until_at > ${now})
	order by m.capacity, m.from_at limit 1)`;

async function agreementsIn(tx: Tx, ids: readonly string[]) {
	const agreements = await tx
		.selectFrom("app.reporting_agreement as a")
		.distinctOn("a.trajectory_id")
		.select(["a.id", "a.trajectory_id", "a.made_at as madeAt", sql<Date | null>`app.informed_of(a.id)`.as("informedAt")])
		.where("a.trajectory_id", "in", ids)
		.orderBy("a.trajectory_id")
		.orderBy("a.version", "desc")
		.execute();
	if (agreements.length === 0) return { agreements, lines: [] };
	const inForce = agreements.map((one) => one.id);
	return {
		agreements,
		lines: await tx
			.selectFrom("app.agreement_line as l")
			.innerJoin("app.contact_person as c", "c.id", "l.contact_id")
			.selectAll("l")
			.select("c.left_at")
			.where("l.agreement_id", "in", inForce)
			.orderBy("l.place")
			.execute(),
	};
}

async function reportsIn(tx: Tx, ids: readonly string[], mine: boolean, by: Acting) {
	const rows = await tx
		.selectFrom("app.report as r")
		.innerJoin("app.agreement_line as l", "l.id", "r.line_id")
		.select([
			"r.id",
			"r.trajectory_id",
			"l.root_id as rootId",
			"r.kind",
			"r.about",
			"r.state",
			"r.state_at as stateAt",
			"r.due_on as dueOn",
			"r.period_to as periodTo",
		])
		.where("r.trajectory_id", "in", ids)
		.execute();
	const brief = mine
		? (await sql<{ report_id: string; informed_at: Date | null }>`select * from app.my_brief_reports()`.execute(tx)).rows
		: [];
	const told = new Set(brief.filter((one) => one.informed_at).map((one) => one.report_id));
	const papers = await papersIn(tx);
	return rows.map((row) => ({
		...row,
		told: told.has(row.id),
		paper: paperOf(
			by,
			papers.find((one) => one.report_id === row.id),
		),
	}));
}

/** An approval on paper that waits for a second member of staff: this one's to confirm, or another's. */
function paperOf(by: Acting, paper: Awaited<ReturnType<typeof papersIn>>[number] | undefined): Case["reports"][number]["paper"] {
	if (!paper) return undefined;
	return mayConfirm({ mine: paper.by_id === by.actor.id, handles: paper.handles }).allowed ? "mayConfirm" : "waits";
}

/** What only the coach of a dossier sees of it, as ids and times. */
async function ownIn(tx: Tx, ids: readonly string[]) {
	const questions = await tx
		.selectFrom("app.agreement_question")
		.select(["trajectory_id", "asked_at"])
		.where("trajectory_id", "in", ids)
		.where("settled_at", "is", null)
		.execute();
	const drafts = await sql<{
		trajectory_id: string;
		note_id: string;
		updated_at: Date;
	}>`select * from app.my_note_drafts()`.execute(tx);
	const disclosures = await tx
		.selectFrom("app.disclosure")
		.select(["trajectory_id", "state", "state_at", "transmit_after"])
		.where("trajectory_id", "in", ids)
		.where("state", "in", ["queued", "bounced", "blocked", "unknown"])
		.execute();
	return { questions, drafts: drafts.rows, disclosures };
}
