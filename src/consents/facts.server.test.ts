import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layConsent } from "../../test/consenting.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { type ConsentQuestion, consentFor } from "./facts.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T09:00:00Z");
	for (const table of ["consent", "contact_person", "commissioner"])
		await house.rows(`alter table app.${table} disable trigger guard`);
});
afterAll(() => house.close());
beforeEach(async () => {
	await house.rows("update app.consent set state = 'lapsed'");
});

const asked = (change: Partial<ConsentQuestion> = {}): ConsentQuestion => ({
	subject: house.worlds.mehmet.candidate,
	purpose: "assignments",
	recipient: { kind: "contact", contactId: house.worlds.mehmet.contact },
	dataClass: "capacity",
	at: house.clock.now(),
	...change,
});
const found = (change: Partial<ConsentQuestion> = {}) =>
	house.worker().read(house.worlds.mehmet.candidate, "reporting", { action: "view" }, (tx) => consentFor(tx, asked(change)));
const given = (change: Parameters<typeof layConsent>[1] = {}) => layConsent(house, change);

describe("R8.1 — a consent holds for one recipient, purpose and class, in its time and words", () => {
	it("R8.1 — none asked, none found; asked is not given; given is found", async () => {
		expect(await found()).toBeUndefined();
		await given({ answer: null, dataClasses: ["testScores"] });
		expect(await found({ dataClass: "testScores" })).toBeUndefined();
		const id = await given();
		expect(await found()).toEqual({ id });
		expect(await found({ lock: true })).toEqual({ id });
	});

	it("R8.1 — another class, purpose, recipient or kind of consent is another question", async () => {
		await given();
		expect(await found({ dataClass: "illness" })).toBeUndefined();
		expect(await found({ purpose: "guidance" })).toBeUndefined();
		expect(await found({ kind: "ask" })).toBeUndefined();
		expect(await found({ recipient: { kind: "contact", contactId: house.worlds.sofie.contact } })).toBeUndefined();
		expect(await found({ recipient: { kind: "carer", carerId: house.worlds.mehmet.contact } })).toBeUndefined();
		expect(await found({ recipient: { kind: "self" } })).toBeUndefined();
	});

	it("R8.1 — the last day still counts and the day after does not, written down or not", async () => {
		const id = await given({ expiresOn: "2026-12-01" });
		expect(await found({ at: new Date("2026-12-01T22:59:00Z") })).toEqual({ id });
		expect(await found({ at: new Date("2026-12-01T23:01:00Z") })).toBeUndefined();
	});

	it("R8.1 — of a document it counts for those bytes only", async () => {
		const id = await given();
		const bytes = Buffer.from("ab".repeat(32), "hex");
		await house.rows("alter table app.consent drop constraint consent_check2");
		await house.rows("update app.consent set document_sha256 = $1 where id = $2", [bytes, id]);
		expect(await found({ document: "ab".repeat(32) })).toEqual({ id });
		expect(await found({ document: "cd".repeat(32) })).toBeUndefined();
		expect(await found()).toBeUndefined();
	});

	it("R8.1 — words that nobody knows, or a recipient who became something else, are no consent", async () => {
		await given({ textVersion: "1999-01-01" });
		expect(await found()).toBeUndefined();
		const id = await given();
		for (const change of [
			["update app.contact_person set kind = 'companyDoctor' where id = $1", house.worlds.mehmet.contact],
			["update app.contact_person set left_at = now() where id = $1", house.worlds.mehmet.contact],
			["update app.commissioner set kind = 'insurer' where id = $1", house.worlds.mehmet.commissioner],
		] as const) {
			await house.rows(change[0], [change[1]]);
			expect(await found(), change[0]).toBeUndefined();
			await house.rows("update app.contact_person set kind = 'contact', left_at = null where id = $1", [
				house.worlds.mehmet.contact,
			]);
			await house.rows("update app.commissioner set kind = 'employer' where id = $1", [house.worlds.mehmet.commissioner]);
			expect(await found()).toEqual({ id });
		}
	});

	it("R1.2 — somebody else's coach learns nothing of it, not even that it is there", async () => {
		const id = await given();
		const asks = (name: "anna" | "bram" | "bea") =>
			house
				.as(name)
				.act(house.worlds.mehmet.candidate, "reporting", { action: "check" }, (tx) => consentFor(tx, asked()))
				.catch(() => undefined);
		expect(await asks("anna")).toEqual({ id });
		expect(await asks("bram")).toBeUndefined();
		const rows = await house
			.as("bea")
			.act(house.worlds.mehmet.candidate, "reporting", { action: "check" }, (tx) =>
				tx.selectFrom("app.consent").select("id").execute(),
			);
		expect(rows).toEqual([]);
	});
});
