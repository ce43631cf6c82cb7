import { expect, it } from "vitest";
import { passwordDays } from "../postgres/roles.ts";
import { renewAfterDays, renewalDue } from "./renewal.ts";

it.each([
	["2026-12-22T02:30:00Z", false],
	["2026-12-23T01:59:00Z", false],
	["2026-12-23T02:30:00Z", true],
	["2026-12-23T12:00:00Z", false],
	["2026-12-24T12:00:00Z", true],
	["2027-01-05T12:00:00Z", true],
])("R10.1 — passwords of a Spoor that runs since 23 November are renewed after thirty days, at night: at %s %s", (now, due) => {
	expect(renewalDue(new Date("2026-11-23T01:00:00Z"), new Date(now))).toBe(due);
});

it("R10.1 — they are renewed well before they end", () => {
	expect(passwordDays - renewAfterDays).toBeGreaterThanOrEqual(14);
});
