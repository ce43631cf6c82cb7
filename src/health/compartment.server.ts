import { type Work, workOf } from "../bsn/queries.server.ts";
import { consentFor } from "../consents/facts.server.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { type Decision, enforce, every } from "../law/decision.ts";
import { type HealthArea, type HealthPurpose, healthAreas, healthPurposes, mayHoldHealth } from "../law/health-grounds.ts";
import { type Ability, may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import "./tables.ts";

/** Which part of whose compartment, and what for. Without a trajectory the newest of one's own. */
export interface Place {
	readonly candidate: string;
	readonly trajectory?: string | undefined;
	readonly purpose: HealthPurpose;
}

export const readers = { capacity: "capacity.read", illness: "health.read" } as const satisfies Record<HealthArea, Ability>;
export const writers = { capacity: "capacity.write", illness: "health.write" } as const satisfies Record<HealthArea, Ability>;

/** One's own trajectories with this candidate; an emergency does not count. Throws NotFound when there is none. */
async function ownWork(tx: Tx, candidate: string, wanted: string | undefined): Promise<Work[]> {
	const own = await sql<{ id: string }>`select app.own_trajectories() as id`.execute(tx);
	const work = (await workOf(tx, candidate)).filter(({ trajectory }) => own.rows.some(({ id }) => id === trajectory));
	const first = found(wanted ? work.find((one) => one.trajectory === wanted) : work[0]);
	return [first, ...work.filter((one) => one !== first)];
}

async function mayOpen(
	tx: Tx,
	by: Acting,
	work: Work,
	subject: string,
	area: HealthArea,
	purpose: HealthPurpose,
): Promise<Decision> {
	const asked = { subject, purpose, recipient: { kind: "self" }, dataClass: area, at: by.now() } as const;
	const consent = (await consentFor(tx, asked)) !== undefined;
	return every(
		may(by.actor.roles, readers[area]),
		mayHoldHealth({ type: work.type, commissioner: work.commissioner, purpose, consent }),
	);
}

/**
 * Opens an area of the compartment for this transaction, and only this one (R8.3): with the ability, the statement signed, one's own
 * trajectory, and a ground for this purpose. Throws NotAllowed with what is missing, NotFound.
 */
export async function openArea(tx: Tx, by: Acting, area: HealthArea, { candidate, trajectory, purpose }: Place): Promise<Work> {
	enforce(may(by.actor.roles, readers[area]));
	await enforceCleared(tx);
	const [work] = (await ownWork(tx, candidate, trajectory)) as [Work, ...Work[]];
	enforce(await mayOpen(tx, by, work, candidate, area, purpose));
	await sql`select set_config('app.compartment', ${area}, true)`.execute(tx);
	return work;
}

/** What stands before the compartment: whose, which trajectories, and what opens for which purpose. Nothing of it is opened. */
export function gateOf(by: Acting, candidate: string, trajectory: string | undefined) {
	const entry = { action: "view", object: ["candidate", candidate], clause: "R8.3" } as const;
	return by.read(candidate, "guidance", entry, async (tx, sealed) => {
		enforce(may(by.actor.roles, "capacity.read"));
		await enforceCleared(tx);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const work = await ownWork(tx, candidate, trajectory);
		const doors: { area: HealthArea; purpose: HealthPurpose; decision: Decision }[] = [];
		for (const area of healthAreas)
			for (const purpose of healthPurposes)
				doors.push({ area, purpose, decision: await mayOpen(tx, by, work[0] as Work, candidate, area, purpose) });
		return { ...sealed("candidate", candidate, candidate, { name: person.name }), work, doors };
	});
}
export type Gate = Awaited<ReturnType<typeof gateOf>>;

/** The candidate's name, as it stands above a screen of the compartment. */
export async function nameOf(tx: Tx, sealed: Marker, candidate: string) {
	const row = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
	return sealed("candidate", candidate, candidate, { name: row.name });
}
