// Reads the objects of a PDF with plain cross-reference tables, which is what our renderer writes. It is strict: what it
// does not know it refuses, so that nothing hides in an object that our checks did not look at.

export type At = { start: number; end: number };
export type Dict = { kind: "dict"; entries: Map<string, PdfValue>; stream: boolean; at: At };
export type PdfValue =
	| { kind: "null" }
	| { kind: "boolean"; value: boolean }
	| { kind: "number"; value: number }
	| { kind: "name"; value: string }
	| { kind: "string"; bytes: Buffer; at: At }
	| { kind: "array"; items: PdfValue[]; at: At }
	| { kind: "ref"; object: number }
	| Dict;
export type Section = { at: number; offsets: Map<number, number>; trailer: Dict };
export type PdfFile = {
	text: string;
	/** Cross-reference sections, the newest first. */
	sections: Section[];
	/** Every object in use, newest version, by number. */
	offsets: Map<number, number>;
	trailer: Dict;
	object(number: number): PdfValue;
	/** What an entry stands for, references followed. */
	get(dict: Dict, key: string): PdfValue | undefined;
};

export class Unreadable extends Error {}
const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;
const DEEPEST = 50;

/** Reads the structure of a PDF. Throws Unreadable when it is not one of the plain kind that we make. */
export function readPdf(bytes: Uint8Array): PdfFile {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	const last = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(text.slice(-64));
	if (!text.startsWith("%PDF-1.") || !last) throw new Unreadable("This is not a PDF of the kind that we make");
	const sections: Section[] = [];
	for (let at: number | undefined = Number(last[1]); at !== undefined; ) {
		if (sections.length > 20) throw new Unreadable("Too many revisions");
		const section = readSection(text, at);
		sections.push(section);
		const previous = section.trailer.entries.get("Prev");
		if (previous?.kind === "number" && previous.value >= at) throw new Unreadable("The revisions are out of order");
		at = previous?.kind === "number" ? previous.value : undefined;
	}
	const offsets = new Map(sections.toReversed().flatMap((section) => [...section.offsets]));
	const trailer = (sections[0] as Section).trailer;
	const object = (number: number) => readObject(text, number, offsets.get(number));
	const get = (dict: Dict, key: string) => {
		const value = dict.entries.get(key);
		return value?.kind === "ref" ? object(value.object) : value;
	};
	return { text, sections, offsets, trailer, object, get };
}

/** The dictionary under a key. Throws Unreadable when it is not there. */
export function dictAt(file: PdfFile, dict: Dict, key: string): Dict {
	const found = file.get(dict, key);
	if (found?.kind !== "dict") throw new Unreadable(`There is no /${key}`);
	return found;
}

function readSection(text: string, at: number): Section {
	const head = /^xref\s+/.exec(text.slice(at, at + 16));
	if (!head) throw new Unreadable("The cross-reference table is not where the file says it is");
	const offsets = new Map<number, number>();
	let place = at + head[0].length;
	for (;;) {
		const range = /^(\d{1,8}) (\d{1,8})\s*\n/.exec(text.slice(place, place + 24));
		if (!range) break;
		place += range[0].length;
		for (let index = 0; index < Number(range[2]); index++, place += 20) {
			const line = text.slice(place, place + 20);
			if (!/^\d{10} \d{5} [nf]/.test(line)) throw new Unreadable("The cross-reference table is broken");
			if (line[17] === "n") offsets.set(Number(range[1]) + index, Number(line.slice(0, 10)));
		}
	}
	const mark = /^trailer\s*/.exec(text.slice(place, place + 16));
	if (!mark) throw new Unreadable("There is no trailer");
	const trailer = new Reader(text, place + mark[0].length).value(0);
	if (trailer.kind !== "dict" || trailer.entries.has("XRefStm")) throw new Unreadable("The trailer is not a plain one");
	return { at, offsets, trailer };
}

function readObject(text: string, number: number, offset: number | undefined): PdfValue {
	if (offset === undefined) return { kind: "null" };
	const head = /^(\d{1,8}) (\d{1,5}) obj/.exec(text.slice(offset, offset + 24));
	if (!head || Number(head[1]) !== number) throw new Unreadable(`Object ${number} is not where the file says it is`);
	const reader = new Reader(text, offset + head[0].length);
	const value = reader.value(0);
	if (value.kind === "dict") value.stream = reader.sees("stream");
	else if (!reader.sees("endobj")) throw new Unreadable(`Object ${number} does not end`);
	return value;
}

class Reader {
	text: string;
	place: number;
	constructor(text: string, place: number) {
		this.text = text;
		this.place = place;
	}

	sees(word: string): boolean {
		this.skip();
		return this.text.startsWith(word, this.place);
	}

	skip(): void {
		for (;;) {
			const here = this.text[this.place];
			if (here === "%") while (this.place < this.text.length && !/[\r\n]/.test(this.text[this.place] as string)) this.place++;
			else if (here !== undefined && SPACE.test(here)) this.place++;
			else return;
		}
	}

	value(depth: number): PdfValue {
		if (depth > DEEPEST) throw new Unreadable("Objects are nested too deeply");
		this.skip();
		const start = this.place;
		const here = this.text[start];
		if (this.text.startsWith("<<", start)) return this.dict(depth, start);
		if (here === "<") return this.hexString(start);
		if (here === "(") return this.literalString(start);
		if (here === "[") return this.array(depth, start);
		if (here === "/") return { kind: "name", value: this.name() };
		return this.plain(start);
	}

	dict(depth: number, start: number): Dict {
		this.place += 2;
		const entries = new Map<string, PdfValue>();
		while (!this.sees(">>")) {
			if (this.text[this.place] !== "/") throw new Unreadable("A dictionary is broken");
			const key = this.name();
			if (entries.has(key)) throw new Unreadable(`A dictionary says /${key} twice`);
			entries.set(key, this.value(depth + 1));
		}
		this.place += 2;
		return { kind: "dict", entries, stream: false, at: { start, end: this.place } };
	}

	array(depth: number, start: number): PdfValue {
		this.place++;
		const items: PdfValue[] = [];
		while (!this.sees("]")) items.push(this.value(depth + 1));
		this.place++;
		return { kind: "array", items, at: { start, end: this.place } };
	}

	name(): string {
		const word = this.word(this.place + 1);
		return word.replace(/#([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
	}

	word(from: number): string {
		let end = from;
		while (end < this.text.length && !DELIMITER.test(this.text[end] as string)) end++;
		this.place = end;
		return this.text.slice(from, end);
	}

	plain(start: number): PdfValue {
		const reference = /^(\d{1,8})\s+(\d{1,5})\s+R(?![A-Za-z])/.exec(this.text.slice(start, start + 32));
		if (reference) {
			this.place = start + reference[0].length;
			return { kind: "ref", object: Number(reference[1]) };
		}
		const word = this.word(start);
		if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" };
		if (word === "null") return { kind: "null" };
		if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new Unreadable("An object is broken");
		return { kind: "number", value: Number(word) };
	}

	hexString(start: number): PdfValue {
		const end = this.text.indexOf(">", start);
		const digits = this.text.slice(start + 1, end).replace(/\s/g, "");
		if (end < 0 || !/^[0-9a-fA-F]*$/.test(digits)) throw new Unreadable("A string is broken");
		this.place = end + 1;
		return {
			kind: "string",
			bytes: Buffer.from(digits.padEnd(digits.length + (digits.length % 2), "0"), "hex"),
			at: { start, end: this.place },
		};
	}

	literalString(start: number): PdfValue {
		let out = "";
		let open = 0;
		for (let place = start; place < this.text.length; place++) {
			const letter = this.text[place] as string;
			if (letter === "\\") {
				const escaped = /^\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/.exec(this.text.slice(place, place + 4)) as RegExpExecArray;
				out += escaped[1]
					? String.fromCharCode(Number.parseInt(escaped[1], 8) & 255)
					: (ESCAPES[escaped[2] as string] ?? escaped[2]);
				place += escaped[0].length - 1;
				continue;
			}
			if (letter === "(") open++;
			if (letter === ")" && --open === 0) {
				this.place = place + 1;
				return { kind: "string", bytes: Buffer.from(out.slice(1), "latin1"), at: { start, end: this.place } };
			}
			out += letter;
		}
		throw new Unreadable("A string does not end");
	}
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "", "\r\n": "" };
