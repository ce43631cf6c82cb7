import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { layConsent } from "../../test/consenting.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { narrowConsent, withdrawConsent } from "../consents/withdraw.server.ts";
import { NotFound } from "../platform/web/page.ts";
import { type OralReport, recordOralReport } from "./oral.server.ts";

// What was spoken is judged by the consents that held when it was spoken, whatever the day on which it is written down.

let house: TestHouse;
let line: string;
beforeAll(async () => {
	house = await testHouse();
	line = await layAgreement(house, "mehmet", "brief", { form: "oral", categories: ["progress", "workCapacity"] });
	await house.rows("alter table app.consent disable trigger guard");
	await house.rows("alter table app.trajectory disable trigger guard");
});
afterAll(() => house.close());
beforeEach(async () => {
	await house.rows("update app.consent set state = 'lapsed', state_at = asked_at");
});

const its = () => house.worlds.mehmet;
const on = (moment: string) => house.clock.set(moment);
const lay = (change: Parameters<typeof layConsent>[1] = {}) => layConsent(house, { dataClasses: ["capacity"], ...change });
/** Written down on the evening of 27 November, unless it says otherwise. */
const written = async (day: string, time: string, more: Partial<OralReport> = {}) => {
	on("2026-11-27T17:00:00Z");
	const id = crypto.randomUUID();
	await recordOralReport(house.as("anna"), {
		...{ id, informId: crypto.randomUUID(), candidate: its().candidate, trajectory: its().trajectory, line, on: day, time },
		...{ summary: "Verteld dat het traject loopt.", informed: null, ...more },
	});
	return id;
};
const kept = () => house.rows("select (select count(*) from app.disclosure) d, (select count(*) from app.disclosure_consent) c");
const refused = async (day: string, time: string, clause = "R8.1") => {
	const before = await kept();
	await expect(written(day, time), `${day} ${time}`).rejects.toMatchObject({ clause });
	expect(await kept()).toEqual(before);
};
const went = async (disclosure: string) =>
	(await house.rows("select consent_id from app.disclosure_consent where disclosure_id = $1", [disclosure])).map(
		(row) => row.consent_id,
	);
const event = () => crypto.randomUUID();

describe("R8.1 — the consent of the moment it was spoken", () => {
	it("R8.1 — given after it was spoken, it does not count, however much it is in force when it is written down", async () => {
		on("2026-11-25T12:00:00Z");
		const consent = await lay();
		await refused("2026-11-24", "15:00");
		await refused("2026-11-25", "12:59");
		expect(await went(await written("2026-11-25", "13:00"))).toEqual([consent]);
		expect(await went(await written("2026-11-26", "09:00"))).toEqual([consent]);
	});

	it("R8.1 — withdrawn since, it counts for what was spoken before, and for nothing after", async () => {
		on("2026-11-23T09:00:00Z");
		const consent = await lay();
		on("2026-11-25T12:00:00Z");
		await withdrawConsent(house.asCandidate("mehmet"), { id: event(), consent });
		await refused("2026-11-26", "09:00");
		await refused("2026-11-25", "13:00");
		expect(await went(await written("2026-11-25", "12:59"))).toEqual([consent]);
	});

	it("R8.1 — narrowed since, what it covered then counts for then", async () => {
		on("2026-11-23T09:00:00Z");
		const consent = await lay({ dataClasses: ["capacity", "profile"] });
		on("2026-11-25T12:00:00Z");
		await narrowConsent(house.asCandidate("mehmet"), { id: event(), consent, remaining: ["profile"] });
		await refused("2026-11-26", "09:00");
		expect(await went(await written("2026-11-24", "09:00"))).toEqual([consent]);
	});

	it("R8.1 — past its day when it was spoken, it does not count; past its day since, it does", async () => {
		on("2026-11-23T09:00:00Z");
		const consent = await lay({ expiresOn: "2026-11-24" });
		await refused("2026-11-25", "00:00");
		expect(await went(await written("2026-11-24", "23:58"))).toEqual([consent]);
	});

	it("R8.1 — asked and not answered, or refused, is none on any day", async () => {
		on("2026-11-23T09:00:00Z");
		await lay({ answer: null });
		await lay({ answer: "refused" });
		await refused("2026-11-26", "09:00");
	});
});

describe("R9.2 — the day it was spoken", () => {
	it("R9.2 — a moment to come, also a minute of today, and a day before the trajectory are refused and leave nothing behind", async () => {
		on("2026-11-23T09:00:00Z");
		await lay();
		await refused("2026-11-28", "09:00", "R9.2");
		await refused("2026-11-27", "18:01", "R9.2");
		await refused("2026-09-06", "12:00", "R9.2");
	});

	it("R6.1 — a moment before it was agreed that it is told, or before as much of it was, is refused", async () => {
		await house.rows("update app.trajectory set started_on = '2026-08-01' where id = $1", [its().trajectory]);
		await refused("2026-09-06", "12:00", "R6.1");
		await house.rows("update app.trajectory set started_on = '2026-09-07' where id = $1", [its().trajectory]);
		on("2026-11-23T09:00:00Z");
		await lay();
		await written("2026-11-24", "10:00");
		await house.rows("alter table app.agreement_line disable trigger guard");
		const had = (categories: string) =>
			house.rows("update app.agreement_line set categories = $1 where id = $2", [categories, line]);
		// As if a new version, of the 25th at noon, had added what is heavier.
		const [next, agreement] = [crypto.randomUUID(), crypto.randomUUID()];
		for (const table of ["reporting_agreement", "inform_event"])
			await house.rows(`alter table app.${table} disable trigger guard`);
		await house.rows(
			`insert into app.reporting_agreement (id, subject_id, trajectory_id, version, made_at, made_by)
			select $1, subject_id, trajectory_id, 2, '2026-11-25T11:00:00Z', made_by from app.reporting_agreement where trajectory_id = $2`,
			[agreement, its().trajectory],
		);
		await house.rows(
			`insert into app.agreement_line select (jsonb_populate_record(l, jsonb_build_object('id', $1::uuid, 'agreement_id', $2::uuid))).*
			from app.agreement_line l where l.id = $3`,
			[next, agreement, line],
		);
		await house.rows(
			`insert into app.inform_event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'about_id', $1::uuid))).*
			from app.inform_event e where e.subject_id = $2 and e.about = 'agreement'`,
			[agreement, its().candidate],
		);
		await had("{progress}");
		const first = line;
		line = next;
		await refused("2026-11-25", "11:58", "R6.1");
		await written("2026-11-25", "12:00");
		line = first;
	});
});

describe("R8.1 — the walls", () => {
	const row = (change: object) => ({
		...{ id: crypto.randomUUID(), subject_id: its().candidate, trajectory_id: its().trajectory, about: "oral", about_id: line },
		...{ form: "oral" as const, contact_id: its().contact, commissioner_id: its().commissioner, recipient: Buffer.alloc(1) },
		...{ categories: ["workCapacity"], purpose: "assignments", ground: "avg.6.1.f", clause: "R9.2", summary: Buffer.alloc(1) },
		...{ state: "recorded" as const, state_at: house.clock.now(), created_at: house.clock.now(), by_id: house.ids.anna },
		...change,
	});
	const write = (value: ReturnType<typeof row>, consent?: string) =>
		house.as("anna").act(its().candidate, "reporting", { action: "record" }, async (tx) => {
			await tx
				.insertInto("app.disclosure")
				.values(value as never)
				.execute();
			if (!consent) return;
			const shared = { subject_id: its().candidate, trajectory_id: its().trajectory, disclosure_id: value.id };
			await tx
				.insertInto("app.disclosure_consent")
				.values({ ...shared, consent_id: consent, data_class: "capacity" })
				.execute();
		});

	it("R9.2 — the register keeps nothing spoken without its moment, in the future, before the trajectory, or on another day", async () => {
		on("2026-11-27T17:00:00Z");
		const before = await kept();
		for (const change of [
			{ on_day: "2026-11-27" },
			{ on_day: "2026-11-27", said_at: new Date("2026-11-27T17:00:01Z") },
			{ on_day: "2026-09-06", said_at: new Date("2026-09-06T12:00:00Z") },
			{ on_day: "2026-11-25", said_at: new Date("2026-11-26T12:00:00Z") },
		])
			await expect(write(row(change))).rejects.toThrow(/R9.2/);
		expect(await kept()).toEqual(before);
	});

	it("R8.1 — nor that something went on a consent which did not hold then, for that class and recipient", async () => {
		on("2026-11-25T12:00:00Z");
		const consent = await lay();
		const profile = await lay({ dataClasses: ["profile"] });
		const others = await layConsent(house, { candidate: "sofie" });
		on("2026-11-27T17:00:00Z");
		const before = await kept();
		const said = (moment: string) => row({ on_day: moment.slice(0, 10), said_at: new Date(moment) });
		await expect(write(said("2026-11-25T11:59:00Z"), consent)).rejects.toThrow(/R8.1/);
		await expect(write(said("2026-11-26T12:00:00Z"), profile)).rejects.toThrow(/R8.1/);
		await expect(write(said("2026-11-26T12:00:00Z"), others)).rejects.toThrow();
		expect(await kept()).toEqual(before);
		await write(said("2026-11-25T12:00:00Z"), consent);
	});

	it("R1.2 — another coach learns nothing of what was consented, then or now", async () => {
		on("2026-11-23T09:00:00Z");
		await lay();
		on("2026-11-27T17:00:00Z");
		await expect(
			recordOralReport(house.as("bram"), {
				...{ id: event(), informId: event(), candidate: its().candidate, trajectory: its().trajectory, line },
				...{ on: "2026-11-26", time: "09:00", summary: "Verteld.", informed: null },
			}),
		).rejects.toThrow(NotFound);
	});
});
