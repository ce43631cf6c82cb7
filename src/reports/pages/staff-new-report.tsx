import { assignmentTypes } from "../../law/assignment-types.ts";
import { addDays, isCalendarDate, today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { found, type Page, type Problem, redirect, submit, type View, type Visit } from "../../platform/web/page.ts";
import { sentence } from "../../reporting-agreements/sentences.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { type Choice, Radios } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { startReport } from "../draft.server.ts";
import { beginForm, withDays } from "../form.ts";
import { linesToReport, type Offered } from "../queries.server.ts";
import { reportNames } from "../words.ts";

/** Beginning a report: on which line of the agreement, over which days. What was not agreed cannot be chosen, and says why. */
export const newReportPage: Page = {
	path: "/kandidaten/:candidate/rapporten/nieuw",
	portal: "staff",
	who: "report.write",
	get: (visit) => screen(visit),
	post: (visit) =>
		submit(
			{ ...visit, form: withDays(visit.form, "from", "to") },
			{
				form: beginForm,
				act: async (input) => {
					const candidate = visit.params.candidate as string;
					const { trajectories } = await linesToReport(visit.by, candidate);
					const trajectory = found(trajectories.find((one) => one.lines.some(({ line }) => line.id === input.line)));
					await startReport(visit.by, {
						id: input.report,
						candidate,
						trajectory: trajectory.id,
						line: input.line,
						dueOn: input.due,
						periodFrom: input.from,
						periodTo: input.to,
					});
					return redirect(`/kandidaten/${candidate}/rapporten/${input.report}`);
				},
				again: (problem) => screen(visit, problem),
			},
		),
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const candidate = visit.params.candidate as string;
	const asked = visit.url.searchParams;
	const offered = await linesToReport(by, candidate);
	const { due, line, from, to } = proposal(visit, offered);
	const wanted = asked.get("traject");
	const trajectories = offered.trajectories.filter((one) => !wanted || one.id === wanted);
	const title = t("Nieuw rapport", "New report");
	const written = trajectories.flatMap((trajectory) => trajectory.lines.filter((one) => one.line.form === "written"));
	const typed = problem?.values ?? {};
	return {
		title,
		active: "/rapportages",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}`, label: fullName(offered.name) },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					above={fullName(offered.name)}
					line={
						due
							? t(`Verwacht op ${formatDate(due, "nl")}`, `Expected on ${formatDate(due, "en")}`)
							: t("Alleen wat is afgesproken, kan worden gerapporteerd.", "Only what was agreed can be reported.")
					}
				/>
				<Trouble problem={problem} />
				{written.length === 0 ? (
					<EmptyState
						title={t("Er is niets afgesproken om schriftelijk over te rapporteren", "Nothing was agreed to report on in writing")}
						action={
							<LinkButton look="primary" href={`/kandidaten/${candidate}/afspraken`}>
								{t("Maak rapportageafspraken", "Make a reporting agreement")}
							</LinkButton>
						}
					>
						{t(
							"Spreek eerst met de kandidaat af wie wat hoort, hoe en hoe vaak.",
							"First agree with the candidate who is told what, how and how often.",
						)}{" "}
						<Clause id="R6.1" />
					</EmptyState>
				) : (
					<Form requestId={by.chance.uuid()}>
						<input type="hidden" name="report" value={String(typed.report ?? by.chance.uuid())} />
						<input type="hidden" name="due" value={String(typed.due ?? due ?? "")} />
						{trajectories.map((trajectory) => (
							<Lines
								visit={visit}
								trajectory={trajectory}
								chosen={String(typed.line ?? line ?? "")}
								named={trajectories.length > 1}
								error={problem?.errors.line}
							/>
						))}
						<DateField
							name="from"
							optional
							label={t("Over de periode vanaf", "On the period from")}
							value={problem ? typedDate(typed, "from") : from}
							{...(problem?.errors.from && { error: problem.errors.from })}
						/>
						<DateField
							name="to"
							optional
							label={t("Tot en met", "Up to and including")}
							value={problem ? typedDate(typed, "to") : to}
							{...(problem?.errors.to && { error: problem.errors.to })}
						/>
						<Button>{t("Begin met schrijven", "Start writing")}</Button>
					</Form>
				)}
			</>
		),
	};
}

type Trajectory = Offered["trajectories"][number];

function Lines({
	visit,
	trajectory,
	chosen,
	named,
	error,
}: {
	visit: Visit;
	trajectory: Trajectory;
	chosen: string;
	named: boolean;
	error?: string | undefined;
}) {
	const { t, lang } = visit;
	const options: Choice[] = trajectory.lines
		.filter(({ line }) => line.form === "written")
		.map(({ line, decision, recipient, before }) => {
			const open = before.filter((one) => one.state !== "sent").length;
			const to = { name: fullName(recipient.name), organisation: recipient.organisation };
			return {
				value: line.id,
				label: t(
					`${reportNames[line.kind][line.about].nl} voor ${to.name}`,
					`${reportNames[line.kind][line.about].en} for ${to.name}`,
				),
				disabled: !decision.allowed,
				hint: (
					<>
						{sentence(line, to, lang)}
						{decision.allowed ? (
							open > 0 ? (
								` ${t(`Hierop loopt al een rapport (${open}).`, `A report on this is under way (${open}).`)}`
							) : null
						) : (
							<>
								<br />
								<Badge tone="refused">{t("Kan nu niet", "Not possible now")}</Badge> {decision.why[lang]}{" "}
								<Clause id={decision.because} />
							</>
						)}
					</>
				),
			};
		});
	if (options.length === 0) return null;
	const about = t("Waarover rapporteer je?", "What do you report on?");
	return (
		<Radios
			name="line"
			label={named ? `${about} (${assignmentTypes[trajectory.type][lang]})` : about}
			options={options}
			value={chosen}
			{...(error && { error })}
		/>
	);
}

/** What the address asked for, or what is likely: the one line, from where the last report ended up to the day it is due. */
function proposal(visit: Visit, offered: Offered) {
	const asked = visit.url.searchParams;
	const due = isCalendarDate(asked.get("voor") ?? "") ? (asked.get("voor") as string) : undefined;
	const possible = offered.trajectories
		.flatMap((trajectory) => trajectory.lines.map((one) => ({ ...one, trajectory })))
		.filter((one) => one.line.form === "written" && one.decision.allowed);
	const chosen = possible.find((one) => one.line.id === asked.get("regel")) ?? (possible.length === 1 ? possible[0] : undefined);
	const ended = chosen?.before
		.map((one) => one.period_to)
		.filter((day): day is string => day !== null)
		.sort()
		.at(-1);
	const day = today(visit.by);
	const from = ended ? addDays(ended, 1) : (chosen?.trajectory.started_on ?? undefined);
	const to = due && due < day ? due : day;
	return { due, line: chosen?.line.id, ...(from && from <= to ? { from, to } : { from: undefined, to: undefined }) };
}
