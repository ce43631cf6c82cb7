import { categories } from "../../law/categories.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { More, Stack } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { endCarer, recordCarer } from "../carers.server.ts";
import type { Place } from "../compartment.server.ts";
import { carerForm, endCarerForm, newRequestForm } from "../form.ts";
import { type Requests, requestsOf } from "../queries.server.ts";
import { draftRequest } from "../requests.server.ts";
import { requestStateNames } from "../rules.ts";
import { type Askable, carerKindIds, carerKinds } from "../words.ts";
import { fieldsOf, PlaceFields, PlaceHead, placeOf, toGate, within } from "./place.tsx";
import { QuestionFields, requestTones } from "./question-fields.tsx";
import { QuestionGuard } from "./question-guard.tsx";

/** The candidate's doctors and carers, and what was asked of them (R8.2). */
export const requestsPage: Page = {
	path: "/kandidaten/:candidate/gezondheid/verzoeken",
	portal: "staff",
	who: "health.ask",
	get: (visit) => {
		const place = placeOf(visit);
		return place ? screen(visit, place) : toGate(visit);
	},
	post: (visit) => {
		const place = placeOf(visit);
		if (!place) return toGate(visit);
		const again = (problem: Problem) => screen(visit, place, problem);
		const back = (text: string) => done(within(place, "/verzoeken"), text);
		if (visit.form.do === "endCarer") {
			return submit(visit, {
				form: endCarerForm,
				act: async (input) => {
					await endCarer(visit.by, { ...place, id: input.carer, rowVersion: input.row_version });
					return back(visit.t("Vastgelegd.", "Recorded."));
				},
				again,
			});
		}
		return submit(visit, {
			form: carerForm,
			act: async ({ do: _, request_id, ...carer }) => {
				await recordCarer(visit.by, { ...place, id: request_id, carer });
				return back(visit.t("Vastgelegd. Je kunt nu iets vragen.", "Recorded. You can ask something now."));
			},
			again,
		});
	},
};

async function screen(visit: Visit, place: Place, problem?: Problem): Promise<View> {
	const { t } = visit;
	const data = await requestsOf(visit.by, place);
	const here = { ...place, trajectory: data.work.trajectory };
	const carers = data.carers.filter((one) => one.ended_at === null);
	const title = t("Vragen aan artsen", "Questions to doctors");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<PlaceHead visit={visit} place={here} name={data.person.name} at="/verzoeken" />
				<PageHead
					title={title}
					above={fullName(data.person.name)}
					line={t(
						"Alleen met toestemming van de kandidaat, per brief, met de toestemming erbij.",
						"Only with the candidate's consent, by letter, with the consent attached.",
					)}
					action={
						carers.length > 0 ? (
							<LinkButton href={within(here, "/verzoeken/nieuw")} look="primary">
								{t("Stel een vraag op", "Draft a question")}
							</LinkButton>
						) : undefined
					}
				/>
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Asked visit={visit} place={here} data={data} />
					<Carers visit={visit} place={here} data={data} />
					<More
						summary={t("Voeg een arts of behandelaar toe", "Add a doctor or carer")}
						open={carers.length === 0 || problem?.values.do === "carer"}
					>
						<NewCarer visit={visit} place={here} problem={problem?.values.do === "carer" ? problem : undefined} />
					</More>
				</Stack>
			</>
		),
	};
}

type Props = { visit: Visit; place: Place; data: Requests };

function Asked({ visit, place, data }: Props) {
	const { t, lang } = visit;
	return (
		<Table
			caption={t("Gestelde vragen", "Questions put")}
			columns={[
				{ key: "whom", label: t("Aan", "To") },
				{ key: "about", label: t("Waarover", "About") },
				{ key: "state", label: t("Stand", "State") },
				{ key: "since", label: t("Sinds", "Since"), align: "right" },
			]}
			rows={data.requests.map((one) => {
				const carer = data.carers.find(({ id }) => id === one.carer_id)?.carer;
				return {
					key: `r-${one.id}`,
					cells: {
						whom: (
							<a href={within(place, `/verzoeken/${one.id}`)}>
								{carer?.name}
								{carer?.organisation ? `, ${carer.organisation}` : ""}
							</a>
						),
						about: one.about.map((id) => categories[id as Askable][lang]).join(", "),
						state: <Badge tone={requestTones[one.state]}>{requestStateNames[one.state][lang]}</Badge>,
						since: formatShortDate(one.state_at, lang),
					},
				};
			})}
			empty={
				<EmptyState title={t("Er is nog niets gevraagd", "Nothing was asked yet")}>
					{data.carers.length === 0
						? t("Voeg eerst toe aan wie je iets wilt vragen.", "First add whom you want to ask.")
						: t(
								"Stel een vraag op; de kandidaat beslist of die mag.",
								"Draft a question; the candidate decides whether it may be put.",
							)}
				</EmptyState>
			}
		/>
	);
}

function Carers({ visit, place, data }: Props) {
	const { t, lang } = visit;
	const carers = data.carers.filter((one) => one.ended_at === null);
	if (carers.length === 0) return null;
	return (
		<Table
			caption={t("Artsen en behandelaars", "Doctors and carers")}
			columns={[
				{ key: "name", label: t("Naam", "Name") },
				{ key: "kind", label: t("Soort", "Kind") },
				{ key: "address", label: t("Adres", "Address") },
				{ key: "end", label: t("Niet meer?", "No longer?") },
			]}
			rows={carers.map(({ id, carer, row_version }) => ({
				key: `c-${id}`,
				cells: {
					name: [carer.name, carer.organisation].filter(Boolean).join(", "),
					kind: carerKinds[carer.kind][lang],
					address: `${carer.street}, ${carer.postcode} ${carer.city}`,
					end: (
						<ActionForm
							action={`/kandidaten/${place.candidate}/gezondheid/verzoeken`}
							rowVersion={row_version}
							fields={{ do: "endCarer", carer: id, doel: place.purpose, traject: place.trajectory ?? "" }}
						>
							<Button look="quiet" label={`${t("Niet meer betrokken", "No longer involved")}: ${carer.name}`}>
								{t("Niet meer betrokken", "No longer involved")}
							</Button>
						</ActionForm>
					),
				},
			}))}
		/>
	);
}

function NewCarer({ visit, place, problem }: { visit: Visit; place: Place; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const { typed, error } = fieldsOf(problem);
	const text = (name: string, nl: string, en: string, more: { optional?: true; width?: "short" } = {}) => (
		<TextField name={name} label={t(nl, en)} value={typed(name)} {...more} {...error(name)} />
	);
	return (
		<Form action={`/kandidaten/${place.candidate}/gezondheid/verzoeken`} requestId={by.chance.uuid()}>
			<PlaceFields place={place} />
			<input type="hidden" name="do" value="carer" />
			<Select
				name="kind"
				label={t("Soort", "Kind")}
				value={typed("kind")}
				{...error("kind")}
				options={carerKindIds.map((id) => ({ value: id, label: carerKinds[id][lang] }))}
			/>
			{text("name", "Naam, zoals op de brief", "Name, as on the letter")}
			{text("organisation", "Praktijk of instelling", "Practice or institution", { optional: true })}
			{text("street", "Straat en huisnummer", "Street and number")}
			{text("postcode", "Postcode", "Postcode", { width: "short" })}
			{text("city", "Plaats", "City")}
			<Button look="quiet">{t("Voeg toe", "Add")}</Button>
		</Form>
	);
}

/** Drafting a question: of whom, about what, in which words. Nothing is asked with it. */
export const newRequestPage: Page = {
	path: "/kandidaten/:candidate/gezondheid/verzoeken/nieuw",
	portal: "staff",
	who: "health.ask",
	get: (visit) => {
		const place = placeOf(visit);
		return place ? newScreen(visit, place) : toGate(visit);
	},
	post: (visit) => {
		const place = placeOf(visit);
		if (!place) return toGate(visit);
		return submit(visit, {
			form: newRequestForm,
			act: async ({ request_id, ...input }) => {
				await draftRequest(visit.by, { ...place, ...input, id: request_id, rowVersion: null });
				return done(
					within(place, `/verzoeken/${request_id}`),
					visit.t("Bewaard. Er is nog niets gevraagd.", "Saved. Nothing was asked yet."),
				);
			},
			again: (problem) => newScreen(visit, place, problem),
		});
	},
};

async function newScreen(visit: Visit, place: Place, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const data = await requestsOf(by, place);
	const here = { ...place, trajectory: data.work.trajectory };
	const title = t("Stel een vraag op", "Draft a question");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<PlaceHead visit={visit} place={here} name={data.person.name} at="/verzoeken" label={title} />
				<PageHead
					title={title}
					above={fullName(data.person.name)}
					line={t(
						"Daarna vraag je de kandidaat of je precies dit mag vragen.",
						"After that you ask the candidate whether you may ask exactly this.",
					)}
				/>
				<Trouble problem={problem} />
				<Form
					action={`/kandidaten/${found(visit.params.candidate)}/gezondheid/verzoeken/nieuw`}
					id="vragen"
					requestId={by.chance.uuid()}
				>
					<PlaceFields place={here} />
					<QuestionFields visit={visit} carers={data.carers} values={problem?.values ?? {}} problem={problem} />
					<Button>{t("Bewaar de vraag", "Save the question")}</Button>
				</Form>
				<QuestionGuard
					visit={visit}
					form="vragen"
					question={String(problem?.values.question ?? "")}
					about={[problem?.values.about ?? []].flat()}
				/>
			</>
		),
	};
}
