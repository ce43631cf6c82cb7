import { invite } from "../accounts/invite.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { candidateData } from "./queries.server.ts";
import { mayInvite } from "./rules.ts";
import { valuesOf } from "./update.server.ts";

/** Invites a candidate to the portal: an account that waits, and a message without content with the link to it (R3.b). */
export async function inviteCandidate(by: Acting, candidate: string, publicUrl: string): Promise<void> {
	const data = await candidateData(by, candidate);
	const email = valuesOf(data).email?.value;
	await by.act(candidate, "portal", { action: "invite", object: ["candidate", candidate], clause: "R3.b" }, async (tx, seal) => {
		enforce(may(by.actor.roles, "invitation.send"));
		enforce(mayInvite({ email: email !== undefined, active: data.account === "active" }));
		const link = await invite(by, tx, seal, { person: candidate, realm: "candidate", email: email ?? "", publicUrl });
		await notify(by, tx, seal, { to: candidate, email: email ?? "", kind: "invitation", link, lang: data.language });
	});
}
