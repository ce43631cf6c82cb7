import { bsnToken, holdersOf } from "../bsn/queries.server.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { type Acting, anyOf, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { begins, exact, wantedValues } from "./folding.ts";
import { digits } from "./tokens.server.ts";

const most = 50;

type Wanted = { kind: "name" | "email" | "number"; value: string };
/** What was typed, as what is looked up: an address whole, a number whole, and otherwise each word as a beginning. */
function wantedFor(typed: string): Wanted[] {
	if (typed.includes("@")) return [{ kind: "email", value: exact(typed) }];
	if (/^[+0-9 ()./-]{8,}$/.test(typed.trim())) return [{ kind: "number", value: digits(typed) }];
	return wantedValues(typed).map((value) => ({ kind: "name", value }));
}

/**
 * Candidates, contact persons and commissioners in whom every word begins something. Nothing plain is searched in people's
 * data; the log names everybody who is shown, and what was typed stands nowhere.
 */
export async function search(by: Acting, typed: string) {
	const wanted = wantedFor(typed);
	const tokens = await by.keys.tokens(wanted);
	const number = await bsnToken(by, typed);
	return by.list("registration", { action: "search", clause: "R3.a" }, async (tx, sealed) => {
		await enforceCleared(tx);
		if (tokens.length === 0) return { candidates: [], contacts: [], commissioners: [] };
		const [people, holders, commissioners] = await Promise.all([
			peopleWith(tx, wanted[0]?.kind ?? "name", tokens),
			holdersOf(tx, number),
			commissionersOf(tx, wantedValues(typed)),
		]);
		const of = (kind: string) => people.filter((one) => one.person_kind === kind).map((one) => one.person_id);
		const [candidates, contacts] = await Promise.all([
			candidatesOf(tx, sealed, by, [...new Set([...of("candidate"), ...holders])]),
			contactsOf(tx, sealed, of("contact")),
		]);
		return { candidates, contacts, commissioners };
	});
}

async function peopleWith(tx: Tx, kind: Wanted["kind"], tokens: readonly Buffer[]) {
	return tx
		.selectFrom("app.person_token")
		.select(["person_id", "person_kind"])
		.where("kind", "=", kind)
		.where("token", "=", sql<Buffer>`any(${[...tokens]}::bytea[])`)
		.where("person_kind", "<>", "staff")
		.groupBy(["person_id", "person_kind"])
		.having(sql<number>`count(distinct token)`, "=", tokens.length)
		.limit(2 * most)
		.execute();
}

async function candidatesOf(tx: Tx, sealed: Marker, by: Acting, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.candidate as c")
		.innerJoin("app.trajectory as t", "t.subject_id", "c.id")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
		.select(["c.id", "c.name", "t.id as trajectory", "t.state", "a.type", "o.name as commissioner"])
		.select((row) =>
			row
				.exists(
					row
						.selectFrom("app.membership as m")
						.select("m.id")
						.whereRef("m.trajectory_id", "=", "t.id")
						.where("m.staff_id", "=", by.actor.id)
						.where((term) => term.or([term("m.until_at", "is", null), term("m.until_at", ">", by.now())])),
				)
				.as("mine"),
		)
		.where("c.id", "=", anyOf(ids.slice(0, most)))
		.orderBy("t.registered_at", "desc")
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("candidate", row.id, row.id, { name: row.name }) }));
}

async function contactsOf(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.contact_person as p")
		.innerJoin("app.commissioner as o", "o.id", "p.commissioner_id")
		.select(["p.id", "p.name", "p.left_at", "o.id as commissioner_id", "o.name as commissioner"])
		.where("p.id", "=", anyOf(ids.slice(0, most)))
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("contact_person", row.id, row.id, { name: row.name }) }));
}

async function commissionersOf(tx: Tx, words: readonly string[]) {
	const all = await tx
		.selectFrom("app.commissioner")
		.select(["id", "kind", "name"])
		.where("name", "is not", null)
		.orderBy("name")
		.execute();
	return all.filter((one) => begins(one.name ?? "", words)).slice(0, most);
}
export type Found = Awaited<ReturnType<typeof search>>;
