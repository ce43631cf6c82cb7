import type pg from "pg";

/** A table with the columns that a backup carries. */
export interface Table {
	name: string;
	columns: string[];
}

/** What the database itself makes anew: the writing transaction's number means something in one server only. */
const left: Record<string, readonly string[]> = { "audit.entry": ["xid"] };

/** Every table of ours, those that others refer to first; throws when tables refer to each other in a circle. */
export async function tablesOf(session: pg.Client): Promise<Table[]> {
	const { rows: tables } = await session.query<Table>(`
		select c.oid::regclass::text as name, array_agg(a.attname::text order by a.attnum) as columns
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where n.nspname in ('app', 'audit', 'auth') and c.relkind in ('r', 'p') group by c.oid`);
	const { rows: references } = await session.query<{ from: string; to: string }>(`
		select distinct k.conrelid::regclass::text as from, k.confrelid::regclass::text as to from pg_constraint k
		join pg_namespace n on n.oid = k.connamespace
		where k.contype = 'f' and n.nspname in ('app', 'audit', 'auth') and k.conrelid <> k.confrelid`);
	const waiting = new Map(tables.sort((a, b) => (a.name < b.name ? -1 : 1)).map((table) => [table.name, table]));
	const ordered: Table[] = [];
	while (waiting.size > 0) {
		const free = [...waiting.values()].filter(
			({ name }) => !references.some((one) => one.from === name && waiting.has(one.to) && one.to !== name),
		);
		if (free.length === 0) throw new Error(`Tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
		for (const table of free) waiting.delete(table.name);
		ordered.push(...free);
	}
	return ordered.map(({ name, columns }) => ({ name, columns: columns.filter((column) => !left[name]?.includes(column)) }));
}

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(", ");
export const copyOutOf = ({ name, columns }: Table): string => `copy ${name} (${quoted(columns)}) to stdout (format binary)`;
export const copyInto = ({ name, columns }: Table): string => `copy ${name} (${quoted(columns)}) from stdin (format binary)`;
