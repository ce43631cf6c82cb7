import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { type StaffName, type TestHouse, testHouse, type World } from "../../test/people.ts";
import { caseload } from "../candidates/queries.server.ts";
import { registerCandidate } from "../candidates/register.server.ts";
import { addDays, today } from "../law/deadlines.ts";
import { deputise, endDeputy, handOver } from "./hand-over.server.ts";
import { closeTrajectory, reopenTrajectory, startTrajectory } from "./move.server.ts";
import { loads, toHandOver, trajectoryPage } from "./queries.server.ts";

let house: TestHouse;
let day: string;
beforeAll(async () => {
	house = await testHouse();
	day = today(house.clock);
});
afterAll(() => house.close());

const state = async (trajectory: string) =>
	(
		await house.rows("select state, started_on, closed_on, outcome, row_version from app.trajectory where id = $1", [trajectory])
	)[0];
const events = async (trajectory: string) =>
	(
		await house.rows<{ kind: string }>("select kind from app.trajectory_event where trajectory_id = $1 order by at", [trajectory])
	).map((row) => row.kind);
const which = (world: Pick<World, "candidate" | "trajectory">, rowVersion: number) => ({
	candidate: world.candidate,
	trajectory: world.trajectory,
	rowVersion,
	event: crypto.randomUUID(),
});
async function registered(who: StaffName, family: string): Promise<World> {
	const world = { ...house.worlds.mehmet, candidate: crypto.randomUUID(), trajectory: crypto.randomUUID() };
	await registerCandidate(house.as(who), {
		...world,
		type: "secondTrack",
		fields: { familyName: family },
		source: "candidate",
		assignment: { id: world.assignment },
		lookedAt: true,
	});
	return world;
}

describe("R6.1 — starting", () => {
	it("R6.1 — refused without a reporting agreement, and nothing is left behind", async () => {
		const world = await registered("anna", "Zonder");
		const before = await state(world.trajectory);
		await expect(startTrajectory(house.as("anna"), which(world, 1), day)).rejects.toMatchObject({ clause: "R6.1" });
		expect(await state(world.trajectory)).toEqual(before);
		expect(await events(world.trajectory)).toEqual(["registered"]);
		expect((await trajectoryPage(house.as("anna"), world.candidate, world.trajectory)).startDecision).toMatchObject({
			allowed: false,
			because: "R6.1",
		});
	});

	it("R6.1 — starts once there is one of which the candidate was told; the same form twice starts once; an old form is refused", async () => {
		const world = await registered("anna", "Met");
		house.worlds.mehmet = { ...house.worlds.mehmet, candidate: world.candidate, trajectory: world.trajectory };
		await layAgreement(house, "mehmet");
		const form = which(world, 1);
		await startTrajectory(house.as("anna"), form, day);
		await startTrajectory(house.as("anna"), form, day);
		expect(await state(world.trajectory)).toMatchObject({ state: "started", started_on: day, row_version: 2 });
		expect(await events(world.trajectory)).toEqual(["registered", "started"]);
		await expect(closeTrajectory(house.as("anna"), which(world, 1), { outcome: "other", on: day })).rejects.toThrow(
			"changed meanwhile",
		);
	});
});

describe("R3.c — closing and reopening", () => {
	it("R3.c — closes with an outcome, reopens with a sealed reason, and every event is a row", async () => {
		const { sofie } = house.worlds;
		await closeTrajectory(house.as("bram"), which(sofie, 1), { outcome: "placedElsewhere", on: day });
		expect(await state(sofie.trajectory)).toMatchObject({ state: "closed", outcome: "placedElsewhere", closed_on: day });
		await expect(closeTrajectory(house.as("bram"), which(sofie, 2), { outcome: "other", on: day })).rejects.toMatchObject({
			clause: "R3.c",
		});
		await reopenTrajectory(house.as("bram"), which(sofie, 2), "De plaatsing ging niet door.");
		expect(await state(sofie.trajectory)).toMatchObject({ state: "started", outcome: null, closed_on: null });
		const { events: seen } = await trajectoryPage(house.as("bram"), sofie.candidate, sofie.trajectory);
		expect(seen.map((event) => [event.kind, event.outcome, event.reason])).toEqual([
			["reopened", null, "De plaatsing ging niet door."],
			["closed", "placedElsewhere", null],
		]);
		const [plain] = await house.rows<{ text: string }>("select string_agg(e::text, '') as text from app.trajectory_event e");
		expect(plain?.text).not.toContain("plaatsing");
	});

	it("R3.c — one that never started closes as such, and waits for its start again when reopened", async () => {
		const world = await registered("anna", "Nooit");
		await expect(closeTrajectory(house.as("anna"), which(world, 1), { outcome: "goalReached", on: day })).rejects.toMatchObject({
			clause: "R3.c",
		});
		await closeTrajectory(house.as("anna"), which(world, 1), { outcome: "neverStarted", on: day });
		await reopenTrajectory(house.as("anna"), which(world, 2), "Toch wel");
		expect(await state(world.trajectory)).toMatchObject({ state: "registered" });
	});

	it("R1.2 — another coach finds no such trajectory and changes nothing; finance is refused", async () => {
		const { sofie } = house.worlds;
		const before = await state(sofie.trajectory);
		await expect(closeTrajectory(house.as("anna"), which(sofie, 3), { outcome: "other", on: day })).rejects.toThrow("not found");
		await expect(closeTrajectory(house.as("finn"), which(sofie, 3), { outcome: "other", on: day })).rejects.toMatchObject({
			clause: "R3.c",
		});
		await expect(trajectoryPage(house.as("anna"), sofie.candidate, sofie.trajectory)).rejects.toThrow("not found");
		expect(await state(sofie.trajectory)).toEqual(before);
	});
});

describe("R1.2 — the caseload goes to another, whole or in part", () => {
	let first: World;
	let second: World;
	beforeEach(async () => {
		first = await registered("anna", "Eerste");
		second = await registered("anna", "Tweede");
	});
	const has = async (who: StaffName, world: World) => (await caseload(house.as(who))).some((row) => row.id === world.candidate);
	const one = (world: World) => ({ id: world.trajectory, candidate: world.candidate });

	it("R1.2 — a part: the old coach sees nothing of it from the next request on, the log names each candidate", async () => {
		await handOver(house.as("carla"), {
			from: house.ids.anna,
			to: house.ids.bram,
			trajectories: [one(first)],
			reason: "absence",
		});
		expect([await has("anna", first), await has("bram", first), await has("anna", second), await has("bram", second)]).toEqual([
			false,
			true,
			true,
			false,
		]);
		await handOver(house.as("carla"), {
			from: house.ids.anna,
			to: house.ids.bram,
			trajectories: [one(second)],
			reason: "leaving",
		});
		expect(await has("anna", second)).toBe(false);
		const [entry] = await house.rows<{ subjects: string[] }>(
			"select subjects from audit.entry where action = 'handOver' order by at desc limit 1",
		);
		expect(entry?.subjects).toEqual([second.candidate]);
	});

	it("R1.2 — a list in which one is not theirs is refused as a whole", async () => {
		const memberships = () => house.rows("select * from app.membership order by id");
		const before = await memberships();
		const trajectories = [one(first), one(house.worlds.sofie)];
		await expect(
			handOver(house.as("carla"), { from: house.ids.anna, to: house.ids.bram, trajectories, reason: "load" }),
		).rejects.toThrow("not found");
		expect(await memberships()).toEqual(before);
	});

	it("R1.2 — only a coordinator hands over, and only to somebody who guides", async () => {
		const deed = (who: StaffName, to: StaffName) =>
			handOver(house.as(who), { from: house.ids.anna, to: house.ids[to], trajectories: [one(first)], reason: "load" });
		for (const who of ["anna", "bram", "bea", "ada"] as const)
			await expect(deed(who, "bram")).rejects.toMatchObject({ clause: "R1.2" });
		for (const to of ["finn", "bea", "anna"] as const) await expect(deed("carla", to)).rejects.toMatchObject({ clause: "R1.2" });
		expect(await has("anna", first)).toBe(true);
	});

	it("R1.2 — a deputy has access for the term and not after it was ended", async () => {
		await deputise(house.as("carla"), { to: house.ids.bram, trajectories: [one(first)], from: day, until: addDays(day, 14) });
		expect([await has("anna", first), await has("bram", first)]).toEqual([true, true]);
		const [membership] = await house.rows<{ id: string }>(
			"select id from app.membership where trajectory_id = $1 and capacity = 'deputy'",
			[first.trajectory],
		);
		await endDeputy(house.as("carla"), first.candidate, membership?.id ?? "");
		expect([await has("anna", first), await has("bram", first)]).toEqual([true, false]);
	});

	it("R1.2 — a term that has yet to begin gives no access yet, and a coach cannot take one", async () => {
		await deputise(house.as("carla"), {
			to: house.ids.bram,
			trajectories: [one(first)],
			from: addDays(day, 1),
			until: addDays(day, 2),
		});
		expect(await has("bram", first)).toBe(false);
		await expect(
			deputise(house.as("bram"), { to: house.ids.bram, trajectories: [one(second)], from: day, until: day }),
		).rejects.toMatchObject({ clause: "R1.2" });
	});

	it("R1.2 — a coordinator sees each coach's load and what can be handed over", async () => {
		const { loads: all } = await loads(house.as("carla"));
		expect(all.find((row) => row.id === house.ids.anna)?.n).toBeGreaterThan(2);
		const { rows } = await toHandOver(house.as("carla"), house.ids.anna);
		expect(rows.map((row) => row.id)).toEqual(expect.arrayContaining([first.trajectory, second.trajectory]));
		expect((await toHandOver(house.as("carla"), null)).rows).toEqual([]);
	});
});
