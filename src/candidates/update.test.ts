import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { fullName } from "../platform/name.ts";
import { enrolCandidate } from "./enrol.server.ts";
import { inviteCandidate } from "./invite.server.ts";
import { candidateData } from "./queries.server.ts";
import { registerCandidate } from "./register.server.ts";
import { search } from "./search.server.ts";
import { updateCandidate, valuesOf } from "./update.server.ts";

let house: TestHouse;
const candidate = crypto.randomUUID();
beforeAll(async () => {
	house = await testHouse();
	await registerCandidate(house.as("anna"), {
		candidate,
		trajectory: crypto.randomUUID(),
		type: "secondTrack",
		source: "commissioner",
		lookedAt: false,
		assignment: { id: house.worlds.mehmet.assignment },
		fields: { givenName: "Iris", familyName: "Groot", email: "iris@voorbeeld.test", city: "Zwolle" },
	});
});
afterAll(() => house.close());

const standing = async () => ({
	candidate: await house.rows("select * from app.candidate where id = $1", [candidate]),
	fields: await house.rows("select * from app.candidate_field where subject_id = $1 order by id", [candidate]),
	tokens: await house.rows("select * from app.person_token where person_id = $1 order by token", [candidate]),
});

describe("R3.a — changing what is registered", () => {
	it("R3.a — only what changes gets the new source; the new name is found and the old one is not", async () => {
		await updateCandidate(house.as("anna"), {
			candidate,
			rowVersion: 1,
			source: "candidate",
			fields: {
				givenName: "Iris",
				familyName: "Klein",
				language: "en",
				email: "iris@voorbeeld.test",
				city: "",
				phone: "0612345678",
			},
		});
		const data = await candidateData(house.as("anna"), candidate);
		expect(fullName(data.name)).toBe("Iris Klein");
		expect(valuesOf(data)).toEqual({
			email: { value: "iris@voorbeeld.test", source: "commissioner" },
			phone: { value: "0612345678", source: "candidate" },
		});
		expect((await search(house.as("anna"), "groot")).candidates).toEqual([]);
		expect((await search(house.as("anna"), "klein")).candidates).toHaveLength(1);
	});

	it("R3.a — a form that somebody else was ahead of overwrites nothing", async () => {
		const before = await standing();
		await expect(
			updateCandidate(house.as("anna"), { candidate, rowVersion: 1, source: "candidate", fields: { familyName: "Oud" } }),
		).rejects.toThrow("changed meanwhile");
		expect(await standing()).toEqual(before);
	});

	it("R2.1 — what no trajectory of theirs declares is refused and leaves nothing behind", async () => {
		const before = await standing();
		await expect(
			updateCandidate(house.as("anna"), {
				candidate,
				rowVersion: 2,
				source: "candidate",
				fields: { familyName: "Klein", bsn: "123456782" },
			}),
		).rejects.toMatchObject({ clause: "R2.1" });
		expect(await standing()).toEqual(before);
	});

	it("R1.2 — another coach changes nothing; a coordinator sees the header without the fields", async () => {
		const before = await standing();
		await expect(
			updateCandidate(house.as("bram"), { candidate, rowVersion: 2, source: "candidate", fields: { familyName: "Weg" } }),
		).rejects.toThrow("not found");
		await expect(
			updateCandidate(house.as("carla"), { candidate, rowVersion: 2, source: "candidate", fields: { familyName: "Weg" } }),
		).rejects.toMatchObject({ clause: "R3.a" });
		expect(await standing()).toEqual(before);
		expect((await candidateData(house.as("carla"), candidate)).fields).toEqual([]);
		expect(valuesOf(await candidateData(house.as("bea"), candidate)).phone?.value).toBe("0612345678");
	});
});

describe("R3.a — a further trajectory", () => {
	it("R3.a — is another row with its own assignment; sent twice it is one; paying oneself is one commissioner", async () => {
		const trajectory = crypto.randomUUID();
		const input = { candidate, trajectory, type: "selfPayCoaching" as const, assignment: undefined };
		await enrolCandidate(house.as("anna"), input);
		await enrolCandidate(house.as("anna"), input);
		await enrolCandidate(house.as("anna"), { ...input, trajectory: crypto.randomUUID() });
		expect((await candidateData(house.as("anna"), candidate)).trajectories.map((one) => one.type).sort()).toEqual([
			"secondTrack",
			"selfPayCoaching",
			"selfPayCoaching",
		]);
		expect(await house.rows("select 1 from app.commissioner where candidate_id = $1", [candidate])).toHaveLength(1);
		await expect(enrolCandidate(house.as("bram"), { ...input, trajectory: crypto.randomUUID() })).rejects.toThrow("not found");
	});
});

describe("R3.b — inviting", () => {
	it("R3.b — makes an account that waits and a mail without the candidate's name; without an address it is refused", async () => {
		await inviteCandidate(house.as("anna"), candidate, "https://spoor.voorbeeld.test");
		expect(await candidateData(house.as("anna"), candidate)).toMatchObject({ account: "waiting" });
		expect(
			await house.rows("select 1 from app.dispatch where kind = 'invitation' and subject_id = $1", [candidate]),
		).toHaveLength(1);
		await expect(
			inviteCandidate(house.as("anna"), house.worlds.mehmet.candidate, "https://spoor.voorbeeld.test"),
		).rejects.toMatchObject({ clause: "R3.b" });
		expect(await house.rows("select 1 from auth.account where person_id = $1", [house.worlds.mehmet.candidate])).toEqual([]);
		await expect(inviteCandidate(house.as("bram"), candidate, "https://spoor.voorbeeld.test")).rejects.toThrow("not found");
	});
});
