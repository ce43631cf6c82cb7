import pg from "pg";
import type { Covers } from "./vault.ts";

/** Asks the database as spoor_keys, a role that may ask this one question and read nothing. */
export function coversIn(connection: pg.PoolConfig): { covers: Covers; close(): Promise<void> } {
	const pool = new pg.Pool({ max: 4, ...connection, application_name: "spoor keys" });
	pool.on("error", () => {}); // the next question reconnects
	return {
		covers: async (entry, actor, subjects) => {
			const { rows } = await pool.query<{ covered: boolean }>({
				name: "covers",
				text: "select audit.covers($1, $2, $3) as covered",
				values: [entry, actor, [...subjects]],
			});
			return rows[0]?.covered === true;
		},
		close: () => pool.end(),
	};
}
