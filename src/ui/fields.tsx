import { describedBy, Field, type FieldProps } from "./field.tsx";

export type TextFieldProps = FieldProps & {
	value?: string;
	type?: "text" | "email" | "tel" | "url" | "password" | "search";
	/** The keyboard of a phone; `numeric` for codes and numbers. */
	inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url";
	autocomplete?: string;
	width?: "code" | "short" | "medium" | "full";
	spellcheck?: boolean;
	readonly?: boolean;
};

/** One line of text. Stray spaces, pasting and password managers are welcome. */
export function TextField(props: TextFieldProps) {
	return (
		<Field {...props}>
			<input
				id={props.id ?? props.name}
				name={props.name}
				type={props.type ?? "text"}
				class={`width-${props.width ?? "medium"}`}
				value={props.value ?? ""}
				inputmode={props.inputmode}
				autocomplete={props.autocomplete ?? "off"}
				spellcheck={props.spellcheck}
				readonly={props.readonly}
				aria-describedby={describedBy(props)}
				aria-invalid={props.error ? "true" : undefined}
			/>
		</Field>
	);
}

/** Several lines of text. With `editor` the browser makes it a sheet with a toolbar; without script it stays a text box with the same text. */
export function TextArea(
	props: FieldProps & { value?: string; rows?: number; editor?: boolean; maxlength?: number; placeholder?: string },
) {
	return (
		<Field {...props}>
			<textarea
				id={props.id ?? props.name}
				name={props.name}
				rows={props.rows ?? 6}
				maxlength={props.maxlength}
				placeholder={props.placeholder}
				data-editor={props.editor ? "true" : undefined}
				aria-describedby={describedBy(props)}
				aria-invalid={props.error ? "true" : undefined}
			>
				{props.value ?? ""}
			</textarea>
		</Field>
	);
}

/** A file from the person's own computer. */
export function FileField(props: FieldProps & { accept?: string }) {
	return (
		<Field {...props}>
			<input
				id={props.id ?? props.name}
				name={props.name}
				type="file"
				accept={props.accept}
				aria-describedby={describedBy(props)}
				aria-invalid={props.error ? "true" : undefined}
			/>
		</Field>
	);
}
