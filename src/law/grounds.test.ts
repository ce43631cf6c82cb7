import { describe, expect, it } from "vitest";
import { type AssignmentTypeId, assignmentTypeIds, assignmentTypes } from "./assignment-types.ts";
import { type GroundKind, groundFor, mayUse } from "./grounds.ts";
import { type PurposeId, purposeIds } from "./purposes.ts";

// Columns in the order of assignmentTypeIds: first track, second track, outplacement, career advice, coaching, self-paid advice,
// self-paid coaching, Werkfit, Naar werk, job coaching, municipal, insurer.
// i = legitimate interest, t = public task, c = contract, s = consent, d = legal duty, - = no purpose of the service.
const service = "iiiiicctttti";
const table: Record<PurposeId, string> = {
	registration: service,
	portal: service,
	guidance: service,
	assignments: "iiiiicciiiii",
	instruments: service,
	introductions: "-ii--c-tt-ti",
	information: service,
	profiles: "-sss-s-ss-ss",
	mailings: "ssssssssssss",
	reporting: service,
	finance: "dddddddddddd",
	staffing: "dddddddddddd",
	security: "dddddddddddd",
	rights: "dddddddddddd",
	quality: "iiiiiiiiiiii",
	complaints: "iiiiiiiiiiii",
	law: "dddddddddddd",
};
const letters: Record<string, GroundKind | undefined> = {
	i: "legitimateInterest",
	t: "publicTask",
	c: "contract",
	s: "consent",
	d: "legalDuty",
	"-": undefined,
};
const cells = purposeIds.flatMap((purpose) =>
	assignmentTypeIds.map((type, column): [PurposeId, AssignmentTypeId, string] => [purpose, type, table[purpose].charAt(column)]),
);

describe("R1.2 — a ground for each purpose and service", () => {
	it.each(cells)("R1.2 — %s in %s: %s", (purpose, type, letter) => {
		const kind = letters[letter];
		expect(groundFor(purpose, type)?.kind).toBe(kind);
		expect(mayUse(purpose, type)).toMatchObject(kind ? { allowed: true, under: "R1.2" } : { allowed: false, because: "R1.2" });
	});

	it("R3.a — registration never stands on consent", () => {
		for (const type of assignmentTypeIds) expect(groundFor("registration", type)?.kind).not.toBe("consent");
	});

	it("R3.e — a test in a service that someone else pays for never stands on consent", () => {
		const ordered = assignmentTypeIds.filter((type) => assignmentTypes[type].footing !== "own");
		for (const type of ordered) expect(groundFor("instruments", type)?.kind).not.toBe("consent");
	});

	it("R1.2 — every ground names its article of the AVG", () => {
		for (const [purpose, type] of cells) {
			const ground = groundFor(purpose, type);
			if (ground) expect(ground.articles[0]).toMatch(/^avg\.6\.1\.[a-f]$/);
		}
	});
});
