import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { answerConsent } from "../src/consents/answer.server.ts";
import { type Ask, askConsent } from "../src/consents/ask.server.ts";
import { consentFor } from "../src/consents/facts.server.ts";
import { type TestHouse, testHouse } from "./people.ts";

/** For a test file: a house of its own in which Anna asks Mehmet for consent, and what is then looked at. A test begins with nothing in force. */
export function askingConsent() {
	let house: TestHouse;
	const url = "http://spoor.test";
	beforeAll(async () => {
		house = await testHouse();
		await house.rows("alter table app.consent disable trigger guard");
	});
	afterAll(() => house.close());
	beforeEach(async () => {
		house.clock.set("2026-11-23T09:00:00Z");
		await house.rows("update app.consent set state = 'lapsed'");
	});

	const its = () => house.worlds.mehmet;
	const anna = () => house.as("anna");
	const mehmet = () => house.asCandidate("mehmet");
	const question = (change: Partial<Ask> = {}): Ask => ({
		...{ id: crypto.randomUUID(), candidate: its().candidate, trajectory: its().trajectory, kind: "disclose" },
		recipient: { kind: "contact", contactId: its().contact },
		...{ purpose: "assignments", dataClasses: ["capacity"], lines: ["Kan vier uur per dag zittend werk doen."] },
		...{ until: "2027-05-23", ...change },
	});
	const asked = async (change: Partial<Ask> = {}) => {
		const ask = question(change);
		await askConsent(anna(), url, ask);
		return ask.id;
	};
	const row = async (id: string) => {
		const [found] = await house.rows<{ state: string; notice_sha256: Buffer; number: string; data_classes: string[] }>(
			"select state, notice_sha256, number, data_classes from app.consent where id = $1",
			[id],
		);
		if (!found) throw new Error("no such consent");
		return { ...found, hash: found.notice_sha256.toString("hex") };
	};
	const answer = async (consent: string, yes = true, by = mehmet()) =>
		answerConsent(by, url, {
			...{ id: crypto.randomUUID(), consent, answer: yes ? "yes" : "no" },
			...{ noticeSha256: (await row(consent)).hash, language: "nl" },
		});
	const given = async (change: Partial<Ask> = {}) => {
		const id = await asked(change);
		await answer(id);
		return id;
	};
	const inForce = (dataClass: "capacity" | "profile" = "capacity") =>
		house.worker().read(its().candidate, "reporting", { action: "check" }, (tx) =>
			consentFor(tx, {
				...{ subject: its().candidate, purpose: "assignments", dataClass, at: house.clock.now() },
				recipient: { kind: "contact", contactId: its().contact },
			}),
		);
	const everything = () =>
		house.rows(
			"select (select json_agg(c order by id) from app.consent c) c, (select json_agg(e order by n) from app.consent_event e) e",
		);
	const leavesNothing = async (deed: () => Promise<unknown>, error: unknown) => {
		const before = await everything();
		await expect(deed()).rejects.toThrow(error as never);
		expect(await everything()).toEqual(before);
	};
	return { house: () => house, url, its, anna, mehmet, question, asked, row, answer, given, inForce, everything, leavesNothing };
}
