import { once } from "node:events";
import type pg from "pg";

// COPY to and from a stream. pg hands a query of one's own the messages of the protocol; these two speak that part of it.

interface Wire {
	stream: NodeJS.ReadableStream & NodeJS.WritableStream & NodeJS.EventEmitter & { destroyed?: boolean };
	query(text: string): void;
	sync(): void;
	sendCopyFromChunk(chunk: Buffer): boolean | undefined;
	endCopyFrom(): void;
	sendCopyFail(message: string): void;
}

type Settle = { resolve: (rows: number) => void; reject: (error: Error) => void };

/** The messages that pg's session passes on to the query at work. */
abstract class Copy implements pg.Submittable {
	readonly #text: string;
	#rows = 0;
	protected failed: Error | undefined;
	#settle: Settle | undefined;
	readonly done: Promise<number>;
	callback = () => {};

	constructor(text: string) {
		this.#text = text;
		this.done = new Promise((resolve, reject) => {
			this.#settle = { resolve, reject };
		});
		this.done.catch(() => {});
	}
	submit(connection: unknown): void {
		(connection as Wire).query(this.#text);
	}
	handleCommandComplete(message: { text: string }): void {
		this.#rows = Number(message.text.split(" ").at(-1));
	}
	handleError(error: Error): void {
		this.failed = error;
		this.#settle?.reject(error);
	}
	handleReadyForQuery(): void {
		if (!this.failed) this.#settle?.resolve(this.#rows);
	}
	handleRowDescription(): void {}
	handleEmptyQuery(): void {}
	handleCopyInResponse(wire: Wire): void {
		wire.sendCopyFail("nothing to copy in");
	}
	handleCopyData(_message: { chunk: Buffer }, _wire: Wire): void {}
}

class CopyOut extends Copy {
	readonly waiting: Buffer[] = [];
	wake: () => void = () => {};
	#wire: Wire | undefined;

	override handleCopyData({ chunk }: { chunk: Buffer }, wire: Wire): void {
		this.#wire = wire;
		this.waiting.push(Buffer.from(chunk)); // the driver reuses what it read into
		if (this.waiting.length > 256) wire.stream.pause();
		this.wake();
	}
	resume(): void {
		this.#wire?.stream.resume();
	}
}

/** What COPY … TO STDOUT gives, at the reader's pace; the generator's return value is the number of rows. */
export async function* copyOut(session: pg.Client, text: string): AsyncGenerator<Buffer, number> {
	const copy = new CopyOut(text);
	session.query(copy);
	let over = false;
	const ended = copy.done.finally(() => {
		over = true;
		copy.wake();
	});
	ended.catch(() => {});
	try {
		for (;;) {
			if (copy.waiting.length > 0) {
				yield Buffer.concat(copy.waiting.splice(0));
				copy.resume();
			} else if (over) return await ended;
			else
				await new Promise<void>((resolve) => {
					copy.wake = resolve;
				});
		}
	} finally {
		copy.resume(); // a reader that stops early leaves the session usable
	}
}

class CopyIn extends Copy {
	readonly #content: AsyncIterable<Buffer>;
	constructor(text: string, content: AsyncIterable<Buffer>) {
		super(text);
		this.#content = content;
	}
	override handleCopyInResponse(wire: Wire): void {
		void this.#send(wire);
	}
	async #send(wire: Wire): Promise<void> {
		try {
			for await (const chunk of this.#content) {
				if (this.failed || wire.stream.destroyed) return;
				wire.sendCopyFromChunk(chunk);
				if ((wire.stream as unknown as { writableNeedDrain: boolean }).writableNeedDrain) await once(wire.stream, "drain");
			}
			wire.endCopyFrom();
		} catch (error) {
			this.reason = error as Error;
			wire.sendCopyFail("the source failed");
		}
	}
	/** Why the source failed: says more than the server's answer to that. */
	reason: Error | undefined;
}

/** Gives COPY … FROM STDIN its content; answers the number of rows. */
export async function copyIn(session: pg.Client, text: string, content: AsyncIterable<Buffer>): Promise<number> {
	const copy = new CopyIn(text, content);
	session.query(copy);
	try {
		return await copy.done;
	} catch (error) {
		throw copy.reason ?? error;
	}
}
