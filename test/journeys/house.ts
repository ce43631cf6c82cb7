import { spawnSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { startHouse } from "../start-house.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The demonstration that all journeys share: its address, its data folder, and what it printed. */
		house: { url: string; data: string; said: string[] };
	}
}

/** Builds what changed and opens one demonstration for all journeys; JOURNEYS_URL and JOURNEYS_DATA name one that runs already. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const { JOURNEYS_URL: url, JOURNEYS_DATA: data } = process.env;
	if (url && data) {
		project.provide("house", { url, data, said: [] });
		return async () => {};
	}
	const built = spawnSync("bin/build", { stdio: "inherit" });
	if (built.status !== 0) throw new Error("The build failed");
	const house = await startHouse();
	project.provide("house", { url: house.url, data: house.data, said: [...house.said] });
	return house.stop;
}
