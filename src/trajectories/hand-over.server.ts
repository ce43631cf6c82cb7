import { addDays, addMonths, type CalendarDate, today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Tables } from "../platform/tables.ts";
import { found, NotFound } from "../platform/web/page.ts";
import { type HandOverReason, mayDeputise, mayTakeOver } from "./rules.ts";

export interface HandOver {
	/** Whose trajectories; nothing for those that nobody has yet. */
	readonly from: string | null;
	readonly to: string;
	readonly trajectories: readonly { readonly id: string; readonly candidate: string }[];
	readonly reason: HandOverReason;
}

/**
 * Gives trajectories to another coach, in one transaction whose log entry names each candidate. From the next request on the
 * one who had them sees nothing of them. A list in which one is not theirs (any more) is refused as a whole.
 */
export async function handOver(by: Acting, { from, to, trajectories, reason }: HandOver): Promise<void> {
	const now = by.now();
	const candidates = [...new Set(trajectories.map((one) => one.candidate))];
	await by.act(candidates, "registration", { action: "handOver", object: ["staffMember", to], clause: "R1.2" }, async (tx) => {
		enforce(may(by.actor.roles, "trajectory.assign"));
		await enforceTaker(tx, to, from, now, candidates);
		for (const { id, candidate } of trajectories) {
			if (from === null) await unassigned(tx, id);
			else await endCoach(tx, by, { trajectory: id, staff: from }, reason, now);
			await endDeputies(tx, by, { trajectory: id, staff: to }, reason, now);
			await tx
				.insertInto("app.membership")
				.values({
					id: by.chance.uuid(),
					subject_id: candidate,
					trajectory_id: id,
					staff_id: to,
					from_at: now,
					assigned_by: by.actor.id,
					reason,
				})
				.execute();
		}
	});
}

/** Lets somebody deputise on trajectories for a term: whole Amsterdam days, the last included. */
export async function deputise(
	by: Acting,
	input: { to: string; trajectories: HandOver["trajectories"]; from: CalendarDate; until: CalendarDate },
): Promise<void> {
	const now = by.now();
	const day = today(by);
	const candidates = [...new Set(input.trajectories.map((one) => one.candidate))];
	await by.act(
		candidates,
		"registration",
		{ action: "deputise", object: ["staffMember", input.to], clause: "R1.2" },
		async (tx) => {
			enforce(may(by.actor.roles, "trajectory.assign"));
			enforce(mayDeputise(input, day, addMonths(input.from, 6)));
			await enforceTaker(tx, input.to, null, now, candidates);
			const term = { from_at: input.from <= day ? now : midnight(input.from), until_at: midnight(addDays(input.until, 1)) };
			for (const { id, candidate } of input.trajectories) {
				await tx
					.insertInto("app.membership")
					.values({
						id: by.chance.uuid(),
						subject_id: candidate,
						trajectory_id: id,
						staff_id: input.to,
						capacity: "deputy",
						...term,
						assigned_by: by.actor.id,
						reason: "deputising",
					})
					.execute();
			}
		},
	);
}

/** Ends somebody's deputising before its term is over. */
export async function endDeputy(by: Acting, candidate: string, membership: string): Promise<void> {
	const now = by.now();
	await by.act(
		candidate,
		"registration",
		{ action: "endDeputy", object: ["membership", membership], clause: "R1.2" },
		async (tx) => {
			enforce(may(by.actor.roles, "trajectory.assign"));
			const { from_at } = found(
				await tx
					.selectFrom("app.membership")
					.select("from_at")
					.where("id", "=", membership)
					.where("subject_id", "=", candidate)
					.where("capacity", "=", "deputy")
					.where("until_at", ">", now)
					.executeTakeFirst(),
			);
			// One that has yet to begin ends as it begins: it never was.
			const until_at = from_at > now ? from_at : now;
			await tx.updateTable("app.membership").set({ until_at, ended_by: by.actor.id }).where("id", "=", membership).execute();
		},
	);
}

/**
 * Throws NotAllowed when this member of staff cannot be given trajectories, has them already, or may not see one of these candidates.
 * Inside the act that gives them.
 */
export async function enforceTaker(
	tx: Tx,
	staff: string,
	from: string | null,
	now: Date,
	candidates: readonly string[] = [],
): Promise<void> {
	enforce(mayTakeOver(await staffFacts(tx, staff, now, candidates), from));
}

async function staffFacts(tx: Tx, staff: string, now: Date, candidates: readonly string[]) {
	const { left_at } = found(await tx.selectFrom("app.staff_member").select("left_at").where("id", "=", staff).executeTakeFirst());
	const held = await tx
		.selectFrom("app.staff_role")
		.select("role")
		.where("staff_id", "=", staff)
		.where("from_at", "<=", now)
		.where((term) => term.or([term("until_at", "is", null), term("until_at", ">", now)]))
		.execute();
	const { rows } = await sql<{ conflict: boolean }>`
		select coalesce(bool_or(app.in_conflict(${staff}, one)), false) as conflict from unnest(${[...candidates]}::uuid[]) one`.execute(
		tx,
	);
	return { id: staff, roles: held.map((one) => one.role), left: left_at !== null, conflict: rows[0]?.conflict ?? true };
}

type One = { trajectory: string; staff: string };
type Ending = Pick<Tables["app.membership"], "ended_by" | "reason"> & { until_at: Date };
const ending = (by: Acting, reason: HandOverReason, now: Date): Ending => ({ until_at: now, ended_by: by.actor.id, reason });

async function endCoach(tx: Tx, by: Acting, { trajectory, staff }: One, reason: HandOverReason, now: Date): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("app.membership")
		.set(ending(by, reason, now))
		.where("trajectory_id", "=", trajectory)
		.where("staff_id", "=", staff)
		.where("capacity", "=", "coach")
		.where("until_at", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new NotFound();
}

// Who becomes the coach no longer deputises there.
async function endDeputies(tx: Tx, by: Acting, { trajectory, staff }: One, reason: HandOverReason, now: Date): Promise<void> {
	await tx
		.updateTable("app.membership")
		.set(ending(by, reason, now))
		.where("trajectory_id", "=", trajectory)
		.where("staff_id", "=", staff)
		.where("capacity", "=", "deputy")
		.where("from_at", "<=", now)
		.where("until_at", ">", now)
		.execute();
}

async function unassigned(tx: Tx, trajectory: string): Promise<void> {
	const taken = await tx
		.selectFrom("app.membership")
		.select("id")
		.where("trajectory_id", "=", trajectory)
		.where("capacity", "=", "coach")
		.where("until_at", "is", null)
		.executeTakeFirst();
	if (taken) throw new NotFound();
}

// Amsterdam is one or two hours ahead of UTC; the clock there says which.
function midnight(day: CalendarDate): Date {
	const [one, two] = [1, 2].map((hours) => new Date(Date.parse(`${day}T00:00:00Z`) - hours * 3_600_000)) as [Date, Date];
	const clock = new Intl.DateTimeFormat("en", { timeZone: "Europe/Amsterdam", hour: "2-digit", hourCycle: "h23" });
	return clock.format(two) === "00" ? two : one;
}
