import { compile, type Group, type Lexicon } from "../lexicon.ts";
import type { FindingClass } from "../rules.ts";
import { capacities } from "./capacity.ts";
import { crimes } from "./criminal.ts";
import { illnessOfTheBody } from "./illness-body.ts";
import { illnessOfTheMind } from "./illness-mind.ts";
import { leftAlones } from "./left-alone.ts";
import { ordinary } from "./ordinary.ts";
import { practitioners } from "./practitioners.ts";
import { sets } from "./sets.ts";
import { sickLeaves } from "./sick-leave.ts";
import { specials } from "./special.ts";
import { testScores } from "./test-scores.ts";
import { treatments } from "./treatment.ts";

const groups: readonly Group[] = [
	...illnessOfTheBody,
	...illnessOfTheMind,
	...treatments,
	...practitioners,
	...sickLeaves,
	...capacities,
	...crimes,
	...specials,
	...testScores,
	...leftAlones,
];

let base: Lexicon | undefined;
let last: { readonly of: string; readonly more: Lexicon } | undefined;

/** A word of the agency's own: something to find, or something to leave alone. */
export interface OwnWord {
	readonly word: string;
	readonly class: FindingClass | "leftAlone";
}

/** The guard's own words, made ready once; with an agency's own words when it has them. */
export function lexiconWith(own: readonly OwnWord[] = []): Lexicon {
	base ??= compile(groups, sets, ordinary);
	if (own.length === 0) return base;
	const of = JSON.stringify(own);
	if (last?.of !== of) last = { of, more: compile(own.map(asGroup), sets, "") };
	return { ...base, more: last.more };
}

const asGroup = ({ word, class: of }: OwnWord): Group => ({
	class: of,
	rule: "own",
	why: { nl: "Een eigen woord van het bureau.", en: "A word of the agency's own." },
	unless: [],
	words: word,
});
