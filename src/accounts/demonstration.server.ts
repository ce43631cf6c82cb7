import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Acting, Door } from "../platform/db.server.ts";
import { isLoopback } from "../platform/web/loopback.ts";
import { found, type Visit } from "../platform/web/page.ts";
import type { Realm } from "./rules.ts";
import { totpNow } from "./secrets.ts";
import { asPerson, openSession } from "./session.server.ts";

const people = z.array(
	z.object({
		realm: z.enum(["staff", "candidate"]),
		personId: z.uuid(),
		name: z.string(),
		role: z.string(),
		email: z.string(),
		password: z.string(),
		totpSecret: z.string(),
	}),
);

export type DemoPerson = z.infer<typeof people>[number];

/**
 * The invented people whom one click signs in. There are none unless all four hold: this process runs a demonstration, the
 * database is one of a demonstration, who asks is on this very machine, and no proxy on it passed on what another asked.
 */
export async function demoPeople({
	services,
	network,
	direct,
}: Pick<Visit, "services" | "network" | "direct">): Promise<DemoPerson[]> {
	if (services.mode !== "demo" || !services.demoPeople || !direct || !isLoopback(network)) return [];
	if (!(await services.agency())?.demonstration) return [];
	try {
		return people.parse(JSON.parse(await readFile(services.demoPeople, "utf8")));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return []; // the seed has not written it yet
		throw error;
	}
}

/** Signs in one of them, with both factors taken as shown. Answers the session's token; anybody else is not found. */
export async function signInDemonstration(
	door: Door,
	visit: Pick<Visit, "services" | "network" | "direct" | "device"> & { by: Acting },
	realm: Realm,
	person: string,
) {
	found((await demoPeople(visit)).find((one) => one.realm === realm && one.personId === person));
	const self = asPerson(door, visit.by, realm, person);
	return self.act(person, "security", { action: "signIn", ground: "demonstration" }, (tx, seal) =>
		openSession(self, tx, seal, { device: visit.device, network: visit.network, proven: true }),
	);
}

/** The code that this person's app would show now, and for how many seconds still. */
export const codeNow = (one: DemoPerson, now: Date): { code: string; seconds: number } => ({
	code: totpNow(one.totpSecret, now),
	seconds: 30 - (Math.floor(now.getTime() / 1000) % 30),
});
