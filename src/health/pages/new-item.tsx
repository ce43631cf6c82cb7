import type { HealthArea } from "../../law/health-grounds.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Radios, Select } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/headings.tsx";
import type { Place } from "../compartment.server.ts";
import {
	abilityLevels,
	aspectIds,
	aspects,
	healthSourceIds,
	healthSources,
	illnessKindIds,
	illnessKinds,
	levelIds,
} from "../words.ts";
import { fieldsOf, PlaceFields } from "./place.tsx";

type Props = { visit: Visit; area: HealthArea; place: Place; problem: Problem | undefined };

/** Recording one statement in an area: what, from when until when, and of whom it came. */
export function NewItem({ visit, area, place, problem: all }: Props) {
	const { t, lang, by } = visit;
	const problem = all?.values.do === "record" ? all : undefined;
	const { typed, error } = fieldsOf(problem);
	return (
		<Section id="vastleggen" title={t("Leg iets vast", "Record something")}>
			<Form requestId={by.chance.uuid()}>
				<PlaceFields place={place} />
				<input type="hidden" name="do" value="record" />
				{area === "capacity" ? (
					<>
						<Select
							name="aspect"
							label={t("Waar gaat het over?", "What is it about?")}
							value={typed("aspect")}
							{...error("aspect")}
							options={aspectIds.map((id) => ({ value: id, label: aspects[id][lang] }))}
						/>
						<Radios
							name="level"
							inline
							label={t("Gaat dat?", "Can it be done?")}
							value={typed("level")}
							{...error("level")}
							options={levelIds.map((id) => ({ value: id, label: abilityLevels[id][lang] }))}
						/>
					</>
				) : (
					<Select
						name="kind"
						label={t("Wat is dit?", "What is this?")}
						value={typed("kind")}
						{...error("kind")}
						options={illnessKindIds.map((id) => ({ value: id, label: illnessKinds[id][lang] }))}
					/>
				)}
				<TextArea
					name="words"
					rows={area === "capacity" ? 2 : 4}
					label={t("Wat precies?", "What exactly?")}
					hint={
						area === "capacity"
							? t(
									"Wat iemand kan, niet waardoor: “vier uur per dag, met pauzes”.",
									"What somebody can do, not why: “four hours a day, with breaks”.",
								)
							: t("Niet meer dan voor het werk nodig is.", "No more than the work needs.")
					}
					value={typed("words")}
					{...error("words")}
				/>
				<DateField name="from" label={t("Vanaf", "From")} value={typedDate(problem?.values ?? {}, "from")} {...error("from")} />
				<DateField
					name="until"
					label={t("Tot en met", "Until")}
					optional
					value={typedDate(problem?.values ?? {}, "until")}
					{...error("until")}
				/>
				<Select
					name="source"
					label={t("Van wie weet je dit?", "Of whom do you know this?")}
					value={typed("source")}
					{...error("source")}
					options={healthSourceIds.map((id) => ({ value: id, label: healthSources[id][lang] }))}
				/>
				<Button>{t("Leg vast", "Record")}</Button>
			</Form>
		</Section>
	);
}
