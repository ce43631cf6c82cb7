import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { minutes, pdf, queueReport, sendingTo } from "../../test/disclosing.ts";
import { mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed, no, yes } from "../law/decision.ts";
import { BadAddress } from "../platform/outbound/compose.ts";
import { NotFound } from "../platform/web/page.ts";
import { markArrived, sendAgain } from "./decide.server.ts";
import { disclose, hashOf, recordOral } from "./disclose.server.ts";
import { noticeKinds, notices } from "./notices.ts";
import { notify } from "./notify.server.ts";
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
			act((tx, seal) => recordOral(by, tx, seal, written, { on: "2026-11-20", summary: "x" })),
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
			recordOral(by, tx, seal, clear(yes("R9.2"), oral()), { on: "2026-11-20", summary: "Verteld dat de training begint." }),
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

describe("a person decides", () => {
	async function unknown() {
		const sink = await mailSink();
		sink.manner = "hangUp";
		const sending = sendingTo(house, sink.url);
		const queued = await queueReport(house);
		house.clock.set("2026-11-23T09:11:00Z");
		expect(await transmit(sending, queued.dispatch)).toBe("unknown");
		const [row] = await house.rows<{ row_version: number }>("select row_version from app.dispatch where id = $1", [
			queued.dispatch,
		]);
		const close = () => Promise.all([sending.close(), sink.close()]);
		return { ...queued, rowVersion: row?.row_version ?? 0, sink, sending, close };
	}

	it("R9.1 — an unknown outcome goes again only after a second look: the same message, a new time to undo", async () => {
		const { candidate, disclosure, dispatch, rowVersion, sink, sending, close } = await unknown();
		const by = house.as("anna");
		await leavesNothing(() => sendAgain(by, { candidate, disclosure, rowVersion, lookedAgain: false }), { clause: "R9.1" });
		await leavesNothing(() => sendAgain(by, { candidate, disclosure, rowVersion: rowVersion - 1, lookedAgain: true }), {
			name: "Stale",
		});
		await leavesNothing(() => sendAgain(house.as("bram"), { candidate, disclosure, rowVersion, lookedAgain: true }), {
			name: "NotFound",
		});
		await sendAgain(by, { candidate, disclosure, rowVersion, lookedAgain: true });
		sink.manner = "accept";
		expect(await transmit(sending, dispatch)).toBe("queued");
		house.clock.set(new Date(house.clock.now().getTime() + minutes(10)));
		expect(await transmit(sending, dispatch)).toBe("accepted");
		expect(sink.received[1]?.raw.equals(sink.received[0]?.raw as Buffer)).toBe(true);
		await leavesNothing(() => sendAgain(by, { candidate, disclosure, rowVersion, lookedAgain: true }), { clause: "R4.1" });
		await close();
	});

	it("R9.1 — or it turns out to have arrived: recorded with how one knows, by whom", async () => {
		const { candidate, disclosure, rowVersion, close } = await unknown();
		await markArrived(house.as("anna"), { candidate, disclosure, rowVersion, note: "Gebeld met de ontvanger" });
		const { disclosures, dispatches } = await registerOf(house.as("anna"), candidate);
		expect(disclosures.find((one) => one.id === disclosure)?.state).toBe("accepted");
		const found = dispatches.find((one) => one.disclosure_id === disclosure);
		expect(found?.detail).toContain("Gebeld");
		expect(found?.events.at(-1)).toMatchObject({ state: "accepted", by_id: house.ids.anna });
		await close();
	});

	it("R9.1 — nobody calls something arrived that is only queued", async () => {
		const { candidate, disclosure } = await queueReport(house);
		await leavesNothing(() => markArrived(house.as("anna"), { candidate, disclosure, rowVersion: 1, note: "x" }), {
			clause: "R4.1",
		});
	});
});

describe("notices", () => {
	const send = (
		to: string,
		kind: (typeof noticeKinds)[number],
		lang: "nl" | "en" = "nl",
		email = "iemand@prive.test",
		link = "https://bureau.test/mijn",
	) => {
		const by = house.as("anna");
		return by.act(mehmet().candidate, "information", { action: "remind" }, (tx, seal) =>
			notify(by, tx, seal, { to, email, kind, link, lang }),
		);
	};

	for (const kind of noticeKinds) {
		for (const lang of ["nl", "en"] as const) {
			it(`R3.g — ${kind} (${lang}) goes at once to one address and names nobody but the agency`, async () => {
				const sink = await mailSink();
				const sending = sendingTo(house, sink.url);
				await send(mehmet().candidate, kind, lang);
				const [row] = await house.rows<{ id: string }>("select id from app.dispatch where kind = $1 and state = 'queued'", [
					kind,
				]);
				expect(await transmit(sending, row?.id ?? "")).toBe("accepted");
				expect(sink.received[0]?.to).toEqual(["iemand@prive.test"]);
				const raw = sink.received[0]?.raw ?? Buffer.alloc(0);
				const mail = await simpleParser(raw);
				expect(mail.subject).toBe(`${notices[kind].subject[lang]} (Bureau Voorbeeld)`);
				expect(mail.text).toContain("https://bureau.test/mijn");
				expect(`${mail.text}${raw}`).not.toMatch(/Mehmet|Demir|Anna|Petra|Korenaar/);
				await sending.close();
				await sink.close();
			});
		}
	}

	it("R3.g — a notice to somebody else than the act is about gets its own log entry on that person", async () => {
		await send(house.ids.bram, "answerGiven");
		const [row] = await house.rows(
			"select subject_id, made_by from app.dispatch where kind = 'answerGiven' and state = 'queued'",
		);
		expect(row).toEqual({ subject_id: house.ids.bram, made_by: house.ids.anna });
		expect(
			await house.rows("select action, purpose, clause from audit.entry where subjects = array[$1::uuid] and action = 'notify'", [
				house.ids.bram,
			]),
		).toEqual([{ action: "notify", purpose: "information", clause: "R3.g" }]);
	});

	it("R3.g — to a contact person who left nothing goes", async () => {
		const sink = await mailSink();
		const sending = sendingTo(house, sink.url);
		await send(mehmet().contact, "addressVerification");
		await house
			.as("bea")
			.act(mehmet().contact, "registration", { action: "leave" }, (tx) =>
				tx.updateTable("app.contact_person").set({ left_at: new Date() }).where("id", "=", mehmet().contact).execute(),
			);
		const [row] = await house.rows<{ id: string }>(
			"select id from app.dispatch where kind = 'addressVerification' and state = 'queued'",
		);
		expect(await transmit(sending, row?.id ?? "")).toBe("blocked");
		expect(sink.received).toEqual([]);
		await sending.close();
		await sink.close();
	});

	it("R9.1 — an address that is not one plain address, or a link that is none, queues nothing", async () => {
		await leavesNothing(() => send(mehmet().candidate, "reminder", "nl", "a@x.test, b@x.test"), { name: BadAddress.name });
		await leavesNothing(() => send(mehmet().candidate, "reminder", "nl", "a@x.test", "javascript:alert(1)"), { name: "Error" });
	});
});
