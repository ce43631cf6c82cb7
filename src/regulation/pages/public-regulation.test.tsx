import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRenderer } from "../../../test/documents.ts";
import { clauseIds } from "../../law/clauses.ts";
import { versions } from "../../law/regulation/versions.ts";
import type { Agency } from "../../platform/agency.server.ts";
import type { Visit } from "../../platform/web/page.ts";
import { annexes } from "../annexes.ts";
import { particularsOf } from "../particulars.ts";
import { reading } from "../reading.ts";
import { publicClause, publicRegulation, RegulationScreen } from "./public-regulation.tsx";
import { publicRegulationPdf } from "./public-regulation-pdf.ts";

const agency = {
	name: "Vaart <b>& Co",
	address: "Kanaalstraat 14",
	postal_code: "3531 CJ",
	city: "Utrecht",
	email: "post@vaart.example",
	phone: null,
	dpo_name: "Ilse Jansen",
	dpo_email: "fg@vaart.example",
} as Agency;
const now = () => new Date("2026-11-23T12:00:00Z");
const lines = { rules: new Map([["R7.1", [{ file: "src/reports/rules.ts", line: 1, text: "" }]]]), tests: new Map() };

const screen = (lang: "nl" | "en"): string => {
	const particulars = particularsOf(agency);
	const text = reading(versions[0], particulars, lang);
	return String(<RegulationScreen lang={lang} text={text} annexes={annexes(lang)} particulars={particulars} lines={lines} />);
};

describe.each(["nl", "en"] as const)("R15.1 — the public regulation in %s", (lang) => {
	const html = screen(lang);
	const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

	it("R15.1 — has a place for every clause, each id once, and every link in the page leads somewhere", () => {
		expect(ids).toEqual(expect.arrayContaining([...clauseIds]));
		expect(new Set(ids).size).toBe(ids.length);
		for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
	});

	it("R15.1 — says of every clause how it is kept, and names the rules it knows of", () => {
		expect(html.split(lang === "nl" ? "Hoe dit wordt nagekomen" : "How this is kept").length - 1).toBe(clauseIds.length);
		expect(html).toContain("src/reports/rules.ts");
	});

	it("R15.1 — gives the agency's own particulars, and none of it as markup", () => {
		expect(html).toContain("Vaart &lt;b&gt;&amp; Co");
		expect(html).not.toContain("<b>&");
		expect(html).toContain('href="mailto:fg@vaart.example"');
	});
});

describe("R14.1 — addresses", () => {
	const visit = (parts: object) =>
		({ by: { now }, lang: "nl", services: { agency: async () => agency }, params: {}, ...parts }) as unknown as Visit;

	it("R14.1 — /reglement shows the version in force, and stays readable before an agency is set up", async () => {
		const shown = await publicRegulation.get?.(visit({}));
		expect(shown).toMatchObject({ title: "Privacyreglement" });
		const before = await publicRegulation.get?.(visit({ services: { agency: async () => undefined } }));
		expect(String((before as { body: unknown }).body)).toContain("[naam van het bureau]");
	});

	it("R14.1 — a short address leads to its clause, and an unknown one to the page and nowhere else", async () => {
		const to = async (clause: string) => {
			const answer = await publicClause.get?.(visit({ params: { clause } }));
			return answer instanceof Response && answer.headers.get("location");
		};
		expect(await to("R7.1")).toBe("/reglement#R7.1");
		expect(await to("//evil.example")).toBe("/reglement");
	});
});

describe("R15.1 — the PDF", () => {
	let renderer: Awaited<ReturnType<typeof startRenderer>>;
	beforeAll(async () => {
		renderer = await startRenderer();
	});
	afterAll(() => renderer.stop());

	it("R15.1 — holds every clause and annex in the language asked for, tagged, and is made once", async () => {
		let made = 0;
		const render: typeof renderer.render = (...asked) => {
			made++;
			return renderer.render(...asked);
		};
		const visit = {
			by: { now },
			lang: "nl",
			services: { agency: async () => agency, render },
			url: new URL("http://x/reglement.pdf?taal=en"),
		};
		const answer = (await publicRegulationPdf.get?.(visit as unknown as Visit)) as Response;
		expect(answer.headers.get("content-type")).toBe("application/pdf");
		const bytes = Buffer.from(await answer.arrayBuffer());
		const text = spawnSync("pdftotext", ["-", "-"], { input: bytes }).stdout.toString();
		for (const id of clauseIds) expect(text).toContain(id);
		expect(text).toContain("Retention periods");
		expect(text).toContain("Kanaalstraat 14\n3531 CJ Utrecht\n"); // as on a letter, and no word broken off
		expect(text.split("How this is kept").length - 1).toBe(clauseIds.length);
		expect(spawnSync("pdfinfo", ["-"], { input: bytes }).stdout.toString()).toMatch(/Tagged:\s+yes/);
		const again = (await publicRegulationPdf.get?.(visit as unknown as Visit)) as Response;
		expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true);
		expect(made).toBe(1);
	});
});
