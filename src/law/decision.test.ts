import { describe, expect, it } from "vitest";
import { clauseIds, clauses, isClauseId } from "./clauses.ts";
import { enforce, every, NotAllowed, no, yes } from "./decision.ts";
import { kept } from "./kept.ts";

describe("R4.1 — a rule answers with its clause", () => {
	it("R4.1 — a yes says under which clause, and enforcing it gives that clause", () => {
		expect(yes("R7.1")).toEqual({ allowed: true, under: "R7.1" });
		expect(enforce(yes("R7.1"))).toBe("R7.1");
	});

	it.each(clauseIds)("R4.1 — a no because of %s explains itself in both languages", (id) => {
		expect(no(id)).toEqual({ allowed: false, because: id, why: { nl: clauses[id].nl, en: clauses[id].en } });
	});

	it("R4.1 — enforcing a no throws the refusal with its clause and its own reason", () => {
		const why = { nl: "Nog geen akkoord.", en: "Not approved yet." };
		const refusal = expect(() => enforce(no("R7.1", why)));
		refusal.toThrow(NotAllowed);
		refusal.toThrow(expect.objectContaining({ clause: "R7.1", why }));
	});

	it("R4.1 — of several answers the first no stands, and without one the last yes", () => {
		expect(every(yes("R6.1"), no("R8.1"), no("R7.1"))).toMatchObject({ allowed: false, because: "R8.1" });
		expect(every(yes("R6.1"), yes("R7.1"))).toEqual(yes("R7.1"));
		expect(every(no("R1.3"))).toMatchObject({ because: "R1.3" });
	});

	it("R4.1 — what is no clause is not taken for one", () => {
		expect(["R7.1", "R3.j"].every(isClauseId)).toBe(true);
		expect(["R7.9", "r7.1", "toString", ""].some(isClauseId)).toBe(false);
	});

	it("R15.1 — every clause has a text in both languages and says how it is kept", () => {
		for (const id of clauseIds) {
			const texts = [clauses[id].nl, clauses[id].en, kept[id].nl, kept[id].en];
			for (const text of texts) expect(text, id).toMatch(/^[A-Z].{15,}[.]$/);
		}
		expect(Object.keys(kept)).toEqual([...clauseIds]);
	});
});
