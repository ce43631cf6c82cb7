import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diarySentence, openReasonIds, whySentence } from "../../src/audit-log/sentences.ts";
import { actionIds, objectNames } from "../../src/audit-log/words.ts";
import { purposeIds } from "../../src/law/purposes.ts";

const house = join(import.meta.dirname, "../..");

/** The Dutch texts of a screen: the first text of each `t("…", "…")`; what is filled in counts as one word. */
function dutchTexts(source: string): string[] {
	const texts = [...source.matchAll(/\bt\(\s*(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g)];
	return texts.map(([, plain, filled]) => (plain ?? filled ?? "").replaceAll(/\$\{[^}]*\}/g, "naam"));
}

/** The numbers of words in the sentences of a text. A heading or a button is a sentence too. */
const lengths = (text: string): number[] =>
	text
		.split(/[.!?;:](?:\s|$)/)
		.map((sentence) => sentence.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0)
		.filter((words) => words > 0);

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const tooLong = (texts: readonly string[]) => texts.filter((text) => lengths(text).some((words) => words > 20));

describe("R3.b — candidates read plain Dutch", () => {
	const screens = globSync("src/*/pages/candidate-*.tsx", { cwd: house }).map((path): [string, string[]] => [
		path,
		dutchTexts(readFileSync(join(house, path), "utf8")),
	]);

	it("R3.b — the measure counts words and sentences", () => {
		expect(dutchTexts(`t("Dag. U mag.", "x") t(\`Hallo \${naam(1)} daar\`, \`y\`)`)).toEqual(["Dag. U mag.", "Hallo naam daar"]);
		expect(lengths("Klopt er iets niet? Zeg het uw begeleider.")).toEqual([4, 4]);
		expect(tooLong([Array(21).fill("woord").join(" ")])).toHaveLength(1);
	});

	it.each(screens)("R3.b — %s: no sentence over twenty words, twelve on average at most", (_, texts) => {
		expect(tooLong(texts)).toEqual([]);
		if (texts.length > 0) expect(mean(texts.flatMap(lengths))).toBeLessThanOrEqual(12);
	});

	it("R3.b — what the log tells a candidate is as plain", () => {
		const who = { kind: "staff", roles: ["backOffice"], name: undefined, self: false };
		const told = actionIds.flatMap((action) =>
			["allowed", "refused"].flatMap((outcome) =>
				[null, ...Object.keys(objectNames)].map((objectType) =>
					diarySentence(who, { action, objectType, purpose: "guidance", outcome }, "nl"),
				),
			),
		);
		const why = [
			...purposeIds.map((id) => whySentence(id, null, "nl")),
			...openReasonIds.map((id) => whySentence("rights", id, "nl")),
		];
		expect(tooLong([...told, ...why])).toEqual([]);
		expect(mean([...told, ...why].flatMap(lengths))).toBeLessThanOrEqual(12);
	});
});
