import { openKills, plansFor } from "./kills.ts";

// A share of the kills in a process of its own, with its own database server: says each so many kills how far it is, and as its last
// line where it killed how often, and what broke.

const { kills: count, shard, shards } = JSON.parse(process.argv[2] ?? "{}") as { kills: number; shard: number; shards: number };
const kills = await openKills();
const killed: Record<string, number> = {};
const broken: string[] = [];
let done = 0;
for (const [n, plan] of (await plansFor(kills, count)).entries()) {
	if (n % shards !== shard) continue;
	try {
		const { deed, prey, where, breaches } = await kills.kill(plan);
		const place = `${prey}\t${deed}\t${where}`;
		killed[place] = (killed[place] ?? 0) + 1;
		for (const breach of breaches) broken.push(`${place}: ${breach}`);
	} catch (error) {
		broken.push(`${JSON.stringify(plan)}: ${(error as Error).stack}`);
		await kills.scene.mend();
	}
	for (const one of broken.slice(done)) process.stderr.write(`BROKEN ${one}\n`);
	done = broken.length;
	if (n % 50 < shards) process.stderr.write(`shard ${shard}: at kill ${n}\n`);
}
const saves = kills.scene.neighbour.saves();
await kills.close();
process.stdout.write(`${JSON.stringify({ killed, broken, saves })}\n`);
process.exit(broken.length > 0 ? 1 : 0);
