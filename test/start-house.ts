import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface OpenHouse {
	url: string;
	/** Its data folder; caught mail is in `mail` below it. */
	data: string;
	/** What it printed, with the hints for signing in and the set-up code. */
	said: readonly string[];
	stop: () => Promise<void>;
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
		});
	});
}

/** Starts the whole of Spoor as built, on a free port with data of its own: the seeded demonstration, or `--empty`. */
export async function startHouse(options: { empty?: boolean; env?: Record<string, string> } = {}): Promise<OpenHouse> {
	const data = mkdtempSync(join(tmpdir(), `spoor-test-${process.pid}-`));
	chmodSync(data, 0o755);
	const port = await freePort();
	const supervisor = spawn(process.execPath, ["--enable-source-maps", "dist/start.js", ...(options.empty ? ["--empty"] : [])], {
		env: { PATH: process.env.PATH, SPOOR_DATA: data, PORT: String(port), ...options.env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const said: string[] = [];
	const ended = new Promise<void>((resolve) => supervisor.once("close", () => resolve()));
	const stop = async () => {
		supervisor.kill("SIGTERM");
		await ended;
		rmSync(data, { recursive: true, force: true });
	};
	createInterface({ input: supervisor.stderr as Readable }).on("line", (line) => said.push(line));
	const url = await new Promise<string>((resolve, reject) => {
		createInterface({ input: supervisor.stdout as Readable }).on("line", (line) => {
			said.push(line);
			if (line.startsWith('{"ready"')) resolve((JSON.parse(line) as { url: string }).url);
		});
		void ended.then(() => reject(new Error(`Spoor did not start (logs in ${data}/logs): ${said.join("\n")}`)));
	});
	return { url, data, said, stop };
}
