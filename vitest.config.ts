import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { mutation } from "./test/mutants.ts";

// Three projects: what runs in this process (with one real PostgreSQL for all files), parts of a standing house that go away, and
// the browser journeys. The last two need the house built.
export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		// A second is too short on a machine that does other things too; what comes true is not waited for any longer.
		expect: { poll: { timeout: 10_000 } },
		projects: [
			{
				extends: true,
				plugins: [mutation()],
				test: {
					name: "unit",
					include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "db/**/*.test.ts"],
					exclude: ["test/faults/**"],
					globalSetup: ["test/cluster.ts"],
					// Left to itself vitest keeps one core free, which on two is half of them.
					maxWorkers: Math.max(2, availableParallelism() - 1),
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
			{
				extends: true,
				test: {
					name: "faults",
					include: ["test/faults/**/*.test.ts"],
					testTimeout: 120_000,
					hookTimeout: 180_000,
					fileParallelism: false,
				},
			},
			{
				extends: true,
				test: {
					name: "journeys",
					include: ["test/journeys/**/*.spec.ts"],
					globalSetup: ["test/journeys/house.ts"],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					fileParallelism: false,
				},
			},
		],
	},
});
