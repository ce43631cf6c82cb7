import { describe, expect, it } from "vitest";
import { clauseIds } from "../clauses.ts";
import { isCalendarDate } from "../deadlines.ts";
import { concordance } from "./concordance.ts";
import { fill } from "./particulars.ts";
import type { Article, RegulationVersion } from "./shape.ts";
import { versions } from "./versions.ts";

const articlesOf = (version: RegulationVersion): readonly Article[] => version.chapters.flatMap(({ articles }) => articles);
const wordsOf = (version: RegulationVersion, language: "nl" | "en"): string =>
	[...version.introduction[language], ...articlesOf(version).flatMap(({ text }) => text[language])].join("\n");

describe.each(versions)("R14.1 — the version of $id", (version) => {
	it("R14.1 — holds every clause once, in the order of its number", () => {
		const ids = articlesOf(version).flatMap((article) => ("id" in article ? [article.id] : []));
		expect(ids).toEqual([...clauseIds]);
	});

	it("R15.1 — says the same in both languages: as many paragraphs and list items, the same open places", () => {
		for (const { heading, text } of articlesOf(version)) {
			expect(text.en.length, heading.nl).toBe(text.nl.length);
			const items = (paragraphs: readonly string[]) => paragraphs.join("\n").match(/^- /gm)?.length ?? 0;
			expect(items(text.en), heading.nl).toBe(items(text.nl));
			const places = (paragraphs: readonly string[]) =>
				paragraphs
					.join()
					.match(/\{\w+\}/g)
					?.sort() ?? [];
			expect(places(text.en), heading.nl).toEqual(places(text.nl));
			for (const paragraph of [...text.nl, ...text.en]) expect(paragraph.trim(), heading.nl).toMatch(/^.{10}/);
		}
	});

	it("R14.1 — is dated, and later than the version before it", () => {
		expect(isCalendarDate(version.from)).toBe(true);
		const before = versions[versions.indexOf(version) - 1];
		if (before) expect(version.from > before.from).toBe(true);
	});

	it("R3.a — does not take registration for consent, and cites nothing that was repealed", () => {
		expect(wordsOf(version, "nl")).toContain("Inschrijven is geen toestemming");
		expect(wordsOf(version, "en")).toContain("Registration is not consent");
		expect(wordsOf(version, "nl")).not.toMatch(/Wbp|Wet bescherming persoonsgegevens/);
	});

	it.each([
		["grounds", /grondslag uit artikel 6/, /ground in Article 6/],
		["restriction", /tijdelijk niet te gebruiken/, /stop using data for a time/],
		["portability", /in een vorm die een ander systeem kan lezen/, /in a form that another system can read/],
		["objection", /bezwaar maken vanwege uw eigen situatie/, /object for reasons of your own situation/],
		[
			"withdrawal of consent",
			/Intrekken kan altijd en is even eenvoudig als geven/,
			/withdrawn at any time, as easily as it is given/,
		],
		[
			"a complaint to the supervisor",
			/klacht indienen bij de Autoriteit Persoonsgegevens/,
			/lodge a complaint with the Dutch Data Protection Authority/,
		],
		["the controller", /is de verwerkingsverantwoordelijke/, /is the data controller/],
		["the data protection officer", /functionaris gegevensbescherming is \{dpo\}/, /data protection officer is \{dpo\}/],
		["processors", /verwerkersovereenkomst/, /processing agreement/],
		["transfers", /buiten|Europese Economische Ruimte/, /European Economic Area/],
		["breaches", /binnen 72 uur/, /within 72 hours/],
		["automated decisions", /geautomatiseerde verwerking/, /automated processing/],
		["need to know", /alleen wat voor het eigen werk nodig is/, /only what their own work requires/],
		["the portal", /digitaal portaal/, /digital portal/],
		[
			"a PDF that shows alteration",
			/Een pdf kan altijd worden nagemaakt of veranderd/,
			/A PDF can always be imitated or altered/,
		],
		["refusal", /Bij weigering gaat de rapportage niet weg/, /On refusal the report is not sent/],
		["silence", /Geen antwoord is geen akkoord/, /No answer is no approval/],
		["liability", /sluit die aansprakelijkheid niet uit/, /does not exclude or limit that liability/],
		["retention", /Bijlage C noemt de termijn/, /Annex C gives the period/],
	])("R14.1 — repairs what older regulations leave out: %s", (_what, nl, en) => {
		expect(wordsOf(version, "nl")).toMatch(nl);
		expect(wordsOf(version, "en")).toMatch(en);
	});
});

describe("R15.1 — the agency's own particulars", () => {
	it("R15.1 — are filled in, and what is not there yet stays an open place", () => {
		expect(fill("{agency}, {email}", { agency: "Voorbeeld BV" }, "nl")).toBe("Voorbeeld BV, [e-mailadres]");
		expect(fill("{agency}, {email}", { agency: " ", email: "a@b.nl" }, "en")).toBe("[name of the agency], a@b.nl");
	});

	it("R15.1 — an open place that nobody knows is left as it stands, and nothing filled in is read again", () => {
		expect(fill("{toString} {other}", {}, "nl")).toBe("{toString} {other}");
		expect(fill("{agency}", { agency: "{email}", email: "a@b.nl" }, "nl")).toBe("{email}");
	});
});

describe("R14.1 — the concordance with the repealed Wbp", () => {
	it("R14.1 — finds each article of the Wbp once, and leads every row to the AVG", () => {
		const cited = concordance.filter(({ wbp }) => wbp !== "–").flatMap(({ wbp }) => wbp.split(", "));
		expect(new Set(cited).size).toBe(cited.length);
		expect(cited).toEqual(expect.arrayContaining(["8", "16", "21", "24"]));
		for (const { avg } of concordance) expect(avg).toMatch(/\d/);
	});
});
