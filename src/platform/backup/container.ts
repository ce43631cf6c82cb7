import {
	createCipheriv,
	createDecipheriv,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	generateKeyPairSync,
	hkdfSync,
	type KeyObject,
	randomBytes,
	scryptSync,
} from "node:crypto";

/**
 * The form of a backup set on disk: a line of JSON that says how its key is made, then chunks of at most 64 kB, each sealed with
 * AES-256-GCM. A chunk's nonce is its number and whether it is the last; the first line is bound into the key. So a set that was
 * cut short, lengthened, reordered or altered anywhere does not open.
 */
export type SetKind = "data" | "keys";

/** Who may open a set: whoever knows a passphrase, or holds the private half of an X25519 key (PEM). */
export type Lock = { passphrase: string } | { recipient: string };
export type Opener = { passphrase: string } | { identity: string };

export class SetRefused extends Error {
	constructor(why: string) {
		super(`The backup set is refused: ${why}`);
		this.name = "SetRefused";
	}
}

const format = "spoor backup 1";
const size = 64 * 1024;
const tagged = size + 16;
const scrypt = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
export const shortestPassphrase = 20;

interface Head {
	format: string;
	kind: SetKind;
	salt: string;
	/** The one-time public half, when the set is for the holder of a key file. */
	from?: string;
}

const streamKey = (secret: Buffer, line: Buffer) => Buffer.from(hkdfSync("sha256", secret, line, "spoor backup stream 1", 32));

function nonceOf(number: number, last: boolean): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeUIntBE(number, 5, 6);
	nonce.writeUInt8(last ? 1 : 0, 11);
	return nonce;
}

function x25519(make: () => KeyObject): KeyObject {
	let key: KeyObject;
	try {
		key = make();
	} catch {
		throw new SetRefused("the key file holds no key");
	}
	if (key.asymmetricKeyType !== "x25519") throw new SetRefused("the key file holds no X25519 key");
	return key;
}

function locked(kind: SetKind, lock: Lock): { line: Buffer; key: Buffer } {
	const salt = randomBytes(32);
	const lineOf = (more: Partial<Head>) =>
		Buffer.from(`${JSON.stringify({ format, kind, salt: salt.toString("base64"), ...more } satisfies Head)}\n`);
	if ("passphrase" in lock) {
		if (lock.passphrase.length < shortestPassphrase)
			throw new SetRefused(`its passphrase has fewer than ${shortestPassphrase} characters`);
		const line = lineOf({});
		return { line, key: streamKey(scryptSync(lock.passphrase, salt, 32, scrypt), line) };
	}
	const recipient = x25519(() => createPublicKey(lock.recipient));
	const once = generateKeyPairSync("x25519");
	const line = lineOf({ from: once.publicKey.export({ format: "der", type: "spki" }).toString("base64") });
	return { line, key: streamKey(diffieHellman({ privateKey: once.privateKey, publicKey: recipient }), line) };
}

function unlocked(line: Buffer, opener: Opener): { kind: SetKind; key: Buffer } {
	let head: Head;
	try {
		head = JSON.parse(line.toString()) as Head;
	} catch {
		throw new SetRefused("it does not begin as one");
	}
	if (head.format !== format) throw new SetRefused("it is of another format");
	const salt = Buffer.from(head.salt, "base64");
	if ("passphrase" in opener) {
		if (head.from) throw new SetRefused("it opens with a key file, not with a passphrase");
		return { kind: head.kind, key: streamKey(scryptSync(opener.passphrase, salt, 32, scrypt), line) };
	}
	if (!head.from) throw new SetRefused("it opens with a passphrase, not with a key file");
	const from = createPublicKey({ key: Buffer.from(head.from, "base64"), format: "der", type: "spki" });
	const privateKey = x25519(() => createPrivateKey(opener.identity));
	return { kind: head.kind, key: streamKey(diffieHellman({ privateKey, publicKey: from }), line) };
}

/** Seals a stream of bytes into a set, chunk by chunk; needs memory for one chunk only. */
export async function* sealSet(kind: SetKind, lock: Lock, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	const { line, key } = locked(kind, lock);
	yield line;
	let number = 0;
	const chunk = (bytes: Buffer, last: boolean) => {
		const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number++, last));
		return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
	};
	let waiting: Buffer = Buffer.alloc(0);
	for await (const bytes of plain) {
		waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
		let from = 0;
		// A full chunk is kept back until more follows: the last one is marked, and is never empty by accident.
		for (; waiting.length - from > size; from += size) yield chunk(waiting.subarray(from, from + size), false);
		waiting = waiting.subarray(from);
	}
	yield chunk(waiting, true);
}

/** Opens a set, yielding only what is proven genuine; throws SetRefused when it is not whole, at the latest at its end. */
export async function* openSet(kind: SetKind, opener: Opener, sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let key: Buffer | undefined;
	let number = 0;
	let waiting: Buffer = Buffer.alloc(0);
	const chunk = (bytes: Buffer, last: boolean) => {
		if (!key || bytes.length < 16) throw new SetRefused("it was cut short");
		const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number++, last));
		decipher.setAuthTag(bytes.subarray(-16));
		try {
			return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
		} catch {
			throw new SetRefused("wrong passphrase or key, or it was altered or cut short");
		}
	};
	for await (const bytes of sealed) {
		waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
		if (!key) {
			const end = waiting.indexOf(10);
			if (end < 0 && waiting.length < 4096) continue;
			const head = unlocked(waiting.subarray(0, end + 1), opener);
			if (head.kind !== kind) throw new SetRefused(`it is a set of ${head.kind}, not of ${kind}`);
			key = head.key;
			waiting = waiting.subarray(end + 1);
		}
		let from = 0;
		for (; waiting.length - from > tagged; from += tagged) yield chunk(waiting.subarray(from, from + tagged), false);
		waiting = waiting.subarray(from);
	}
	yield chunk(waiting, true);
}
