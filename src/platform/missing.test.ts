import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { myLog } from "../audit-log/mine.server.ts";
import { NotFound } from "./missing.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

const sofie = () => house.worlds.sofie.candidate;
const look = (who: "anna" | "carla" | "finn" | "fenna", candidate: string) =>
	house
		.as(who)
		.read(candidate, "guidance", { action: "view", object: ["dossier", candidate], clause: "R1.2" }, (tx) =>
			tx.selectFrom("app.candidate").select("id").where("id", "=", candidate).executeTakeFirst(),
		);
const newest = async () =>
	(
		await house.rows(
			"select actor_id, action, object_type, object_id, subjects, named, outcome, clause from audit.entry order by at desc limit 1",
		)
	)[0];

describe("whoever asks for a dossier that is not theirs", () => {
	it("R1.2 — is told that there is nothing, and the attempt stands in the log about nobody, whether or not there is somebody", async () => {
		for (const asked of [sofie(), crypto.randomUUID()]) {
			await expect(look("anna", asked)).rejects.toThrow(NotFound);
			expect(await newest()).toEqual({
				...{ actor_id: house.ids.anna, action: "view", object_type: "candidate", object_id: asked },
				...{ subjects: [], named: [], outcome: "refused", clause: "R1.2" },
			});
		}
	});

	it("R1.2 — is in nobody's diary for it: nothing was seen", async () => {
		const before = (await myLog(house.asCandidate("sofie"), { whose: "others", from: undefined, before: undefined })).entries;
		await expect(look("anna", sofie())).rejects.toThrow(NotFound);
		await expect(look("finn", sofie())).rejects.toThrow(NotFound);
		const after = (await myLog(house.asCandidate("sofie"), { whose: "others", from: undefined, before: undefined })).entries;
		expect(after).toEqual(before);
	});

	it("R1.2 — asks a malformed id, and leaves a line without one", async () => {
		await expect(look("anna", "' or true --")).rejects.toThrow();
		expect(await newest()).toMatchObject({ object_type: null, object_id: null, outcome: "refused", subjects: [] });
	});

	it("R1.2 — who sees the headers of all, or has it on the caseload, does see that there is somebody", async () => {
		expect(await look("carla", sofie())).toEqual({ id: sofie() });
		expect(await look("fenna", sofie())).toEqual({ id: sofie() });
		expect(await look("anna", house.worlds.mehmet.candidate)).toEqual({ id: house.worlds.mehmet.candidate });
		expect(await newest()).toMatchObject({ outcome: "allowed", subjects: [house.worlds.mehmet.candidate] });
	});

	it("R1.2 — a deed on what is not there is written down as well, and does nothing", async () => {
		const deed = house.as("anna").act(sofie(), "guidance", { action: "update", object: ["dossier", sofie()] }, async (tx) => {
			await tx.selectFrom("app.candidate").select("id").where("id", "=", sofie()).executeTakeFirstOrThrow();
		});
		await expect(deed).rejects.toThrow();
		expect(await newest()).toMatchObject({ action: "update", object_id: sofie(), subjects: [], outcome: "refused" });
	});
});

/** One statement as this role of the database, with this person as its context. */
async function as(role: "staff" | "candidate" | "recipient" | "worker", actor: string, statements: string[]) {
	const session = new pg.Client(house.database[role]);
	await session.connect();
	try {
		await session.query("begin");
		await session.query("select set_config('app.actor', $1, true)", [actor]);
		let last: pg.QueryResult | undefined;
		for (const one of statements) last = await session.query(one);
		await session.query("commit");
		return last?.rows ?? [];
	} finally {
		await session.end();
	}
}
const entry = (kind: string, about: string) =>
	`select set_config('app.entry', audit.append('${kind}', '{}', null, null, array['${about}'::uuid], '{}', 'update', null, null, 'security', null, null, 'allowed', null, null)::text, true) as id`;

describe("whoever writes the log", () => {
	it.each([
		["staff", "system"],
		["staff", "candidate"],
		["candidate", "staff"],
		["recipient", "anonymous"],
		["worker", "staff"],
	] as const)("R1.2 — is what the database knows them as: %s that says to be %s", async (role, claims) => {
		const [row] = await as(role, house.ids.anna, [entry(claims, sofie())]);
		expect(await house.rows("select actor_kind from audit.entry where id = $1", [row?.id])).toEqual([{ actor_kind: role }]);
	});

	it("R1.2 — may not call what writes for the system itself", async () => {
		for (const role of ["staff", "candidate", "recipient", "worker"] as const) {
			const forged = as(role, house.ids.anna, [entry("system", sofie()).replace("audit.append", "audit.write")]);
			await expect(forged).rejects.toThrow(/permission denied/);
		}
	});
});

describe("a password", () => {
	const account = (person: string, realm: string, hash: string | null) =>
		`insert into auth.account (person_id, realm, email_token, password_hash, created_by) values ('${person}', '${realm}', '\\x${crypto.randomUUID().replaceAll("-", "")}', ${hash ? `'${hash}'` : "null"}, '${person}')`;

	it("R10.1 — of a candidate is not a member of staff's to write, not even with the role that invites them", async () => {
		const [mehmet, anna] = [house.worlds.mehmet.candidate, house.ids.anna];
		await expect(as("staff", anna, [entry("staff", mehmet), account(mehmet, "candidate", "of Anna")])).rejects.toThrow(/R10\.1/);
		await as("staff", anna, [entry("staff", mehmet), account(mehmet, "candidate", null)]);
		const set = (to: string) => `update auth.account set password_hash = ${to} where person_id = '${mehmet}'`;
		await expect(as("staff", anna, [entry("staff", mehmet), set("'of Anna'")])).rejects.toThrow(/R10\.1/);
		await as("candidate", mehmet, [entry("candidate", mehmet), set("'of Mehmet'")]);
		await expect(as("staff", anna, [entry("staff", mehmet), set("'of Anna'")])).rejects.toThrow(/R10\.1/);
		expect(await house.rows("select password_hash from auth.account where person_id = $1", [mehmet])).toEqual([
			{ password_hash: "of Mehmet" },
		]);
		await as("staff", anna, [entry("staff", mehmet), set("null")]);
	});

	it("R10.1 — of a colleague is not an administrator's to write either; one's own is", async () => {
		const [bea, ada] = [house.ids.bea, house.ids.ada];
		await as("staff", ada, [entry("staff", bea), account(bea, "staff", null)]);
		const set = `update auth.account set password_hash = 'new' where person_id = '${bea}'`;
		await expect(as("staff", ada, [entry("staff", bea), set])).rejects.toThrow(/R10\.1/);
		await as("staff", bea, [entry("staff", bea), set]);
		expect(await house.rows("select password_hash from auth.account where person_id = $1", [bea])).toEqual([
			{ password_hash: "new" },
		]);
	});
});
