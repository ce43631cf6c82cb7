import { type Acting, anyOf, type Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { enforceCleared } from "./cleared.server.ts";
import "./tables.ts";

/** The names of these members of staff, for one screen: many authors are named in the one entry of the read around it. */
export async function staffNames(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.staff_member")
		.select(["id", "name"])
		.where("id", "=", anyOf([...new Set(ids)]))
		.execute();
	return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

/** Who is called what, from the opened rows of `staffNames`. */
export const nameIndex = (rows: readonly { id: string; name: string }[]): Record<string, string> =>
	Object.fromEntries(rows.map((row) => [row.id, fullName(row.name)]));

/** Who works on this trajectory now (ids). */
export async function membersOf(tx: Tx, trajectory: string, now: Date): Promise<string[]> {
	const rows = await tx
		.selectFrom("app.membership")
		.select("staff_id")
		.where("trajectory_id", "=", trajectory)
		.where("from_at", "<=", now)
		.where((where) => where.or([where("until_at", "is", null), where("until_at", ">", now)]))
		.execute();
	return rows.map((row) => row.staff_id);
}

/** One note opened: its draft when somebody is writing, all its versions, newest first, and the names that go with them. */
export async function noteOf(by: Acting, candidate: string, note: string) {
	const read = await by.read(
		candidate,
		"guidance",
		{ action: "view", object: ["note", note], clause: "R5.1" },
		async (tx, sealed) => {
			const [, row, person, draft, versions] = await Promise.all([
				enforceCleared(tx),
				tx.selectFrom("app.note").selectAll().where("id", "=", note).where("subject_id", "=", candidate).executeTakeFirst(),
				tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst(),
				tx.selectFrom("app.note_draft").selectAll().where("note_id", "=", note).executeTakeFirst(),
				tx.selectFrom("app.note_version").selectAll().where("note_id", "=", note).orderBy("n", "desc").execute(),
			]);
			const members = await membersOf(tx, found(row).trajectory_id, by.now());
			const authors = versions.flatMap((version) => [version.written_by, version.saved_by]);
			return {
				note: found(row),
				candidate: sealed("candidate", candidate, candidate, { name: found(person).name }),
				draft: draft && { ...draft, ...wordsOf(sealed, draft.version_id, candidate, draft) },
				versions: versions.map((version) => ({ ...version, ...wordsOf(sealed, version.id, candidate, version) })),
				members,
				names: await staffNames(tx, sealed, [
					...members,
					...authors,
					found(row).created_by,
					...(draft ? [draft.updated_by] : []),
				]),
			};
		},
	);
	return { ...read, candidate: fullName(read.candidate.name), names: nameIndex(read.names) };
}

export type OpenedNote = Awaited<ReturnType<typeof noteOf>>;

/** Marks the words of a version, or of the draft that will be that version. */
export const wordsOf = (
	sealed: Marker,
	version: string,
	candidate: string,
	row: { goal: Buffer; agreed: Buffer; next: Buffer },
) => sealed("note_version", version, candidate, { goal: row.goal, agreed: row.agreed, next: row.next });
