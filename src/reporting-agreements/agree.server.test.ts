import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { agreeing } from "../../test/agreeing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { makeAgreement, type NewLine, type Tell } from "./agree.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(new Date()));

const uuid = () => crypto.randomUUID();
const { mehmet, line, everything, inForce, make, refused } = agreeing(() => house);

describe("R6.1 — making an agreement", () => {
	it("R6.1 — a version with its lines; the next continues a line, adds one, and leaves the first as it was", async () => {
		const first = await make([line(), line({ about: "final", everyMonths: null, atEnd: true })]);
		const one = await inForce(house.as("anna"));
		expect(one.agreement).toMatchObject({ id: first, version: 1, informedAt: null });
		const kept = one.lines[0] as NewLine;
		const rowsOfFirst = await house.rows("select * from app.agreement_line where agreement_id = $1 order by place", [first]);

		await make([{ ...kept, everyMonths: 3 }, line({ about: "plan", everyMonths: null, afterDays: 28 })]);
		const two = await inForce(house.as("anna"));
		expect(two.agreement?.version).toBe(2);
		expect(two.lines.map(({ rootId, everyMonths, afterDays }) => ({ rootId, everyMonths, afterDays }))).toEqual([
			{ rootId: kept.rootId, everyMonths: 3, afterDays: null },
			{ rootId: two.lines[1]?.id, everyMonths: null, afterDays: 28 },
		]);
		expect(await house.rows("select * from app.agreement_line where agreement_id = $1 order by place", [first])).toEqual(
			rowsOfFirst,
		);
	});

	it("R6.1 — the same form posted twice is one version", async () => {
		const id = uuid();
		const { agreement } = await inForce(house.as("anna"));
		const input = {
			id,
			candidate: mehmet().candidate,
			trajectory: mehmet().trajectory,
			basedOn: agreement?.version ?? 0,
			lines: [line()],
		};
		await makeAgreement(house.as("anna"), input);
		const once = await everything();
		await makeAgreement(house.as("anna"), input);
		expect(await everything()).toEqual(once);
	});

	it("R6.1 — what may not go, to whom it may not go, or to a wrong address leaves nothing behind", async () => {
		await refused(() => make([line({ categories: ["progress", "illness"] })]), "R8.1");
		await refused(() => make([line({ categories: ["testScores"] })]), "R4.1");
		await refused(() => make([line({ categories: [] })]), "R6.1");
		await refused(() => make([line({ form: "oral" })]), "R7.1");
		await refused(() => make([line({ contactId: house.worlds.sofie.contact })]), NotFound);
		await refused(() => make([line({ rootId: uuid() })]), Stale);
		const { lines } = await inForce(house.as("anna"));
		await refused(() => make([...lines]), "R6.1");
	});

	it("R9.1 — nobody gets anything written at an address that is not verified; by mouth they may", async () => {
		await house.rows("alter table app.address_verification disable trigger guard");
		await house.rows("update app.address_verification set ended_at = now() where contact_id = $1", [mehmet().contact]);
		await refused(() => make([line({ everyWeeks: 6, everyMonths: null })]), "R9.1");
		await make([line({ form: "oral", kind: "brief" })]);
		await house.rows("update app.address_verification set ended_at = null where contact_id = $1", [mehmet().contact]);
	});

	it("R6.1 — two who change it at once: the second is told, and nothing of it stays", async () => {
		const { agreement } = await inForce(house.as("anna"));
		const version = agreement?.version ?? 0;
		const input = (lines: NewLine[]) => ({
			id: uuid(),
			candidate: mehmet().candidate,
			trajectory: mehmet().trajectory,
			basedOn: version,
			lines,
		});
		const both = await Promise.allSettled([
			makeAgreement(house.as("anna"), input([line({ everyMonths: 5 })])),
			makeAgreement(house.as("anna"), input([line({ everyMonths: 6 })])),
		]);
		expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
		expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(Stale) });
		const [{ lines } = { lines: 0 }] = await house.rows(
			"select count(*)::int as lines from app.agreement_line l join app.reporting_agreement a on a.id = l.agreement_id where a.trajectory_id = $1 and a.version = $2",
			[mehmet().trajectory, version + 1],
		);
		expect(lines).toBe(1);
	});

	it("R1.2 — another coach can make none and sees none; nor does back office make one", async () => {
		await make([line({ everyMonths: 7 })]);
		await refused(() => make([line()], house.as("bram")), Stale); // they see no agreement, so nothing to follow on
		const asBram = () =>
			makeAgreement(house.as("bram"), {
				id: uuid(),
				candidate: mehmet().candidate,
				trajectory: mehmet().trajectory,
				basedOn: 0,
				lines: [line()],
			});
		await refused(asBram, NotFound);
		await refused(() => make([line()], house.as("bea")), NotFound);
		await expect(inForce(house.as("bram"))).rejects.toBeInstanceOf(NotFound);
		expect((await inForce(house.as("bea"))).lines).toHaveLength(1);
	});

	it("R6.1 — a candidate with an account is mailed that it waits, one without is not", async () => {
		const mails: unknown[] = [];
		const tell: Tell = async (_by, _tx, _seal, message) => void mails.push(message);
		const send = async (n: number) => {
			const { agreement } = await inForce(house.as("anna"));
			await makeAgreement(
				house.as("anna"),
				{
					id: uuid(),
					candidate: mehmet().candidate,
					trajectory: mehmet().trajectory,
					basedOn: agreement?.version ?? 0,
					lines: [line({ everyWeeks: n, everyMonths: null })],
				},
				{ tell, link: "https://bureau.test/mijn/afspraken/1" },
			);
		};
		await send(3);
		expect(mails).toEqual([]);
		const field = uuid();
		await house.as("anna").act(mehmet().candidate, "registration", { action: "update" }, async (tx, seal) => {
			const { value } = await seal("candidate_field", field, mehmet().candidate, { value: "mehmet@voorbeeld.test" });
			await tx
				.insertInto("app.candidate_field")
				.values({
					id: field,
					subject_id: mehmet().candidate,
					assignment_type: "secondTrack",
					field: "email",
					value,
					updated_by: house.ids.anna,
				})
				.execute();
		});
		await house.rows("alter table auth.account disable trigger guard");
		await house.rows(
			"insert into auth.account (person_id, realm, email_token, created_by, activated_at) values ($1, 'candidate', 'x', $1, now())",
			[mehmet().candidate],
		);
		await send(4);
		expect(mails).toEqual([
			{
				to: mehmet().candidate,
				email: "mehmet@voorbeeld.test",
				lang: "nl",
				kind: "agreementWaits",
				link: "https://bureau.test/mijn/afspraken/1",
			},
		]);
	});
});
