import { describe, expect, it } from "vitest";
import { roleIds } from "../law/roles.ts";
import {
	emergencyReasonIds,
	emergencyReasons,
	isAlarm,
	isMany,
	mayBreakGlass,
	mayDeclare,
	mayEndConflict,
	mayReview,
	mayReviewMonth,
	roleFor,
} from "./rules.ts";

const both = [true, false] as const;

describe("R1.2 — breaking the glass", () => {
	const ages = [undefined, 0, 10, 10.01, 600];
	it.each(both.flatMap((mine) => both.flatMap((conflict) => ages.map((factorAge) => ({ mine, conflict, factorAge })))))(
		"R1.2 — of one's own $mine, close to one $conflict, second factor $factorAge minutes ago",
		(facts) => {
			const good = !facts.mine && !facts.conflict && facts.factorAge !== undefined && facts.factorAge <= 10;
			expect(mayBreakGlass({ roles: ["coach"], ...facts }).allowed).toBe(good);
		},
	);
	it.each(roleIds)("R1.2 — %s breaks it only as coach, coordinator or privacy officer", (role) => {
		const able = ["coach", "coordinator", "dpo"].includes(role);
		expect(mayBreakGlass({ roles: [role], factorAge: 1, mine: false, conflict: false }).allowed).toBe(able);
	});
	it("R1.2 — every reason says in both languages what the candidate reads", () => {
		for (const id of emergencyReasonIds) expect(emergencyReasons[id].why.nl).toMatch(/^(omdat|om) /);
	});
	it.each([
		[1, false],
		[3, false],
		[4, true],
	])("R1.2 — %i in a day is an alarm: %s", (count, alarm) => {
		expect(isAlarm(count)).toBe(alarm);
	});
});

describe("R1.2 — reviewing it", () => {
	const roles = [["dpo"], ["coordinator"], ["dpo", "coordinator"], ["coach"], ["administrator"]] as const;
	it.each(
		roles.flatMap((held) =>
			both.flatMap((own) =>
				["coach", "coordinator", "dpo"].flatMap((asRole) => both.map((reviewed) => ({ held, own, asRole, reviewed }))),
			),
		),
	)("R1.2 — $held, own $own, done as $asRole, reviewed $reviewed", ({ held, own, asRole, reviewed }) => {
		const dpo = (held as readonly string[]).includes("dpo");
		const able = dpo || ((held as readonly string[]).includes("coordinator") && asRole === "dpo");
		expect(mayReview({ roles: held, own, asRole, reviewed }).allowed).toBe(able && !own && !reviewed);
	});
	it("R1.2 — of several roles the one that carries most", () => {
		expect([roleFor(["coach", "dpo"]), roleFor(["coach", "coordinator"]), roleFor(["coach"])]).toEqual([
			"dpo",
			"coordinator",
			"coach",
		]);
	});
});

describe("R1.2 — knowing a candidate", () => {
	it.each(roleIds.flatMap((role) => both.map((own) => [role, own] as const)))("R1.2 — %s, about oneself %s", (role, own) => {
		const able = own ? ["coach", "coordinator", "backOffice", "dpo"].includes(role) : role === "dpo";
		expect(mayDeclare({ roles: [role], own }).allowed).toBe(able);
		expect(mayEndConflict({ roles: [role], own }).allowed).toBe(role === "dpo" && !own);
	});
});

describe("R1.2 — the month", () => {
	it.each([
		["2026-10", true],
		["2026-11", false],
		["2026-12", false],
		["2025-12", true],
	])("R1.2 — in November 2026 the month %s is over: %s", (month, over) => {
		expect(mayReviewMonth({ roles: ["dpo"], month, now: "2026-11" }).allowed).toBe(over);
		expect(mayReviewMonth({ roles: ["coordinator"], month, now: "2026-11" }).allowed).toBe(false);
	});
	it.each([
		[5, [1, 1, 1], false],
		[21, [5, 6, 7], true],
		[21, [8, 9, 7], false],
		[100, [], true],
		[100, [40, 30, 90], false],
	])("R1.2 — %i candidates beside %j is out of line: %s", (count, others, many) => {
		expect(isMany(count, others)).toBe(many);
	});
});
