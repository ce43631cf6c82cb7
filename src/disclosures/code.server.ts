import { dateOf } from "../law/deadlines.ts";
import { type Decision, enforce, no, yes } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { codeDays, codeValue, newCode } from "./collection.ts";
import "./tables.ts";

interface OfDisclosure {
	readonly candidate: string;
	readonly disclosure: string;
}

/**
 * Makes the code that the coach tells the reader by telephone, and undoes a lock. It is answered once and kept nowhere: the database has
 * a keyed token of it. An earlier code stops working. Throws NotAllowed, NotFound.
 */
export async function makeCode(by: Acting, { candidate, disclosure }: OfDisclosure): Promise<string> {
	enforce(may(by.actor.roles, "report.send"));
	const code = newCode(by.chance);
	const [token] = await by.keys.tokens([{ kind: "attempt", value: codeValue(disclosure, code) }]);
	await by.act(candidate, "reporting", { action: "makeCode", object: ["disclosure", disclosure], clause: "R8.1" }, async (tx) => {
		const row = found(
			await tx
				.selectFrom("app.collection")
				.select(["expires_on", "ended_at", "trajectory_id"])
				.where("disclosure_id", "=", disclosure)
				.where("subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		enforce(mayMakeCode({ ended: row.ended_at !== null, over: row.expires_on < dateOf(by.now()) }));
		await tx
			.updateTable("app.collection")
			.set((e) => ({
				...{ code_token: token as Buffer, code_until: new Date(by.now().getTime() + codeDays * 86_400_000) },
				...{ wrong: 0, locked_at: null, code_n: e("code_n", "+", 1), row_version: e("row_version", "+", 1) },
			}))
			.where("disclosure_id", "=", disclosure)
			.execute();
		await tx
			.insertInto("app.collection_event")
			.values({
				...{ subject_id: candidate, trajectory_id: row.trajectory_id, disclosure_id: disclosure, kind: "codeMade" },
				...{ at: by.now(), by_id: by.actor.id, clause: null, detail: null },
			})
			.execute();
	});
	return code;
}

/** A code is for what can still be collected. */
export function mayMakeCode({ ended, over }: { readonly ended: boolean; readonly over: boolean }): Decision {
	if (ended)
		return no("R9.1", { nl: "Dit document is gesloten. Verzend het opnieuw.", en: "This document is closed. Send it anew." });
	if (over) return no("R9.1", { nl: "De termijn om het op te halen is voorbij.", en: "The term to collect it is over." });
	return yes("R8.1");
}

/** Closes it at once, also when the mail has gone: a wrong recipient, or one who should not have it any more. Throws NotAllowed, NotFound. */
export async function endCollection(by: Acting, { candidate, disclosure }: OfDisclosure): Promise<void> {
	enforce(may(by.actor.roles, "report.send"));
	await by.act(
		candidate,
		"reporting",
		{ action: "endCollection", object: ["disclosure", disclosure], clause: "R4.1" },
		async (tx) => {
			const { rows } = await sql<{
				ended: boolean;
			}>`select app.end_collection(${disclosure}, 'R4.1', ${by.now()}, null) as ended`.execute(tx);
			found(rows[0]?.ended || undefined);
		},
	);
}
