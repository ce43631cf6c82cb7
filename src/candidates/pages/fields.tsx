import type { Child } from "hono/jsx";
import type { CandidateField } from "../../law/fields.ts";
import { candidateFields, covered, coveredFields } from "../../law/fields.ts";
import type { Problem } from "../../platform/web/page.ts";
import { Radios, Select } from "../../ui/choices.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { TextField, type TextFieldProps } from "../../ui/fields.tsx";
import { More } from "../../ui/layout.tsx";
import { useLang, useT } from "../../ui/text.ts";
import { sources } from "../form.ts";

type Extra = Pick<TextFieldProps, "type" | "inputmode" | "width" | "autocomplete">;
const looks: Partial<Record<CandidateField, Extra>> = {
	initials: { width: "short" },
	infix: { width: "short" },
	email: { type: "email", inputmode: "email" },
	phone: { type: "tel", inputmode: "tel" },
	postcode: { width: "short" },
	workHours: { width: "short", inputmode: "decimal" },
};

/** The fields that a type of assignment declares, one under the other, and no other. */
export function PersonFields(props: {
	fields: readonly CandidateField[];
	values: Readonly<Record<string, string | string[]>>;
	problem?: Problem | undefined;
	/** What stands under a label: where a value came from. */
	hints?: Partial<Record<CandidateField, string>>;
	/** What is held already is covered until it is asked for. */
	covers?: true;
}) {
	return (
		<>
			{props.fields.map((field) => {
				const value = props.values[field];
				const error = props.problem?.errors[field];
				const box = <PersonField field={field} value={value} error={error} hint={props.hints?.[field]} />;
				const hidden = props.covers && coveredFields.includes(field) && typeof value === "string" && value !== "" && !error;
				return hidden ? (
					<Covered field={field} value={value}>
						{box}
					</Covered>
				) : (
					box
				);
			})}
		</>
	);
}

/** A value that shows when it is asked for, and is sent along all the same. */
export function Covered({ field, value, children }: { field: CandidateField; value: string; children: Child }) {
	const lang = useLang();
	return <More summary={`${candidateFields[field][lang]}: ${covered(value)}`}>{children}</More>;
}

function PersonField(props: {
	field: CandidateField;
	value: string | string[] | undefined;
	error: string | undefined;
	hint: string | undefined;
}) {
	const lang = useLang();
	const t = useT();
	const { field } = props;
	const value = String(props.value ?? "");
	const common = {
		name: field,
		label: candidateFields[field][lang],
		...(props.error && { error: props.error }),
		...(field !== "familyName" && { optional: true }),
		...(props.hint && { hint: props.hint }),
	};
	if (field === "birthDate") return <DateField {...common} value={value} />;
	if (field === "language") {
		const options = [
			{ value: "nl", label: "Nederlands" },
			{ value: "en", label: "English" },
		];
		return <Select {...common} value={value || "nl"} options={options} optional={false} />;
	}
	if (field === "email") {
		const hint =
			common.hint ??
			t(
				"Alleen nodig voor het portaal. Zonder adres gaat alles op papier.",
				"Only needed for the portal. Without it everything goes on paper.",
			);
		return <TextField {...common} {...looks.email} hint={hint} value={value} />;
	}
	return <TextField {...common} {...looks[field]} value={value} />;
}

/** Where the data came from, kept with each value (AVG 14). */
export function SourceField({ value, error }: { value: string; error?: string | undefined }) {
	const lang = useLang();
	const t = useT();
	return (
		<Radios
			name="source"
			label={t("Van wie komen deze gegevens?", "Who provided these data?")}
			value={value}
			{...(error && { error })}
			options={Object.entries(sources).map(([id, text]) => ({ value: id, label: text[lang] }))}
		/>
	);
}
