import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../database.ts";

// The second wall: what the database itself guarantees, whatever the application does (bar: row-level security pitfalls).
let database: FreshDatabase;
let session: pg.Client;
beforeAll(async () => {
	database = await freshDatabase();
	session = new pg.Client(database.superuser);
	await session.connect();
});
afterAll(async () => {
	await session.end();
	await database.drop();
});
const names = async (query: string) => (await session.query<{ name: string }>(query)).rows.map((row) => row.name).sort();
const ours = "n.nspname in ('app', 'audit', 'auth')";
const runtime =
	"('spoor_staff', 'spoor_candidate', 'spoor_recipient', 'spoor_auditor', 'spoor_worker', 'spoor_keys', 'spoor_jobs', 'spoor_backup')";

describe("the catalogue", () => {
	it("R10.1 — every table forces row-level security, on its owner too", async () => {
		expect(
			await names(
				`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
			),
		).toEqual([]);
		expect(
			(
				await names(
					`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'r'`,
				)
			).length,
		).toBeGreaterThan(30);
	});

	it("R10.1 — no views and no materialised views: nothing shows rows with somebody else's rights", async () => {
		expect(
			await names(
				`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind in ('v', 'm')`,
			),
		).toEqual([]);
	});

	it("R10.1 — every audience's policy stands behind a restrictive wall for the same role", async () => {
		expect(
			await names(`select format('%s.%s to %s', schemaname, tablename, roles) as name from pg_policies p where schemaname in ('app', 'audit', 'auth') and permissive = 'PERMISSIVE' and roles <> '{spoor_owner}'
				and not exists (select from pg_policies w where w.schemaname = p.schemaname and w.tablename = p.tablename and w.roles = p.roles and w.permissive = 'RESTRICTIVE')`),
		).toEqual([]);
		expect(
			await names(
				`select tablename as name from pg_policies where schemaname in ('app', 'audit', 'auth') and 'public' = any(roles)`,
			),
		).toEqual([]);
	});

	it("R1.2 — every table with a person's rows has the guard that ties each write to the log; the few without say why", async () => {
		const unguarded =
			await names(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'r'
			and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'guard')`);
		// The log itself; counters of failed attempts and questions to browsers, that name nobody; law copied by the migrator; the worker's sign of life; who has a note open; how often reports were checked.
		expect(unguarded.filter((name) => name !== "app.note_presence")).toEqual([
			"app.bsn_ground",
			"app.declared_field",
			"app.health_ground",
			"app.heartbeat",
			"app.regulation_version",
			"app.report_check",
			"audit.entry",
			"auth.attempt",
			"auth.challenge",
		]);
	});

	it("R10.1 — functions that run with their owner's rights pin their search path, and nobody may call one by default", async () => {
		expect(
			await names(
				`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef and not coalesce(p.proconfig @> array['search_path=""'], false)`,
			),
		).toEqual([]);
		expect(
			await names(
				`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) a where ${ours} and a.grantee = 0`,
			),
		).toEqual([]);
		expect(
			await names(
				`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.proacl is null`,
			),
		).toEqual([]);
	});

	it("R10.1 — the runtime roles are nobody's owner, not superuser, do not bypass policies, and may not truncate, reference or trigger", async () => {
		expect(
			await names(
				`select rolname as name from pg_roles where rolname in ${runtime} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
			),
		).toEqual([]);
		expect(
			await names(
				`select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner join pg_namespace n on n.oid = c.relnamespace where ${ours} and r.rolname in ${runtime}`,
			),
		).toEqual([]);
		expect(
			await names(
				`select grantee || ' ' || privilege_type as name from information_schema.table_privileges where table_schema in ('app', 'audit', 'auth') and grantee in ${runtime} and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
			),
		).toEqual([]);
		expect(
			await names(
				`select m.rolname as name from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid where m.rolname in ${runtime}`,
			),
		).toEqual([]);
	});

	it("R1.2 — nobody may change or remove what the log holds", async () => {
		expect(
			await names(
				`select grantee as name from information_schema.table_privileges where table_schema = 'audit' and privilege_type in ('INSERT', 'UPDATE', 'DELETE') and grantee in ${runtime}`,
			),
		).toEqual([]);
	});

	it("R5.1 — the portal's role has no grant at all on notes, drafts or registration's search", async () => {
		expect(
			await names(
				`select distinct table_name as name from information_schema.table_privileges where grantee = 'spoor_candidate' and (table_name like 'note%' or table_name in ('report_draft', 'person_token', 'dispatch'))`,
			),
		).toEqual([]);
		expect(
			await names(
				`select distinct table_name as name from information_schema.table_privileges where grantee = 'spoor_recipient' and table_schema in ('app', 'auth')`,
			),
		).toEqual(["address_verification", "agency", "contact_person", "disclosed_document", "disclosure"]);
		expect(
			await names(
				`select distinct table_name as name from information_schema.table_privileges where grantee in ('spoor_keys', 'spoor_auditor') and table_schema in ('app', 'audit', 'auth')`,
			),
		).toEqual([]);
	});
});
