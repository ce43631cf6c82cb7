import { notify } from "../disclosures/notify.server.ts";
import { today } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { newestVersion, type ReportRow, reportRow } from "./facts.server.ts";
import { type Answer, mayAnswer, type ReportState, reportSteps } from "./rules.ts";

export interface AnswerInput {
	id: string;
	candidate: string;
	report: string;
	version: string;
	/** What the person was shown, as hex: the PDF's hash and that of the recipients. */
	sha256: string;
	recipientsSha256: string;
	answer: Answer;
	remark: string | null;
	/** The candidate's own view; attached to what goes out when they do not agree. */
	ownView: string | null;
}

const freshFor = 10 * 60 * 1000;

/**
 * The candidate answers in the portal: akkoord, akkoord met opmerking, a change, or no. Demands a second factor shown in the
 * last ten minutes. Binds the bytes and the recipients that were on the screen (R7.1). With an address to link to, who submitted it
 * gets a mail that there is an answer.
 */
export async function answerReport(by: Acting, input: AnswerInput, publicUrl?: string): Promise<void> {
	const entry = {
		action: input.answer.startsWith("approved") ? "approve" : "answer",
		object: ["report", input.report] as const,
		clause: "R7.1",
	};
	const author = publicUrl ? await authorOf(by, input) : undefined;
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		const factor = by.actor.secondFactorAt;
		if (by.actor.id !== input.candidate || !factor || by.now().getTime() - factor.getTime() > freshFor) {
			throw new NotAllowed("R10.1", {
				nl: "Vul opnieuw een code in: zo weten we zeker dat u het bent.",
				en: "Enter a new code: this way we know that it is you.",
			});
		}
		const report = await takeAnswer(tx, input, newestVersion);
		const sealed = await seal("report_answer", input.id, input.candidate, { remark: input.remark, own_view: input.ownView });
		await tx
			.insertInto("app.report_answer")
			.values({
				...answerRow(input, report),
				...sealed,
				method: "portal",
				answered_on: today(by),
				at: by.now(),
				by_id: by.actor.id,
				second_factor_at: factor,
			})
			.execute();
		await moveOn(tx, by, report, input.answer);
		if (author)
			await notify(by, tx, seal, {
				to: author.id,
				email: author.email,
				kind: "answerGiven",
				link: `${publicUrl}/rapportages`,
				lang: "nl",
				staff: true,
			});
	});
}

/** Who submitted this version and hears that there is an answer (not which), while they work here. */
async function authorOf(by: Acting, { candidate, version }: AnswerInput) {
	return by.read(
		candidate,
		"information",
		{ action: "prepare", object: ["report_version", version], clause: "R3.g" },
		async (tx, sealed) => {
			const row = await tx
				.selectFrom("app.report_version as v")
				.innerJoin("app.staff_member as s", "s.id", "v.submitted_by")
				.select(["s.id", "s.email"])
				.where("v.id", "=", version)
				.where("s.left_at", "is", null)
				.executeTakeFirst();
			return row && { id: row.id, ...sealed("staff_member", row.id, row.id, { email: row.email }) };
		},
	);
}

type AnsweredVersion = { id: string; sha256: Buffer; recipients_sha256: Buffer; voided: string | null };

/** The report, locked, when its newest version can be given this answer now. */
export async function takeAnswer(
	tx: Tx,
	input: AnswerInput,
	newest: (tx: Tx, report: ReportRow) => Promise<AnsweredVersion | undefined>,
): Promise<ReportRow> {
	const report = await reportRow(tx, input.candidate, input.report, true);
	const version = found(await newest(tx, report));
	enforce(
		mayAnswer(
			{
				state: report.state,
				kind: report.kind,
				current: version.id === input.version && version.voided === null,
				sameBytes: version.sha256.toString("hex") === input.sha256,
				sameRecipients: version.recipients_sha256.toString("hex") === input.recipientsSha256,
			},
			input.answer,
		),
	);
	return report;
}

/** What an answer in the portal and one on paper have in common. */
export const answerRow = (input: AnswerInput, report: ReportRow) => ({
	id: input.id,
	subject_id: input.candidate,
	trajectory_id: report.trajectory_id,
	version_id: input.version,
	answer: input.answer,
	sha256: Buffer.from(input.sha256, "hex"),
	recipients_sha256: Buffer.from(input.recipientsSha256, "hex"),
});

/** Where the report stands after this answer. */
export async function moveOn(tx: Tx, by: Acting, report: ReportRow, answer: Answer): Promise<void> {
	const step = answer === "changeRequested" ? "requestChange" : answer === "refused" ? "refuse" : "approve";
	const state = (reportSteps[report.state] as Record<string, ReportState>)[step] as ReportState;
	await tx
		.updateTable("app.report")
		.set({ state, state_at: by.now(), state_by: by.actor.id, row_version: report.row_version + 1 })
		.where("id", "=", report.id)
		.execute();
}
