import { answerConsent } from "../src/consents/answer.server.ts";
import { confirmPaperConsent, registerPaperConsent } from "../src/consents/paper.server.ts";
import { askToAsk, askToHold } from "../src/health/ask-consent.server.ts";
import { recordCarer } from "../src/health/carers.server.ts";
import { recordItem } from "../src/health/items.server.ts";
import { makeLetter, sendLetter } from "../src/health/letter.server.ts";
import { draftRequest, fileAnswer } from "../src/health/requests.server.ts";
import { today } from "../src/law/deadlines.ts";
import type { HealthArea } from "../src/law/health-grounds.ts";
import type { Press } from "../src/reports/freeze.server.ts";
import type { CandidateName, StaffName, TestHouse } from "./people.ts";

const url = "http://spoor.test";
export const question = "Hoeveel uur per dag kan Mehmet zittend werk doen?\nWelke aanpassingen zijn nodig?";
export const doctor = {
	kind: "generalPractitioner",
	...{
		name: "dr. E. Kok",
		organisation: "Huisartsenpraktijk De Linde",
		street: "Lindelaan 4",
		postcode: "1234 AB",
		city: "Voorbeeldstad",
	},
} as const;

/** A candidate says yes, in the portal, to what was put to them. */
export async function sayYes(house: TestHouse, name: CandidateName, consent: string): Promise<void> {
	const [row] = await house.rows<{ notice_sha256: Buffer }>("select notice_sha256 from app.consent where id = $1", [consent]);
	await answerConsent(house.asCandidate(name), url, {
		...{ id: crypto.randomUUID(), consent, answer: "yes", language: "nl" },
		noticeSha256: row?.notice_sha256.toString("hex") ?? "",
	});
}

/** The coach asks to keep an area, and the candidate says yes. */
export async function mayHold(house: TestHouse, name: CandidateName, coach: StaffName, area: HealthArea): Promise<string> {
	const { candidate, trajectory } = house.worlds[name];
	const id = crypto.randomUUID();
	await askToHold(house.as(coach), url, { id, candidate, trajectory, area, purpose: "guidance" });
	await sayYes(house, name, id);
	return id;
}

/** A doctor, and a question to them in draft. */
export async function layRequest(house: TestHouse, name: CandidateName, coach: StaffName) {
	const { candidate, trajectory } = house.worlds[name];
	const place = { candidate, trajectory, purpose: "guidance" } as const;
	const [carer, request] = [crypto.randomUUID(), crypto.randomUUID()];
	await recordCarer(house.as(coach), { ...place, id: carer, carer: doctor });
	await draftRequest(house.as(coach), {
		...place,
		id: request,
		carer,
		about: ["workCapacity", "adjustments"],
		question,
		rowVersion: null,
	});
	return { ...place, carer, request };
}

/** The candidate is asked whether these questions may be put, and says yes. */
export async function mayBeAsked(house: TestHouse, name: CandidateName, coach: StaffName, request: string): Promise<string> {
	const { candidate, trajectory } = house.worlds[name];
	const id = crypto.randomUUID();
	await askToAsk(house.as(coach), url, { candidate, trajectory, purpose: "guidance", id, request });
	await sayYes(house, name, id);
	return id;
}

/** The same on a signed paper whose scan is a PDF, which a second member of staff confirmed. */
export async function mayBeAskedOnPaper(
	house: TestHouse,
	name: CandidateName,
	coach: StaffName,
	request: string,
): Promise<string> {
	const { candidate, trajectory } = house.worlds[name];
	const consent = crypto.randomUUID();
	await askToAsk(house.as(coach), url, { candidate, trajectory, purpose: "guidance", id: consent, request });
	const [row] = await house.rows<{ number: string; hash: string }>(
		"select number, encode(notice_sha256, 'hex') as hash from app.consent where id = $1",
		[consent],
	);
	const typed = { number: row?.number ?? "", hash: row?.hash.slice(0, 8) ?? "" };
	const scan = new TextEncoder().encode("%PDF-1.7\nhandtekening\n%%EOF\n");
	const paper = { candidate, consent, typed };
	await registerPaperConsent(house.as(coach), { ...paper, id: crypto.randomUUID(), signedOn: today(house.as(coach)), scan });
	await confirmPaperConsent(house.as("fenna"), { ...paper, id: crypto.randomUUID() });
	return consent;
}

/** Something in every part of a candidate's compartment, up to the answer of a doctor. */
export async function layHealth(
	house: TestHouse,
	press: Press,
	name: CandidateName,
	coach: StaffName,
): Promise<{ request: string; answer: string }> {
	const by = house.as(coach);
	if (name === "sofie") for (const area of ["capacity", "illness"] as const) await mayHold(house, name, coach, area);
	const { request, ...place } = await layRequest(house, name, coach);
	const held = { words: "Vier uur per dag.", from: "2026-10-01", until: null, source: "candidate" } as const;
	await recordItem(by, "capacity", {
		...place,
		id: crypto.randomUUID(),
		content: { aspect: "hours", level: "limited", ...held },
	});
	await recordItem(by, "illness", { ...place, id: crypto.randomUUID(), content: { kind: "nature", ...held } });
	await mayBeAskedOnPaper(house, name, coach, request);
	await makeLetter(by, press, { ...place, request, rowVersion: 1 });
	await sendLetter(by, { ...place, request, rowVersion: 2, sentOn: today(by), disclosure: crypto.randomUUID() });
	const answer = crypto.randomUUID();
	const file = new TextEncoder().encode("%PDF-1.7\nantwoord\n%%EOF\n");
	await fileAnswer(by, { ...place, request, rowVersion: 3, id: answer, receivedOn: today(by), words: "Vier uur per dag.", file });
	return { request, answer };
}
