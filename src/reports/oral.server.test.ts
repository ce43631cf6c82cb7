import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed } from "../law/decision.ts";
import { workOf } from "../today/due.server.ts";
import { startReport } from "./draft.server.ts";
import { type OralReport, recordOralReport } from "./oral.server.ts";
import { reportedDays } from "./reported.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

describe("brief and oral", () => {
	let brief: string;
	let oral: string;
	beforeAll(async () => {
		brief = await layAgreement(house, "sofie", "brief");
		oral = await layAgreement(house, "sofie", "brief", { version: 2, form: "oral" });
	});
	const sofie = () => house.worlds.sofie;
	const spoken = (more: Partial<OralReport> = {}) =>
		recordOralReport(house.as("bram"), {
			id: crypto.randomUUID(),
			informId: crypto.randomUUID(),
			candidate: sofie().candidate,
			trajectory: sofie().trajectory,
			line: oral,
			on: "2026-11-20",
			time: "10:00",
			summary: "Verteld dat het traject loopt.",
			informed: { how: "phone", on: "2026-11-20" },
			...more,
		});

	it("R6.1 — a line that is no longer in force starts no report", async () => {
		const attempt = startReport(house.as("bram"), {
			id: crypto.randomUUID(),
			candidate: sofie().candidate,
			trajectory: sofie().trajectory,
			line: brief,
			dueOn: null,
			periodFrom: null,
			periodTo: null,
		});
		await expect(attempt).rejects.toThrow(NotAllowed);
	});

	it("R9.2, R7.2 — an oral report is recorded with its disclosure and the candidate's being told, together", async () => {
		await spoken();
		expect(
			await house.rows("select form, state, clause, about_id from app.disclosure where subject_id = $1", [sofie().candidate]),
		).toEqual([{ form: "oral", state: "recorded", clause: "R9.2", about_id: oral }]);
		expect(
			await house.rows("select how from app.inform_event where about = 'oral' and subject_id = $1", [sofie().candidate]),
		).toEqual([{ how: "phone" }]);
	});

	it("R9.2, R6.1 — what was told counts for its line: in the dossier, for the coach, and for who sees the headers only", async () => {
		const told = { rootId: oral, day: "2026-11-20" };
		const { days } = await house.as("bram").read(sofie().candidate, "guidance", { action: "view" }, async (tx) => ({
			days: await reportedDays(tx, sofie().trajectory),
		}));
		expect(days).toContainEqual(told);
		for (const [who, whose] of [
			["bram", "mine"],
			["carla", "everybody"],
		] as const) {
			const { tasks } = await workOf(house.as(who), whose);
			expect(tasks.filter((task) => task.subject === sofie().candidate && task.kind === "report" && task.late > 0)).toEqual([]);
		}
	});

	it("R9.2 — a conversation that is yet to come is refused and leaves nothing behind", async () => {
		const count = () => house.rows("select count(*) from app.disclosure where subject_id = $1", [sofie().candidate]);
		const before = await count();
		await expect(spoken({ on: "2099-01-01" })).rejects.toThrow(NotAllowed);
		await expect(spoken({ informed: { how: "phone", on: "2099-01-01" } })).rejects.toThrow(NotAllowed);
		expect(await count()).toEqual(before);
	});
});
