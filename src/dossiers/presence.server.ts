import type { Acting, Tx } from "../platform/db.server.ts";
import "./tables.ts";

type Which = { candidate: string; note: string };
/** Who was seen within this time still has the note open; a page asks every twenty seconds. */
const present = 60_000;

/** Writes that this person has the note open, and answers who else has (ids). Inside an act on that candidate. */
export async function seen(by: Acting, tx: Tx, { candidate, note }: Which): Promise<string[]> {
	const at = by.now();
	const row = await tx
		.selectFrom("app.note_draft")
		.select("trajectory_id")
		.where("note_id", "=", note)
		.where("subject_id", "=", candidate)
		.executeTakeFirst();
	if (!row) return [];
	await tx
		.insertInto("app.note_presence")
		.values({ note_id: note, staff_id: by.actor.id, subject_id: candidate, trajectory_id: row.trajectory_id, seen_at: at })
		.onConflict((conflict) => conflict.columns(["note_id", "staff_id"]).doUpdateSet({ seen_at: at }))
		.execute();
	const others = await tx
		.selectFrom("app.note_presence")
		.select("staff_id")
		.where("note_id", "=", note)
		.where("staff_id", "<>", by.actor.id)
		.where("seen_at", ">", new Date(at.getTime() - present))
		.execute();
	return others.map((other) => other.staff_id);
}

/** The same for a page that only asks now and then: within the editing session's own log entry, or else nobody is told of anybody. */
export async function presence(by: Acting, { session, ...which }: Which & { session: string }): Promise<string[]> {
	try {
		return await by.act(which.candidate, "guidance", { action: "edit", object: ["note", which.note], continues: session }, (tx) =>
			seen(by, tx, which),
		);
	} catch (error) {
		if ((error as { code?: string }).code === "42501") return [];
		throw error;
	}
}
