import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const url = (bytes: Buffer) => bytes.toString("base64url");

/** What can be off with a device or with who pretends to be one. */
export interface Twist {
	origin?: string;
	rpId?: string;
	challenge?: string;
	/** Not unlocked by its owner. */
	unverified?: boolean;
	counter?: number;
	userHandle?: string;
	type?: string;
}

/** A device that makes and shows one passkey, as WebAuthn says it; no browser in between to stop it from lying. */
export class Device {
	readonly id = randomBytes(32);
	counter = 0;
	backedUp = false;
	userHandle = "";
	readonly #key: KeyObject;
	readonly #cose: Buffer;

	constructor() {
		const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
		const { x = "", y = "" } = publicKey.export({ format: "jwk" });
		this.#key = privateKey;
		this.#cose = Buffer.concat([
			Buffer.from("a5010203262001215820", "hex"),
			Buffer.from(x, "base64url"),
			Buffer.from("225820", "hex"),
			Buffer.from(y, "base64url"),
		]);
	}

	/** Answers options for making a passkey. */
	make(options: { challenge: string; rp: { id?: string }; user: { id: string } }, origin: string, twist: Twist = {}): string {
		this.userHandle = options.user.id;
		const client = this.#client("webauthn.create", options.challenge, origin, twist);
		const length = Buffer.alloc(2);
		length.writeUInt16BE(this.id.length);
		const data = Buffer.concat([this.#data(options.rp.id ?? "", 0x40, twist), Buffer.alloc(16), length, this.id, this.#cose]);
		const size = Buffer.alloc(2);
		size.writeUInt16BE(data.length);
		const attestationObject = Buffer.concat([
			Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
			Buffer.from([0x59]),
			size,
			data,
		]);
		return this.#answer({ clientDataJSON: url(client), attestationObject: url(attestationObject), transports: ["internal"] });
	}

	/** Answers options for showing it. */
	show(options: { challenge: string; rpId?: string }, origin: string, twist: Twist = {}): string {
		this.counter += 1;
		const client = this.#client("webauthn.get", options.challenge, origin, twist);
		const data = this.#data(options.rpId ?? "", 0, twist);
		const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.#key);
		return this.#answer({
			clientDataJSON: url(client),
			authenticatorData: url(data),
			signature: url(signature),
			userHandle: twist.userHandle ?? this.userHandle,
		});
	}

	#client(type: string, challenge: string, origin: string, twist: Twist): Buffer {
		const said = {
			type: twist.type ?? type,
			challenge: twist.challenge ?? challenge,
			origin: twist.origin ?? origin,
			crossOrigin: false,
		};
		return Buffer.from(JSON.stringify(said));
	}

	#data(rpId: string, extra: number, twist: Twist): Buffer {
		const flags = 0x01 | (twist.unverified ? 0 : 0x04) | 0x08 | (this.backedUp ? 0x10 : 0) | extra;
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(twist.counter ?? this.counter);
		return Buffer.concat([sha256(twist.rpId ?? rpId), Buffer.from([flags]), counter]);
	}

	#answer(response: object): string {
		return JSON.stringify({ id: url(this.id), rawId: url(this.id), type: "public-key", clientExtensionResults: {}, response });
	}
}
