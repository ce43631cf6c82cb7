import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { assignmentPage, setReportSettings, settingsFor } from "../assignments/settings.server.ts";
import { assignmentTypeIds } from "../law/assignment-types.ts";
import { defaultSettings, type ReportSetting, reportSource } from "../law/report-settings.ts";
import { NotFound } from "../platform/web/page.ts";
import { startReport } from "../reports/draft.server.ts";
import { moveMoment, setFirstSickDay, sicknessOf, standing } from "./sickness.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set("2026-11-23T09:00:00Z"));

const of = () => ({ candidate: house.worlds.mehmet.candidate, trajectory: house.worlds.mehmet.trajectory });
const first = (on = "2026-01-12", by = house.as("anna"), whose = of()) =>
	setFirstSickDay(by, whose, { id: crypto.randomUUID(), on, reason: "" });
const count = () => house.rows("select count(*)::int as n from app.sickness_calendar");
async function leavesNothing(deed: () => Promise<unknown>, expected: object | (new () => Error)) {
	const before = await count();
	if (typeof expected === "function") await expect(deed()).rejects.toThrow(expected);
	else await expect(deed()).rejects.toMatchObject(expected);
	expect(await count()).toEqual(before);
}

describe("the calendar in illness", () => {
	it("R3.c — the first sick day and a moved moment are kept, sealed, with who and why; a new first day starts anew", async () => {
		await first();
		await moveMoment(house.as("anna"), of(), {
			id: crypto.randomUUID(),
			moment: "plan",
			on: "2026-03-20",
			reason: "De bedrijfsarts was weg.",
		});
		const { written } = await sicknessOf(house.as("anna"), of());
		expect(standing(written)).toEqual({
			firstDay: "2026-01-12",
			moves: [{ moment: "plan", on: "2026-03-20", reason: "De bedrijfsarts was weg." }],
		});
		const raw = JSON.stringify(await house.rows("select encode(content, 'escape') as text from app.sickness_calendar"));
		for (const word of ["2026-01-12", "bedrijfsarts", "firstDay"]) expect(raw).not.toContain(word);
		await first("2026-01-19");
		expect(standing((await sicknessOf(house.as("anna"), of())).written)).toEqual({ firstDay: "2026-01-19", moves: [] });
	});

	it("R3.c — a day in the future, a moment before the illness, and one without a first day are refused", async () => {
		await leavesNothing(() => first("2026-11-24"), { clause: "R3.c" });
		await first();
		await leavesNothing(
			() => moveMoment(house.as("anna"), of(), { id: crypto.randomUUID(), moment: "plan", on: "2026-01-11", reason: "Fout." }),
			{ clause: "R3.c" },
		);
	});

	it("R2.1 — outplacement knows no sick day: the verb refuses, and so does the database", async () => {
		const sofie = { candidate: house.worlds.sofie.candidate, trajectory: house.worlds.sofie.trajectory };
		await leavesNothing(() => first("2026-01-12", house.as("bram"), sofie), { clause: "R2.1" });
		const bram = house.as("bram");
		const forge = () =>
			bram.act(sofie.candidate, "guidance", { action: "update" }, (tx) =>
				tx
					.insertInto("app.sickness_calendar")
					.values({
						id: crypto.randomUUID(),
						subject_id: sofie.candidate,
						trajectory_id: sofie.trajectory,
						content: Buffer.from("x"),
						at: new Date(),
						by_id: bram.actor.id,
					})
					.execute(),
			);
		await leavesNothing(forge, { code: "42501" });
	});

	it("R8.3 — another coach, the coordinator, back office and the privacy officer see nothing of it", async () => {
		await first();
		await leavesNothing(() => first("2026-01-12", house.as("bram")), NotFound);
		await expect(sicknessOf(house.as("bram"), of())).rejects.toThrow(NotFound);
		for (const who of ["bea", "finn", "carla", "fenna"] as const) await expect(sicknessOf(house.as(who), of())).rejects.toThrow();
	});
});

describe("what an assignment reports", () => {
	const settings: ReportSetting[] = [{ about: "progress", kind: "extensive", due: { everyMonths: 1 }, template: "publicTask" }];
	const set = (change: Partial<Parameters<typeof setReportSettings>[1]> = {}, by = house.as("anna")) =>
		setReportSettings(by, {
			id: crypto.randomUUID(),
			assignment: house.worlds.mehmet.assignment,
			settings,
			reason: "Artikel 4 van de overeenkomst.",
			...change,
		});
	const now = () =>
		house.as("anna").read(of().candidate, "reporting", { action: "check" }, (tx) => settingsFor(tx, of().trajectory));

	it("R6.1 — every type has starting values and says where they come from", () => {
		for (const type of assignmentTypeIds) {
			expect(reportSource(type).nl.length).toBeGreaterThan(20);
			for (const one of defaultSettings(type)) expect(one.template).toBeTruthy();
		}
		expect(defaultSettings("uwvWerkfit").find((one) => one.about === "plan")).toMatchObject({
			due: { afterDays: 28 },
			template: "publicTask",
		});
	});

	it("R6.1 — in illness a report starts with both views and the RIV list; set otherwise with a reason, the next starts otherwise", async () => {
		expect((await now()).settings).toEqual(defaultSettings("secondTrack"));
		const line = await layAgreement(house, "mehmet");
		const body = async () => {
			const report = crypto.randomUUID();
			await startReport(house.as("anna"), { id: report, ...of(), line, dueOn: null, periodFrom: null, periodTo: null });
			const { body } = await house.as("anna").read(of().candidate, "reporting", { action: "check" }, async (tx, sealed) => {
				const row = await tx
					.selectFrom("app.report_draft")
					.select("body")
					.where("report_id", "=", report)
					.executeTakeFirstOrThrow();
				return sealed("report_draft", report, of().candidate, { body: row.body });
			});
			return body;
		};
		const before = await body();
		expect(before).toContain("## Visie van de werknemer");
		expect(before).toContain("## Visie van de werkgever");
		await set();
		expect((await now()).settings).toEqual(settings);
		expect(await body()).toContain("## Prognose");
		const page = await assignmentPage(house.as("anna"), house.worlds.mehmet.assignment);
		expect(page.changes).toMatchObject([
			{ reason: "Artikel 4 van de overeenkomst.", who: { name: expect.stringContaining("Anna") } },
		]);
		expect(
			await house.rows("select 1 from audit.entry where action = 'update' and object_type = 'assignment' and object_id = $1", [
				house.worlds.mehmet.assignment,
			]),
		).toHaveLength(1);
	});

	it("R6.1 — a term out of reason, something reported twice, or who may not, leaves nothing behind", async () => {
		const rows = () => house.rows("select count(*)::int as n from app.report_settings");
		const before = await rows();
		await expect(set({ settings: [{ ...settings[0], due: { everyMonths: 0 } } as ReportSetting] })).rejects.toMatchObject({
			clause: "R6.1",
		});
		await expect(set({ settings: [...settings, ...settings] })).rejects.toMatchObject({ clause: "R6.1" });
		await expect(set({}, house.as("finn"))).rejects.toMatchObject({ clause: "R3.d" });
		await expect(set({}, house.as("bram"))).rejects.toThrow(NotFound);
		expect(await rows()).toEqual(before);
	});
});
