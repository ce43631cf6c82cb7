import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { PersonName } from "../platform/name.ts";
import { exact, wholeName } from "./folding.ts";

/** Tokens to look for the same person by: the whole name and the address. */
export interface Likeness {
	readonly name: Buffer;
	readonly email: Buffer | undefined;
}

/** What to look for when this person may be registered already. */
export async function likenessOf(by: Acting, name: PersonName, email: string | undefined): Promise<Likeness> {
	const values = [
		{ kind: "name" as const, value: wholeName(name) },
		...(email ? [{ kind: "email" as const, value: exact(email) }] : []),
	];
	const [nameToken, emailToken] = await by.keys.tokens(values);
	return { name: nameToken as Buffer, email: emailToken };
}

/** Who of the candidates one may see looks the same, and whether anybody at all has the address. Usable inside any act or list. */
export async function alikeIn(tx: Tx, likeness: Likeness, except: string): Promise<{ people: string[]; addressTaken: boolean }> {
	const rows = await tx
		.selectFrom("app.person_token")
		.select("person_id")
		.distinct()
		.where("person_kind", "=", "candidate")
		.where("person_id", "<>", except)
		.where((where) =>
			where.or([
				where.and([where("kind", "=", "name"), where("token", "=", likeness.name)]),
				...(likeness.email ? [where.and([where("kind", "=", "email"), where("token", "=", likeness.email)])] : []),
			]),
		)
		.execute();
	if (!likeness.email) return { people: rows.map((row) => row.person_id), addressTaken: false };
	const { rows: taken } = await sql<{
		taken: boolean;
	}>`select app.address_taken(${likeness.email}, ${except}::uuid) as taken`.execute(tx);
	return { people: rows.map((row) => row.person_id), addressTaken: taken[0]?.taken === true };
}

/** The headers to show as a hint: only of candidates this person may see anyway. */
export async function findAlike(by: Acting, name: PersonName, email: string | undefined, except: string) {
	const likeness = await likenessOf(by, name, email);
	return by.list("registration", { action: "search", clause: "R3.a" }, async (tx, sealed) => {
		const { people, addressTaken } = await alikeIn(tx, likeness, except);
		if (people.length === 0) return { people: [], addressTaken };
		const rows = await tx.selectFrom("app.candidate").select(["id", "name", "registered_at"]).where("id", "in", people).execute();
		return {
			addressTaken,
			people: rows.map((row) => ({ ...row, ...sealed("candidate", row.id, row.id, { name: row.name }) })),
		};
	});
}
