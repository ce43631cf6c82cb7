import pino from "pino";

/** An error as the technical log may hold it. What a library says of an error can quote what was typed, so only our own words are kept. */
export function plainError(error: unknown): Record<string, unknown> {
	const { name, message, stack = "", code } = error as Error & { code?: string };
	const ours = (error as object)?.constructor === Error;
	return {
		err: name,
		...(code && { code }),
		...(ours && { message }),
		at: stack.split("\n").filter((line) => /^\s+at /.test(line)),
	};
}

/** The technical log: what ran and what broke. No names, no contents, no tokens; people's data has its own log. */
export type TechnicalLog = pino.Logger;

export function technicalLog(process_: string): TechnicalLog {
	return pino(
		{ base: { process: process_ }, level: process.env.SPOOR_LOG ?? "info", timestamp: pino.stdTimeFunctions.isoTime },
		pino.destination(2),
	);
}
