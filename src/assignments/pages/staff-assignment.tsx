import { z } from "zod";
import { commissionerPage } from "../../commissioners/queries.server.ts";
import { assignmentTypeIds, assignmentTypes, mayCommission } from "../../law/assignment-types.ts";
import { today } from "../../law/deadlines.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { pastDay, postedDate } from "../form.ts";
import { recordAssignment } from "../record.server.ts";

const form = (day: string) =>
	z.object({
		id: z.uuid(),
		type: z.enum(assignmentTypeIds, say("Kies het soort traject.", "Choose the type of trajectory.")),
		reference: z.string().trim().max(80).default(""),
		ordered_on: pastDay(day),
	});

/** Recording an assignment before anybody is registered for it; only of types that this commissioner may order. */
export const newAssignmentPage: Page = {
	path: "/opdrachtgevers/:commissioner/opdrachten/nieuw",
	portal: "staff",
	who: "assignment.write",
	get: (visit) => screen(visit),
	post: (visit) => {
		const commissioner = found(visit.params.commissioner);
		return submit(
			{ ...visit, form: { ...visit.form, ordered_on: postedDate(visit.form, "ordered_on") } },
			{
				form: form(today(visit.by)),
				act: async ({ id, type, reference, ordered_on }) => {
					await recordAssignment(visit.by, { id, commissioner, type, reference: reference || null, orderedOn: ordered_on });
					return done(`/opdrachtgevers/${commissioner}`, visit.t("De opdracht is vastgelegd.", "The assignment was recorded."));
				},
				again: (problem) => screen(visit, problem),
			},
		);
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const commissioner = await commissionerPage(by, found(visit.params.commissioner));
	const values = problem?.values ?? {};
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	const title = t("Nieuwe opdracht", "New assignment");
	return {
		title,
		active: "/opdrachtgevers",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/opdrachtgevers", label: t("Opdrachtgevers", "Commissioners") },
						{ href: `/opdrachtgevers/${commissioner.id}`, label: commissioner.name },
						{ label: title },
					]}
				/>
				<PageHead title={title} line={commissioner.name} />
				<Trouble problem={problem} />
				<Form>
					<input type="hidden" name="id" value={String(values.id ?? by.chance.uuid())} />
					<Radios
						name="type"
						label={t("Soort traject", "Type of trajectory")}
						value={String(values.type ?? "")}
						{...error("type")}
						options={assignmentTypeIds
							.filter((type) => mayCommission(commissioner.kind, type).allowed)
							.map((type) => ({ value: type, label: assignmentTypes[type][lang] }))}
					/>
					<TextField
						name="reference"
						label={t("Opdrachtnummer", "Order number")}
						hint={t("Zoals het op de opdracht staat. Geen naam.", "As it stands on the order. No name.")}
						optional
						value={String(values.reference ?? "")}
						{...error("reference")}
					/>
					<DateField
						name="ordered_on"
						label={t("Opdracht gegeven op", "Ordered on")}
						value={typedDate(values, "ordered_on")}
						{...error("ordered_on")}
					/>
					<Button>{t("Leg de opdracht vast", "Record the assignment")}</Button>
				</Form>
			</>
		),
	};
}
