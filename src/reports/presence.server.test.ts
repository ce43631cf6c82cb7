import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotFound } from "../platform/web/page.ts";
import { saveDraft } from "./draft.server.ts";
import { reportPresencePage } from "./pages/report-files.ts";
import { reportPage } from "./pages/staff-report.tsx";
import { presence } from "./presence.server.ts";

let now: Reporting;
const which = () => ({ candidate: now.candidate, report: now.report() });

beforeAll(async () => {
	now = await reporting();
	const { anna, bram } = now.house.ids;
	// Bram stands in for Anna.
	await now.house.as("carla").act(now.candidate, "guidance", { action: "update" }, (tx) =>
		tx
			.insertInto("app.membership")
			.values({
				id: crypto.randomUUID(),
				subject_id: now.candidate,
				trajectory_id: now.trajectory,
				staff_id: bram,
				capacity: "deputy",
				assigned_by: anna,
				from_at: new Date("2026-09-07"),
			})
			.execute(),
	);
});
afterAll(() => now.close());
beforeEach(() => now.begin());

it("R7.1 — two people with the same draft open are told of each other, until one is gone for a minute", async () => {
	const [anna, bram] = [now.house.as("anna"), now.house.as("bram")];
	expect((await presence(anna, { ...which(), session: "" })).others).toEqual([]);
	expect((await presence(bram, { ...which(), session: "" })).others).toEqual([now.house.ids.anna]);
	expect((await presence(anna, { ...which(), session: "" })).others).toEqual([now.house.ids.bram]);
	now.house.clock.set(new Date(Date.now() + 61_000));
	expect((await presence(now.house.as("anna"), { ...which(), session: "" })).others).toEqual([]);
});

it("R1.2 — asking again and again, and saving, is one editing session: one row in the log", async () => {
	const anna = now.house.as("anna");
	const { session } = await presence(anna, { ...which(), session: "" });
	expect((await presence(anna, { ...which(), session })).session).toBe(session);
	const saved = await saveDraft(anna, { ...which(), rowVersion: 1, title: "t", body: "b", session });
	expect(saved.session).toBe(session);
	const rows = () => now.house.rows("select id from audit.entry where action = 'edit' and object_id = $1", [now.report()]);
	expect(await rows()).toEqual([{ id: session }]);
	// Another's session is not continued.
	expect((await presence(now.house.as("bram"), { ...which(), session })).session).not.toBe(session);
	expect(await rows()).toHaveLength(2);
});

it("R1.2 — who does not work on this trajectory finds no draft, and leaves nothing behind", async () => {
	const before = await now.house.rows("select * from app.report_presence");
	for (const who of ["carla", "bea", "fenna"] as const)
		await expect(presence(now.house.as(who), { ...which(), session: "" })).rejects.toThrow(NotFound);
	expect(await now.house.rows("select * from app.report_presence")).toEqual(before);
});

it("R7.1 — the editor asks, and can name who works on this trajectory", async () => {
	const anna = await siteOf(now.house, [reportPage, reportPresencePage]).as("anna");
	const path = `/kandidaten/${now.candidate}/rapporten/${now.report()}`;
	const { html } = await anna.get(path);
	expect(html).toContain(`data-presence="${path}/aanwezig"`);
	expect(html).toContain("Bram Jansen");
	await presence(now.house.as("bram"), { ...which(), session: "" });
	const answer = await anna.post(`${path}/aanwezig`, { session: "" });
	expect(answer.status).toBe(200);
	expect(JSON.parse(answer.html)).toMatchObject({ others: [{ id: now.house.ids.bram }] });
});
