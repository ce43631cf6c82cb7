import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layConsent } from "../../test/consenting.ts";
import { minutes, queueReport, sendingTo } from "../../test/disclosing.ts";
import { type MailSink, mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { withdrawConsent } from "../consents/withdraw.server.ts";
import type { CategoryId } from "../law/categories.ts";
import type { DataClass } from "../law/data-classes.ts";
import { NotAllowed } from "../law/decision.ts";
import { transmit } from "./transmit.server.ts";

let house: TestHouse;
let sink: MailSink;
let sending: ReturnType<typeof sendingTo>;
beforeAll(async () => {
	house = await testHouse();
	sink = await mailSink();
	sending = sendingTo(house, sink.url);
	for (const table of ["consent", "contact_person", "commissioner"])
		await house.rows(`alter table app.${table} disable trigger guard`);
});
afterAll(async () => {
	await sending.close();
	await sink.close();
	await house.close();
});
beforeEach(async () => {
	house.clock.set("2026-11-23T09:00:00Z");
	sink.received.length = 0;
	await house.rows("update app.consent set state = 'lapsed'");
	await house.rows("update app.contact_person set kind = 'contact'");
	await house.rows("update app.commissioner set kind = 'employer'");
});

const its = () => house.worlds.mehmet;
const queue = (categories: CategoryId[], consent?: false) =>
	queueReport(house, { cleared: { categories }, ...(consent === false && { consent }) });
const lay = (dataClasses: DataClass[]) => layConsent(house, { dataClasses, purpose: "reporting" });
const later = async (dispatch: string) => {
	house.clock.set(new Date(house.clock.now().getTime() + minutes(11)));
	return transmit(sending, dispatch);
};
const rows = () => house.rows("select id from app.disclosure");
const why = async (dispatch: string) =>
	(await house.rows<{ clause: string }>("select clause from app.dispatch where id = $1", [dispatch]))[0]?.clause;

describe("R8.1 — the door asks for the consent itself", () => {
	it("R8.1 — cleared by a noun but without a consent in force nothing is queued, and nothing is left", async () => {
		const before = await rows();
		for (const category of ["workCapacity", "cv", "interests", "illness", "testScores"] as const)
			await expect(queue([category], false), category).rejects.toThrow(NotAllowed);
		expect(await rows()).toEqual(before);
	});

	it("R8.1 — with one it goes, and the register says on which", async () => {
		const consent = await lay(["profile"]);
		const { dispatch, disclosure } = await queue(["cv"], false);
		expect(
			await house.rows("select consent_id, data_class from app.disclosure_consent where disclosure_id = $1", [disclosure]),
		).toEqual([{ consent_id: consent, data_class: "profile" }]);
		expect(await later(dispatch)).toBe("accepted");
		expect(sink.received).toHaveLength(1);
	});

	it.each(["illness", "testScores"] as const)(
		"R8.1 — to an employer %s goes neither at the door nor at the gate, with a forged consent in force for it",
		async (category) => {
			await lay(["capacity", "illness", "testScores", "profile"]);
			await expect(queue([category], false)).rejects.toThrow(NotAllowed);
			// Forged further: a message that was queued lawfully, its register row changed to hold what may never go.
			const { dispatch, disclosure } = await queue(["cv"], false);
			await house.rows("alter table app.disclosure disable trigger guard");
			await house.rows("update app.disclosure set categories = array[$2] where id = $1", [disclosure, category]);
			expect(await later(dispatch)).toBe("blocked");
			expect(sink.received).toEqual([]);
		},
	);

	it("R8.1 — withdrawn while it waits: stopped in the same transaction, and the candidate is told which", async () => {
		const consent = await lay(["profile"]);
		const { dispatch, disclosure } = await queue(["cv"], false);
		const stopped = await withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent });
		expect(stopped).toMatchObject([{ disclosure, state: "blocked" }]);
		expect(await why(dispatch)).toBe("R8.1");
		expect(await later(dispatch)).toBe("blocked");
		expect(sink.received).toEqual([]);
	});

	it("R8.1 — withdrawn after it left: said so, with its state", async () => {
		const consent = await lay(["profile"]);
		const { dispatch, disclosure } = await queue(["cv"], false);
		await later(dispatch);
		expect(await withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent })).toMatchObject([
			{ disclosure, state: "accepted" },
		]);
	});

	it.each([
		["its day passed", async () => house.clock.set("2027-06-01T09:00:00Z")],
		["it was lapsed behind everybody's back", async () => house.rows("update app.consent set state = 'lapsed'")],
		["it was narrowed to another class", async () => house.rows("update app.consent set data_classes = '{capacity}'")],
		[
			"the contact person became the company doctor",
			async () => house.rows("update app.contact_person set kind = 'companyDoctor'"),
		],
		["the commissioner turned out to be an insurer", async () => house.rows("update app.commissioner set kind = 'insurer'")],
	])("R8.1 — between queueing and the gate %s: nothing goes", async (_what, change) => {
		await lay(["profile"]);
		const { dispatch } = await queue(["cv"], false);
		await change();
		expect(await later(dispatch)).toBe("blocked");
		expect(sink.received).toEqual([]);
	});

	it("R8.1 — a withdrawal and the gate at the same moment: one is first, and nothing goes after a withdrawal", async () => {
		for (let round = 0; round < 3; round++) {
			sink.received.length = 0;
			const consent = await lay(["profile"]);
			const { dispatch } = await queue(["cv"], false);
			house.clock.set(new Date(house.clock.now().getTime() + minutes(11)));
			const [state, stopped] = await Promise.all([
				transmit(sending, dispatch),
				withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent }),
			]);
			const left = stopped[0]?.state !== "blocked";
			expect(left).toBe(state === "accepted");
			expect(sink.received.length).toBe(left ? 1 : 0);
		}
	});

	it("R1.2 — another's consent opens nothing", async () => {
		await layConsent(house, { candidate: "sofie", dataClasses: ["profile"], purpose: "reporting" });
		await expect(queue(["cv"], false)).rejects.toThrow(NotAllowed);
		expect(its().candidate).not.toBe(house.worlds.sofie.candidate);
	});
});
