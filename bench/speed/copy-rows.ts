// Rows in PostgreSQL's binary COPY format: nothing is parsed as text, and sealed values do not double.

export type Value =
	| { uuid: string }
	| { at: Date }
	| { day: string }
	| { int: number }
	| string
	| Uint8Array
	| boolean
	| null
	| { array: "text" | "uuid"; of: readonly string[] };

const epoch = Date.UTC(2000, 0, 1);
const signature = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const types = { text: 25, uuid: 2950 } as const;

export const uuid = (value: string) => ({ uuid: value });
export const at = (value: Date) => ({ at: value });
export const day = (value: string) => ({ day: value });
export const int = (value: number) => ({ int: value });

/** Collects the rows of one COPY in one growing buffer. */
export class Rows {
	#buffer = Buffer.allocUnsafe(1 << 16);
	#length = 0;

	constructor() {
		this.#bytes(signature);
	}
	add(...values: readonly Value[]): void {
		this.#room(2);
		this.#length = this.#buffer.writeInt16BE(values.length, this.#length);
		for (const value of values) this.#value(value);
	}
	/** All of it, with the end mark; begins anew. */
	take(): Buffer {
		this.#room(2);
		this.#length = this.#buffer.writeInt16BE(-1, this.#length);
		const taken = this.#buffer.subarray(0, this.#length);
		this.#buffer = Buffer.allocUnsafe(this.#buffer.length);
		this.#length = 0;
		this.#bytes(signature);
		return taken;
	}
	get empty(): boolean {
		return this.#length === signature.length;
	}
	#room(bytes: number): void {
		if (this.#length + bytes <= this.#buffer.length) return;
		const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
		this.#buffer.copy(larger, 0, 0, this.#length);
		this.#buffer = larger;
	}
	#bytes(bytes: Uint8Array): void {
		this.#room(bytes.length);
		this.#buffer.set(bytes, this.#length);
		this.#length += bytes.length;
	}
	#int(value: number): void {
		this.#room(4);
		this.#length = this.#buffer.writeInt32BE(value, this.#length);
	}
	#sized(bytes: Uint8Array): void {
		this.#int(bytes.length);
		this.#bytes(bytes);
	}
	#value(value: Value): void {
		if (value === null) this.#int(-1);
		else if (typeof value === "string") this.#sized(Buffer.from(value));
		else if (typeof value === "boolean") this.#sized(Buffer.of(value ? 1 : 0));
		else if (value instanceof Uint8Array) this.#sized(value);
		else if ("uuid" in value) this.#sized(Buffer.from(value.uuid.replaceAll("-", ""), "hex"));
		else if ("array" in value) this.#array(value.array, value.of);
		else if ("at" in value) {
			this.#int(8);
			this.#room(8);
			this.#length = this.#buffer.writeBigInt64BE(BigInt(value.at.getTime() - epoch) * 1000n, this.#length);
		} else {
			this.#int(4);
			this.#int("int" in value ? value.int : (Date.parse(value.day) - epoch) / 86_400_000);
		}
	}
	#array(of: "text" | "uuid", values: readonly string[]): void {
		const items = values.map((value) => (of === "text" ? Buffer.from(value) : Buffer.from(value.replaceAll("-", ""), "hex")));
		const some = items.length > 0;
		this.#int(12 + (some ? 8 : 0) + items.reduce((sum, item) => sum + 4 + item.length, 0));
		for (const part of [some ? 1 : 0, 0, types[of], ...(some ? [items.length, 1] : [])]) this.#int(part);
		for (const item of items) this.#sized(item);
	}
}
