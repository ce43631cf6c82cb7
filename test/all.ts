import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

// All checks one after another, counted: a check counts as one, a test file's tests one by one.

const results = "test-results";
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

function run(title: string, command: string, args: readonly string[], quiet = false): { ok: boolean; output: string } {
	process.stdout.write(`\n── ${title}\n`);
	const since = performance.now();
	const done = spawnSync(command, args, {
		encoding: "utf8",
		stdio: ["ignore", quiet ? "pipe" : "inherit", "inherit"],
		maxBuffer: 100_000_000,
	});
	const ok = done.status === 0;
	process.stdout.write(`${ok ? "✓" : "✗"} ${title} (${((performance.now() - since) / 1000).toFixed(1)} s)\n`);
	return { ok, output: done.stdout ?? "" };
}

function count(ok: boolean): void {
	if (ok) passed++;
	else failed++;
}

const check = (title: string, command: string, ...args: string[]) => count(run(title, command, args).ok);

interface Cruise {
	summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
}

/** Without its parser dependency-cruiser reads nothing and is content, so what it read is counted too. */
function importRules(): void {
	const { ok, output } = run("import rules", "depcruise", ["src", "--output-type", "json"], true);
	let summary: Cruise["summary"] = { totalCruised: 0, violations: [] };
	try {
		summary = (JSON.parse(output) as Cruise).summary;
	} catch {
		process.stdout.write(output.slice(0, 2000));
	}
	for (const { from, to, rule } of summary.violations) process.stdout.write(`  ${rule.name}: ${from} → ${to}\n`);
	process.stdout.write(`  ${summary.totalCruised} modules\n`);
	count(ok && summary.violations.length === 0 && summary.totalCruised > 20);
}

function tests(project: string): void {
	const file = `${results}/${project}.json`;
	const { ok } = run(`tests: ${project}`, "vitest", [
		"run",
		"--project",
		project,
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${file}`,
	]);
	if (!existsSync(file)) {
		count(false);
		return;
	}
	const found = JSON.parse(readFileSync(file, "utf8")) as {
		numPassedTests: number;
		numFailedTests: number;
		testResults: { status: string; assertionResults: unknown[] }[];
	};
	// A file that cannot be loaded has no tests to fail.
	const unloaded = found.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0).length;
	passed += found.numPassedTests;
	failed += found.numFailedTests + unloaded;
	if (!ok && found.numFailedTests + unloaded === 0) count(false);
}

check("types", "tsc", "--noEmit");
check("lint", "biome", "ci", "--error-on-warnings");
importRules();
check("unused code", "knip");
check("build", "bin/build");
tests("unit");
tests("faults");
tests("journeys");

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
