import { describe, expect, it } from "vitest";
import { type Ability, abilities, abilityIds, may, type Role, roleIds, type Scope, scopeOf } from "./roles.ts";

// One letter a role, in the order of roleIds: coach, coordinator, back office, finance, privacy officer, administrator.
// m = own caseload (membership), k = within a case, A = everybody, - = refused.
const table: Record<Ability, string> = {
	"candidate.search": "mAA-k-",
	"candidate.read": "mAA-k-",
	"registration.write": "m-A---",
	"invitation.send": "m-A---",
	"dossier.read": "mm--k-",
	"dossier.write": "mm----",
	"dossier.print": "mm--k-",
	"bsn.read": "m-A---",
	"bsn.write": "m-A---",
	"capacity.read": "m---k-",
	"capacity.write": "m-----",
	"health.read": "m---k-",
	"health.write": "m-----",
	"health.ask": "m-----",
	"setAside.confirm": "mA--A-",
	"lexicon.write": "----A-",
	"lexicon.confirm": "-A--A-",
	"agreement.write": "mm----",
	"report.write": "mm----",
	"report.send": "mm----",
	"exception.propose": "mm----",
	"exception.confirm": "-A--A-",
	"demand.read": "mA--A-",
	"demand.propose": "mm----",
	"demand.confirm": "-A--A-",
	"consent.ask": "mm----",
	"consent.confirm": "mm--A-",
	"informEvent.write": "mm----",
	"paperApproval.write": "mmA---",
	"disclosures.read": "mm--A-",
	"commissioner.read": "AAAA--",
	"commissioner.write": "-AA---",
	"assignment.read": "mAAA--",
	"assignment.write": "mAA---",
	"trajectory.write": "mAA---",
	"trajectory.assign": "-A----",
	"deadlines.own": "mm----",
	"deadlines.all": "-A----",
	"finance.write": "---A--",
	"mail.read": "mm----",
	"glass.break": "AA--A-",
	"glass.review": "-A--A-",
	"conflict.declare": "mAA-A-",
	"conflict.manage": "----A-",
	"log.read": "----A-",
	"privacy.case": "----A-",
	"retention.manage": "----A-",
	"regulation.publish": "----AA",
	"staff.read": "-A--AA",
	"staff.manage": "-----A",
	"agency.manage": "-----A",
	"selfTest.read": "-----A",
};
const letters: Record<string, Scope | undefined> = { m: "caseload", k: "case", A: "all", "-": undefined };
const cells = abilityIds.flatMap((ability) =>
	roleIds.map((role, column): [Role, Ability, string] => [role, ability, table[ability]?.charAt(column) ?? "?"]),
);

describe("R1.2 — who may what", () => {
	it.each(cells)("R1.2 — %s, %s: %s", (role, ability, letter) => {
		const scope = letters[letter];
		expect(scopeOf([role], ability)).toBe(scope);
		const decision = may([role], ability);
		expect(decision.allowed).toBe(scope !== undefined);
		expect(decision.allowed ? decision.under : decision.because).toBe(abilities[ability].clause);
	});

	it.each(abilityIds)("R1.2 — nobody without a role may %s", (ability) => {
		expect(may([], ability)).toMatchObject({ allowed: false, because: abilities[ability].clause });
	});

	it("R1.2 — a role that does not exist gives nothing", () => {
		for (const ability of abilityIds) expect(may(["director" as Role, "toString" as Role], ability).allowed).toBe(false);
	});

	it("R1.2 — of several roles the widest counts", () => {
		expect(scopeOf(["coach", "backOffice"], "candidate.read")).toBe("all");
		expect(scopeOf(["dpo", "coach"], "dossier.read")).toBe("caseload");
	});

	it("R1.2 — a refusal names what was refused in both languages", () => {
		expect(may(["finance"], "dossier.read")).toMatchObject({
			why: {
				nl: expect.stringContaining("een kandidaatdossier openen"),
				en: expect.stringContaining("open a candidate dossier"),
			},
		});
	});
});
