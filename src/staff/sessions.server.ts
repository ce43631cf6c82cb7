import { enforceFresh } from "../accounts/factor.server.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";

export interface MemberSession {
	id: string;
	createdAt: Date;
	lastSeenAt: Date;
	/** What its browser said of itself. */
	device: string | null;
}

/** Where a colleague is signed in now, newest first (R10.1): for an administrator, whom the database alone shows it. */
export async function sessionsOf(by: Acting, staff: string): Promise<MemberSession[]> {
	enforce(may(by.actor.roles, "staff.manage"));
	return by.read(staff, "security", { action: "view", object: ["account", staff] }, async (tx, sealed) => {
		const { rows } = await sql<{ id: string; created_at: Date; last_seen_at: Date; device: Buffer | null }>`
			select * from auth.sessions_of(${staff})`.execute(tx);
		return rows.map((row) => ({
			...{ id: row.id, createdAt: row.created_at, lastSeenAt: row.last_seen_at },
			...sealed("session", row.id, staff, { device: row.device }),
		}));
	});
}

/** Ends one session of a colleague, or all of them; from the next request on they are nobody's. Asks a fresh factor. */
export async function endSessionOf(by: Acting, { staff, session }: { staff: string; session: string | "all" }): Promise<void> {
	enforceFresh(by);
	const one = session === "all" ? undefined : session;
	const entry = {
		action: "endSession",
		object: one ? (["session", one] as const) : (["account", staff] as const),
		clause: "R10.1",
	};
	await by.act(staff, "security", entry, async (tx) => {
		enforce(may(by.actor.roles, "staff.manage"));
		if (!one) {
			await sql`select auth.end_sessions(${staff}, 'administrator')`.execute(tx);
			return;
		}
		const { rows } = await sql<{ ended: boolean }>`select auth.end_session_of(${staff}, ${one}, ${by.now()}) as ended`.execute(
			tx,
		);
		found(rows[0]?.ended || undefined);
	});
}

/** Signs everybody out, staff and candidates, but who asks: for when something is very wrong. Answers how many people that were. */
export async function endEverySession(by: Acting): Promise<number> {
	enforceFresh(by);
	enforce(may(by.actor.roles, "staff.manage"));
	const people = await by.list("security", { action: "prepare", clause: "R10.1" }, async (tx) => {
		const { rows } = await sql<{ person: string }>`select auth.signed_in() as person`.execute(tx);
		return rows.map(({ person }) => person);
	});
	if (people.length === 0) return 0;
	await by.act(people, "security", { action: "endEverySession", clause: "R10.1" }, async (tx) => {
		for (const person of people) await sql`select auth.end_sessions(${person}, 'administrator')`.execute(tx);
	});
	return people.length;
}
