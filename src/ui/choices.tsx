import type { Child } from "hono/jsx";
import { describedBy, Field, FieldGroup, type FieldProps } from "./field.tsx";
import { useT } from "./text.ts";

export type Choice = { value: string; label: Child; hint?: Child; disabled?: boolean };

/** One of many. The empty first line is a question, never a default. */
export function Select(props: FieldProps & { value?: string; options: { value: string; label: string }[]; empty?: string }) {
	const t = useT();
	return (
		<Field {...props}>
			<select
				id={props.name}
				name={props.name}
				aria-describedby={describedBy(props)}
				aria-invalid={props.error ? "true" : undefined}
			>
				<option value="">{props.empty ?? t("Kies…", "Choose…")}</option>
				{props.options.map((option) => (
					<option value={option.value} selected={option.value === props.value}>
						{option.label}
					</option>
				))}
			</select>
		</Field>
	);
}

/** One of a few, all in sight. Nothing is chosen beforehand unless the person chose it. */
export function Radios(props: FieldProps & { value?: string; options: Choice[]; inline?: boolean }) {
	return (
		<FieldGroup {...props}>
			<div class={props.inline ? "choices inline" : "choices"}>
				{props.options.map((option, index) => (
					<ChoiceLine type="radio" name={props.name} index={index} option={option} checked={option.value === props.value} />
				))}
			</div>
		</FieldGroup>
	);
}

/** Any number of a few; each has its own value under the same name. */
export function Checkboxes(props: FieldProps & { values?: readonly string[]; options: Choice[] }) {
	return (
		<FieldGroup {...props}>
			<div class="choices">
				{props.options.map((option, index) => (
					<ChoiceLine
						type="checkbox"
						name={props.name}
						index={index}
						option={option}
						checked={props.values?.includes(option.value) ?? false}
					/>
				))}
			</div>
		</FieldGroup>
	);
}

/** One statement that is ticked or not; sends `value` (default `ja`) when ticked. */
export function Checkbox(props: { name: string; label: Child; hint?: Child; error?: string; value?: string; checked?: boolean }) {
	return (
		<div class={props.error ? "field wrong" : "field"}>
			{props.error ? (
				<p class="field-error" id={`${props.name}-error`}>
					{props.error}
				</p>
			) : null}
			<ChoiceLine
				type="checkbox"
				name={props.name}
				index={0}
				option={{ value: props.value ?? "ja", label: props.label, hint: props.hint }}
				checked={props.checked ?? false}
			/>
		</div>
	);
}

function ChoiceLine(props: { type: "radio" | "checkbox"; name: string; index: number; option: Choice; checked: boolean }) {
	const { option } = props;
	// The first carries the field's own id, so that the error summary can lead to it.
	const id = props.index === 0 ? props.name : `${props.name}-${props.index}`;
	return (
		<div class="choice">
			<input
				id={id}
				type={props.type}
				name={props.name}
				value={option.value}
				checked={props.checked}
				disabled={option.disabled}
				aria-describedby={option.hint ? `${id}-note` : undefined}
			/>
			<label for={id}>{option.label}</label>
			{option.hint ? (
				<div class="hint" id={`${id}-note`}>
					{option.hint}
				</div>
			) : null}
		</div>
	);
}
