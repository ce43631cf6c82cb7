import { newAssignment } from "../../assignments/form.ts";
import type { EnrolmentChoices } from "../../assignments/queries.server.ts";
import { fullName } from "../../platform/name.ts";
import type { Problem } from "../../platform/web/page.ts";
import { Select } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/headings.tsx";
import { formatShortDate, useLang, useT } from "../../ui/text.ts";

/** Which assignment it is for: one that stands, or a new one; and who guides, for who is no coach. */
export function EnrolmentFields({
	choices,
	problem,
	fresh,
}: {
	choices: EnrolmentChoices;
	problem?: Problem | undefined;
	fresh: string;
}) {
	const t = useT();
	const lang = useLang();
	const values = problem?.values ?? {};
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	return (
		<>
			<Select
				name="assignment"
				label={t("Voor welke opdracht?", "For which assignment?")}
				value={String(values.assignment ?? "")}
				{...error("assignment")}
				options={[
					...choices.assignments.map((one) => ({
						value: one.id,
						label: [one.name, one.reference, formatShortDate(one.ordered_on, lang)].filter(Boolean).join(" · "),
					})),
					{ value: newAssignment, label: t("Een nieuwe opdracht, die ik hieronder invul", "A new assignment, filled in below") },
				]}
			/>
			<Section title={t("Alleen bij een nieuwe opdracht", "Only for a new assignment")} level={3}>
				<input type="hidden" name="new_assignment" value={String(values.new_assignment ?? fresh)} />
				<Select
					name="commissioner"
					label={t("Opdrachtgever", "Commissioner")}
					value={String(values.commissioner ?? "")}
					{...error("commissioner")}
					hint={
						<>
							{t("Staat de opdrachtgever er niet bij? ", "Is the commissioner not listed? ")}
							<a href="/opdrachtgevers">{t("Ga naar opdrachtgevers", "Go to commissioners")}</a>
						</>
					}
					options={choices.commissioners.map((one) => ({ value: one.id, label: one.name ?? "" }))}
				/>
				<TextField
					name="reference"
					label={t("Opdrachtnummer", "Order number")}
					optional
					hint={t("Zoals het op de opdracht staat. Geen naam.", "As it stands on the order. No name.")}
					value={String(values.reference ?? "")}
					{...error("reference")}
				/>
				<DateField
					name="ordered_on"
					label={t("Opdracht gegeven op", "Ordered on")}
					value={typedDate(values, "ordered_on")}
					{...error("ordered_on")}
				/>
			</Section>
			{choices.coaches.length > 0 ? (
				<Select
					name="coach"
					label={t("Wie gaat begeleiden?", "Who will guide?")}
					optional
					empty={t("Nog niemand; de coördinator wijst toe", "Nobody yet; the coordinator assigns")}
					value={String(values.coach ?? "")}
					{...error("coach")}
					options={choices.coaches.map((one) => ({ value: one.id, label: fullName(one.name) }))}
				/>
			) : null}
		</>
	);
}
