import { createContext, Script } from "node:vm";

// Reads a regular expression far enough to write what it likes least: the way in to each repetition, much of what repeats, and an end that
// fits nowhere, so that every way back is tried.

type Node =
	| { kind: "atom"; source: string }
	| { kind: "empty" }
	| { kind: "all"; parts: Node[] }
	| { kind: "one"; choices: Node[] }
	| { kind: "look"; body: Node }
	| { kind: "repeat"; body: Node; min: number; max: number };

class Reader {
	readonly #text: string;
	#at = 0;
	constructor(text: string) {
		this.#text = text;
	}
	choices(): Node {
		const found = [this.#sequence()];
		while (this.#text[this.#at] === "|") {
			this.#at++;
			found.push(this.#sequence());
		}
		return found.length === 1 ? (found[0] as Node) : { kind: "one", choices: found };
	}
	#sequence(): Node {
		const parts: Node[] = [];
		while (this.#at < this.#text.length && !"|)".includes(this.#text[this.#at] ?? "")) parts.push(this.#repeated(this.#single()));
		return { kind: "all", parts };
	}
	#take(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text)?.[0];
		if (found !== undefined) this.#at += found.length;
		return found;
	}
	#single(): Node {
		const open = this.#take(/\((?:\?(?:<?[=!]|:|<\w+>|[ims-]*:))?/y);
		if (open !== undefined) {
			const body = this.choices();
			this.#at++; // the closing bracket
			return /^\(\?<?[=!]/.test(open) ? { kind: "look", body } : body;
		}
		if (this.#take(/\^|\$|\\[bB]/y) !== undefined) return { kind: "empty" };
		const source =
			this.#take(/\[(?:\\[pPu]\{[^}]*\}|\\.|[^\]\\])*\]/y) ??
			this.#take(/\\[pPu]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\k<\w+>|\\c[A-Za-z]|\\./iy) ??
			this.#take(/[\s\S]/uy) ??
			"";
		// What was captured before is left out: it only makes a sample fit less well.
		return /^\\(?:k<|[1-9])/.test(source) ? { kind: "empty" } : { kind: "atom", source };
	}
	#repeated(body: Node): Node {
		const mark = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
		if (mark === undefined) return body;
		const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(mark) ?? [];
		if (least !== undefined)
			return {
				kind: "repeat",
				body,
				min: Number(least),
				max: most ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least),
			};
		return { kind: "repeat", body, min: mark.startsWith("+") ? 1 : 0, max: mark.startsWith("?") ? 1 : Number.POSITIVE_INFINITY };
	}
}

const tried = [..."a0 -._@/:'\"<>=,;&#+()[]{}|*\\%\n\tAzéZ9€", "\u0001", "\u00a0"];
const fits = new Map<string, string[]>();

/** Up to three different characters that fit this atom. */
function charactersOf(source: string, flags: string): string[] {
	const key = `${flags} ${source}`;
	let found = fits.get(key);
	if (!found) {
		const pattern = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ""));
		const plain = source.length === 1 ? [source] : [];
		found = [...plain, ...tried].filter((one) => pattern.test(one)).slice(0, 3);
		fits.set(key, found);
	}
	return found;
}

/** A few texts that this part takes. */
function samples(node: Node, flags: string): string[] {
	switch (node.kind) {
		case "atom":
			return charactersOf(node.source, flags);
		case "all": {
			let texts = [""];
			for (const part of node.parts) {
				const next = samples(part, flags);
				if (next.length > 0)
					texts = texts.flatMap((text, n) => (n === 0 ? next.map((one) => text + one) : [text + next[0]])).slice(0, 4);
			}
			return texts;
		}
		case "one":
			return node.choices.flatMap((choice) => samples(choice, flags).slice(0, 1)).slice(0, 6);
		case "repeat":
			return samples(node.body, flags).map((one) => one.repeat(Math.max(1, Math.min(node.min, 50))));
		default:
			return [""];
	}
}

interface Pump {
	before: string;
	again: readonly string[];
}

/** Every repetition without a small end: how one gets there, and what repeats. */
function pumpsOf(node: Node, flags: string, before = ""): Pump[] {
	if (node.kind === "all") {
		const found: Pump[] = [];
		let way = before;
		for (const part of node.parts) {
			found.push(...pumpsOf(part, flags, way));
			way += samples(part, flags)[0] ?? "";
		}
		return found;
	}
	if (node.kind === "one") return node.choices.flatMap((choice) => pumpsOf(choice, flags, before));
	if (node.kind === "look") return pumpsOf(node.body, flags, before);
	if (node.kind !== "repeat") return [];
	const inner = pumpsOf(node.body, flags, before);
	if (node.max < 10) return inner;
	const again = samples(node.body, flags).filter(Boolean);
	const mixed = again.length > 1 ? [again.join("")] : [];
	return [...inner, { before, again: [...again, ...mixed] }];
}

/** Texts of about this length that cost a pattern most. */
export function hostileTo(pattern: RegExp, length: number): string[] {
	const pumps = pumpsOf(new Reader(pattern.source).choices(), pattern.flags);
	const texts = pumps.flatMap(({ before, again }) =>
		again.flatMap((one) =>
			["\u0001", ""].map((end) => before + one.repeat(Math.ceil(length / one.length)).slice(0, length) + end),
		),
	);
	return [...new Set(texts)];
}

const context = createContext({});
const search = new Script("pattern.lastIndex = 0; pattern.test(text)");

/** Does it come to an end in so many milliseconds? */
export function endsWithin(pattern: RegExp, text: string, milliseconds: number): boolean {
	Object.assign(context, { pattern, text });
	try {
		search.runInContext(context, { timeout: milliseconds });
		return true;
	} catch {
		return false;
	}
}
