import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { agreeing } from "../../test/agreeing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { acknowledgeAgreement, askAboutAgreement, recordConversation, settleQuestion } from "./inform.server.ts";
import { reportFacts } from "./queries.server.ts";
import { mayReport, mayStart } from "./rules.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(new Date()));

const uuid = () => crypto.randomUUID();
const { mehmet, line, everything, inForce, make, refused } = agreeing(() => house);

describe("R6.1 — the candidate is told", () => {
	const told = (agreement: string, part: object = {}) => ({
		id: uuid(),
		candidate: mehmet().candidate,
		agreement,
		how: "phone" as const,
		on: "2026-11-23",
		note: "Mehmet wist het al.",
		...part,
	});

	it("R6.1 — in a conversation: then the trajectory may start and reports may be made, until the agreement changes", async () => {
		house.clock.set("2027-01-10T10:00:00Z");
		const facts = async () => {
			const now = await inForce(house.as("anna"));
			const report = await house.worker().read(mehmet().candidate, "reporting", { action: "view" }, async (tx) => {
				const { line: found, facts } = await reportFacts(tx, mehmet().trajectory, now.lines[0]?.id as string, {
					at: house.clock.now(),
				});
				return mayReport(found, facts).allowed;
			});
			return { start: mayStart(now).allowed, report };
		};
		const agreement = await make([line({ everyMonths: 8 })]);
		expect(await facts()).toEqual({ start: false, report: false });
		await recordConversation(house.as("anna"), told(agreement, { on: "2027-01-10" }));
		expect(await facts()).toEqual({ start: true, report: true });
		const [{ note } = { note: undefined }] = await house.rows("select note from app.inform_event where about_id = $1", [
			agreement,
		]);
		expect(note.toString()).not.toContain("Mehmet");
		await make([line({ everyMonths: 9 })]);
		expect(await facts()).toEqual({ start: false, report: false });
		await refused(() => recordConversation(house.as("anna"), told(agreement, { on: "2027-01-10" })), Stale);
	});

	it("R6.1 — not tomorrow, not before the version before it, and not by another coach", async () => {
		house.clock.set("2027-02-10T23:30:00Z"); // in Amsterdam it is the 11th
		const agreement = await make([line({ everyMonths: 10 })]);
		await refused(() => recordConversation(house.as("anna"), told(agreement, { on: "2027-02-12" })), "R6.1");
		await refused(() => recordConversation(house.as("anna"), told(agreement, { on: "2027-01-09" })), "R6.1");
		await refused(() => recordConversation(house.as("bram"), told(agreement, { on: "2027-02-11" })), NotFound);
		await recordConversation(house.as("anna"), told(agreement, { on: "2027-02-11" }));
	});

	it("R6.1 — in the portal, once; another candidate sees nothing and can say nothing about it", async () => {
		house.clock.set("2027-03-10T10:00:00Z");
		const agreement = await make([line({ everyMonths: 11 })]);
		await refused(() => acknowledgeAgreement(house.asCandidate("sofie"), { id: uuid(), agreement }), NotFound);
		await acknowledgeAgreement(house.asCandidate("mehmet"), { id: uuid(), agreement });
		const once = await everything();
		await acknowledgeAgreement(house.asCandidate("mehmet"), { id: uuid(), agreement });
		expect(await everything()).toEqual(once);
		const mine = await inForce(house.asCandidate("mehmet"));
		expect(mine.agreement?.informedAt).toEqual(new Date("2027-03-10T10:00:00Z"));
		expect(await inForce(house.asCandidate("sofie"))).toEqual({ agreement: undefined, lines: [] });
	});

	it("R6.1 — nobody of the staff can leave the portal's proof for the candidate, not even past the verbs", async () => {
		const agreement = await make([line({ everyMonths: 12 })]);
		const forged = house.as("anna").act(mehmet().candidate, "reporting", { action: "inform" }, (tx) =>
			tx
				.insertInto("app.inform_event")
				.values({
					id: uuid(),
					subject_id: mehmet().candidate,
					trajectory_id: mehmet().trajectory,
					about: "agreement",
					about_id: agreement,
					how: "portal",
					on_day: "2026-11-23",
					at: new Date(),
					by_id: house.ids.anna,
					note: null,
				})
				.execute(),
		);
		await expect(forged).rejects.toMatchObject({ code: "42501" });
		const rewritten = house
			.as("anna")
			.act(mehmet().candidate, "reporting", { action: "update" }, (tx) =>
				tx.updateTable("app.agreement_line").set({ every_months: 1 }).execute(),
			);
		await expect(rewritten).rejects.toMatchObject({ code: "42501" });
	});

	it("R6.1 — a question is no acknowledgement; only the coach reads it, and a conversation settles it", async () => {
		house.clock.set("2027-04-01T10:00:00Z");
		const agreement = await make([line({ everyMonths: 13 })]);
		const question = uuid();
		await askAboutAgreement(house.asCandidate("mehmet"), { id: question, agreement, question: "Moet mijn werkgever dit weten?" });
		expect((await inForce(house.as("anna"))).agreement?.informedAt).toBeNull();
		const seen = (who: "anna" | "bram" | "bea") =>
			house
				.as(who)
				.read(mehmet().candidate, "reporting", { action: "view" }, async (tx, sealed) =>
					(await tx.selectFrom("app.agreement_question").select(["id", "question"]).where("id", "=", question).execute()).map(
						(row) => sealed("agreement_question", row.id, mehmet().candidate, { question: row.question }),
					),
				);
		expect(await seen("anna")).toEqual([{ question: "Moet mijn werkgever dit weten?" }]);
		await expect(seen("bram")).rejects.toBeInstanceOf(NotFound);
		expect(await seen("bea")).toEqual([]);
		await refused(() => settleQuestion(house.as("bram"), { candidate: mehmet().candidate, question }), Stale);
		await refused(() => askAboutAgreement(house.asCandidate("sofie"), { id: uuid(), agreement, question: "?" }), NotFound);
		await recordConversation(house.as("anna"), told(agreement, { on: "2027-04-01" }));
		await refused(() => settleQuestion(house.as("anna"), { candidate: mehmet().candidate, question }), Stale);
	});
});
