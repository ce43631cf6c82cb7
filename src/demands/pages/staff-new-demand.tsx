import { postedDate } from "../../assignments/form.ts";
import { categories, categoryIds } from "../../law/categories.ts";
import { demandBases, demandBasisIds, withholdGroundIds, withholdGrounds } from "../../law/demands.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { citation } from "../../regulation/annexes.ts";
import { Button } from "../../ui/buttons.tsx";
import { Checkbox, Radios, Select } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { FieldGroup } from "../../ui/field.tsx";
import { FileField, TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { proposeDemand } from "../demand.server.ts";
import { demandForm } from "../form.ts";
import { demandsOf } from "../queries.server.ts";

/** Filing a demand: its paper, its basis, and what would go, category by category with why (R4.1). */
export const newDemandPage: Page = {
	path: "/kandidaten/:candidate/vorderingen/nieuw",
	portal: "staff",
	who: "demand.propose",
	get: (visit) => screen(visit),
	post: (visit) => {
		const candidate = visit.params.candidate ?? "";
		const posted = { ...visit.form, received_on: postedDate(visit.form, "received_on"), until: postedDate(visit.form, "until") };
		return submit(
			{ ...visit, form: posted },
			{
				form: demandForm,
				act: async (input) => {
					const file = visit.files.paper;
					const paper = file?.size ? new Uint8Array(await file.arrayBuffer()) : null;
					await proposeDemand(visit.by, { ...input, candidate, paper });
					return done(
						`/kandidaten/${candidate}/vorderingen/${input.id}`,
						visit.t("Vastgelegd. Een tweede persoon beoordeelt het nu.", "Filed. A second person now judges it."),
					);
				},
				again: (problem) => screen(visit, { ...problem, values: visit.form }),
			},
		);
	},
};

type Part = { visit: Visit; problem: Problem | undefined };
const typed = (problem: Problem | undefined, field: string) =>
	typeof problem?.values[field] === "string" ? problem.values[field] : "";
const errorOf = (problem: Problem | undefined, field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const candidate = visit.params.candidate ?? "";
	const { name, trajectories } = await demandsOf(by, candidate);
	const title = t("Leg een vordering vast", "File a demand");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}`, label: fullName(name) },
						{ href: `/kandidaten/${candidate}/vorderingen`, label: t("Vorderingen", "Demands") },
						{ label: title },
					]}
				/>
				<PageHead title={title} above={fullName(name)} />
				<Trouble problem={problem} />
				<Notice
					tone="info"
					title={t("Geef nu nog niets, ook niet aan de telefoon.", "Do not give anything yet, not on the telephone either.")}
				>
					<p>
						{t(
							"Niet alles wat op een eis lijkt, is er een. Daarom kijkt eerst iemand anders mee.",
							"Not everything that looks like a demand is one. That is why somebody else looks first.",
						)}
					</p>
				</Notice>
				<Form upload>
					<input type="hidden" name="id" value={typed(problem, "id") || by.chance.uuid()} />
					<input type="hidden" name="trajectory" value={typed(problem, "trajectory") || trajectories[0]} />
					<Who visit={visit} problem={problem} />
					<What visit={visit} problem={problem} />
					<Telling visit={visit} problem={problem} />
					<Button>{t("Leg voor aan een tweede persoon", "Put before a second person")}</Button>
				</Form>
			</>
		),
	};
}

function Who({ visit: { t, lang }, problem }: Part) {
	const field = (name: string, nl: string, en: string, hint?: string) => (
		<TextField
			name={name}
			width="full"
			label={t(nl, en)}
			value={typed(problem, name)}
			{...(hint && { hint })}
			{...errorOf(problem, name)}
		/>
	);
	return (
		<>
			<Select
				name="basis"
				label={t("Op welke grond", "On which basis")}
				empty={t("Kies wat op het papier staat", "Choose what stands on the paper")}
				value={typed(problem, "basis")}
				options={demandBasisIds.map((id) => ({
					value: id,
					label: `${demandBases[id][lang]} (${citation(demandBases[id].article)})`,
				}))}
				{...errorOf(problem, "basis")}
			/>
			{field("organisation", "Instantie", "Authority")}
			{field("name", "Wie vraagt het", "Who asks")}
			{field("postal", "Postadres", "Postal address")}
			<TextField
				name="reference"
				label={t("Hun kenmerk", "Their reference")}
				optional
				value={typed(problem, "reference")}
				{...errorOf(problem, "reference")}
			/>
			<DateField
				name="received_on"
				label={t("Ontvangen op", "Received on")}
				value={problem ? typedDate(problem.values, "received_on") : ""}
				{...errorOf(problem, "received_on")}
			/>
			<FileField
				name="paper"
				accept="application/pdf,image/png,image/jpeg"
				label={t("De vordering zelf", "The demand itself")}
				hint={t(
					"Pdf, PNG of JPEG. Bij eigen rechten van het bureau mag dit leeg blijven.",
					"PDF, PNG or JPEG. For the agency's own rights this may stay empty.",
				)}
				{...errorOf(problem, "paper")}
			/>
		</>
	);
}

function What({ visit: { t, lang }, problem }: Part) {
	const chosen = [problem?.values.categories ?? []].flat();
	return (
		<>
			<FieldGroup
				name="categories"
				label={t("Welke gegevens, en waarom juist die", "Which data, and why exactly that")}
				hint={t("Zo min mogelijk. Wat niet is gevraagd, gaat niet.", "As little as possible. What was not asked does not go.")}
				{...errorOf(problem, "categories")}
			>
				<Stack gap={4}>
					{categoryIds.map((id) => (
						<Stack gap={2}>
							<Checkbox name="categories" value={id} label={categories[id][lang]} checked={chosen.includes(id)} />
							<TextField
								name={`why_${id}`}
								width="full"
								label={t(`Zo ja, waarom ${categories[id].nl.toLowerCase()}?`, `If so, why ${categories[id].en.toLowerCase()}?`)}
								value={typed(problem, `why_${id}`)}
								{...errorOf(problem, `why_${id}`)}
							/>
						</Stack>
					))}
				</Stack>
			</FieldGroup>
			<TextArea
				name="content"
				rows={10}
				label={t("Precies wat er gaat", "Exactly what goes")}
				hint={t(
					"Dit komt woordelijk in de brief. Alleen wat je hierboven koos.",
					"This goes into the letter word for word. Only what you chose above.",
				)}
				value={typed(problem, "content")}
				{...errorOf(problem, "content")}
			/>
		</>
	);
}

function Telling({ visit: { t }, problem }: Part) {
	return (
		<>
			<Radios
				name="withhold"
				label={t("Mag de kandidaat het meteen weten?", "May the candidate know at once?")}
				value={typed(problem, "withhold") || "no"}
				options={[
					{ value: "no", label: t("Ja, de kandidaat hoort het meteen", "Yes, the candidate is told at once") },
					...withholdGroundIds.map((id) => ({
						value: id,
						label: t(`Nee: ${withholdGrounds[id].nl.toLowerCase()}`, `No: ${withholdGrounds[id].en.toLowerCase()}`),
						hint: citation(withholdGrounds[id].article),
					})),
				]}
				{...errorOf(problem, "withhold")}
			/>
			<DateField
				name="until"
				label={t("Zo niet: op welke dag hoort de kandidaat het alsnog?", "If not: on which day is the candidate told after all?")}
				hint={t(
					"Hoogstens een half jaar. Op die dag gaat het vanzelf.",
					"Half a year at most. On that day it happens by itself.",
				)}
				value={problem ? typedDate(problem.values, "until") : ""}
				{...errorOf(problem, "until")}
				optional
			/>
		</>
	);
}
