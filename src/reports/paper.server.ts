import { today } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { type AnswerInput, answerRow, moveOn, takeAnswer } from "./answer.server.ts";
import { isItsPaper, mayConfirm, type ReportAbout, type ReportKind } from "./rules.ts";

/** What is typed over from a paper, so that it is this version's paper and no other. */
export type Typed = { number: string; hash: string };
export type PaperInput = AnswerInput & { signedOn: string; typed: Typed };

type PaperRow = { id: string; document_number: string; sha256: Buffer; recipients_sha256: Buffer; voided: string | null };
const paperOf = async (tx: Tx, report: string) =>
	found((await sql<PaperRow>`select * from app.paper_of(${report})`.execute(tx)).rows[0]);

/** A signed paper that bears the document number and hash: one member of staff registers it, another confirms. Only then it counts (R7.1). */
export async function registerPaperAnswer(by: Acting, input: PaperInput): Promise<void> {
	const entry = { action: "registerPaper", object: ["report", input.report] as const, clause: "R7.1" };
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		if (input.signedOn > today(by)) {
			throw new NotAllowed("R7.1", {
				nl: "De datum op het papier ligt in de toekomst.",
				en: "The date on the paper lies in the future.",
			});
		}
		if ((await papers(tx)).some((one) => one.answer_id === input.id)) return;
		const report = await takeAnswer(tx, input, async () => {
			const version = await paperOf(tx, input.report);
			enforce(isItsPaper({ documentNumber: version.document_number, sha256: version.sha256.toString("hex") }, input.typed));
			return version;
		});
		const sealed = await seal("report_answer", input.id, input.candidate, { remark: input.remark, own_view: input.ownView });
		await tx
			.insertInto("app.report_answer")
			.values({
				...answerRow(input, report),
				...sealed,
				method: "paper",
				answered_on: input.signedOn,
				at: by.now(),
				by_id: by.actor.id,
			})
			.execute();
		await moveOn(tx, by, report, input.answer);
	});
}

type FoundPaper = Omit<PaperInput, "candidate" | "report" | "version" | "sha256" | "recipientsSha256">;

/** The same for who holds the paper and opens no dossier: whose it is, its number says. A number that nobody has is refused like a wrong one. */
export async function registerFoundPaper(by: Acting, input: FoundPaper): Promise<void> {
	const place = await by.list("reporting", { action: "search", clause: "R7.1" }, async (tx) => {
		type Place = { subject_id: string; report_id: string; version_id: string };
		return (await sql<Place>`select * from app.find_paper(${input.typed.number})`.execute(tx)).rows[0];
	});
	if (!place) throw ofNobody();
	const at = { candidate: place.subject_id, report: place.report_id, version: place.version_id };
	const entry = { action: "prepare", object: ["report", at.report] as const, clause: "R7.1" };
	const bound = await by.read(at.candidate, "reporting", entry, async (tx) => {
		const { sha256, recipients_sha256 } = await paperOf(tx, at.report);
		return { sha256: sha256.toString("hex"), recipientsSha256: recipients_sha256.toString("hex") };
	});
	await registerPaperAnswer(by, { ...input, ...at, ...bound });
}

const ofNobody = () =>
	new NotAllowed("R7.1", {
		nl: "Bij dit nummer ligt hier geen papier. Kijk op het ondertekende papier.",
		en: "No paper here has this number. Look at the signed paper.",
	});

interface PaperAnswer {
	answer_id: string;
	subject_id: string;
	trajectory_id: string;
	report_id: string;
	kind: ReportKind;
	about: ReportAbout;
	document_number: string;
	hash: string;
	answered_on: string;
	at: Date;
	by_id: string;
	confirmed_by: string | null;
	/** May this member of staff confirm it, when they did not register it? */
	handles: boolean;
}
const papers = async (tx: Tx) => (await sql<PaperAnswer>`select * from app.papers() order by at`.execute(tx)).rows;

/** Answers on paper within sight that wait for a second member of staff. Ids and times; nothing is opened. */
export const papersIn = async (tx: Tx) => (await papers(tx)).filter((row) => row.confirmed_by === null);

/** The list of them, with whose they are and who registered them. What must be typed over from the paper is not in it. */
export function papersWaiting(by: Acting) {
	return by.list("reporting", { action: "list", clause: "R7.1" }, async (tx, sealed) => {
		const waiting = await papersIn(tx);
		if (waiting.length === 0) return [];
		const ids = (of: (row: PaperAnswer) => string) => [...new Set(waiting.map(of))];
		const candidates = await tx
			.selectFrom("app.candidate")
			.select(["id", "name"])
			.where(
				"id",
				"in",
				ids((row) => row.subject_id),
			)
			.execute();
		const staff = await tx
			.selectFrom("app.staff_member")
			.select(["id", "name"])
			.where(
				"id",
				"in",
				ids((row) => row.by_id),
			)
			.execute();
		// Whose name one may not see (a relative, say), their paper is not in one's list.
		return waiting.flatMap(({ document_number: _, hash: __, ...row }) => {
			const candidate = candidates.find((one) => one.id === row.subject_id);
			const registrar = staff.find((one) => one.id === row.by_id);
			if (!candidate || !registrar) return [];
			return {
				...row,
				candidate: sealed("candidate", candidate.id, candidate.id, { name: candidate.name }),
				registrar: sealed("staff_member", registrar.id, registrar.id, { name: registrar.name }),
			};
		});
	});
}
export type WaitingPaper = Awaited<ReturnType<typeof papersWaiting>>[number];

/** The second member of staff saw the paper and typed over what it bears; never the one who registered it (R7.1). */
export async function confirmPaperAnswer(
	by: Acting,
	{ candidate, report, answer, typed }: { candidate: string; report: string; answer: string; typed: Typed },
): Promise<void> {
	await by.act(candidate, "reporting", { action: "confirmPaper", object: ["report", report], clause: "R7.1" }, async (tx) => {
		const row = found((await papers(tx)).find((one) => one.answer_id === answer && one.subject_id === candidate));
		enforce(mayConfirm({ mine: row.by_id === by.actor.id, handles: row.handles }));
		enforce(isItsPaper({ documentNumber: row.document_number, sha256: row.hash }, typed));
		if (row.confirmed_by) return;
		const confirmed = await sql`select app.confirm_paper(${answer}, ${by.now()})`.execute(tx);
		found(confirmed.rows[0]);
	});
}

/** The same from the list: which of them it is, the number on the paper says. */
export async function confirmFoundPaper(by: Acting, typed: Typed): Promise<void> {
	const place = await by.list("reporting", { action: "search", clause: "R7.1" }, async (tx) => {
		const plain = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, "");
		const row = (await papers(tx)).find((one) => plain(one.document_number) === plain(typed.number));
		return row && { candidate: row.subject_id, report: row.report_id, answer: row.answer_id };
	});
	if (!place) throw ofNobody();
	await confirmPaperAnswer(by, { ...place, typed });
}
