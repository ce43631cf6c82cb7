import { describe, expect, it } from "vitest";
import type { AgreementLine } from "./rules.ts";
import { meaning, sentence } from "./sentences.ts";

const line: AgreementLine = {
	id: "l",
	rootId: "l",
	since: "2026-09-01",
	contactId: "p",
	categories: ["attendance", "activities", "progress"],
	form: "written",
	about: "progress",
	kind: "extensive",
	purpose: "assignments",
	everyMonths: 2,
	everyWeeks: null,
	afterDays: null,
	atEnd: false,
	firstDue: null,
};
const petra = { name: "Petra Peeters", organisation: "Bakkerij De Korenaar" };
const none = { everyMonths: null, everyWeeks: null, afterDays: null, atEnd: false };

describe("R6.1 — the agreement as the candidate reads it", () => {
	it.each([
		[
			{},
			"Petra Peeters (Bakkerij De Korenaar) krijgt elke 2 maanden een schriftelijk voortgangsverslag over aanwezigheid, activiteiten en voortgang, zodat de opdrachtgever weet hoe de opdracht verloopt.",
		],
		[
			{ everyMonths: 1, categories: ["cv"] as const },
			"Petra Peeters (Bakkerij De Korenaar) krijgt elke maand een schriftelijk voortgangsverslag over cv of profiel, zodat de opdrachtgever weet hoe de opdracht verloopt.",
		],
		[
			{ ...none, afterDays: 28, about: "plan" as const, firstDue: "2026-10-05" },
			"Petra Peeters (Bakkerij De Korenaar) krijgt eenmaal, 28 dagen na de start, een schriftelijk trajectplan over aanwezigheid, activiteiten en voortgang, zodat de opdrachtgever weet hoe de opdracht verloopt. De eerste keer op 5 oktober 2026.",
		],
		[
			{ ...none, everyWeeks: 6, form: "oral" as const, kind: "brief" as const, purpose: "guidance" as const },
			"Petra Peeters (Bakkerij De Korenaar) krijgt elke 6 weken een mondeling voortgangsbericht over aanwezigheid, activiteiten en voortgang, om de begeleiding samen af te stemmen.",
		],
		[
			{ ...none, atEnd: true, about: "final" as const, kind: "brief" as const, purpose: "law" as const },
			"Petra Peeters (Bakkerij De Korenaar) krijgt eenmaal, aan het eind van het traject, een kort schriftelijk eindbericht over aanwezigheid, activiteiten en voortgang, omdat de wet dit van de opdrachtgever vraagt.",
		],
	])("R6.1 — %j", (part, expected) => expect(sentence({ ...line, ...part }, petra, "nl")).toBe(expected));

	it("R6.1 — in English, and of somebody without an organisation", () =>
		expect(sentence(line, { name: "Petra Peeters", organisation: null }, "en")).toBe(
			"Petra Peeters gets a written progress report about attendance, activities and progress, every 2 months, so that the commissioner knows how the assignment is going.",
		));

	it.each([
		["R7.1", { form: "written", kind: "extensive" }, "U leest dit eerst."],
		["R7.2", { form: "written", kind: "brief" }, "Dit is een kort bericht."],
		["R9.2", { form: "oral", kind: "brief" }, "Dit gaat in een gesprek."],
	] as const)("%s — what it means for the candidate", (_, part, begins) =>
		expect(meaning(part).nl.startsWith(begins)).toBe(true),
	);
});
