import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CandidateName, type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { myLog } from "../audit-log/mine.server.ts";
import { storeTokens, tokensOf } from "../candidates/tokens.server.ts";
import { openDossier } from "../dossiers/dossier.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { FieldErrors, NotFound, Stale } from "../platform/web/page.ts";
import { deputise, handOver } from "../trajectories/hand-over.server.ts";
import { breakGlass, endGlass, findForEmergency, reviewGlass } from "./break-glass.server.ts";
import { declareConflict, endConflict } from "./conflict.server.ts";
import { conflictsOf, declaringFor, glassesOf, glassOf } from "./queries.server.ts";
import { watchTasks } from "./tasks.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
	await owner("delete from app.break_glass");
	await owner("delete from app.conflict");
	await owner("delete from app.membership where capacity = 'deputy'");
});

/** As the owner, with a log entry that names everybody. */
async function owner(statement: string, values: unknown[] = []) {
	await house.rows("begin");
	await house.rows("select set_config('app.actor', $1, true)", [house.ids.ada]);
	await house.rows(
		`select set_config('app.entry', audit.append('system', '{}', null, null, (select array_agg(id) from app.person), '{}', 'update', null, null,
			'security', null, null, 'allowed', null, null)::text, true)`,
	);
	try {
		await house.rows(statement, values);
		await house.rows("commit");
	} catch (error) {
		await house.rows("rollback");
		throw error;
	}
}
const whom = (name: CandidateName = "mehmet") => house.worlds[name].candidate;
const open = (who: StaffName, name: CandidateName = "mehmet") => openDossier(house.as(who), { candidate: whom(name) });
const shatter = async (who: StaffName, name: CandidateName = "mehmet", by = house.as(who)) => {
	const id = crypto.randomUUID();
	await breakGlass(by, "http://spoor.test", {
		id,
		candidate: whom(name),
		reason: "danger",
		explanation: "Er belde iemand in paniek.",
	});
	return id;
};
const counted = () =>
	house.rows(
		"select (select count(*)::int from app.break_glass) g, (select count(*)::int from app.conflict) c, (select count(*)::int from app.dispatch) d",
	);
const nothingLeft = async (attempt: Promise<unknown>, error: new (...args: never[]) => Error) => {
	const before = await counted();
	await expect(attempt).rejects.toThrow(error);
	expect(await counted()).toEqual(before);
};

describe("deputies for a term", () => {
	it("R1.2 — a deputy sees the dossier within the term, and nothing from the moment it ends", async () => {
		await expect(open("bram")).rejects.toThrow();
		const { candidate, trajectory: id } = house.worlds.mehmet;
		const now = new Date();
		await deputise(house.as("carla"), {
			...{ to: house.ids.bram, trajectories: [{ id, candidate }] },
			from: now.toISOString().slice(0, 10),
			until: new Date(now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10),
		});
		expect((await open("bram")).candidate).toBe(candidate);
		await owner("update app.membership set until_at = clock_timestamp() where capacity = 'deputy'");
		await expect(open("bram")).rejects.toThrow(NotFound);
	});
});

describe("the broken glass", () => {
	it("R1.2 — from outside the caseload a dossier opens to read, for this one candidate; the log marks each look", async () => {
		await expect(open("bram")).rejects.toThrow(NotFound);
		const id = await shatter("bram");
		const dossier = await open("bram");
		expect(dossier.glass?.id).toBe(id);
		const rows = await house.rows(
			"select action, break_glass, ground from audit.entry where actor_id = $1 and subjects @> array[$2::uuid] and outcome = 'allowed' order by at",
			[house.ids.bram, whom()],
		);
		expect(rows.filter((row) => row.break_glass)).toEqual([
			{ action: "breakGlass", break_glass: true, ground: "danger" },
			{ action: "view", break_glass: true, ground: null },
		]);
		expect((await open("bram", "sofie")).glass).toBeNull();
	});

	it("R1.2 — the glass is for reading: a deed finds nothing", async () => {
		await shatter("bram");
		const { candidate, trajectory } = house.worlds.mehmet;
		const wrote = house.as("bram").act(candidate, "guidance", { action: "create" }, (tx) =>
			tx
				.insertInto("app.note")
				.values({
					id: crypto.randomUUID(),
					subject_id: candidate,
					trajectory_id: trajectory,
					created_at: new Date(),
					created_by: house.ids.bram,
				})
				.execute(),
		);
		await expect(wrote).rejects.toThrow(/row-level security/);
	});

	it("R1.2 — it ends by the clock, and by hand, at once", async () => {
		const id = await shatter("carla");
		await open("carla");
		await nothingLeft(endGlass(house.as("bram"), { candidate: whom(), glass: id }), NotFound);
		await endGlass(house.as("carla"), { candidate: whom(), glass: id });
		await expect(open("carla")).rejects.toThrow(NotAllowed);
		await shatter("carla");
		await open("carla");
		await owner(
			"update app.break_glass set opened_at = opened_at - interval '30 minutes', until_at = clock_timestamp(), second_factor_at = second_factor_at - interval '30 minutes'",
		);
		await expect(open("carla")).rejects.toThrow(NotAllowed);
	});

	it("R1.2 — the candidate reads it in the diary, with the reason", async () => {
		await shatter("carla");
		await open("carla");
		const { entries } = await myLog(house.asCandidate("mehmet"), { whose: "others", from: undefined, before: undefined });
		expect(entries.filter((one) => one.breakGlass).map((one) => [one.action, one.ground])).toEqual(
			expect.arrayContaining([
				["view", null],
				["breakGlass", "danger"],
			]),
		);
	});

	it("R10.1 — without a second factor just shown it stays whole, in the database too", async () => {
		const { candidate } = house.worlds.mehmet;
		const old = house.door.as({ ...house.as("carla").actor, secondFactorAt: new Date(Date.now() - 11 * 60_000) });
		await nothingLeft(shatter("carla", "mehmet", old), NotAllowed);
		const at = new Date();
		const forged = (change: object) =>
			old.act(candidate, "guidance", { action: "breakGlass" }, async (tx, seal) => {
				const id = crypto.randomUUID();
				await tx
					.insertInto("app.break_glass")
					.values({
						...{ id, subject_id: candidate, staff_id: house.ids.carla, as_role: "coordinator", reason: "danger" },
						...(await seal("break_glass", id, candidate, { explanation: "x" })),
						...{ opened_at: at, until_at: new Date(at.getTime() + 60_000), second_factor_at: at, ...change },
					})
					.execute();
			});
		await nothingLeft(forged({ second_factor_at: new Date(at.getTime() - 11 * 60_000) }), Error);
		await nothingLeft(forged({ until_at: new Date(at.getTime() + 61 * 60_000) }), Error);
		await nothingLeft(forged({ staff_id: house.ids.bram }), Error);
		await nothingLeft(forged({ as_role: "dpo" }), Error);
	});

	it("R1.2 — who has no such role, whose dossier it is already, or a candidate who is not there: refused", async () => {
		for (const who of ["bea", "finn", "ada"] as const) await nothingLeft(shatter(who), NotAllowed);
		await nothingLeft(shatter("anna"), NotAllowed);
		const nowhere = breakGlass(house.as("bram"), "http://spoor.test", {
			...{ id: crypto.randomUUID(), candidate: crypto.randomUUID(), reason: "danger", explanation: "Er belde iemand." },
		});
		await expect(nowhere).rejects.toThrow();
	});

	it("R1.2 — found by the whole address only", async () => {
		const tokens = await tokensOf(house.keys, { name: { given: "Mehmet", family: "Demir" }, email: "mehmet@thuis.test" });
		await house
			.as("bea")
			.act(whom(), "registration", { action: "update" }, (tx) => storeTokens(tx, { id: whom(), kind: "candidate" }, tokens));
		expect(await findForEmergency(house.as("bram"), " Mehmet@Thuis.test ")).toBe(whom());
		await expect(findForEmergency(house.as("bram"), "mehmet@thuis")).rejects.toThrow(FieldErrors);
		await expect(findForEmergency(house.as("finn"), "mehmet@thuis.test")).rejects.toThrow(FieldErrors);
	});

	it("R1.2 — somebody else reviews it: a task for the privacy officer, never for who did it, and once", async () => {
		const id = await shatter("carla");
		const fenna = house.as("fenna");
		expect((await watchTasks(fenna))?.glasses).toBe(1);
		expect((await watchTasks(house.as("carla")))?.glasses).toBe(0);
		expect((await watchTasks(house.as("anna")))?.glasses).toBe(0);
		expect(await watchTasks(house.as("bea"))).toBeUndefined();
		expect(await glassesOf(fenna)).toMatchObject([{ id, explanation: "Er belde iemand in paniek.", that_day: 1 }]);
		await open("carla");
		expect((await glassOf(fenna, whom(), id)).looks.map((one) => one.action)).toContain("view");
		const review = (who: StaffName, rowVersion = 1) =>
			reviewGlass(house.as(who), { candidate: whom(), glass: id, rowVersion, verdict: "justified", note: "Gebeld, klopt." });
		await expect(review("carla")).rejects.toThrow(NotAllowed);
		await expect(review("bram")).rejects.toThrow(NotFound);
		await expect(review("fenna", 9)).rejects.toThrow(Stale);
		await review("fenna");
		await expect(review("fenna", 2)).rejects.toThrow(NotAllowed);
		expect((await watchTasks(fenna))?.glasses).toBe(0);
	});

	it("R1.2 — what a privacy officer did waits for a coordinator", async () => {
		const id = await shatter("fenna");
		expect((await watchTasks(house.as("carla")))?.glasses).toBe(1);
		await reviewGlass(house.as("carla"), { candidate: whom(), glass: id, rowVersion: 1, verdict: "unjustified", note: null });
	});

	it("R1.2 — the fourth in a day by one person is told to the privacy officer, and none before", async () => {
		const alarms = async () =>
			(await house.rows("select 1 from app.dispatch where kind = 'emergencyAlarm' and subject_id = $1", [house.ids.fenna]))
				.length;
		for (const name of ["mehmet", "sofie", "mehmet"] as const) await shatter("carla", name);
		expect(await alarms()).toBe(0);
		await shatter("carla", "sofie");
		expect(await alarms()).toBe(1);
	});
});

describe("knowing a candidate", () => {
	const declare = (who: StaffName, about: StaffName = who, name: CandidateName = "mehmet") => {
		const id = crypto.randomUUID();
		return declareConflict(house.as(who), { id, candidate: whom(name), staff: house.ids[about], kind: "relative" }).then(
			() => id,
		);
	};
	it("R1.2 — who declares it sees nothing of them from then on, the caseload or not, the glass or not", async () => {
		await open("anna");
		await declare("anna");
		await expect(open("anna")).rejects.toThrow(NotFound);
		const caseload = await house
			.as("anna")
			.list("guidance", { action: "list" }, (tx) => tx.selectFrom("app.candidate").select("id").execute());
		expect(caseload).toEqual([]);
		await nothingLeft(shatter("anna"), NotAllowed);
	});

	it("R1.2 — it holds for who sees all headers, and during broken glass", async () => {
		await shatter("carla");
		await open("carla");
		await declare("carla");
		await expect(open("carla")).rejects.toThrow(NotFound);
		const seen = await house
			.as("carla")
			.list("registration", { action: "list" }, (tx) => tx.selectFrom("app.trajectory").select("subject_id").execute());
		expect(seen.map((one) => one.subject_id)).toEqual([whom("sofie")]);
		await expect(declaringFor(house.as("carla"), whom())).rejects.toThrow(NotFound);
	});

	it("R1.2 — the coordinator is told that a trajectory needs another coach, and cannot give it to who knows the candidate", async () => {
		await declare("anna");
		const { candidate, trajectory } = house.worlds.mehmet;
		expect((await watchTasks(house.as("carla")))?.stranded).toEqual([{ candidate, trajectory }]);
		await declare("fenna", "bram");
		const give = handOver(house.as("carla"), {
			...{ from: house.ids.anna, to: house.ids.bram, trajectories: [{ id: trajectory, candidate }], reason: "request" },
		});
		await nothingLeft(give, NotAllowed);
	});

	it("R1.2 — about another only the privacy officer declares; ending it is theirs too, and never about oneself", async () => {
		await nothingLeft(declare("carla", "anna"), NotAllowed);
		await nothingLeft(declare("finn"), NotAllowed);
		await nothingLeft(declare("bram"), NotFound);
		const id = await declare("fenna", "anna");
		const end = (who: StaffName, conflict = id) => endConflict(house.as(who), { candidate: whom(), conflict, rowVersion: 1 });
		await expect(end("anna")).rejects.toThrow(NotAllowed);
		await expect(end("carla")).rejects.toThrow(NotFound);
		await end("fenna");
		await open("anna");
		const own = await declare("fenna");
		await expect(end("fenna", own)).rejects.toThrow(NotAllowed);
		expect(await conflictsOf(house.as("bram"))).toEqual([]);
	});

	it("R1.2 — a candidate with the address of a member of staff is their own dossier: linked by itself, closed to them", async () => {
		await owner(
			"insert into auth.account (person_id, realm, email_token, created_by) values ($1, 'staff', $2, $1) on conflict (person_id) do update set email_token = excluded.email_token",
			[house.ids.anna, (await house.keys.tokens([{ kind: "email", value: "anna@thuis.test" }]))[0]],
		);
		await open("anna");
		const tokens = await tokensOf(house.keys, { name: { given: "Mehmet", family: "Demir" }, email: "anna@thuis.test" });
		await house
			.as("bea")
			.act(whom(), "registration", { action: "update" }, (tx) => storeTokens(tx, { id: whom(), kind: "candidate" }, tokens));
		await expect(open("anna")).rejects.toThrow(NotFound);
		expect(await conflictsOf(house.as("fenna"))).toMatchObject([{ kind: "self", source: "match", staff_id: house.ids.anna }]);
		const [entry] = await house.rows(
			"select actor_kind, subjects from audit.entry where action = 'declareConflict' order by at desc limit 1",
		);
		expect(entry).toMatchObject({ actor_kind: "system" });
	});
});
