import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DemoPerson } from "../src/accounts/demonstration.server.ts";
import { isPassword, totpNow, totpStep } from "../src/accounts/secrets.ts";
import { today } from "../src/law/deadlines.ts";
import { systemChance, systemClock } from "../src/platform/clock.ts";
import { type Door, openDoor } from "../src/platform/db.server.ts";
import { coversIn } from "../src/platform/keys/covers.ts";
import { openVault } from "../src/platform/keys/vault.ts";
import { reportStates } from "../src/reports/rules.ts";
import { trajectoryStateIds } from "../src/trajectories/rules.ts";
import { type FreshDatabase, freshDatabase } from "../test/database.ts";
import { typesetter } from "../test/press.ts";
import { candidates } from "./seed/candidates.ts";
import { commissioners } from "./seed/commissioners.ts";
import { demoPassword, staffKeys } from "./seed/people.ts";
import type { Person } from "./seed/person.ts";
import { seedOnce } from "./seed/play.ts";
import { type Scene, sceneOf } from "./seed/scene.ts";

let database: FreshDatabase;
let owner: pg.Pool;
let door: Door;
let folder: string;
let list: string;
let close: () => Promise<void>;
const mailedTo = new Set<string>();

const features = [
	"portal",
	"final",
	"oral",
	"closed",
	"reopened",
	"handedOver",
	"deputy",
	"renewed",
	"question",
	"noteBegun",
] as const;

/** Who show together everything that all forty show: states, commissioners, and what else can happen. */
function few(): Person[] {
	const seen = new Set<string>();
	const isNew = (fact: string) => !seen.has(fact) && seen.add(fact);
	return candidates.filter((person) => {
		const fates = (person.reports ?? []).map((told) => (typeof told === "string" ? told : told[0]));
		const facts = [...fates, person.until ?? "started", person.order?.[0] ?? "own", ...features.filter((one) => one in person)];
		return facts.filter(isNew).length > 0;
	});
}
const who = process.env.SPOOR_ALL ? candidates : few();

const scene = (change: Partial<Scene> = {}) =>
	sceneOf({
		...{ door, keys: change.keys as Scene["keys"], owner, render: typesetter(), publicUrl: "http://127.0.0.1:4700" },
		send: async ({ to }) => {
			mailedTo.add(to);
			return { kind: "accepted", answer: "250 OK" };
		},
		...{ now: systemClock.now(), today: today(systemClock), say: () => {} },
		...change,
	});

const rows = async <R extends pg.QueryResultRow>(query: string) => (await owner.query<R>(query)).rows;
const states = async (table: string) =>
	new Set((await rows<{ state: string }>(`select distinct state from ${table}`)).map((row) => row.state));

/** Every row of every table, as text. */
async function everything(): Promise<Map<string, string[]>> {
	const tables = await rows<{ name: string }>(
		`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind = 'r' and n.nspname in ('app', 'audit', 'auth') order by 1`,
	);
	const dump = new Map<string, string[]>();
	for (const { name } of tables)
		dump.set(
			name,
			(await rows<{ row: string }>(`select t::text as row from ${name} t order by 1`)).map(({ row }) => row),
		);
	return dump;
}

beforeAll(async () => {
	database = await freshDatabase();
	folder = mkdtempSync(join(tmpdir(), "spoor-seed-"));
	list = join(folder, "demo-people.json");
	owner = new pg.Pool({ ...database.owner, max: 4 });
	const covers = coversIn(database.keys);
	const keys = openVault(folder, covers.covers);
	const { staff, candidate, recipient, worker } = database;
	door = openDoor({ connections: { staff, candidate, recipient, worker }, keys, clock: systemClock, chance: systemChance });
	close = async () => {
		await owner.end();
		await door.close();
		await covers.close();
		keys.close();
		rmSync(folder, { recursive: true, force: true });
		await database.drop();
	};
	// The first time it is ended half-way, as by kill -9; the second time it has to come out whole.
	const halfway = scene({
		keys,
		say: (line) => {
			if (line.includes("commissioners")) throw new Error("ended");
		},
	});
	await expect(seedOnce(halfway, list, who)).rejects.toThrow("ended");
	expect(existsSync(list)).toBe(false);
	expect(await seedOnce(scene({ keys }), list, who)).toBe(true);
}, 240_000);
afterAll(() => close());

describe("the demonstration's seed", () => {
	it("R1.2 — a seed that was ended half-way is played anew, and everybody is there once", async () => {
		expect(await rows("select demonstration from app.agency")).toEqual([{ demonstration: true }]);
		expect(await rows("select count(*)::int as n from app.staff_member")).toEqual([{ n: staffKeys.length }]);
		expect(await rows("select count(*)::int as n from app.candidate")).toEqual([{ n: who.length }]);
	});

	it("R1.2 — a second run changes nothing", async () => {
		const before = await everything();
		const people = readFileSync(list, "utf8");
		expect(await seedOnce(scene(), list, who)).toBe(false);
		expect(await everything()).toEqual(before);
		expect(readFileSync(list, "utf8")).toBe(people);
	});

	it("R3.c, R4.1, R7.1 — every state is shown", async () => {
		expect(await states("app.trajectory")).toEqual(new Set(trajectoryStateIds));
		expect(await states("app.report")).toEqual(new Set(reportStates));
		expect(await states("app.disclosure")).toEqual(
			new Set(["queued", "accepted", "bounced", "blocked", "unknown", "undone", "recorded"]),
		);
		const found = await rows<{ answer: string; method: string }>("select distinct answer, method from app.report_answer");
		expect(new Set(found.map(({ answer, method }) => `${answer} ${method}`))).toEqual(
			new Set(["approved portal", "approved paper", "approvedWithRemark portal", "changeRequested portal", "refused portal"]),
		);
		expect(new Set((await rows<{ kind: string }>("select kind from app.commissioner")).map((row) => row.kind))).toEqual(
			new Set(["employer", "uwv", "municipality", "insurer", "selfPaying"]),
		);
	});

	it("R10.1 — nobody's name, address or words stand in clear in any table", async () => {
		const contacts = Object.values(commissioners).flatMap((one) =>
			Object.entries(one.contacts).map(([key, contact]) => `${key}.${contact.family}`),
		);
		const canaries = [
			// A short family name is part of some street, or of somebody else's word.
			...who.map((person) => person.family).filter((family) => family.length > 5),
			...contacts,
			"el Idrissi",
			"@post.test",
			"loopbaanverhaal",
			"Samenvatting",
			demoPassword,
		];
		// As a word by itself: a bakery is nobody called Bakker.
		const plain = (text: string) =>
			new RegExp(`(?<!\\p{L})${text.toLowerCase().replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?!\\p{L})`, "u");
		const forms = canaries.flatMap((text) => [plain(text), new RegExp(Buffer.from(text).toString("hex"))]);
		const found: string[] = [];
		for (const [table, lines] of await everything()) {
			const text = lines.join("\n").toLowerCase();
			for (const form of forms) if (form.test(text)) found.push(`${form} in ${table}`);
		}
		expect(found).toEqual([]);
	});

	it("R9.1 — mail goes to addresses that cannot exist, and nowhere else", () => {
		expect(mailedTo.size).toBeGreaterThan(5);
		expect([...mailedTo].filter((address) => !address.endsWith(".test"))).toEqual([]);
	});

	it("R1.2 — the log tells of months, in the order in which they were played", async () => {
		const [span] = await rows<{ days: number; late: number; traced: number }>(
			`select extract(day from max(at) - min(at))::int as days, count(*) filter (where at > now())::int as late,
			count(*) filter (where trace_id is not null)::int as traced from audit.entry`,
		);
		expect(span?.days).toBeGreaterThan(240);
		expect(span).toMatchObject({ late: 0, traced: 0 });
	});

	it("R10.1 — everybody on the list signs in with the password and the code that the list says", async () => {
		const people = JSON.parse(readFileSync(list, "utf8")) as DemoPerson[];
		expect(people.filter((one) => one.realm === "staff")).toHaveLength(staffKeys.length);
		expect(people.filter((one) => one.realm === "candidate").length).toBeGreaterThanOrEqual(6);
		const accounts = await rows<{ person_id: string; password_hash: string }>(
			"select person_id, password_hash from auth.account where activated_at is not null",
		);
		expect(new Set(accounts.map((one) => one.person_id))).toEqual(new Set(people.map((one) => one.personId)));
		expect(await isPassword(accounts[0]?.password_hash, demoPassword)).toBe(true);
		const [one] = people as [DemoPerson];
		expect(totpStep(one.totpSecret, totpNow(one.totpSecret, scene().now), scene().now)).toBeDefined();
	});

	it("R10.1 — a real agency's database is refused and left as it is", async () => {
		await rows("alter table app.agency disable trigger user");
		await rows("update app.agency set demonstration = false");
		const before = await everything();
		await expect(seedOnce(scene(), join(folder, "another.json"), who)).rejects.toThrow("real agency");
		expect(await everything()).toEqual(before);
	});
});
