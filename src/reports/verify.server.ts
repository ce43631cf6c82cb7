import { tryCheck } from "../accounts/throttle.server.ts";
import { type Acting, type Door, sql } from "../platform/db.server.ts";

/** What anybody may know of a file: never a name, a candidate or an organisation. Dates are Amsterdam's. */
export interface Verdict {
	answer: "genuine" | "withdrawn" | "notSent" | "altered" | "unknown";
	version: number | null;
	frozen_on: string | null;
	approved_on: string | null;
	sent_on: string | null;
	ended_on: string | null;
	/** Under which clause it was sent. */
	clause: string | null;
}

export interface Question {
	/** SHA-256 of the whole file, in hex. */
	sha256: string;
	/** Document numbers found in the file: they tell an altered report from an unknown file. */
	numbers: readonly string[];
	network: string;
}

/**
 * Whether a file is a report that this agency sent (R9.1). The person whom it is about sees in their log that somebody asked.
 * Answers the seconds to wait instead when this network asked too often.
 */
export async function verifyReport(by: Acting, door: Door, { sha256, numbers, network }: Question): Promise<Verdict | number> {
	const ask = <T>(call: Parameters<typeof door.ask<T>>[1]) => door.ask("recipient", call);
	const { wait } = await tryCheck(by, ask, network);
	if (wait > 0) return wait;
	const [verdict] = await ask(
		sql<Verdict>`select * from app.verify_report(${Buffer.from(sha256, "hex")}, ${[...numbers]}::text[], ${by.now()}, ${by.actor.traceId ?? null})`,
	);
	if (!verdict) throw new Error("The database gave no answer");
	return verdict;
}

/** How often a PDF was checked on the public page in the last thirty days, by answer. It says nothing of which, or by whom. */
export async function checksLately(door: Door): Promise<Record<Verdict["answer"], number>> {
	const rows = await door.ask("staff", sql<{ answer: Verdict["answer"]; n: number }>`select * from app.report_checks_lately()`);
	const none = { genuine: 0, withdrawn: 0, notSent: 0, altered: 0, unknown: 0 };
	return { ...none, ...Object.fromEntries(rows.map(({ answer, n }) => [answer, n])) };
}

/** A sealing certificate of the agency: the one in use, and those before it, which earlier reports bear. */
export interface Seal {
	certificate: Buffer;
	until_at: Date | null;
}

export const seals = (door: Door): Promise<Seal[]> => door.ask("recipient", sql<Seal>`select * from app.seals()`);
