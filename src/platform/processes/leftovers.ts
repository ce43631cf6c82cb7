import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alive, until } from "../postgres/postmaster.ts";

/** When a process began, in clock ticks since boot: with its pid this names one process for ever. */
function beginning(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "";
	} catch {
		return "";
	}
}

const fileOf = (run: string, name: string) => join(run, `${name}.pid`);

/** Notes in the run folder which process is `name`. */
export function notePid(run: string, name: string, pid: number): void {
	writeFileSync(fileOf(run, name), `${pid} ${beginning(pid)}\n`, { mode: 0o600 });
}

export function forgetPid(run: string, name: string): void {
	rmSync(fileOf(run, name), { force: true });
}

/** The pid noted for `name` when that very process still runs. */
export function notedPid(run: string, name: string): number | undefined {
	try {
		const [pid = "", began = ""] = readFileSync(fileOf(run, name), "utf8").trim().split(" ");
		return alive(Number(pid)) && beginning(Number(pid)) === began ? Number(pid) : undefined;
	} catch {
		return undefined;
	}
}

/** Asks a process to stop, and after `seconds` makes it. */
export async function stopProcess(pid: number, seconds: number): Promise<void> {
	for (const signal of ["SIGTERM", "SIGKILL"] as const) {
		if (!alive(pid)) return;
		process.kill(pid, signal);
		if (await until(() => !alive(pid), seconds)) return;
	}
}

/** Stops what an earlier supervisor that was killed left running. */
export async function clearLeftovers(run: string, names: readonly string[]): Promise<void> {
	await Promise.all(
		names.map(async (name) => {
			const pid = notedPid(run, name);
			if (pid) await stopProcess(pid, 3);
			forgetPid(run, name);
		}),
	);
}
