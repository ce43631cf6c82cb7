import { expect, it } from "vitest";
import { type Head, newestFirst, paged, perPage } from "./timeline.ts";

const head = (id: string, at: Date | string, made = "2026-11-01T10:00:00Z", section: Head["section"] = "notities"): Head => ({
	section,
	kind: "note",
	id,
	at,
	made: new Date(made),
});

it("R5.1 — the timeline runs from new to old by the day things are of, and within a day by when they were written down", () => {
	const heads = [
		head("old", "2026-10-01"),
		head("late at night", new Date("2026-11-02T23:30:00Z"), "2026-11-02T23:30:00Z"),
		head("same day", "2026-11-03", "2026-11-03T09:00:00Z"),
		head("first that day", "2026-11-03", "2026-11-03T08:00:00Z"),
	];
	// Half past eleven at night in UTC is the next day in Amsterdam.
	expect(newestFirst(heads).map(({ id }) => id)).toEqual(["same day", "first that day", "late at night", "old"]);
});

it("R5.1 — a long dossier comes in pages of twenty, a section by itself, and a page that is not there is the last", () => {
	const heads = Array.from({ length: 45 }, (_, i) => head(`n${i}`, "2026-11-01")).concat(
		head("r", "2026-11-01", undefined, "rapportages"),
	);
	expect(paged(heads, undefined, 1)).toMatchObject({
		page: 1,
		pages: 3,
		counts: { all: 46, notities: 45, rapportages: 1, gegevens: 0 },
	});
	expect(paged(heads, undefined, 1).heads).toHaveLength(perPage);
	expect(paged(heads, undefined, 99)).toMatchObject({ page: 3 });
	expect(paged(heads, "rapportages", Number.NaN).heads.map(({ id }) => id)).toEqual(["r"]);
	expect(paged([], undefined, 0)).toMatchObject({ page: 1, pages: 1, heads: [] });
});
