import { afterAll, beforeAll, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { siteOf } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { pressFor } from "../../test/press.ts";
import { NotAllowed } from "../law/decision.ts";
import { saveDraft, startReport, withdrawReport } from "./draft.server.ts";
import { remindOfReports } from "./jobs.server.ts";
import { waitingFor } from "./queries.server.ts";
import { remindCandidate } from "./remind.server.ts";
import { submitReport } from "./submit.server.ts";

let house: TestHouse;
let report: string;
const candidate = () => house.worlds.mehmet.candidate;
const url = "https://spoor.test";
const reminders = async () => (await house.rows<{ n: number }>("select count(*)::int n from app.report_reminder"))[0]?.n;
const notices = async () =>
	(
		await house.rows<{ n: number }>("select count(*)::int n from app.dispatch where kind = 'reminder' and subject_id = $1", [
			candidate(),
		])
	)[0]?.n;

beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-02T09:00:00Z");
	const press = await pressFor(house);
	const line = await layAgreement(house, "mehmet");
	const anna = house.as("anna");
	report = crypto.randomUUID();
	await startReport(anna, {
		id: report,
		candidate: candidate(),
		trajectory: house.worlds.mehmet.trajectory,
		line,
		dueOn: null,
		periodFrom: null,
		periodTo: null,
	});
	await saveDraft(anna, { candidate: candidate(), report, rowVersion: 1, title: "Voortgang", body: "Het gaat goed." });
	await submitReport(anna, press, { candidate: candidate(), report, draftVersion: 2, version: crypto.randomUUID() });
});
afterAll(() => house.close());

const on = async (day: string) => {
	house.clock.set(`${day}T07:00:00Z`);
	await remindOfReports(house.door, url);
	return reminders();
};

it("R7.1 — who has no account is not reminded by mail, and the coach is told so", async () => {
	expect(await on("2026-11-08")).toBe(0);
	await expect(
		remindCandidate(house.as("anna"), url, { id: crypto.randomUUID(), candidate: candidate(), report }),
	).rejects.toThrow(/no account/);
	expect(await reminders()).toBe(0);
});

it("R7.1 — the house reminds after five days, then every seven, three times at most; no answer never becomes approval", async () => {
	await siteOf(house, []).asCandidate("mehmet"); // makes the account
	await house.as("anna").act(candidate(), "registration", { action: "update" }, async (tx, seal) => {
		const id = crypto.randomUUID();
		const { value } = await seal("candidate_field", id, candidate(), { value: "mehmet@voorbeeld.test" });
		await tx
			.insertInto("app.candidate_field")
			.values({ id, subject_id: candidate(), assignment_type: "secondTrack", field: "email", value, updated_by: house.ids.anna })
			.execute();
	});
	expect(await on("2026-11-06")).toBe(0);
	expect(await on("2026-11-07")).toBe(1);
	expect(await on("2026-11-07")).toBe(1);
	expect(await on("2026-11-13")).toBe(1);
	expect(await on("2026-11-14")).toBe(2);
	expect(await on("2026-11-21")).toBe(3);
	expect(await on("2026-11-30")).toBe(3);
	expect(await notices()).toBe(3);
	expect(await house.rows("select state from app.report")).toEqual([{ state: "submitted" }]);
});

it("R7.1 — a coach reminds once a day at most, and another coach not at all", async () => {
	house.clock.set("2026-12-01T09:00:00Z");
	const again = () => remindCandidate(house.as("anna"), url, { id: crypto.randomUUID(), candidate: candidate(), report });
	await again();
	await expect(again()).rejects.toThrow(NotAllowed);
	await expect(
		remindCandidate(house.as("bram"), url, { id: crypto.randomUUID(), candidate: candidate(), report }),
	).rejects.toThrow("not found");
	expect(await reminders()).toBe(4);
});

it("R3.b — the candidate's overview says what waits, for them only, until it no longer does", async () => {
	expect(await waitingFor(house.asCandidate("mehmet"))).toMatchObject([
		{ id: report, kind: "extensive", about: "progress", organisation: "Bakkerij De Korenaar" },
	]);
	expect(await waitingFor(house.asCandidate("sofie"))).toEqual([]);
	await withdrawReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 2 });
	expect(await waitingFor(house.asCandidate("mehmet"))).toEqual([]);
	expect(await on("2026-12-20")).toBe(4);
});
