import { createHash } from "node:crypto";
import { SetRefused } from "./container.ts";

/**
 * What is inside a set: named parts one after another, each followed by its length and hash as they were written.
 * A frame is one letter, four length bytes and a body: N name, D data, E end of the part.
 */
export interface Part {
	name: string;
	bytes: number;
	sha256: string;
	/** What the writer knew of it only at its end, such as a number of rows. */
	more?: Record<string, unknown>;
}

const largest = 256 * 1024;

function frame(letter: "N" | "D" | "E", body: Uint8Array): Buffer {
	const start = Buffer.alloc(5);
	start.write(letter, "latin1");
	start.writeUInt32BE(body.length, 1);
	return Buffer.concat([start, body]);
}

/** Writes one part; answers (as the generator's return value) what is known of it now. */
export async function* writePart(
	name: string,
	content: AsyncIterable<Buffer>,
	more: () => Record<string, unknown> = () => ({}),
): AsyncGenerator<Buffer, Part> {
	yield frame("N", Buffer.from(name));
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const chunk of content) {
		hash.update(chunk);
		bytes += chunk.length;
		for (let from = 0; from < chunk.length; from += largest) yield frame("D", chunk.subarray(from, from + largest));
	}
	const part: Part = { name, bytes, sha256: hash.digest("hex"), more: more() };
	yield frame("E", Buffer.from(JSON.stringify(part)));
	return part;
}

/** A small part whose content is at hand. */
export const writeJson = (name: string, value: unknown): AsyncGenerator<Buffer, Part> =>
	writePart(
		name,
		(async function* () {
			yield Buffer.from(JSON.stringify(value));
		})(),
	);

export interface Reader {
	/** The next part's name, or undefined at the end. */
	next(): Promise<string | undefined>;
	/** Its content; at its end the hash is checked. */
	content(): AsyncGenerator<Buffer, Part>;
	/** Its content when it is small JSON. */
	json<T>(): Promise<T>;
}

/** Reads parts in order. */
export function readParts(plain: AsyncIterable<Buffer>): Reader {
	const source = plain[Symbol.asyncIterator]();
	let waiting: Buffer = Buffer.alloc(0);

	async function atLeast(length: number): Promise<boolean> {
		while (waiting.length < length) {
			const { value, done } = await source.next();
			if (done) return false;
			waiting = waiting.length === 0 ? value : Buffer.concat([waiting, value]);
		}
		return true;
	}
	async function take(): Promise<{ letter: string; body: Buffer } | undefined> {
		if (!(await atLeast(5))) {
			if (waiting.length > 0) throw new SetRefused("its content stops half-way");
			return undefined;
		}
		const length = waiting.readUInt32BE(1);
		if (!(await atLeast(5 + length))) throw new SetRefused("its content stops half-way");
		const taken = { letter: waiting.toString("latin1", 0, 1), body: waiting.subarray(5, 5 + length) };
		waiting = waiting.subarray(5 + length);
		return taken;
	}
	async function* content(): AsyncGenerator<Buffer, Part> {
		const hash = createHash("sha256");
		for (;;) {
			const taken = await take();
			if (taken?.letter === "D") {
				hash.update(taken.body);
				yield taken.body;
				continue;
			}
			if (taken?.letter !== "E") throw new SetRefused("a part has no end");
			const part = JSON.parse(taken.body.toString()) as Part;
			if (part.sha256 !== hash.digest("hex")) throw new SetRefused(`${part.name} is not what was written`);
			return part;
		}
	}
	return {
		async next() {
			const taken = await take();
			if (!taken) return undefined;
			if (taken.letter !== "N") throw new SetRefused("a part has no name");
			return taken.body.toString();
		},
		content,
		async json<T>() {
			const chunks: Buffer[] = [];
			for await (const chunk of content()) chunks.push(chunk);
			return JSON.parse(Buffer.concat(chunks).toString()) as T;
		},
	};
}
