import { existsSync, renameSync, writeFileSync } from "node:fs";
import type pg from "pg";
import type { DemoPerson } from "../../src/accounts/demonstration.server.ts";

/**
 * Whether there is nothing left to do. The list of people who sign in with one click is written last, so a seed that was ended
 * half-way has none. Throws on a real agency's database: a demonstration never touches one.
 */
export async function isComplete(owner: pg.Pool, list: string): Promise<boolean> {
	const { rows } = await owner.query<{ demonstration: boolean }>("select demonstration from app.agency");
	if (rows[0]?.demonstration === false) throw new Error("This database holds a real agency");
	return rows.length > 0 && existsSync(list);
}

/**
 * Empties what an ended seed left: half a history cannot be gone on with, because its times and numbers follow one another.
 * No verb does this, and none should; only the owner may, and only in a demonstration (asked in the same transaction).
 */
export async function beginAgain(pool: pg.Pool): Promise<void> {
	const owner = await pool.connect();
	try {
		await owner.query("begin");
		const { rows: real } = await owner.query("select from app.agency where not demonstration");
		if (real.length > 0) throw new Error("This database holds a real agency");
		const { rows } = await owner.query<{ name: string }>(
			`select c.oid::regclass::text as name from pg_class c
			where c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace, 'auth'::regnamespace) and c.relkind = 'r'
				and c.oid not in ('app.regulation_version'::regclass, 'app.declared_field'::regclass, 'app.bsn_ground'::regclass, 'app.health_ground'::regclass)`,
		);
		await owner.query(`truncate ${rows.map((row) => row.name).join(", ")}`);
		await owner.query("commit");
	} catch (error) {
		await owner.query("rollback");
		throw error;
	} finally {
		owner.release();
	}
}

/**
 * Puts the moment of each deed in the log. Its time is the database's own clock, which no process can set, and that is right
 * everywhere but here: the months that a demonstration looks back on were played in one minute. Nothing else is changed.
 */
export async function age(owner: pg.Pool): Promise<void> {
	await owner.query(
		`update audit.entry e set trace_id = null, at = p.moment + (p.place - 1) * interval '1 second'
		from (select id, substr(trace_id, 6)::timestamptz as moment, row_number() over (partition by trace_id, actor_id order by at) as place
			from audit.entry where trace_id like 'seed %') p
		where p.id = e.id`,
	);
	await owner.query("update audit.entry set at = (select set_up_at from app.agency) where action = 'setUp'");
}

/** The people for the page with one click: written whole or not at all, and readable by the house's own user only. */
export function writePeople(list: string, people: readonly DemoPerson[]): void {
	writeFileSync(`${list}.new`, `${JSON.stringify(people, null, "\t")}\n`, { mode: 0o640 });
	renameSync(`${list}.new`, list);
}
