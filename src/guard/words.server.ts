import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { Stale } from "../platform/web/page.ts";
import type { OwnWord } from "./lexicon/base.ts";
import "./tables.ts";

/** Adds a word of the agency's own: to be found, or to be left alone (R8.1). From then on every text is read with it. */
export async function addWord(by: Acting, input: OwnWord & { id: string }): Promise<void> {
	const entry = { action: "addGuardWord", object: ["guardWord", input.id] as const, clause: "R8.1" as const };
	await by.act(by.actor.id, "security", entry, async (tx) => {
		enforce(may(by.actor.roles, "lexicon.write"));
		await tx
			.insertInto("app.guard_word")
			.values({ id: input.id, subject_id: by.actor.id, word: input.word, class: input.class, added_at: by.now() })
			.onConflict((same) => same.doNothing())
			.execute();
	});
}

/** Takes a word of the agency's own out of use; it stays on the list of what was. */
export async function endWord(by: Acting, input: { word: string; rowVersion: number }): Promise<void> {
	const entry = { action: "endGuardWord", object: ["guardWord", input.word] as const, clause: "R8.1" as const };
	await by.act(by.actor.id, "security", entry, async (tx) => {
		enforce(may(by.actor.roles, "lexicon.write"));
		const { numUpdatedRows } = await tx
			.updateTable("app.guard_word")
			.set({ ended_at: by.now(), ended_by: by.actor.id, row_version: input.rowVersion + 1 })
			.where("id", "=", input.word)
			.where("row_version", "=", input.rowVersion)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) throw new Stale();
	});
}
