import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { layConsent } from "../../test/consenting.ts";
import { queueReport, sendingTo } from "../../test/disclosing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { withdrawConsent } from "../consents/withdraw.server.ts";
import { type Decision, yes } from "../law/decision.ts";
import { readBack } from "../platform/outbound/read-back.ts";
import type { Send } from "../platform/outbound/send.ts";
import { endCollection, makeCode } from "./code.server.ts";
import { askRelease, collect, tryOpen } from "./collect.server.ts";
import { linkIn } from "./collection.ts";
import { sendAgain } from "./decide.server.ts";
import { release } from "./release.server.ts";
import { transmit } from "./transmit.server.ts";

let house: TestHouse;
let outcome: "accepted" | "unknown" = "accepted";
beforeAll(async () => {
	house = await testHouse();
	for (const table of ["consent", "commissioner"]) await house.rows(`alter table app.${table} disable trigger guard`);
});
afterAll(() => house.close());
beforeEach(async () => {
	outcome = "accepted";
	house.clock.set("2026-11-23T09:00:00Z");
	await house.rows("update app.consent set state = 'lapsed'");
	await house.rows("update app.commissioner set kind = 'employer'");
});

const word: Decision = yes("R8.1");
const lay = (change: Parameters<typeof layConsent>[1] = {}) =>
	layConsent(house, { dataClasses: ["capacity"], purpose: "reporting", ...change });
const withdraw = (consent: string) => withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent });
const on = async (disclosure: string) =>
	(
		await house.rows<{ consent_id: string }>("select consent_id from app.disclosure_consent where disclosure_id = $1", [
			disclosure,
		])
	).map((row) => row.consent_id);
const ended = async (disclosure: string) =>
	(await house.rows("select ended_clause from app.collection where disclosure_id = $1", [disclosure]))[0]?.ended_clause;
const row = async (dispatch: string) =>
	(
		await house.rows<{ state: string; clause: string; row_version: number }>(
			"select state, clause, row_version from app.dispatch where id = $1",
			[dispatch],
		)
	)[0];

/** The worker takes it up after the time to undo: what became of it, and the link that went. */
async function go(dispatch: string, at = "2026-11-23T09:11:00Z") {
	house.clock.set(at);
	let bytes: Buffer | undefined;
	const sending = sendingTo(house, "smtp://127.0.0.1:9", async () => word);
	const send: Send = async (mail) => {
		bytes = Buffer.from(mail.bytes);
		return outcome === "accepted" ? { kind: "accepted", answer: "250" } : { kind: "unknown", answer: "" };
	};
	const state = await transmit({ ...sending, send }, dispatch);
	await sending.close();
	return { state, link: bytes ? (linkIn((await readBack(bytes)).text ?? "") ?? "") : undefined };
}
const queue = () => queueReport(house, { cleared: { categories: ["workCapacity"] }, consent: false });

it("R8.1 — a declaration of no objection is part of what it goes on: withdrawn while it waits, it stops at once", async () => {
	await house.rows("update app.commissioner set kind = 'uwv'");
	const consent = await lay({ dataClasses: ["testScores"], recipientType: "uwv" });
	const declared = await lay({ kind: "noObjection", dataClasses: ["testScores"], recipientType: "uwv" });
	const { contact, commissioner, contactEmail } = house.worlds.mehmet;
	const { dispatch, disclosure } = await queueReport(house, {
		consent: false,
		cleared: {
			categories: ["testScores"],
			recipient: {
				...{ contactId: contact, commissionerId: commissioner, commissionerName: "UWV" },
				...{ name: "Petra Peeters", email: contactEmail, type: "uwv" },
			},
		},
	});
	expect((await on(disclosure)).sort()).toEqual([consent, declared].sort());
	expect(await withdraw(declared)).toMatchObject([{ disclosure, state: "blocked" }]);
	expect((await row(dispatch))?.state).toBe("blocked");
	expect((await go(dispatch)).link).toBeUndefined();
});

it("R8.1 — consented anew before it left: it goes on that one too, and withdrawing that one closes the collection", async () => {
	const first = await lay();
	const { dispatch, disclosure } = await queue();
	house.clock.set("2026-11-23T09:05:00Z");
	const second = await lay();
	expect((await go(dispatch)).state).toBe("accepted");
	expect((await on(disclosure)).sort()).toEqual([first, second].sort());
	expect(await ended(disclosure)).toBeNull();
	await withdraw(second);
	expect(await ended(disclosure)).toBe("R8.1");
});

it("R8.1 — consented anew before it was collected: withdrawn between the yes and the taking, it is not taken", async () => {
	await lay();
	const { dispatch, disclosure, candidate } = await queue();
	const { link } = await go(dispatch);
	house.clock.set("2026-11-23T09:20:00Z");
	const newest = await lay();
	const code = await makeCode(house.as("anna"), { candidate, disclosure });
	const { pass } = await tryOpen(house.door, { link: link ?? "", address: "p.mehmet@voorbeeld.test", code }, house.clock.now());
	await askRelease(house.door, pass);
	expect(await release({ door: house.door, rechecks: { test: async () => word } }, disclosure)).toBe("released");
	expect(await on(disclosure)).toContain(newest);
	await withdraw(newest);
	await expect(collect(house.door, pass)).rejects.toMatchObject({ clause: "R9.1" });
});

it("R9.1 — what no longer waits is not mailed again: not by a person, and not by the gate", async () => {
	outcome = "unknown";
	await lay();
	const { dispatch, disclosure, candidate } = await queue();
	expect((await go(dispatch)).state).toBe("unknown");
	const again = async () => {
		const { row_version: rowVersion = 0 } = (await row(dispatch)) ?? {};
		await sendAgain(house.as("anna"), { candidate, disclosure, rowVersion, lookedAgain: true });
	};
	await again(); // while it waits, it goes again
	await endCollection(house.as("anna"), { candidate, disclosure });
	expect((await go(dispatch, "2026-11-23T09:30:00Z")).link).toBeUndefined();
	const stopped = await row(dispatch);
	expect(stopped).toMatchObject({ state: "blocked", clause: "R9.1" });
	await expect(again()).rejects.toMatchObject({ clause: "R9.1" });
	expect(await row(dispatch)).toEqual(stopped);
});

it("R9.1 — nor after its last day", async () => {
	await lay();
	const { dispatch, disclosure, candidate } = await queue();
	outcome = "unknown";
	await go(dispatch);
	house.clock.set("2026-12-22T09:00:00Z");
	const before = await row(dispatch);
	const deed = sendAgain(house.as("anna"), {
		...{ candidate, disclosure, lookedAgain: true },
		rowVersion: before?.row_version ?? 0,
	});
	await expect(deed).rejects.toMatchObject({ clause: "R9.1" });
	expect(await row(dispatch)).toEqual(before);
});
