import { defineConfig } from "vitest/config";

// Two projects: what runs in this process (with one real PostgreSQL for all files), and the browser
// journeys, which need the whole house built and running.
export default defineConfig({
	oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}", "db/**/*.test.ts"],
					globalSetup: ["test/cluster.ts"],
					testTimeout: 30_000,
					hookTimeout: 60_000,
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
