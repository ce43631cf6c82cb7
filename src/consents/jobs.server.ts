import { today } from "../law/deadlines.ts";
import { type Actor, system } from "../platform/actor.ts";
import { type Door, type RawBuilder, sql } from "../platform/db.server.ts";
import type { Task } from "../platform/jobs.server.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import { consentRow, happened } from "./event.server.ts";
import { stopOn } from "./withdraw.server.ts";

const worker: Actor = { kind: "worker", id: system, roles: [] };

/**
 * What ended consents and questions is written down (R8.1): each night those that passed their day, and as soon as a contact person is another
 * those to who they were. The rules look for themselves and wait for nobody.
 */
export function consentTasks(door: Door): readonly Task[] {
	return [
		{ name: "expireConsents", every: "15 2 * * *", run: () => expireConsents(door).then(() => undefined) },
		{ name: "lapseConsents", every: "20 2 * * *", run: () => lapseConsents(door).then(() => undefined) },
	];
}

interface Which {
	subject_id: string;
	consent_id: string;
}

/** Writes the event of each that passed its day; one that fails keeps no other waiting. Answers how many. */
export function expireConsents(door: Door): Promise<number> {
	const by = door.as(worker);
	return each(door, sql<Which>`select * from app.consents_past(${today(by)}::date)`, ({ subject_id: candidate, consent_id }) =>
		by.act(candidate, "reporting", { action: "expireConsent", ...about(consent_id) }, async (tx) =>
			happened(by, tx, await consentRow(tx, candidate, consent_id), { id: by.chance.uuid(), kind: "expired" }),
		),
	);
}

/** Writes of each consent to somebody who is another by now that it lapsed, and stops what waits on it. Answers how many. */
export function lapseConsents(door: Door): Promise<number> {
	const by = door.as(worker);
	return each(door, sql<Which>`select * from app.consents_of_another()`, ({ subject_id: candidate, consent_id }) =>
		by.act(candidate, "reporting", { action: "replaceRecipient", ...about(consent_id) }, async (tx) => {
			const row = await consentRow(tx, candidate, consent_id);
			await happened(by, tx, row, { id: by.chance.uuid(), kind: "replaced" });
			await stopOn(by, tx, consent_id, row.data_classes, "R8.1");
		}),
	);
}

const about = (consent: string) => ({ object: ["consent", consent] as const, clause: "R8.1" });

async function each(door: Door, which: RawBuilder<Which>, work: (row: Which) => Promise<unknown>): Promise<number> {
	const rows = await door.ask("worker", which);
	await oneByOne(rows, "consents were not written down", work);
	return rows.length;
}
