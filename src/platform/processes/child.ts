import { spawn } from "node:child_process";
import { closeSync, createWriteStream, openSync, type WriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { type Account, commandAs } from "./accounts.ts";
import { stopProcess } from "./leftovers.ts";
import type { Running } from "./supervise.ts";

export interface Program {
	name: string;
	account: Account;
	argv: readonly string[];
	/** All it is told. Secrets go this way and never on a command line, which every user can read. */
	env: Readonly<Record<string, string>>;
	cwd: string;
	log: string;
	network?: boolean;
	/** Told of the process as soon as it is there, so that it can be noted. */
	began?: (pid: number) => void;
	/** Seconds until it must have said that it is ready. */
	patience?: number;
	/** Seconds it gets to stop by itself. */
	grace?: number;
}

/** What a program says when it is ready: `{"ready":true, …}` on a line of its own. */
export type ReadyLine = { ready: true } & Record<string, unknown>;

function readyLine(line: string): ReadyLine | undefined {
	if (!line.startsWith("{")) return undefined;
	try {
		const said = JSON.parse(line) as { ready?: unknown };
		return said.ready === true ? (said as ReadyLine) : undefined;
	} catch {
		return undefined;
	}
}

/** Adds lines to a log. What found no room is lost; the next line tries again. */
function logInto(path: string): { write: (text: string) => void; end: () => void } {
	let stream: WriteStream | undefined;
	const opened = () => {
		const made = createWriteStream(path, { flags: "a", mode: 0o600 });
		made.on("error", () => {
			if (stream === made) stream = undefined;
		});
		return made;
	};
	return {
		write: (text) => {
			stream ??= opened();
			stream.write(text);
		},
		end: () => void stream?.end(),
	};
}

/** Starts a program as its own system user; resolves when it says it is ready, rejects when it ends or is silent too long. */
export function startProgram(program: Program): Promise<Running & { said: ReadyLine }> {
	const [command, args] = commandAs({ account: program.account, deathSignal: "SIGTERM", network: program.network }, program.argv);
	const log = openSync(program.log, "a", 0o600);
	const before = process.umask(0o007); // a socket is written to by its folder's group
	const child = spawn(command, args, { cwd: program.cwd, env: program.env, stdio: ["ignore", "pipe", log], detached: true });
	process.umask(before);
	closeSync(log);
	if (child.pid) program.began?.(child.pid);
	const output = logInto(program.log);
	const gone = new Promise<void>((resolve) => {
		child.once("exit", () => resolve());
		child.once("error", () => resolve());
	});
	return new Promise((resolve, reject) => {
		const pid = child.pid ?? 0;
		const stop = async () => {
			if (pid) await stopProcess(pid, program.grace ?? 4);
			await gone;
		};
		const silent = setTimeout(
			() => {
				reject(new Error(`${program.name} is not ready after ${program.patience ?? 30} s; see ${program.log}`));
				void stop();
			},
			(program.patience ?? 30) * 1000,
		);
		void gone.then(() => {
			clearTimeout(silent);
			reject(new Error(`${program.name} stopped before it was ready; see ${program.log}`));
		});
		const lines = createInterface({ input: child.stdout as Readable });
		lines.on("close", output.end);
		lines.on("line", (line) => {
			const said = readyLine(line);
			if (!said) {
				output.write(`${line}\n`);
				return;
			}
			clearTimeout(silent);
			resolve({ pid, gone, stop, said });
		});
	});
}

/** Runs a program that does its work and ends; resolves with what it said, rejects when it fails. */
export async function runToEnd(program: Program): Promise<ReadyLine> {
	const running = await startProgram(program);
	await running.gone;
	return running.said;
}
