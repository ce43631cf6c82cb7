import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cpuOf, memoryOf } from "./cpu.ts";
import { type Bench, openBench } from "./house.ts";
import { type Length, type Operation, press } from "./load.ts";
import { median, percentile, perOperation, type Round, ratio } from "./measure.ts";
import { type OperationName, operationNames, operationsOf } from "./operations.ts";
import { documents } from "./pdf.ts";

// The measured claims about speed (docs/PERFORMANCE.md):
//   node bench/speed/run.ts           10,000 and 100,000 candidates, and the documents
//   node bench/speed/run.ts --small   10,000 only
// --only open,list   --data <folder> (kept, and filled once)   --profile   --seconds 2   --rounds 4   --named-baseline   --documents 0   --candidates 2000

const { values: options } = parseArgs({
	options: {
		small: { type: "boolean", default: false },
		candidates: { type: "string" },
		only: { type: "string", default: "open,list,search,note" },
		data: { type: "string" },
		profile: { type: "boolean", default: false },
		seconds: { type: "string", default: "2" },
		rounds: { type: "string", default: "4" },
		connections: { type: "string", default: "1,10" },
		"named-baseline": { type: "boolean", default: false },
		documents: { type: "string", default: "1000" },
	},
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const wanted = options.only.split(",").filter((name): name is OperationName => name in operationNames);
const [seconds, rounds] = [Number(options.seconds), Number(options.rounds)];

type Side = "spoor" | "plain";

/** The database's back-ends that serve one side. */
async function backEnds({ admin }: Bench, side: Side): Promise<number[]> {
	const names = side === "plain" ? ["bench plain"] : ["spoor staff", "spoor recipient", "spoor keys"];
	const { rows } = await admin.query<{ pid: number }>("select pid from pg_stat_activity where application_name = any($1)", [
		names,
	]);
	return rows.map((row) => row.pid);
}

const sum = (pids: readonly number[], of: (pid: number) => number) => pids.reduce((total, pid) => total + of(pid), 0);

async function round(bench: Bench, side: Side, connections: number, operation: Operation, length: Length): Promise<Round> {
	const { server = 0, keys = 0 } = bench.house.pids();
	const app = side === "spoor" ? server : (bench.baseline.pid ?? 0);
	const before = new Map((await backEnds(bench, side)).map((pid) => [pid, cpuOf(pid)]));
	const [app0, keys0, since] = [cpuOf(app), cpuOf(keys), performance.now()];
	const times = await press(bench.ports[side], connections, length, operation);
	const spent = (performance.now() - since) / 1000;
	const [app1, keys1] = [cpuOf(app), cpuOf(keys)];
	const db = sum(await backEnds(bench, side), (pid) => cpuOf(pid) - (before.get(pid) ?? 0));
	return { times, seconds: spent, app: app1 - app0, keys: side === "spoor" ? keys1 - keys0 : 0, db };
}

const figure = (value: number, width = 8, digits = 2) => value.toFixed(digits).padStart(width);

function line(name: string, rounds_: readonly Round[]): string {
	const times = rounds_.flatMap((one) => one.times);
	const cost = (part: "app" | "keys" | "db" | "all") => median(rounds_.map((one) => perOperation(one)[part]));
	const rate = times.length / rounds_.reduce((total, one) => total + one.seconds, 0);
	return [
		name.padEnd(12),
		...[0.5, 0.95, 0.99].map((share) => figure(percentile(times, share))),
		figure(rate, 9, 0),
		figure(cost("app")),
		figure(cost("keys")),
		figure(cost("db")),
		figure(cost("all")),
	].join("");
}

async function compare(bench: Bench, name: OperationName, connections: number): Promise<void> {
	const sides = operationsOf(bench)[name];
	for (const side of ["plain", "spoor"] as const)
		await round(bench, side, connections, sides[side], { seconds: 1.5, least: 400 }); // until what is hot is compiled
	const done: Record<Side, Round[]> = { plain: [], spoor: [] };
	for (let n = 0; n < rounds; n++)
		for (const side of ["plain", "spoor"] as const)
			done[side].push(await round(bench, side, connections, sides[side], { seconds, least: 100 }));
	say(`\n${operationNames[name]}, ${connections} connection${connections === 1 ? "" : "s"}`);
	say("                 p50     p95     p99    req/s     app    keys      db     all   CPU ms a request");
	say(line("  baseline", done.plain));
	say(line("  Spoor", done.spoor));
	say(`  ${ratio(done.spoor, done.plain).toFixed(2)} times the baseline's CPU`);
}

function memory({ house, baseline }: Bench): string {
	const { server = 0, keys = 0, worker = 0, renderer = 0 } = house.pids();
	const of = (pid: number) => `${memoryOf(pid).all.toFixed(0)} MB (own ${memoryOf(pid).own.toFixed(0)})`;
	return `memory: web ${of(server)}, keys ${of(keys)}, worker ${of(worker)}, renderer ${of(renderer)}; baseline ${of(baseline.pid ?? 0)}`;
}

async function measured(candidates: number, last: boolean): Promise<void> {
	const folder = options.data ? join(options.data, String(candidates)) : mkdtempSync(join("/var/tmp", "spoor-bench-"));
	mkdirSync(folder, { recursive: true });
	for (const path of [options.data, folder]) if (path) chmodSync(path, 0o755);
	const bench = await openBench(folder, candidates, { profile: options.profile, named: options["named-baseline"] }, say);
	try {
		const { rows } = await bench.admin.query<{ version: string; size: string }>(
			"select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size",
		);
		say(
			`\n== ${candidates.toLocaleString("en")} candidates x 10 notes; PostgreSQL ${rows[0]?.version}, database ${rows[0]?.size}`,
		);
		for (const name of wanted)
			for (const connections of options.connections.split(",").map(Number)) await compare(bench, name, connections);
		say(`\n${memory(bench)}`);
		if (last && options.documents !== "0") await documents(bench, Number(options.documents), say);
	} finally {
		await bench.close();
		if (!options.data) rmSync(folder, { recursive: true, force: true });
	}
}

const sizes = options.candidates ? options.candidates.split(",").map(Number) : options.small ? [10_000] : [10_000, 100_000];
say(
	`${new Date().toISOString()} · ${cpus().length} × ${cpus()[0]?.model} · ${(totalmem() / 2 ** 30).toFixed(0)} GB · Node ${process.version}`,
);
for (const size of sizes) await measured(size, size === sizes.at(-1));
process.exit(0);
