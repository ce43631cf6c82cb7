import { bsnToken, holdersOf } from "../bsn/queries.server.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { type Acting, anyOf, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { begins, exact, wantedValues } from "./folding.ts";
import { ownOnly } from "./queries.server.ts";
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
		const kind = wanted[0]?.kind ?? "name";
		const [own, people, holders, commissioners] = await Promise.all([
			candidatesWith(tx, by, kind, tokens),
			withAll(tx, "contact", kind, tokens).execute(),
			holdersOf(tx, number),
			commissionersOf(tx, wantedValues(typed)),
		]);
		const [candidates, contacts] = await Promise.all([
			candidatesOf(tx, sealed, by, [...new Set([...own.map((one) => one.person_id), ...holders])]),
			contactsOf(
				tx,
				sealed,
				people.map((one) => one.person_id),
			),
		]);
		return { candidates, contacts, commissioners };
	});
}

/** Who holds all of these tokens. */
const withAll = (tx: Tx, who: "candidate" | "contact", kind: Wanted["kind"], tokens: readonly Buffer[]) =>
	tx
		.selectFrom("app.person_token")
		.select("person_id")
		.where("kind", "=", kind)
		.where("token", "=", sql<Buffer>`any(${[...tokens]}::bytea[])`)
		.where("person_kind", "=", who)
		.groupBy("person_id")
		.having(sql<number>`count(distinct token)`, "=", tokens.length)
		.limit(most);

// Thousands may begin alike; of those a coach finds their own, so for a coach their own are where to look.
const candidatesWith = (tx: Tx, by: Acting, kind: Wanted["kind"], tokens: readonly Buffer[]) =>
	withAll(tx, "candidate", kind, tokens)
		.$if(ownOnly(by), (query) => query.where("person_id", "=", sql<string>`any(array(select app.my_candidates()))`))
		.execute();

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

// Letters are folded here and not in the database: only a name of plain letters alone is left out there, when it does not have this word.
const mayBegin = (word: string) => sql<boolean>`(octet_length(name) <> char_length(name) or strpos(searched, ${word}) > 0)`;

async function commissionersOf(tx: Tx, words: readonly string[]) {
	const near = await words
		.reduce((query, word) => query.where(mayBegin(word)), tx.selectFrom("app.commissioner").select(["id", "kind", "name"]))
		.where("name", "is not", null)
		.orderBy("name")
		.execute();
	return near.filter((one) => begins(one.name ?? "", words)).slice(0, most);
}
export type Found = Awaited<ReturnType<typeof search>>;
