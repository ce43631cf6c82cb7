import { z } from "zod";
import { assignmentTypes, type ReportAbout } from "../../law/assignment-types.ts";
import {
	defaultSettings,
	type ReportSetting,
	reportSource,
	reportTemplateIds,
	reportTemplateNames,
} from "../../law/report-settings.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { FieldGroup } from "../../ui/field.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, More, Stack } from "../../ui/layout.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { type AssignmentData, assignmentPage, setReportSettings } from "../settings.server.ts";

const abouts = ["plan", "progress", "final"] as const satisfies readonly ReportAbout[];
const number = z.coerce.number(say("Vul een getal in.", "Enter a number.")).int();
const kind = z.enum(["none", "brief", "extensive"]);
const template = z.enum(reportTemplateIds);
const form = z
	.looseObject({
		id: z.uuid(),
		plan_kind: kind,
		progress_kind: kind,
		final_kind: kind,
		plan_n: number,
		progress_n: number,
		plan_template: template,
		progress_template: template,
		final_template: template,
		reason: z
			.string()
			.trim()
			.min(
				3,
				say(
					"Schrijf waarom, bijvoorbeeld het artikel van de overeenkomst.",
					"Write why, for example the article of the agreement.",
				),
			)
			.max(500),
	})
	.transform((input) => {
		const line = (
			about: ReportAbout,
			kind: "none" | "brief" | "extensive",
			due: ReportSetting["due"],
			template: ReportSetting["template"],
		) => (kind === "none" ? [] : [{ about, kind, due, template }]);
		return {
			id: input.id,
			reason: input.reason,
			settings: [
				...line("plan", input.plan_kind, { afterDays: input.plan_n }, input.plan_template),
				...line("progress", input.progress_kind, { everyMonths: input.progress_n }, input.progress_template),
				...line("final", input.final_kind, { atEnd: true }, input.final_template),
			] satisfies ReportSetting[],
		};
	});

/** What an assignment reports, when and with which template: starting values of its type, set otherwise with a reason (R6.1). */
export const assignmentScreen: Page = {
	path: "/opdrachtgevers/:commissioner/opdrachten/:assignment",
	portal: "staff",
	who: "assignment.read",
	get: (visit) => screen(visit),
	post: (visit) =>
		submit(visit, {
			form,
			act: async (input) => {
				await setReportSettings(visit.by, { ...input, assignment: visit.params.assignment ?? "" });
				return done(
					visit.url.pathname,
					visit.t("Vastgelegd. Nieuwe afspraken beginnen hiermee.", "Recorded. New agreements start with this."),
				);
			},
			again: (problem) => screen(visit, problem),
		}),
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const one = await assignmentPage(by, found(visit.params.assignment));
	found(one.commissioner === visit.params.commissioner || undefined);
	const title = assignmentTypes[one.type][lang];
	const name = one.name ?? t("De kandidaat betaalt zelf", "The candidate pays themself");
	return {
		title,
		active: "/opdrachtgevers",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/opdrachtgevers", label: t("Opdrachtgevers", "Commissioners") },
						{ href: `/opdrachtgevers/${one.commissioner}`, label: name },
						{ label: title },
					]}
				/>
				<PageHead title={title} above={name} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Facts
						facts={[
							...(one.reference ? [{ label: t("Opdrachtnummer", "Order number"), value: one.reference }] : []),
							{ label: t("Gegeven op", "Ordered on"), value: formatDate(one.ordered_on, lang) },
							{
								label: t("Waar de beginwaarden vandaan komen", "Where the starting values come from"),
								value: reportSource(one.type)[lang],
							},
						]}
					/>
					<Settings visit={visit} one={one} problem={problem} />
					<Changes visit={visit} one={one} />
				</Stack>
			</>
		),
	};
}

const names = (visit: Visit): Record<ReportAbout, string> => ({
	plan: visit.t("Plan", "Plan"),
	progress: visit.t("Voortgang", "Progress"),
	final: visit.t("Eindverslag", "Final report"),
});

/** In words, for who may not change it and for what it was. */
export function sentenceOf({ t, lang }: Visit, { kind, due, template }: ReportSetting): string {
	const when =
		"afterDays" in due
			? t(`binnen ${due.afterDays} dagen na de start`, `within ${due.afterDays} days of the start`)
			: "everyMonths" in due
				? t(`elke ${due.everyMonths} maanden`, `every ${due.everyMonths} months`)
				: t("aan het einde", "at the end");
	return `${kind === "brief" ? t("kort", "brief") : t("uitgebreid", "extensive")}, ${when}. ${reportTemplateNames[template][lang]}.`;
}

function Settings({ visit, one, problem }: { visit: Visit; one: AssignmentData; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const label = names(visit);
	if (!may(by.actor.roles, "assignment.write").allowed) {
		return <Facts facts={one.settings.map((setting) => ({ label: label[setting.about], value: sentenceOf(visit, setting) }))} />;
	}
	const usual = defaultSettings(one.type);
	const value = (field: string, otherwise: string) =>
		typeof problem?.values[field] === "string" ? problem.values[field] : otherwise;
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	return (
		<Section id="verslagen" title={t("Welke verslagen, en wanneer", "Which reports, and when")}>
			<Prose>
				<p>
					{t(
						"Een nieuwe rapportageafspraak begint hiermee. Wat met een kandidaat is afgesproken, verandert er niet door.",
						"A new reporting agreement starts with this. What was agreed with a candidate does not change by it.",
					)}
				</p>
			</Prose>
			<Form>
				<input type="hidden" name="id" value={by.chance.uuid()} />
				{abouts.map((about) => {
					const now = one.settings.find((setting) => setting.about === about);
					const first = now ?? usual.find((setting) => setting.about === about);
					const due = first?.due ?? {};
					const n = "afterDays" in due ? due.afterDays : "everyMonths" in due ? due.everyMonths : about === "plan" ? 28 : 3;
					return (
						<FieldGroup name={about} label={label[about]}>
							<Stack gap={4}>
								<Select
									name={`${about}_kind`}
									label={t("Soort", "Kind")}
									value={value(`${about}_kind`, now?.kind ?? "none")}
									options={[
										{ value: "none", label: t("niet", "none") },
										{ value: "brief", label: t("kort bericht", "brief message") },
										{ value: "extensive", label: t("uitgebreid verslag", "extensive report") },
									]}
								/>
								{about === "final" ? null : (
									<TextField
										name={`${about}_n`}
										width="short"
										inputmode="numeric"
										label={
											about === "plan"
												? t("Dagen na de start", "Days after the start")
												: t("Om de zoveel maanden", "Every so many months")
										}
										value={value(`${about}_n`, String(n))}
										{...error(`${about}_n`)}
									/>
								)}
								<Select
									name={`${about}_template`}
									label={t("Opzet", "Template")}
									value={value(`${about}_template`, first?.template ?? "plain")}
									options={reportTemplateIds.map((id) => ({ value: id, label: reportTemplateNames[id][lang] }))}
								/>
							</Stack>
						</FieldGroup>
					);
				})}
				<TextField
					name="reason"
					width="full"
					label={t("Waarom", "Why")}
					hint={t(
						"Bijvoorbeeld het artikel van de overeenkomst. Geen naam.",
						"For example the article of the agreement. No name.",
					)}
					value={value("reason", "")}
					{...error("reason")}
				/>
				<Button>{t("Leg vast", "Record")}</Button>
			</Form>
		</Section>
	);
}

function Changes({ visit, one }: { visit: Visit; one: AssignmentData }) {
	const { t, lang } = visit;
	if (one.changes.length === 0) return null;
	return (
		<More summary={t("Eerdere wijzigingen", "Earlier changes")}>
			<ul>
				{one.changes.map((change) => (
					<li>
						{formatMoment(change.set_at, lang)}
						{change.who ? `, ${fullName(change.who.name)}` : ""}: {change.reason}
					</li>
				))}
			</ul>
		</More>
	);
}
