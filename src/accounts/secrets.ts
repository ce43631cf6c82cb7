import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import type { Chance } from "../platform/clock.ts";

// OWASP's least for argon2id; one hash takes about 30 ms of one core.
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;
/** A hash of a password nobody knows, so that an address without account takes as long as one with. */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$ylICHioobuaciZMblhFmnQ$Sicf1SjixjGD/pP0CgyUp5qyFbS9uBC1fT8yxyoizNs";
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: no I, L, O or U to misread

// What was hashed as it was typed says so. Before that, one Unicode form stood for all that look alike; those stay until they are changed.
const asTyped = "typed";

/** A hash of the password exactly as it was typed: nothing is cut, folded or put in another form. */
export const hashPassword = async (password: string): Promise<string> => asTyped + (await hash(password, cost));

/** Is this the password? Without a hash it takes the same time and says no. */
export async function isPassword(hashed: string | null | undefined, password: string): Promise<boolean> {
	const exact = hashed?.startsWith(asTyped) ?? true;
	const plain = (exact ? hashed?.slice(asTyped.length) : hashed) ?? nobodys;
	// Nobody has a longer one; hashing it all would only cost time.
	const tooLong = password.length > 1024;
	const same = await verify(plain, tooLong ? "" : exact ? password : password.normalize("NFKC"));
	return same && !tooLong && hashed !== null && hashed !== undefined;
}

/** A hundred and twenty bits in six groups, to be kept on paper: enough that a plain hash of it gives nothing to guess at. */
export function newRecoveryCode(chance: Chance): string {
	const letters = [...chance.bytes(24)].map((byte) => alphabet[byte % 32]).join("");
	return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/** What the database keeps of a recovery code; typed with or without dashes, in either case, O for 0 and I or L for 1. */
export function recoveryHash(person: string, code: string): Buffer {
	const plain = code
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, "")
		.replace(/O/g, "0")
		.replace(/[IL]/g, "1");
	return createHash("sha256").update(`${person}:${plain}`).digest();
}

export const isTotpShaped = (code: string): boolean => /^\d{6}$/.test(code.replace(/\s/g, ""));

/** A secret for an authenticator app, as people type it (base32). */
export const newTotpSecret = (chance: Chance): string => new Secret({ buffer: chance.bytes(20).buffer as ArrayBuffer }).base32;

const totp = (secret: string, label = "", issuer = "") =>
	new TOTP({ secret: Secret.fromBase32(secret), ...(issuer && { issuer, label }), algorithm: "SHA1", digits: 6, period: 30 });

/** The 30-second step for which this code is right, one step of clock difference either way; undefined when it is wrong. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
	const delta = totp(secret).validate({ token: code.replace(/\s/g, ""), timestamp: now.getTime(), window: 1 });
	return delta === null ? undefined : Math.floor(now.getTime() / 30_000) + delta;
}

export const totpNow = (secret: string, now: Date): string => totp(secret).generate({ timestamp: now.getTime() });

/** What the QR code says. The label names the agency's system and no person: phones show it to whoever looks over a shoulder. */
export const totpUri = (secret: string, label: string, issuer: string): string => totp(secret, label, issuer).toString();
