import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { type TimeStampAuthority, timeStampAuthority } from "../../test/time-stamps.ts";
import { systemChance } from "../platform/clock.ts";
import { timeStampFrom } from "../platform/outbound/time-stamp.ts";
import { checkSealedPdf } from "../platform/pdf/check.ts";
import { versionPdf } from "./queries.server.ts";
import { submitReport } from "./submit.server.ts";

let now: Reporting;
let authority: TimeStampAuthority;
beforeAll(async () => {
	now = await reporting();
	authority = await timeStampAuthority();
});
afterAll(async () => {
	await authority.stop();
	await now.close();
});
beforeEach(() => now.begin());

const submit = async () => {
	const version = crypto.randomUUID();
	const press = { ...now.press, timeStamp: timeStampFrom(authority.url, systemChance, 2_000) };
	await submitReport(now.house.as("anna"), press, { candidate: now.candidate, report: now.report(), draftVersion: 2, version });
	return version;
};

it("R9.1 — where a time-stamp server is set, what is frozen bears its stamp and passes our check", async () => {
	await now.write();
	const before = authority.asked.length;
	const at = { candidate: now.candidate, report: now.report(), version: await submit() };
	expect(authority.asked.length).toBe(before + 1);
	const { pdf } = await versionPdf(now.house.as("anna"), "reporting", at);
	expect(checkSealedPdf(pdf, now.press.certificate)).toEqual({ ok: true });
});

it("R9.1 — a time-stamp server that fails: nothing is frozen or submitted, the draft stays, and it is said why", async () => {
	await now.write();
	authority.behaves("down");
	const before = await now.everything();
	await expect(submit()).rejects.toMatchObject({
		name: "NotAllowed",
		clause: "R9.1",
		why: { nl: expect.stringContaining("tijdstempel") },
	});
	expect(await now.everything()).toEqual(before);
	expect(await now.state()).toBe("draft");
	authority.behaves("well");
	await submit();
	expect(await now.state()).toBe("submitted");
});
