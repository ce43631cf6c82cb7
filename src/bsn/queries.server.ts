import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import { bsnOf } from "../law/bsn.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import "./tables.ts";

/** What a trajectory is, as the law looks at it: which work, by whose order. */
export interface Work {
	readonly trajectory: string;
	readonly assignment: string;
	readonly type: AssignmentTypeId;
	readonly commissionerId: string;
	readonly commissioner: CommissionerKind;
	readonly organisation: string | null;
}

/** The trajectories of a candidate within sight, newest first. */
export async function workOf(tx: Tx, candidate: string): Promise<Work[]> {
	const rows = await tx
		.selectFrom("app.trajectory as t")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
		.select(["t.id as trajectory", "a.id as assignment", "a.type", "o.id as commissionerId", "o.kind", "o.name as organisation"])
		.where("t.subject_id", "=", candidate)
		.orderBy("t.registered_at", "desc")
		.execute();
	return rows.map(({ kind, type, ...row }) => ({
		...row,
		type: type as AssignmentTypeId,
		commissioner: kind as CommissionerKind,
	}));
}

/** For each trajectory of a candidate whether a number stands there, since when and by whom. The number itself stays shut (R2.1). */
export function numbersOf(by: Acting, candidate: string) {
	return by.read(
		candidate,
		"registration",
		{ action: "view", object: ["candidate", candidate], clause: "R2.1" },
		async (tx, sealed) => {
			enforce(may(by.actor.roles, "bsn.read"));
			await enforceCleared(tx);
			const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
			const rows = await tx
				.selectFrom("app.bsn as b")
				.innerJoin("app.staff_member as s", "s.id", "b.recorded_by")
				.select(["b.trajectory_id", "b.recorded_at", "b.row_version", "s.id as staff", "s.name"])
				.where("b.subject_id", "=", candidate)
				.execute();
			// A coach is asked for the trajectories they guide; a header that they see as somebody else is not theirs to ask at.
			const all = by.actor.roles.includes("backOffice");
			const own = await sql<{ id: string }>`select app.own_trajectories() as id`.execute(tx);
			const work = (await workOf(tx, candidate)).filter((one) => all || own.rows.some(({ id }) => id === one.trajectory));
			found(work[0]);
			return {
				...sealed("candidate", candidate, candidate, { name: person.name }),
				work,
				numbers: rows.map(({ staff, name, ...row }) => ({ ...row, ...sealed("staff_member", staff, staff, { name }) })),
			};
		},
	);
}

/** For which of one's own trajectories a number is held, and since when (AVG 15): shut, as everywhere. Usable inside a candidate's read. */
export const heldOf = (tx: Tx, me: string) =>
	tx
		.selectFrom("app.bsn")
		.select(["trajectory_id", "recorded_at"])
		.where("subject_id", "=", me)
		.orderBy("recorded_at", "desc")
		.execute();

/** The keyed token of what was typed in a search, where it is a whole number and its seeker may see one. It is in no log and no address. */
export async function bsnToken(by: Acting, typed: string): Promise<Buffer | undefined> {
	const number = bsnOf(typed);
	if (!number || !may(by.actor.roles, "bsn.read").allowed) return undefined;
	const [token] = await by.keys.tokens([{ kind: "bsn", value: number }]);
	return token;
}

/** Whose number this is, of those one may see: by the whole number, never by a beginning (R2.1). */
export async function holdersOf(tx: Tx, token: Buffer | undefined): Promise<string[]> {
	if (!token) return [];
	const { rows } = await sql<{ id: string }>`select app.find_bsn(${token}) as id`.execute(tx);
	return [...new Set(rows.map((row) => row.id))];
}
