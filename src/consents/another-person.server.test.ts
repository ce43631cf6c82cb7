import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { layConsent } from "../../test/consenting.ts";
import { queueReport, sendingTo } from "../../test/disclosing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { confirmByPhone } from "../commissioners/address.server.ts";
import { updateContact } from "../commissioners/contact.server.ts";
import { makeCode } from "../disclosures/code.server.ts";
import { askRelease, collect, tryOpen } from "../disclosures/collect.server.ts";
import { linkIn } from "../disclosures/collection.ts";
import { release } from "../disclosures/release.server.ts";
import { transmit } from "../disclosures/transmit.server.ts";
import { NotAllowed, yes } from "../law/decision.ts";
import { readBack } from "../platform/outbound/read-back.ts";
import type { Send } from "../platform/outbound/send.ts";
import { sealer } from "../platform/sealing.ts";
import { Stale } from "../platform/web/page.ts";
import { answerConsent } from "./answer.server.ts";
import { askConsent, putQuestion } from "./ask.server.ts";
import { consentFor } from "./facts.server.ts";
import { lapseConsents } from "./jobs.server.ts";
import { openConsent } from "./queries.server.ts";

// A contact person's row that becomes another human being: what was asked, given, confirmed and queued for the one before stops.

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
	house.clock.set("2026-11-23T09:00:00Z");
	await become("Petra");
	await house.rows("alter table app.consent disable trigger guard");
	await house.rows("update app.consent set state = 'lapsed' where state in ('asked', 'registered', 'given')");
	await house.rows("alter table app.consent enable trigger guard");
});

const its = () => house.worlds.mehmet;
const personOf = async () =>
	(
		await house.rows<{ person_n: number; renamed_at: Date | null; row_version: number }>(
			"select person_n, renamed_at, row_version from app.contact_person where id = $1",
			[its().contact],
		)
	)[0] ?? { person_n: 0, renamed_at: null, row_version: 0 };
/** Back office writes another name in the row, and rings about the address, which stays as it was. */
async function become(given: string, change: { job_title?: string } = {}) {
	const bea = house.as("bea");
	await updateContact(bea, {
		...{ id: its().contact, row_version: (await personOf()).row_version, kind: "contact", phone: null, job_title: null },
		...{ name: { given, family: "Peeters" }, email: its().contactEmail, ...change },
	});
	await confirmByPhone(bea, its().contact, "2026-11-23");
}
const given = (dataClasses = ["capacity"] as const) => layConsent(house, { dataClasses, purpose: "reporting" });
const inForce = () =>
	house.worker().read(its().candidate, "reporting", { action: "check" }, (tx) =>
		consentFor(tx, {
			...{ subject: its().candidate, purpose: "reporting", dataClass: "capacity", at: house.clock.now(), lock: true },
			recipient: { kind: "contact", contactId: its().contact },
		}),
	);
const state = async (consent: string) =>
	(await house.rows<{ state: string }>("select state from app.consent where id = $1", [consent]))[0]?.state;
const events = async (consent: string) =>
	(await house.rows<{ kind: string }>("select kind from app.consent_event where consent_id = $1 order by n", [consent])).map(
		(row) => row.kind,
	);

it("R8.1 — another name in the row: what was given for the person before does not count, and it is written down once", async () => {
	const consent = await given();
	expect(await inForce()).toEqual({ id: consent });
	await become("Petra", { job_title: "Hoofd" });
	expect(await inForce()).toEqual({ id: consent });
	await become("Karel");
	expect(await inForce()).toBeUndefined();
	const { consent: shown } = await openConsent(house.asCandidate("mehmet"), its().candidate, consent);
	expect(shown.state).toBe("lapsed");
	expect(await lapseConsents(house.door)).toBe(1);
	expect(await lapseConsents(house.door)).toBe(0);
	expect([await state(consent), await events(consent)]).toEqual(["lapsed", ["given", "replaced"]]);
	// The first name again is nobody's proof that it is the first person again.
	await become("Petra");
	expect(await inForce()).toBeUndefined();
	const anew = await given();
	expect(await inForce()).toEqual({ id: anew });
});

it("R9.1, R10.1 — another name asks a fresh factor, and the address is nobody's until it is confirmed anew", async () => {
	const { row_version } = await personOf();
	const input = {
		...{ id: its().contact, row_version, kind: "contact" as const, phone: null, job_title: null },
		...{ name: { given: "Karel", family: "Peeters" }, email: its().contactEmail },
	};
	const stale = house.door.as({ ...house.as("bea").actor, secondFactorAt: new Date("2026-11-23T08:00:00Z") });
	const before = await personOf();
	await expect(updateContact(stale, input)).rejects.toThrow();
	expect(await personOf()).toEqual(before);
	await updateContact(house.as("bea"), input);
	expect(
		await house.rows("select 1 from app.address_verification where contact_id = $1 and ended_at is null", [its().contact]),
	).toEqual([]);
});

it("R8.1 — a question to who was there before is not answered with yes any more, in the verb nor in the database", async () => {
	const id = crypto.randomUUID();
	await askConsent(house.as("anna"), "http://spoor.test", {
		...{ id, candidate: its().candidate, trajectory: its().trajectory, kind: "disclose", until: "2027-05-23" },
		recipient: { kind: "contact", contactId: its().contact },
		...{ purpose: "assignments", dataClasses: ["capacity"], lines: ["Kan vier uur per dag zittend werk doen."] },
	});
	const [row] = await house.rows<{ notice_sha256: Buffer }>("select notice_sha256 from app.consent where id = $1", [id]);
	const notice_sha256 = row?.notice_sha256 ?? Buffer.alloc(32);
	await become("Karel");
	const mehmet = house.asCandidate("mehmet");
	const answer = { id: crypto.randomUUID(), consent: id, answer: "yes" as const, language: "nl" as const };
	await expect(
		answerConsent(mehmet, "http://spoor.test", { ...answer, noticeSha256: notice_sha256.toString("hex") }),
	).rejects.toThrow(NotAllowed);
	const write = (by: ReturnType<TestHouse["as"]>, kind: "given" | "replaced", change: object = {}) =>
		by.act(its().candidate, "portal", { action: "check" }, (tx) =>
			tx
				.insertInto("app.consent_event")
				.values({
					...{ id: crypto.randomUUID(), subject_id: its().candidate, trajectory_id: its().trajectory, consent_id: id, kind },
					...{ at: by.now(), by_id: by.actor.id, ...change },
				})
				.execute(),
		);
	const yesAnyway = { method: "portal", language: "nl", second_factor_at: house.clock.now(), notice_sha256 };
	await expect(write(mehmet, "given", yesAnyway)).rejects.toThrow(/R8.1/);
	await expect(write(house.as("anna"), "replaced")).rejects.toThrow(/row-level security/);
	expect([await state(id), await events(id)]).toEqual(["asked", []]);
	expect(await lapseConsents(house.door)).toBe(1);
	expect(await state(id)).toBe("lapsed");
	const other = await given();
	await expect(
		house.worker().act(its().candidate, "reporting", { action: "check" }, (tx) =>
			tx
				.insertInto("app.consent_event")
				.values({
					...{ id: crypto.randomUUID(), subject_id: its().candidate, trajectory_id: its().trajectory, consent_id: other },
					...{ kind: "replaced", at: house.clock.now(), by_id: house.worker().actor.id },
				})
				.execute(),
		),
	).rejects.toThrow(/R8.1/);
	expect(await state(other)).toBe("given");
});

it("R8.1 — a name that was read from who was there before makes no question about who is there now", async () => {
	const by = house.as("anna");
	const { person_n } = await personOf();
	const id = crypto.randomUUID();
	const ask = (contact_n: number | undefined) =>
		by.act(its().candidate, "reporting", { action: "askConsent" }, async (tx, seal) =>
			tx
				.insertInto("app.consent")
				.values({
					...{ id, subject_id: its().candidate, trajectory_id: its().trajectory, kind: "disclose", recipient_kind: "contact" },
					...{
						contact_id: its().contact,
						commissioner_id: its().commissioner,
						recipient_type: "employer",
						purpose: "assignments",
					},
					...{ data_classes: ["capacity"], notice_sha256: Buffer.alloc(32), text_version: "2026-11-01", number: id },
					...(await seal("consent", id, its().candidate, { recipient: "{}", notice: "{}" })),
					...{ expires_on: "2027-05-23", asked_at: by.now(), asked_by: by.actor.id, state_at: by.now(), contact_n },
				})
				.execute(),
		);
	await expect(ask(person_n - 1)).rejects.toThrow(/R8.1/);
	const { candidate, trajectory, contact, commissioner } = its();
	const asking = by.act(candidate, "reporting", { action: "askConsent" }, (tx, seal) =>
		putQuestion(by, tx, seal, {
			...{ id, candidate, trajectory, kind: "disclose", purpose: "assignments", dataClasses: ["capacity"], lines: ["x"] },
			recipient: {
				...{ kind: "contact", contactId: contact, commissionerId: commissioner, person: person_n - 1 },
				shown: { name: "Wie er eerder was", organisation: null, type: "employer" },
			},
			until: "2027-05-23",
		}),
	);
	await expect(asking).rejects.toThrow(Stale);
	expect(await house.rows("select id from app.consent where id = $1", [id])).toEqual([]);
	await ask(person_n);
});

it("R8.1 — the wall: whoever writes a name makes another person of the row, whatever else they write", async () => {
	const { person_n } = await personOf();
	const set = (change: object) =>
		house
			.as("bea")
			.act(its().contact, "assignments", { action: "update" }, (tx) =>
				tx.updateTable("app.contact_person").set(change).where("id", "=", its().contact).execute(),
			);
	await set({ person_n: 1, renamed_at: null, job_title: null });
	expect((await personOf()).person_n).toBe(person_n);
	const { name } = await sealer(house.keys)("contact_person", its().contact, its().contact, {
		name: JSON.stringify({ given: "Petra", family: "Peeters" }),
	});
	await set({ name, person_n });
	expect(await personOf()).toMatchObject({ person_n: person_n + 1, renamed_at: expect.any(Date) });
});

it("R8.1, R7.1 — what is queued for the person before is blocked, also when the address is confirmed again and a new yes is there", async () => {
	const { dispatch } = await queueReport(house, { cleared: { categories: ["workCapacity"] } });
	const plain = await queueReport(house);
	await become("Karel");
	await given();
	house.clock.set("2026-11-23T09:11:00Z");
	const sending = sendingTo(house, "smtp://127.0.0.1:9", async () => yes("R7.1"));
	for (const one of [dispatch, plain.dispatch]) expect(await transmit(sending, one)).toBe("blocked");
	await sending.close();
	expect(await house.rows("select distinct clause from app.dispatch where id in ($1, $2)", [dispatch, plain.dispatch])).toEqual([
		{ clause: "R7.1" },
	]);
});

it("R8.1 — what waits to be collected by the person before is collected by nobody, also between the gate's yes and the document", async () => {
	const { disclosure, dispatch } = await queueReport(house, { cleared: { categories: ["workCapacity"] } });
	house.clock.set("2026-11-23T09:11:00Z");
	let bytes = Buffer.alloc(0);
	const sending = sendingTo(house, "smtp://127.0.0.1:9", async () => yes("R7.1"));
	const send: Send = async (mail) => {
		bytes = Buffer.from(mail.bytes);
		return { kind: "accepted", answer: "250" };
	};
	await transmit({ ...sending, send }, dispatch);
	await sending.close();
	const link = linkIn((await readBack(bytes)).text) ?? "";
	const code = await makeCode(house.as("anna"), { candidate: its().candidate, disclosure });
	const { pass } = await tryOpen(house.door, { link, address: its().contactEmail, code }, house.clock.now());
	await askRelease(house.door, pass);
	expect(await release({ door: house.door, rechecks: sending.rechecks }, disclosure)).toBe("released");
	await become("Karel");
	await expect(collect(house.door, pass)).rejects.toThrow(NotAllowed);
	expect((await tryOpen(house.door, { link, address: its().contactEmail, code }, house.clock.now())).outcome).toBe("closed");
	await lapseConsents(house.door);
	expect(await house.rows("select ended_clause from app.collection where disclosure_id = $1", [disclosure])).toEqual([
		{ ended_clause: "R8.1" },
	]);
});
