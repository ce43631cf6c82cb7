import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import type { Chance } from "../clock.ts";
import { sha256 } from "../hash.ts";
import { alone, OID } from "../pdf/cms.ts";
import { NoTimeStamp, readToken, type TimeStamp } from "../pdf/time-stamp.ts";

const LARGEST_ANSWER = 100_000;
const PATIENCE_MS = 10_000;

/**
 * The time-stamp authority at this address (RFC 3161 over HTTP); a name and password in the address are sent as Basic. It gets a
 * hash and a random number, nothing else. Every answer is checked before it is used; what fails rejects with NoTimeStamp.
 */
export function timeStampFrom(address: string, chance: Pick<Chance, "bytes">, patience: number = PATIENCE_MS): TimeStamp {
	const url = new URL(address);
	const login = url.username && Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`);
	const plain = Object.assign(new URL(url), { username: "", password: "" });
	return async (bytes) => {
		const nonce = positive(chance.bytes(16));
		const answer = await fetch(plain, {
			method: "POST",
			body: new Uint8Array(question(bytes, nonce)),
			headers: {
				"content-type": "application/timestamp-query",
				accept: "application/timestamp-reply",
				...(login && { authorization: `Basic ${login.toString("base64")}` }),
			},
			redirect: "error",
			signal: AbortSignal.timeout(patience),
		}).catch((error: Error) => {
			throw new NoTimeStamp("The time-stamp server does not answer", { cause: error });
		});
		if (!answer.ok) throw new NoTimeStamp(`The time-stamp server answers with status ${answer.status}`);
		const token = tokenIn(await whole(answer));
		const read = readOrRefuse(token, bytes);
		if (!read.nonce?.equals(nonce)) throw new NoTimeStamp("The time stamp answers another question");
		if (read.problems.length > 0) throw new NoTimeStamp(read.problems.join("; "));
		return token;
	};
}

function question(bytes: Uint8Array, nonce: Uint8Array): Uint8Array {
	const asked = new pkijs.TimeStampReq({
		version: 1,
		messageImprint: new pkijs.MessageImprint({
			hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new asn1.Null() }),
			hashedMessage: new asn1.OctetString({ valueHex: alone(sha256(bytes)) }),
		}),
		nonce: new asn1.Integer({ valueHex: alone(nonce) }),
		certReq: true,
	});
	return new Uint8Array(asked.toSchema().toBER());
}

// Neither negative nor with a leading zero, so that it comes back as it went.
function positive(bytes: Uint8Array): Uint8Array {
	const number = new Uint8Array(bytes);
	number[0] = ((number[0] ?? 0) & 0x7f) | 0x40;
	return number;
}

async function whole(answer: Response): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const part of answer.body ?? []) {
			length += part.length;
			if (length > LARGEST_ANSWER) throw new NoTimeStamp("The time-stamp server’s answer is too large");
			parts.push(part);
		}
	} catch (error) {
		throw error instanceof NoTimeStamp ? error : new NoTimeStamp("The time-stamp server stopped half-way", { cause: error });
	}
	return Buffer.concat(parts);
}

function tokenIn(answer: Uint8Array): Uint8Array {
	let read: pkijs.TimeStampResp;
	try {
		read = pkijs.TimeStampResp.fromBER(alone(answer));
	} catch (error) {
		throw new NoTimeStamp("The time-stamp server’s answer cannot be read", { cause: error });
	}
	// 0 is granted, 1 granted with changes; all others are refusals.
	if (read.status.status > 1 || !read.timeStampToken) throw new NoTimeStamp("The time-stamp server refuses");
	return new Uint8Array(read.timeStampToken.toSchema().toBER());
}

function readOrRefuse(token: Uint8Array, bytes: Uint8Array) {
	try {
		return readToken(token, bytes);
	} catch (error) {
		throw new NoTimeStamp("The time stamp cannot be read", { cause: error });
	}
}
