import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

const refused = async (body: string): Promise<NotAllowed> => {
	await now.write(body);
	const before = await now.everything();
	const error = await now.submit().then(
		() => new Error("it went"),
		(thrown: Error) => thrown,
	);
	expect(error).toBeInstanceOf(NotAllowed);
	expect(await now.everything()).toEqual(before);
	return error as NotAllowed;
};

it("R8.1 — a report to an employer with a diagnosis in a sentence is refused with its clause and leaves nothing behind", async () => {
	expect((await refused("Mehmet sprak drie werkgevers. Hij heeft een depressie.")).clause).toBe("R8.1");
	const [entry] = await now.house.rows<{ outcome: string; clause: string }>(
		"select outcome, clause from audit.entry where object_id = $1 and action = 'submit' order by at desc limit 1",
		[now.report()],
	);
	expect(entry).toMatchObject({ outcome: "refused", clause: "R8.1" });
});

it("R4.1 — belief, crime and numbers of persons go to no employer", async () => {
	expect((await refused("Hij gaat op vrijdag naar de moskee.")).clause).toBe("R4.1");
});

it("R4.1 — a citizen service number in the text is refused", async () => {
	expect((await refused("Zijn nummer is 111222333.")).clause).toBe("R4.1");
});

it.each([
	["Hij heeft een de**pres**sie gehad.", "R8.1"],
	["Hij heeft een de*pres*sie gehad.", "R8.1"],
	["Hij had vorig jaar een burn\\-out.", "R8.1"],
	["Hij heeft psychische&nbsp;problemen.", "R8.1"],
	["Zijn nummer is 1112**22333**.", "R4.1"],
])("R8.1 — no mark hides a word or a number: %s is refused under %s", async (body, clause) => {
	expect((await refused(body)).clause).toBe(clause);
});

it("R7.1 — what only looks like it goes as before", async () => {
	await now.write("Mehmet sprak met de heer Griep over een vacature als verpleegkundige. De aanvraag is in behandeling.");
	await now.submit();
	expect(await now.state()).toBe("submitted");
});
