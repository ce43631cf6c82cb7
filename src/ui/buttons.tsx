import type { Child } from "hono/jsx";
import { Clause } from "./clause.tsx";
import { useT } from "./text.ts";

type Look = "primary" | "quiet" | "danger" | "equal";

export type ButtonProps = {
	/** `equal` is for choices that must weigh the same, such as yes and no. */
	look?: Look;
	type?: "submit" | "button";
	name?: string;
	value?: string;
	form?: string;
	formaction?: string;
	/** Says more to a screen reader when the visible words repeat in a list. */
	label?: string;
	/** "false" for a button that shows the same page again with one more question: a whole page, not an error. */
	"data-turbo"?: "false";
	children?: Child;
};

/** A button that does something; its words are a verb. */
export function Button({ look = "primary", type = "submit", label, children, ...rest }: ButtonProps) {
	return (
		<button class={`button ${look}`} type={type} aria-label={label} {...rest}>
			{children}
		</button>
	);
}

/** A link that looks like a button: it goes somewhere and does nothing. */
export function LinkButton(props: { href: string; look?: Look; download?: boolean; newTab?: boolean; children?: Child }) {
	return (
		<a
			class={`button ${props.look ?? "quiet"}`}
			href={props.href}
			download={props.download}
			target={props.newTab ? "_blank" : undefined}
			rel={props.newTab ? "noopener" : undefined}
			data-turbo={props.download ? "false" : undefined}
		>
			{props.children}
		</a>
	);
}

let refusals = 0;

/** A button that may not be used now: it stays readable and focusable, and says beside it why, with the clause (house decision 1). */
export function RefusedButton(props: { why: Child; clause: string; children?: Child }) {
	const t = useT();
	refusals = (refusals + 1) % 1_000_000;
	const id = `why-${refusals}`;
	return (
		<div class="refused-action">
			<button class="button refused" type="button" aria-disabled="true" aria-describedby={id}>
				{props.children}
			</button>
			<p class="why" id={id}>
				<span class="sr-only">{t("Kan nu niet: ", "Not possible now: ")}</span>
				{props.why} <Clause id={props.clause} />
			</p>
		</div>
	);
}

/** Buttons side by side; below 640 pixels under each other. */
export function Actions({ children, equal }: { children?: Child; equal?: boolean }) {
	return <div class={equal ? "actions equal" : "actions"}>{children}</div>;
}
