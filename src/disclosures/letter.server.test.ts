import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdf, queueReport } from "../../test/disclosing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { yes } from "../law/decision.ts";
import { recordLetter } from "./disclose.server.ts";
import { hashOf } from "./hash.ts";
import { registerOf } from "./queries.server.ts";
import { type Cleared, clear } from "./rules.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T09:00:00Z");
	await queueReport(house); // the agency has its seal by now
});
afterAll(() => house.close());

const doctor = {
	contactId: null,
	commissionerId: null,
	commissionerName: "Huisartsenpraktijk De Linde",
	name: "dr. E. Kok",
	email: "",
};
const cleared = (change: Partial<Cleared> = {}): Cleared => ({
	...{
		subject: house.worlds.mehmet.candidate,
		trajectory: house.worlds.mehmet.trajectory,
		about: { kind: "test", id: crypto.randomUUID() },
	},
	recipient: { ...doctor, postal: "Lindelaan 4, 1234 AB Voorbeeldstad", type: "carer" },
	...{ form: "letter", sha256: hashOf(pdf), categories: ["workCapacity"], purpose: "reporting", ground: "avg.9.2.a", ...change },
});
const send = (change: Partial<Cleared> = {}, bytes: Uint8Array = pdf, by = house.as("anna")) =>
	by.act(house.worlds.mehmet.candidate, "reporting", { action: "send", clause: "R8.2" }, (tx, seal) =>
		recordLetter(by, tx, seal, clear(yes("R8.2"), cleared(change)), { on: "2026-11-20", bytes, filename: "brief-7K3M.pdf" }),
	);
const kept = () =>
	house.rows(
		"select (select count(*)::int from app.disclosure) as rows, (select count(*)::int from app.disclosed_document) as documents",
	);
async function leavesNothing(deed: () => Promise<unknown>, expected: object) {
	const before = await kept();
	await expect(deed()).rejects.toThrow(expect.objectContaining(expected));
	expect(await kept()).toEqual(before);
}

describe("a letter", () => {
	it("R9.1 — to who is no contact person it is in the register at once, with its hash, its bytes sealed, and is no message", async () => {
		const id = await send();
		const { disclosures } = await registerOf(house.as("anna"), house.worlds.mehmet.candidate);
		const row = disclosures.find((one) => one.id === id);
		expect(row).toMatchObject({
			form: "letter",
			state: "recorded",
			on_day: "2026-11-20",
			hash: hashOf(pdf),
			contact_id: null,
			summary: null,
		});
		expect(JSON.parse(row?.recipient ?? "")).toMatchObject({ ...doctor, type: "carer" });
		expect(await house.rows("select 1 from app.dispatch where disclosure_id = $1", [id])).toEqual([]);
		const [document] = await house.rows<{ pdf: Buffer }>("select pdf from app.disclosed_document where disclosure_id = $1", [id]);
		expect(document?.pdf.includes(pdf.subarray(0, 200))).toBe(false);
	});

	it("R4.1 — other bytes than were cleared, or what bears no seal of ours, leave nothing behind", async () => {
		const bytes = Buffer.from("%PDF-1.7 een brief");
		await leavesNothing(() => send({}, bytes), { clause: "R9.1" });
		await leavesNothing(() => send({ sha256: hashOf(bytes) }, bytes), { clause: "R9.1" });
	});

	it("R4.1 — a clearance to speak or to mail is none for a letter, and who is no contact person gets no mail", async () => {
		const contact = house.worlds.mehmet;
		const known = { ...doctor, contactId: contact.contact, commissionerId: contact.commissioner, type: "employer" as const };
		await leavesNothing(() => send({ form: "oral", sha256: null, recipient: known, categories: ["progress"] }), {
			clause: "R4.1",
		});
		await leavesNothing(() => send({ form: "written", recipient: known, categories: ["progress"] }), { clause: "R4.1" });
		await leavesNothing(() => send({ form: "written", categories: ["progress"] }), { clause: "R9.1" });
	});

	it("R1.2 — another coach sends none", () => leavesNothing(() => send({}, pdf, house.as("bram")), { code: "42501" }));
});
