import { describe, expect, it } from "vitest";
import { purposeIds } from "../law/purposes.ts";
import { roleIds } from "../law/roles.ts";
import { diarySentence, openReasonIds, type Who, whoIs, whySentence } from "./sentences.ts";
import { actionIds, deedOf, objectNames } from "./words.ts";

const anna: Who = { kind: "staff", roles: ["coach"], name: "Anna de Wit", self: false };
const stranger: Who = { kind: "staff", roles: ["backOffice"], name: undefined, self: false };
const me: Who = { kind: "candidate", roles: [], name: undefined, self: true };
const event = (action: string, objectType: string | null = null, purpose = "guidance", outcome = "allowed") => ({
	...{ action, objectType, purpose, outcome },
});

describe("R1.2 — the log in sentences", () => {
	it.each([
		[anna, event("view", "candidate"), "Anna de Wit, uw begeleider, bekeek uw dossier."],
		[anna, event("view", "candidate", "registration"), "Anna de Wit, uw begeleider, bekeek uw inschrijving."],
		[stranger, event("list"), "Een medewerker van de backoffice zag uw naam in een lijst."],
		[
			stranger,
			event("print", "note", "guidance", "refused"),
			"Een medewerker van de backoffice wilde een notitie over u afdrukken. Dat werd geweigerd.",
		],
		[
			{ ...anna, name: undefined, kind: "worker" },
			event("send", "disclosure", "reporting"),
			"Spoor zelf verstuurde een bericht over u.",
		],
		[me, event("approve", "report", "portal"), "U gaf akkoord op een verslag over u."],
		[me, event("signIn", null, "security"), "U meldde zich aan."],
		[stranger, event("something", "candidate"), "Een medewerker van de backoffice gebruikte uw dossier."],
	])("R1.2 — %# reads as people say it", (who, what, said) => {
		expect(diarySentence(who, what, "nl")).toBe(said);
	});

	it("R1.2 — every deed, on everything it can touch, allowed, refused or failed, is a sentence in both languages", () => {
		for (const action of actionIds)
			for (const objectType of [null, ...Object.keys(objectNames)])
				for (const outcome of ["allowed", "refused", "failed"])
					for (const lang of ["nl", "en"] as const) {
						const said = diarySentence(stranger, event(action, objectType, "guidance", outcome), lang);
						expect(said).toMatch(/^(Een|A) [^{}]+\.$/);
						expect(said).not.toContain("  ");
					}
	});

	it("R1.2 — every purpose and every reason for opening a name has its why; an unknown one says so", () => {
		for (const purpose of purposeIds) expect(whySentence(purpose, null, "nl")).toMatch(/^Waarom: .+\.$/);
		for (const reason of openReasonIds) expect(whySentence("rights", reason, "en")).toMatch(/^Why: .+\.$/);
		expect(whySentence("rights", "complaint", "nl")).toBe("Waarom: voor een klacht.");
		expect(whySentence("nothing", "avg.6.1.f", "nl")).toBe("Waarom: niet vastgelegd.");
	});

	it("R1.2 — every role and kind of actor has a name, and nobody's own name unless the candidate knows them", () => {
		for (const role of roleIds) expect(whoIs({ ...stranger, roles: [role] }, "nl")).toMatch(/^(een|de) /);
		for (const kind of ["worker", "system", "recipient", "auditor", "anonymous", "candidate"])
			expect(whoIs({ ...stranger, kind }, "en")).not.toBe("somebody");
		expect(whoIs({ ...stranger, roles: [] }, "nl")).toBe("een medewerker");
	});

	it("R1.2 — no two deeds share a name in one language", () => {
		for (const lang of ["nl", "en"] as const)
			expect(new Set(actionIds.map((action) => deedOf(action).name[lang])).size).toBe(actionIds.length);
	});
});
