import { readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Waits until `done` says so; after `seconds` it answers false. */
export async function until(done: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
	for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(20)) {
		if (await done()) return true;
	}
	return false;
}

/** Whether a process is there and is not a zombie. */
export function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
	try {
		return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
	} catch {
		return process.platform !== "linux";
	}
}

/** The postmaster that holds this data directory, if one runs: a number in a file alone may be another's process by now. */
export function runningPostmaster(directory: string): number | undefined {
	try {
		const [pid, held] = readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n");
		if (!alive(Number(pid)) || held !== directory) return undefined;
		return readlinkSync(`/proc/${pid}/cwd`) === directory ? Number(pid) : undefined;
	} catch {
		return undefined;
	}
}

/** Stops a postmaster: fast shutdown first, and what does not listen is made to. */
export async function stopPostmaster(pid: number): Promise<void> {
	for (const [signal, seconds] of [
		["SIGINT", 6],
		["SIGQUIT", 2],
		["SIGKILL", 5],
	] as const) {
		if (!alive(pid)) return;
		process.kill(pid, signal);
		if (await until(() => !alive(pid), seconds)) return;
	}
	throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}
