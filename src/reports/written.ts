import { type Decision, no, yes } from "../law/decision.ts";
import { hints, isOwnLine } from "./templates.ts";

/** Was this report written (R7.1)? What still says only what its template said is not shown to a candidate, nor sealed. */
export function isWritten(text: string): Decision {
	const lines = text.split("\n").map((line) => line.trim());
	const hint = Object.values(hints).find((one) => lines.includes(one));
	if (hint)
		return no("R7.1", {
			nl: `Er staat nog een aanwijzing in: “${hint}” Vervang die, of haal haar weg.`,
			en: `A hint of the template is still in it: “${hint}” Replace it, or take it out.`,
		});
	if (!lines.some((line) => line !== "" && isOwnLine(line)))
		return no("R7.1", { nl: "Er staat nog niets in dit rapport.", en: "There is nothing in this report yet." });
	return yes("R7.1");
}
