import { notify } from "../disclosures/notify.server.ts";
import { today } from "../law/deadlines.ts";
import { system } from "../platform/actor.ts";
import { type Acting, type Door, sql } from "../platform/db.server.ts";
import type { Task } from "../platform/jobs.server.ts";
import { oneByOne } from "../platform/one-by-one.ts";
import "./tables.ts";

/** On its day what was withheld is withheld no longer: the register shows it by itself, and a message says that there is something to read (R4.1). One that fails keeps no other waiting. */
export async function tellWithheld(door: Door, publicUrl: string): Promise<number> {
	const by = door.as({ kind: "worker", id: system, roles: [] });
	const due = await door.ask(
		"worker",
		sql<{ id: string; subject_id: string }>`select * from app.demands_to_tell(${today(by)}::date)`,
	);
	await oneByOne(due, "demands were not told of", (row) => tell(by, row, `${publicUrl}/mijn/verstrekkingen`));
	return due.length;
}

/** One message, and only who has an address counts as told. */
async function tell(by: Acting, { id, subject_id: candidate }: { id: string; subject_id: string }, link: string): Promise<void> {
	const entry = { action: "prepare", object: ["demand", id] as const, clause: "R4.1" };
	const address = await by.read(candidate, "information", entry, async (tx, sealed) => {
		const { rows } = await sql<{
			id: string;
			value: Buffer;
			language: "nl" | "en";
		}>`select * from app.reminder_address()`.execute(tx);
		const [row] = rows;
		return row && { lang: row.language, ...sealed("candidate_field", row.id, candidate, { value: row.value }) };
	});
	if (!address) return;
	await by.act(candidate, "information", { ...entry, action: "notify" }, async (tx, seal) => {
		const { numUpdatedRows } = await tx
			.updateTable("app.demand")
			.set((e) => ({ told_at: by.now(), row_version: e("row_version", "+", 1) }))
			.where("id", "=", id)
			.where("told_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows === 1n)
			await notify(by, tx, seal, {
				...{ to: candidate, email: address.value, lang: address.lang },
				...{ kind: "messageToRead", link },
			});
	});
}

export const demandTasks = (door: Door, publicUrl: string): readonly Task[] => [
	{
		name: "tellWithheld",
		every: "10 5 * * *",
		run: async () => {
			await tellWithheld(door, publicUrl);
		},
	},
];
