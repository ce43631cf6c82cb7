import type { Child } from "hono/jsx";
import { useT } from "./text.ts";

/** What every field of a form has in common. Required is the rule, so only `optional` is said. */
export type FieldProps = {
	name: string;
	/** Where a page asks the same more than once: what tells this field from the others. It is the name otherwise. */
	id?: string;
	label: Child;
	hint?: Child;
	error?: string;
	optional?: boolean;
};

/** Words behind a label when a field may stay empty. */
export function OptionalMark({ optional }: { optional?: boolean }) {
	const t = useT();
	return optional ? <span class="optional"> {t("(niet verplicht)", "(optional)")}</span> : null;
}

/** The hint and the error of a field, with the ids that `describedBy` names. */
export function FieldNotes({ name, id = name, hint, error }: { name: string; id?: string; hint?: Child; error?: string }) {
	const t = useT();
	return (
		<>
			{hint ? (
				<div class="hint" id={`${id}-hint`}>
					{hint}
				</div>
			) : null}
			{error ? (
				<p class="field-error" id={`${id}-error`}>
					<span class="sr-only">{t("Fout: ", "Error: ")}</span>
					{error}
				</p>
			) : null}
		</>
	);
}

/** The value of `aria-describedby` that belongs to `FieldNotes`. */
export function describedBy({
	name,
	id = name,
	hint,
	error,
}: {
	name: string;
	id?: string;
	hint?: Child;
	error?: string;
}): string | undefined {
	const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
	return ids.length ? ids.join(" ") : undefined;
}

/** Label, hint and error around one control; the control has the field's id, or its name as id. */
export function Field({ children, ...props }: FieldProps & { children?: Child }) {
	return (
		<div class={props.error ? "field wrong" : "field"}>
			<label for={props.id ?? props.name}>
				{props.label}
				<OptionalMark optional={props.optional} />
			</label>
			<FieldNotes name={props.name} id={props.id} hint={props.hint} error={props.error} />
			{children}
		</div>
	);
}

/** Several controls that together are one question. */
export function FieldGroup({ children, ...props }: FieldProps & { children?: Child }) {
	return (
		<fieldset class={props.error ? "field wrong" : "field"} aria-describedby={describedBy(props)}>
			<legend>
				{props.label}
				<OptionalMark optional={props.optional} />
			</legend>
			<FieldNotes name={props.name} hint={props.hint} error={props.error} />
			{children}
		</fieldset>
	);
}
