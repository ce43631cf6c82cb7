import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendingTo } from "../../test/disclosing.ts";
import { mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { BadAddress } from "../platform/outbound/compose.ts";
import { noticeKinds, notices, wordsOf } from "./notices.ts";
import { notify } from "./notify.server.ts";
import { transmit } from "./transmit.server.ts";

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

describe("notices", () => {
	it("R3.g — a colleague is called je and everybody else u, in every notice that a colleague may get", () => {
		const toStaffToo = [
			"invitation",
			"answerGiven",
			"consentAnswered",
			"sendingStopped",
			"collectingStopped",
			"emergencyAlarm",
		] as const;
		const ofAccounts = ["passwordReset", "passwordChanged", "factorChanged", "newDevice", "accountRestored"] as const;
		for (const kind of [...toStaffToo, ...ofAccounts]) {
			const toStaff = wordsOf(kind, "nl", true);
			expect(`${toStaff.subject} ${toStaff.text}`, kind).not.toMatch(/\b(u|uw)\b/i);
			expect(wordsOf(kind, "en", true), kind).toEqual(wordsOf(kind, "en", false));
		}
		expect(wordsOf("newDevice", "nl", false).text).toContain("Was u dat niet");
	});

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
