import type { Acting, Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import "./tables.ts";

/** Who was seen within this time still has the draft open; a page asks every twenty seconds. */
const present = 60_000;

type Which = { candidate: string; report: string };

/**
 * Says that this person has the draft open, and answers who else has (ids). All of it is one row in the log: the editing session's own,
 * begun here when nothing was saved yet, and handed back for the next time and the next save.
 */
export async function presence(by: Acting, { session, ...which }: Which & { session: string }) {
	const entry = { action: "edit", object: ["report", which.report] as const, clause: "R7.1" as const };
	const look = (continues: { continues?: string }) =>
		by.act(which.candidate, "reporting", { ...entry, ...continues }, async (tx, _seal, entryId) => ({
			session: entryId,
			others: await seen(by, tx, which),
		}));
	try {
		return await look(session ? { continues: session } : {});
	} catch (error) {
		// The session is of yesterday, or of another person at this screen: begin a new one.
		if (session && (error as { code?: string }).code === "42501") return look({});
		throw error;
	}
}

async function seen(by: Acting, tx: Tx, { candidate, report }: Which): Promise<string[]> {
	const at = by.now();
	const { trajectory_id } = found(
		await tx
			.selectFrom("app.report_draft")
			.select("trajectory_id")
			.where("report_id", "=", report)
			.where("subject_id", "=", candidate)
			.executeTakeFirst(),
	);
	await tx
		.insertInto("app.report_presence")
		.values({ report_id: report, staff_id: by.actor.id, subject_id: candidate, trajectory_id, seen_at: at })
		.onConflict((conflict) => conflict.columns(["report_id", "staff_id"]).doUpdateSet({ seen_at: at }))
		.execute();
	const others = await tx
		.selectFrom("app.report_presence")
		.select("staff_id")
		.where("report_id", "=", report)
		.where("staff_id", "<>", by.actor.id)
		.where("seen_at", ">", new Date(at.getTime() - present))
		.execute();
	return others.map((other) => other.staff_id);
}
