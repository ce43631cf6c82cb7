import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

// The long run of the model, for a person to start: fresh random histories, spread over processes, and real kills.
//   node test/model/long-run.ts --histories 10000 --kills 1000 [--seed N] [--shards 2] [--from N] [--log FILE]
// Prints what docs/MODEL.md keeps. Fails when an invariant broke.

const { values } = parseArgs({
	options: {
		histories: { type: "string", default: "10000" },
		kills: { type: "string", default: "1000" },
		seed: { type: "string", default: String(randomInt(1_000_000_000)) },
		shards: { type: "string", default: "2" },
		/** Goes on with the kills from this one, after a run that was cut off. */
		from: { type: "string", default: "0" },
		/** A file that gets every line as it comes. */
		log: { type: "string" },
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
	looks: number;
	went: Record<"mailed" | "linked" | "collected" | "said" | "onConsent" | "refused", number>;
}

interface Killed {
	prey: string;
	deed: string;
	where: string;
	breaches: string[];
	/** Only in the last line: how often the neighbour saved meanwhile. */
	saves?: number;
}

/** Runs a program of this folder to its end; answers what it said in lines of JSON. */
function runs<Said>(program: string, told: object): Promise<Said[]> {
	const child = spawn(process.execPath, [`${import.meta.dirname}/${program}`, JSON.stringify(told)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const lines: Said[] = [];
	createInterface({ input: child.stdout }).on("line", (line) => {
		lines.push(JSON.parse(line) as Said);
		if (log) appendFileSync(log, `${line}\n`);
	});
	return new Promise((resolve) => child.once("close", () => resolve(lines)));
}

const since = performance.now();
const minutes = () => ((performance.now() - since) / 60_000).toFixed(1);
const say = (line: string) => process.stdout.write(`${line}\n`);
const { log } = values;
let failed = false;

if (histories > 0) {
	const shares = await Promise.all(
		Array.from({ length: shards }, (_, n) =>
			runs<Share>("shard.ts", { seed: seed + n, runs: Math.floor(histories / shards) + (n < histories % shards ? 1 : 0) }),
		),
	);
	failed ||= shares.some(([share]) => share === undefined);
	say(
		"| seed | histories | steps | by mail | links mailed | collected | by mouth | on a consent | refused | looks with their log entry |",
	);
	say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
	for (const [share] of shares) {
		if (!share) {
			say("| broken | | | | | | | | | |");
			continue;
		}
		const { mailed, linked, collected, said, onConsent, refused } = share.went;
		const figures = [mailed, linked, collected, said, onConsent, refused];
		say(`| ${[share.seed, share.histories, share.steps, ...figures, share.looks].join(" | ")} |`);
	}
	say(`\n${minutes()} minutes\n`);
}
if (kills > 0) {
	const said = await Promise.all(
		Array.from({ length: shards }, (_, shard) => runs<Killed>("killer.ts", { kills, from: Number(values.from), shard, shards })),
	);
	const ended = said.flat().filter(({ saves }) => saves !== undefined);
	const killed = said.flat().filter(({ saves }) => saves === undefined);
	const broken = killed.filter(({ breaches }) => breaches.length > 0);
	failed ||= ended.length < shards || broken.length > 0;
	say("| killed | in | where | times |\n| --- | --- | --- | --- |");
	const places = Map.groupBy(killed, ({ prey, deed, where }) => `${prey} | ${deed} | ${where}`);
	for (const [place, times] of places) say(`| ${place} | ${times.length} |`);
	say(`\n${killed.length} kills, ${ended.reduce((sum, { saves = 0 }) => sum + saves, 0)} saves of the neighbour`);
	for (const { prey, deed, where, breaches } of broken) say(`broken: ${prey} | ${deed} | ${where}: ${breaches.join("; ")}`);
	say(`${minutes()} minutes`);
}
process.exit(failed ? 1 : 0);
