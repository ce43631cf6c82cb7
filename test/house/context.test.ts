import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freshMinutes, throttle } from "../../src/accounts/rules.ts";
import { glass } from "../../src/looks/rules.ts";
import { paces, peopleAnHour } from "../../src/platform/web/pace.ts";
import { turnsEach } from "../../src/platform/web/turns.ts";

// docs/CONTEXT.md and the limits in docs/RUNNING.md against the numbers that the code decides by.
const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const rows = read("docs/CONTEXT.md")
	.split("\n")
	.filter((line) => line.startsWith("| ") && !/^\| (what is|---)/.test(line))
	.map((line) => line.slice(2, -2).split(" | "));
const row = (what: string) => rows.find(([name]) => name === what)?.join(" | ") ?? "";
const limit = (what: string) => new RegExp(`^\\| ${what}.*$`, "m").exec(read("docs/RUNNING.md"))?.[0] ?? "";
const words: Record<number, string> = {
	3: "three",
	4: "four",
	5: "five",
	10: "ten",
	40: "forty",
	50: "fifty",
	60: "sixty",
	90: "ninety",
};
const word = (n: number) => words[n] ?? String(n);

it("R10.1 — every circumstance that counts is written with its threshold, what follows, and the file that decides it", () => {
	expect(rows.length).toBeGreaterThan(15);
	for (const cells of rows) {
		expect(cells, cells[0]).toHaveLength(5);
		for (const cell of cells) expect(cell.trim(), cells[0]).not.toBe("");
		const file = /`([^`]+)`/.exec(cells[4] ?? "")?.[1] ?? "";
		expect(existsSync(join(root, file)), file).toBe(true);
	}
});

it("R10.1 — the numbers written are the numbers decided by", () => {
	expect(row("tries at an account")).toContain(`${word(throttle.account)} an hour`);
	expect(row("tries at an account")).toContain(`${throttle.longest / 60} minutes`);
	expect(row("tries from a network")).toContain(`${word(throttle.network)} an hour`);
	expect(row("codes for a person")).toContain(`${word(throttle.factor)} an hour`);
	expect(row("the age of the last factor")).toContain(`${word(freshMinutes)} minutes`);
	expect(row("broken glasses")).toContain(`more than ${word(glass.alarmOver)} a day`);
	const { search, form, page } = paces;
	expect(row("searches, forms, pages")).toContain(
		`${word(search.atOnce)}, ${form.atOnce} and ${page.atOnce} at once, then ${search.anHour}, ${form.anHour} and ${page.anHour} an hour`,
	);
	expect(row("different candidates opened")).toContain(`${word(peopleAnHour)} an hour`);
	expect(row("requests at a time")).toContain(`${word(turnsEach.atOnce)} of one person, ${word(turnsEach.waiting)} waiting`);
});

it("R10.1 — the operator reads the same numbers", () => {
	const { search, form, page } = paces;
	expect(limit("different candidates opened")).toContain(`${word(peopleAnHour)} an hour`);
	expect(limit("searches, by one")).toContain(`${word(search.atOnce)} at once, then ${search.anHour} an hour`);
	expect(limit("forms sent")).toContain(`${form.atOnce} at once, then one in two seconds`);
	expect(form.anHour).toBe(1800);
	expect(limit("pages asked for")).toContain(`${page.atOnce} at once, then ${page.anHour} an hour`);
	expect([paces.file.atOnce, paces.file.anHour]).toEqual([100, 4]);
	expect(limit("files to keep")).toContain("a hundred at once, then four an hour");
	expect(row("files to keep")).toContain("a hundred at once, then four an hour");
	expect(limit("requests at a time")).toContain(`${word(turnsEach.atOnce)} are served, ${word(turnsEach.waiting)} wait`);
});
