import type { Child } from "hono/jsx";
import { useT } from "./text.ts";

export type FormProps = {
	action?: string;
	csrf?: string;
	/** Id of this sending, so that sending twice does once (house decision 12). Made here when not given. */
	requestId?: string;
	/** Version of the row that the form shows; the server refuses when someone else changed it meanwhile. */
	rowVersion?: number;
	/** Address that keeps what is typed, every few seconds (house decision 16). */
	autosave?: string;
	/** Address that says who else has this open. */
	presence?: string;
	/** Names of who may be named there, by id, when the answer only gives ids. */
	presenceNames?: Readonly<Record<string, string>>;
	upload?: boolean;
	/** Its one file is hashed in the browser and stays there; without script it is uploaded. */
	checkFile?: boolean;
	/** False for an answer that is a page and no redirect: what is shown only this once. */
	turbo?: false;
	id?: string;
	wide?: boolean;
	children?: Child;
};

/** A form that posts. The browser's own messages are off: they come in the browser's language and while typing. */
export function Form(props: FormProps) {
	return (
		<form
			method="post"
			action={props.action}
			id={props.id}
			class={props.wide ? "form wide" : "form"}
			novalidate
			enctype={props.upload ? "multipart/form-data" : undefined}
			data-check-file={props.checkFile ? "true" : undefined}
			data-autosave={props.autosave}
			data-presence={props.presence}
			data-presence-names={props.presenceNames && JSON.stringify(props.presenceNames)}
			data-turbo={props.turbo === false ? "false" : undefined}
		>
			{props.csrf ? <input type="hidden" name="csrf" value={props.csrf} /> : null}
			<input type="hidden" name="request_id" value={props.requestId ?? crypto.randomUUID()} />
			{props.rowVersion === undefined ? null : <input type="hidden" name="row_version" value={String(props.rowVersion)} />}
			{props.children}
			{props.autosave ? <SaveLine /> : null}
		</form>
	);
}

/** Where autosave says how things stand; empty until there is something to say. */
function SaveLine() {
	return (
		<div class="save-line">
			<p class="save-status" role="status" data-save-status="true" />
			<p class="save-others" role="status" data-save-others="true" />
		</div>
	);
}

/** One button that posts, for an action without questions. */
export function ActionForm(props: {
	action: string;
	csrf?: string;
	rowVersion?: number;
	fields?: Record<string, string>;
	children?: Child;
}) {
	return (
		<form method="post" action={props.action} class="action-form">
			{props.csrf ? <input type="hidden" name="csrf" value={props.csrf} /> : null}
			<input type="hidden" name="request_id" value={crypto.randomUUID()} />
			{props.rowVersion === undefined ? null : <input type="hidden" name="row_version" value={String(props.rowVersion)} />}
			{Object.entries(props.fields ?? {}).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
			{props.children}
		</form>
	);
}

/** Fields that choose what a list shows; they go in the address, so the list can be kept and shared. */
export function Filters({ action, keep, children }: { action?: string; keep?: Record<string, string>; children?: Child }) {
	const t = useT();
	return (
		<search aria-label={t("Filter", "Filter")}>
			<form method="get" action={action} class="filters">
				{Object.entries(keep ?? {}).map(([name, value]) => (
					<input type="hidden" name={name} value={value} />
				))}
				{children}
				<button class="button quiet" type="submit">
					{t("Toon", "Show")}
				</button>
			</form>
		</search>
	);
}

/** All errors of a form at its top, each a link to its field; takes focus when the page opens. `errors` is field name → sentence; '' is the form itself. */
export function ErrorSummary({ errors, title }: { errors: Record<string, string | undefined>; title?: string }) {
	const t = useT();
	const lines = Object.entries(errors).filter((line): line is [string, string] => Boolean(line[1]));
	if (lines.length === 0) return null;
	return (
		<div class="error-summary" role="alert" tabindex={-1} data-error-summary="true" aria-labelledby="error-summary-title">
			<h2 id="error-summary-title">{title ?? t("Er klopt iets nog niet", "Something is not right yet")}</h2>
			<p>{t("Wat is ingevuld, staat er nog.", "What was filled in is still there.")}</p>
			<ul>
				{lines.map(([name, text]) => (
					<li>{name ? <a href={`#${name}`}>{text}</a> : text}</li>
				))}
			</ul>
		</div>
	);
}
