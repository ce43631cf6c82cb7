import { z } from "zod";
import { checkFreshFactor } from "../../accounts/factor.server.ts";
import { enforce } from "../../law/decision.ts";
import { fullName } from "../../platform/name.ts";
import { done, FieldErrors, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { PageHead } from "../../ui/headings.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { answerReport } from "../answer.server.ts";
import { answerForm } from "../form.ts";
import { readInPortal } from "../inform.server.ts";
import { type MyReport, myReport, viewInside } from "../my-report.server.ts";
import { versionPdf } from "../queries.server.ts";
import { type Answer, mayAnswer } from "../rules.ts";
import { reportNames } from "../words.ts";
import { WithoutYourApproval } from "./candidate-exception.tsx";
import { Deciding, Reading } from "./candidate-parts.tsx";
import { Standing } from "./candidate-standing.tsx";
import { pdf } from "./report-files.ts";

/** R7.1: what waits for the candidate's answer, on one screen. GET never acts: reading is said with a button. */
export const myReportPage: Page = {
	path: "/mijn/rapporten/:report",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => screen(visit),
	post: (visit) => (visit.form.do === "read" ? read(visit) : answer(visit)),
};

/** One frozen version that was shown to this candidate; an earlier one stays what it was. */
export const myReportPdf: Page = {
	path: "/mijn/rapporten/:report/versies/:version{[0-9a-f-]+\\.pdf}",
	portal: "candidate",
	who: "signedIn",
	get: async ({ by, params }) => {
		const { report, version } = params as { report: string; version: string };
		const found = await versionPdf(by, "portal", { candidate: by.actor.id, report, version: version.replace(/\.pdf$/, "") });
		return pdf(found.pdf, `rapportage-${found.number}`);
	},
};

function read(visit: Visit) {
	const { by, t, params } = visit;
	return submit(visit, {
		form: z.object({ do: z.literal("read") }),
		act: async () => {
			await readInPortal(by, { candidate: by.actor.id, report: params.report as string });
			return done(
				visit.url.pathname,
				t("Dank u. Wij weten nu dat u dit bericht kent.", "Thank you. We now know that you have read this message."),
			);
		},
		again: (problem) => screen(visit, problem),
	});
}

function answer(visit: Visit) {
	const { by, t, params } = visit;
	const report = params.report as string;
	return submit(visit, {
		form: answerForm,
		act: async (input) => {
			const opened = await myReport(by, report);
			const thanks = () => done(visit.url.pathname, t("Uw antwoord is bewaard.", "Your answer is kept."));
			if (opened.answers.some((one) => one.id === input.answer_id)) return thanks();
			const given = answerOf(input, opened);
			// Everything that can be refused is refused before the code is used up.
			enforce(
				mayAnswer(
					{
						state: opened.report.state,
						kind: opened.report.kind,
						current: opened.version.id === input.version && opened.version.voided === null,
						sameBytes: opened.version.sha256 === input.sha256,
						sameRecipients: opened.version.recipientsSha256 === input.recipients,
					},
					given,
				),
			);
			await checkFreshFactor(by, input.code);
			const fresh = visit.door.as({ ...by.actor, secondFactorAt: by.now() });
			await answerReport(
				fresh,
				{
					id: input.answer_id,
					candidate: by.actor.id,
					report,
					version: input.version,
					sha256: input.sha256,
					recipientsSha256: input.recipients,
					answer: given,
					remark: input.remark,
					ownView: input.own_view,
				},
				visit.services.publicUrl,
			);
			return thanks();
		},
		again: (problem) => screen(visit, problem),
	});
}

/** The answer that was meant. An approval is of these bytes: an own view that is not in them asks for a version that has it. */
function answerOf(input: z.output<typeof answerForm>, opened: MyReport): Answer {
	if (input.answer === "refuse") return "refused";
	if (input.answer === "change") {
		if (input.remark || input.own_view !== viewInside(opened)) return "changeRequested";
		throw new FieldErrors({ remark: { nl: "Schrijf op wat er anders moet.", en: "Write down what has to change." } });
	}
	if (input.own_view !== viewInside(opened)) {
		throw new FieldErrors({
			own_view: {
				nl: "Uw zienswijze staat nog niet in dit verslag. Kies ‘Ik wil dat er iets verandert’: dan komt er een versie waar die in staat, en die leest u eerst.",
				en: "Your own view is not in this report yet. Choose ‘I want something changed’: then a version comes that has it, and you read that first.",
			},
		});
	}
	return input.remark ? "approvedWithRemark" : "approved";
}

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const opened = await myReport(visit.by, visit.params.report as string);
	const { report, version } = opened;
	const coach = opened.author ? fullName(opened.author.name) : t("uw begeleider", "your coach");
	const waits = report.kind === "extensive" && report.state === "submitted" && !version.voided;
	const toRead =
		report.kind === "brief" && !version.informed && !version.voided && (report.state === "submitted" || report.state === "sent");
	const name = reportNames[report.kind][report.about][lang];
	const title = waits
		? t(`Lees het verslag dat ${coach} wil sturen`, `Read the report that ${coach} wants to send`)
		: toRead
			? t(`Een bericht dat ${coach} wil sturen`, `A message that ${coach} wants to send`)
			: name;
	return {
		title: name,
		active: "/mijn",
		body: (
			<>
				<PageHead title={title} {...((waits || toRead) && { above: name })} />
				<Trouble problem={problem} />
				<WithoutYourApproval visit={visit} opened={opened} />
				{waits ? (
					<Deciding visit={visit} opened={opened} coach={coach} problem={problem} />
				) : toRead ? (
					<Reading visit={visit} opened={opened} coach={coach} />
				) : (
					<Standing visit={visit} opened={opened} coach={coach} />
				)}
			</>
		),
	};
}
