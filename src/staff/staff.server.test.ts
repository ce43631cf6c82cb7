import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { acknowledge } from "../confidentiality/acknowledge.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { type Role, roleIds } from "../law/roles.ts";
import { Stale } from "../platform/web/page.ts";
import { mayLeave, mayRegisterStatement } from "./rules.ts";
import { addMember, inviteAgain, leave, registerStatement, setRoles } from "./staff.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

const newcomer = async (roles: readonly Role[] = ["coach"]) => {
	const id = crypto.randomUUID();
	await addMember(house.as("ada"), "http://127.0.0.1:4700", {
		id,
		name: { given: "Nora", infix: null, family: "Nieuw" },
		email: `${id}@voorbeeld.test`,
		roles,
	});
	return id;
};
const acting = (id: string, roles: readonly Role[] = ["coach"]) =>
	house.door.as({ kind: "staff", id, roles, secondFactorAt: new Date() });
const give = (trajectory: string, candidate: string, staff: string) =>
	house.as("carla").act(candidate, "staffing", { action: "assign" }, async (tx) => {
		await tx
			.insertInto("app.membership")
			.values({
				id: crypto.randomUUID(),
				subject_id: candidate,
				trajectory_id: trajectory,
				staff_id: staff,
				capacity: "deputy",
				from_at: new Date(),
				assigned_by: house.ids.carla,
				until_at: null,
				ended_by: null,
				reason: null,
			})
			.execute();
	});
const sees = async (id: string) =>
	(await acting(id).list("guidance", { action: "list" }, (tx) => tx.selectFrom("app.candidate").select("id").execute())).length;

describe("rules", () => {
	it.each(roleIds)("R1.3 — who may register a statement: %s", (role) => {
		const decision = mayRegisterStatement({ roles: [role], own: false, signedOn: "2026-11-01", today: "2026-11-23" });
		expect(decision.allowed).toBe(role === "administrator" || role === "dpo");
	});
	it("R1.3 — nobody registers their own statement, or one that is yet to be signed", () => {
		const facts = { roles: ["administrator"] as const, own: false, signedOn: "2026-11-01", today: "2026-11-23" };
		expect(mayRegisterStatement({ ...facts, own: true })).toMatchObject({ allowed: false, because: "R1.3" });
		expect(mayRegisterStatement({ ...facts, signedOn: "2026-11-24" })).toMatchObject({ allowed: false, because: "R1.3" });
	});
	it("R1.3 — leaving is recorded by an administrator, about somebody else", () => {
		expect(mayLeave({ roles: ["administrator"], own: false }).allowed).toBe(true);
		expect(mayLeave({ roles: ["administrator"], own: true }).allowed).toBe(false);
		expect(mayLeave({ roles: ["coach"], own: false }).allowed).toBe(false);
	});
});

describe("clearance", () => {
	it("R1.3 — a caseload opens only after the statement is registered and the regulation acknowledged, in either order", async () => {
		const { candidate, trajectory } = house.worlds.mehmet;
		const id = await newcomer();
		await give(trajectory, candidate, id);
		expect(await sees(id)).toBe(0);
		await acknowledge(acting(id), "2026-11-01");
		expect(await sees(id)).toBe(0);
		await registerStatement(house.as("ada"), { id: crypto.randomUUID(), staff: id, signedOn: "2026-11-02" });
		expect(await sees(id)).toBe(1);
	});

	it("R1.3 — one's own statement is refused by the verb and leaves nothing behind", async () => {
		const before = await house.rows("select * from app.confidentiality_statement where staff_id = $1", [house.ids.ada]);
		await expect(
			registerStatement(house.as("ada"), { id: crypto.randomUUID(), staff: house.ids.ada, signedOn: "2026-11-02" }),
		).rejects.toThrow(NotAllowed);
		expect(await house.rows("select * from app.confidentiality_statement where staff_id = $1", [house.ids.ada])).toEqual(before);
	});

	it("R1.3 — nobody acknowledges for another", async () => {
		const id = await newcomer();
		const attempt = house
			.as("ada")
			.act(id, "staffing", { action: "acknowledge" }, (tx) =>
				tx.insertInto("app.acknowledgement").values({ staff_id: id, regulation_version: "2026-11-01", at: new Date() }).execute(),
			);
		await expect(attempt).rejects.toThrow(/row-level security/);
	});
});

describe("roles and leaving", () => {
	it("R1.2 — a role that is taken away counts from the next transaction on", async () => {
		const id = await newcomer(["backOffice"]);
		await registerStatement(house.as("ada"), { id: crypto.randomUUID(), staff: id, signedOn: "2026-11-02" });
		await acknowledge(acting(id), "2026-11-01");
		expect(await sees(id)).toBe(2);
		await setRoles(house.as("ada"), id, ["finance"]);
		expect(await sees(id)).toBe(0);
	});

	it("R1.2 — a coach cannot give roles, and an administrator cannot drop their own administration", async () => {
		const before = await house.rows("select count(*) from app.staff_role");
		await expect(setRoles(house.as("anna"), house.ids.anna, ["administrator"])).rejects.toThrow(NotAllowed);
		await expect(setRoles(house.as("ada"), house.ids.ada, ["coach"])).rejects.toThrow(NotAllowed);
		expect(await house.rows("select count(*) from app.staff_role")).toEqual(before);
	});

	it("R1.2 — the database refuses a role that somebody gives themself, whatever the application says", async () => {
		const attempt = house.as("anna").act(house.ids.anna, "staffing", { action: "setRoles" }, (tx) =>
			tx
				.insertInto("app.staff_role")
				.values({
					staff_id: house.ids.anna,
					role: "administrator",
					from_at: new Date(),
					granted_by: house.ids.anna,
					until_at: null,
					withdrawn_by: null,
				})
				.execute(),
		);
		await expect(attempt).rejects.toThrow(/row-level security/);
	});

	it("R1.3 — who leaves sees nothing any more, and their account, invitations and roles have ended", async () => {
		const { candidate, trajectory } = house.worlds.mehmet;
		const id = await newcomer();
		await give(trajectory, candidate, id);
		await registerStatement(house.as("ada"), { id: crypto.randomUUID(), staff: id, signedOn: "2026-11-02" });
		await acknowledge(acting(id), "2026-11-01");
		expect(await sees(id)).toBe(1);
		await leave(house.as("ada"), { staff: id, rowVersion: 1 });
		expect(await sees(id)).toBe(0);
		expect(await house.rows("select 1 from auth.account where person_id = $1 and ended_at is null", [id])).toEqual([]);
		expect(await house.rows("select 1 from auth.invitation where person_id = $1 and ended_at is null", [id])).toEqual([]);
		await expect(leave(house.as("ada"), { staff: id, rowVersion: 1 })).rejects.toThrow(Stale);
		await expect(inviteAgain(house.as("ada"), "http://127.0.0.1:4700", id)).rejects.toThrow(NotAllowed);
	});

	it("R10.1 — adding somebody invites them by a message that names nobody", async () => {
		const id = await newcomer();
		expect(await house.rows("select kind, state from app.dispatch where subject_id = $1", [id])).toEqual([
			{ kind: "invitation", state: "queued" },
		]);
	});
});
