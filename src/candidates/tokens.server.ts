import type { Acting, Tx } from "../platform/db.server.ts";
import type { KeyService } from "../platform/keys/service.ts";
import type { PersonName } from "../platform/name.ts";
import { exact, searchValues } from "./folding.ts";

type Kind = "name" | "email" | "number";
export interface Findable {
	readonly name: PersonName;
	readonly email?: string | undefined;
	readonly phone?: string | undefined;
}

/** Telephone numbers are found by their last nine digits: 06, +31 6 and 0031 6 are one number. */
export const digits = (phone: string) => phone.replace(/\D/g, "").slice(-9);

/** The tokens by which a person is found, made before the transaction that stores them. */
export async function tokensOf(keys: KeyService, { name, email, phone }: Findable): Promise<{ kind: Kind; token: Buffer }[]> {
	const values: { kind: Kind; value: string }[] = searchValues(name).map((value) => ({ kind: "name", value }));
	if (email) values.push({ kind: "email", value: exact(email) });
	if (phone && digits(phone)) values.push({ kind: "number", value: digits(phone) });
	const tokens = await keys.tokens(values);
	return values.map(({ kind }, index) => ({ kind, token: tokens[index] as Buffer }));
}

/** Puts these tokens in the place of the person's earlier ones. Within an act on that person. */
export async function storeTokens(
	tx: Tx,
	person: { id: string; kind: "candidate" | "contact" | "staff" },
	tokens: readonly { kind: Kind; token: Buffer }[],
): Promise<void> {
	await tx.deleteFrom("app.person_token").where("person_id", "=", person.id).execute();
	if (tokens.length === 0) return;
	await tx
		.insertInto("app.person_token")
		.values(tokens.map(({ kind, token }) => ({ person_id: person.id, person_kind: person.kind, kind, token })))
		.execute();
}

/** Does the deed; a second sending of the same form finds the row it made the first time and changes nothing. */
export async function once(by: Acting, person: string, deed: () => Promise<void>): Promise<void> {
	await by.keys.create([person]);
	try {
		await deed();
	} catch (error) {
		const { code, constraint } = error as { code?: string; constraint?: string };
		if (code !== "23505" || constraint !== "person_pkey") throw error;
	}
}
