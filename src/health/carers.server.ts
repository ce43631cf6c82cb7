import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found, Stale } from "../platform/web/page.ts";
import { openArea, type Place } from "./compartment.server.ts";
import type { CarerKind } from "./words.ts";

/** A doctor or carer as a letter needs them. That somebody has one, and of which kind, is health data: sealed, in the compartment. */
export interface Carer {
	readonly kind: CarerKind;
	readonly name: string;
	readonly organisation: string;
	readonly street: string;
	readonly postcode: string;
	readonly city: string;
}

/** Who a letter goes to: both lines of the address are there. */
export const hasAddress = ({ street, postcode, city }: Carer): boolean =>
	[street, postcode, city].every((part) => part.trim() !== "");

/** Records a doctor or carer of the candidate (R8.2). The same form sent twice is one. */
export async function recordCarer(by: Acting, input: Place & { id: string; carer: Carer }): Promise<void> {
	const entry = { action: "create", object: ["carer", input.id] as const, clause: "R8.2" };
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		enforce(may(by.actor.roles, "health.ask"));
		const work = await openArea(tx, by, "illness", input);
		const sealed = await seal("carer", input.id, input.candidate, { content: JSON.stringify(input.carer) });
		await tx
			.insertInto("app.carer")
			.values({
				...{ id: input.id, subject_id: input.candidate, trajectory_id: work.trajectory, content: sealed.content },
				...{ recorded_at: by.now(), recorded_by: by.actor.id },
			})
			.onConflict((conflict) => conflict.column("id").doNothing())
			.execute();
	});
}

/** Says that somebody is no longer the candidate's doctor or carer. What was asked of them stays as it was. Throws Stale. */
export async function endCarer(by: Acting, input: Place & { id: string; rowVersion: number }): Promise<void> {
	const entry = { action: "end", object: ["carer", input.id] as const, clause: "R8.2" };
	await by.act(input.candidate, input.purpose, entry, async (tx) => {
		enforce(may(by.actor.roles, "health.ask"));
		await openArea(tx, by, "illness", input);
		const { numUpdatedRows } = await tx
			.updateTable("app.carer")
			.set({ ended_at: by.now(), ended_by: by.actor.id, row_version: input.rowVersion + 1 })
			.where("id", "=", input.id)
			.where("row_version", "=", input.rowVersion)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
	});
}

/** The doctors and carers of a candidate that the database lets one see, still sealed. */
export async function carersIn(tx: Tx, sealed: Marker, candidate: string) {
	const rows = await tx
		.selectFrom("app.carer")
		.select(["id", "content", "ended_at", "row_version"])
		.where("subject_id", "=", candidate)
		.orderBy("recorded_at")
		.execute();
	return rows.map(({ content, ...row }) => ({ ...row, ...sealed("carer", row.id, candidate, { content }) }));
}

/** One of them, within a transaction that has the compartment open. */
export async function carerIn(tx: Tx, sealed: Marker, candidate: string, id: string) {
	const row = found(
		await tx
			.selectFrom("app.carer")
			.select(["id", "content", "ended_at"])
			.where("id", "=", id)
			.where("subject_id", "=", candidate)
			.executeTakeFirst(),
	);
	return { id: row.id, ended: row.ended_at !== null, ...sealed("carer", row.id, candidate, { content: row.content }) };
}

export const carerOf = (content: string): Carer => JSON.parse(content) as Carer;
