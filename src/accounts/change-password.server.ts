import { type Acting, sql } from "../platform/db.server.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { noteFresh, useFactor } from "./factor.server.ts";
import { ownAddress, tellOwner } from "./own-address.server.ts";
import { logRefusal } from "./refused.server.ts";
import { hashPassword, isPassword } from "./secrets.ts";
import { endOthers } from "./session.server.ts";
import { type Attempt, mustWait, tryFactor } from "./throttle.server.ts";

const action = "changePassword";

/** Changes one's own password: asks the old one and the second factor afresh, ends every other session, and tells the owner by mail. */
export async function changePassword(
	by: Acting,
	input: { password: string; next: string; code: string; publicUrl: string },
): Promise<void> {
	const person = by.actor.id;
	let attempt: Attempt | undefined;
	const { held } = await by.read(person, "security", { action }, async (tx) => {
		attempt = await tryFactor(by, tx, person, by.actor.sessionId);
		const { rows } = await sql<{ held: string | null }>`select auth.own_password() as held`.execute(tx);
		return { held: rows[0]?.held };
	});
	const { wait } = attempt as unknown as Attempt;
	if (wait > 0 || !(await isPassword(held, input.password))) {
		await logRefusal(by, person, { action });
		if (wait > 0) throw mustWait(wait);
		throw new FieldErrors({ password: { nl: "Het huidige wachtwoord klopt niet.", en: "The current password is wrong." } });
	}
	const hashed = await hashPassword(input.next);
	const to = await ownAddress(by);
	await useFactor(by, action, input.code, async (tx, seal) => {
		await tx
			.updateTable("auth.account")
			.set({ password_hash: hashed, row_version: sql`row_version + 1` })
			.where("person_id", "=", person)
			.execute();
		await noteFresh(by, tx);
		await endOthers(by, tx);
		await tellOwner(by, tx, seal, { kind: "passwordChanged", to, publicUrl: input.publicUrl });
	});
}
