import { afterAll, beforeAll, expect, it } from "vitest";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { makeAgreement, type NewLine } from "../reporting-agreements/agree.server.ts";
import { askAboutAgreement, recordConversation } from "../reporting-agreements/inform.server.ts";
import { linesInForce } from "../reporting-agreements/queries.server.ts";
import { workOf } from "./due.server.ts";
import { standing } from "./standing.server.ts";

let house: TestHouse;
const agreement = crypto.randomUUID();
const { mehmet } = { mehmet: () => house.worlds.mehmet };

const line = (part: Partial<NewLine> = {}): NewLine => ({
	rootId: null,
	contactId: mehmet().contact,
	categories: ["progress"],
	form: "written",
	kind: "extensive",
	about: "progress",
	purpose: "assignments",
	everyMonths: 2,
	everyWeeks: null,
	afterDays: null,
	atEnd: false,
	firstDue: "2026-11-07",
	...part,
});
const seen = async (who: StaffName, whose: "mine" | "everybody") => {
	const work = await workOf(house.as(who), whose);
	return { work, kinds: work.tasks.map((task) => task.kind), names: work.candidates.map((one) => JSON.parse(one.name).given) };
};

beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T10:00:00Z");
	const lines = [line(), line({ kind: "brief", everyMonths: null, everyWeeks: 4, firstDue: "2026-12-01" })];
	await makeAgreement(house.as("anna"), {
		id: agreement,
		candidate: mehmet().candidate,
		trajectory: mehmet().trajectory,
		basedOn: 0,
		lines,
	});
});
afterAll(() => house.close());

it("R6.1 — a coach sees what is due with their own candidates, and nobody else's", async () => {
	const anna = await seen("anna", "mine");
	expect(anna.kinds).toEqual(["report", "inform", "report"]);
	expect(anna.work.tasks[0]).toMatchObject({
		due: "2026-11-07",
		late: 16,
		urgency: "late",
		organisation: "Bakkerij De Korenaar",
	});
	expect(anna.names).toEqual(["Mehmet"]);
	expect((await seen("bram", "mine")).kinds).toEqual(["agree"]);
	for (const who of ["bea", "fenna", "finn", "ada"] as const) expect((await seen(who, "mine")).kinds).toEqual([]);
});

it("R6.1 — a coordinator sees everybody's deadlines and load, but neither questions nor notes", async () => {
	await askAboutAgreement(house.asCandidate("mehmet"), { id: crypto.randomUUID(), agreement, question: "Waarom?" });
	expect((await seen("anna", "mine")).kinds).toContain("question");
	const { work, kinds, names } = await seen("carla", "everybody");
	expect(kinds.sort()).toEqual(["agree", "inform", "report", "report"]);
	expect(names.sort()).toEqual(["Mehmet", "Sofie"]);
	expect(work.coaches.map(({ name, open, late, longest }) => [JSON.parse(name).given, open, late, longest]).sort()).toEqual([
		["Anna", 1, 1, 16],
		["Bram", 1, 0, 0],
	]);
});

it("R1.2 — a name is opened only when something is the matter, and then the log names that candidate", async () => {
	const nobody = await workOf(house.as("carla"), "everybody", () => false);
	expect(nobody.candidates).toEqual([]);
	const [entry] = await house.rows<{ subjects: string[] }>(
		"select subjects from audit.entry where actor_id = $1 order by at desc limit 1",
		[house.ids.carla],
	);
	expect(entry?.subjects).not.toContain(mehmet().candidate);
	await workOf(house.as("carla"), "everybody", (task) => task.late > 0);
	const [next] = await house.rows<{ subjects: string[] }>(
		"select subjects from audit.entry where actor_id = $1 order by at desc limit 1",
		[house.ids.carla],
	);
	expect(next?.subjects).toContain(mehmet().candidate);
	expect(next?.subjects).not.toContain(house.worlds.sofie.candidate);
});

it("R6.1 — told and reported: nothing is left to do", async () => {
	const { anna } = { anna: house.as("anna") };
	await recordConversation(anna, {
		id: crypto.randomUUID(),
		candidate: mehmet().candidate,
		agreement,
		how: "phone",
		on: "2026-11-23",
		note: null,
	});
	const report = crypto.randomUUID();
	await anna.act(mehmet().candidate, "reporting", { action: "create" }, async (tx) => {
		const { lines } = await linesInForce(tx, mehmet().trajectory);
		await tx
			.insertInto("app.report")
			.values({
				id: report,
				subject_id: mehmet().candidate,
				trajectory_id: mehmet().trajectory,
				line_id: lines[0]?.id as string,
				kind: "extensive",
				about: "progress",
				due_on: "2026-11-07",
				state: "submitted",
				state_at: anna.now(),
				state_by: house.ids.anna,
				created_at: anna.now(),
				created_by: house.ids.anna,
			})
			.execute();
	});
	expect((await seen("anna", "mine")).kinds).toEqual(["report", "waiting"]);
	await anna.act(mehmet().candidate, "reporting", { action: "send" }, (tx) =>
		tx.updateTable("app.report").set({ state: "sent" }).where("id", "=", report).execute(),
	);
	const { work } = await seen("anna", "mine");
	expect(work.tasks.map((task) => [task.kind, task.due, task.urgency])).toEqual([["report", "2026-12-01", "soon"]]);
});

it("R1.3 — who signed nothing or acknowledged nothing is told so, and sees no work", async () => {
	expect(await standing(house.as("anna"))).toEqual({ statement: true, acknowledged: true, back: 0 });
	await house.rows("alter table app.acknowledgement disable trigger guard");
	await house.rows("delete from app.acknowledgement where staff_id = $1", [house.ids.anna]);
	expect(await standing(house.as("anna"))).toEqual({ statement: true, acknowledged: false, back: 0 });
	expect((await seen("anna", "mine")).kinds).toEqual([]);
});
