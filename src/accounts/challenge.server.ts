import { type Acting, type RawBuilder, sql } from "../platform/db.server.ts";
import { tokenHash } from "../platform/tokens.ts";
import type { Realm } from "./rules.ts";

export type Ask = <T>(call: RawBuilder<T>) => Promise<T[]>;

/** What a question is for, and the one browser that may answer it: its session, or the cookie of its sign-in page. */
export interface Asking {
	readonly realm: Realm;
	readonly use: "signIn" | "register" | "prove" | "proof";
	readonly boundTo: string;
}

/** Asks something only once: 256 bits, kept as a hash, bound to use and browser, good for five minutes. */
export async function askChallenge(by: Acting, ask: Ask, { realm, use, boundTo }: Asking): Promise<string> {
	const challenge = Buffer.from(by.chance.bytes(32)).toString("base64url");
	await ask(sql`select auth.ask_challenge(${tokenHash(challenge)}, ${realm}, ${use}, ${tokenHash(boundTo)})`);
	return challenge;
}

/** Was this asked of this browser, for this? It is used up, whatever the answer. */
export async function takeChallenge(ask: Ask, challenge: string, { realm, use, boundTo }: Asking): Promise<boolean> {
	const [answer] = await ask(
		sql<{
			taken: boolean;
		}>`select auth.take_challenge(${tokenHash(challenge)}, ${realm}, ${use}, ${tokenHash(boundTo)}) as taken`,
	);
	return answer?.taken ?? false;
}
