import { z } from "zod";
import { assignmentForm, completeAssignment, newAssignment, postedDate } from "../../assignments/form.ts";
import { enrolmentChoices } from "../../assignments/queries.server.ts";
import { type AssignmentTypeId, assignmentTypeIds, assignmentTypes } from "../../law/assignment-types.ts";
import { today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { type Enrolment, enrolCandidate } from "../enrol.server.ts";
import { candidateData } from "../queries.server.ts";
import { paysSelf } from "../register.server.ts";
import { EnrolmentFields } from "./enrolment.tsx";

const typeOf = (visit: Visit): AssignmentTypeId | undefined =>
	assignmentTypeIds.find((id) => id === visit.url.searchParams.get("soort"));

/** A further trajectory for somebody who is registered: first for which service, then for which assignment. */
export const enrolPage: Page = {
	path: "/kandidaten/:candidate/trajecten/nieuw",
	portal: "staff",
	who: "registration.write",
	get: (visit) => screen(visit),
	post: (visit) => {
		const candidate = found(visit.params.candidate);
		const type = found(typeOf(visit));
		return submit(
			{ ...visit, form: { ...visit.form, ordered_on: postedDate(visit.form, "ordered_on") } },
			{
				form: enrolmentForm(type, today(visit.by)),
				act: async (input) => {
					await enrolCandidate(visit.by, { ...input, candidate, type } as Enrolment);
					return done(`/kandidaten/${candidate}/gegevens`, visit.t("Het traject staat erbij.", "The trajectory was added."));
				},
				again: (problem) => screen(visit, problem),
			},
		);
	},
};

function enrolmentForm(type: AssignmentTypeId, day: string) {
	return assignmentForm(day, paysSelf(type))
		.extend({ trajectory: z.uuid(), coach: z.union([z.literal(""), z.uuid()]).optional() })
		.superRefine(completeAssignment)
		.transform(({ trajectory, coach, ...choice }) => ({
			trajectory,
			coach: coach || undefined,
			assignment: chosen(choice, type),
		}));
}

type Choice = z.infer<ReturnType<typeof assignmentForm>>;
/** The assignment that was chosen in a form, or the new one that was filled in; nothing when the candidate pays. */
export function chosen({ assignment, new_assignment, commissioner, reference, ordered_on }: Choice, type: AssignmentTypeId) {
	if (assignment === undefined) return undefined;
	if (assignment !== newAssignment) return { id: assignment };
	return { id: new_assignment, commissioner, type, reference: reference || null, orderedOn: ordered_on };
}

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const data = await candidateData(by, found(visit.params.candidate));
	const type = typeOf(visit);
	const name = fullName(data.name);
	const title = t("Nieuw traject", "New trajectory");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${data.id}/gegevens`, label: name },
						{ label: title },
					]}
				/>
				<PageHead title={title} line={type ? `${name} · ${assignmentTypes[type][lang]}` : name} />
				<Trouble problem={problem} />
				{type ? (
					<Form>
						<input type="hidden" name="trajectory" value={String(problem?.values.trajectory ?? by.chance.uuid())} />
						{paysSelf(type) ? (
							<p>{t("De kandidaat geeft zelf de opdracht en betaalt zelf.", "The candidate orders and pays for it themself.")}</p>
						) : (
							<EnrolmentFields choices={await enrolmentChoices(by, type)} problem={problem} fresh={by.chance.uuid()} />
						)}
						<Button>{t("Voeg het traject toe", "Add the trajectory")}</Button>
					</Form>
				) : (
					<form method="get" class="form">
						<Radios
							name="soort"
							label={t("Soort traject", "Type of trajectory")}
							options={assignmentTypeIds.map((id) => ({ value: id, label: assignmentTypes[id][lang] }))}
						/>
						<Button>{t("Verder", "Continue")}</Button>
					</form>
				)}
			</>
		),
	};
}
