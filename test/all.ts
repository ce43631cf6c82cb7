import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";

// All checks one after another, counted: a check counts as one, a test file's tests one by one.

const results = "test-results";
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
/** What failed, by name: said once more at the end, where one looks first. */
const failed: string[] = [];

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

function count(title: string, ok: boolean): void {
	if (ok) passed++;
	else failed.push(title);
}

const check = (title: string, command: string, ...args: string[]) => count(title, run(title, command, args).ok);

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
	count("import rules", ok && summary.violations.length === 0 && summary.totalCruised > 20);
}

interface Results {
	numPassedTests: number;
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
	}[];
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
		count(`${project}: printed no results`, false);
		return;
	}
	const found = JSON.parse(readFileSync(file, "utf8")) as Results;
	const before = failed.length;
	passed += found.numPassedTests;
	for (const { name, status, message, assertionResults } of found.testResults) {
		const wrong = assertionResults.filter((one) => one.status === "failed");
		for (const one of wrong) failed.push(`${name}: ${one.fullName}\n${one.failureMessages.join("\n").slice(0, 2000)}`);
		// A file that cannot be loaded has no tests to fail.
		if (status === "failed" && wrong.length === 0) failed.push(`${name}\n${message.slice(0, 2000)}`);
	}
	if (!ok && failed.length === before) count(`${project}: ended with an error outside its tests`, false);
}

check("types", "tsc", "--noEmit");
check("lint", "biome", "ci", "--error-on-warnings");
importRules();
check("unused code", "knip");
check("build", "bin/build");
tests("unit");
tests("faults");
tests("journeys");

for (const one of failed) process.stdout.write(`\n✗ ${one}\n`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
process.exit(failed.length === 0 && passed > 0 ? 0 : 1);
