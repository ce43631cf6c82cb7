import { consentKinds, consentMonths } from "../../law/consents.ts";
import { type DataClass, dataClasses, dataClassIds, mayDisclose, needsConsent } from "../../law/data-classes.ts";
import { addMonths, today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { linePurposeIds, linePurposes } from "../../reporting-agreements/rules.ts";
import { withDays } from "../../reports/form.ts";
import { openReport } from "../../reports/report-view.server.ts";
import { Actions, Button, LinkButton } from "../../ui/buttons.tsx";
import { Checkboxes, Radios, Select } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Facts, More } from "../../ui/layout.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { askConsent } from "../ask.server.ts";
import { askForm } from "../form.ts";
import { type ConsentsOf, consentsOf } from "../queries.server.ts";
import { asRecipients, Crumbs } from "./staff-consents.tsx";

/** R8.1: asking one candidate about one recipient and one purpose, with the data itself; or about one report as it is frozen. */
export const askPage: Page = {
	path: "/kandidaten/:candidate/toestemmingen/nieuw",
	portal: "staff",
	who: "consent.ask",
	get: (visit) => screen(visit),
	post: (visit) =>
		submit(
			{ ...visit, form: withDays(visit.form, "until") },
			{
				form: askForm,
				act: async (input) => {
					const candidate = visit.params.candidate as string;
					const { trajectories } = await consentsOf(visit.by, candidate);
					await askConsent(visit.by, visit.services.publicUrl, {
						...{ id: input.request_id, candidate, trajectory: found(trajectories[0]).id, kind: input.kind },
						recipient: { kind: "contact", contactId: input.contact },
						...{ purpose: input.purpose, dataClasses: input.classes, until: input.until },
						lines: input.report ? [] : input.lines,
						...(input.report && { report: input.report }),
					});
					return done(
						`/kandidaten/${candidate}/toestemmingen/${input.request_id}`,
						visit.t("De vraag staat klaar voor de kandidaat.", "The question is ready for the candidate."),
					);
				},
				again: (problem) => screen(visit, problem),
			},
		),
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, params, url } = visit;
	const candidate = params.candidate as string;
	const opened = await consentsOf(visit.by, candidate);
	const asked = String(problem?.values.report ?? url.searchParams.get("rapport") ?? "");
	const report = asked ? await openReport(visit.by, candidate, asked) : undefined;
	const title = t("Vraag toestemming", "Ask for consent");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Crumbs visit={visit} candidate={candidate} name={fullName(opened.name)} here={title} list />
				<PageHead
					title={title}
					line={t(
						"Eén vraag gaat over één ontvanger en één doel. De kandidaat ziet precies wat hier staat.",
						"One question is about one recipient and one purpose. The candidate sees exactly what stands here.",
					)}
				/>
				<Trouble problem={problem} />
				<NotAsked visit={visit} opened={opened} />
				<Fields visit={visit} opened={opened} problem={problem} report={report} />
			</>
		),
	};
}

type Parts = {
	visit: Visit;
	opened: ConsentsOf;
	problem?: Problem | undefined;
	report?: Awaited<ReturnType<typeof openReport>> | undefined;
};

function Fields({ visit, opened, problem, report }: Parts) {
	const { t, lang, by, params } = visit;
	const values = problem?.values ?? {};
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	const recipients = asRecipients(opened.contacts);
	const [version] = report?.versions ?? [];
	const purpose = String(values.purpose ?? report?.agreed.purpose ?? "");
	const months = report ? consentMonths.document : consentMonths.proposed;
	const proposed = report ? report.missing : [];
	const ticked = values.classes ?? proposed;
	const public_ = recipients.some((one) => one.type === "uwv" || one.type === "municipality");
	return (
		<Form requestId={String(values.request_id ?? by.chance.uuid())}>
			<input type="hidden" name="report" value={report?.report.id ?? ""} />
			{public_ ? (
				<Radios
					name="kind"
					label={t("Wat vraag je?", "What do you ask?")}
					value={String(values.kind ?? "disclose")}
					options={[
						{ value: "disclose", label: consentKinds.disclose[lang] },
						{
							value: "noObjection",
							label: consentKinds.noObjection[lang],
							hint: t("UWV en gemeente (Wet SUWI, artikel 74).", "UWV and municipality (SUWI act, article 74)."),
						},
					]}
					{...error("kind")}
				/>
			) : (
				<input type="hidden" name="kind" value="disclose" />
			)}
			<Select
				name="contact"
				label={t("Wie krijgt de gegevens?", "Who gets the data?")}
				value={String(values.contact ?? report?.agreed.contactId ?? "")}
				options={recipients.map((one) => ({ value: one.id, label: one.label }))}
				{...error("contact")}
			/>
			<Radios
				name="purpose"
				label={t("Waarvoor?", "What for?")}
				value={purpose}
				options={linePurposeIds.map((id) => ({
					value: id,
					label: linePurposes[id][lang].replace(/^./, (letter) => letter.toUpperCase()),
				}))}
				{...error("purpose")}
			/>
			<Checkboxes
				name="classes"
				label={t("Om welke gegevens gaat het?", "Which data is it about?")}
				values={typeof ticked === "string" ? [ticked] : [...ticked]}
				options={dataClassIds
					.filter((one) => public_ || recipients.some(({ type }) => needsConsent(type, one)))
					.map((one) => ({ value: one, label: dataClasses[one][lang] }))}
				{...error("classes")}
			/>
			{report ? (
				<p>
					{t(
						`De kandidaat ziet het verslag zelf: ${version?.words?.title ?? ""}, versie ${version?.n ?? ""}. De toestemming geldt alleen voor dat document.`,
						`The candidate sees the report itself: ${version?.words?.title ?? ""}, version ${version?.n ?? ""}. The consent is for that document only.`,
					)}
				</p>
			) : (
				<TextArea
					name="lines"
					rows={6}
					label={t("De gegevens zelf", "The data itself")}
					hint={t(
						"Elke regel is één gegeven, in woorden die de kandidaat kent. Bijvoorbeeld: kan vier uur per dag zittend werk doen.",
						"Each line is one piece of data, in words that the candidate knows. For instance: can do seated work four hours a day.",
					)}
					value={String(values.lines ?? "")}
					{...error("lines")}
				/>
			)}
			<DateField
				name="until"
				label={t("Tot en met", "Until")}
				hint={t(`Ten hoogste ${consentMonths.longest} maanden.`, `At most ${consentMonths.longest} months.`)}
				value={problem ? typedDate(values, "until") : addMonths(today(by), months)}
				{...error("until")}
			/>
			<Actions>
				<Button>{t("Leg de vraag voor", "Put the question")}</Button>
				<LinkButton href={`/kandidaten/${params.candidate}/toestemmingen`}>
					{t("Terug zonder te vragen", "Back without asking")}
				</LinkButton>
			</Actions>
		</Form>
	);
}

/** What is not on offer: never, to these recipients, whatever the candidate would say. */
function NotAsked({ visit, opened }: Parts) {
	const { t, lang } = visit;
	const types = [...new Set(asRecipients(opened.contacts).map((one) => one.type))];
	const all = { agreement: true, consent: true, statute: false, demand: false };
	const never = types.flatMap((type) =>
		dataClassIds.flatMap((one: DataClass) => {
			const decision = mayDisclose(type, one, all);
			return decision.allowed ? [] : [{ name: dataClasses[one][lang], decision }];
		}),
	);
	if (never.length === 0) return null;
	return (
		<More summary={t("Wat je hier niet kunt vragen", "What you cannot ask here")} open>
			<Facts
				facts={never.map(({ name, decision }) => ({
					label: name,
					value: (
						<>
							{decision.why[lang].replace(/^[^:]*: /, "").replace(/^./, (letter) => letter.toUpperCase())}{" "}
							<Clause id={decision.because} />
						</>
					),
				}))}
			/>
		</More>
	);
}
