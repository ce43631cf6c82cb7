import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { collecting } from "../../test/collecting.ts";
import { pdf, queueReport } from "../../test/disclosing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { no, yes } from "../law/decision.ts";
import { sql, type Tx } from "../platform/db.server.ts";
import { tokenHash } from "../platform/tokens.ts";
import { NotFound } from "../platform/web/page.ts";
import { endCollection, makeCode } from "./code.server.ts";
import { askRelease, collect, findPass, findWaiting, releaseAnswer } from "./collect.server.ts";
import { disclose } from "./disclose.server.ts";
import { hashOf } from "./hash.ts";
import { clear } from "./rules.ts";

let house: TestHouse;
const { noun, address, sent, coded, open, opened, releaseNow, eventsOf } = collecting(() => house);
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => {
	house.clock.set("2026-11-23T09:00:00Z");
	noun.word = yes("R8.1");
});

const now = () => house.clock.now();
const anna = () => house.as("anna");

describe("what leaves", () => {
	it("R8.1 — the mail carries a link and no document, no name and no code; the document stays here, sealed", async () => {
		const { state, mail, bytes, link, disclosure } = await sent();
		expect(state).toBe("accepted");
		expect(mail?.attachments).toEqual([]);
		expect(link).toHaveLength(43);
		const raw = bytes?.toString() ?? "";
		for (const word of ["Mehmet", "Demir", "Petra", "Rapportage", "7K3M", "Korenaar"]) expect(raw).not.toContain(word);
		const [kept] = await house.rows<{ pdf: Buffer }>("select pdf from app.disclosed_document where disclosure_id = $1", [
			disclosure,
		]);
		expect(kept?.pdf.includes(pdf.subarray(0, 200))).toBe(false);
		const [row] = await house.rows("select * from app.collection where disclosure_id = $1", [disclosure]);
		expect(row?.token_hash).toEqual(tokenHash(link));
		expect(row?.expires_on).toBe("2026-12-21");
	});

	it("R9.1 — without a confirmed address there is no such channel, and no lighter one: nothing is left behind", async () => {
		const count = () =>
			house.rows(
				"select (select count(*)::int from app.disclosure) d, (select count(*)::int from app.dispatch) m, (select count(*)::int from app.disclosed_document) k",
			);
		const before = await count();
		await withoutVerification(() =>
			expect(queueReport(house, { cleared: { categories: ["workCapacity"] } })).rejects.toMatchObject({ clause: "R9.1" }),
		);
		expect(await count()).toEqual(before);
	});

	it("R8.1 — words alone, without a document or a place to collect it, do not go at all", async () => {
		const world = house.worlds.mehmet;
		const recipient = {
			...{ contactId: world.contact, commissionerId: world.commissioner, commissionerName: "Bakkerij De Korenaar" },
			...{ name: "Petra Peeters", email: address, type: "employer" as const },
		};
		const clearance = clear(yes("R8.1"), {
			...{ subject: world.candidate, trajectory: world.trajectory, about: { kind: "test", id: crypto.randomUUID() }, recipient },
			...{
				form: "written",
				sha256: hashOf("Hij kan drie uur zitten."),
				categories: ["workCapacity"],
				purpose: "reporting",
				ground: "avg.6.1.f",
			},
		});
		const deed = anna().act(world.candidate, "reporting", { action: "send" }, (tx, seal) =>
			disclose(anna(), tx, seal, clearance, { subjectLine: "x", text: "Hij kan drie uur zitten." }),
		);
		await expect(deed).rejects.toMatchObject({ clause: "R8.1" });
	});

	it("R8.1 — a consent withdrawn before the mail leaves stops the mail, and the link opens nothing", async () => {
		noun.word = no("R8.1");
		const { disclosure } = await sent();
		await expect(makeCode(anna(), { candidate: house.worlds.mehmet.candidate, disclosure })).resolves.toMatch(/^\d{4} \d{4}$/);
		expect(
			await house.rows("select app.collectable(c, $2) as open from app.collection c where disclosure_id = $1", [
				disclosure,
				now(),
			]),
		).toEqual([{ open: "ended" }]);
	});
});

async function withoutVerification(work: () => Promise<void>) {
	const contact = house.worlds.mehmet.contact;
	const set = (value: string) =>
		anna().act(contact, "assignments", { action: "askAddress" }, (tx) =>
			sql`update app.address_verification set ended_at = ${value === "now" ? now() : null} where contact_id = ${contact}`.execute(
				tx,
			),
		);
	await set("now").catch(() => undefined);
	const [left] = await house.rows(
		"select count(*)::int as n from app.address_verification where contact_id = $1 and ended_at is null",
		[contact],
	);
	expect(left).toEqual({ n: 0 });
	await work();
	await set("null");
}

describe("at the door", () => {
	it("R8.1 — address and code open it, the gate says yes, and what is collected is exactly what was cleared; all of it is on record", async () => {
		const { disclosure, candidate, link, code } = await coded();
		const { outcome, pass } = await open(link, code, " P.Mehmet@Voorbeeld.test ");
		expect(outcome).toBe("opened");
		await askRelease(house.door, pass);
		expect(await releaseAnswer(house.door, pass)).toBe("waiting");
		expect(await releaseNow(disclosure)).toBe("released");
		expect(await releaseAnswer(house.door, pass)).toBe("released");
		const taken = await collect(house.door, pass);
		expect(taken.filename).toBe("rapportage-7K3M.pdf");
		expect(taken.pdf.equals(pdf)).toBe(true);
		expect(await eventsOf(disclosure)).toEqual(["codeMade", "opened", "collected"]);
		const log = await house.rows(
			"select action, actor_kind, outcome from audit.entry where object_id = $1 and actor_kind = 'recipient' order by at",
			[disclosure],
		);
		expect(log.map((row) => row.action)).toEqual(["tryCode", "askCollection", "collect"]);
		const events = (tx: Tx) => tx.selectFrom("app.collection_event").select("kind").execute();
		const seen = await house.asCandidate("mehmet").read(candidate, "portal", { action: "view" }, events);
		expect(seen.some((one) => one.kind === "collected")).toBe(true);
	});

	it("R8.1 — one yes is one collection, and it is good for a minute", async () => {
		const { disclosure, pass } = await opened();
		await askRelease(house.door, pass);
		await releaseNow(disclosure);
		await collect(house.door, pass);
		await expect(collect(house.door, pass)).rejects.toMatchObject({ clause: "R9.1" });
		await askRelease(house.door, pass);
		await releaseNow(disclosure);
		house.clock.set(new Date(now().getTime() + 61_000));
		await expect(collect(house.door, pass)).rejects.toMatchObject({ clause: "R9.1" });
		expect((await eventsOf(disclosure)).filter((kind) => kind === "collected")).toHaveLength(1);
	});

	it("R8.1 — wrong address or code say the same; the fifth locks, tells the coach, and a new code opens it again", async () => {
		const { disclosure, candidate, link, code } = await coded();
		expect((await open(link, code, "iemand@voorbeeld.test")).outcome).toBe("wrong");
		expect((await open(link, "0000 0000")).outcome).toBe("wrong");
		expect((await open(link, "")).outcome).toBe("wrong");
		expect((await open(link, "1")).outcome).toBe("wrong");
		expect((await open(link, "2")).outcome).toBe("locked");
		expect((await open(link, code)).outcome).toBe("locked");
		expect(await eventsOf(disclosure)).toEqual(["codeMade", "wrong", "wrong", "wrong", "wrong", "wrong", "locked"]);
		expect(
			await house.rows(
				"select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tellOfCollection' and j.payload->>'id' = $1",
				[disclosure],
			),
		).toHaveLength(1);
		const next = await makeCode(anna(), { candidate, disclosure });
		expect((await open(link, code)).outcome).toBe("wrong");
		expect((await open(link, next)).outcome).toBe("opened");
	});

	it("R8.1 — before a code is made, after it expired, and with another document's code, nothing opens", async () => {
		const { link, disclosure, candidate } = await sent();
		expect((await open(link, "1234 5678")).outcome).toBe("noCode");
		const other = await coded();
		const code = await makeCode(anna(), { candidate, disclosure });
		expect((await open(link, other.code)).outcome).toBe("wrong");
		house.clock.set("2026-11-30T09:10:01Z");
		expect((await open(link, code)).outcome).toBe("noCode");
		expect((await open("x".repeat(43), code)).outcome).toBe("closed");
	});

	it("R9.1 — after its term it is closed, whatever the code", async () => {
		const { link, disclosure, candidate } = await sent();
		house.clock.set("2026-12-21T09:00:00Z");
		const code = await makeCode(anna(), { candidate, disclosure });
		expect((await open(link, code)).outcome).toBe("opened");
		house.clock.set("2026-12-21T23:00:00Z"); // the next day in Amsterdam
		expect((await findWaiting(house.door, link, now()))?.state).toBe("expired");
		expect((await open(link, code)).outcome).toBe("closed");
		await expect(makeCode(anna(), { candidate, disclosure })).rejects.toMatchObject({ clause: "R9.1" });
	});

	it("R8.1 — a no of the gate at the door closes it for good, and the coach reads why", async () => {
		const { disclosure, pass, link } = await opened();
		await askRelease(house.door, pass);
		noun.word = no("R8.1", { nl: "De toestemming is ingetrokken.", en: "The consent was withdrawn." });
		expect(await releaseNow(disclosure)).toBe("refused");
		expect(await releaseAnswer(house.door, pass)).toBe("refused");
		await expect(collect(house.door, pass)).rejects.toMatchObject({ clause: "R9.1" });
		expect((await findWaiting(house.door, link, now()))?.state).toBe("ended");
		expect(await eventsOf(disclosure)).toEqual(["codeMade", "opened", "refused"]);
	});

	it("R8.1 — closed between the yes and the collecting, it is not collected", async () => {
		const { disclosure, candidate, pass } = await opened();
		await askRelease(house.door, pass);
		await releaseNow(disclosure);
		await endCollection(anna(), { candidate, disclosure });
		await expect(collect(house.door, pass)).rejects.toMatchObject({ clause: "R9.1" });
		expect(await eventsOf(disclosure)).not.toContain("collected");
	});

	it("R8.1 — whoever became another kind of recipient between the yes and the collecting waits for another yes, and collects nothing on the first", async () => {
		const { disclosure, pass } = await opened();
		const { commissioner, contact } = house.worlds.mehmet;
		const become = (table: "commissioner" | "contact_person", id: string, kind: string) =>
			house.rows(`update app.${table} set kind = $2 where id = $1`, [id, kind]);
		for (const table of ["commissioner", "contact_person"]) await house.rows(`alter table app.${table} disable trigger guard`);
		for (const change of [
			() => become("commissioner", commissioner, "insurer"),
			() => become("contact_person", contact, "companyDoctor"),
		]) {
			await askRelease(house.door, pass);
			expect(await releaseNow(disclosure)).toBe("released");
			await change();
			await expect(collect(house.door, pass)).rejects.toMatchObject({ clause: "R9.1" });
			expect(await eventsOf(disclosure)).not.toContain("collected");
			await become("commissioner", commissioner, "employer");
			await become("contact_person", contact, "contact");
		}
		await askRelease(house.door, pass);
		expect(await releaseNow(disclosure)).toBe("released");
		await collect(house.door, pass);
		expect(await eventsOf(disclosure)).toContain("collected");
		for (const table of ["commissioner", "contact_person"]) await house.rows(`alter table app.${table} enable trigger guard`);
	});

	it("R6.1 — a contact person who left collects nothing, and neither does one whose address is no longer confirmed", async () => {
		const { link, code, pass, disclosure } = await opened();
		await askRelease(house.door, pass);
		const contact = house.worlds.mehmet.contact;
		const leave = (at: Date | null) =>
			house
				.as("bea")
				.act(contact, "assignments", { action: "update" }, (tx) =>
					tx.updateTable("app.contact_person").set({ left_at: at }).where("id", "=", contact).execute(),
				);
		await leave(now());
		expect((await findWaiting(house.door, link, now()))?.state).toBe("ended");
		expect((await open(link, code)).outcome).toBe("closed");
		expect(await findPass(house.door, pass, now())).toBeUndefined();
		expect(await releaseNow(disclosure)).toBe("refused");
		await leave(null);
	});
});

describe("who sees it", () => {
	it("R8.1 — the recipient's own role sees that one document with a pass, and nothing without, with another's, or as another", async () => {
		const mine = await opened();
		const other = await opened();
		const contact = house.worlds.mehmet.contact;
		const rows = (pass: string | undefined, as: string, subject = mine.candidate) =>
			house.door.as({ kind: "recipient", id: as, roles: [] }).act(subject, "reporting", { action: "view" }, async (tx) => {
				if (pass)
					await sql`select set_config('app.pass', ${tokenHash(pass).toString("hex")}, true), set_config('app.moment', ${now().toISOString()}, true)`.execute(
						tx,
					);
				const ids = (await tx.selectFrom("app.disclosed_document").select("disclosure_id").execute()).map(
					(row) => row.disclosure_id,
				);
				const register = (await tx.selectFrom("app.disclosure").select("id").execute()).map((row) => row.id);
				expect(register).toEqual(ids);
				return ids;
			});
		expect(await rows(mine.pass, contact)).toEqual([mine.disclosure]);
		expect(await rows(other.pass, contact)).toEqual([other.disclosure]);
		expect(await rows(undefined, contact)).toEqual([]);
		expect(await rows("x", contact)).toEqual([]);
		expect(await rows(mine.pass, house.worlds.sofie.contact)).toEqual([]);
		expect(await rows(mine.pass, contact, house.worlds.sofie.candidate)).toEqual([]);
	});

	it("R1.2 — another coach, back office and the candidate make no code", async () => {
		const { disclosure, candidate } = await sent();
		await expect(makeCode(house.as("bram"), { candidate, disclosure })).rejects.toThrow(NotFound);
		await expect(makeCode(house.as("bea"), { candidate, disclosure })).rejects.toMatchObject({ clause: "R7.1" });
		expect(await eventsOf(disclosure)).toEqual([]);
	});
});
