import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { NotAllowed } from "../law/decision.ts";
import { systemChance, systemClock } from "./clock.ts";
import { type Acting, type Door, openDoor, sql } from "./db.server.ts";
import { coversIn } from "./keys/covers.ts";
import { KeyRefused } from "./keys/service.ts";
import { openVault } from "./keys/vault.ts";

let database: FreshDatabase;
let door: Door;
let coach: Acting;
let colleague: Acting;
const [anna, bram, mehmet, sofie] = Array.from({ length: 4 }, () => crypto.randomUUID()) as [string, string, string, string];
const trajectory = crypto.randomUUID();

beforeAll(async () => {
	database = await freshDatabase();
	const covers = coversIn(database.keys);
	const keys = openVault(mkdtempSync(join(tmpdir(), "spoor-keys-")), covers.covers);
	door = openDoor({
		connections: { staff: database.staff, candidate: database.candidate },
		keys,
		clock: systemClock,
		chance: systemChance,
	});
	await keys.create([anna, bram, mehmet, sofie]);
	coach = door.as({ kind: "staff", id: anna, roles: ["coach"] });
	colleague = door.as({ kind: "staff", id: bram, roles: ["coach"] });
	// The owner lays the ground that later verbs will lay themselves: two cleared coaches, two candidates, one trajectory.
	const owner = new pg.Client(database.owner);
	await owner.connect();
	await owner.query("begin");
	await owner.query(`select set_config('app.actor', $1, true)`, [anna]);
	const { rows } = await owner.query(
		`select set_config('app.entry', audit.append('system', '{}', null, null, $1, '{}', 'seed', null, null, 'registration', null, null, 'allowed', null, null)::text, true)`,
		[[anna, bram, mehmet, sofie]],
	);
	expect(rows).toHaveLength(1);
	for (const [id, kind] of [
		[anna, "staff"],
		[bram, "staff"],
		[mehmet, "candidate"],
		[sofie, "candidate"],
	]) {
		await owner.query("insert into app.person (id, kind) values ($1, $2)", [id, kind]);
	}
	for (const [id, other] of [
		[anna, bram],
		[bram, anna],
	]) {
		await owner.query("insert into app.staff_member (id, name, email) values ($1, 'x', 'x')", [id]);
		await owner.query("insert into app.staff_role (staff_id, role, granted_by) values ($1, 'coach', $1)", [id]);
		await owner.query(
			"insert into app.confidentiality_statement (staff_id, signed_on, registered_by) values ($1, current_date, $2)",
			[id, other],
		);
		await owner.query(
			"insert into app.acknowledgement (staff_id, regulation_version) select $1, version from app.regulation_version",
			[id],
		);
	}
	await owner.query("commit");
	await owner.end();
});
afterAll(async () => {
	await door.close();
	await database.drop();
});

describe("the three ways to the data", () => {
	it("R1.2 — a write, its log entry and its sealed values commit together, and a read opens them after logging", async () => {
		await coach.act(mehmet, "registration", { action: "create", object: ["candidate", mehmet] }, async (tx, seal) => {
			await tx
				.insertInto("app.candidate")
				.values({ id: mehmet, registered_by: anna, ...(await seal("candidate", mehmet, mehmet, { name: "Mehmet Demir" })) })
				.execute();
			const [commissioner, assignment] = [crypto.randomUUID(), crypto.randomUUID()];
			await tx
				.insertInto("app.commissioner")
				.values({ id: commissioner, kind: "employer", name: "Bakkerij De Korenaar", created_by: anna })
				.execute();
			await tx
				.insertInto("app.assignment")
				.values({
					id: assignment,
					commissioner_id: commissioner,
					type: "outplacement",
					ordered_on: "2026-11-02",
					created_by: anna,
				})
				.execute();
			await tx.insertInto("app.trajectory").values({ id: trajectory, subject_id: mehmet, assignment_id: assignment }).execute();
			await tx
				.insertInto("app.membership")
				.values({ id: crypto.randomUUID(), subject_id: mehmet, trajectory_id: trajectory, staff_id: anna, assigned_by: anna })
				.execute();
		});
		const found = await coach.read(mehmet, "guidance", { action: "view" }, async (tx, sealed) => {
			const row = await tx.selectFrom("app.candidate").selectAll().where("id", "=", mehmet).executeTakeFirstOrThrow();
			return { id: row.id, ...sealed("candidate", row.id, row.id, { name: row.name }) };
		});
		expect(found).toEqual({ id: mehmet, name: "Mehmet Demir" });
	});

	it("R1.2 — a coach who is not on the trajectory sees nothing of it, whatever the query asks", async () => {
		const rows = await colleague.list("guidance", { action: "list" }, (tx) =>
			tx.selectFrom("app.candidate").select("id").execute(),
		);
		expect(rows).toEqual([]);
		expect(
			await colleague.list("guidance", { action: "list" }, (tx) => tx.selectFrom("app.trajectory").select("id").execute()),
		).toEqual([]);
	});

	it("R1.2 — a write whose entry does not name the person is refused by the database itself", async () => {
		const attempt = coach.act(sofie, "registration", { action: "update" }, (tx) =>
			tx.updateTable("app.candidate").set({ language: "en" }).where("id", "=", mehmet).execute(),
		);
		await expect(attempt).rejects.toThrow(/without a log entry/);
	});

	it("R1.2 — a refusal leaves nothing behind but its own entry in the log", async () => {
		const attempt = coach.act(mehmet, "guidance", { action: "update", object: ["candidate", mehmet] }, async (tx) => {
			await tx.updateTable("app.candidate").set({ language: "en" }).where("id", "=", mehmet).execute();
			throw new NotAllowed("R7.1");
		});
		await expect(attempt).rejects.toThrow(NotAllowed);
		const row = await coach.read(mehmet, "guidance", { action: "view" }, (tx) =>
			tx.selectFrom("app.candidate").select("language").executeTakeFirstOrThrow(),
		);
		expect(row.language).toBe("nl");
		const owner = new pg.Client(database.owner);
		await owner.connect();
		const { rows } = await owner.query(
			"select clause, action from audit.entry where outcome = 'refused' and subjects @> array[$1::uuid]",
			[mehmet],
		);
		await owner.end();
		expect(rows).toEqual([{ clause: "R7.1", action: "update" }]);
	});

	it("R10.1 — a key is given only against a committed entry of this actor for this person", async () => {
		const ask = { entry: crypto.randomUUID(), actor: anna, subjects: [mehmet] };
		await expect(coach.keys.open(ask)).rejects.toThrow(KeyRefused);
	});

	it("R10.1 — a ciphertext that was moved to another row does not open", async () => {
		const attempt = coach.read(mehmet, "guidance", { action: "view" }, async (tx, sealed) => {
			const row = await tx.selectFrom("app.candidate").selectAll().where("id", "=", mehmet).executeTakeFirstOrThrow();
			return sealed("candidate", sofie, mehmet, { name: row.name });
		});
		await expect(attempt).rejects.toThrow();
	});

	it("R1.2 — outside a transaction of the door the settings are empty and nothing is seen", async () => {
		const raw = new pg.Client(database.staff);
		await raw.connect();
		expect((await raw.query("select id from app.candidate")).rows).toEqual([]);
		await expect(
			raw.query(
				"insert into audit.entry (actor_kind, actor_id, subjects, action, purpose) values ('staff', gen_random_uuid(), '{}', 'x', 'x')",
			),
		).rejects.toThrow(/permission denied/);
		await raw.end();
	});

	it("R1.2 — nothing is shown when the log cannot be written", async () => {
		const owner = new pg.Client(database.owner);
		await owner.connect();
		await owner.query("revoke execute on function audit.append from spoor_staff");
		const attempt = coach.read(mehmet, "guidance", { action: "view" }, (tx) =>
			tx.selectFrom("app.candidate").select("id").execute(),
		);
		await expect(attempt).rejects.toThrow(/permission denied/);
		await owner.query("grant execute on function audit.append to spoor_staff");
		await owner.end();
		await expect(coach.list("guidance", { action: "list" }, (tx) => sql`select 1`.execute(tx))).resolves.toBeDefined();
	});
});
