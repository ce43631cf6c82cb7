import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { minutes, queueReport, sendingTo } from "../../test/disclosing.ts";
import { type MailSink, mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { no } from "../law/decision.ts";
import { type Sending, transmit } from "./transmit.server.ts";
import { stopDisclosures } from "./undo.server.ts";

let house: TestHouse;
let sink: MailSink;
let sending: Sending & { close(): Promise<void> };
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
	house.clock.set("2026-11-23T09:00:00Z");
	sink = await mailSink();
	sending = sendingTo(house, sink.url);
});
afterEach(async () => {
	await sending.close();
	await sink.close();
});

const later = () => house.clock.set(new Date(house.clock.now().getTime() + minutes(11)));
const states = async (disclosure: string) => {
	const [row] = await house.rows(
		"select d.state, d.clause, d.attempts, x.state as register from app.dispatch d join app.disclosure x on x.id = d.disclosure_id where x.id = $1",
		[disclosure],
	);
	return row;
};
const log = (disclosure: string) =>
	house.rows("select actor_kind, action, outcome, purpose, clause from audit.entry where object_id = $1 order by at", [
		disclosure,
	]);
/** Changes something as the owner, under a log entry, as a colleague's act would have. */
async function change(person: string, statement: string, values: unknown[]) {
	await house.rows("begin");
	await house.rows("select set_config('app.actor', $1, true)", [house.ids.bea]);
	await house.rows(
		"select set_config('app.entry', audit.append('staff', '{}', null, null, array[$1::uuid], '{}', 'update', null, null, 'registration', null, null, 'allowed', null, null)::text, true)",
		[person],
	);
	await house.rows(statement, values);
	await house.rows("commit");
}

const refusals: [
	string,
	string,
	(about: { contact: string; candidate: string; dispatch: string }) => Promise<void>,
	(() => Promise<void>)?,
][] = [
	[
		"R6.1",
		"the recipient left",
		({ contact }) => change(contact, "update app.contact_person set left_at = now() where id = $1", [contact]),
		undo_("left_at = null"),
	],
	[
		"R9.1",
		"the address is no longer verified",
		({ contact }) => change(contact, "update app.address_verification set ended_at = now() where contact_id = $1", [contact]),
		() =>
			change(house.worlds.mehmet.contact, "update app.address_verification set ended_at = null where contact_id = $1", [
				house.worlds.mehmet.contact,
			]),
	],
	[
		"R9.1",
		"the commissioner's domains changed",
		({ contact }) =>
			change(contact, "update app.commissioner set mail_domains = '{ander.test}' where id = $1", [
				house.worlds.mehmet.commissioner,
			]),
		() =>
			change(house.worlds.mehmet.contact, "update app.commissioner set mail_domains = '{voorbeeld.test}' where id = $1", [
				house.worlds.mehmet.commissioner,
			]),
	],
	[
		"R11.2",
		"the candidate's data is restricted",
		({ candidate }) => change(candidate, "update app.candidate set restricted_at = now() where id = $1", [candidate]),
		() =>
			change(house.worlds.mehmet.candidate, "update app.candidate set restricted_at = null where id = $1", [
				house.worlds.mehmet.candidate,
			]),
	],
	[
		"R9.1",
		"the cleared hash is another",
		({ candidate, dispatch }) =>
			change(
				candidate,
				"update app.disclosure set sha256 = decode(repeat('00', 32), 'hex') where id = (select disclosure_id from app.dispatch where id = $1)",
				[dispatch],
			),
	],
	[
		"R9.1",
		"the frozen hash is another",
		({ candidate, dispatch }) =>
			change(candidate, "update app.dispatch set sha256 = decode(repeat('00', 32), 'hex') where id = $1", [dispatch]),
	],
	[
		"R6.1",
		"the recipient moved to another organisation",
		({ contact }) =>
			change(contact, "update app.contact_person set commissioner_id = $2 where id = $1", [
				contact,
				house.worlds.sofie.commissioner,
			]),
		() =>
			change(house.worlds.mehmet.contact, "update app.contact_person set commissioner_id = $2 where id = $1", [
				house.worlds.mehmet.contact,
				house.worlds.mehmet.commissioner,
			]),
	],
];
function undo_(set: string) {
	return () =>
		change(house.worlds.mehmet.contact, `update app.contact_person set ${set} where id = $1`, [house.worlds.mehmet.contact]);
}

for (const [clause, what, happens, restore] of refusals) {
	it(`${clause} — nothing goes when ${what} meanwhile; the coach sees the clause, the log the refusal`, async () => {
		const queued = await queueReport(house);
		await happens(queued);
		later();
		expect(await transmit(sending, queued.dispatch)).toBe("blocked");
		await restore?.();
		expect(sink.received).toEqual([]);
		expect(await states(queued.disclosure)).toEqual({ state: "blocked", clause, attempts: 0, register: "blocked" });
		expect((await log(queued.disclosure)).slice(1)).toEqual([
			{ actor_kind: "worker", action: "send", outcome: "refused", purpose: "reporting", clause },
			{ actor_kind: "worker", action: "block", outcome: "allowed", purpose: "reporting", clause },
		]);
	});
}

it("R7.1 — nothing goes when the address changed since it was approved, verified or not", async () => {
	const { disclosure, dispatch, contact } = await queueReport(house);
	const before = await house.rows("select email from app.contact_person where id = $1", [contact]);
	const by = house.as("bea");
	await by.act(contact, "registration", { action: "update" }, async (tx, seal) => {
		const sealed = await seal("contact_person", contact, contact, { email: "nieuw@voorbeeld.test" });
		await tx.updateTable("app.contact_person").set(sealed).where("id", "=", contact).execute();
	});
	later();
	expect(await transmit(sending, dispatch)).toBe("blocked");
	await change(contact, "update app.contact_person set email = $2 where id = $1", [contact, before[0]?.email]);
	expect(sink.received).toEqual([]);
	expect(await states(disclosure)).toMatchObject({ clause: "R7.1" });
});

it("R7.1 — an address that changes between looking and locking is looked at again", async () => {
	const { dispatch, contact } = await queueReport(house);
	const before = await house.rows("select email from app.contact_person where id = $1", [contact]);
	later();
	let rounds = 0;
	const step = async (name: string) => {
		if (name !== "opened" || rounds++ > 0) return;
		await house.as("bea").act(contact, "registration", { action: "update" }, async (tx, seal) => {
			const sealed = await seal("contact_person", contact, contact, { email: "nieuw@voorbeeld.test" });
			await tx.updateTable("app.contact_person").set(sealed).where("id", "=", contact).execute();
		});
	};
	expect(await transmit({ ...sending, step }, dispatch)).toBe("blocked");
	await change(contact, "update app.contact_person set email = $2 where id = $1", [contact, before[0]?.email]);
	expect(rounds).toBe(2);
	expect(sink.received).toEqual([]);
});

it("R7.1 — nothing goes when the noun says no at that moment, or when nobody can say", async () => {
	const queued = await queueReport(house);
	later();
	const refusing = sendingTo(house, sink.url, async () => no("R7.1"));
	expect(await transmit(refusing, queued.dispatch)).toBe("blocked");
	await refusing.close();
	const silent = await queueReport(house);
	later();
	expect(await transmit({ ...sending, rechecks: {} }, silent.dispatch)).toBe("blocked");
	expect((await states(silent.disclosure))?.clause).toBe("R4.1");
	expect(sink.received).toEqual([]);
});

it("R7.1 — an approval withdrawn while queued stops it; once begun the withdrawal is told since when", async () => {
	const about = crypto.randomUUID();
	const first = await queueReport(house, { about });
	const withdraw = () =>
		house
			.asCandidate("mehmet")
			.act(first.candidate, "portal", { action: "withdraw" }, (tx) =>
				stopDisclosures(house.asCandidate("mehmet"), tx, { kind: "test", id: about }, "R7.1"),
			);
	expect(await withdraw()).toMatchObject([{ disclosure: first.disclosure, state: "blocked", began_at: null }]);
	later();
	expect(await transmit(sending, first.dispatch)).toBe("blocked");
	expect(sink.received).toEqual([]);
	const second = await queueReport(house, { about });
	later();
	await transmit(sending, second.dispatch);
	expect(await withdraw()).toContainEqual({ disclosure: second.disclosure, state: "accepted", began_at: house.clock.now() });
});

it("R7.1 — another candidate's withdrawal stops nothing of this one", async () => {
	const about = crypto.randomUUID();
	const { disclosure } = await queueReport(house, { about });
	const sofie = house.asCandidate("sofie");
	for (const candidate of [house.worlds.sofie.candidate, house.worlds.mehmet.candidate]) {
		expect(
			await sofie.act(candidate, "portal", { action: "withdraw" }, (tx) =>
				stopDisclosures(sofie, tx, { kind: "test", id: about }, "R7.1"),
			),
		).toEqual([]);
	}
	expect(await states(disclosure)).toMatchObject({ state: "queued" });
});
