import { updateContact } from "../../src/commissioners/contact.server.ts";
import { saveCommissioner } from "../../src/commissioners/save.server.ts";
import { answerConsent } from "../../src/consents/answer.server.ts";
import { askConsent } from "../../src/consents/ask.server.ts";
import { expireConsents, lapseConsents } from "../../src/consents/jobs.server.ts";
import { confirmPaperConsent, registerPaperConsent } from "../../src/consents/paper.server.ts";
import { narrowConsent, recordWithdrawal, type Stopped, withdrawConsent } from "../../src/consents/withdraw.server.ts";
import type { TestHouse } from "../people.ts";
import type { Ground } from "./ground.ts";
import type { Asking } from "./steps.ts";
import { askedFor, declaredFor, type Kind, type Question, type Sort, sortsOf, type Topic, type Witness } from "./witness.ts";

// What coach and candidate do about consent, and who the recipient becomes. The witness hears of it once a verb has said yes.

const url = "http://spoor.test";

/** The coach asks about what this report holds. */
export async function asks({ house, witness, report }: Ground, topics: readonly Topic[], asking: Asking): Promise<void> {
	const { candidate, trajectory, contact } = house.worlds.mehmet;
	const { kind, astray } = asking;
	const needed = kind === "disclose" ? askedFor(witness.kind, topics) : declaredFor(witness.kind, topics);
	const id = crypto.randomUUID();
	const document = asking.about === "document" ? witness.shown.at(-1) : undefined;
	if (asking.about === "document" && !document) return;
	const question: Question = {
		...{ id, kind, sorts: needed.length > 0 ? needed : sortsOf(topics), until: witness.day(asking.days), answer: "none" },
		...{ purpose: astray === "purpose" ? "guidance" : "assignments", document: document?.sha256 ?? null },
		...{ to: astray === "recipient" ? undefined : witness.kind, person: witness.person },
	};
	await askConsent(house.as("anna"), url, {
		...{ id, candidate, trajectory, kind, purpose: question.purpose as "guidance", dataClasses: question.sorts },
		recipient: { kind: "contact", contactId: astray === "recipient" ? house.worlds.sofie.contact : contact },
		...{ lines: ["Wat er staat."], until: question.until, ...(document && { report }) },
	});
	witness.questions.push(question);
}

/** The candidate sees what came with a version that was submitted: a question about that document. */
export async function seesQuestions(house: TestHouse, witness: Witness, version: string): Promise<void> {
	const rows = await house.rows<{ id: string; purpose: string; sorts: Sort[]; document: string; until: string }>(
		`select id, purpose, data_classes sorts, encode(document_sha256, 'hex') document, expires_on::text until
		from app.consent where version_id = $1 and state = 'asked'`,
		[version],
	);
	for (const row of rows)
		witness.questions.push({ ...row, kind: "disclose", to: witness.kind, person: witness.person, answer: "none" });
}

export async function answers({ house, witness }: Ground, answer: "give" | "refuse"): Promise<void> {
	const question = witness.open();
	if (!question) return;
	const { hash } = await noticeOf(house, question.id);
	await answerConsent(house.asCandidate("mehmet"), url, {
		...{ id: crypto.randomUUID(), consent: question.id, answer: answer === "give" ? "yes" : "no" },
		...{ noticeSha256: hash, language: "nl" },
	});
	if (answer === "give") witness.yes(question);
	else witness.over(question);
}

/** A signed paper: one registers it, another confirms. */
export async function signs({ house, witness }: Ground): Promise<void> {
	const question = witness.open();
	if (!question) return;
	const { hash, number } = await noticeOf(house, question.id);
	const { candidate } = house.worlds.mehmet;
	const its = { candidate, consent: question.id, typed: { number, hash: hash.slice(0, 8) } };
	const scan = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
	await registerPaperConsent(house.as("anna"), { id: crypto.randomUUID(), ...its, signedOn: witness.day(), scan });
	question.answer = "registered";
	await confirmPaperConsent(house.as("fenna"), { id: crypto.randomUUID(), ...its });
	witness.yes(question);
}

/** The candidate takes back the latest yes, in the portal or by telephone. */
export async function takesBack({ house, witness }: Ground, byPhone: boolean): Promise<void> {
	const question = witness.held();
	if (!question) return;
	const event = { id: crypto.randomUUID(), consent: question.id };
	const { candidate } = house.worlds.mehmet;
	const met = byPhone
		? await recordWithdrawal(house.as("anna"), { ...event, candidate, note: "Belde." })
		: await withdrawConsent(house.asCandidate("mehmet"), event);
	witness.over(question);
	named(witness, met);
}

/** The candidate leaves all but the first sort. */
export async function narrows({ house, witness }: Ground): Promise<void> {
	const question = witness.held();
	if (!question) return;
	const remaining = question.sorts.slice(1);
	const its = { id: crypto.randomUUID(), consent: question.id };
	const met = await narrowConsent(house.asCandidate("mehmet"), { ...its, remaining });
	witness.narrow(question);
	named(witness, met);
}

/** What had begun to leave is named, and is no breach of a yes that was taken back only then. */
function named(witness: Witness, met: readonly Stopped[]): void {
	for (const { disclosure, state } of met) if (state === "transmitting") witness.underWay.add(disclosure);
}

/** At night it is written down which days have passed, and which yes was to somebody who is another by now. */
export async function night({ house, witness }: Ground): Promise<void> {
	await expireConsents(house.door);
	await lapseConsents(house.door);
	for (const question of witness.questions)
		if (question.until < witness.day() || (question.to && question.person < witness.person)) witness.over(question);
}

// Two names in turn: who the contact person is follows from how often they became another.
const nameOf = (person: number) => ({ given: person % 2 ? "Petra" : "Paula", family: "Peeters" });

async function contactNow({ rows, worlds }: TestHouse) {
	const [now] = await rows<{ role: string; row: number; person: number; organisation: string; organisationRow: number }>(
		`select c.kind role, c.row_version row, c.person_n person, o.kind organisation, o.row_version "organisationRow"
		from app.contact_person c join app.commissioner o on o.id = c.commissioner_id where c.id = $1`,
		[worlds.mehmet.contact],
	);
	if (!now) throw new Error("There is no such contact person");
	return now;
}

const particulars = ({ worlds }: TestHouse) =>
	({ id: worlds.mehmet.contact, email: worlds.mehmet.contactEmail, phone: null, job_title: null }) as const;

/** Back office writes down that the contact person, or their organisation, is of another kind. */
export async function becomes(house: TestHouse, witness: Witness, kind: Kind): Promise<void> {
	const role = kind === "companyDoctor" ? "companyDoctor" : "contact";
	const organisation = kind === "companyDoctor" ? "employer" : kind;
	const now = await contactNow(house);
	if (now.role !== role)
		await updateContact(house.as("bea"), {
			...{ ...particulars(house), row_version: now.row, kind: role, name: nameOf(now.person) },
		});
	if (now.organisation !== organisation)
		await saveCommissioner(house.as("bea"), {
			...{ id: house.worlds.mehmet.commissioner, row_version: now.organisationRow, kind: organisation },
			...{ name: "Bakkerij De Korenaar", kvk: null, address: null, postal_code: null, city: null },
			mail_domains: ["voorbeeld.test"],
		});
	witness.become(kind);
}

/** The contact person is somebody else from now on, whose address nobody confirmed yet. */
export async function isReplaced(house: TestHouse, witness: Witness): Promise<void> {
	const now = await contactNow(house);
	const kind = now.role as "contact" | "companyDoctor";
	await updateContact(house.as("bea"), { ...particulars(house), row_version: now.row, kind, name: nameOf(now.person + 1) });
	witness.replaced();
}

async function noticeOf(house: TestHouse, id: string): Promise<{ hash: string; number: string }> {
	const [row] = await house.rows<{ hash: string; number: string }>(
		"select encode(notice_sha256, 'hex') as hash, number from app.consent where id = $1",
		[id],
	);
	return row ?? { hash: "", number: "" };
}
