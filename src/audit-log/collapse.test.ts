import { describe, expect, it } from "vitest";
import { collapse, type Line } from "./collapse.ts";

const entry = (at: string, changes: Partial<Line> = {}): Line => ({
	...{ at: new Date(at), actorKind: "staff", actorId: "a", roles: ["coach"], action: "view", objectType: "candidate" },
	...{ purpose: "guidance", ground: null, clause: "R5.1", outcome: "allowed", breakGlass: false },
	...changes,
});
const shape = (entries: Line[]) =>
	collapse(entries).map(({ day, lines }) => [day, ...lines.map((one) => `${one.line.action} ${one.count}`)]);

describe("R1.2 — equal lines of a day are one, and nothing disappears in it", () => {
	it("R1.2 — three looks of one coach on one day are one line with its count, its newest moment and its first", () => {
		const [day] = collapse([entry("2026-11-23T08:00:00Z"), entry("2026-11-23T12:00:00Z"), entry("2026-11-23T10:00:00Z")]);
		expect(day?.lines).toHaveLength(1);
		expect(day?.lines[0]).toMatchObject({
			count: 3,
			first: new Date("2026-11-23T08:00:00Z"),
			line: { at: new Date("2026-11-23T12:00:00Z") },
		});
	});

	const other: [keyof Line, Partial<Line>][] = [
		["actorKind", { actorKind: "worker" }],
		["actorId", { actorId: "b" }],
		["roles", { roles: ["dpo"] }],
		["action", { action: "print" }],
		["objectType", { objectType: "note" }],
		["purpose", { purpose: "rights" }],
		["ground", { ground: "complaint" }],
		["clause", { clause: "R4.1" }],
		["outcome", { outcome: "refused" }],
		["breakGlass", { breakGlass: true }],
	];
	it.each(other)("R1.2 — what differs in %s stays a line of its own", (_, changes) => {
		expect(collapse([entry("2026-11-23T08:00:00Z"), entry("2026-11-23T09:00:00Z", changes)])[0]?.lines).toHaveLength(2);
	});

	it("R1.2 — a day ends at midnight in Amsterdam; days and lines come newest first", () => {
		expect(
			shape([
				entry("2026-11-22T22:30:00Z", { action: "edit" }),
				entry("2026-11-22T23:30:00Z"),
				entry("2026-11-23T12:00:00Z", { action: "list" }),
			]),
		).toEqual([
			["2026-11-23", "list 1", "view 1"],
			["2026-11-22", "edit 1"],
		]);
		expect(shape([])).toEqual([]);
	});
});
