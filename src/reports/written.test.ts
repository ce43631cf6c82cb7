import { describe, expect, it } from "vitest";
import { reportTemplateIds } from "../law/report-settings.ts";
import { hints, startsWith } from "./templates.ts";
import { isWritten } from "./written.ts";

const abouts = ["plan", "progress", "final"] as const;

describe("R7.1 — a report that nobody wrote is not submitted", () => {
	it.each(reportTemplateIds.flatMap((id) => abouts.map((about) => [id, about] as const)))(
		"R7.1 — the template %s of %s as it comes is refused",
		(id, about) => {
			expect(isWritten(startsWith(id, about).body)).toMatchObject({ allowed: false, because: "R7.1" });
		},
	);

	it.each(Object.values(hints))("R7.1 — a hint that stays is named: %s", (hint) => {
		const decision = isWritten(`## Samenvatting\n\nHet gaat goed.\n\n${hint}\n`);
		expect(decision).toMatchObject({ allowed: false, because: "R7.1" });
		expect(JSON.stringify(decision)).toContain(hint);
	});

	it.each([
		"Het gaat goed.",
		startsWith("plain", "progress").body.replace("- \n", "- Vier gesprekken\n"),
		"## Voortgang\n\n| Doel | Stand |\n| --- | --- |\n| Cv | klaar |\n",
		`## Visie\n\nVolgens de werkgever: in eigen woorden van de werkgever.`,
	])("R7.1 — somebody's own words make it a report", (text) => {
		expect(isWritten(text)).toMatchObject({ allowed: true });
	});

	it.each(["", "  \n", "## Samenvatting", "| | |\n| --- | --- |\n|  |  |", "-\n- \n"])("R7.1 — %j is empty", (text) => {
		expect(isWritten(text).allowed).toBe(false);
	});
});
