import { choosePassword, confirmFactor, type Invited, secretToConfirm } from "../../src/accounts/accept.server.ts";
import type { DemoPerson } from "../../src/accounts/demonstration.server.ts";
import { totpNow } from "../../src/accounts/secrets.ts";
import { asPerson, endSession } from "../../src/accounts/session.server.ts";
import { demoPassword } from "./people.ts";
import { doorAt, type Scene, systemAt } from "./scene.ts";

type Whose = Pick<DemoPerson, "realm" | "personId" | "name" | "role" | "email">;

/**
 * Somebody accepts their invitation: password, app, code, and signs out again. Answers how they sign in, for the page with one
 * click. The link itself went by mail and only its hash is kept, so the invitation is taken from the table.
 */
export async function acceptInvitation(scene: Scene, whose: Whose, moment: Date): Promise<DemoPerson> {
	const { realm, personId } = whose;
	const by = asPerson(doorAt(scene, moment), systemAt(scene, moment), realm, personId);
	const invited: Invited = { by, invitation: await openInvitation(scene, personId) };
	await choosePassword(invited, demoPassword);
	const waiting = await secretToConfirm(invited);
	if (!waiting) throw new Error("No second factor waits to be confirmed");
	await confirmFactor(invited, { code: totpNow(waiting.secret, moment), device: "Firefox op Linux" });
	const { rows } = await scene.owner.query<{ id: string }>(
		"select id from auth.session where person_id = $1 and ended_at is null",
		[personId],
	);
	for (const { id } of rows) await endSession(by, id, "signedOut");
	return { ...whose, password: demoPassword, totpSecret: waiting.secret };
}

async function openInvitation(scene: Scene, person: string): Promise<string> {
	const { rows } = await scene.owner.query<{ id: string }>(
		"select id from auth.invitation where person_id = $1 and used_at is null and ended_at is null",
		[person],
	);
	if (!rows[0]) throw new Error("Nobody invited this person");
	return rows[0].id;
}
