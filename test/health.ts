import { answerConsent } from "../src/consents/answer.server.ts";
import { askToAsk, askToHold } from "../src/health/ask-consent.server.ts";
import { recordCarer } from "../src/health/carers.server.ts";
import { draftRequest } from "../src/health/requests.server.ts";
import type { HealthArea } from "../src/law/health-grounds.ts";
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
