import { type Acting, sql } from "../platform/db.server.ts";
import "./tables.ts";

export interface OwnSession {
	id: string;
	createdAt: Date;
	lastSeenAt: Date;
	/** What its browser said of itself. */
	device: string | null;
	current: boolean;
}

/** One's own sessions that are in use, newest first, and how many recovery codes are left. */
export async function ownAccount(by: Acting): Promise<{ sessions: OwnSession[]; codesLeft: number }> {
	const person = by.actor.id;
	return by.read(person, "security", { action: "view", object: ["account", person] }, async (tx, sealed) => {
		// The same terms by which auth.resume ends a session.
		const rows = await tx
			.selectFrom("auth.session")
			.select(["id", "created_at", "last_seen_at", "device"])
			.where("person_id", "=", person)
			.where("ended_at", "is", null)
			.where("second_factor_at", "is not", null)
			.where(sql<boolean>`created_at > now() - interval '12 hours'`)
			.where(
				sql<boolean>`last_seen_at > now() - (case when realm = 'staff' then interval '1 hour' else interval '30 minutes' end)`,
			)
			.orderBy("created_at", "desc")
			.execute();
		const left = await tx
			.selectFrom("auth.recovery_code")
			.select(sql<number>`count(*)::int`.as("n"))
			.where("person_id", "=", person)
			.where("used_at", "is", null)
			.where("ended_at", "is", null)
			.executeTakeFirstOrThrow();
		const sessions = rows.map((row) => ({
			id: row.id,
			createdAt: row.created_at,
			lastSeenAt: row.last_seen_at,
			...sealed("session", row.id, person, { device: row.device }),
			current: row.id === by.actor.sessionId,
		}));
		return { sessions, codesLeft: left.n };
	});
}

export interface OwnPasskey {
	id: string;
	name: string;
	/** Kept by its maker for more than one device, as far as the device said. */
	backedUp: boolean;
	createdAt: Date;
	lastUsedAt: Date | null;
}

/** One's own passkeys, newest first. */
export async function ownPasskeys(by: Acting): Promise<OwnPasskey[]> {
	const person = by.actor.id;
	return by.read(person, "security", { action: "view", object: ["account", person] }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("auth.passkey")
			.select(["id", "name", "backed_up", "created_at", "last_used_at"])
			.where("person_id", "=", person)
			.where("ended_at", "is", null)
			.orderBy("created_at", "desc")
			.execute();
		return rows.map((row) => ({
			id: row.id,
			...sealed("passkey", row.id, person, { name: row.name }),
			backedUp: row.backed_up,
			createdAt: row.created_at,
			lastUsedAt: row.last_used_at,
		}));
	});
}
