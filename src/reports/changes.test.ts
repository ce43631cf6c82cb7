import fc from "fast-check";
import { expect, it } from "vitest";
import { changesBetween, hasChanged, shortened, whole } from "./changes.ts";

const joined = (changes: ReturnType<typeof changesBetween>, without: "added" | "removed") =>
	changes
		.filter((change) => change.kind !== without)
		.map((change) => change.text)
		.join("");

it("R7.1 — what changed is said word by word", () => {
	const changes = changesBetween("Mehmet sprak met drie werkgevers.", "Mehmet sprak met vier werkgevers.");
	expect(changes.filter((change) => change.kind !== "same")).toEqual([
		{ kind: "removed", text: "drie" },
		{ kind: "added", text: "vier" },
	]);
});

it("R7.1 — a passage that was written anew is said whole, what went before what came", () => {
	const before = "Kop\nIn eigen woorden van de werknemer.\nSlot";
	const after = "Kop\nJørgen kwam naar elke afspraak van de maand.\nSlot";
	expect(changesBetween(before, after)).toEqual([
		{ kind: "same", text: "Kop\n" },
		{ kind: "removed", text: "In eigen woorden van de werknemer.\n" },
		{ kind: "added", text: "Jørgen kwam naar elke afspraak van de maand.\n" },
		{ kind: "same", text: "Slot" },
	]);
});

it("R7.1 — nothing is left out: what stayed and came is the new text, what stayed and went the old", () => {
	const words = fc.array(fc.constantFrom("a", "bb", "\n", " ", "één", "|", "## Kop")).map((some) => some.join(" "));
	fc.assert(
		fc.property(words, words, (before, after) => {
			const changes = changesBetween(before, after);
			expect(joined(changes, "removed")).toBe(after);
			expect(joined(changes, "added")).toBe(before);
			expect(hasChanged(changes)).toBe(before !== after);
		}),
	);
});

it("R7.1 — the same text twice has no changes, a new title is one", () => {
	expect(hasChanged(changesBetween("Zelfde", "Zelfde"))).toBe(false);
	expect(hasChanged(changesBetween(whole({ title: "Een", body: "x" }), whole({ title: "Twee", body: "x" })))).toBe(true);
});

it("R7.1 — shortened for the screen, every change still stands there whole", () => {
	const long = "woord ".repeat(300);
	const changes = changesBetween(`${long}oud ${long}`, `${long}nieuw ${long}`);
	const short = shortened(changes);
	expect(short.filter((change) => change.kind !== "same")).toEqual(changes.filter((change) => change.kind !== "same"));
	expect(short.map((change) => change.text).join("").length).toBeLessThan(600);
	expect(joined(short, "removed")).toMatch(/^\[…\] .*woord nieuw woord .*woord \[…\]$/);
});
