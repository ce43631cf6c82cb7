import type { Acting } from "../platform/db.server.ts";
import { ownWords } from "./check.server.ts";
import type { OwnWord } from "./lexicon/base.ts";

const kept = { ms: 60_000 };
let last: { readonly at: number; readonly words: readonly OwnWord[] } | undefined;

/** The agency's own words, asked once a minute: for reading along while somebody types, which opens nothing and is no look at anybody. */
export async function wordsInUse(by: Acting): Promise<readonly OwnWord[]> {
	const now = by.now().getTime();
	if (last && Math.abs(now - last.at) < kept.ms) return last.words;
	const words = await by.list("security", { action: "list", clause: "R8.1" }, (tx) => ownWords(tx));
	last = { at: now, words };
	return words;
}
