import { contactLeaves } from "../../src/commissioners/contact.server.ts";
import { lexiconWith } from "../../src/guard/lexicon/base.ts";
import { markedIn } from "../../src/guard/read.ts";
import { askSetAside } from "../../src/guard/set-aside.server.ts";
import type { ReportAbout } from "../../src/law/assignment-types.ts";
import type { CalendarDate } from "../../src/law/deadlines.ts";
import { type AnswerInput, answerReport } from "../../src/reports/answer.server.ts";
import { reviseReport, saveDraft, startReport, withdrawReport } from "../../src/reports/draft.server.ts";
import type { Press } from "../../src/reports/freeze.server.ts";
import { readInPortal, tellOfReport } from "../../src/reports/inform.server.ts";
import { confirmPaperAnswer, registerPaperAnswer } from "../../src/reports/paper.server.ts";
import { remindCandidate } from "../../src/reports/remind.server.ts";
import { sendReport, unsendReport } from "../../src/reports/send.server.ts";
import { submitReport } from "../../src/reports/submit.server.ts";
import { answers, transmitAt } from "./mail.ts";
import { askedChange, briefText, correction, refusal, remark, reportText } from "./report-texts.ts";
import { candidateAt, dayAgo, idOf, staffAt } from "./scene.ts";
import { asCoach, at, type Story } from "./story.ts";

/** One report of a story, with the ids that a form would have made. */
export interface Written {
	readonly story: Story;
	readonly about: ReportAbout;
	readonly n: number;
	readonly due: CalendarDate;
	readonly from: CalendarDate;
	readonly report: string;
	version: string;
	readonly disclosure: string;
	answer: string;
}

const pressOf = ({ scene: { render, agency, publicUrl } }: Story): Press => ({ render, agency, publicUrl });

async function one<R extends object>({ story }: Written, query: string, id: string): Promise<R> {
	const { rows } = await story.scene.owner.query<R>(query, [id]);
	if (!rows[0]) throw new Error(`Nothing found by: ${query}`);
	return rows[0];
}
const versionOf = (of: Written) =>
	one<{ row_version: number }>(of, "select row_version from app.report where id = $1", of.report);
const draftOf = (of: Written) =>
	one<{ row_version: number }>(of, "select row_version from app.report_draft where report_id = $1", of.report);

async function begin(of: Written, day: number): Promise<void> {
	const { story, about, due, from, report } = of;
	const { candidate, trajectory, scene } = story;
	const by = asCoach(story, day, "09:40");
	const { id } = await one<{ id: string }>(
		of,
		`select id from app.agreement_line where agreement_id = $1 and form = 'written' and about = '${about}'`,
		story.agreement ?? "",
	);
	const until = dayAgo(scene, day);
	await startReport(by, {
		id: report,
		candidate,
		trajectory,
		line: id,
		dueOn: about === "final" ? null : due,
		periodFrom: from < until ? from : until,
		periodTo: until < due ? until : due,
	});
}

async function save(of: Written, day: number, more = ""): Promise<void> {
	const { story, about, n, report } = of;
	const { given } = story.person;
	const { kind } = await one<{ kind: string }>(of, "select kind from app.report where id = $1", report);
	const titles = { plan: "Trajectplan", progress: "Voortgangsrapportage", final: "Eindrapportage" };
	const [title, body] =
		kind === "brief"
			? ["Bericht over de voortgang", briefText(n, given)]
			: [titles[about], reportText(about, n, given) + more.replaceAll("{naam}", given)];
	const { row_version } = await draftOf(of);
	await saveDraft(asCoach(story, day, "10:25"), { candidate: story.candidate, report, rowVersion: row_version, title, body });
}

/** A sentence that the guard takes for more than it is: the coach says so, and a colleague has not decided yet. */
async function falseAlarm(of: Written, day: number): Promise<void> {
	const { story, report } = of;
	const sentence = `Bij de kwekerij leerde ${story.person.given} een schimmelinfectie op rozen herkennen.`;
	await save(of, day, `\n\n${sentence}`);
	const by = asCoach(story, day, "10:40");
	const [finding] = markedIn(sentence, lexiconWith());
	if (!finding) throw new Error("The guard finds nothing to call a false alarm");
	await askSetAside(by, {
		...{ id: by.chance.uuid(), candidate: story.candidate, report, ...finding },
		reason: "Het gaat over rozen, niet over een ziekte.",
	});
}

async function submit(of: Written, day: number): Promise<void> {
	const { story, report, version } = of;
	const { row_version } = await draftOf(of);
	await submitReport(asCoach(story, day, "11:05"), pressOf(story), {
		candidate: story.candidate,
		report,
		draftVersion: row_version,
		version,
	});
}

type Said = Pick<AnswerInput, "answer"> & Partial<Pick<AnswerInput, "remark" | "ownView">>;

async function shown(of: Written, said: Said): Promise<AnswerInput> {
	const row = await one<{ sha256: Buffer; recipients_sha256: Buffer }>(
		of,
		"select sha256, recipients_sha256 from app.report_version where id = $1",
		of.version,
	);
	const [sha256, recipientsSha256] = [row.sha256.toString("hex"), row.recipients_sha256.toString("hex")];
	return {
		id: of.answer,
		candidate: of.story.candidate,
		report: of.report,
		version: of.version,
		sha256,
		recipientsSha256,
		remark: null,
		ownView: null,
		...said,
	};
}

const answer = (said: Said) => async (of: Written, day: number) => {
	await answerReport(candidateAt(of.story.scene, of.story.candidate, at(of.story, day, "12:20")), await shown(of, said));
};

async function paper(of: Written, day: number): Promise<void> {
	const { story } = of;
	const input = await shown(of, { answer: "approved" });
	const typed = await typedOver(of);
	await registerPaperAnswer(asCoach(story, day, "11:20"), { ...input, signedOn: dayAgo(story.scene, day), typed });
}

/** What stands on the paper of this version. */
const typedOver = (of: Written) =>
	one<{ number: string; hash: string }>(
		of,
		"select document_number as number, left(encode(sha256, 'hex'), 8) as hash from app.report_version where id = $1",
		of.version,
	);

/** The deputy, or back office, saw the paper too: it counts once two members of staff did. */
async function confirmPaper(of: Written, day: number): Promise<void> {
	const { story, report } = of;
	const by = staffAt(story.scene, story.person.deputy?.[0] ?? "bea", at(story, day, "11:50"));
	await confirmPaperAnswer(by, { candidate: story.candidate, report, answer: of.answer, typed: await typedOver(of) });
}

async function revise(of: Written, day: number): Promise<void> {
	const { row_version } = await versionOf(of);
	await reviseReport(asCoach(of.story, day, "09:50"), {
		candidate: of.story.candidate,
		report: of.report,
		rowVersion: row_version,
	});
	of.version = crypto.randomUUID();
	of.answer = crypto.randomUUID();
}

async function send(of: Written, day: number, clock = "14:10"): Promise<void> {
	const { story, report, disclosure } = of;
	const { row_version } = await versionOf(of);
	await sendReport(asCoach(story, day, clock), story.scene.agency, story.scene.publicUrl, {
		candidate: story.candidate,
		report,
		rowVersion: row_version,
		disclosure,
	});
}

/** Ten minutes and a little later, when nobody can take it back any more. */
const later = ({ story }: Written) => new Date(story.last.getTime() + 11 * 60_000);

async function recipientLeaves({ story }: Written, day: number): Promise<void> {
	const { scene } = story;
	const contact = idOf(scene, "joost");
	const { rows } = await scene.owner.query<{ row_version: number }>("select row_version from app.contact_person where id = $1", [
		contact,
	]);
	await contactLeaves(staffAt(scene, "bea", at(story, day, "14:13")), {
		contact,
		rowVersion: rows[0]?.row_version ?? 0,
		replacedBy: idOf(scene, "ilse"),
	});
}

async function withdraw(of: Written, day: number): Promise<void> {
	const { row_version } = await versionOf(of);
	await withdrawReport(asCoach(of.story, day, "14:30"), {
		candidate: of.story.candidate,
		report: of.report,
		rowVersion: row_version,
	});
}

async function tell({ story, report }: Written, day: number): Promise<void> {
	const by = asCoach(story, day, "13:30");
	await tellOfReport(by, {
		id: by.chance.uuid(),
		candidate: story.candidate,
		report,
		how: "phone",
		on: dayAgo(story.scene, day),
		note: "Het bericht voorgelezen.",
	});
}

async function remind({ story, report }: Written, day: number): Promise<void> {
	const by = asCoach(story, day, "09:10");
	await remindCandidate(by, story.scene.publicUrl, { id: by.chance.uuid(), candidate: story.candidate, report });
}

/** What somebody can do with a report, by the name that the plots use. */
export const deeds = {
	falseAlarm,
	begin,
	write: (of, day) => save(of, day),
	correct: (of, day) => save(of, day, correction),
	submit,
	approve: answer({ answer: "approved" }),
	remark: answer({ answer: "approvedWithRemark", remark }),
	askChange: answer({ answer: "changeRequested", remark: askedChange }),
	refuse: answer({ answer: "refused", ...refusal }),
	paper,
	confirmPaper,
	revise,
	withdraw,
	tell,
	read: ({ story, report }, day) =>
		readInPortal(candidateAt(story.scene, story.candidate, at(story, day, "20:15")), { candidate: story.candidate, report }),
	remind,
	send: (of, day) => send(of, day),
	sendNow: (of) => send(of, 0, "23:59"),
	undo: ({ story, report, disclosure }, day) =>
		unsendReport(asCoach(story, day, "14:14"), { candidate: story.candidate, report, disclosure }),
	deliver: (of) => transmitAt(of.story.scene, of.disclosure, later(of)),
	bounce: (of) => transmitAt(of.story.scene, of.disclosure, later(of), answers.bounced),
	lose: (of) => transmitAt(of.story.scene, of.disclosure, later(of), answers.unknown),
	recipientLeaves,
} as const satisfies Record<string, (of: Written, day: number) => Promise<void>>;
export type Deed = keyof typeof deeds;
