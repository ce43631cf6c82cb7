import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { recordAssignment } from "../assignments/record.server.ts";
import { search } from "../candidates/search.server.ts";
import { assignmentTypeIds, commissionerKindIds, mayCommission } from "../law/assignment-types.ts";
import { addDays, today } from "../law/deadlines.ts";
import { fullName } from "../platform/name.ts";
import { askVerification, confirmAddress, confirmByPhone, findVerification } from "./address.server.ts";
import { addContact, contactLeaves, contactStopped, updateContact } from "./contact.server.ts";
import type { CommissionerInput, ContactInput } from "./form.ts";
import { commissionerPage, commissioners, contactPage, waitingOn } from "./queries.server.ts";
import { mayMailTo, mayReplace } from "./rules.ts";
import { saveCommissioner } from "./save.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

const organisation = (changes: Partial<CommissionerInput> = {}): CommissionerInput => ({
	id: crypto.randomUUID(),
	kind: "uwv",
	name: "UWV Zwolle",
	kvk: null,
	address: null,
	postal_code: null,
	city: "Zwolle",
	mail_domains: ["uwv.test"],
	...changes,
});
const person = (changes: Partial<ContactInput> = {}): ContactInput => ({
	id: crypto.randomUUID(),
	name: { given: "Joris", family: "Kuiper" },
	kind: "contact",
	job_title: "HR-adviseur",
	phone: "0201234567",
	email: "j.kuiper@voorbeeld.test",
	...changes,
});
const all = () =>
	house.rows(
		"select (select count(*) from app.commissioner) c, (select count(*) from app.contact_person) p, (select count(*) from app.person) e, (select count(*) from app.person_token) t, (select count(*) from app.address_verification) v, (select count(*) from app.assignment) a",
	);

/** The code as it stands in the question: the tests give the randomness, so they know it. */
async function asked(contact: string): Promise<string> {
	let code = "";
	const bea = house.as("bea");
	const bytes = (length: number) => {
		const made = crypto.getRandomValues(new Uint8Array(length));
		code ||= Buffer.from(made).toString("base64url");
		return made;
	};
	await askVerification({ ...bea, chance: { ...bea.chance, bytes } }, contact, "https://spoor.voorbeeld.test");
	return code;
}

describe("R4.2 — commissioners", () => {
	it("R4.2 — back office records one of every kind of organisation, and changes it; an old form is refused", async () => {
		for (const kind of ["employer", "uwv", "municipality", "insurer"])
			await saveCommissioner(house.as("bea"), organisation({ kind, name: `Van ${kind}` }));
		expect((await commissioners(house.as("anna"))).map((one) => one.kind)).toEqual(
			expect.arrayContaining(["employer", "uwv", "municipality", "insurer"]),
		);
		const input = organisation();
		await saveCommissioner(house.as("bea"), input);
		await saveCommissioner(house.as("bea"), input);
		await saveCommissioner(house.as("bea"), { ...input, name: "UWV Deventer", row_version: 1 });
		await expect(saveCommissioner(house.as("bea"), { ...input, name: "Weg", row_version: 1 })).rejects.toThrow(
			"changed meanwhile",
		);
		expect((await commissionerPage(house.as("anna"), input.id)).name).toBe("UWV Deventer");
	});

	it.each(["anna", "finn", "fenna", "ada"] as const)(
		"R4.2 — %s may not write them, and nothing is left behind",
		async (who: StaffName) => {
			const before = await all();
			await expect(saveCommissioner(house.as(who), organisation())).rejects.toMatchObject({ clause: "R4.2" });
			await expect(addContact(house.as(who), house.worlds.mehmet.commissioner, person())).rejects.toMatchObject({
				clause: "R4.2",
			});
			expect(await all()).toEqual(before);
		},
	);

	it("R3.d — an assignment is recorded only of a type that this kind may order", async () => {
		const own = organisation();
		await saveCommissioner(house.as("bea"), own);
		for (const type of assignmentTypeIds) {
			const deed = recordAssignment(house.as("bea"), {
				id: crypto.randomUUID(),
				commissioner: own.id,
				type,
				reference: "A-1",
				orderedOn: "2026-11-01",
			});
			if (mayCommission("uwv", type).allowed) await deed;
			else await expect(deed).rejects.toMatchObject({ clause: "R3.d" });
		}
		expect(commissionerKindIds).toContain("selfPaying");
		await expect(
			recordAssignment(house.as("finn"), {
				id: crypto.randomUUID(),
				commissioner: own.id,
				type: "uwvWerkfit",
				reference: null,
				orderedOn: "2026-11-01",
			}),
		).rejects.toMatchObject({ clause: "R3.d" });
	});
});

describe("R9.1 — a contact person's address", () => {
	it("R4.1 — the rule over a list, no list and another domain", () => {
		expect(mayMailTo("a.nl", ["a.nl", "b.nl"]).allowed).toBe(true);
		expect(mayMailTo("a.nl", []).allowed).toBe(true);
		expect(mayMailTo("sub.a.nl", ["a.nl"])).toMatchObject({ allowed: false, because: "R4.1" });
	});

	it("R4.1 — another domain is refused at the field, and nothing is left behind", async () => {
		const before = await all();
		await expect(
			addContact(house.as("bea"), house.worlds.mehmet.commissioner, person({ email: "j@elders.test" })),
		).rejects.toMatchObject({ errors: { email: {} } });
		expect(await all()).toEqual(before);
	});

	it("R9.1 — asked by mail, confirmed with the code, once; the link tells nothing and a wrong code finds nothing", async () => {
		const input = person();
		await addContact(house.as("bea"), house.worlds.mehmet.commissioner, input);
		await addContact(house.as("bea"), house.worlds.mehmet.commissioner, input);
		expect((await contactPage(house.as("bea"), input.id)).address).toBe("unverified");
		const first = await asked(input.id);
		const code = await asked(input.id);
		expect((await contactPage(house.as("bea"), input.id)).address).toBe("asked");
		const now = new Date();
		expect(await findVerification(house.door, first, now)).toBeUndefined();
		expect(await findVerification(house.door, "iets anders", now)).toBeUndefined();
		expect(await findVerification(house.door, code, new Date(now.getTime() + 15 * 86_400_000))).toBeUndefined();
		expect(Object.keys((await findVerification(house.door, code, now)) ?? {})).toEqual(["id", "contact_id", "verified_at"]);
		await confirmAddress(house.door, code, now);
		await confirmAddress(house.door, code, now);
		expect(await contactPage(house.as("bea"), input.id)).toMatchObject({ address: "verified", verified_how: "link" });
		await expect(confirmAddress(house.door, first, now)).rejects.toThrow("not found");
	});

	it("R9.1 — another address is no longer confirmed, nor is that of another person; the old code is dead; another job keeps it", async () => {
		const input = person({ name: { given: "Nora", family: "Adres" }, email: "nora@voorbeeld.test" });
		await addContact(house.as("bea"), house.worlds.mehmet.commissioner, input);
		const code = await asked(input.id);
		await confirmAddress(house.door, code, new Date());
		await updateContact(house.as("bea"), { ...input, job_title: "Hoofd", row_version: 1 });
		expect((await contactPage(house.as("bea"), input.id)).address).toBe("verified");
		await updateContact(house.as("bea"), { ...input, name: { given: "Nora", family: "Anders" }, row_version: 2 });
		expect((await contactPage(house.as("bea"), input.id)).address).toBe("unverified");
		await confirmAddress(house.door, await asked(input.id), new Date());
		await updateContact(house.as("bea"), { ...input, email: "n.anders@voorbeeld.test", row_version: 3 });
		expect(await contactPage(house.as("bea"), input.id)).toMatchObject({
			address: "unverified",
			email: "n.anders@voorbeeld.test",
		});
		expect(await findVerification(house.door, code, new Date())).toBeUndefined();
		await expect(updateContact(house.as("bea"), { ...input, row_version: 3 })).rejects.toThrow("changed meanwhile");
		expect((await search(house.as("anna"), "nora@voorbeeld.test")).contacts).toEqual([]);
	});

	it("R9.1 — by telephone with its day, which is not in the future; a coach cannot", async () => {
		const input = person({ name: { family: "Beller" }, email: "beller@voorbeeld.test" });
		await addContact(house.as("carla"), house.worlds.mehmet.commissioner, input);
		const day = today(house.clock);
		await expect(confirmByPhone(house.as("bea"), input.id, addDays(day, 1))).rejects.toMatchObject({ clause: "R9.1" });
		await expect(confirmByPhone(house.as("anna"), input.id, day)).rejects.toMatchObject({ clause: "R4.2" });
		expect((await contactPage(house.as("bea"), input.id)).address).toBe("unverified");
		await confirmByPhone(house.as("bea"), input.id, addDays(day, -1));
		expect(await contactPage(house.as("bea"), input.id)).toMatchObject({ address: "verified", verified_how: "phone" });
	});
});

describe("R3.d — a contact person leaves", () => {
	it("R3.d — the rule over leaver × replacement", () => {
		const leaver = { id: "a", commissioner: "x", left: false };
		const other = { id: "b", commissioner: "x", left: false };
		expect(mayReplace(leaver, undefined).allowed).toBe(true);
		expect(mayReplace(leaver, other).allowed).toBe(true);
		for (const bad of [leaver, { ...other, left: true }, { ...other, commissioner: "y" }])
			expect(mayReplace(leaver, bad)).toMatchObject({ allowed: false, because: "R3.d" });
		expect(mayReplace({ ...leaver, left: true }, other).allowed).toBe(false);
	});

	it("R4.1 — what waits is shown; then the address is nobody's, the hook says stopped, and it happens once", async () => {
		const { mehmet, sofie } = house.worlds;
		await layAgreement(house, "mehmet");
		expect((await waitingOn(house.as("bea"), mehmet.contact)).map((row) => fullName(row.name))).toEqual(["Mehmet Demir"]);
		expect(await waitingOn(house.as("bram"), mehmet.contact)).toEqual([]);
		await expect(
			contactLeaves(house.as("bea"), { contact: mehmet.contact, rowVersion: 1, replacedBy: sofie.contact }),
		).rejects.toMatchObject({ clause: "R3.d" });
		const next = person({ name: { given: "Opvolger", family: "Peeters" }, email: "opvolger@voorbeeld.test" });
		await addContact(house.as("bea"), mehmet.commissioner, next);
		const stopped = () =>
			house
				.as("anna")
				.list("assignments", { action: "list" }, async (tx) => [
					await contactStopped(tx, mehmet.contact),
					await contactStopped(tx, next.id),
				]);
		expect(await stopped()).toEqual([false, false]);
		await contactLeaves(house.as("bea"), { contact: mehmet.contact, rowVersion: 1, replacedBy: next.id });
		expect(await stopped()).toEqual([true, false]);
		expect(await contactPage(house.as("bea"), mehmet.contact)).toMatchObject({ address: "unverified", replaced_by: next.id });
		await expect(
			contactLeaves(house.as("bea"), { contact: mehmet.contact, rowVersion: 2, replacedBy: null }),
		).rejects.toMatchObject({ clause: "R3.d" });
		await expect(askVerification(house.as("bea"), mehmet.contact, "https://x.test")).rejects.toThrow("not found");
	});

	it("R1.2 — contact persons' names, addresses and numbers are nowhere plain", async () => {
		const [row] = await house.rows<{ text: string }>(
			"select (select string_agg(p::text, '') from app.contact_person p) || (select string_agg(v::text, '') from app.address_verification v) as text",
		);
		for (const canary of ["Kuiper", "kuiper", "nora@", "0201234567"]) expect(row?.text).not.toContain(canary);
	});
});
