import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../../test/browse.ts";
import { type Reporting, reporting } from "../../../test/reporting.ts";
import { answerFormPage } from "./answer-form.tsx";
import { reportPage } from "./staff-report.tsx";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
	await now.begin();
	await now.write();
});
afterAll(() => now.close());

it("R7.1 — the answer form on paper carries number and fingerprint; typed over wrongly it does not count", async () => {
	const version = await now.submit();
	const path = `/kandidaten/${now.candidate}/rapporten/${now.report()}`;
	const anna = await siteOf(now.house, [answerFormPage, reportPage]).as("anna");
	const form = await anna.get(`${path}/antwoordformulier`);
	const [row] = await now.house.rows<{ sha256: Buffer; document_number: string }>(
		"select sha256, document_number from app.report_version where id = $1",
		[version],
	);
	const hash = row?.sha256.toString("hex").slice(0, 8) ?? "";
	expect(form.html).toContain(row?.document_number);
	expect(form.html).toContain(hash);
	const paper = {
		...{ do: "paper", request_id: crypto.randomUUID(), version, answer: "approved", remark: "", own_view: "" },
		...{ signed_day: "20", signed_month: "11", signed_year: "2026", number: row?.document_number ?? "" },
	};
	expect((await anna.post(path, { ...paper, hash: "12345678" })).status).toBe(403);
	expect((await anna.post(path, { ...paper, hash })).status).toBe(303);
	expect((await anna.get(path)).html).toContain("telt nog niet");
});
