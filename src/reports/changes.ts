import { diffLines, diffWordsWithSpace } from "diff";
import { contentToText, parseContent } from "../platform/pdf/content.ts";

export interface Change {
	kind: "same" | "added" | "removed";
	text: string;
}

/** What a report says, as it is compared: title and words, without the marks of headings, lists and bold. */
export const whole = ({ title, body }: { title: string; body: string }): string =>
	`${title.trim()}\n\n${contentToText(parseContent(body))}`;

/**
 * What changed from one version to the next (R7.1), word by word: nothing is left out, so that the parts that stayed and those that
 * came are together the new text, and those that stayed and went the old one.
 */
export function changesBetween(before: string, after: string): Change[] {
	const passages = changed(diffLines(before, after));
	return passages.flatMap((passage, place) => {
		const next = passages[place + 1];
		if (passage.kind === "removed" && next?.kind === "added") return wordByWord(passage.text, next.text);
		const written = passage.kind === "added" && passages[place - 1]?.kind === "removed";
		return written ? [] : [passage];
	});
}

const changed = (found: readonly { added: boolean; removed: boolean; value: string }[]): Change[] =>
	found.map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value }));

/** Of a passage that was written anew only small words stay: said word by word nobody could read either text. */
function wordByWord(before: string, after: string): Change[] {
	const words = changed(diffWordsWithSpace(before, after));
	const letters = (text: string) => text.replaceAll(/\s/g, "").length;
	const stayed = words.reduce((sum, { kind, text }) => (kind === "same" ? sum + letters(text) : sum), 0);
	if (stayed * 2 >= Math.min(letters(before), letters(after))) return words;
	return [
		{ kind: "removed", text: before },
		{ kind: "added", text: after },
	];
}

const around = 160;

/** The same with long passages that stayed shortened to what stands around a change: for a screen, not for a record. */
export function shortened(changes: readonly Change[]): Change[] {
	return changes.map((change, place) => {
		if (change.kind !== "same" || change.text.length <= 2 * around + 20) return change;
		const head = place === 0 ? "" : upToWord(change.text.slice(0, around));
		const tail = place === changes.length - 1 ? "" : fromWord(change.text.slice(-around));
		return { kind: "same", text: `${head && `${head} `}[…]${tail && ` ${tail}`}` };
	});
}

const upToWord = (text: string): string => text.replace(/\s\S*$/, "");
const fromWord = (text: string): string => text.replace(/^\S*\s/, "");

export const hasChanged = (changes: readonly Change[]): boolean => changes.some((change) => change.kind !== "same");
