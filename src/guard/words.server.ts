import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Entry, Tx } from "../platform/db.server.ts";
import { FieldErrors, found, Stale } from "../platform/web/page.ts";
import type { OwnWord } from "./lexicon/base.ts";
import { mayLoosen, wordState } from "./rules.ts";
import "./tables.ts";

/**
 * Adds a word of the agency's own (R8.1). One to be found counts at once; one to be left alone is a proposal until a second person agrees.
 * A word that is there already is said so at its field: throws FieldErrors.
 */
export async function addWord(by: Acting, input: OwnWord & { id: string }): Promise<void> {
	await by.act(by.actor.id, "security", entryOf("addGuardWord", input.id), async (tx) => {
		enforce(may(by.actor.roles, "lexicon.write"));
		const same = await tx
			.selectFrom("app.guard_word")
			.select(["id", "class"])
			.where((where) => where.or([where("id", "=", input.id), where("word", "=", input.word)]))
			.where((where) => where.or([where("id", "=", input.id), where("ended_at", "is", null)]))
			.execute();
		if (same.some(({ id }) => id === input.id)) return; // the same form sent twice
		if (same.length > 0)
			throw new FieldErrors({
				word: {
					nl: `“${input.word}” staat al op de lijst. Haal het daar eerst weg als het iets anders moet doen.`,
					en: `“${input.word}” is on the list already. Remove it there first if it has to do something else.`,
				},
			});
		await tx
			.insertInto("app.guard_word")
			.values({ id: input.id, subject_id: by.actor.id, word: input.word, class: input.class, added_at: by.now() })
			.execute();
	});
}

interface OfWord {
	readonly word: string;
	readonly rowVersion: number;
}

/**
 * Takes a word of the agency's own out of use. One that is left alone goes at once; one that is found counts until a second person agrees
 * (R8.1). It stays on the list of what was.
 */
export async function endWord(by: Acting, input: OfWord): Promise<void> {
	await by.act(by.actor.id, "security", entryOf("endGuardWord", input.word), async (tx) => {
		enforce(may(by.actor.roles, "lexicon.write"));
		const row = await rowOf(tx, input.word);
		if (row.leaving || row.ended) throw new Stale();
		const change =
			row.class === "leftAlone"
				? { ended_at: by.now(), ended_by: by.actor.id }
				: { leaving_at: by.now(), leaving_by: by.actor.id };
		await write(tx, input, change);
	});
}

/** The second person agrees: the word is left alone from now on, or is not looked for any more (R8.1). Throws NotAllowed for who proposed it. */
export const confirmWord = (by: Acting, input: OfWord) => decide(by, "confirmGuardWord", input);
/** Or does not: what was proposed falls away, what was to go stays. */
export const refuseWord = (by: Acting, input: OfWord) => decide(by, "refuseGuardWord", input);

async function decide(by: Acting, action: "confirmGuardWord" | "refuseGuardWord", input: OfWord): Promise<void> {
	await by.act(by.actor.id, "security", entryOf(action, input.word), async (tx) => {
		enforce(may(by.actor.roles, "lexicon.confirm"));
		const row = await rowOf(tx, input.word);
		const state = wordState(row);
		const proposer = state === "leaving" ? row.leavingBy : row.addedBy;
		enforce(mayLoosen({ roles: by.actor.roles, own: proposer === by.actor.id, state }));
		const now = by.now();
		const ended = { ended_at: now, ended_by: by.actor.id };
		if (state === "leaving")
			await write(tx, input, action === "confirmGuardWord" ? ended : { leaving_at: null, leaving_by: null });
		else await write(tx, input, action === "confirmGuardWord" ? { confirmed_at: now, confirmed_by: by.actor.id } : ended);
	});
}

const entryOf = (action: string, id: string): Entry => ({ action, object: ["guardWord", id], clause: "R8.1" });

async function rowOf(tx: Tx, id: string) {
	const row = found(await tx.selectFrom("app.guard_word").selectAll().where("id", "=", id).executeTakeFirst());
	return {
		...{ class: row.class, addedBy: row.subject_id, leavingBy: row.leaving_by },
		...{ confirmed: row.confirmed_at !== null, leaving: row.leaving_at !== null, ended: row.ended_at !== null },
	};
}

type Change = Partial<
	Record<"ended_at" | "confirmed_at" | "leaving_at", Date | null> &
		Record<"ended_by" | "confirmed_by" | "leaving_by", string | null>
>;
async function write(tx: Tx, { word, rowVersion }: OfWord, change: Change): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("app.guard_word")
		.set({ ...change, row_version: rowVersion + 1 })
		.where("id", "=", word)
		.where("row_version", "=", rowVersion)
		.where("ended_at", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Stale();
}
