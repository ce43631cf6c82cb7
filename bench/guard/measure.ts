import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lexicon } from "../../src/guard/lexicon.ts";
import { readText } from "../../src/guard/read.ts";
import { type FindingClass, findingClassIds } from "../../src/guard/rules.ts";

export interface Line {
	readonly text: string;
	readonly classes: readonly FindingClass[];
}

/** The labelled sentences of a part: classes (or `-`), a tab, the sentence. */
export function labelled(part: "tuning" | "held-out" | "second-author"): Line[] {
	const lines = readFileSync(join(import.meta.dirname, `${part}.tsv`), "utf8").split("\n");
	return lines
		.filter((line) => line !== "" && !line.startsWith("#"))
		.map((line) => {
			const [labels, text] = line.split("\t") as [string, string];
			const classes = labels === "-" ? [] : (labels.split(" ") as FindingClass[]);
			for (const one of classes) if (!findingClassIds.includes(one)) throw new Error(`No class ${one}: ${line}`);
			if (!text) throw new Error(`No sentence: ${line}`);
			return { text, classes };
		});
}

const health = new Set<FindingClass>(["illness", "treatment", "practitioner"]);
/** At the door nature, cause and treatment are one row of the law's table. */
const atTheDoor = (classes: readonly FindingClass[]) =>
	new Set(classes.filter((one) => one !== "capacity").map((one) => (health.has(one) ? "illness" : one)));

interface Score {
	found: number;
	meant: number;
	wrong: number;
}
const rates = ({ found, meant, wrong }: Score) => ({
	found,
	meant,
	wrong,
	recall: meant === 0 ? 1 : found / meant,
	precision: found + wrong === 0 ? 1 : found / (found + wrong),
});

/** Counts, per class and at the door (where a sentence is stopped or passes), and lists each miss. */
export function measure(lines: readonly Line[], lexicon: Lexicon) {
	const scores = new Map(findingClassIds.map((one) => [one, { found: 0, meant: 0, wrong: 0 } as Score]));
	const door = { found: 0, meant: 0, wrong: 0 };
	const all = { found: 0, meant: 0, wrong: 0 };
	const apart = { right: 0, of: 0 };
	const misses: { text: string; missed: FindingClass[]; extra: FindingClass[] }[] = [];
	for (const { text, classes } of lines) {
		const found = [...new Set(readText(text, lexicon).map((one) => one.class))];
		for (const [one, score] of scores) {
			const [is, meant] = [found.includes(one), classes.includes(one)];
			const counted = one === "capacity" ? [score] : [score, all];
			for (const count of counted) {
				if (meant) count.meant++;
				if (meant && is) count.found++;
				if (!meant && is) count.wrong++;
			}
		}
		const [stopped, stops] = [atTheDoor(found), atTheDoor(classes)];
		if (stops.size > 0) door.meant++;
		if (stops.size > 0 && [...stops].every((one) => stopped.has(one))) door.found++;
		if (stops.size === 0 && stopped.size > 0) door.wrong++;
		if (classes.includes("capacity") && !classes.some((one) => health.has(one))) {
			apart.of++;
			if (!found.some((one) => health.has(one))) apart.right++;
		}
		const missed = classes.filter((one) => !found.includes(one));
		const extra = found.filter((one) => !classes.includes(one));
		if (missed.length + extra.length > 0) misses.push({ text, missed, extra });
	}
	return {
		classes: [...scores].map(([one, score]) => [one, rates(score)] as const),
		door: rates(door),
		all: rates(all),
		capacityApart: apart.of === 0 ? 1 : apart.right / apart.of,
		harmless: lines.filter(({ classes }) => classes.length === 0).length,
		misses,
	};
}
