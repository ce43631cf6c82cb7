import { z } from "zod";
import { postedDate } from "../../assignments/form.ts";
import { type AssignmentTypeId, assignmentTypes } from "../../law/assignment-types.ts";
import { isCalendarDate } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { Checkboxes, Radios, Select } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { LoadBar } from "../../ui/figures.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { deputise, handOver } from "../hand-over.server.ts";
import { loads, toHandOver } from "../queries.server.ts";
import { handOverReasonIds, handOverReasons, trajectoryStates } from "../rules.ts";

const nobody = "niemand";
const fromOf = (visit: Visit): string | null | undefined => {
	const from = visit.url.searchParams.get("van");
	return from === nobody ? null : (from ?? undefined);
};

/** A coordinator gives a coach's trajectories, all or some, to another, or lets somebody deputise for a term. */
export const handOverPage: Page = {
	path: "/trajecten/overdragen",
	portal: "staff",
	who: "trajectory.assign",
	get: (visit) => (fromOf(visit) === undefined ? choose(visit) : screen(visit)),
	post: (visit) =>
		submit(
			{
				...visit,
				form: {
					...visit.form,
					chosen: [visit.form.chosen ?? []].flat(),
					from: postedDate(visit.form, "from"),
					until: postedDate(visit.form, "until"),
				},
			},
			{
				form: handOverForm,
				act: async (input) => {
					const trajectories = input.chosen.map((one) => ({ id: one.slice(0, 36), candidate: one.slice(37) }));
					if (input.how === "deputise") {
						await deputise(visit.by, { to: input.to, trajectories, from: input.from, until: input.until });
					} else {
						await handOver(visit.by, {
							from: fromOf(visit) ?? null,
							to: input.to,
							trajectories,
							reason: input.reason ?? "other",
						});
					}
					const n = trajectories.length;
					return done(
						"/trajecten/overdragen",
						input.how === "deputise"
							? visit.t(
									`Waarneming geregeld voor ${n === 1 ? "1 traject" : `${n} trajecten`}.`,
									`Deputising arranged for ${n === 1 ? "1 trajectory" : `${n} trajectories`}.`,
								)
							: visit.t(
									`${n === 1 ? "1 traject" : `${n} trajecten`} overgedragen.`,
									`${n === 1 ? "1 trajectory" : `${n} trajectories`} handed over.`,
								),
					);
				},
				again: (problem) => screen(visit, problem),
			},
		),
};

const handOverForm = z
	.object({
		chosen: z
			.array(z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/))
			.min(1, say("Kies ten minste één traject.", "Choose at least one trajectory.")),
		to: z.uuid(say("Kies aan wie.", "Choose to whom.")),
		how: z.enum(["handOver", "deputise"], say("Kies overdragen of waarnemen.", "Choose handing over or deputising.")),
		reason: z.enum(handOverReasonIds).optional().catch(undefined),
		from: z.string(),
		until: z.string(),
	})
	.superRefine((input, faults) => {
		const needs = (field: string, message: string) => faults.addIssue({ code: "custom", path: [field], message });
		if (input.how === "handOver" && !input.reason) needs("reason", say("Kies een reden.", "Choose a reason."));
		if (input.how !== "deputise") return;
		if (!isCalendarDate(input.from)) needs("from", say("Vul in vanaf welke dag.", "Enter from which day."));
		if (!isCalendarDate(input.until)) needs("until", say("Vul in tot en met welke dag.", "Enter until which day."));
	});

async function choose(visit: Visit): Promise<View> {
	const { t } = visit;
	const { loads: all, coaches } = await loads(visit.by);
	const rest = coaches
		.filter((coach) => !all.some((one) => one.id === coach.id))
		.map((coach) => ({ ...coach, left: false, n: 0 }));
	const most = Math.max(1, ...all.map((one) => one.n));
	const title = t("Trajecten overdragen", "Hand over trajectories");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb items={[{ href: "/kandidaten", label: t("Kandidaten", "Candidates") }, { label: title }]} />
				<PageHead
					title={title}
					line={t("Van wie gaan trajecten naar een ander?", "Whose trajectories go to somebody else?")}
					action={
						<LinkButton href={`/trajecten/overdragen?van=${nobody}`}>
							{t("Trajecten zonder begeleider", "Trajectories without a coach")}
						</LinkButton>
					}
				/>
				<Table
					caption={t("Begeleiders en hun trajecten", "Coaches and their trajectories")}
					captionHidden
					columns={[
						{ key: "naam", label: t("Begeleider", "Coach") },
						{ key: "aantal", label: t("Trajecten nu", "Trajectories now") },
					]}
					rows={[...all, ...rest].map((one) => ({
						cells: {
							naam: (
								<>
									<a href={`/trajecten/overdragen?van=${one.id}`}>{fullName(one.name)}</a>
									{one.left ? t(" (weg)", " (left)") : ""}
								</>
							),
							aantal: <LoadBar value={one.n} max={most} text={String(one.n)} />,
						},
					}))}
				/>
			</>
		),
	};
}

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const from = fromOf(visit) ?? null;
	const { rows, coaches } = await toHandOver(visit.by, from);
	const values = problem?.values ?? {};
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	const title = t("Trajecten overdragen", "Hand over trajectories");
	const whose = coaches.find((coach) => coach.id === from);
	const line =
		from === null
			? t("Trajecten zonder begeleider", "Trajectories without a coach")
			: whose
				? t(`Nu van ${fullName(whose.name)}`, `Now of ${fullName(whose.name)}`)
				: undefined;
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: "/trajecten/overdragen", label: title },
						{ label: line ?? "…" },
					]}
				/>
				<PageHead title={title} {...(line && { line })} />
				<Trouble problem={problem} />
				{rows.length === 0 ? (
					<EmptyState title={t("Er is niets over te dragen", "There is nothing to hand over")} />
				) : (
					<Form>
						<Checkboxes
							name="chosen"
							label={t("Welke trajecten?", "Which trajectories?")}
							values={
								problem
									? [values.chosen ?? []].flat()
									: rows.filter((row) => row.state !== "closed").map((row) => `${row.id} ${row.candidate}`)
							}
							options={rows.map((row) => ({
								value: `${row.id} ${row.candidate}`,
								label: fullName(row.name),
								hint: `${assignmentTypes[row.type as AssignmentTypeId][lang]} · ${trajectoryStates[row.state][lang]}`,
							}))}
							{...error("chosen")}
						/>
						<Select
							name="to"
							label={t("Naar wie?", "To whom?")}
							value={String(values.to ?? "")}
							options={coaches
								.filter((coach) => coach.id !== from)
								.map((coach) => ({ value: coach.id, label: fullName(coach.name) }))}
							{...error("to")}
						/>
						<Radios
							name="how"
							label={t("Hoe?", "How?")}
							value={String(values.how ?? "")}
							options={[
								{
									value: "handOver",
									label: t("Overdragen", "Hand over"),
									hint: t(
										"De vorige begeleider ziet er vanaf nu niets meer van.",
										"From now on the previous coach sees nothing of them.",
									),
								},
								{
									value: "deputise",
									label: t("Laten waarnemen voor een termijn", "Have deputised for a term"),
									hint: t(
										"De begeleider blijft; de waarnemer kan er tot het einde van de termijn bij.",
										"The coach stays; the deputy has access until the end of the term.",
									),
								},
							]}
							{...error("how")}
						/>
						<Section title={t("Alleen bij overdragen", "Only when handing over")} level={3}>
							<Select
								name="reason"
								label={t("Waarom?", "Why?")}
								hint={t(
									"De begeleider hoeft geen reden van afwezigheid te geven; leg die ook niet vast.",
									"The coach need not say why they are absent; do not record it either.",
								)}
								value={String(values.reason ?? "")}
								options={handOverReasonIds.map((id) => ({ value: id, label: handOverReasons[id][lang] }))}
								{...error("reason")}
							/>
						</Section>
						<Section title={t("Alleen bij waarnemen", "Only for deputising")} level={3}>
							<DateField name="from" label={t("Vanaf", "From")} value={typedDate(values, "from")} {...error("from")} />
							<DateField
								name="until"
								label={t("Tot en met", "Until and including")}
								value={typedDate(values, "until")}
								{...error("until")}
							/>
						</Section>
						<Button>{t("Regel het", "Arrange it")}</Button>
					</Form>
				)}
			</>
		),
	};
}
