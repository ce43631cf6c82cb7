import { describe, expect, it } from "vitest";
import { assignmentTypeIds, assignmentTypes } from "../law/assignment-types.ts";
import { inSentence } from "../law/bilingual.ts";
import { dataClassIds, recipientTypeIds, recipientTypes } from "../law/data-classes.ts";
import { purposeIds, purposes } from "../law/purposes.ts";
import { annexes, citation, markdownTable } from "./annexes.ts";

describe.each(["nl", "en"] as const)("R15.1 — the annexes in %s", (language) => {
	const [grounds, recipients, retention, wbp, special] = annexes(language);

	it("R15.1 — every row is as wide as its head, and no cell is empty", () => {
		for (const { head, rows } of annexes(language)) {
			expect(rows.length).toBeGreaterThan(5);
			for (const row of rows) {
				expect(row).toHaveLength(head.length);
				expect(row.every((cell) => cell.trim() !== "")).toBe(true);
			}
		}
	});

	it("R1.2 — annex A gives every service one ground for every purpose", () => {
		for (const purpose of purposeIds) {
			const services = grounds?.rows.filter((row) => row[1] === purposes[purpose][language]).map((row) => row[2]);
			const named = services?.flatMap((cell) => cell?.split("; ") ?? []);
			if (services?.length === 1) continue;
			expect(named?.sort()).toEqual(assignmentTypeIds.map((type) => assignmentTypes[type][language]).sort());
		}
	});

	it("R4.1 — annex B places every recipient once in every row", () => {
		expect(recipients?.rows).toHaveLength(dataClassIds.length);
		for (const row of recipients?.rows ?? []) {
			const cells = row.slice(1).join(", ").toLowerCase();
			for (const type of recipientTypeIds) {
				expect(cells.split(recipientTypes[type][language].toLowerCase()).length - 1, `${row[0]} ${type}`).toBe(1);
			}
		}
	});

	it("R2.1 — annex E names for each service what health data stands on, and whether a law lets the citizen service number in", () => {
		const rows = special?.rows ?? [];
		for (const type of assignmentTypeIds) {
			const about = rows.filter((row) => row[2]?.includes(assignmentTypes[type][language]));
			expect(
				about.some((row) => /UAVG (22|30)/.test(row[3] ?? "")),
				type,
			).toBe(true);
			expect(
				about.some((row) => /BW 7:658a|SUWI 73|UAVG 46/.test(row[3] ?? "")),
				type,
			).toBe(true);
		}
		const outplacement = rows.filter((row) => row[2]?.includes(assignmentTypes.outplacement[language]));
		expect(outplacement.some((row) => row[3]?.includes("UAVG 30"))).toBe(false);
	});

	it("R12.1 — annex C names for each period where it comes from", () => {
		expect(retention?.rows.every((row) => /\(.+\)$/.test(row[2] ?? ""))).toBe(true);
		expect(wbp?.head).toContain("AVG");
	});
});

describe("R15.1 — how laws are cited", () => {
	it.each([
		["avg.6.1.b", "AVG 6(1)(b)"],
		["uavg.30.4", "UAVG 30(4)"],
		["bw.7.658a.5", "BW 7:658a(5)"],
		["suwi.30a", "Wet SUWI 30a"],
		["besluit-suwi.4.1", "Besluit SUWI 4.1"],
		["avg.15–22", "AVG 15–22"],
		["NEN 7513", "NEN 7513"],
	])("R15.1 — %s is %s", (article, text) => expect(citation(article)).toBe(text));

	it("R15.1 — a name inside a sentence begins small, unless it is an abbreviation", () => {
		expect(["De kandidaat zelf", "UWV Werkfit maken", "Verzekeraar"].map(inSentence)).toEqual([
			"de kandidaat zelf",
			"UWV Werkfit maken",
			"verzekeraar",
		]);
	});

	it("R15.1 — a bar inside a cell does not break a table", () => {
		expect(markdownTable({ head: ["a", "b"], rows: [["x|y", "z"]] })).toBe("| a | b |\n| --- | --- |\n| x\\|y | z |");
	});
});
