import { openKills, plansFor } from "./kills.ts";

// A share of the kills in a process of its own, with its own database server. A line for each kill: where it was and what broke, so that
// a run that is cut off still tells what it did; the last line says how often the neighbour saved meanwhile.

const told = JSON.parse(process.argv[2] ?? "{}") as { kills: number; from: number; shard: number; shards: number };
const { kills: count, from, shard, shards } = told;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const kills = await openKills();
let broken = false;
for (const [n, plan] of (await plansFor(kills, count)).entries()) {
	if (n < from || n % shards !== shard) continue;
	try {
		const killed = await kills.kill(plan);
		say({ n, ...killed });
		broken ||= killed.breaches.length > 0;
	} catch (error) {
		say({ n, ...plan, where: "the model itself", breaches: [(error as Error).stack] });
		broken = true;
		await kills.scene.mend();
	}
}
const saves = kills.scene.neighbour.saves();
await kills.close();
say({ saves });
process.exit(broken ? 1 : 0);
