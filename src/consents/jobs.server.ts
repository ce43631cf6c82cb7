import { today } from "../law/deadlines.ts";
import { type Actor, system } from "../platform/actor.ts";
import { type Door, sql } from "../platform/db.server.ts";
import type { Task } from "../platform/jobs.server.ts";
import { consentRow, happened } from "./event.server.ts";

const worker: Actor = { kind: "worker", id: system, roles: [] };

/** Every night it is written down which consents and questions passed their day (R8.1). The rules look at the date and wait for nobody. */
export function consentTasks(door: Door): readonly Task[] {
	return [{ name: "expireConsents", every: "15 2 * * *", run: () => expireConsents(door).then(() => undefined) }];
}

/** Writes the event of each; one that fails keeps no other waiting. Answers how many. */
export async function expireConsents(door: Door): Promise<number> {
	const by = door.as(worker);
	const rows = await door.ask(
		"worker",
		sql<{ subject_id: string; consent_id: string }>`select * from app.consents_past(${today(by)}::date)`,
	);
	const failures: unknown[] = [];
	for (const { subject_id: candidate, consent_id: consent } of rows) {
		const entry = { action: "expireConsent", object: ["consent", consent] as const, clause: "R8.1" };
		await by
			.act(candidate, "reporting", entry, async (tx) =>
				happened(by, tx, await consentRow(tx, candidate, consent), { id: by.chance.uuid(), kind: "expired" }),
			)
			.catch((error: unknown) => failures.push(error));
	}
	if (failures.length > 0)
		throw new AggregateError(failures, `${failures.length} of ${rows.length} consents were not written down`);
	return rows.length;
}
