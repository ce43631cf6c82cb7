import { parseArgs } from "node:util";
import { beside } from "./platform/processes/beside.ts";
import { dataFolder } from "./platform/processes/place.ts";
import { rotateMaster } from "./platform/processes/rotate-master.ts";

// bin/keys: what an administrator does with the key store itself, beside a running Spoor or one that stands still.

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { demo: { type: "boolean", default: false } },
});
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	if (positionals.join(" ") !== "rotate") throw new Error("Say what: bin/keys rotate");
	const data = dataFolder(options.demo ? "demo" : "agency", process.cwd(), process.env.SPOOR_DATA || undefined);
	const { place, care, close } = await beside(data, process.env.DATABASE_URL || undefined, process.cwd());
	try {
		const { master, rewrapped } = await rotateMaster(place, care);
		say(`${rewrapped} keys are under master key ${master} now; the one before it is destroyed.`);
		say("Make a backup: older sets of keys hold the old master key.");
	} finally {
		await close();
	}
}

main().then(
	() => process.exit(0),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
