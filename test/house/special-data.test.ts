import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { categories } from "../../src/law/categories.ts";
import { dataClassIds } from "../../src/law/data-classes.ts";
import { candidateFieldIds } from "../../src/law/fields.ts";
import { type FreshDatabase, freshDatabase } from "../database.ts";

// What has no place anywhere, and what has one place and no way out of it.
const house = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(house, path), "utf8");
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
const columns = () =>
	names(
		"select table_name || '.' || column_name as name from information_schema.columns where table_schema in ('app', 'audit', 'auth')",
	);
/** The names of all fields that a form of ours can post. */
const formFields = () =>
	globSync("src/**/*.{ts,tsx}", { cwd: house }).flatMap((path) =>
		[...read(path).matchAll(/\bname="([a-zA-Z_]+)"/g)].map((match) => match[1] ?? ""),
	);

describe("R2.1 — criminal-law data has no field", () => {
	const criminal =
		/crim|convict|offen[cs]e|penal|sentenced|sentencing|detent|prison|police|probation|straf|justiti|delict|veroorde|verdacht|gevangen|politie|reclass|vog$|_vog/i;

	it("R2.1 — the measure finds one when it is there", () => {
		for (const name of ["criminalRecord", "candidate.strafblad", "vog", "has_vog", "convictions"]) expect(name).toMatch(criminal);
		for (const name of ["subject_id", "agreement", "occupation", "profile", "restricted_at"]) expect(name).not.toMatch(criminal);
	});

	it("R2.1 — no declared field, category or class of data, no column of the database and no field of a form is for it", async () => {
		const all = [...candidateFieldIds, ...Object.keys(categories), ...dataClassIds, ...(await columns()), ...formFields()];
		expect(all.length).toBeGreaterThan(400);
		expect(all.filter((name) => criminal.test(name))).toEqual([]);
	});
});

describe("R2.1 — the citizen service number has one place", () => {
	const bsn = /bsn|burgerservice|citizen.?service|sofi/i;

	it("R2.1 — no other table has a column for it, and no declared field is it", async () => {
		const tables = (await columns()).filter((name) => bsn.test(name)).map((name) => name.split(".")[0]);
		expect([...new Set(tables)]).toEqual(["bsn", "bsn_ground"]);
		expect([...candidateFieldIds].filter((name) => bsn.test(name))).toEqual([]);
	});

	it("R2.1 — only staff and the candidate have a grant on it; neither worker nor recipient, nor its token among those of search", async () => {
		expect(
			await names(
				"select distinct grantee as name from information_schema.role_table_grants where table_schema = 'app' and table_name = 'bsn' and grantee not in ('spoor_owner', 'spoor_backup')",
			),
		).toEqual(["spoor_candidate", "spoor_staff"]);
		const kinds = await names(
			"select pg_get_constraintdef(oid) as name from pg_constraint where conrelid = 'app.person_token'::regclass and contype = 'c'",
		);
		expect(kinds.join()).not.toMatch(bsn);
	});

	it("R2.1 — what writes reports and sends mail imports nothing of it", () => {
		const outside = globSync("src/{reports,disclosures,exceptions,platform/outbound}/**/*.{ts,tsx}", { cwd: house });
		expect(outside.filter((path) => /from "[^"]*\/bsn\//.test(read(path)))).toEqual([]);
	});
});

describe("R8.3 — the compartment has no way into a report", () => {
	const compartment = [
		"capacity_item",
		"illness_item",
		"carer",
		"information_request",
		"information_request_event",
		"information_answer",
	];

	it("R8.3 — neither worker, recipient nor auditor has a grant on any of it", async () => {
		const grants = await names(
			`select distinct table_name || ' ' || grantee as name from information_schema.role_table_grants
			where table_schema = 'app' and table_name in (${compartment.map((table) => `'${table}'`).join()})
			and grantee not in ('spoor_owner', 'spoor_backup', 'spoor_staff', 'spoor_candidate')`,
		);
		expect(grants).toEqual([]);
	});

	it("R8.3 — whoever has it open writes no report, note or mail: a wall on each of their tables", async () => {
		expect(
			await names(
				"select tablename as name from pg_policies where policyname = 'spoor_staff_compartment' and permissive = 'RESTRICTIVE'",
			),
		).toEqual(["dispatch", "note_draft", "note_version", "report_draft", "report_version"]);
	});

	it("R8.3 — what writes reports and discloses reaches nothing of it: the import rules say so", () => {
		const rules = read(".dependency-cruiser.cjs");
		expect(rules).toContain('name: "no-way-from-health-into-a-report"');
		const outside = globSync("src/{reports,disclosures,exceptions,dossiers,reporting-agreements}/**/*.{ts,tsx}", { cwd: house });
		expect(outside.filter((path) => /from "[^"]*\/health\//.test(read(path)))).toEqual([]);
	});
});
