import { logRefusal } from "../accounts/refused.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import type { Visit } from "../platform/web/page.ts";
import { privacyOfficers } from "./break-glass.server.ts";

/**
 * Somebody who is signed in went faster than people work (R10.1): the log says so, and of a member of staff the privacy officers hear at once.
 * Called the first time in an hour; what was asked for is refused all the same.
 */
export async function tellOfHurry({ by, services }: Pick<Visit, "by" | "services">): Promise<void> {
	const { id, kind } = by.actor;
	const entry = { action: "hurry", object: ["account", id], clause: "R10.1" } as const;
	await logRefusal(by, id, entry);
	if (kind !== "staff") return;
	const guards = await privacyOfficers(by);
	await by.act(id, "security", { ...entry, action: "notify" }, async (tx, seal) => {
		for (const one of guards.filter((guard) => guard.id !== id || guards.length === 1))
			await notify(by, tx, seal, {
				...{ to: one.id, email: one.email, kind: "hurryAlarm", link: `${services.publicUrl}/privacy` },
				...{ lang: "nl", staff: true },
			});
	});
}
