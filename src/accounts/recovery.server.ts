import type { Acting, Tx } from "../platform/db.server.ts";
import { noteFresh, useFactor } from "./factor.server.ts";
import { ownAddress, tellOwner } from "./own-address.server.ts";
import { recoveryCodes } from "./rules.ts";
import { newRecoveryCode, recoveryHash } from "./secrets.ts";

/** Ten new codes, inside an act of the person; the earlier ones end. Only their hashes are kept. */
export async function replaceRecoveryCodes(by: Acting, tx: Tx): Promise<string[]> {
	const person = by.actor.id;
	const codes = Array.from({ length: recoveryCodes }, () => newRecoveryCode(by.chance));
	await tx
		.updateTable("auth.recovery_code")
		.set({ ended_at: by.now() })
		.where("person_id", "=", person)
		.where("ended_at", "is", null)
		.execute();
	await tx
		.insertInto("auth.recovery_code")
		.values(codes.map((code) => ({ person_id: person, code_hash: recoveryHash(person, code), created_at: by.now() })))
		.execute();
	return codes;
}

/** New recovery codes for who is signed in and shows the second factor afresh; the owner is told by mail. */
export async function renewRecoveryCodes(by: Acting, code: string, publicUrl: string): Promise<string[]> {
	const to = await ownAddress(by);
	return useFactor(by, "renewRecoveryCodes", code, async (tx, seal) => {
		await noteFresh(by, tx);
		await tellOwner(by, tx, seal, { kind: "factorChanged", to, publicUrl });
		return replaceRecoveryCodes(by, tx);
	});
}
