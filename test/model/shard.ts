import { openCluster } from "../cluster.ts";
import { freshDatabase } from "../database.ts";
import { testHouse } from "../people.ts";
import { playHistories, stageIn } from "./histories.ts";

// A share of the long run in a process of its own, with its own database server: says each so many histories how far it is, and what
// it came to as its last line. A broken invariant ends it with the smallest history that breaks it.

const { runs, seed } = JSON.parse(process.argv[2] ?? "{}") as { runs: number; seed: number };
const cluster = await openCluster();
const house = await testHouse(await freshDatabase(cluster));
const stage = await stageIn(house);
try {
	const sum = await playHistories(stage, {
		...{ runs, seed },
		said: (played) => {
			if (played % 250 === 0) process.stderr.write(`seed ${seed}: ${played} histories\n`);
		},
	});
	process.stdout.write(`${JSON.stringify({ seed, ...sum })}\n`);
} catch (error) {
	const { message, cause } = error as Error;
	process.stderr.write(`${message}\n${(cause as Error | undefined)?.stack ?? ""}\n`);
	process.exitCode = 1;
} finally {
	await stage.close();
	await house.close();
	await cluster.stop();
}
