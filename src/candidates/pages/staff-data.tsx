import { z } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { assignmentTypes } from "../../law/assignment-types.ts";
import { type CandidateField, candidateFieldIds, candidateFields, coveredFields } from "../../law/fields.ts";
import { may } from "../../law/roles.ts";
import { fullName, type PersonName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { trajectoryStates } from "../../trajectories/rules.ts";
import { Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate, formatShortDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { fieldsForm, sources } from "../form.ts";
import { inviteCandidate } from "../invite.server.ts";
import { type CandidateData, candidateData } from "../queries.server.ts";
import { mayInvite } from "../rules.ts";
import { type Changes, updateCandidate, valuesOf } from "../update.server.ts";
import { Covered, PersonFields, SourceField } from "./fields.tsx";
import { stateTones } from "./staff-candidates.tsx";
import { normal, postedPerson } from "./staff-register.tsx";

/** What is registered of a candidate: the person, their trajectories, the portal. Whoever may register changes it here. */
export const dataPage: Page = {
	path: "/kandidaten/:candidate/gegevens",
	portal: "staff",
	who: "candidate.read",
	get: (visit) => screen(visit),
	post: async (visit) => {
		const candidate = found(visit.params.candidate);
		const fields = postedPerson(visit.form);
		const types = (await candidateData(visit.by, candidate)).trajectories.map((one) => one.type);
		const form = fieldsForm(types).extend({
			row_version: z.coerce.number().int(),
			source: z.enum(
				["candidate", "commissioner", "other"],
				say("Kies van wie de wijziging komt.", "Choose who provided the change."),
			),
		});
		return submit(
			{ ...visit, form: { ...visit.form, ...fields } },
			{
				form,
				act: async (input) => {
					const changes: Changes = {
						candidate,
						rowVersion: input.row_version,
						fields: normal(fields, input),
						source: input.source,
					};
					await updateCandidate(await freshly(visit), changes);
					return done(`/kandidaten/${candidate}/gegevens`, visit.t("De gegevens zijn bijgewerkt.", "The data were updated."));
				},
				again: (problem) => screen(visit, problem),
			},
		);
	},
};

/** Sends the invitation to the portal. */
export const invitePage: Page = {
	path: "/kandidaten/:candidate/uitnodigen",
	portal: "staff",
	who: "invitation.send",
	post: (visit) => {
		const candidate = found(visit.params.candidate);
		return submit(visit, {
			form: z.object({}),
			act: async () => {
				await inviteCandidate(visit.by, candidate, visit.services.publicUrl);
				return done(`/kandidaten/${candidate}/gegevens`, visit.t("De uitnodiging gaat nu weg.", "The invitation is on its way."));
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const data = await candidateData(by, found(visit.params.candidate));
	const name = fullName(data.name);
	const opens =
		may(by.actor.roles, "dossier.read").allowed &&
		data.trajectories.some((one) => one.guides.some((guide) => guide.id === by.actor.id));
	const title = t("Gegevens", "Data");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						...(opens ? [{ href: `/kandidaten/${data.id}`, label: name }] : []),
						{ label: opens ? title : name },
					]}
				/>
				<PageHead
					title={name}
					line={t(
						`Ingeschreven op ${formatDate(data.registered_at, lang)}`,
						`Registered on ${formatDate(data.registered_at, lang)}`,
					)}
					action={
						opens ? (
							<LinkButton href={`/kandidaten/${data.id}`}>{t("Open het dossier", "Open the dossier")}</LinkButton>
						) : undefined
					}
				/>
				<Trouble problem={problem} />
				<Trajectories visit={visit} data={data} />
				<NumberPart visit={visit} data={data} />
				<PortalPart visit={visit} data={data} />
				{may(by.actor.roles, "registration.write").allowed ? (
					<Edit visit={visit} data={data} problem={problem} />
				) : (
					<Shown visit={visit} data={data} />
				)}
			</>
		),
	};
}

function Trajectories({ visit, data }: { visit: Visit; data: CandidateData }) {
	const { t, lang, by } = visit;
	return (
		<Section
			id="trajecten"
			title={t("Trajecten", "Trajectories")}
			action={
				may(by.actor.roles, "registration.write").allowed ? (
					<LinkButton href={`/kandidaten/${data.id}/trajecten/nieuw`}>{t("Nieuw traject", "New trajectory")}</LinkButton>
				) : null
			}
		>
			<Table
				caption={t("Trajecten", "Trajectories")}
				captionHidden
				columns={[
					{ key: "soort", label: t("Traject", "Trajectory") },
					{ key: "opdracht", label: t("Opdracht", "Assignment") },
					{ key: "stand", label: t("Stand", "State") },
					{ key: "begeleider", label: t("Begeleider", "Coach") },
					{ key: "sinds", label: t("Ingeschreven", "Registered"), align: "right" },
				]}
				rows={data.trajectories.map((one) => ({
					key: one.id,
					cells: {
						soort: <a href={`/kandidaten/${data.id}/trajecten/${one.id}`}>{assignmentTypes[one.type][lang]}</a>,
						opdracht: [one.commissioner ?? t("Betaalt zelf", "Pays for themself"), one.reference].filter(Boolean).join(" · "),
						stand: <Badge tone={stateTones[one.state]}>{trajectoryStates[one.state][lang]}</Badge>,
						begeleider: one.guides.map((guide) => fullName(guide.name)).join(", ") || t("Nog niemand", "Nobody yet"),
						sinds: formatShortDate(one.registered_at, lang),
					},
				}))}
			/>
		</Section>
	);
}

/** Where a law lets the citizen service number in, it has a place of its own: not among these fields (R2.1). */
function NumberPart({ visit: { t, by }, data }: { visit: Visit; data: CandidateData }) {
	const asked = data.trajectories.some((one) => assignmentTypes[one.type].statute.bsn !== null);
	if (!asked || !may(by.actor.roles, "bsn.read").allowed) return null;
	return (
		<p>
			<a href={`/kandidaten/${data.id}/burgerservicenummer`}>{t("Burgerservicenummer", "Citizen service number")}</a>
		</p>
	);
}

function PortalPart({ visit, data }: { visit: Visit; data: CandidateData }) {
	const { t, lang, by } = visit;
	if (!may(by.actor.roles, "invitation.send").allowed) return null;
	const decision = mayInvite({ email: valuesOf(data).email !== undefined, active: data.account === "active" });
	const button = t("Nodig uit voor het portaal", "Invite to the portal");
	const words = {
		active: t("De kandidaat heeft een account.", "The candidate has an account."),
		none: t("Nog niet uitgenodigd.", "Not invited yet."),
		waiting: data.invitation
			? t(
					`Uitgenodigd op ${formatDate(data.invitation.invited_at, lang)}; nog niet aangemeld.`,
					`Invited on ${formatDate(data.invitation.invited_at, lang)}; not signed in yet.`,
				)
			: t("De uitnodiging is verlopen.", "The invitation has expired."),
	};
	return (
		<Section id="portaal" title={t("Portaal", "Portal")}>
			<p>{words[data.account]}</p>
			{data.account === "active" ? (
				<p>
					{t("Telefoon, passkeys en herstelcodes kwijt? ", "Lost telephone, passkeys and recovery codes? ")}
					<a href={`/kandidaten/${data.id}/account-herstel`}>
						{t("Laat het account opnieuw beginnen", "Let the account start anew")}
					</a>
				</p>
			) : null}
			{decision.allowed ? (
				<ActionForm action={`/kandidaten/${data.id}/uitnodigen`}>
					<Button look="quiet">{data.account === "waiting" ? t("Nodig opnieuw uit", "Invite again") : button}</Button>
				</ActionForm>
			) : data.account === "active" ? null : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{button}
				</RefusedButton>
			)}
		</Section>
	);
}

/** The fields that any of the candidate's trajectories declares, in the order of the law. */
const declared = (data: CandidateData): CandidateField[] =>
	candidateFieldIds.filter((field) =>
		data.trajectories.some((one) => (assignmentTypes[one.type].fields as readonly string[]).includes(field)),
	);

function Edit({ visit, data, problem }: { visit: Visit; data: CandidateData; problem: Problem | undefined }) {
	const { t } = visit;
	const kept = valuesOf(data);
	const { given, initials, infix, family } = JSON.parse(data.name) as PersonName;
	const own = {
		givenName: given ?? "",
		initials: initials ?? "",
		infix: infix ?? "",
		familyName: family,
		language: data.language,
	};
	const standing = { ...Object.fromEntries(Object.entries(kept).map(([field, one]) => [field, one.value])), ...own };
	const hints = Object.fromEntries(
		Object.entries(kept).map(([field, one]) => [
			field,
			t(`Bron: ${sources[one.source].nl.toLowerCase()}`, `Source: ${sources[one.source].en.toLowerCase()}`),
		]),
	);
	const values: Problem["values"] = problem && Object.keys(problem.values).length > 1 ? problem.values : standing;
	return (
		<Section id="persoon" title={t("Persoonsgegevens", "Personal data")}>
			<Form action={`/kandidaten/${data.id}/gegevens`} rowVersion={Number(values.row_version ?? data.row_version)}>
				<PersonFields fields={declared(data)} values={values} problem={problem} hints={hints} covers />
				<SourceField value={String(values.source ?? "")} error={problem?.errors.source} />
				<p class="hint">
					{t(
						"Alleen bij wat er verandert, wordt deze bron vastgelegd. Je wijzigt hiermee geen toestemming.",
						"This source is kept only with what changes. It changes no consent.",
					)}
				</p>
				<StepUp by={visit.by} later problem={problem} />
				<Button>{t("Bewaar de gegevens", "Save the data")}</Button>
			</Form>
		</Section>
	);
}

function Shown({ visit, data }: { visit: Visit; data: CandidateData }) {
	const { t, lang } = visit;
	const kept = Object.entries(valuesOf(data));
	if (kept.length === 0) return null;
	const isCovered = ([field]: (typeof kept)[number]) => coveredFields.includes(field as CandidateField);
	const [plain, hidden] = [kept.filter((one) => !isCovered(one)), kept.filter(isCovered)];
	return (
		<Section id="persoon" title={t("Persoonsgegevens", "Personal data")}>
			<Facts facts={plain.map(([field, one]) => ({ label: candidateFields[field as CandidateField][lang], value: one.value }))} />
			{hidden.map(([field, one]) => (
				<Covered field={field as CandidateField} value={one.value}>
					<p>{one.value}</p>
				</Covered>
			))}
		</Section>
	);
}
