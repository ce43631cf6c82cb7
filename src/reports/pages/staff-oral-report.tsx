import { clockTime } from "../../disclosures/undo.server.ts";
import { GuardPart } from "../../guard/guard-part.tsx";
import { today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { sentence } from "../../reporting-agreements/sentences.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { type Choice, Radios } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { oralForm, withDays } from "../form.ts";
import { recordOralReport } from "../oral.server.ts";
import { linesToReport } from "../queries.server.ts";
import { called } from "../words.ts";
import { waysTold } from "./next-forms.tsx";

/** R9.2: an oral report, recorded in twenty seconds: with whom, what was told, and whether the candidate knows. */
export const oralReportPage: Page = {
	path: "/kandidaten/:candidate/rapporten/mondeling",
	portal: "staff",
	who: "report.write",
	get: (visit) => screen(visit),
	post: (visit) =>
		submit(
			{ ...visit, form: withDays(visit.form, "on", "told_on") },
			{
				form: oralForm,
				act: async (input) => {
					const candidate = visit.params.candidate as string;
					const { trajectories } = await linesToReport(visit.by, candidate);
					const trajectory = found(trajectories.find((one) => one.lines.some(({ line }) => line.id === input.line))).id;
					await recordOralReport(visit.by, {
						id: input.id,
						informId: input.inform_id,
						candidate,
						trajectory,
						line: input.line,
						on: input.on,
						time: input.time,
						summary: input.summary,
						informed: input.told === "no" || !input.told_on ? null : { how: input.told, on: input.told_on },
					});
					return done(
						`/kandidaten/${candidate}?traject=${trajectory}`,
						visit.t("Vastgelegd in het dossier.", "Recorded in the dossier."),
					);
				},
				again: (problem) => screen(visit, problem),
			},
		),
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const candidate = visit.params.candidate as string;
	const offered = await linesToReport(by, candidate);
	const spoken = offered.trajectories.flatMap((trajectory) => trajectory.lines).filter(({ line }) => line.form === "oral");
	const possible = spoken.filter(({ noted }) => noted.allowed);
	const typed = problem?.values ?? {};
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	const name = called(offered.name);
	const title = t("Mondeling verteld", "Told orally");
	const options: Choice[] = spoken.map(({ line, decision, noted, recipient }) => ({
		value: line.id,
		label: sentence(line, { name: fullName(recipient.name), organisation: recipient.organisation }, lang),
		disabled: !noted.allowed,
		...(!decision.allowed && {
			hint: (
				<>
					<Badge tone={noted.allowed ? "warn" : "refused"}>
						{noted.allowed ? t("Alleen van toen het mocht", "Only of when it was allowed") : t("Kan nu niet", "Not possible now")}
					</Badge>{" "}
					{decision.why[lang]} <Clause id={decision.because} />
				</>
			),
		}),
	}));
	const only = possible.length === 1 ? possible[0]?.line.id : visit.url.searchParams.get("regel");
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
					line={t(
						"Wat je vertelde, komt in het dossier en in het register van verstrekkingen.",
						"What you told goes in the dossier and in the register of disclosures.",
					)}
				/>
				<Trouble problem={problem} />
				{spoken.length === 0 ? (
					<EmptyState
						title={t("Er is niets afgesproken om mondeling te vertellen", "Nothing was agreed to be told orally")}
						action={
							<LinkButton look="primary" href={`/kandidaten/${candidate}/afspraken`}>
								{t("Maak rapportageafspraken", "Make a reporting agreement")}
							</LinkButton>
						}
					>
						{t(
							"Wat niet is afgesproken, vertel je niet. Spreek het eerst af.",
							"What was not agreed is not told. Agree on it first.",
						)}{" "}
						<Clause id="R6.1" />
					</EmptyState>
				) : (
					<Form id="mondeling" requestId={by.chance.uuid()}>
						<input type="hidden" name="id" value={String(typed.id ?? by.chance.uuid())} />
						<input type="hidden" name="inform_id" value={String(typed.inform_id ?? by.chance.uuid())} />
						<Radios
							name="line"
							label={t("Met wie sprak je?", "Whom did you speak with?")}
							options={options}
							value={String(typed.line ?? only ?? "")}
							{...error("line")}
						/>
						<When visit={visit} problem={problem} />
						<TextArea
							name="summary"
							rows={4}
							label={t("Wat heb je verteld?", "What did you tell?")}
							value={String(typed.summary ?? "")}
							{...error("summary")}
							hint={t(
								"Kort, en alleen wat is afgesproken. De kandidaat kan dit lezen.",
								"Briefly, and only what was agreed. The candidate can read this.",
							)}
						/>
						<GuardPart
							level={2}
							text={String(typed.summary ?? "")}
							form="mondeling"
							fields={["summary"]}
							view={{ own: [], aside: [] }}
							lang={lang}
							t={t}
						/>
						<Radios
							name="told"
							inline
							label={t(`Hoe hoorde ${name} dat je dit vertelde?`, `How did ${name} hear that you told this?`)}
							value={String(typed.told ?? "")}
							{...error("told")}
							options={[...waysTold(t), { value: "no", label: t("Nog niet: dat doe ik nog", "Not yet: I still have to") }]}
						/>
						<DateField
							name="told_on"
							optional
							label={t(`Wanneer hoorde ${name} het?`, `When was ${name} told?`)}
							value={problem ? typedDate(typed, "told_on") : today(by)}
							{...error("told_on")}
						/>
						<Button>{t("Leg vast", "Record")}</Button>
					</Form>
				)}
			</>
		),
	};
}

/** The day and the time: what the candidate had consented to at that moment decides (R8.1). */
function When({ visit: { t, by }, problem }: { visit: Visit; problem?: Problem | undefined }) {
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	return (
		<>
			<DateField
				name="on"
				label={t("Wanneer?", "When?")}
				value={problem ? typedDate(problem.values, "on") : today(by)}
				{...error("on")}
			/>
			<TextField
				name="time"
				width="short"
				inputmode="numeric"
				label={t("Hoe laat ongeveer?", "At about what time?")}
				hint={t(
					"Wat de kandidaat toen toestond, telt. Niet wat nu geldt.",
					"What the candidate allowed then counts. Not what holds now.",
				)}
				value={String(problem?.values.time ?? clockTime(by.now()).slice(0, 5))}
				{...error("time")}
			/>
		</>
	);
}
