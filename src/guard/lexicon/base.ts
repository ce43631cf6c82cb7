import { compile, type Group, type Lexicon } from "../lexicon.ts";
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
/** The guard's own words, made ready once; with an agency's own words when it has them. */
export function lexiconWith(own: readonly Group[] = []): Lexicon {
	if (own.length > 0) return compile([...groups, ...own], sets, ordinary);
	base ??= compile(groups, sets, ordinary);
	return base;
}
