import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress, parseDomain } from "./address.ts";

describe("R9.1 — an address is one address", () => {
	it.each([
		["p.peeters@voorbeeld.nl", "p.peeters@voorbeeld.nl"],
		[" P.Peeters@VOORBEELD.nl ", "P.Peeters@voorbeeld.nl"],
		["o'brien+hr@sub.voorbeeld.co.uk", "o'brien+hr@sub.voorbeeld.co.uk"],
	])("R9.1 — %s is written to as %s", (typed, text) => expect(parseAddress(typed)?.text).toBe(text));

	it.each([
		"hr@voorbeeld.nl, evil@x.nl",
		"hr@voorbeeld.nl;evil@x.nl",
		"hr@voorbeeld.nl\r\nBcc: evil@x.nl",
		"hr@voorbeeld.nl\n",
		"groep: hr@voorbeeld.nl;",
		'"hr@voorbeeld.nl"@x.nl',
		"hr(commentaar)@voorbeeld.nl",
		"Petra <hr@voorbeeld.nl>",
		"hr@vооrbeeld.nl",
		"hr@xn--klnt-63d.nl",
		"hr@voorbeeld",
		"hr@127.0.0.1",
		"hr@[127.0.0.1]",
		"hr@-voorbeeld.nl",
		"hr@voorbeeld-.nl",
		"hr@voorbeeld..nl",
		".hr@voorbeeld.nl",
		"hr.@voorbeeld.nl",
		"h..r@voorbeeld.nl",
		"hr@@voorbeeld.nl",
		"@voorbeeld.nl",
		"hr@",
		"",
		"hr",
		"hr@voorbeeld.nl\u0000",
		"hr\t@voorbeeld.nl",
		"hr @voorbeeld.nl",
		`${"a".repeat(65)}@voorbeeld.nl`,
		`hr@${"a".repeat(64)}.nl`,
		`hr@${"a.".repeat(130)}nl`,
		"zoë@voorbeeld.nl",
	])("R9.1 — %j is refused", (typed) => expect(parseAddress(typed)).toBeUndefined());

	it("R9.1 — whatever is accepted has one at sign, no separators, no white space and only ASCII, and is accepted again unchanged", () => {
		const nasty = fc.string({ unit: fc.constantFrom(...'ab.@,;:<>()[]"\\ \r\n\t-é') });
		fc.assert(
			fc.property(fc.oneof(fc.emailAddress(), nasty, fc.string({ unit: "binary" })), (typed) => {
				const address = parseAddress(typed);
				if (!address) return;
				expect(address.text).toMatch(/^[\x21-\x7e]+$/);
				expect(address.text).not.toMatch(/[,;:<>()[\]"\\\s]/);
				expect(address.text.split("@")).toHaveLength(2);
				expect(address.text.length).toBeLessThanOrEqual(254);
				expect(parseAddress(address.text)).toEqual(address);
			}),
		);
	});

	it("R9.1 — a domain of the allow-list is a plain domain in lower case", () => {
		expect(parseDomain(" Voorbeeld.NL ")).toBe("voorbeeld.nl");
		for (const typed of ["voorbeeld", "*.nl", "a@b.nl", "", "x y.nl"]) expect(parseDomain(typed)).toBeUndefined();
	});
});
