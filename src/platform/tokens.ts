import type { Chance } from "./clock.ts";
import { sha256 } from "./hash.ts";

/** A bearer token of 256 bits for a link or a cookie, and what the database keeps of it. */
export function newToken(chance: Chance): { token: string; hash: Buffer } {
	const token = Buffer.from(chance.bytes(32)).toString("base64url");
	return { token, hash: tokenHash(token) };
}

export const tokenHash = (token: string): Buffer => sha256(token);
