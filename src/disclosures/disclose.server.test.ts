import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pdf, queueReport, sendingTo } from "../../test/disclosing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed, no, yes } from "../law/decision.ts";
import { NotFound } from "../platform/web/page.ts";
import { disclose, recordOral } from "./disclose.server.ts";
import { hashOf } from "./hash.ts";
import { disclosuresOf, outbox, registerOf } from "./queries.server.ts";
import { type Cleared, clear } from "./rules.ts";
import { transmit } from "./transmit.server.ts";
import { undo } from "./undo.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set("2026-11-23T09:00:00Z"));

const mehmet = () => house.worlds.mehmet;
const everything = () =>
	house.rows(`select (select count(*) from app.disclosure)::int as disclosures, (select count(*) from app.dispatch)::int as dispatches,
		(select count(*) from app.dispatch_event)::int as events, (select count(*) from graphile_worker._private_jobs)::int as jobs,
		(select string_agg(state, ',' order by id) from app.dispatch) as states`);
async function leavesNothing(deed: () => Promise<unknown>, expected: object) {
	const before = await everything();
	await expect(deed()).rejects.toThrow(expect.objectContaining(expected));
	expect(await everything()).toEqual(before);
}
const oral = (change: Partial<Cleared> = {}): Cleared => ({
	...{ subject: mehmet().candidate, trajectory: mehmet().trajectory, about: { kind: "oral", id: crypto.randomUUID() } },
	recipient: {
		contactId: mehmet().contact,
		commissionerId: mehmet().commissioner,
		commissionerName: "Bakkerij De Korenaar",
		name: "Petra Peeters",
		email: mehmet().contactEmail,
		type: "employer",
	},
	...{ form: "oral", sha256: null, categories: ["progress"], purpose: "reporting", ground: "avg.6.1.f", ...change },
});

describe("disclosing", () => {
	it("R4.1 — writes the register, freezes one message and queues it for ten minutes later; nothing of it can be read in the database", async () => {
		const { disclosure, dispatch, candidate } = await queueReport(house);
		const [row] = await house.rows("select * from app.disclosure where id = $1", [disclosure]);
		expect(row).toMatchObject({
			state: "queued",
			form: "written",
			categories: ["progress"],
			purpose: "reporting",
			ground: "avg.6.1.f",
			clause: "R7.1",
			by_id: house.ids.anna,
		});
		expect(row?.sha256.toString("hex")).toBe(hashOf(pdf));
		expect(row?.transmit_after).toEqual(new Date("2026-11-23T09:10:00Z"));
		const [job] = await house.rows("select j.run_at, j.payload from graphile_worker._private_jobs j where key = $1", [
			`transmit:${dispatch}`,
		]);
		expect(job).toEqual({ run_at: new Date("2026-11-23T09:10:00Z"), payload: { id: dispatch } });
		const raw = await house.rows(
			"select d::text || m::text as all_of_it from app.disclosure d join app.dispatch m on m.disclosure_id = d.id",
		);
		for (const canary of ["Petra", "p.mehmet", "rapportage-7K3M", "Bijgaand"]) {
			expect(
				raw.every((one) => !one.all_of_it.includes(Buffer.from(canary).toString("hex")) && !one.all_of_it.includes(canary)),
			).toBe(true);
		}
		const { disclosures, dispatches } = await registerOf(house.as("anna"), candidate);
		expect(JSON.parse(disclosures.find((one) => one.id === disclosure)?.recipient ?? "")).toMatchObject({
			name: "Petra Peeters",
			email: "p.mehmet@voorbeeld.test",
		});
		expect(dispatches.find((one) => one.disclosure_id === disclosure)?.events).toMatchObject([
			{ state: "queued", by_id: house.ids.anna },
		]);
	});

	it("R7.1 — a no makes no disclosure", () =>
		leavesNothing(() => queueReport(house, { decision: no("R7.1") }), { name: "NotAllowed", clause: "R7.1" }));

	it("R9.1 — other bytes than were cleared make no disclosure", () =>
		leavesNothing(() => queueReport(house, { attachment: Buffer.from("%PDF-1.7 iets anders") }), {
			name: "NotAllowed",
			clause: "R9.1",
		}));

	it("R9.1 — what is no PDF makes no disclosure", () => {
		const bytes = Buffer.from("PK een document");
		return leavesNothing(() => queueReport(house, { attachment: bytes, cleared: { sha256: hashOf(bytes) } }), {
			name: "NotAllowed",
			clause: "R9.1",
		});
	});

	it.each<[string, (bytes: Buffer) => Buffer]>([
		["a PDF that bears no seal", () => Buffer.from("%PDF-1.7 een rapportage")],
		["one with bytes added", (bytes) => Buffer.concat([bytes, Buffer.from("\n")])],
		["one with a byte flipped", (bytes) => Buffer.concat([bytes.subarray(0, 2000), Buffer.from([0]), bytes.subarray(2001)])],
		["one without its seal", (bytes) => bytes.subarray(0, bytes.lastIndexOf("%%EOF", bytes.length - 10) + 6)],
	])("R9.1 — %s makes no disclosure, though exactly those bytes were cleared", (_, change) => {
		const bytes = change(pdf);
		return leavesNothing(() => queueReport(house, { attachment: bytes, cleared: { sha256: hashOf(bytes) } }), {
			name: "NotAllowed",
			clause: "R9.1",
		});
	});

	it("R4.1 — an imitation of a clearance makes no disclosure", () =>
		leavesNothing(
			() =>
				house.as("anna").act(mehmet().candidate, "reporting", { action: "send" }, (tx, seal) => {
					const imitation = { ...oral({ form: "written", sha256: hashOf("x") }), clause: "R7.1", channel: "B" };
					return disclose(house.as("anna"), tx, seal, imitation as never, { subjectLine: "x", text: "x" });
				}),
			{ name: "NotAllowed", clause: "R4.1" },
		));

	it("R4.1 — a clearance to speak is none to write, and the other way round", async () => {
		const by = house.as("anna");
		const act = (work: Parameters<typeof by.act<string>>[3]) => () =>
			by.act(mehmet().candidate, "reporting", { action: "send" }, work);
		await leavesNothing(
			act((tx, seal) => disclose(by, tx, seal, clear(yes("R9.2"), oral()), { subjectLine: "x", text: "x" })),
			{ clause: "R4.1" },
		);
		const written = clear(yes("R7.2"), oral({ form: "written", sha256: hashOf("x") }));
		await leavesNothing(
			act((tx, seal) => recordOral(by, tx, seal, written, { at: new Date("2026-11-20T10:00:00Z"), summary: "x" })),
			{ clause: "R4.1" },
		);
	});

	for (const email of [
		"hr@voorbeeld.test, evil@x.test",
		"hr@voorbeeld.test\r\nBcc: evil@x.test",
		"hr@voorbeeld.test>, <evil@x.test",
	]) {
		it(`R9.1 — to ${JSON.stringify(email)} makes no disclosure`, () =>
			leavesNothing(() => queueReport(house, { cleared: { recipient: { ...oral().recipient, email } } }), {
				name: "BadAddress",
			}));
	}

	it("R9.1 — the same disclosure twice is one: a repeated post changes nothing", async () => {
		const { disclosure } = await queueReport(house);
		await leavesNothing(
			() =>
				house.as("anna").act(mehmet().candidate, "reporting", { action: "send" }, (tx, seal) =>
					disclose(house.as("anna"), tx, seal, clear(yes("R7.1"), oral({ form: "written", sha256: hashOf(pdf) })), {
						...{ id: disclosure, subjectLine: "x", text: "x", attachment: { filename: "x.pdf", bytes: pdf } },
					}),
				),
			{ code: "23505" },
		);
	});

	it("R1.2 — another coach discloses nothing of this candidate", () =>
		leavesNothing(() => queueReport(house, { who: "bram" }), { code: "42501" }));

	it("R9.2 — what was told is in the register at once, with a sealed summary, and is not a message", async () => {
		const by = house.as("anna");
		const id = await by.act(mehmet().candidate, "reporting", { action: "record" }, (tx, seal) =>
			recordOral(by, tx, seal, clear(yes("R9.2"), oral()), {
				at: new Date("2026-11-20T10:00:00Z"),
				summary: "Verteld dat de training begint.",
			}),
		);
		const { disclosures } = await registerOf(by, mehmet().candidate);
		expect(disclosures.find((one) => one.id === id)).toMatchObject({
			state: "recorded",
			form: "oral",
			on_day: "2026-11-20",
			summary: "Verteld dat de training begint.",
			hash: null,
		});
		expect(await house.rows("select 1 from app.dispatch where disclosure_id = $1", [id])).toEqual([]);
	});
});

describe("the register", () => {
	it("R4.1 — the candidate sees the same list; another candidate sees nothing of it", async () => {
		const { disclosure, candidate } = await queueReport(house);
		const mine = await house
			.asCandidate("mehmet")
			.read(candidate, "portal", { action: "view" }, (tx) => disclosuresOf(tx, candidate));
		expect(mine.find((one) => one.id === disclosure)).toMatchObject({ state: "queued", clause: "R7.1" });
		expect(
			await house.asCandidate("sofie").read(candidate, "portal", { action: "view" }, (tx) => disclosuresOf(tx, candidate)),
		).toEqual([]);
	});

	it("R1.2 — another coach and finance find no register; the privacy officer finds it, without the messages", async () => {
		const { disclosure, candidate } = await queueReport(house);
		for (const who of ["bram", "finn"] as const) await expect(registerOf(house.as(who), candidate)).rejects.toThrow(NotFound);
		const seen = await registerOf(house.as("fenna"), candidate);
		expect(seen.disclosures.some((one) => one.id === disclosure)).toBe(true);
		expect(seen.dispatches).toEqual([]);
	});

	it("R9.1 — the outbox shows one's own caseload and nobody else's", async () => {
		const { disclosure } = await queueReport(house);
		expect((await outbox(house.as("anna"))).some((one) => one.id === disclosure)).toBe(true);
		expect((await outbox(house.as("bram"))).some((one) => one.id === disclosure)).toBe(false);
		expect(await outbox(house.as("bea"))).toEqual([]);
	});
});

describe("undo", () => {
	it("R4.1 — takes back what is queued, once, with who and when", async () => {
		const { disclosure, candidate } = await queueReport(house);
		house.clock.set("2026-11-23T09:09:00Z");
		await undo(house.as("anna"), candidate, disclosure);
		expect(await house.rows("select state, state_at from app.disclosure where id = $1", [disclosure])).toEqual([
			{ state: "undone", state_at: new Date("2026-11-23T09:09:00Z") },
		]);
		await leavesNothing(() => undo(house.as("anna"), candidate, disclosure), { clause: "R4.1" });
	});

	it("R4.1 — too late says when sending had begun, and changes nothing", async () => {
		const { disclosure, dispatch, candidate } = await queueReport(house);
		house.clock.set("2026-11-23T09:10:12Z");
		const sending = sendingTo(house, "smtp://127.0.0.1:9");
		let refusal: unknown;
		const step = async (name: string) => {
			if (name === "transmitting") refusal = await undo(house.as("anna"), candidate, disclosure).catch((error) => error);
		};
		await transmit({ ...sending, step }, dispatch);
		await sending.close();
		expect(refusal).toBeInstanceOf(NotAllowed);
		expect((refusal as NotAllowed).why.nl).toBe("De verzending was al begonnen om 10:10:12.");
	});

	it("R1.2 — another coach, back office and the candidate take nothing back", async () => {
		const { disclosure, candidate } = await queueReport(house);
		await leavesNothing(() => undo(house.as("bram"), candidate, disclosure), { name: "NotFound" });
		await leavesNothing(() => undo(house.as("bea"), candidate, disclosure), { name: "NotAllowed" });
		await leavesNothing(() => undo(house.asCandidate("mehmet"), candidate, disclosure), { name: "NotAllowed" });
	});
});
