import { afterAll, beforeAll, expect, it } from "vitest";
import { deedNames } from "../model/deeds.ts";
import { type Kills, openKills, type Plan, plansFor } from "../model/kills.ts";

// A few of the thousand kills of the long run (docs/MODEL.md): one in each deed of the main job, and one of everything else that can
// be killed under it. With SPOOR_ALL a hundred.

let kills: Kills;
beforeAll(async () => {
	kills = await openKills();
}, 120_000);
afterAll(() => kills.close());

const few: Plan[] = [
	...deedNames.map((deed, n): Plan => ({ deed, prey: "process", at: 8 + n })),
	{ deed: "transmit", prey: "process", at: -1, hanging: true },
	{ deed: "submit", prey: "keys", at: 1, side: "after" },
	{ deed: "send", prey: "rotation", at: 0, rotation: "batch" },
	{ deed: "answer", prey: "backend", at: 6 },
	{ deed: "transmit", prey: "postmaster", at: 20 },
];

it("R9.1 — killed with -9 in the middle of any deed, nothing is half done, lost, sent twice by itself or looked at without a log entry", async () => {
	for (const plan of process.env.SPOOR_ALL ? await plansFor(kills, 100) : few) {
		const { where, breaches } = await kills.kill(plan);
		expect(breaches, `${plan.prey} in ${plan.deed} at ${where}`).toEqual([]);
	}
}, 600_000);
