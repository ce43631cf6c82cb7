import { leftAlone } from "./context.ts";
import { fold } from "./letters.ts";
import type { Lexicon } from "./lexicon.ts";
import { hitsIn } from "./match.ts";
import { numbersIn } from "./numbers.ts";
import type { Meter } from "./phrase.ts";
import { type Finding, type FindingClass, findingClasses, type Marked } from "./rules.ts";
import { wordsOf } from "./words.ts";

/**
 * Everything in a text that may not go to everybody, in the order of the text (R8.1, R4.1). Nothing leaves the process and nothing is
 * kept. That nothing was found does not say that a text is safe.
 */
export function readText(text: string, lexicon: Lexicon, meter: Meter = { steps: 0 }): Finding[] {
	const folded = fold(text);
	const words = wordsOf(folded, text);
	meter.steps += folded.text.length + words.length;
	const own = lexicon.more ? hitsIn(words, lexicon.more, meter) : [];
	const hits = [...hitsIn(words, lexicon, meter), ...own];
	const quiet = hits.filter(({ group }) => group.class === "leftAlone");
	const covered = covers(quiet, words.length);
	const findings: Finding[] = [];
	for (const hit of hits) {
		const { group } = hit;
		if (group.class === "leftAlone" || (covered[hit.first] ?? 0) >= hit.end) continue;
		if (leftAlone(hit, words)) continue;
		const start = words[hit.first]?.start as number;
		const end = words[hit.end - 1]?.end as number;
		findings.push(finding(start, end, group.class, group.rule, group.why));
	}
	for (const one of numbersIn(folded, meter)) {
		const last = folded.at[one.to - 1] as number;
		findings.push(finding(folded.at[one.from] as number, last + 1, one.class, one.rule, one.why));
	}
	return merged(findings);
}

const finding = (start: number, end: number, of: FindingClass, rule: string, reason: Finding["reason"]): Finding => ({
	start,
	end,
	class: of,
	rule,
	reason,
	clause: findingClasses[of].clause,
});

/** For each word how far what is left alone reaches from it. */
function covers(quiet: readonly { first: number; end: number }[], words: number): Uint32Array {
	const reach = new Uint32Array(words);
	for (const { first, end } of quiet)
		for (let index = first; index < end; index++) reach[index] = Math.max(reach[index] as number, end);
	return reach;
}

/** In order of the text; of one class the longest where they overlap. */
function merged(findings: readonly Finding[]): Finding[] {
	const sorted = [...findings].sort((one, two) => one.start - two.start || two.end - one.end);
	const reach = new Map<FindingClass, number>();
	return sorted.filter((one) => {
		if ((reach.get(one.class) ?? -1) >= one.end) return false;
		reach.set(one.class, one.end);
		return true;
	});
}

/** The findings of a text with the sentence that each stands in and its place there: what a setting aside is bound to. */
export function markedIn(text: string, lexicon: Lexicon): Marked[] {
	return readText(text, lexicon).map((one) => ({ ...one, ...sentenceAround(text, one) }));
}

function sentenceAround(text: string, { start, end }: { start: number; end: number }) {
	let from = start;
	while (from > 0 && start - from < 1000 && !ends(text, from - 1)) from--;
	let to = end;
	while (to < text.length && to - end < 1000 && !ends(text, to)) to++;
	if (text[to] !== "\n") to++;
	while (from < start && /\s/.test(text[from] as string)) from++;
	return { sentence: text.slice(from, to).trim(), span: `${start - from}:${text.slice(start, end)}` };
}
const ends = (text: string, at: number) =>
	text[at] === "\n" || (/[.!?]/.test(text[at] as string) && /\s/.test(text[at + 1] ?? " "));
