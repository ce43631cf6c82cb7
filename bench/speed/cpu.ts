import { readFileSync } from "node:fs";

const tick = 10; // milliseconds: the kernel's clock ticks as /proc gives them are hundredths of a second

/** Milliseconds of CPU that a process used so far, its threads included; 0 when it is not there. */
export function cpuOf(pid: number): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
		return (Number(fields[11]) + Number(fields[12])) * tick;
	} catch {
		return 0;
	}
}

/** Megabytes a process holds that are its own (anonymous), and in all with what it shares. */
export function memoryOf(pid: number): { own: number; all: number } {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
		return { own: of("RssAnon"), all: of("VmRSS") };
	} catch {
		return { own: 0, all: 0 };
	}
}
