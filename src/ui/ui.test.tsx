import type { Child } from "hono/jsx";
import { describe, expect, test } from "vitest";
import { dateFrom, typedDate } from "./date-field.tsx";
import { Html } from "./html.tsx";
import { StaffGuide } from "./styleguide.tsx";
import { PortalGuide, PublicGuide, ReportGuide } from "./styleguide-reading.tsx";
import { sortLink, withQuery } from "./table.tsx";
import { formatDate, formatDay, formatMoment, type Lang } from "./text.ts";

const guides = { StaffGuide, ReportGuide, PortalGuide, PublicGuide };

async function rendered(lang: Lang, content: Child): Promise<string> {
	const page = (
		<Html lang={lang} title="Gids" nonce="test" mood="staff">
			{content}
		</Html>
	);
	return String(await page);
}

describe("building blocks", () => {
	for (const [name, Guide] of Object.entries(guides)) {
		for (const lang of ["nl", "en"] as const) {
			test(`${name} renders in ${lang} without style attributes, inline scripts or loose values`, async () => {
				const html = await rendered(lang, <Guide />);
				expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${lang}"`, "i"));
				expect(html).not.toMatch(/ style="|<script(?![^>]*src=)|\son\w+="|\[object Object\]|>undefined<|>null</);
			});
		}
	}

	test("the words of a block follow the language of the page", async () => {
		expect(await rendered("nl", <StaffGuide />)).toContain("(niet verplicht)");
		const english = await rendered("en", <StaffGuide />);
		expect(english).toContain("(optional)");
		expect(english).not.toContain("niet verplicht");
	});

	test("R7.1 — a refused button says why in a sentence and links the clause", async () => {
		const html = await rendered("nl", <StaffGuide />);
		expect(html).toContain('aria-disabled="true"');
		expect(html).toMatch(/Mehmet heeft deze versie nog niet goedgekeurd\..*href="\/reglement#R7\.1"/s);
	});

	test("what is written in a field cannot become markup", async () => {
		const { TextField } = await import("./fields.tsx");
		const html = await rendered("nl", <TextField name="n" label="Naam" value={'"><script>alert(1)</script>'} error="<b>" />);
		expect(html).not.toContain("<script>alert");
		expect(html).not.toContain("<b>");
	});
});

describe("dates", () => {
	test("are written out in both languages, on the clock of Amsterdam", () => {
		expect(formatDate("2026-11-23", "nl")).toBe("23 november 2026");
		expect(formatDate("2026-11-23", "en")).toBe("23 November 2026");
		expect(formatDate(new Date("2026-06-30T22:30:00Z"), "nl")).toBe("1 juli 2026");
		expect(formatMoment("2026-11-23T13:05:00Z", "nl")).toBe("23 november 2026, 14:05");
		expect(formatDay("2026-11-23", "en")).toBe("Monday 23 November");
	});

	test("typed as day, month and year become a calendar date, or are refused", () => {
		const typed = (day: string, month: string, year: string) => ({ born_day: day, born_month: month, born_year: year });
		expect(dateFrom(typed(" 1 ", "2", "1984"), "born")).toBe("1984-02-01");
		expect(dateFrom(typed("", "", ""), "born")).toBe("");
		for (const wrong of [
			typed("30", "2", "2024"),
			typed("1", "13", "2024"),
			typed("1", "", "2024"),
			typed("1", "1", "84"),
			typed("x", "1", "2024"),
		]) {
			expect(dateFrom(wrong, "born")).toBeUndefined();
		}
		expect(typedDate(typed("31", "2", "x"), "born")).toEqual({ day: "31", month: "2", year: "x" });
	});
});

describe("a sorted list", () => {
	test("keeps the rest of its address", () => {
		expect(sortLink("/kandidaten?coach=anna&page=3", "name")).toBe("/kandidaten?coach=anna&sort=name");
		expect(sortLink("/kandidaten?sort=name", "name")).toBe("/kandidaten?sort=-name");
		expect(sortLink("/kandidaten?sort=-name", "name")).toBe("/kandidaten?sort=name");
		expect(withQuery("/a?b=1", { b: undefined })).toBe("/a");
	});
});
