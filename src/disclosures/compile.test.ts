import { describe, expect, it } from "vitest";
import { type CategoryId, categories, categoryIds } from "../law/categories.ts";
import { dataClasses, dataClassIds, type RecipientType, recipientTypeIds } from "../law/data-classes.ts";
import { no, yes } from "../law/decision.ts";
import { compile, type Known } from "./compile.ts";

const cells = recipientTypeIds.flatMap((to) => categoryIds.map((category): [CategoryId, RecipientType] => [category, to]));
const of = (known: Known, category: CategoryId) => compile(known).find((one) => one.category === category);

describe("R8.1 — a document holds what the agreement, the purpose, the recipient and the consents all let by", () => {
	it.each(cells)("R8.1 — %s to %s: each of the four can keep it out, and says under which clause", (category, recipient) => {
		const { dataClass } = categories[category];
		const needs: string = dataClasses[dataClass].to[recipient];
		const opens = ["agreement", "consent", "agreementAndConsent"].includes(needs);
		for (const purpose of [yes("R1.2"), no("R1.2")]) {
			for (const agreed of [[category], categoryIds.filter((one) => one !== category)]) {
				for (const consented of [[dataClass], dataClassIds.filter((one) => one !== dataClass), []]) {
					const answer = of({ recipient, agreed, purpose, consented }, category);
					const consent = consented.includes(dataClass) || needs === "agreement";
					const goes = opens && purpose.allowed && agreed.includes(category) && consent;
					expect(answer?.goes, JSON.stringify({ agreed: agreed.includes(category), consented })).toBe(goes);
					if (!answer || answer.goes) continue;
					const remedy = !opens || !purpose.allowed ? "none" : agreed.includes(category) ? "consent" : "agree";
					expect(answer.remedy).toBe(remedy);
					if (remedy === "consent") expect(answer.decision.because).toBe(dataClasses[dataClass].consentClause);
					if (remedy === "agree") expect(answer.decision.because).toBe("R6.1");
					if (opens && !purpose.allowed) expect(answer.decision.because).toBe("R1.2");
				}
			}
		}
	});

	it("R8.1 — to an employer illness and test answers are out first of all, under every set of facts", () => {
		const known = { recipient: "employer" as const, agreed: categoryIds, purpose: yes("R1.2"), consented: dataClassIds };
		for (const category of ["illness", "testScores"] as const)
			expect(of(known, category)).toMatchObject({ goes: false, remedy: "none" });
		expect(of(known, "illness")).toMatchObject({ decision: { because: "R8.1" } });
	});

	it("R6.1 — every category is answered for, once", () => {
		const known = { recipient: "uwv" as const, agreed: [], purpose: yes("R1.2"), consented: [] };
		expect(compile(known).map((one) => one.category)).toEqual(categoryIds);
	});
});
