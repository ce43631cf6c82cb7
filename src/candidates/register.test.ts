import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { type AssignmentTypeId, assignmentTypeIds, assignmentTypes } from "../law/assignment-types.ts";
import { NotAllowed } from "../law/decision.ts";
import { candidateFieldIds } from "../law/fields.ts";
import { fullName } from "../platform/name.ts";
import { findAlike } from "./alike.server.ts";
import { candidateData, caseload } from "./queries.server.ts";
import { type Registration, registerCandidate } from "./register.server.ts";
import { mayHoldAll, mayRegister } from "./rules.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

const registration = (changes: Partial<Registration> = {}): Registration => ({
	candidate: crypto.randomUUID(),
	trajectory: crypto.randomUUID(),
	type: "secondTrack",
	fields: {
		givenName: "Zoë",
		infix: "van der",
		familyName: "Meer",
		language: "nl",
		email: "zoe@voorbeeld.test",
		phone: "06 12345678",
		birthDate: "1980-02-29",
	},
	source: "candidate",
	assignment: { id: house.worlds.mehmet.assignment },
	lookedAt: false,
	...changes,
});
const everything = async () =>
	(
		await house.rows(`select (select count(*) from app.person) people, (select count(*) from app.candidate) candidates, (select count(*) from app.person_token) tokens,
		(select count(*) from app.candidate_field) fields, (select count(*) from app.trajectory) trajectories, (select count(*) from app.assignment) assignments,
		(select count(*) from app.commissioner) commissioners, (select count(*) from app.membership) memberships, (select count(*) from app.trajectory_event) events`)
	)[0];

describe("R3.a — registering", () => {
	it("R3.a — a coach registers a candidate and has them in their caseload; another coach has not; back office sees the header", async () => {
		const input = registration();
		await registerCandidate(house.as("anna"), input);
		const data = await candidateData(house.as("anna"), input.candidate);
		expect(fullName(data.name)).toBe("Zoë van der Meer");
		expect(Object.fromEntries(data.fields.map((one) => [one.field, one.value]))).toMatchObject({
			email: "zoe@voorbeeld.test",
			birthDate: "1980-02-29",
		});
		expect(data.trajectories).toMatchObject([{ id: input.trajectory, state: "registered", type: "secondTrack" }]);
		const has = async (who: "anna" | "bram" | "bea" | "carla") =>
			(await caseload(house.as(who))).some((row) => row.id === input.candidate);
		expect(await has("anna")).toBe(true);
		expect(await has("bram")).toBe(false);
		expect(await has("bea")).toBe(true);
		expect(await has("carla")).toBe(true);
		await expect(candidateData(house.as("bram"), input.candidate)).rejects.toThrow("not found");
	});

	it("R3.a — the same form sent twice is one candidate", async () => {
		const input = registration({ fields: { givenName: "Twee", familyName: "Keer" } });
		await registerCandidate(house.as("anna"), input);
		const before = await everything();
		await registerCandidate(house.as("anna"), input);
		expect(await everything()).toEqual(before);
	});

	it("R3.a — without e-mail it works, and a candidate who pays is their own commissioner, whose name is not copied", async () => {
		const input = registration({
			type: "selfPayCoaching",
			fields: { familyName: "Betaler", language: "en" },
			assignment: undefined,
		});
		await registerCandidate(house.as("anna"), input);
		const [row] = await house.rows("select name, kind, candidate_id from app.commissioner where candidate_id = $1", [
			input.candidate,
		]);
		expect(row).toEqual({ name: null, kind: "selfPaying", candidate_id: input.candidate });
		expect((await candidateData(house.as("anna"), input.candidate)).language).toBe("en");
	});

	it("R3.a — back office registers for a coach, with a new assignment", async () => {
		const input = registration({
			fields: { givenName: "Bert", familyName: "Nieuw" },
			assignment: {
				id: crypto.randomUUID(),
				commissioner: house.worlds.mehmet.commissioner,
				type: "secondTrack",
				reference: "INK-9",
				orderedOn: "2026-11-01",
			},
			coach: house.ids.bram,
		});
		await registerCandidate(house.as("bea"), input);
		expect((await caseload(house.as("bram"))).some((row) => row.id === input.candidate)).toBe(true);
		const fields = (await candidateData(house.as("bea"), input.candidate)).trajectories[0];
		expect(fields).toMatchObject({ reference: "INK-9", ordered_on: "2026-11-01" });
	});

	it("R1.2 — back office cannot make somebody a coach who is none, and nothing is left behind", async () => {
		const input = registration({ fields: { givenName: "Cas", familyName: "Nergens" }, coach: house.ids.finn });
		await expect(registerCandidate(house.as("bea"), input)).rejects.toThrow(NotAllowed);
		expect(await house.rows("select 1 from app.person where id = $1", [input.candidate])).toEqual([]);
	});

	it("R3.a — enrolment makes no account, no invitation and nothing named consent", async () => {
		expect(await house.rows("select 1 from auth.account")).toEqual([]);
		expect(await house.rows("select 1 from auth.invitation")).toEqual([]);
	});

	it("R1.2 — names, addresses and numbers are nowhere plain", async () => {
		const rows = await house.rows<{ text: string }>(
			"select (select string_agg(c::text, '') from app.candidate c) || (select string_agg(f::text, '') from app.candidate_field f) || (select string_agg(t::text, '') from app.person_token t) || (select string_agg(e::text, '') from audit.entry e) as text",
		);
		for (const canary of ["Meer", "meer", "voorbeeld.test", "12345678"]) expect(rows[0]?.text).not.toContain(canary);
	});
});

describe("R2.1 — only what the assignment type declares", () => {
	it.each(assignmentTypeIds)("R2.1 — %s holds exactly its declared fields", (type: AssignmentTypeId) => {
		for (const field of candidateFieldIds) {
			expect(mayHoldAll([field], type).allowed, field).toBe((assignmentTypes[type].fields as readonly string[]).includes(field));
		}
		expect(mayHoldAll(["familyName", "bsn"], type)).toMatchObject({ allowed: false, because: "R2.1" });
	});

	it.each([{ birthDate: "1980-01-01" }, { bsn: "123456782" }, { diagnosis: "iets" }])(
		"R2.1 — %j with coaching leaves nothing behind but the refusal",
		async (extra) => {
			const before = await everything();
			const input = registration({
				type: "selfPayCoaching",
				assignment: undefined,
				fields: { familyName: "Weiger", ...(extra as unknown as Record<string, string>) },
			});
			await expect(registerCandidate(house.as("anna"), input)).rejects.toMatchObject({ clause: "R2.1" });
			expect(await everything()).toEqual(before);
			expect(await house.rows("select outcome, clause from audit.entry where object_id = $1", [input.candidate])).toEqual([
				{ outcome: "refused", clause: "R2.1" },
			]);
		},
	);

	it("R2.1 — the database refuses what is not declared by itself", async () => {
		const { candidate } = house.worlds.mehmet;
		const attempt = house.as("anna").act(candidate, "registration", { action: "update" }, async (tx, seal) => {
			const id = crypto.randomUUID();
			const { value } = await seal("candidate_field", id, candidate, { value: "123456782" });
			await tx
				.insertInto("app.candidate_field")
				.values({ id, subject_id: candidate, assignment_type: "secondTrack", field: "bsn", value, updated_by: house.ids.anna })
				.execute();
		});
		await expect(attempt).rejects.toThrow(/foreign key/);
	});
});

describe("R3.a — possibly registered already", () => {
	it("R3.a — the rule over every case", () => {
		for (const visible of [0, 1, 3]) {
			for (const addressTaken of [false, true]) {
				expect(mayRegister({ visible, addressTaken }, false).allowed).toBe(visible === 0 && !addressTaken);
				expect(mayRegister({ visible, addressTaken }, true).allowed).toBe(true);
			}
		}
	});

	it("R3.a — the same name is refused until somebody looked; only headers one may see are shown", async () => {
		const first = registration({ fields: { givenName: "Dubbel", familyName: "Ganger", email: "dubbel@voorbeeld.test" } });
		await registerCandidate(house.as("anna"), first);
		const again = registration({ fields: { givenName: "dúbbel", familyName: "GANGER" } });
		await expect(registerCandidate(house.as("anna"), again)).rejects.toThrow(NotAllowed);
		const seen = await findAlike(house.as("anna"), { given: "Dubbel", family: "Ganger" }, undefined, again.candidate);
		expect(seen.people.map((one) => fullName(one.name))).toEqual(["Dubbel Ganger"]);
		await registerCandidate(house.as("anna"), { ...again, lookedAt: true });
	});

	it("R1.2 — of another coach's candidate one learns only that the address is taken", async () => {
		const seen = await findAlike(
			house.as("bram"),
			{ given: "Dubbel", family: "Ganger" },
			"DUBBEL@voorbeeld.test",
			crypto.randomUUID(),
		);
		expect(seen).toEqual({ people: [], addressTaken: true });
		const input = registration({
			type: "outplacement",
			assignment: { id: house.worlds.sofie.assignment },
			fields: { familyName: "Anders", email: "dubbel@voorbeeld.test" },
		});
		await expect(registerCandidate(house.as("bram"), input)).rejects.toMatchObject({ clause: "R3.a" });
	});
});

describe("R1.2 — who may register, and for what", () => {
	it.each(["carla", "fenna", "ada", "finn"] as const)("R3.a — %s may not register, and nothing is left behind", async (who) => {
		const before = await everything();
		await expect(registerCandidate(house.as(who), registration())).rejects.toMatchObject({ clause: "R3.a" });
		expect(await everything()).toEqual(before);
	});

	it("R3.d — not for an assignment of another type, nor by a commissioner who cannot order it", async () => {
		const before = await everything();
		await expect(
			registerCandidate(house.as("anna"), registration({ type: "outplacement", fields: { familyName: "Mis" } })),
		).rejects.toThrow("not found");
		const wrongKind = {
			id: crypto.randomUUID(),
			commissioner: house.worlds.mehmet.commissioner,
			type: "uwvWerkfit" as const,
			reference: null,
			orderedOn: "2026-11-01",
		};
		await expect(
			registerCandidate(
				house.as("anna"),
				registration({ type: "uwvWerkfit", assignment: wrongKind, fields: { familyName: "Mis" } }),
			),
		).rejects.toMatchObject({ clause: "R3.d" });
		await expect(
			registerCandidate(house.as("anna"), registration({ assignment: undefined, fields: { familyName: "Mis" } })),
		).rejects.toMatchObject({ clause: "R3.d" });
		expect(await everything()).toEqual(before);
	});
});

describe("R1.3 — before the statement and the acknowledgement", () => {
	it("R1.3 — nobody is registered, listed or searched, and the reason is said", async () => {
		const other = await testHouse();
		try {
			await other.rows("insert into app.regulation_version (version, in_force_from) values ('2026-11-02', '2026-11-02')");
			const { mehmet } = other.worlds;
			const input = registration({ assignment: { id: mehmet.assignment } });
			await expect(registerCandidate(other.as("anna"), input)).rejects.toMatchObject({ clause: "R1.3" });
			await expect(caseload(other.as("anna"))).rejects.toMatchObject({ clause: "R1.3" });
			await expect(candidateData(other.as("anna"), mehmet.candidate)).rejects.toMatchObject({ clause: "R1.3" });
			expect(await other.rows("select 1 from app.person where id = $1", [input.candidate])).toEqual([]);
		} finally {
			await other.close();
		}
	});
});
