import { openValue, type Place, type SubjectKey, sealValue, type WriteKey } from "./keys/sealed.ts";
import type { KeyService } from "./keys/service.ts";

/** A value still closed, with the place where it was found: it opens only there. T is what it holds. */
export class Sealed<T extends string | Buffer> {
	declare readonly holds: T;
	readonly place: Place;
	readonly ciphertext: Buffer;
	readonly as: "text" | "bytes";

	constructor(place: Place, ciphertext: Buffer, as: "text" | "bytes") {
		this.place = place;
		this.ciphertext = ciphertext;
		this.as = as;
	}
}

/** What comes back after the log entry is committed: each sealed value replaced by what it holds, at any depth. */
export type Opened<T> =
	T extends Sealed<infer V>
		? V
		: T extends Date | Buffer
			? T
			: T extends readonly (infer E)[]
				? Opened<E>[]
				: T extends object
					? { [K in keyof T]: Opened<T[K]> }
					: T;

type Columns = Record<string, Buffer | null>;
type Marked<C extends Columns, V extends string | Buffer> = {
	[K in keyof C]: C[K] extends Buffer ? Sealed<V> : Sealed<V> | null;
};

/** Marks columns of a row as sealed: `sealed("note", row.id, row.subject_id, { goal: row.goal })`. Bytes with `sealed.bytes`. */
export interface Marker {
	<C extends Columns>(table: string, row: string, subject: string, columns: C): Marked<C, string>;
	bytes<C extends Columns>(table: string, row: string, subject: string, columns: C): Marked<C, Buffer>;
}

function mark(as: "text" | "bytes") {
	return (table: string, row: string, subject: string, columns: Columns) =>
		Object.fromEntries(
			Object.entries(columns).map(([column, value]) => [column, value && new Sealed({ table, column, row, subject }, value, as)]),
		);
}

export const marked = Object.assign(mark("text"), { bytes: mark("bytes") }) as Marker;

/** Seals columns of a row: text or bytes in, what the database keeps out; null stays null. */
export type Sealer = <C extends Record<string, string | Uint8Array | null>>(
	table: string,
	row: string,
	subject: string,
	columns: C,
) => Promise<{ [K in keyof C]: C[K] extends string | Uint8Array ? Buffer : Buffer | null }>;

/** A sealer for one transaction: asks a write key per person once. */
export function sealer(keys: KeyService): Sealer {
	const writeKeys = new Map<string, Promise<WriteKey>>();
	const keyFor = (subject: string) => {
		let key = writeKeys.get(subject);
		if (!key) {
			key = keys.writeKeys([subject]).then(([made]) => made as WriteKey);
			writeKeys.set(subject, key);
		}
		return key;
	};
	const seal = async (table: string, row: string, subject: string, columns: Record<string, string | Uint8Array | null>) => {
		const key = await keyFor(subject);
		return Object.fromEntries(
			Object.entries(columns).map(([column, value]) => [
				column,
				value === null
					? null
					: sealValue(key, { table, column, row, subject }, typeof value === "string" ? Buffer.from(value) : value),
			]),
		);
	};
	return seal as Sealer;
}

/** Whose sealed values stand in a result. */
export function subjectsIn(result: unknown): string[] {
	const people = new Set<string>();
	visit(result, ({ place }) => people.add(place.subject));
	return [...people];
}

/** Opens every sealed value in a result with the keys at hand. */
export function openResult<T>(result: T, keys: Map<string, SubjectKey>): Opened<T> {
	return walk(result, ({ place, ciphertext, as }) => {
		const key = keys.get(place.subject);
		if (!key) throw new Error(`No key was given for ${place.table}.${place.column}`);
		const value = openValue(key, place, ciphertext);
		return as === "text" ? value.toString("utf8") : value;
	}) as Opened<T>;
}

const isLeaf = (value: unknown): boolean =>
	value === null || typeof value !== "object" || value instanceof Date || value instanceof Uint8Array;

const noMap = () => new Error("A result is rows and plain objects, not a Map");

function visit(value: unknown, each: (sealed: Sealed<string | Buffer>) => unknown): void {
	if (isLeaf(value)) return;
	if (value instanceof Sealed) each(value);
	else if (Array.isArray(value)) for (const item of value) visit(item, each);
	else if (value instanceof Map) throw noMap();
	else for (const name in value as object) visit((value as Record<string, unknown>)[name], each);
}

function walk(value: unknown, each: (sealed: Sealed<string | Buffer>) => unknown): unknown {
	if (isLeaf(value)) return value;
	if (value instanceof Sealed) return each(value);
	if (Array.isArray(value)) return value.map((item) => walk(item, each));
	if (value instanceof Map) throw noMap();
	const opened: Record<string, unknown> = {};
	for (const name in value as object) opened[name] = walk((value as Record<string, unknown>)[name], each);
	return opened;
}
