import { describe, expect, it } from "vitest";
import { askingConsent } from "../../test/asking-consent.ts";
import { NotAllowed } from "../law/decision.ts";
import { FieldErrors, NotFound } from "../platform/web/page.ts";
import { answerConsent } from "./answer.server.ts";
import { type Ask, askConsent, takeQuestionBack } from "./ask.server.ts";
import { expireConsents } from "./jobs.server.ts";
import { narrowConsent, recordRefusal, recordWithdrawal, withdrawConsent } from "./withdraw.server.ts";

const { house, url, its, anna, mehmet, question, asked, row, answer, given, inForce, leavesNothing } = askingConsent();

describe("R8.1 — asking", () => {
	it("R8.1 — the words, both languages and the data itself are sealed with their fingerprint; nothing is given with it", async () => {
		const id = await asked();
		expect(await row(id)).toMatchObject({ state: "asked" });
		expect(await inForce()).toBeUndefined();
		const [kept] = await house().rows<{ notice: Buffer; recipient: Buffer }>(
			"select notice, recipient from app.consent where id = $1",
			[id],
		);
		expect(kept?.notice.toString("latin1")).not.toContain("zittend");
		expect(kept?.recipient.toString("latin1")).not.toContain("Petra");
	});

	it.each([
		["illness to an employer", { dataClasses: ["illness"] }],
		["test answers to an employer", { dataClasses: ["testScores"] }],
		["what needs no consent", { dataClasses: ["progress"] }],
		["nothing", { dataClasses: [] }],
		["no data shown", { lines: [" "] }],
		["a day that has passed", { until: "2026-11-23" }],
		["more than a year", { until: "2027-11-24" }],
		["no objection at an employer", { kind: "noObjection" }],
	] as [string, Partial<Ask>][])("R8.1 — not for %s", async (_what, change) => leavesNothing(() => asked(change), NotAllowed));

	it("R8.1 — the same question does not wait twice; the same request is one question", async () => {
		const ask = question();
		await askConsent(anna(), url, ask);
		await askConsent(anna(), url, ask);
		await leavesNothing(() => asked(), NotAllowed);
	});

	it("R1.2 — nobody but who guides this candidate asks", async () => {
		for (const name of ["bram", "bea", "fenna", "ada"] as const)
			await leavesNothing(() => askConsent(house().as(name), url, question()), Error);
	});

	it("R8.1 — a question taken back is no longer answered", async () => {
		const id = await asked();
		await takeQuestionBack(anna(), { candidate: its().candidate, consent: id, id: crypto.randomUUID() });
		expect(await row(id)).toMatchObject({ state: "lapsed" });
		await leavesNothing(() => answer(id), NotAllowed);
	});
});

describe("R8.1 — answering", () => {
	it("R8.1 — yes with a fresh factor is in force; the event says how, when, in which words and language", async () => {
		const id = await given();
		expect(await inForce()).toEqual({ id });
		const events = await house().rows(
			"select kind, method, language, by_id, second_factor_at from app.consent_event where consent_id = $1",
			[id],
		);
		expect(events).toMatchObject([{ kind: "given", method: "portal", language: "nl", by_id: its().candidate }]);
	});

	it("R10.1 — yes without a fresh factor is refused; no needs none", async () => {
		const id = await asked();
		const stale = house().door.as({ ...mehmet().actor, secondFactorAt: new Date("2026-11-23T08:00:00Z") });
		await leavesNothing(() => answer(id, true, stale), FieldErrors);
		await answer(id, false, stale);
		expect(await row(id)).toMatchObject({ state: "refused" });
		expect(await inForce()).toBeUndefined();
	});

	it("R8.1 — to other words than were asked, or after its day, or by somebody else, is no answer", async () => {
		const id = await asked();
		const other = { id: crypto.randomUUID(), consent: id, answer: "yes" as const, language: "nl" as const };
		await leavesNothing(() => answerConsent(mehmet(), url, { ...other, noticeSha256: "ab".repeat(32) }), NotAllowed);
		await leavesNothing(() => answer(id, true, house().asCandidate("sofie")), NotFound);
		house().clock.set("2027-05-24T09:00:00Z");
		await leavesNothing(() => answer(id), NotAllowed);
	});

	it("R8.1 — an answer stands: a second is refused, a repeat of the first is the first", async () => {
		const id = await asked();
		const { hash } = await row(id);
		const first = { id: crypto.randomUUID(), consent: id, answer: "no" as const, noticeSha256: hash, language: "nl" as const };
		await answerConsent(mehmet(), url, first);
		await answerConsent(mehmet(), url, first);
		await leavesNothing(() => answer(id), NotAllowed);
	});

	it("R8.1 — the database itself refuses a yes written by staff, a worker or with other words", async () => {
		const id = await asked();
		const { candidate, trajectory } = its();
		const event = (by: ReturnType<typeof anna>, change: object) =>
			by.act(candidate, "reporting", { action: "check" }, (tx) =>
				tx
					.insertInto("app.consent_event")
					.values({
						...{ id: crypto.randomUUID(), subject_id: candidate, trajectory_id: trajectory, consent_id: id, kind: "given" },
						...{ at: by.now(), by_id: candidate, method: "portal", second_factor_at: by.now(), notice_sha256: Buffer.alloc(32) },
						...change,
					})
					.execute(),
			);
		const { notice_sha256 } = await row(id);
		await leavesNothing(() => event(anna(), { notice_sha256 }), /row-level security|R8.1/);
		await leavesNothing(() => event(house().worker(), { notice_sha256 }), /row-level security|R8.1/);
		await leavesNothing(() => event(mehmet(), {}), /R8.1/);
		await leavesNothing(() => event(mehmet(), { notice_sha256, second_factor_at: null }), /check/);
		await leavesNothing(
			() =>
				anna().act(candidate, "reporting", { action: "check" }, (tx) =>
					tx.updateTable("app.consent").set({ state: "given" }).where("id", "=", id).execute(),
				),
			/permission denied/,
		);
	});
});

describe("R8.1 — withdrawing, narrowing, the end", () => {
	it("R8.1 — withdrawing is one step without a factor, and at once", async () => {
		const id = await given();
		const unproven = house().door.as({ kind: "candidate", id: its().candidate, roles: [] });
		expect(await withdrawConsent(unproven, { id: crypto.randomUUID(), consent: id })).toEqual([]);
		expect(await row(id)).toMatchObject({ state: "withdrawn" });
		expect(await inForce()).toBeUndefined();
		await leavesNothing(() => withdrawConsent(mehmet(), { id: crypto.randomUUID(), consent: id }), NotAllowed);
	});

	it("R8.1 — another candidate, or another's coach, withdraws nothing", async () => {
		const id = await given();
		const event = { id: crypto.randomUUID(), consent: id };
		await leavesNothing(() => withdrawConsent(house().asCandidate("sofie"), event), NotFound);
		await leavesNothing(
			() => recordWithdrawal(house().as("bram"), { ...event, candidate: its().candidate, note: "Belde." }),
			NotFound,
		);
	});

	it("R8.1 — said by telephone, the coach records it with how; so is a no", async () => {
		const id = await given();
		const said = { id: crypto.randomUUID(), candidate: its().candidate, note: "Belde op maandag." };
		await recordWithdrawal(anna(), { ...said, consent: id });
		expect(await row(id)).toMatchObject({ state: "withdrawn" });
		const other = await asked();
		await leavesNothing(() => recordRefusal(anna(), { ...said, id: crypto.randomUUID(), consent: other, note: " " }), NotAllowed);
		await recordRefusal(anna(), { ...said, id: crypto.randomUUID(), consent: other });
		expect(await row(other)).toMatchObject({ state: "refused" });
	});

	it("R8.1 — narrowed to less it holds for the rest only; to more, or to nothing, it is refused", async () => {
		const id = await given({ dataClasses: ["capacity", "profile"] });
		const narrow = (remaining: string[]) => narrowConsent(mehmet(), { id: crypto.randomUUID(), consent: id, remaining });
		await leavesNothing(() => narrow(["capacity", "profile"]), NotAllowed);
		await leavesNothing(() => narrow([]), NotAllowed);
		await leavesNothing(() => narrow(["illness"]), NotAllowed);
		await narrow(["profile"]);
		expect(await inForce("profile")).toEqual({ id });
		expect(await inForce("capacity")).toBeUndefined();
		await leavesNothing(() => narrow(["capacity"]), NotAllowed);
	});

	it("R8.1 — after its last day it is over by itself; the night writes it down once", async () => {
		const id = await given();
		house().clock.set("2027-05-23T21:00:00Z");
		expect(await inForce()).toEqual({ id });
		expect(await expireConsents(house().door)).toBe(0);
		house().clock.set("2027-05-24T01:00:00Z");
		expect(await inForce()).toBeUndefined();
		expect(await expireConsents(house().door)).toBe(1);
		expect(await expireConsents(house().door)).toBe(0);
		expect(await row(id)).toMatchObject({ state: "expired" });
	});
});
