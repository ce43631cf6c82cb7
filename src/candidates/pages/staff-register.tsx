import { z } from "zod";
import { assignmentForm, completeAssignment, postedDate } from "../../assignments/form.ts";
import { enrolmentChoices } from "../../assignments/queries.server.ts";
import { type AssignmentTypeId, assignmentTypeIds, assignmentTypes } from "../../law/assignment-types.ts";
import { today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Checkbox, Radios } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { When } from "../../ui/time.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { findAlike } from "../alike.server.ts";
import { fieldsForm, nameOf, postedFields } from "../form.ts";
import { paysSelf, type Registration, registerCandidate } from "../register.server.ts";
import { EnrolmentFields } from "./enrolment.tsx";
import { PersonFields, SourceField } from "./fields.tsx";
import { chosen } from "./staff-enrol.tsx";

const typeOf = (visit: Visit): AssignmentTypeId | undefined =>
	assignmentTypeIds.find((id) => id === visit.url.searchParams.get("soort"));

/** Registering a candidate: first for what, because that decides what is asked (R2.1); then only that. */
export const registerPage: Page = {
	path: "/kandidaten/nieuw",
	portal: "staff",
	who: "registration.write",
	get: (visit) => {
		const type = typeOf(visit);
		return type ? form(visit, type) : chooseType(visit);
	},
	post: (visit) => {
		const type = found(typeOf(visit));
		const fields = postedPerson(visit.form);
		const posted = { ...visit.form, ...fields, ordered_on: postedDate(visit.form, "ordered_on") };
		return submit(
			{ ...visit, form: posted },
			{
				form: registrationForm(type, today(visit.by)),
				act: async (input) => {
					await registerCandidate(visit.by, { ...input, type, fields: normal(fields, input) } as Registration);
					return done(
						`/kandidaten/${input.candidate}/gegevens`,
						visit.t("De kandidaat is ingeschreven.", "The candidate is registered."),
					);
				},
				again: (problem) => form(visit, type, problem),
			},
		);
	},
};

/** The posted fields of the person, with the date of birth as one text when it was asked or sent. */
export function postedPerson(form: Visit["form"]): Record<string, string> {
	const birthDate = postedDate(form, "birthDate");
	return { ...postedFields(form), ...(birthDate && { birthDate }) };
}

// What the schema tidied (spaces, capitals of a domain) in the place of what was typed; what it did not know stays for the rule.
export const normal = (fields: Record<string, string>, input: object): Record<string, string> =>
	Object.fromEntries(Object.entries(fields).map(([id, typed]) => [id, String((input as Record<string, unknown>)[id] ?? typed)]));

function registrationForm(type: AssignmentTypeId, day: string) {
	return assignmentForm(day, paysSelf(type))
		.extend(fieldsForm([type]).shape)
		.extend({
			candidate: z.uuid(),
			trajectory: z.uuid(),
			coach: z.union([z.literal(""), z.uuid()]).optional(),
			source: z.enum(
				["candidate", "commissioner", "other"],
				say("Kies van wie de gegevens komen.", "Choose who provided the data."),
			),
			looked: z.string().optional(),
		})
		.superRefine(completeAssignment)
		.transform(({ assignment, new_assignment, commissioner, reference, ordered_on, looked, coach, ...rest }) => ({
			...rest,
			lookedAt: looked === "ja",
			coach: coach || undefined,
			assignment: chosen({ assignment, new_assignment, commissioner, reference, ordered_on }, type),
		}));
}

function chooseType(visit: Visit): View {
	const { t, lang } = visit;
	return {
		title: t("Kandidaat inschrijven", "Register a candidate"),
		active: "/kandidaten",
		body: (
			<>
				<PageHead
					title={t("Voor welke dienst?", "For which service?")}
					line={t(
						"Dat bepaalt welke gegevens nodig zijn. Meer wordt niet gevraagd.",
						"That decides which data are needed. Nothing more is asked.",
					)}
				/>
				<form method="get" action="/kandidaten/nieuw" class="form">
					<Radios
						name="soort"
						label={t("Soort traject", "Type of trajectory")}
						options={assignmentTypeIds.map((id) => ({ value: id, label: assignmentTypes[id][lang] }))}
					/>
					<Button>{t("Verder", "Continue")}</Button>
				</form>
			</>
		),
	};
}

async function form(visit: Visit, type: AssignmentTypeId, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const values = problem?.values ?? {};
	const self = paysSelf(type);
	const title = t("Kandidaat inschrijven", "Register a candidate");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: "/kandidaten/nieuw", label: title },
						{ label: assignmentTypes[type][lang] },
					]}
				/>
				<PageHead title={title} line={assignmentTypes[type][lang]} />
				<Trouble problem={problem} />
				<Notice tone="info" title={t("Inschrijven is geen toestemming", "Registering is not consent")}>
					<p>
						{t(
							"Hiermee geeft de kandidaat nergens toestemming voor. Wie wat te horen krijgt, spreken jullie daarna af.",
							"With this the candidate consents to nothing. What is reported to whom is agreed on afterwards.",
						)}
					</p>
				</Notice>
				<Form requestId={by.chance.uuid()}>
					<input type="hidden" name="candidate" value={String(values.candidate ?? by.chance.uuid())} />
					<input type="hidden" name="trajectory" value={String(values.trajectory ?? by.chance.uuid())} />
					{problem?.refusal?.clause === "R3.a" ? await alike(visit) : null}
					<Section title={t("De kandidaat", "The candidate")}>
						<PersonFields fields={assignmentTypes[type].fields} values={values} problem={problem} />
						<SourceField value={String(values.source ?? "")} error={problem?.errors.source} />
					</Section>
					<Section title={t("De opdracht", "The assignment")}>
						{self ? (
							<p>{t("De kandidaat geeft zelf de opdracht en betaalt zelf.", "The candidate orders and pays for it themself.")}</p>
						) : (
							<EnrolmentFields choices={await enrolmentChoices(by, type)} problem={problem} fresh={by.chance.uuid()} />
						)}
					</Section>
					<Button>{t("Schrijf in", "Register")}</Button>
				</Form>
			</>
		),
	};
}

/** Who may be the same person: the headers one may see, and of others only that there is somebody. */
async function alike(visit: Visit) {
	const { t } = visit;
	const fields = postedFields(visit.form);
	const { people, addressTaken } = await findAlike(visit.by, nameOf(fields), fields.email, String(visit.form.candidate));
	return (
		<Notice tone="warn" title={t("Mogelijk dubbel", "Possibly registered already")}>
			{people.length > 0 ? (
				<ul>
					{people.map((one) => (
						<li>
							<a href={`/kandidaten/${one.id}/gegevens`} target="_blank" rel="noopener">
								{fullName(one.name)}
							</a>
							, {t("ingeschreven op", "registered on")} <When at={one.registered_at} />
						</li>
					))}
				</ul>
			) : null}
			{addressTaken && people.length === 0 ? (
				<p>
					{t(
						"Er is al iemand met dit e-mailadres; vraag de coördinator.",
						"There is already somebody with this e-mail address; ask the coordinator.",
					)}
				</p>
			) : null}
			<Checkbox name="looked" label={t("Ik heb gekeken: dit is iemand anders", "I looked: this is somebody else")} />
		</Notice>
	);
}
