import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { type CalendarDate, today } from "../law/deadlines.ts";
import { type Decision, enforce, every, no, yes } from "../law/decision.ts";
import { knowsSickDay, type Moved, type PoortwachterMoment } from "../law/poortwachter.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { trajectoriesOf } from "./queries.server.ts";
import "./tables.ts";

interface OfTrajectory {
	readonly candidate: string;
	readonly trajectory: string;
}
type Content = { readonly firstDay: CalendarDate; readonly reason: string } | Moved;

/** A first sick day belongs to work that an illness is the reason of, and to nothing else (R2.1, UAVG 30(1)(b)). */
export function mayKnowSickDay(type: AssignmentTypeId): Decision {
	if (knowsSickDay(type)) return yes("R2.1");
	return no("R2.1", {
		nl: "Bij dit soort traject vraagt het bureau niet naar een ziektedag.",
		en: "For this type of trajectory the agency does not ask about a day of sickness.",
	});
}

/** May this day be written in the calendar? The first sick day lies in the past; a moment does not lie before it. */
export function mayPlan(what: {
	on: CalendarDate;
	today: CalendarDate;
	firstDay: CalendarDate | undefined;
	kind: "firstDay" | "moment";
}): Decision {
	if (what.kind === "firstDay") {
		return what.on <= what.today
			? yes("R3.c")
			: no("R3.c", { nl: "De eerste ziektedag ligt niet in de toekomst.", en: "The first sick day is not in the future." });
	}
	if (!what.firstDay) return no("R3.c", { nl: "Vul eerst de eerste ziektedag in.", en: "First enter the first sick day." });
	return what.on >= what.firstDay
		? yes("R3.c")
		: no("R3.c", { nl: "Dit ligt voor de eerste ziektedag.", en: "This is before the first sick day." });
}

const entry = (action: string, { trajectory }: OfTrajectory) => ({
	action,
	object: ["sicknessCalendar", trajectory] as const,
	clause: "R3.c",
});

/** The calendar of one trajectory: the first sick day and what was moved, oldest first. Health data: own caseload, each look logged as such. */
export function sicknessOf(by: Acting, of: OfTrajectory) {
	return by.read(of.candidate, "guidance", entry("view", of), async (tx, sealed) => {
		const { type } = await own(tx, by, of, "capacity.read");
		const rows = await tx
			.selectFrom("app.sickness_calendar as s")
			.leftJoin("app.staff_member as m", "m.id", "s.by_id")
			.select(["s.id", "s.content", "s.at", "s.by_id", "m.name"])
			.where("s.trajectory_id", "=", of.trajectory)
			.orderBy("s.n")
			.execute();
		const person = found(
			await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", of.candidate).executeTakeFirst(),
		);
		return {
			type,
			...sealed("candidate", person.id, person.id, { name: person.name }),
			written: rows.map((row) => ({
				...{ id: row.id, at: row.at },
				...sealed("sickness_calendar", row.id, of.candidate, { content: row.content }),
				...sealed("staff_member", row.by_id, row.by_id, { name: row.name }),
			})),
		};
	});
}
export type Sickness = Awaited<ReturnType<typeof sicknessOf>>;

/** What is written, read: the first sick day that holds and every move after it. A new first day starts the calendar anew. */
export function standing(written: readonly { readonly content: string }[]): {
	firstDay: CalendarDate | undefined;
	moves: Moved[];
} {
	let firstDay: CalendarDate | undefined;
	let moves: Moved[] = [];
	for (const one of written) {
		const content = JSON.parse(one.content) as Content;
		if ("firstDay" in content) {
			firstDay = content.firstDay;
			moves = [];
		} else moves.push(content);
	}
	return { firstDay, moves };
}

/** Writes the first sick day, or a correction of it with why. Throws NotAllowed, NotFound. */
export async function setFirstSickDay(
	by: Acting,
	of: OfTrajectory,
	set: { id: string; on: CalendarDate; reason: string },
): Promise<void> {
	enforce(mayPlan({ kind: "firstDay", on: set.on, today: today(by), firstDay: undefined }));
	await write(by, of, set.id, { firstDay: set.on, reason: set.reason });
}

/** Moves one moment to another day, with a reason (Regeling procesgang art. 5). Throws NotAllowed, NotFound. */
export async function moveMoment(
	by: Acting,
	of: OfTrajectory,
	move: { id: string; moment: PoortwachterMoment; on: CalendarDate; reason: string },
): Promise<void> {
	const { firstDay } = standing((await sicknessOf(by, of)).written);
	enforce(mayPlan({ kind: "moment", on: move.on, today: today(by), firstDay }));
	await write(by, of, move.id, { moment: move.moment, on: move.on, reason: move.reason });
}

async function write(by: Acting, of: OfTrajectory, id: string, content: Content): Promise<void> {
	await by.act(of.candidate, "guidance", entry("update", of), async (tx, seal) => {
		await own(tx, by, of, "capacity.write");
		await tx
			.insertInto("app.sickness_calendar")
			.values({
				...{ id, subject_id: of.candidate, trajectory_id: of.trajectory, at: by.now(), by_id: by.actor.id },
				...(await seal("sickness_calendar", id, of.candidate, { content: JSON.stringify(content) })),
			})
			.onConflict((same) => same.column("id").doNothing())
			.execute();
	});
}

async function own(tx: Tx, by: Acting, { candidate, trajectory }: OfTrajectory, ability: "capacity.read" | "capacity.write") {
	enforce(may(by.actor.roles, ability));
	await enforceCleared(tx);
	const { rows } = await sql<{ mine: boolean }>`select ${trajectory}::uuid in (select app.own_trajectories()) as mine`.execute(
		tx,
	);
	const one = found((await trajectoriesOf(tx, candidate)).find((row) => row.id === trajectory && rows[0]?.mine));
	enforce(every(mayKnowSickDay(one.type)));
	return one;
}
