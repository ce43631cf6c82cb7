import { describe, expect, it } from "vitest";
import {
	mayClose,
	mayDeputise,
	mayMove,
	mayStartOn,
	mayTakeOver,
	outcomeIds,
	outcomes,
	type TrajectoryFacts,
	trajectoryMoveIds,
	trajectoryStateIds,
} from "./rules.ts";

const today = "2026-11-23";
const facts = (
	state: TrajectoryFacts["state"],
	startedOn: string | null = state === "registered" ? null : "2026-09-07",
): TrajectoryFacts => ({ state, startedOn });

describe("R3.c — what can be done with a trajectory", () => {
	const table = { registered: ["start", "close"], started: ["close"], closed: ["reopen"] };
	for (const state of trajectoryStateIds) {
		for (const move of trajectoryMoveIds) {
			const can = table[state].includes(move);
			it(`R3.c — ${state}: ${move} is ${can ? "allowed" : "refused"}`, () => {
				expect(mayMove(move, { state })).toMatchObject(
					can ? { allowed: true, under: "R3.c" } : { allowed: false, because: "R3.c" },
				);
			});
		}
	}

	it("R3.c — every outcome × begun or not × state", () => {
		for (const outcome of outcomeIds) {
			for (const startedOn of [null, "2026-09-07"]) {
				for (const state of trajectoryStateIds) {
					const { started } = outcomes[outcome];
					const fits = started === "either" || (started === "only") === (startedOn !== null);
					expect(mayClose({ state, startedOn }, { outcome, on: today }, today).allowed, `${outcome} ${startedOn} ${state}`).toBe(
						state !== "closed" && fits,
					);
				}
			}
		}
	});

	it.each([
		["2026-11-23", true],
		["2026-09-07", true],
		["2026-09-06", false],
		["2026-11-24", false],
		["2026-02-30", false],
		["", false],
	])("R3.c — closing on %j: %s", (on, allowed) => {
		expect(mayClose(facts("started"), { outcome: "goalReached", on }, today).allowed).toBe(allowed);
	});

	it.each([
		["registered", "2026-11-23", true],
		["registered", "2026-11-24", false],
		["started", "2026-11-23", false],
		["closed", "2026-11-23", false],
	] as const)("R3.c — starting one that is %s on %s: %s", (state, on, allowed) =>
		expect(mayStartOn(facts(state), on, today).allowed).toBe(allowed),
	);
});

describe("R1.2 — who can be given trajectories", () => {
	const roles = [["coach"], ["coordinator"], ["coach", "finance"], ["finance"], ["backOffice"], ["administrator"], ["dpo"], []];
	it("R1.2 — every role × left × the one who has them", () => {
		for (const held of roles) {
			for (const left of [false, true]) {
				for (const from of ["other", "self", null]) {
					const can = !left && from !== "self" && (held.includes("coach") || held.includes("coordinator"));
					expect(mayTakeOver({ id: "self", roles: held, left }, from).allowed).toBe(can);
				}
			}
		}
	});

	it.each([
		["2026-11-23", "2026-11-23", true],
		["2026-11-24", "2027-05-24", true],
		["2026-11-24", "2027-05-25", false],
		["2026-11-24", "2026-11-23", false],
		["2026-11-01", "2026-11-22", false],
		["x", "2026-12-01", false],
	])("R1.2 — deputising from %s until %s: %s", (from, until, allowed) => {
		expect(mayDeputise({ from, until }, today, "2027-05-24").allowed).toBe(allowed);
	});
});
