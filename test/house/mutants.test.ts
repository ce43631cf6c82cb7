import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotAllowed } from "../../src/law/decision.ts";
import { isMissing } from "../../src/platform/missing.ts";
import { Stale } from "../../src/platform/web/page.ts";
import { pages } from "../../src/routes.ts";
import { siteOf } from "../browse.ts";
import { layThings, type Things } from "../matrix.ts";
import { attacks } from "../mutant-attacks.ts";
import { type MutantName, mutants } from "../mutants.ts";
import { type TestHouse, testHouse } from "../people.ts";
import { pressFor } from "../press.ts";

// Remove any one check of the application, and the database still shows no foreign row and takes no foreign write. Each mutant is the real module
// with one check cut from its source; each attack is somebody who uses the hole. What stopped it is found out, not assumed, and stands in
// docs/SECOND-WALL.md.
let house: TestHouse;
let mehmet: Things;
let sofie: Things;
const stopped = new Map<MutantName, string>();
const root = join(import.meta.dirname, "../..");
const document = join(root, "docs/SECOND-WALL.md");

beforeAll(async () => {
	house = await testHouse();
	const press = await pressFor(house);
	mehmet = await layThings(house, press, "mehmet");
	sofie = await layThings(house, press, "sofie");
	for (const who of ["finn", "ada"] as const) await siteOf(house, []).as(who);
}, 120_000);
afterAll(() => house.close());

/** Everything the database holds besides the log, so that a refused deed is seen to leave nothing behind. */
async function everything(): Promise<string[]> {
	const tables = await house.rows<{ name: string }>(
		"select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'auth') and c.relkind = 'r' and c.relname not in ('attempt', 'heartbeat', 'session') order by 1",
	);
	const rows = await house.rows<{ line: string }>(
		tables
			.map(
				({ name }) =>
					`select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as line from ${name} t`,
			)
			.join(" union all "),
	);
	return rows.map((row) => row.line).sort();
}

/** Who or what said no, in words that stand in the table. */
function stopOf(error: unknown): string {
	const { code, message = "" } = (error ?? {}) as { code?: string; message?: string };
	if (error instanceof NotAllowed) return "a rule of the application";
	if (isMissing(error) || error instanceof Stale) return "row-level security: the row is not there";
	if (/row-level security/.test(message)) return "row-level security: the row may not be written";
	if (/without a log entry/.test(message)) return "the guard: no log entry names the person";
	if (code === "23514") return "a check constraint";
	if (code === "42501") return "a grant or a function's own check";
	return `something else (${message})`;
}

/** What only Sofie's rows hold; what was asked for may come back as what was asked for. */
function leaks(shown: unknown): string[] {
	const text = JSON.stringify(shown, (_key, value) => (Buffer.isBuffer(value) ? "bytes" : value)) ?? "";
	const marks = ["note", "report", "version", "disclosure", "id", "membership", "exception", "glass"].map(
		(name) => sofie[name] ?? "",
	);
	return marks.filter((mark) => mark && text.includes(mark));
}

describe.each(Object.keys(mutants) as MutantName[])("R1.2 — one check less: %s", (name) => {
	const attack = attacks[name];
	const load = (query: string) => import(/* @vite-ignore */ join(root, mutants[name].file) + query);
	const given = () => ({ house, mehmet, sofie, pages });

	it("R1.2 — the application stops it, and with the check gone the database does", async () => {
		const before = await everything();
		const whole = await attack(await load(""), given()).then(
			(shown) => ({ shown }),
			(error: unknown) => ({ error }),
		);
		expect("shown" in whole ? leaks(whole.shown) : []).toEqual([]);
		expect(await everything(), "with the check").toEqual(before);
		const holed = await attack(await load(`?mutant=${name}`), given()).then(
			(shown) => ({ shown }),
			(error: unknown) => ({ error }),
		);
		expect("shown" in holed ? leaks(holed.shown) : []).toEqual([]);
		expect(await everything(), "without the check").toEqual(before);
		const how = "error" in holed ? stopOf(holed.error) : "row-level security: nothing of it is shown";
		expect(how).not.toMatch(/application|something else/);
		stopped.set(name, how);
	}, 120_000);
});

it("R1.2 — at least twenty checks can be missing, each in its own place, and the table of what stops them is in the docs", () => {
	const places = new Set(Object.values(mutants).map(({ file, drop }) => `${file} ${drop}`));
	expect(places.size).toBeGreaterThanOrEqual(20);
	expect([...stopped.keys()].sort()).toEqual(Object.keys(mutants).sort());
	const lines = (Object.keys(mutants) as MutantName[]).map(
		(name) => `| \`${name}\` | ${mutants[name].check} | \`${mutants[name].file}\` | ${attacks[name].by} | ${stopped.get(name)} |`,
	);
	const text = `# The second wall

Each line is a mutant: the real code with one check cut from its source, and somebody who uses the hole. The last column is what
stopped them then, as found by \`test/house/mutants.test.ts\` on PostgreSQL, which also compares every table before and after. Printed by that
test with \`UPDATE_WALL=1\`; it fails when this table is not what it found.

| mutant | the check that is gone | where | who tries | what still stops it |
| --- | --- | --- | --- | --- |
${lines.join("\n")}
`;
	if (process.env.UPDATE_WALL === "1") writeFileSync(document, text);
	expect(existsSync(document) ? readFileSync(document, "utf8") : "").toBe(text);
});
