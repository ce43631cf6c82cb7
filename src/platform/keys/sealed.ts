import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

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
	createHmac("sha256", subjectKey).update("spoor write key 1").update(salt).digest();

/** Seals one value for one place. */
export function sealValue(key: WriteKey, place: Place, value: Uint8Array): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv("aes-256-gcm", key.key, nonce);
	cipher.setAAD(associated(place));
	const start = Buffer.alloc(header);
	start.writeUInt8(format, 0);
	start.writeUInt16BE(key.version, 1);
	key.salt.copy(start, 3);
	return Buffer.concat([start, nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
}

/** Opens one value; throws when it was altered, moved to another place or sealed for another person. */
export function openValue(subjectKey: SubjectKey, place: Place, sealed: Buffer): Buffer {
	const key = subjectKey.get(sealed.readUInt16BE(1));
	if (sealed.readUInt8(0) !== format || !key) throw new Error(`No key opens ${place.table}.${place.column}`);
	const writeKey = deriveWriteKey(key, sealed.subarray(3, header));
	const decipher = createDecipheriv("aes-256-gcm", writeKey, sealed.subarray(header, header + 12));
	decipher.setAAD(associated(place));
	decipher.setAuthTag(sealed.subarray(-16));
	return Buffer.concat([decipher.update(sealed.subarray(header + 12, -16)), decipher.final()]);
}
