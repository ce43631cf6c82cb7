import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Choices } from "./platform/processes/environment.ts";
import { clearHouse, openHouse } from "./platform/processes/house.ts";
import { forgetPid, notedPid, notePid } from "./platform/processes/leftovers.ts";
import { dataFolder, layOut, nodeFrom, runnableFrom, unproven } from "./platform/processes/place.ts";

// The supervisor: starts PostgreSQL, the key process, the renderer, the worker and the web server, each under its own system
// user, and keeps them running until Ctrl-C.

const { values: options } = parseArgs({ options: { empty: { type: "boolean", default: false } } });
const { env } = process;
const checkout = process.cwd();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** A port of the loopback address that nobody uses at this moment. */
function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}

/** Throws when its port cannot be listened to: better now than when everything has started and nobody can reach it. */
async function mustBeFree({ host, port }: Choices): Promise<void> {
	const listened = () =>
		new Promise<string | undefined>((resolve) => {
			const probe = createServer().once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
			probe.listen(port, host, () => probe.close(() => resolve(undefined)));
		});
	let wrong = await listened();
	for (let again = 0; wrong === "EADDRINUSE" && again < 5; again++) {
		await pause(300); // what listened a moment ago may be on its way out
		wrong = await listened();
	}
	if (wrong === "EADDRINUSE")
		throw new Error(`Port ${port} is used by another program. Choose another one: PORT=${port + 1} bin/start`);
	if (wrong) throw new Error(`Port ${port} of ${host} cannot be used (${wrong}).`);
}

async function choose(code: string | undefined): Promise<Choices> {
	const mode = options.empty ? "agency" : env.SPOOR_MODE === "test" ? "test" : "demo";
	const host = env.HOST || "127.0.0.1";
	const port = Number(env.PORT || 4700);
	const catcherPort = mode === "agency" || env.SMTP_URL ? undefined : await freePort();
	return {
		...{ mode, host, port, catcherPort },
		// By name and not by number: browsers make no passkeys for an IP address.
		publicUrl: env.PUBLIC_URL || `http://${host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`,
		smtpUrl: env.SMTP_URL || (catcherPort && `smtp://127.0.0.1:${catcherPort}`) || undefined,
		tsaUrl: env.TSA_URL || undefined,
		trustedProxy: env.TRUSTED_PROXY || undefined,
		pace: env.PACE || undefined,
		scannerSocket: env.SCANNER_SOCKET || undefined,
		setupCodeSha256: code && createHash("sha256").update(code).digest("hex"),
	};
}

function tell(choices: Choices, hints: readonly string[], code: string | undefined): void {
	say(`\nSpoor runs at ${choices.publicUrl}`);
	for (const hint of hints) say(hint);
	if (code) say(`Set-up code, for ${choices.publicUrl}/inrichten: ${code}`);
	if (!choices.smtpUrl) say("No SMTP_URL is set: nothing is mailed until it is.");
	say("Ctrl-C stops everything.");
}

async function main(): Promise<void> {
	process.umask(0o022); // the folders decide who may enter; each has its mode set by name
	const code = options.empty
		? randomBytes(10)
				.toString("hex")
				.replace(/(.{5})(?=.)/g, "$1-")
		: undefined;
	const choices = await choose(code);
	const places = layOut(dataFolder(choices.mode, checkout, env.SPOOR_DATA || undefined));
	if (existsSync(unproven(places.data))) throw new Error(`${places.data} was restored but not proven: Spoor does not serve it.`);
	const other = notedPid(places.run, "supervisor");
	if (other) throw new Error(`Spoor already runs on ${places.data} (process ${other}).`);
	await clearHouse(places); // an earlier one's web process may hold the port still
	await mustBeFree(choices);
	notePid(places.run, "supervisor", process.pid);

	const asked = new Promise<void>((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
	});
	const cwd = runnableFrom(checkout);
	const programs = join(cwd, "dist");
	let stopping = false;
	const tellOf = (line: string) => stopping || say(line);
	const plan = {
		places,
		choices,
		databaseUrl: env.DATABASE_URL || undefined,
		node: nodeFrom(checkout, cwd),
		cwd,
		programs,
		say: tellOf,
	};
	const house = await Promise.race([openHouse(plan), asked]);
	if (!house) {
		stopping = true;
		return clearHouse(places);
	}
	tell(choices, house.hints, house.awaitsSetUp ? code : undefined);
	if (!process.stdout.isTTY) say(JSON.stringify({ ready: true, url: choices.publicUrl, pids: house.pids() }));
	await asked;
	say("\nStopping");
	await house.stop();
	forgetPid(places.run, "supervisor");
}

main().then(
	() => process.exit(0), // anything still on its way up ends with its parent
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	},
);
