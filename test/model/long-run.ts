import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

// The long run of the model, for a person to start: fresh random histories, spread over processes, and real kills.
//   node test/model/long-run.ts --histories 10000 --kills 1000 [--seed N] [--shards 2]
// Prints what docs/MODEL.md keeps. Fails when an invariant broke.

const { values } = parseArgs({
	options: {
		histories: { type: "string", default: "10000" },
		kills: { type: "string", default: "1000" },
		seed: { type: "string", default: String(randomInt(1_000_000_000)) },
		shards: { type: "string", default: "2" },
	},
});
const [histories, kills, seed, shards] = [values.histories, values.kills, values.seed, values.shards].map(Number) as [
	number,
	number,
	number,
	number,
];

interface Share {
	seed: number;
	histories: number;
	steps: number;
	arrivals: number;
	looks: number;
}

interface Killed {
	killed: Record<string, number>;
	broken: string[];
	/** How often the neighbour saved meanwhile. */
	saves: number;
}

/** Runs a program of this folder to its end; answers its last line of JSON, or undefined when it failed. */
function runs<Result>(program: string, told: object): Promise<Result | undefined> {
	const child = spawn(process.execPath, [`${import.meta.dirname}/${program}`, JSON.stringify(told)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let last = "";
	createInterface({ input: child.stdout }).on("line", (line) => {
		last = line;
	});
	return new Promise((resolve) => child.once("close", (code) => resolve(code === 0 ? (JSON.parse(last) as Result) : undefined)));
}

const since = performance.now();
const minutes = () => ((performance.now() - since) / 60_000).toFixed(1);
const say = (line: string) => process.stdout.write(`${line}\n`);
let failed = false;

if (histories > 0) {
	const shares = await Promise.all(
		Array.from({ length: shards }, (_, n) =>
			runs<Share>("shard.ts", { seed: seed + n, runs: Math.floor(histories / shards) + (n < histories % shards ? 1 : 0) }),
		),
	);
	failed ||= shares.includes(undefined);
	say("| seed | histories | steps | bodies at the mail server | looks with their log entry |\n| --- | --- | --- | --- | --- |");
	for (const share of shares)
		say(
			share
				? `| ${share.seed} | ${share.histories} | ${share.steps} | ${share.arrivals} | ${share.looks} |`
				: "| broken | | | | |",
		);
	say(`\n${minutes()} minutes\n`);
}
if (kills > 0) {
	const shares = await Promise.all(
		Array.from({ length: shards }, (_, shard) => runs<Killed>("killer.ts", { kills, shard, shards })),
	);
	failed ||= shares.some((share) => share === undefined || share.broken.length > 0);
	const killed: Record<string, number> = {};
	for (const share of shares)
		for (const [place, times] of Object.entries(share?.killed ?? {})) killed[place] = (killed[place] ?? 0) + times;
	const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
	say("| killed | in | where | times |\n| --- | --- | --- | --- |");
	for (const [place, times] of Object.entries(killed)) say(`| ${place.split("\t").join(" | ")} | ${times} |`);
	say(`\n${sum(Object.values(killed))} kills, ${sum(shares.map((share) => share?.saves ?? 0))} saves of the neighbour`);
	for (const broken of shares.flatMap((share) => share?.broken ?? ["a share ended"])) say(`broken: ${broken}`);
	say(`${minutes()} minutes`);
}
process.exit(failed ? 1 : 0);
