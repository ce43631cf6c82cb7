import { sql } from "kysely";
import { NotAllowed } from "../../law/decision.ts";
import type { Role } from "../../law/roles.ts";
import { nobody } from "../actor.ts";
import type { Door } from "../db.server.ts";
import { tokenHash } from "../tokens.ts";
import { browserMark, networkMark } from "./marks.ts";
import type { Lang } from "./page.ts";

export interface Session {
	session_id: string;
	person_id: string;
	second_factor_at: Date | null;
	/** Since when it is used from the network that it is used from now. */
	network_at: Date | null;
	roles: Role[];
	language: Lang;
}

/** Whose session this is; nobody's when it ended, or comes from another kind of browser than it began in (then the log says so, once). */
export async function resume(
	door: Door,
	realm: "staff" | "candidate",
	token: string,
	from: { device: string; network: string },
): Promise<Session | undefined> {
	const { now } = door.as({ kind: realm, id: nobody, roles: [] });
	const [browser, network] = [browserMark(token, from.device), networkMark(token, from.network)];
	const [session] = await door.ask(
		realm,
		sql<
			Session & { elsewhere: boolean }
		>`select * from auth.resume(${tokenHash(token)}, ${realm}, ${browser}, ${network}, ${now()})`,
	);
	if (!session?.elsewhere) return session;
	const { session_id: sessionId, person_id: id } = session;
	const refused = async () => {
		throw new NotAllowed("R10.1");
	};
	await door
		.as({ kind: realm, id, roles: [], sessionId })
		.act(id, "security", { action: "resume", object: ["session", sessionId] }, refused)
		.catch(() => {});
	return undefined;
}

/** When its factor was shown, for what asks a fresh one: from another network than where that was it is as old as can be. */
export function factorAt({ second_factor_at: at, network_at: since }: Session): Date | undefined {
	if (!at) return undefined;
	return since && since > at ? new Date(0) : at;
}
