import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";
import { answerReport } from "./answer.server.ts";
import { reviseReport, withdrawReport } from "./draft.server.ts";
import { versionPdf } from "./queries.server.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

const textOf = (pdf: Uint8Array) => execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });

it("R7.1 — the candidate approves exactly these bytes for exactly these recipients", async () => {
	await now.write();
	await answerReport(now.house.asCandidate("mehmet"), await now.shown(await now.submit()), now.press.publicUrl);
	expect(await now.state()).toBe("approved");
	const told = await now.house.rows("select kind from app.dispatch where subject_id = $1 and kind = 'answerGiven'", [
		now.house.ids.anna,
	]);
	expect(told).toHaveLength(1);
});

it.each([["sha256"], ["recipientsSha256"]] as const)(
	"R7.1 — an approval of another %s is refused and leaves nothing behind",
	async (what) => {
		await now.write();
		const input = await now.shown(await now.submit());
		const before = await now.everything();
		await expect(answerReport(now.house.asCandidate("mehmet"), { ...input, [what]: "00".repeat(32) })).rejects.toThrow(
			NotAllowed,
		);
		expect(await now.everything()).toEqual(before);
	},
);

it("R10.1 — without a second factor shown just now there is no approval", async () => {
	await now.write();
	const input = await now.shown(await now.submit());
	const stale = now.house.door.as({
		kind: "candidate",
		id: now.candidate,
		roles: [],
		secondFactorAt: new Date(Date.now() - 11 * 60 * 1000),
	});
	await expect(answerReport(stale, input)).rejects.toThrow(NotAllowed);
	expect(await now.state()).toBe("submitted");
});

it("R7.1 — another candidate, or the coach, cannot approve it", async () => {
	await now.write();
	const input = await now.shown(await now.submit());
	await expect(answerReport(now.house.asCandidate("sofie"), input)).rejects.toThrow();
	await expect(answerReport(now.house.as("anna"), input)).rejects.toThrow();
	expect(await now.state()).toBe("submitted");
});

it("R7.1 — any change voids the approval: the report is a draft again and the old version cannot be answered", async () => {
	await now.write();
	const input = await now.shown(await now.submit());
	await answerReport(now.house.asCandidate("mehmet"), input);
	await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 3 });
	expect(await now.state()).toBe("draft");
	expect(await now.house.rows("select why from app.report_voiding where version_id = $1", [input.version])).toEqual([
		{ why: "revised" },
	]);
	await now.write("Een andere tekst", 2);
	await now.submit(3);
	await expect(answerReport(now.house.asCandidate("mehmet"), { ...input, id: crypto.randomUUID() })).rejects.toThrow(NotAllowed);
});

it("R7.1 — the candidate's own view stands behind the next version, in their words, and goes when they take it away", async () => {
	const texts = async (draftVersion: number) => {
		const version = await now.submit(draftVersion);
		const { pdf } = await versionPdf(now.house.as("anna"), "reporting", {
			candidate: now.candidate,
			report: now.report(),
			version,
		});
		return { version, text: textOf(pdf) };
	};
	await now.write();
	const first = await texts(2);
	expect(first.text).not.toContain("zienswijze van de kandidaat");
	await answerReport(now.house.asCandidate("mehmet"), {
		...(await now.shown(first.version)),
		answer: "changeRequested",
		ownView: "Ik zie **dit** anders.\n- En nog iets_meer",
	});
	await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 3 });
	const second = await texts(2);
	expect(second.text).toContain("Ik zie **dit** anders.");
	expect(second.text).toContain("- En nog iets_meer");
	await answerReport(now.house.asCandidate("mehmet"), {
		...(await now.shown(second.version)),
		answer: "changeRequested",
		ownView: null,
	});
	await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 6 });
	expect((await texts(2)).text).not.toContain("anders.");
});

it("R7.1 — a withdrawn report cannot be answered", async () => {
	await now.write();
	const input = await now.shown(await now.submit());
	await withdrawReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 2 });
	await expect(answerReport(now.house.asCandidate("mehmet"), input)).rejects.toThrow(NotAllowed);
});
