/** A part that Spoor stands on and that is away for now. */
export type Outage = "database" | "keys" | "renderer" | "disk";

/** A part is away: what was asked was not done, and may be asked again later. */
export class Away extends Error {
	readonly part: Outage;
	constructor(part: Outage, message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "Away";
		this.part = part;
	}
}

// PostgreSQL's own words: no room (53100), too many connections or no memory (53…), stopping or starting (57P01–57P05), connection lost
// (08…), and a read or write that the disk refused (58030).
const ofDatabase = /^(08...|53...|57P0[1-5]|58030)$/;
// The driver has no codes for its own: a session that ended under it, or a server that cannot be reached.
const lost =
	/^(Connection terminated|\w+ has encountered a connection error|timeout exceeded when trying to connect|timeout expired)/;
const unreachable = ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"];

/** Which part is away, when that is what this error (or what caused it) says; undefined when it says something else. */
export function outageOf(error: unknown): Outage | undefined {
	if (!(error instanceof Error)) return undefined;
	if (error instanceof Away) return error.part;
	const { code = "", syscall } = error as NodeJS.ErrnoException;
	if (code === "53100" || code === "58030" || code === "ENOSPC") return "disk";
	if (ofDatabase.test(code) || lost.test(error.message)) return "database";
	if (
		unreachable.includes(code) &&
		(syscall === "connect" || syscall === "read" || syscall === "write" || syscall === "getaddrinfo")
	)
		return "database";
	return outageOf(error.cause);
}
