import type { SubjectKey, WriteKey } from "./sealed.ts";

export type TokenKind = "name" | "email" | "number" | "bsn" | "network" | "attempt";

/** What is asked of the key process. It alone holds the master key; nothing here gives a key without a committed log entry. */
export interface KeyService {
	/** Makes keys for new people; a person who has one keeps it. */
	create(subjects: readonly string[]): Promise<void>;
	/** Keys to add with: they open nothing that stands. No entry needed. */
	writeKeys(subjects: readonly string[]): Promise<WriteKey[]>;
	/** People's keys, for one request, against a committed entry of this actor that names each of them. */
	open(ask: { entry: string; actor: string; subjects: readonly string[] }): Promise<Map<string, SubjectKey>>;
	/** Keyed tokens of folded values, for searching; the agency's token keys never leave the process. */
	tokens(values: readonly { kind: TokenKind; value: string }[]): Promise<Buffer[]>;
	/** Makes the key pair of the agency's seal and answers the public half (SPKI, DER); or takes one's own (PKCS#8, DER). */
	sealingKey(own?: Buffer): Promise<Buffer>;
	/** A signature by the agency's sealing key over these bytes (RSA PKCS#1 v1.5, SHA-256). */
	sign(bytes: Uint8Array): Promise<Buffer>;
	/** Ends a person's key for good (R12.2). */
	destroy(subject: string): Promise<void>;
}

/** The care of the store itself, asked over a socket that only the supervisor's commands reach. Gives no key. */
export interface KeyCare {
	/** Lays a consistent copy of the store in a folder beside it, that only this process and root enter; answers that folder. */
	copy(): Promise<string>;
	/** Removes that copy. */
	endCopy(): Promise<void>;
	/** Wraps every key under a new master key and destroys the old one; goes on with a rotation that was cut off. */
	rotate(): Promise<Rotated>;
}

export interface Rotated {
	master: number;
	rewrapped: number;
}

export class KeyRefused extends Error {
	constructor(why: string) {
		super(`The key process refuses: ${why}`);
		this.name = "KeyRefused";
	}
}
