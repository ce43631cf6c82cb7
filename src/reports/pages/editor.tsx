import { fullName } from "../../platform/name.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { Sheet } from "../../ui/content.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Beside } from "../../ui/layout.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import type { OpenedReport } from "../report-view.server.ts";
import { called, reportNames } from "../words.ts";
import { Margin } from "./margin.tsx";
import { AnswerNotice } from "./parts.tsx";

/** Where a report is written: a sheet like the PDF, saved while one types, with what may go to this reader beside it. */
export function Editor({
	visit,
	opened,
	base,
	agency,
	problem,
}: {
	visit: Visit;
	opened: OpenedReport;
	base: string;
	agency: string;
	problem?: Problem | undefined;
}) {
	const { t, by } = visit;
	const { report, draft, decision } = opened;
	const typed = problem?.values ?? {};
	const title = String(typed.title ?? draft.title);
	const body = String(typed.body ?? draft.body);
	// A submission that was refused has saved what was typed first: one goes on from there.
	const kept = problem?.refusal && draft.updatedBy === by.actor.id && draft.title === title && draft.body === body;
	const words =
		report.kind === "brief"
			? t("Maak klaar om te verzenden", "Make ready to send")
			: t(`Leg voor aan ${called(opened.candidate.name)}`, `Submit to ${called(opened.candidate.name)}`);
	return (
		<Beside
			sideLabel={t("Voor wie, en wat erin mag", "For whom, and what it may say")}
			main={
				<>
					<Trouble problem={problem} />
					<Answered visit={visit} opened={opened} />
					<Form
						action={base}
						id="report"
						wide
						rowVersion={kept ? draft.rowVersion : Number(typed.row_version ?? draft.rowVersion)}
						autosave={`${base}/bewaar`}
						presence={`${base}/aanwezig`}
						presenceNames={Object.fromEntries(
							opened.staff.filter((one) => one.id !== by.actor.id).map((one) => [one.id, fullName(one.name)]),
						)}
						requestId={by.chance.uuid()}
					>
						<input type="hidden" name="session" value={String(typed.session ?? "")} />
						<input type="hidden" name="version" value={by.chance.uuid()} />
						<Sheet head={<SheetHead visit={visit} opened={opened} agency={agency} />} label={t("Het rapport", "The report")}>
							<TextField
								name="title"
								label={t("Titel", "Title")}
								value={title}
								width="full"
								spellcheck
								{...error(problem, "title")}
							/>
							<TextArea
								name="body"
								editor
								rows={24}
								label={t("Tekst", "Text")}
								value={body}
								{...error(problem, "body")}
								{...(report.kind === "brief" && {
									hint: t("Een kort bericht: geen kopjes of tabellen.", "A brief message: no headings or tables."),
								})}
							/>
						</Sheet>
						<Actions>
							{decision.allowed ? (
								<Button name="do" value="submit">
									{words}
								</Button>
							) : (
								<RefusedButton why={decision.why[visit.lang]} clause={decision.because}>
									{words}
								</RefusedButton>
							)}
							<Button name="do" value="save" look="quiet">
								{t("Bewaar", "Save")}
							</Button>
							<LinkButton href={`${base}/voorbeeld.pdf`} newTab>
								{t("Bekijk als PDF", "View as PDF")}
							</LinkButton>
						</Actions>
					</Form>
					<form method="post" action={base} class="action-form">
						<input type="hidden" name="row_version" value={String(report.row_version)} />
						<Button look="quiet" name="do" value="withdraw">
							{t("Trek dit concept in", "Withdraw this draft")}
						</Button>
					</form>
				</>
			}
			side={<Margin visit={visit} opened={opened} title={title} text={body} problem={problem} />}
		/>
	);
}

const error = (problem: Problem | undefined, field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});

/** The letterhead and particulars as they will stand on paper. */
function SheetHead({ visit, opened, agency }: { visit: Visit; opened: OpenedReport; agency: string }) {
	const { t } = visit;
	const { report, candidate, recipient } = opened;
	const period =
		report.period_from && report.period_to
			? `${formatDate(report.period_from, "nl")} – ${formatDate(report.period_to, "nl")}`
			: undefined;
	return (
		<>
			<p>
				<strong>{agency}</strong>
			</p>
			<p class="meta">
				{reportNames[report.kind][report.about].nl} · {fullName(candidate.name)}
				{period ? ` · ${period}` : ""}
			</p>
			<p class="meta">
				{t("Bestemd voor", "Intended for")} {fullName(recipient.name)}
				{recipient.organisation ? `, ${recipient.organisation}` : ""}
			</p>
		</>
	);
}

/** What the candidate said of the version before, while its successor is written. */
function Answered({ visit, opened }: { visit: Visit; opened: OpenedReport }) {
	const [before] = opened.versions;
	if (!before) return null;
	return <AnswerNotice visit={visit} opened={opened} version={before} />;
}
