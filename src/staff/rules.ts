import type { CalendarDate } from "../law/deadlines.ts";
import { type Decision, no, yes } from "../law/decision.ts";
import { may, type Role } from "../law/roles.ts";

/** May this person register that somebody signed? Administrator or privacy officer, about another, on a day that has been (R1.3). */
export function mayRegisterStatement(facts: {
	roles: readonly Role[];
	own: boolean;
	signedOn: CalendarDate;
	today: CalendarDate;
}): Decision {
	const allowed = may(facts.roles, "staff.manage").allowed || facts.roles.includes("dpo");
	if (!allowed) return may(facts.roles, "staff.manage");
	if (facts.own)
		return no("R1.3", {
			nl: "Je eigen verklaring registreert een ander.",
			en: "Your own statement is registered by somebody else.",
		});
	if (facts.signedOn > facts.today) return no("R1.3", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." });
	return yes("R1.3");
}

/** May this member of staff be recorded as having left? Not by themself: then nobody might be left to undo a mistake. */
export function mayLeave(facts: { roles: readonly Role[]; own: boolean }): Decision {
	const manages = may(facts.roles, "staff.manage");
	if (!manages.allowed) return manages;
	return facts.own
		? no("R1.3", {
				nl: "Je eigen vertrek legt een andere beheerder vast.",
				en: "Your own leaving is recorded by another administrator.",
			})
		: yes("R1.3");
}
