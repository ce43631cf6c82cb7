import { NotAllowed } from "../law/decision.ts";
import type { Acting, Entry, Subject } from "../platform/db.server.ts";

/** Writes in the log that signing in (or a part of it) was refused; the caller says so in its own words (R10.1). */
export async function logRefusal(by: Acting, subject: Subject, entry: Entry): Promise<void> {
	try {
		await by.act(subject, "security", entry, async () => {
			throw new NotAllowed("R10.1");
		});
	} catch (error) {
		if (!(error instanceof NotAllowed)) throw error;
	}
}
