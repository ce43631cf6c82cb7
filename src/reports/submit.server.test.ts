import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";
import { checkSealedPdf } from "../platform/pdf/check.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { saveDraft, startReport } from "./draft.server.ts";
import { previewReport } from "./submit.server.ts";
import { startsWith } from "./templates.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

it("R6.1 — a report begins on a line of the agreement in force, and on nothing else", async () => {
	expect(await now.state()).toBe("draft");
	const before = await now.everything();
	const other = startReport(now.house.as("anna"), {
		id: crypto.randomUUID(),
		candidate: now.candidate,
		trajectory: now.trajectory,
		line: crypto.randomUUID(),
		dueOn: null,
		periodFrom: null,
		periodTo: null,
	});
	await expect(other).rejects.toThrow(NotAllowed);
	expect(await now.everything()).toEqual(before);
});

it("R7.1 — two people saving the same draft: the second is told, nothing is overwritten", async () => {
	await now.write("Eerste tekst", 1);
	await expect(now.write("Tweede tekst", 1)).rejects.toThrow(Stale);
});

it("R1.2 — autosaves of one editing session are one row in the log", async () => {
	const { session } = await now.write("a", 1);
	await saveDraft(now.house.as("anna"), {
		candidate: now.candidate,
		report: now.report(),
		rowVersion: 2,
		title: "t",
		body: "ab",
		session,
	});
	const rows = await now.house.rows("select 1 from audit.entry where action = 'edit' and object_id = $1", [now.report()]);
	expect(rows).toHaveLength(1);
});

it("R5.1 — another coach cannot write, read or preview it; it is as if it were not there", async () => {
	const neighbour = now.house.as("bram");
	await expect(
		saveDraft(neighbour, { candidate: now.candidate, report: now.report(), rowVersion: 1, title: "x", body: "x" }),
	).rejects.toThrow(NotFound);
	await expect(previewReport(neighbour, now.press, { candidate: now.candidate, report: now.report() })).rejects.toThrow(NotFound);
});

it("R7.1, R9.1 — submitting freezes a sealed PDF of exactly this text", async () => {
	await now.write();
	const version = await now.submit();
	expect(await now.state()).toBe("submitted");
	const pdf = await now.house.as("anna").read(now.candidate, "reporting", { action: "view" }, async (tx, sealed) => {
		const row = await tx
			.selectFrom("app.report_version")
			.select(["id", "pdf"])
			.where("id", "=", version)
			.executeTakeFirstOrThrow();
		return sealed.bytes("report_version", row.id, now.candidate, { pdf: row.pdf });
	});
	expect(checkSealedPdf(pdf.pdf, now.press.certificate)).toEqual({ ok: true });
});

it("R7.1 — a text that changed since it was read is not frozen", async () => {
	await now.write();
	await expect(now.submit(1)).rejects.toThrow(Stale);
	expect(await now.state()).toBe("draft");
});

it.each([
	["an empty report", "  "],
	["a report that is still its template", startsWith("sickness", "progress").body],
])("R7.1 — %s is refused and leaves nothing behind", async (_what, text) => {
	await now.write(text);
	const before = await now.everything();
	await expect(now.submit()).rejects.toThrow(NotAllowed);
	expect(await now.everything()).toEqual(before);
});
