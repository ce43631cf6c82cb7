import pg from "pg";

// What the database looks like, as text: read from its own catalogue, because the embedded server brings no dump program.
const parts: readonly [heading: string, query: string][] = [
	[
		"tables",
		`select format('table %s.%s%s', n.nspname, c.relname, case when c.relforcerowsecurity then ' (row-level security forced)' else '' end) || e'\\n' ||
			string_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
				coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), e'\\n' order by a.attnum) as line
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
		where n.nspname = any($1) and c.relkind = 'r' group by n.nspname, c.relname, c.relforcerowsecurity`,
	],
	[
		"constraints",
		`select format('%s: %s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = any($1) and k.contype <> 'n'`,
	],
	["indexes", `select indexdef as line from pg_indexes where schemaname = any($1)`],
	[
		"policies",
		`select format('%s.%s: %s %s for %s to %s using (%s) with check (%s)', schemaname, tablename, policyname, lower(permissive), lower(cmd), array_to_string(roles, ', '), qual, with_check) as line
		from pg_policies where schemaname = any($1)`,
	],
	[
		"triggers",
		`select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and not t.tgisinternal`,
	],
	[
		"functions",
		`select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any($1)`,
	],
	[
		"grants",
		`select format('%s on %s to %s', string_agg(lower(privilege_type), ', ' order by privilege_type), table_schema || '.' || table_name, grantee) as line
		from information_schema.table_privileges where table_schema = any($1) and grantee <> 'spoor_owner' group by table_schema, table_name, grantee`,
	],
	[
		"column grants",
		`select format('%s (%s) on %s to %s', lower(privilege_type), string_agg(column_name, ', ' order by column_name), table_schema || '.' || table_name, grantee) as line
		from information_schema.column_privileges p where table_schema = any($1) and grantee <> 'spoor_owner'
		and not exists (select from information_schema.table_privileges t where t.table_schema = p.table_schema and t.table_name = p.table_name and t.grantee = p.grantee and t.privilege_type = p.privilege_type)
		group by privilege_type, table_schema, table_name, grantee`,
	],
	[
		"who may call what",
		`select format('%s to %s', p.oid::regprocedure, coalesce(string_agg(r.rolname, ', ' order by r.rolname), 'nobody')) as line
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace left join lateral aclexplode(p.proacl) a on a.privilege_type = 'EXECUTE' left join pg_roles r on r.oid = a.grantee and r.rolname <> 'spoor_owner'
		where n.nspname = any($1) group by p.oid`,
	],
];

/** The schema of a migrated database, in an order that does not depend on how it came about. */
export async function dumpSchema(connection: pg.ClientConfig): Promise<string> {
	const session = new pg.Client(connection);
	await session.connect();
	try {
		const texts: string[] = [];
		for (const [heading, query] of parts) {
			const { rows } = await session.query<{ line: string }>(query, [["app", "audit", "auth"]]);
			texts.push(
				`-- ${heading}\n\n${rows
					.map((row) => row.line.trimEnd())
					.sort()
					.join("\n")}\n`,
			);
		}
		return `-- Dumped from a migrated database by test/house/schema.test.ts; changed by migrations only.\n\n${texts.join("\n")}`;
	} finally {
		await session.end();
	}
}
