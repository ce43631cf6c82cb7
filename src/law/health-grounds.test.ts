import { describe, expect, it } from "vitest";
import { type AssignmentTypeId, assignmentTypeIds, type CommissionerKind, commissionerKindIds } from "./assignment-types.ts";
import {
	type HealthGround,
	healthAreas,
	healthGroundFor,
	healthGrounds,
	healthPurposes,
	kindsOfWork,
	mayHoldHealth,
} from "./health-grounds.ts";
import { type PurposeId, purposeIds } from "./purposes.ts";

// Columns in the order of commissionerKindIds: employer, uwv, municipality, insurer, self-paying.
// s = UAVG 30, c = explicit consent, - = that commissioner does not order this work.
const service: Record<AssignmentTypeId, string> = {
	firstTrack: "s--c-",
	secondTrack: "s--c-",
	outplacement: "c----",
	careerAdvice: "c----",
	coaching: "c----",
	selfPayCareerAdvice: "----c",
	selfPayCoaching: "----c",
	uwvWerkfit: "-s---",
	uwvNaarWerk: "-s---",
	jobCoaching: "-ss--",
	municipalReintegration: "--s--",
	insurerReintegration: "---c-",
};
// How each purpose reads that table: as it stands, as a claim at law, or not at all.
const purposesOfHealth: Record<PurposeId, "service" | "claim" | "never"> = {
	registration: "never",
	portal: "service",
	guidance: "service",
	assignments: "never",
	instruments: "never",
	introductions: "never",
	information: "never",
	profiles: "never",
	mailings: "never",
	reporting: "service",
	finance: "never",
	staffing: "never",
	security: "never",
	rights: "service",
	quality: "never",
	complaints: "never",
	law: "claim",
};
const letters: Record<string, HealthGround | undefined> = { s: "statute", c: "consent", "-": undefined };
const cells = purposeIds.flatMap((purpose) =>
	assignmentTypeIds.flatMap((type) =>
		commissionerKindIds.map((kind, column): [PurposeId, AssignmentTypeId, CommissionerKind, HealthGround | undefined] => {
			const ground = letters[service[type].charAt(column)];
			const how = purposesOfHealth[purpose];
			return [purpose, type, kind, how === "never" || !ground ? undefined : how === "claim" ? "claim" : ground];
		}),
	),
);

describe("R2.1 — the ground of health data, by purpose, work and order", () => {
	it.each(purposeIds)("R2.1 — %s, for each work and order", (purpose) => {
		const rows = cells.filter((cell) => cell[0] === purpose);
		expect(rows).toHaveLength(assignmentTypeIds.length * commissionerKindIds.length);
		for (const [, type, kind, ground] of rows) expect(healthGroundFor(purpose, type, kind), `${type} ${kind}`).toBe(ground);
	});

	it("R8.3 — where no law carries it, the compartment is open with consent and shut without", () => {
		for (const [purpose, type, commissioner, ground] of cells) {
			for (const consent of [true, false]) {
				const open = ground === "statute" || (ground === "consent" && consent);
				const answer = mayHoldHealth({ type, commissioner, purpose, consent });
				expect(answer.allowed, `${purpose} ${type} ${commissioner} ${consent}`).toBe(open);
				if (!answer.allowed) expect(answer.because).toBe(ground === "consent" ? "R2.1" : "R1.2");
			}
		}
	});

	it("R2.1 — a refusal for want of consent names the article", () => {
		expect(mayHoldHealth({ type: "outplacement", commissioner: "employer", purpose: "guidance", consent: false })).toMatchObject({
			why: {
				nl: expect.stringContaining("UAVG artikel 22, tweede lid, onder a"),
				en: expect.stringContaining("UAVG Article 22(2)(a)"),
			},
		});
	});

	it("R2.1 — every ground names its article of AVG 9 and of the UAVG", () => {
		for (const { articles } of Object.values(healthGrounds)) {
			expect(articles[0]).toMatch(/^avg\.9\.2\.[a-f]$/);
			expect(articles[1]).toMatch(/^uavg\.(22|30)\./);
		}
	});

	it("R2.1 — work is told apart by who may order it; staff open two areas for two purposes", () => {
		expect(kindsOfWork).toHaveLength(15);
		expect([...healthAreas]).toEqual(["capacity", "illness"]);
		expect([...healthPurposes]).toEqual(["guidance", "reporting"]);
	});
});
