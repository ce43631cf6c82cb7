import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from "node:crypto";

/**
 * The form of every sealed value: 1 byte format, 2 bytes key version, 16 bytes salt, 12 bytes nonce, ciphertext, 16 bytes tag.
 * A value is sealed with a write key, derived from the person's key and the salt; whoever holds a write key can seal under
 * that salt and open nothing else, so adding to a dossier needs no key that could read it.
 */
const format = 1;
const header = 1 + 2 + 16;

export interface WriteKey {
	subject: string;
	version: number;
	salt: Buffer;
	key: Buffer;
}

/** A person's key as given for one request: version → 32 bytes. */
export type SubjectKey = Map<number, Buffer>;

/** Where a value stands; sealed in as associated data, so that a ciphertext moved elsewhere does not open. */
export interface Place {
	table: string;
	column: string;
	row: string;
	subject: string;
}

const associated = (place: Place) => Buffer.from([place.table, place.column, place.row, place.subject].join("\u001f"));

export const deriveWriteKey = (subjectKey: Buffer, salt: Buffer): Buffer =>
	createHmac("sha256", createSecretKey(subjectKey)).update("spoor write key 1").update(salt).digest();

// A key given to a cipher as bytes costs four times the cipher itself; as a KeyObject it does not. Each is made once, and goes with
// the keys that it was made from: at the end of the request.
const sealing = new WeakMap<WriteKey, KeyObject>();
const opening = new WeakMap<SubjectKey, Map<string, KeyObject>>();

function sealingKey(key: WriteKey): KeyObject {
	let made = sealing.get(key);
	if (!made) {
		made = createSecretKey(key.key);
		sealing.set(key, made);
	}
	return made;
}

/** The key under which this value was sealed: values of one deed share a salt, and so a key. */
function openingKey(subjectKey: SubjectKey, sealed: Buffer): KeyObject | undefined {
	let known = opening.get(subjectKey);
	if (!known) {
		known = new Map();
		opening.set(subjectKey, known);
	}
	const name = sealed.toString("latin1", 1, header);
	let made = known.get(name);
	if (!made) {
		const key = subjectKey.get(sealed.readUInt16BE(1));
		if (!key) return undefined;
		made = createSecretKey(deriveWriteKey(key, sealed.subarray(3, header)));
		known.set(name, made);
	}
	return made;
}

/** Seals one value for one place. */
export function sealValue(key: WriteKey, place: Place, value: Uint8Array): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv("aes-256-gcm", sealingKey(key), nonce);
	cipher.setAAD(associated(place));
	const start = Buffer.alloc(header);
	start.writeUInt8(format, 0);
	start.writeUInt16BE(key.version, 1);
	key.salt.copy(start, 3);
	return Buffer.concat([start, nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
}

/** Opens one value; throws when it was altered, moved to another place or sealed for another person. */
export function openValue(subjectKey: SubjectKey, place: Place, sealed: Buffer): Buffer {
	const key = sealed.readUInt8(0) === format ? openingKey(subjectKey, sealed) : undefined;
	if (!key) throw new Error(`No key opens ${place.table}.${place.column}`);
	const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(header, header + 12));
	decipher.setAAD(associated(place));
	decipher.setAuthTag(sealed.subarray(-16));
	const value = decipher.update(sealed.subarray(header + 12, -16));
	decipher.final(); // throws when the tag does not fit: nothing is given out before it
	return value;
}
