import { notify } from "../disclosures/notify.server.ts";
import { today } from "../law/deadlines.ts";
import { system } from "../platform/actor.ts";
import { type Door, sql } from "../platform/db.server.ts";
import type { Task } from "../platform/jobs.server.ts";
import "./tables.ts";

/** On its day what was withheld is withheld no longer: the register shows it by itself, and a message says that there is something to read (R4.1). */
export async function tellWithheld(door: Door, publicUrl: string): Promise<number> {
	const by = door.as({ kind: "worker", id: system, roles: [] });
	const due = await door.ask(
		"worker",
		sql<{ id: string; subject_id: string }>`select * from app.demands_to_tell(${today(by)}::date)`,
	);
	for (const { id, subject_id: candidate } of due) {
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
		await by.act(candidate, "information", { ...entry, action: "notify" }, async (tx, seal) => {
			const { numUpdatedRows } = await tx
				.updateTable("app.demand")
				.set((e) => ({ told_at: by.now(), row_version: e("row_version", "+", 1) }))
				.where("id", "=", id)
				.where("told_at", "is", null)
				.executeTakeFirst();
			if (numUpdatedRows === 1n && address)
				await notify(by, tx, seal, {
					to: candidate,
					email: address.value,
					lang: address.lang,
					kind: "messageToRead",
					link: `${publicUrl}/mijn/verstrekkingen`,
				});
		});
	}
	return due.length;
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
