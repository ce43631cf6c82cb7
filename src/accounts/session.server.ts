import type { Acting, Door, Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { newToken } from "../platform/tokens.ts";
import { browserMark, networkMark } from "../platform/web/marks.ts";
import { found } from "../platform/web/page.ts";
import { cookieNames } from "../platform/web/serve.server.tsx";
import type { Realm } from "./rules.ts";

/** Someone who is not signed in (yet) but whose password, code or invitation was right, at the door as themself. */
export const asPerson = (door: Door, by: Acting, realm: Realm, person: string, sessionId?: string): Acting =>
	door.as({
		kind: realm,
		id: person,
		roles: [],
		...(by.actor.traceId && { traceId: by.actor.traceId }),
		...(sessionId && { sessionId }),
	});

/** Makes a session of who acts, inside their own act. `proven`: both factors were shown; otherwise it only leads to the second. */
export async function openSession(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	{ device, network, proven }: { device: string; network?: string | undefined; proven: boolean },
): Promise<string> {
	const person = by.actor.id;
	const id = by.chance.uuid();
	const { token, hash } = newToken(by.chance);
	const sealed = await seal("session", id, person, { device });
	// created_at and last_seen_at are the database's own clock: it is what ends the session (auth.resume).
	await tx
		.insertInto("auth.session")
		.values({
			id,
			person_id: person,
			realm: by.actor.kind as Realm,
			token_hash: hash,
			device: sealed.device,
			browser: browserMark(token, device),
			network: network === undefined ? null : networkMark(token, network),
			second_factor_at: proven ? by.now() : null,
		})
		.execute();
	return token;
}

/** The session's cookie: gone with the browser, unreachable for scripts and for other sites' posts. */
export const sessionCookie = (realm: Realm, token: string): string =>
	`${cookieNames[realm]}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax`;
export const noSessionCookie = (realm: Realm): string =>
	`${cookieNames[realm]}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`;

/** The cookie by which a browser that signed in before is recognised; it opens nothing. */
export const knownBrowserCookie = {
	nameIn: (realm: Realm): string => `__Host-spoor-known-${realm}`,
	make: (realm: Realm, value: string): string =>
		`${knownBrowserCookie.nameIn(realm)}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000`,
};

/** Binds a question for a passkey to the sign-in page that asked it; gone with the browser. */
export const askedCookie = {
	nameIn: (realm: Realm): string => `__Host-spoor-asked-${realm}`,
	make: (realm: Realm, value: string): string =>
		`${askedCookie.nameIn(realm)}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=300`,
};

/** Tells the page's own script that this browser used a passkey in this portal, so that it is offered first. Says nothing of whom. */
export const usedPasskeyCookie = (realm: Realm): string =>
	`__Host-spoor-passkey-${realm}=1; Path=/; Secure; SameSite=Strict; Max-Age=31536000`;

/** Ends one's own session; from the next request on it is nobody's. */
export async function endSession(by: Acting, session: string, why: "signedOut" | "ended"): Promise<void> {
	await by.act(by.actor.id, "security", { action: "signOut", object: ["session", session] }, async (tx) => {
		const [ended] = await tx
			.updateTable("auth.session")
			.set({ ended_at: by.now(), ended_why: why })
			.where("id", "=", session)
			.where("person_id", "=", by.actor.id)
			.where("ended_at", "is", null)
			.execute();
		found(ended && ended.numUpdatedRows > 0n ? ended : undefined);
	});
}

/** Ends all one's sessions but the one that asks. */
export async function endOtherSessions(by: Acting): Promise<void> {
	await by.act(by.actor.id, "security", { action: "signOut" }, (tx) => endOthers(by, tx));
}

/** The same, inside an act of the person. */
export async function endOthers(by: Acting, tx: Tx): Promise<void> {
	await tx
		.updateTable("auth.session")
		.set({ ended_at: by.now(), ended_why: "ended" })
		.where("person_id", "=", by.actor.id)
		.where("id", "<>", by.actor.sessionId ?? by.actor.id)
		.where("ended_at", "is", null)
		.execute();
}
