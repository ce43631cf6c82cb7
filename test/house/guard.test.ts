import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { labelled, measure } from "../../bench/guard/measure.ts";
import { notices } from "../../src/disclosures/notices.ts";
import { lexiconWith } from "../../src/guard/lexicon/base.ts";
import { readText } from "../../src/guard/read.ts";
import { coveringLetter } from "../../src/reports/letter.ts";

const lexicon = lexiconWith();
// Nobody tuned on these. Who changes a sentence in them, or tunes on it, changes what their figures mean.
const unseen = {
	"held-out": "b5f26f607dad3be4e07c7985be4657d082088f1a7a4698893e4342310aa2bf11",
	"second-author": "05bd592d9981b459e68758daa2baabc8294ed31ada4d423934f08daa401999ae",
} as const;

describe("R8.1 — how well the guard reads", () => {
	it("R8.1 — there are a thousand labelled sentences and more, about half of them harmless, a third of them held out", () => {
		const [tuning, held] = [labelled("tuning"), [...labelled("held-out"), ...labelled("second-author")]];
		const all = [...tuning, ...held];
		expect(all.length).toBeGreaterThan(1500);
		expect(all.filter(({ classes }) => classes.length === 0).length / all.length).toBeGreaterThan(0.45);
		expect(held.length / all.length).toBeGreaterThan(1 / 3);
	});

	it.each(Object.entries(unseen))("R8.1 — the sentences of %s are those that nobody tuned on", (part, hash) => {
		const bytes = readFileSync(join(import.meta.dirname, `../../bench/guard/${part}.tsv`));
		expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
	});

	it("R8.1 — on the tuning part recall, precision and capacity apart keep their floors", () => {
		const { door, all, capacityApart } = measure(labelled("tuning"), lexicon);
		expect(door.recall).toBeGreaterThanOrEqual(0.97);
		expect(door.precision).toBeGreaterThanOrEqual(0.9);
		expect(all.recall).toBeGreaterThanOrEqual(0.98);
		expect(all.precision).toBeGreaterThanOrEqual(0.93);
		expect(capacityApart).toBeGreaterThanOrEqual(0.95);
	});

	it("R8.1 — on the held-out part too; per class it is a little lower, and may not sink below what was measured", () => {
		const { door, all, capacityApart } = measure(labelled("held-out"), lexicon);
		expect(door.recall).toBeGreaterThanOrEqual(0.97);
		expect(door.precision).toBeGreaterThanOrEqual(0.9);
		expect(all.recall).toBeGreaterThanOrEqual(0.945);
		expect(all.precision).toBeGreaterThanOrEqual(0.875);
		expect(capacityApart).toBeGreaterThanOrEqual(0.95);
	});

	it("R8.1 — somebody else's sentences are stopped less often, and no less than was measured", () => {
		const { door, all, capacityApart } = measure(labelled("second-author"), lexicon);
		expect(door.recall).toBeGreaterThanOrEqual(0.94);
		expect(door.precision).toBeGreaterThanOrEqual(0.95);
		expect(all.recall).toBeGreaterThanOrEqual(0.93);
		expect(all.precision).toBeGreaterThanOrEqual(0.93);
		expect(capacityApart).toBeGreaterThanOrEqual(0.95);
	});

	it("R8.1 — subjects, letters and file names that the house itself writes hold nothing that the guard finds", () => {
		const about = {
			agency: "Bureau Wegwijzer",
			recipient: "Petra Peeters",
			documentNumber: "K7QM-2XRT-9HBD-4WZP",
		};
		const letter = coveringLetter({ ...about, verifyUrl: "https://spoor.test/controleer", fingerprint: "AB12 CD34" });
		const said = Object.values(notices).flatMap(({ subject, text }) => [subject.nl, subject.en, text.nl, text.en]);
		for (const text of [...said, letter.subjectLine, letter.text, `rapportage-${about.documentNumber}.pdf`])
			expect(
				readText(text, lexicon).map((one) => text.slice(one.start, one.end)),
				text,
			).toEqual([]);
	});
});
