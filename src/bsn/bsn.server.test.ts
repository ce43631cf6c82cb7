import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { enrolCandidate } from "../candidates/enrol.server.ts";
import { search } from "../candidates/search.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { FieldErrors, NotFound, Stale } from "../platform/web/page.ts";
import { recordBsn, removeBsn, showBsn } from "./bsn.server.ts";
import { bsnPage } from "./pages/staff-bsn.tsx";
import { numbersOf } from "./queries.server.ts";

// Made-up numbers that pass the eleven-test.
const [number, other] = ["123456782", "111222333"];
let house: TestHouse;
let candidate: string;
let trajectory: string;
beforeAll(async () => {
	house = await testHouse();
	({ candidate, trajectory } = house.worlds.mehmet);
});
afterAll(() => house.close());

const record = (who: StaffName, change: Partial<Parameters<typeof recordBsn>[1]> = {}) =>
	recordBsn(house.as(who), { id: crypto.randomUUID(), candidate, trajectory, typed: number, rowVersion: null, ...change });
const kept = () => house.rows("select (select json_agg(b order by id) from app.bsn b) b");
async function nothingLeft(attempt: () => Promise<unknown>, error: object) {
	const before = await kept();
	await expect(attempt()).rejects.toThrow(error as Error);
	expect(await kept()).toEqual(before);
}
const refused = (clause: string) => expect.objectContaining({ clause });
const clear = async () => {
	for (const row of await house.rows<{ subject_id: string; trajectory_id: string; row_version: number }>("select * from app.bsn"))
		await removeBsn(house.as("bea"), { candidate: row.subject_id, trajectory: row.trajectory_id, rowVersion: row.row_version });
};
beforeEach(clear);

describe("a number where a law gives a ground", () => {
	it("R2.1 — is recorded, stands nowhere in the clear, and is shown to who guides and who registers, with a log entry each time", async () => {
		await record("anna", { typed: " 1234.56 782" });
		const [row] = await house.rows("select number, token from app.bsn");
		expect(JSON.stringify(row)).not.toContain(number);
		for (const who of ["anna", "bea"] as const) {
			expect(await showBsn(house.as(who), candidate, trajectory)).toBe(number);
			const seen = await house.rows(
				"select 1 from audit.entry where action = 'show' and object_type = 'bsn' and actor_id = $1 and subjects @> array[$2::uuid]",
				[house.ids[who], candidate],
			);
			expect(seen).toHaveLength(1);
		}
		const { numbers } = await numbersOf(house.as("anna"), candidate);
		expect(JSON.stringify(numbers)).not.toContain(number);
		expect(numbers).toHaveLength(1);
	});

	it("R2.1 — is not shown to who showed no second factor of late", async () => {
		await record("anna");
		const stale = house.door.as({ ...house.as("anna").actor, secondFactorAt: new Date(Date.now() - 11 * 60_000) });
		await expect(showBsn(stale, candidate, trajectory)).rejects.toThrow(FieldErrors);
	});

	it("R2.1 — the same form twice is one number; another takes its place when the screen is not old; taken away it is gone", async () => {
		const id = crypto.randomUUID();
		await record("anna", { id });
		await record("anna", { id });
		await nothingLeft(() => record("bea", { typed: other }), Stale);
		await record("bea", { typed: other, rowVersion: 1 });
		expect(await showBsn(house.as("anna"), candidate, trajectory)).toBe(other);
		expect(await house.rows("select 1 from app.bsn")).toHaveLength(1);
		await nothingLeft(() => record("anna", { rowVersion: 1 }), Stale);
		await nothingLeft(() => removeBsn(house.as("anna"), { candidate, trajectory, rowVersion: 1 }), Stale);
		await clear();
		await expect(showBsn(house.as("anna"), candidate, trajectory)).rejects.toThrow(NotFound);
	});

	it.each(["123456789", "000000000", "12345678", "1234567820"])("R2.1 — %s is none, and leaves nothing behind", (typed) =>
		nothingLeft(() => record("anna", { typed }), refused("R2.1")),
	);

	it("R1.2 — another coach neither sees nor records it; a coordinator, the privacy officer and finance do not either", async () => {
		await record("anna");
		await nothingLeft(() => record("bram", { rowVersion: 1 }), NotFound);
		await expect(showBsn(house.as("bram"), candidate, trajectory)).rejects.toThrow(NotFound);
		for (const who of ["carla", "fenna", "finn", "ada"] as const) {
			await nothingLeft(() => record(who, { rowVersion: 1 }), NotAllowed);
			await expect(showBsn(house.as(who), candidate, trajectory)).rejects.toThrow(/not (allowed|found)/);
		}
	});
});

describe("a number without a ground", () => {
	const sofie = () => ({ candidate: house.worlds.sofie.candidate, trajectory: house.worlds.sofie.trajectory });

	it.each(["bram", "bea"] as const)("R2.1 — for outplacement %s is refused, with the law, and nothing is left", async (who) => {
		await nothingLeft(() => record(who, sofie()), refused("R2.1"));
		await expect(record(who, sofie())).rejects.toThrow(/UAVG Article 46/);
	});

	it("R2.1 — the database itself refuses it: as outplacement, and as work that it is not", async () => {
		const bram = house.as("bram");
		const world = house.worlds.sofie;
		const insert = (type: string) =>
			bram.act(world.candidate, "registration", { action: "create" }, async (tx, seal) => {
				const id = crypto.randomUUID();
				const sealed = await seal("bsn", id, world.candidate, { number });
				await tx
					.insertInto("app.bsn")
					.values({
						...{ id, subject_id: world.candidate, trajectory_id: world.trajectory, assignment_id: world.assignment },
						...{ assignment_type: type, commissioner_id: world.commissioner, commissioner_kind: "employer" },
						...{ ...sealed, token: Buffer.alloc(32), recorded_at: new Date(), recorded_by: bram.actor.id },
					})
					.execute();
			});
		await nothingLeft(() => insert("outplacement"), expect.objectContaining({ constraint: "bsn_needs_a_statute" }));
		await nothingLeft(() => insert("secondTrack"), expect.objectContaining({ code: "23503" }));
	});

	it("R2.1 — an assignment that holds a number cannot become one without a ground", async () => {
		await record("anna");
		await expect(
			house.rows(`do $$ begin
				perform set_config('app.actor', '${house.ids.ada}', true);
				perform set_config('app.entry', audit.append('system', '{}', null, null, '{}', '{}', 'update', null, null, 'assignments', null, null, 'allowed', null, null)::text, true);
				update app.assignment set type = 'coaching' where id = '${house.worlds.mehmet.assignment}';
			end $$`),
		).rejects.toThrow(expect.objectContaining({ code: "23503" }));
	});
});

describe("found", () => {
	const ids = async (who: StaffName, typed: string) => (await search(house.as(who), typed)).candidates.map((one) => one.id);

	it("R2.1 — by the whole number, by who may see it; never by a part, and a number that nobody has finds nobody", async () => {
		await record("anna");
		expect(await ids("anna", number)).toEqual([candidate]);
		expect(await ids("bea", "1234.56.782")).toEqual([candidate]);
		for (const typed of ["12345678", "1234567", "23456782", other]) expect(await ids("anna", typed)).toEqual([]);
		expect(await ids("bram", number)).toEqual([]);
		expect(await ids("carla", number)).toEqual([]);
	});

	it("R2.1 — no token of it stands among the tokens by which people are found", async () => {
		await record("anna");
		const [row] = await house.rows<{ token: Buffer }>("select token from app.bsn");
		expect(await house.rows("select 1 from app.person_token where token = $1", [row?.token])).toEqual([]);
	});
});

describe("the screen", () => {
	it("R2.1 — masks the number, shows it in one answer to a post, and keeps what was typed wrongly", async () => {
		const anna = await siteOf(house, [bsnPage]).as("anna");
		const path = `/kandidaten/${candidate}/burgerservicenummer`;
		const post = (fields: Record<string, string>) => anna.post(path, { request_id: crypto.randomUUID(), trajectory, ...fields });
		const wrong = await post({ do: "record", number: "123456789" });
		expect(wrong).toMatchObject({ status: 403 });
		expect(wrong.html).toContain("elfproef");
		expect(wrong.html).toContain('value="123456789"');
		expect(await post({ do: "record", number })).toMatchObject({ status: 303, to: path });
		expect((await anna.get(path)).html).not.toContain(number);
		const shown = await post({ do: "show" });
		expect(shown).toMatchObject({ status: 200, to: null });
		expect(shown.html).toContain(number);
		expect((await anna.get(path)).html).not.toContain(number);
	});

	it("R2.1 — asks for the number of each trajectory apart: no two fields are the same, and an error leads to its own", async () => {
		const { assignment, trajectory: first } = house.worlds.mehmet;
		const second = crypto.randomUUID();
		await enrolCandidate(house.as("anna"), {
			candidate,
			trajectory: second,
			type: "secondTrack",
			assignment: { id: assignment },
		});
		await record("anna", { trajectory: first });
		const anna = await siteOf(house, [bsnPage]).as("anna");
		const path = `/kandidaten/${candidate}/burgerservicenummer`;
		const ids = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
		const { html } = await anna.get(path);
		expect(ids(html)).toContain(`number-${first}`);
		expect(ids(html)).toContain(`number-${second}`);
		expect(new Set(ids(html)).size).toBe(ids(html).length);
		const empty = await anna.post(path, { request_id: crypto.randomUUID(), trajectory: second, do: "record", number: "" });
		expect(empty.html).toContain(`href="#number-${second}"`);
		expect(new Set(ids(empty.html)).size).toBe(ids(empty.html).length);
	});

	it("R2.1 — for outplacement there is no field, and the reason with its clause", async () => {
		const bram = await siteOf(house, [bsnPage]).as("bram");
		const { html } = await bram.get(`/kandidaten/${house.worlds.sofie.candidate}/burgerservicenummer`);
		expect(html).not.toContain('name="number"');
		expect(html).toContain("UAVG artikel 46");
		expect(html).toContain("/reglement#R2.1");
	});
});
