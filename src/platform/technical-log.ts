import pino from "pino";

/** The technical log: what ran and what broke. No names, no contents, no tokens; people's data has its own log. */
export type TechnicalLog = pino.Logger;

export function technicalLog(process_: string): TechnicalLog {
	return pino(
		{ base: { process: process_ }, level: process.env.SPOOR_LOG ?? "info", timestamp: pino.stdTimeFunctions.isoTime },
		pino.destination(2),
	);
}
