import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { doctor, layRequest, mayBeAsked, mayBeAskedOnPaper, mayHold, question } from "../../test/health.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { pressFor } from "../../test/press.ts";
import { withdrawConsent } from "../consents/withdraw.server.ts";
import { registerOf } from "../disclosures/queries.server.ts";
import { openDossier } from "../dossiers/dossier.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { checkSealedPdf } from "../platform/pdf/check.ts";
import { sealer } from "../platform/sealing.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import type { Press } from "../reports/freeze.server.ts";
import { attachedForm, letterPreview, makeLetter, sendLetter } from "./letter.server.ts";
import { myAnswerFile, myHealth } from "./mine.server.ts";
import { answerFile, requestOf, requestsOf } from "./queries.server.ts";
import { type Answer, draftRequest, endRequest, fileAnswer } from "./requests.server.ts";

let house: TestHouse;
let press: Press & { certificate: Uint8Array };
let now: Awaited<ReturnType<typeof layRequest>>;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set("2026-11-23T09:00:00Z");
	press = await pressFor(house);
});
afterAll(() => house.close());
beforeEach(async () => {
	now = await layRequest(house, "mehmet", "anna");
});

const anna = () => house.as("anna");
const refused = (clause: string) => expect.objectContaining({ clause });
const version = async () =>
	(await house.rows<{ row_version: number }>("select row_version from app.information_request where id = $1", [now.request]))[0]
		?.row_version ?? 0;
const of = async () => ({ ...now, rowVersion: await version() });
const state = async () =>
	(await house.rows<{ state: string }>("select state from app.information_request where id = $1", [now.request]))[0]?.state;
const consent = () => mayBeAsked(house, "mehmet", "anna", now.request);
const withdraw = (id: string) => withdrawConsent(house.asCandidate("mehmet"), { id: crypto.randomUUID(), consent: id });
const make = async () => makeLetter(anna(), press, await of());
const send = async (sentOn = "2026-11-23", disclosure = crypto.randomUUID(), who: StaffName = "anna") =>
	sendLetter(house.as(who), { ...(await of()), sentOn, disclosure }).then(() => disclosure);
const pdf = new Uint8Array(Buffer.from("%PDF-1.4\nantwoord van de arts\n%%EOF\n"));
const answer = async (change: Partial<Answer> = {}) =>
	fileAnswer(anna(), {
		...(await of()),
		id: crypto.randomUUID(),
		receivedOn: "2026-11-23",
		words: "Vier uur per dag.",
		file: null,
		...change,
	});
const kept = () =>
	house.rows(
		"select (select json_agg(r order by id) from app.information_request r) r, (select count(*) from app.information_answer)::int a, (select count(*) from app.disclosure)::int d, (select count(*) from app.information_request_event)::int e",
	);
async function nothingLeft(attempt: () => Promise<unknown>, error: unknown) {
	const before = await kept();
	await expect(attempt()).rejects.toThrow(error as Error);
	expect(await kept()).toEqual(before);
}

describe("a letter with the consent in it", () => {
	it("R8.2 — is made, sent, answered and closed; who and when stand with each; the register says what went to whom", async () => {
		const given = await consent();
		await make();
		const [row] = await house.rows<{ letter: Buffer; sha256: Buffer; consent_id: string }>(
			"select letter, sha256, consent_id from app.information_request where id = $1",
			[now.request],
		);
		expect(row?.consent_id).toBe(given);
		const bytes = await letterPreview(anna(), press, now);
		expect(createHash("sha256").update(bytes).digest()).toEqual(row?.sha256);
		expect(checkSealedPdf(bytes, press.certificate).ok).toBe(true);
		const disclosure = await send();
		await send("2026-11-23", disclosure); // the same form sent twice
		const { disclosures } = await registerOf(anna(), now.candidate);
		const sent = disclosures.find((one) => one.id === disclosure);
		expect(sent).toMatchObject({
			form: "letter",
			state: "recorded",
			clause: "R8.2",
			categories: ["workCapacity", "adjustments"],
		});
		expect(JSON.parse(sent?.recipient ?? "")).toMatchObject({
			name: doctor.name,
			type: "carer",
			postal: "Lindelaan 4, 1234 AB Voorbeeldstad",
		});
		expect(
			await house.rows("select consent_id, data_class from app.disclosure_consent where disclosure_id = $1", [disclosure]),
		).toEqual([{ consent_id: given, data_class: "capacity" }]);
		await answer({ words: "", file: pdf });
		await answer();
		await endRequest(anna(), { ...(await of()), step: "close" });
		const whole = await requestOf(anna(), now);
		expect(whole.events.map((one) => one.state)).toEqual(["draft", "sent", "answered", "answered", "closed"]);
		expect(whole.answers.map((one) => [one.words, one.file_type])).toEqual([
			[null, "application/pdf"],
			["Vier uur per dag.", null],
		]);
		const file = await answerFile(anna(), { ...now, answer: whole.answers[0]?.id ?? "" });
		expect(Buffer.from(file.file).toString()).toContain("antwoord van de arts");
	});

	it("R8.3 — the answer is sealed, is the candidate's to read, and is in no dossier screen; nor is it there that somebody was asked", async () => {
		await consent();
		await make();
		const disclosure = await send();
		await answer({ file: pdf });
		const rows = JSON.stringify(
			await house.rows("select encode(words, 'escape') w, encode(file, 'escape') f from app.information_answer"),
		);
		expect(rows).not.toContain("antwoord van de arts");
		expect(rows).not.toContain("Vier uur");
		const mine = await myHealth(house.asCandidate("mehmet"));
		const own = mine.answers.find((one) => one.request_id === now.request);
		expect(own?.words).toBe("Vier uur per dag.");
		expect((await myAnswerFile(house.asCandidate("mehmet"), own?.id ?? "")).type).toBe("application/pdf");
		await expect(myAnswerFile(house.asCandidate("sofie"), own?.id ?? "")).rejects.toThrow(NotFound);
		const dossier = JSON.stringify(await openDossier(anna(), { candidate: now.candidate, trajectory: now.trajectory }));
		expect(dossier).not.toContain(disclosure);
		expect(dossier).not.toContain("Kok");
	});
});

describe("a consent on paper", () => {
	const signed = () => mayBeAskedOnPaper(house, "mehmet", "anna", now.request);

	it("R8.2 — a scan that is a PDF goes along by itself, and the letter says which; a picture stands in the letter", async () => {
		await signed();
		await make();
		expect(Buffer.from(await attachedForm(anna(), now)).toString()).toContain("handtekening");
		const plain = (await letterPreview(anna(), press, now)).length;
		await house.rows("alter table app.consent_event disable trigger guard");
		const picture = Buffer.from(
			"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
			"base64",
		);
		const [event] = await house.rows<{ id: string }>(
			"select id from app.consent_event where kind = 'registered' order by n desc limit 1",
		);
		const { scan } = await sealer(house.keys)("consent_event", event?.id ?? "", now.candidate, { scan: picture });
		await house.rows("update app.consent_event set scan = $1, scan_type = 'image/png' where id = $2", [scan, event?.id]);
		await house.rows("alter table app.consent_event enable trigger guard");
		await make();
		expect((await letterPreview(anna(), press, now)).length).toBeGreaterThan(plain);
		await expect(attachedForm(anna(), now)).rejects.toThrow(NotFound);
	});
});

describe("without consent nothing is asked", () => {
	it("R8.2 — no letter, no preview of one, no sending", async () => {
		await nothingLeft(make, refused("R8.2"));
		await expect(letterPreview(anna(), press, now)).rejects.toThrow(refused("R8.2"));
		await nothingLeft(() => send(), refused("R8.2"));
	});

	it("R8.2 — a consent for other questions is none: what changed is asked anew", async () => {
		await consent();
		const change = (text: string) => async () =>
			draftRequest(anna(), {
				...(await of()),
				id: now.request,
				carer: now.carer,
				about: ["workCapacity", "adjustments"],
				question: text,
			});
		await make();
		await change(`${question}\nWat is de diagnose?`)();
		expect(await house.rows("select letter from app.information_request where id = $1", [now.request])).toEqual([
			{ letter: null },
		]);
		await nothingLeft(make, refused("R8.2"));
		await change(question)();
		await make();
	});

	it("R8.2 — a consent for what somebody can do is none for what they have, nor for another doctor", async () => {
		await consent();
		const illness = async () =>
			draftRequest(anna(), { ...(await of()), id: now.request, carer: now.carer, about: ["workCapacity", "illness"], question });
		await illness();
		await nothingLeft(make, refused("R8.2"));
		const other = await layRequest(house, "mehmet", "anna");
		await nothingLeft(async () => makeLetter(anna(), press, { ...other, rowVersion: 1 }), refused("R8.2"));
	});

	it("R8.2 — withdrawn after the letter was made, it does not go; withdrawn after it went, the answer is not kept", async () => {
		const first = await consent();
		await make();
		await withdraw(first);
		await nothingLeft(() => send(), refused("R8.2"));
		const second = await consent();
		await nothingLeft(() => send(), refused("R8.2")); // the letter holds the one that was withdrawn
		await make();
		await send();
		await withdraw(second);
		await nothingLeft(() => answer(), refused("R8.2"));
		await endRequest(anna(), { ...(await of()), step: "withdraw" });
		expect(await state()).toBe("withdrawn");
	});

	it("R8.2 — an answer is not filed on the consent to another question, and a letter did not go before its consent", async () => {
		house.clock.set("2026-11-24T09:00:00Z");
		const first = await consent();
		await make();
		await nothingLeft(() => send("2026-11-23"), refused("R8.2"));
		house.clock.set("2026-11-24T10:00:00Z");
		await mayBeAsked(house, "mehmet", "anna", now.request); // the newest, for the same doctor and the same classes
		await send("2026-11-24");
		await answer({ receivedOn: "2026-11-24" });
		await withdraw(first);
		await nothingLeft(() => answer({ receivedOn: "2026-11-24" }), refused("R8.2"));
		house.clock.set("2026-11-23T09:00:00Z");
	});

	it("R8.2 — the database itself keeps no question as sent without consent and register", async () => {
		const by = anna();
		await expect(
			by.act(now.candidate, "guidance", { action: "send" }, async (tx) => {
				const { openRequests } = await import("./requests.server.ts");
				await openRequests(tx, by, now);
				await tx.updateTable("app.information_request").set({ state: "sent" }).where("id", "=", now.request).execute();
			}),
		).rejects.toThrow(expect.objectContaining({ constraint: "asked_with_consent" }));
	});
});

describe("refusals", () => {
	it("R8.2 — a day to come, an old screen, and a step out of turn leave nothing behind", async () => {
		await consent();
		await nothingLeft(() => send(), refused("R8.2")); // no letter yet
		await make();
		await nothingLeft(() => send("2026-11-24"), refused("R8.2"));
		await nothingLeft(
			async () => sendLetter(anna(), { ...now, rowVersion: 1, sentOn: "2026-11-23", disclosure: crypto.randomUUID() }),
			Stale,
		);
		await nothingLeft(() => answer(), refused("R8.2"));
		await nothingLeft(async () => endRequest(anna(), { ...(await of()), step: "close" }), refused("R8.2"));
	});

	it("R8.3 — an empty answer, or a file that is no PDF or picture, is not filed", async () => {
		await consent();
		await make();
		await send();
		await nothingLeft(() => answer({ words: "  " }), refused("R8.3"));
		await nothingLeft(() => answer({ file: new Uint8Array(Buffer.from("<html>")) }), refused("R8.3"));
	});

	it("R8.2 — nobody but who guides asks or reads: another coach, a coordinator, back office, the privacy officer", async () => {
		for (const who of ["bram", "carla", "bea", "fenna"] as const) {
			await expect(requestsOf(house.as(who), now)).rejects.toThrow(/not (allowed|found)/);
			await expect(requestOf(house.as(who), now)).rejects.toThrow(/not (allowed|found)/);
			await nothingLeft(() => send("2026-11-23", crypto.randomUUID(), who), /not (allowed|found)/);
		}
	});

	it("R2.1 — at outplacement no doctor is recorded until she consents to it", async () => {
		await expect(layRequest(house, "sofie", "bram")).rejects.toThrow(NotAllowed);
		await mayHold(house, "sofie", "bram", "illness");
		await layRequest(house, "sofie", "bram");
	});
});
