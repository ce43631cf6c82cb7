import { Hono } from "hono";
import pino from "pino";
import { expect, it } from "vitest";
import { policyReport, policyReports, takePolicyReports } from "./headers.ts";

const report = (rule: unknown, blocked: unknown) =>
	JSON.stringify({
		"csp-report": {
			"document-uri": "https://spoor.bureau.test/kandidaten/2b0c8f3e-0000-4000-8000-000000000001",
			"effective-directive": rule,
			"blocked-uri": blocked,
			"script-sample": "alert('Mehmet')",
		},
	});

it.each([
	[report("script-src-elem", "inline"), { rule: "script-src-elem", blocked: "inline" }],
	[report("img-src", "https://elders.test/kandidaten/2b0c"), { rule: "img-src", blocked: "https:" }],
	[report("connect-src", "2b0c8f3e"), { rule: "connect-src", blocked: "unknown" }],
	[report("Mehmet Demir", "inline"), undefined],
	["{}", undefined],
	["null", undefined],
	["[]", undefined],
	["geen json", undefined],
])("R10.1 — of a report only the rule and the kind are kept: %s", (text, kept) => {
	expect(policyReport(text)).toEqual(kept);
});

it("R10.1 — anybody may report, sixty an hour are written down, and nothing of an address or sample", async () => {
	const lines: string[] = [];
	let now = new Date("2026-11-23T10:00:00Z");
	const app = new Hono();
	takePolicyReports(app, pino({}, { write: (line: string) => void lines.push(line) }), { now: () => now });
	const post = (body: string) => app.request(policyReports, { method: "POST", body });
	for (let n = 0; n < 70; n++) expect((await post(report("script-src-elem", "inline"))).status).toBe(204);
	expect(lines).toHaveLength(60);
	expect(lines.join()).not.toMatch(/kandidaten|Mehmet|2b0c/);
	expect((await post("x".repeat(20_000))).status).toBe(413);
	now = new Date("2026-11-23T11:00:01Z");
	await post(report("script-src-elem", "inline"));
	expect(lines).toHaveLength(61);
});
