import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { layRequest, mayBeAsked } from "../../test/health.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { pressFor } from "../../test/press.ts";
import { NotAllowed } from "../law/decision.ts";
import type { Press } from "../reports/freeze.server.ts";
import { askToAsk } from "./ask-consent.server.ts";
import { makeLetter } from "./letter.server.ts";
import { draftRequest } from "./requests.server.ts";

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
const [capacity, illness] = [["workCapacity"], ["workCapacity", "illness"]] as const;
const row = async () =>
	(
		await house.rows<{ row_version: number; carer_id: string }>("select * from app.information_request where id = $1", [
			now.request,
		])
	)[0];
async function write(question: string, about: readonly ("workCapacity" | "illness")[]) {
	const { row_version: rowVersion = 1, carer_id: carer = "" } = (await row()) ?? {};
	await draftRequest(anna(), { ...now, id: now.request, carer, about: [...about], question, rowVersion });
}
const ask = () => askToAsk(anna(), "http://spoor.test", { ...now, id: crypto.randomUUID(), request: now.request });
const kept = () =>
	house.rows(
		"select (select count(*) from app.consent)::int c, (select json_agg(r order by id) from app.information_request r) r",
	);

it.each([
	["Hoeveel uur kan hij werken met zijn depressie?", capacity, "R8.2"],
	["Hoeveel uur kan hij werken, nu hij een strafblad heeft?", illness, "R4.1"],
	["Hoe gaat het met zijn behandeling? Hij gaat op vrijdag naar de moskee.", illness, "R4.1"],
	["Hoeveel uur kan hij werken? Zijn bsn is 111222333.", illness, "R4.1"],
] as const)("R8.2 — the candidate is not asked whether this may be put to a doctor: %s", async (question, about, clause) => {
	await write(question, about);
	const before = await kept();
	await expect(ask()).rejects.toMatchObject({ clause });
	expect(await kept()).toEqual(before);
});

it("R8.2 — illness may be asked about where the question is about it", async () => {
	await write("Hoe is het verloop van zijn depressie?", illness);
	await ask();
});

it("R8.2 — no letter is made of words that may not go to a doctor, also when the candidate said yes to them before", async () => {
	await mayBeAsked(house, "mehmet", "anna", now.request);
	await write("Hoeveel uur kan hij werken, nu hij een strafblad heeft?", capacity);
	const before = await kept();
	const of = { ...now, rowVersion: (await row())?.row_version ?? 0 };
	await expect(makeLetter(anna(), press, of)).rejects.toThrow(NotAllowed);
	expect(await kept()).toEqual(before);
});
