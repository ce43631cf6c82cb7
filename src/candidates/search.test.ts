import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { fullName } from "../platform/name.ts";
import { type Registration, registerCandidate } from "./register.server.ts";
import { search } from "./search.server.ts";

let house: TestHouse;
const register = (who: StaffName, fields: Registration["fields"], type: "secondTrack" | "outplacement", assignment: string) => {
	const candidate = crypto.randomUUID();
	return registerCandidate(house.as(who), {
		candidate,
		trajectory: crypto.randomUUID(),
		type,
		fields,
		source: "candidate",
		assignment: { id: assignment },
		lookedAt: true,
	}).then(() => candidate);
};
let zoe: string;
beforeAll(async () => {
	house = await testHouse();
	zoe = await register(
		"anna",
		{
			givenName: "Zoë",
			infix: "van den",
			familyName: "Bosch-O'Brien",
			email: "Zoe.Bosch@Voorbeeld.test",
			phone: "+31 6 12 34 56 78",
		},
		"secondTrack",
		house.worlds.mehmet.assignment,
	);
	await register(
		"bram",
		{ givenName: "Zoran", familyName: "Bosman", email: "zoran@voorbeeld.test" },
		"outplacement",
		house.worlds.sofie.assignment,
	);
});
afterAll(() => house.close());

const names = async (who: StaffName, typed: string) =>
	(await search(house.as(who), typed)).candidates.map((one) => fullName(one.name)).sort();

describe("R3.a — searching", () => {
	it.each([
		"zo",
		"ZOË",
		"bos",
		"zoe bosch",
		"bosch zo",
		"van den bosch",
		"obrien",
		"o'br",
		"zoe.bosch@voorbeeld.test",
		" ZOE.BOSCH@voorbeeld.TEST ",
		"06-12345678",
		"0031612345678",
	])("R3.a — “%s” finds Zoë for her coach", async (typed) =>
		expect(await names("anna", typed)).toEqual(["Zoë van den Bosch-O'Brien"]),
	);

	it.each(["z", "", "   ", "zoe jansen", "osch", "zoe.bosch@voorbeeld", "%", "' or 1=1 --"])(
		"R3.a — “%s” finds nobody",
		async (typed) => {
			expect(await names("anna", typed)).toEqual([]);
		},
	);

	it("R1.2 — a coach finds their own only, a coordinator and back office the headers of all, finance nobody", async () => {
		expect(await names("bram", "zo bos")).toEqual(["Zoran Bosman"]);
		expect(await names("carla", "zo bos")).toEqual(["Zoran Bosman", "Zoë van den Bosch-O'Brien"]);
		expect(await names("bea", "zo bos")).toHaveLength(2);
		expect(await names("finn", "zo bos")).toEqual([]);
	});

	it("R1.2 — the log names everybody who was shown and says nowhere what was typed", async () => {
		await search(house.as("carla"), "zo bos");
		const [entry] = await house.rows(
			"select action, subjects, e::text as text from audit.entry e where action = 'search' order by at desc limit 1",
		);
		expect(entry?.subjects).toHaveLength(2);
		expect(entry?.subjects).toContain(zoe);
		expect(entry?.text).not.toMatch(/bos/i);
	});

	it("R4.2 — commissioners are found by the beginning of a word", async () => {
		const { commissioners } = await search(house.as("anna"), "koren");
		expect(commissioners.map((one) => one.name)).toEqual(["Bakkerij De Korenaar", "Bakkerij De Korenaar"]);
	});

	it("R4.2 — whatever marks and accents a commissioner has in its name, each of its beginnings finds it, and nothing else does", async () => {
		const named = ["Café 't Hoekje-Zuid", "d'Hondt & Zn. B.V.", "Ĳssel (Noord)", "Łódź/Transport"];
		await house.rows("alter table app.commissioner disable trigger guard");
		for (const name of named)
			await house.rows("insert into app.commissioner (id, kind, name, created_by) values ($1, 'employer', $2, $3)", [
				...[crypto.randomUUID(), name, house.ids.anna],
			]);
		const found = async (typed: string) => (await search(house.as("anna"), typed)).commissioners.map((one) => one.name);
		for (const typed of ["cafe", "hoekjez", "zuid caf", "t hoekje"]) expect(await found(typed), typed).toEqual([named[0]]);
		for (const typed of ["dhondt", "hondt zn", "bv d'h"]) expect(await found(typed), typed).toEqual([named[1]]);
		expect(await found("ijssel noord")).toEqual([named[2]]);
		expect(await found("lodz")).toEqual([named[3]]);
		for (const typed of ["oekje", "%", "_ondt", "hondt x"]) expect(await found(typed), typed).toEqual([]);
	});
});
