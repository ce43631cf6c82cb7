import { sql } from "kysely";
import type { Door } from "./db.server.ts";
import { outageOf } from "./outage.ts";

/** The bureau itself: what stands on its letters and pages. Public; one row in each database. */
export interface Agency {
	readonly name: string;
	readonly address: string;
	readonly postal_code: string;
	readonly city: string;
	readonly phone: string | null;
	readonly email: string;
	readonly website: string | null;
	readonly kvk: string | null;
	readonly dpo_name: string | null;
	readonly dpo_email: string | null;
	readonly logo: Buffer | null;
	readonly logo_type: string | null;
	readonly seal_certificate: Buffer | null;
	readonly seal_chain: Buffer[];
	readonly demonstration: boolean;
	/** How long a message can be taken back, and how long a document waits to be collected. */
	readonly undo_seconds: number;
	readonly collect_days: number;
	readonly row_version: number;
}

/** The agency as its row is at this moment, for a screen that changes it; nothing before it was set up. */
export const agencyNow = async (door: Door): Promise<Agency | undefined> =>
	(await door.ask("recipient", sql<Agency>`select * from app.agency`))[0];

/** The agency, or nothing before it was set up. Read anew at most every five seconds: every page shows its name. What was read last stands in while the database is away. */
export function agencyFrom(door: Door, now: () => number = () => performance.now()): () => Promise<Agency | undefined> {
	let known: { agency: Agency; at: number } | undefined;
	return async () => {
		if (known && now() - known.at < 5000) return known.agency;
		try {
			const agency = await agencyNow(door);
			known = agency && { agency, at: now() };
			return agency;
		} catch (error) {
			if (known && outageOf(error)) return known.agency;
			throw error;
		}
	};
}
