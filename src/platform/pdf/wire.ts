import type { Socket } from "node:net";

// One question and one answer per connection: four length bytes, one byte that says what it is, the bytes themselves.
const HEAD = 5;
export const PDF = 1;
export const REFUSED = 2;
export const ASK = 3;

export type Frame = { kind: number; body: Buffer };

/** The bytes of one frame. */
export function frame(kind: number, body: Uint8Array): Buffer {
	const head = Buffer.alloc(HEAD);
	head.writeUInt32BE(body.length, 0);
	head.writeUInt8(kind, 4);
	return Buffer.concat([head, body]);
}

/** Reads the one frame that the other side sends. Rejects when it is longer than `largest` or the connection ends before it is whole. */
export function readFrame(socket: Socket, largest: number): Promise<Frame> {
	return new Promise((resolve, reject) => {
		const parts: Buffer[] = [];
		let have = 0;
		let need = HEAD;
		socket.on("data", (part) => {
			parts.push(part as Buffer);
			have += part.length;
			if (have < need) return;
			const all = Buffer.concat(parts.splice(0));
			const length = all.readUInt32BE(0);
			if (length > largest) return reject(new TooLarge());
			need = HEAD + length;
			if (have >= need) resolve({ kind: all.readUInt8(4), body: all.subarray(HEAD, need) });
			else parts.push(all);
		});
		socket.on("error", reject);
		socket.on("close", () => reject(new Error("The other side went away")));
	});
}

export class TooLarge extends Error {}
