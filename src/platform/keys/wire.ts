import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { Away, type Outage, outageOf } from "../outage.ts";
import { type KeyCare, KeyRefused, type KeyService } from "./service.ts";

/** Frames of four length bytes and a v8-serialised value; the socket's folder decides who may speak. */
const largest = 16 * 1024 * 1024;

type Ask = { id: number; verb: string; args: unknown[] };
/** `part`: what it failed for want of; its own database and disk are not the asker's. */
type Answer = { id: number; value?: unknown; refused?: string; failed?: string; part?: Outage };

function frames(socket: Socket, each: (value: unknown) => void): void {
	let waiting = Buffer.alloc(0);
	socket.on("data", (chunk) => {
		waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
		while (waiting.length >= 4) {
			const length = waiting.readUInt32BE(0);
			if (length > largest) return void socket.destroy();
			if (waiting.length < 4 + length) return;
			const value = deserialize(waiting.subarray(4, 4 + length));
			waiting = waiting.subarray(4 + length);
			each(value);
		}
	});
}

function frame(value: unknown): Buffer {
	const body = serialize(value);
	const start = Buffer.alloc(4);
	start.writeUInt32BE(body.length);
	return Buffer.concat([start, body]);
}

// Buffers cross as plain byte arrays; this makes them Buffers again, at any depth.
function revive(value: unknown): unknown {
	if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
	if (Array.isArray(value)) return value.map(revive);
	if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, revive(item)]));
	if (value && typeof value === "object")
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]));
	return value;
}

const serviceVerbs = [
	"create",
	"writeKeys",
	"open",
	"tokens",
	"sealingKey",
	"sign",
	"destroy",
] as const satisfies readonly (keyof KeyService)[];
const careVerbs = ["copy", "endCopy", "rotate"] as const satisfies readonly (keyof KeyCare)[];

/** Serves a key store on a unix socket. */
export const serveKeys = (service: KeyService, path: string): Promise<Server> => serve(service, serviceVerbs, path);

/** Where the store's care is asked: inside the store's own folder. */
export const careSocket = (store: string): string => join(store, "care");

/** Serves the store's care on a socket of its own, in a folder that only the key process and root enter. */
export const serveCare = (care: KeyCare, path: string): Promise<Server> =>
	serve({ copy: () => care.copy(), endCopy: () => care.endCopy(), rotate: () => care.rotate() }, careVerbs, path);

function serve<S extends object>(service: S, verbs: readonly (keyof S & string)[], path: string): Promise<Server> {
	const server = createServer((socket) => {
		socket.on("error", () => socket.destroy());
		frames(socket, async (message) => {
			const { id, verb, args } = message as Ask;
			const answer: Answer = { id };
			try {
				const known = verbs.find((one) => one === verb);
				if (!known) throw new KeyRefused("unknown verb");
				answer.value = await (service[known] as (...given: unknown[]) => Promise<unknown>)(...(revive(args) as unknown[]));
			} catch (error) {
				if (error instanceof KeyRefused) answer.refused = error.message;
				else Object.assign(answer, { failed: (error as Error).message, part: outageOf(error) ?? "keys" });
			}
			socket.write(frame(answer));
		});
	});
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(path, () => resolve(server));
	});
}

/** Speaks to the key process over its socket; reconnects by itself. While the process is away or silent every question is refused with Away. */
export const keysOver = (path: string, patience = 15_000): KeyService & { close(): void } =>
	over<KeyService>(path, serviceVerbs, patience);

/** The same for the store's care, which takes its time. */
export const careOver = (path: string): KeyCare & { close(): void } => over<KeyCare>(path, careVerbs);

function over<S extends object>(path: string, verbs: readonly (keyof S & string)[], patience?: number): S & { close(): void } {
	let socket: Socket | undefined;
	let next = 0;
	const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
	const lose = (error: Error) => {
		socket?.destroy();
		socket = undefined;
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	const connected = () => {
		if (socket && !socket.destroyed) return socket;
		const made = connect(path);
		made.unref();
		made.on("error", () => made === socket && lose(new Away("keys", "The key process does not answer")));
		made.on("close", () => made === socket && lose(new Away("keys", "The key process went away")));
		frames(made, (message) => {
			const { id, value, refused, failed, part = "keys" } = message as Answer;
			const asker = waiting.get(id);
			waiting.delete(id);
			if (waiting.size === 0) made.unref();
			if (refused) asker?.reject(new KeyRefused(refused));
			else if (failed) asker?.reject(new Away(part, failed));
			else asker?.resolve(revive(value));
		});
		socket = made;
		return made;
	};
	const ask = (verb: string, ...args: unknown[]) =>
		new Promise<unknown>((resolve, reject) => {
			const id = next++;
			// One question unanswered is a process that hangs: whoever waits is told, and the next question tries anew.
			const timer = patience && setTimeout(() => lose(new Away("keys", "The key process is silent")), patience).unref();
			const done = <T>(then: (value: T) => void) => {
				return (value: T) => {
					clearTimeout(timer);
					then(value);
				};
			};
			waiting.set(id, { resolve: done(resolve), reject: done(reject) });
			const line = connected();
			line.ref();
			line.write(frame({ id, verb, args } satisfies Ask));
		});
	return {
		...(Object.fromEntries(verbs.map((verb) => [verb, (...args: unknown[]) => ask(verb, ...args)])) as unknown as S),
		close: () => lose(new Error("Closed")),
	};
}
