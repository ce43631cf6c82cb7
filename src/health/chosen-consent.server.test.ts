import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layRequest, mayBeAsked, question } from "../../test/health.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { pressFor } from "../../test/press.ts";
import { withdrawConsent } from "../consents/withdraw.server.ts";
import type { Press } from "../reports/freeze.server.ts";
import { makeLetter, sendLetter } from "./letter.server.ts";
import { requestOf } from "./queries.server.ts";
import { type Draft, draftRequest } from "./requests.server.ts";

let house: TestHouse;
let press: Press;
let now: Awaited<ReturnType<typeof layRequest>>;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T09:00:00Z");
	press = await pressFor(house);
});
afterAll(() => house.close());
beforeEach(async () => {
	now = await layRequest(house, "mehmet", "anna");
});

const anna = () => house.as("anna");
/** A question that says nothing by itself, whatever it is about. */
const neutral = "Wat raadt u aan?";
const refused = (clause: string) => expect.objectContaining({ clause });
const of = async () => {
	const [row] = await house.rows<{ row_version: number }>("select row_version from app.information_request where id = $1", [
		now.request,
	]);
	return { ...now, rowVersion: row?.row_version ?? 0 };
};
const consent = () => mayBeAsked(house, "mehmet", "anna", now.request);
const withdraw = (id: string) => withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent: id });
const send = async (disclosure = crypto.randomUUID()) =>
	sendLetter(anna(), { ...(await of()), sentOn: "2026-11-23", disclosure }).then(() => disclosure);
const kept = () => house.rows("select json_agg(r order by id) as r from app.information_request r");
async function nothingLeft(attempt: () => Promise<unknown>, error: unknown) {
	const before = await kept();
	await expect(attempt()).rejects.toThrow(error as Error);
	expect(await kept()).toEqual(before);
}

describe("two consents for the same doctor", () => {
	const inLetter = async () =>
		(await house.rows("select consent_id from app.information_request where id = $1", [now.request]))[0]?.consent_id;
	const goes = async (chosen?: string) => makeLetter(anna(), press, { ...(await of()), chosen });
	const asking = async (about: Draft["about"], text: string) =>
		draftRequest(anna(), { ...(await of()), id: now.request, carer: now.carer, about, question: text });

	it("R8.2 — the coach sees both and chooses; the letter holds that one, and goes while that one is in force", async () => {
		const [first, second] = [await consent(), await consent()];
		const seen = await requestOf(anna(), now);
		expect(seen.copies.map((one) => one.id).sort()).toEqual([first, second].sort());
		await goes(first);
		expect(await inLetter()).toBe(first);
		await goes(second);
		expect(await inLetter()).toBe(second);
		await withdraw(first);
		const disclosure = await send();
		expect(
			await house.rows("select distinct consent_id from app.disclosure_consent where disclosure_id = $1", [disclosure]),
		).toEqual([{ consent_id: second }]);
	});

	it("R8.2 — without a choice it is one to these very questions, though another was given later", async () => {
		const fits = await consent();
		await asking(["workCapacity", "adjustments"], "Kan Mehmet reizen?");
		const other = await consent();
		await asking(["workCapacity", "adjustments"], question);
		await nothingLeft(() => goes(other), refused("R8.2"));
		await goes();
		expect(await inLetter()).toBe(fits);
	});

	it("R8.2 — one that covers all that is asked counts, though a narrower one was given later; two halves are none", async () => {
		await asking(["workCapacity", "illness"], neutral);
		const whole = await consent();
		await asking(["workCapacity"], neutral);
		const half = await consent();
		await asking(["workCapacity", "illness"], neutral);
		await nothingLeft(() => goes(half), refused("R8.2"));
		await goes();
		expect(await inLetter()).toBe(whole);
		await withdraw(whole);
		await asking(["illness"], neutral);
		await consent();
		await asking(["workCapacity", "illness"], neutral);
		await nothingLeft(() => goes(), refused("R8.2"));
	});

	it("R8.2 — one that was withdrawn, is another doctor's or is nobody's is no choice", async () => {
		const [gone] = [await consent(), await consent()];
		await withdraw(gone);
		await nothingLeft(() => goes(gone), refused("R8.2"));
		await nothingLeft(() => goes(crypto.randomUUID()), refused("R8.2"));
		const other = await layRequest(house, "mehmet", "anna");
		const theirs = await mayBeAsked(house, "mehmet", "anna", other.request);
		await nothingLeft(() => goes(theirs), refused("R8.2"));
	});
});
