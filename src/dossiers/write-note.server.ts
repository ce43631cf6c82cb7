import { dateOf } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { Acting, Entry, Tx } from "../platform/db.server.ts";
import { sql } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { found, Stale } from "../platform/web/page.ts";
import { enforceCleared } from "./cleared.server.ts";
import { seen } from "./presence.server.ts";
import { mayBeginNote, mayBeOfKind, mayFinish, type NoteFacts } from "./rules.ts";
import "./tables.ts";

type Which = { candidate: string; note: string };
export type NoteInput = Which & NoteFacts & { rowVersion: number; session: string };

const edit = (note: string): Entry => ({ action: "edit", object: ["note", note], clause: "R5.1" });
const empty = { goal: "", agreed: "", next: "" };

/**
 * Begins a note on a trajectory of one's own, and with it an editing session: its log entry, which every save continues. The
 * id comes from the form, so that posting twice is one note. Throws NotAllowed (R5.1) where the trajectory is closed.
 */
export async function beginNote(by: Acting, input: Which & { trajectory: string }): Promise<string> {
	const { candidate, note, trajectory } = input;
	return by.act(candidate, "guidance", edit(note), async (tx, seal, session) => {
		const [, row] = await Promise.all([
			enforceCleared(tx),
			tx
				.selectFrom("app.trajectory")
				.select("state")
				.where("id", "=", trajectory)
				.where("subject_id", "=", candidate)
				.where("id", "in", sql<string>`(select app.my_dossier())`)
				.executeTakeFirst(),
		]);
		enforce(mayBeginNote(found(row).state));
		const shared = { subject_id: candidate, trajectory_id: trajectory };
		const at = by.now();
		const facts = { kind: "conversation", source: null, onDay: dateOf(at), words: empty } as const;
		const draft = await draftOf(by, seal, candidate, facts, by.chance.uuid());
		await Promise.all([
			tx
				.insertInto("app.note")
				.values({ id: note, ...shared, created_at: at, created_by: by.actor.id })
				.onConflict((conflict) => conflict.column("id").doNothing())
				.execute(),
			tx
				.insertInto("app.note_draft")
				.values({ note_id: note, ...shared, ...draft, session })
				.onConflict((conflict) => conflict.column("note_id").doNothing())
				.execute(),
		]);
		return session;
	});
}

/**
 * Opens a note for writing and answers the new editing session. A draft goes on where it was; a finished note gets a draft that
 * corrects it, and what was finished stays.
 */
export async function openNote(by: Acting, { candidate, note }: Which): Promise<string> {
	const standing = await by.read(candidate, "guidance", { action: "view", object: ["note", note] }, async (tx, sealed) => {
		await enforceCleared(tx);
		const row = found(await noteRow(tx, candidate, note));
		const draft = await tx.selectFrom("app.note_draft").select("note_id").where("note_id", "=", note).executeTakeFirst();
		if (draft) return { versions: row.versions, last: undefined };
		const last = await tx
			.selectFrom("app.note_version")
			.selectAll()
			.where("note_id", "=", note)
			.where("how", "=", "finished")
			.orderBy("n", "desc")
			.limit(1)
			.executeTakeFirst();
		const { id, kind, source, on_day, goal, agreed, next } = found(last);
		return {
			versions: row.versions,
			last: { kind, source, onDay: on_day, words: sealed("note_version", id, candidate, { goal, agreed, next }) },
		};
	});
	return by.act(candidate, "guidance", edit(note), async (tx, seal, session) => {
		const row = found(await noteRow(tx, candidate, note));
		if (!standing.last) return session;
		if (row.versions !== standing.versions) throw new Stale();
		await tx
			.insertInto("app.note_draft")
			.values({
				note_id: note,
				subject_id: candidate,
				trajectory_id: row.trajectory_id,
				session,
				...(await draftOf(by, seal, candidate, standing.last, by.chance.uuid())),
			})
			.onConflict((conflict) => conflict.column("note_id").doNothing())
			.execute();
		return session;
	});
}

/**
 * Keeps what was typed, in place. What another editing session wrote before is first set aside as a version, so that nothing is
 * overwritten. Throws Stale when somebody saved or finished it since this was shown.
 */
export async function saveNote(by: Acting, input: NoteInput): Promise<{ rowVersion: number; others: string[] }> {
	return continued(by, input, async (tx, seal, session) => {
		const { values } = await taken(by, tx, seal, input, session);
		const kept = tx
			.updateTable("app.note_draft")
			.set({ ...values, session, row_version: input.rowVersion + 1 })
			.where("note_id", "=", input.note)
			.execute();
		const [others] = await Promise.all([seen(by, tx, input), kept]);
		return { rowVersion: input.rowVersion + 1, others };
	});
}

/** Keeps what was typed as a version for good, and ends the draft. Throws NotAllowed (R5.1, R9.2) when it is not complete, Stale as saving does. */
export async function finishNote(by: Acting, input: NoteInput): Promise<void> {
	await continued(by, input, async (tx, seal, session) => {
		enforce(mayFinish(input, dateOf(by.now())));
		const { draft, values } = await taken(by, tx, seal, input, session);
		await Promise.all([keep(by, tx, { ...draft, ...values }, "finished"), end(tx, input.note)]);
	});
}

/** Throws a draft away. What was finished or set aside before stays; a note of which nothing was ever kept goes with it. */
export async function discardDraft(by: Acting, { candidate, note, rowVersion }: Which & { rowVersion: number }): Promise<void> {
	await by.act(candidate, "guidance", { action: "delete", object: ["note", note], clause: "R5.1" }, async (tx) => {
		const draft = found(await draftRow(tx, candidate, note));
		if (draft.row_version !== rowVersion) throw new Stale();
		await end(tx, note);
		await tx.deleteFrom("app.note").where("id", "=", note).where("versions", "=", 0).execute();
	});
}

type Draft = NonNullable<Awaited<ReturnType<typeof draftRow>>>;

/** The draft under a lock, when it is the one that was shown, and what was typed, sealed for the version that it will be. */
async function taken(by: Acting, tx: Tx, seal: Sealer, input: NoteInput, session: string) {
	enforce(mayBeOfKind(input.kind));
	const draft = await draftRow(tx, input.candidate, input.note);
	if (!draft) found(await noteRow(tx, input.candidate, input.note));
	if (draft?.row_version !== input.rowVersion) throw new Stale();
	// Row version 1 was never saved by anybody: it is empty, or a copy of what was finished.
	const another = draft.session !== session && draft.row_version > 1;
	if (another) await keep(by, tx, draft, "setAside");
	return { draft, values: await draftOf(by, seal, input.candidate, input, another ? by.chance.uuid() : draft.version_id) };
}

async function keep(by: Acting, tx: Tx, draft: Draft, how: "finished" | "setAside"): Promise<void> {
	const { versions } = await tx
		.updateTable("app.note")
		.set({ versions: sql<number>`versions + 1` })
		.where("id", "=", draft.note_id)
		.returning("versions")
		.executeTakeFirstOrThrow();
	const { version_id, note_id, subject_id, trajectory_id, kind, source, on_day, goal, agreed, next, updated_at, updated_by } =
		draft;
	await tx
		.insertInto("app.note_version")
		.values({
			id: version_id,
			note_id,
			subject_id,
			trajectory_id,
			n: versions,
			how,
			kind,
			source,
			on_day,
			goal,
			agreed,
			next,
			written_at: updated_at,
			written_by: updated_by,
			saved_at: by.now(),
			saved_by: by.actor.id,
		})
		.execute();
}

async function end(tx: Tx, note: string): Promise<void> {
	await Promise.all([
		tx.deleteFrom("app.note_draft").where("note_id", "=", note).execute(),
		tx.deleteFrom("app.note_presence").where("note_id", "=", note).execute(),
	]);
}

async function draftOf(by: Acting, seal: Sealer, candidate: string, { kind, source, onDay, words }: NoteFacts, version: string) {
	const sealed = await seal("note_version", version, candidate, { ...words });
	const { goal, agreed, next } = sealed as unknown as Record<keyof typeof empty, Buffer>;
	return { version_id: version, kind, source, on_day: onDay, goal, agreed, next, updated_at: by.now(), updated_by: by.actor.id };
}

const draftRow = (tx: Tx, candidate: string, note: string) =>
	tx
		.selectFrom("app.note_draft")
		.selectAll()
		.where("note_id", "=", note)
		.where("subject_id", "=", candidate)
		.forUpdate()
		.executeTakeFirst();

const noteRow = (tx: Tx, candidate: string, note: string) =>
	tx.selectFrom("app.note").selectAll().where("id", "=", note).where("subject_id", "=", candidate).executeTakeFirst();

// An editing session is one row in the log. When its entry no longer counts (half a day old, or somebody else signed in over
// the page) what was typed is still kept, under an entry of its own.
async function continued<T>(
	by: Acting,
	input: NoteInput,
	work: (tx: Tx, seal: Sealer, session: string) => Promise<T>,
): Promise<T> {
	const entry = edit(input.note);
	try {
		return await by.act(input.candidate, "guidance", { ...entry, continues: input.session }, work);
	} catch (error) {
		if ((error as { code?: string }).code !== "42501") throw error;
		return by.act(input.candidate, "guidance", entry, work);
	}
}
