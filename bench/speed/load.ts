import { connect, type Socket } from "node:net";

/** One request over the wire, and what must come back. */
export interface Ask {
	method: "GET" | "POST";
	path: string;
	headers?: Readonly<Record<string, string>>;
	body?: string;
	status: number;
	/** What the body must hold, so that an error page is never counted as an answer. */
	holds?: string;
}
export interface Said {
	status: number;
	headers: string;
	body: string;
}
/** An operation: one request or several after each other, each made of the answer before it. */
export type Operation = (turn: number, ask: (one: Ask) => Promise<Said>) => Promise<void>;

/** A connection that stays open: small, so that the measuring takes little of the machine that is measured. */
class Line {
	readonly #socket: Socket;
	#waiting: Buffer[] = [];
	#size = 0;
	#settle: { resolve: (said: Said) => void; reject: (error: Error) => void } | undefined;
	readonly #host: string;

	constructor(port: number) {
		this.#host = `localhost:${port}`;
		this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
		this.#socket.on("data", (chunk) => this.#read(chunk));
		this.#socket.on("error", (error) => this.#settle?.reject(error));
		this.#socket.on("close", () => this.#settle?.reject(new Error("The connection was closed")));
	}
	async ask({ method, path, headers = {}, body = "", status, holds }: Ask): Promise<Said> {
		const lines = [`${method} ${path} HTTP/1.1`, `Host: ${this.#host}`];
		for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
		if (method === "POST")
			lines.push("Content-Type: application/x-www-form-urlencoded", `Content-Length: ${Buffer.byteLength(body)}`);
		const said = await new Promise<Said>((resolve, reject) => {
			this.#settle = { resolve, reject };
			this.#socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
		});
		if (said.status !== status || (holds !== undefined && !said.body.includes(holds)))
			throw new Error(`${method} ${path} answered ${said.status}: ${said.body.replaceAll(/<[^>]*>/g, " ").slice(0, 600)}`);
		return said;
	}
	close(): void {
		this.#settle = undefined;
		this.#socket.destroy();
	}
	#read(chunk: Buffer): void {
		this.#waiting.push(chunk);
		this.#size += chunk.length;
		const all = this.#waiting.length === 1 ? chunk : Buffer.concat(this.#waiting);
		this.#waiting = [all];
		const end = all.indexOf("\r\n\r\n");
		if (end < 0) return;
		const headers = all.subarray(0, end).toString("latin1");
		const length = /^content-length: (\d+)/im.exec(headers)?.[1];
		const chunked = /^transfer-encoding: chunked/im.test(headers);
		const start = end + 4;
		if (chunked ? all.indexOf("0\r\n\r\n", Math.max(start, all.length - 5)) < 0 : this.#size < start + Number(length ?? 0))
			return;
		this.#waiting = [];
		this.#size = 0;
		const settle = this.#settle;
		this.#settle = undefined;
		settle?.resolve({ status: Number(headers.slice(9, 12)), headers, body: all.subarray(start).toString("utf8") });
	}
}

/** How long: this many seconds, and longer when by then there are fewer than `least`, but never over six times as long. */
export interface Length {
	seconds: number;
	least: number;
}

/** Does an operation again and again over this many connections; answers each one's milliseconds. */
export async function press(
	port: number,
	connections: number,
	{ seconds, least }: Length,
	operation: Operation,
): Promise<number[]> {
	const times: number[] = [];
	const since = performance.now();
	const goesOn = () => {
		const spent = (performance.now() - since) / 1000;
		return spent < seconds || (times.length < least && spent < 6 * seconds);
	};
	let turn = 0;
	await Promise.all(
		Array.from({ length: connections }, async () => {
			const line = new Line(port);
			try {
				while (goesOn()) {
					const began = performance.now();
					await operation(turn++, (one) => line.ask(one));
					times.push(performance.now() - began);
				}
			} finally {
				line.close();
			}
		}),
	);
	return times;
}
