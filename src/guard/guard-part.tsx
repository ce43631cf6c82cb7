import type { Problem } from "../platform/web/page.ts";
import { Section } from "../ui/headings.tsx";
import type { Lang } from "../ui/text.ts";
import { asReadWhole } from "./as-read.ts";
import { GuardFindings, type GuardView } from "./findings.tsx";
import type { FindingClass } from "./rules.ts";

/** What was typed as the reason of a false alarm and did not pass: it comes back at the finding it was about. */
export function falseAlarmTyped(problem: Problem | undefined): GuardView["typed"] {
	if (problem?.values.do !== "falseAlarm") return undefined;
	const value = (name: string) => String(problem.values[name] ?? "");
	return {
		...{ class: value("class") as FindingClass, rule: value("rule"), span: value("span"), sentence: value("sentence") },
		...{ reason: value("reason"), error: problem.errors.reason ?? "" },
	};
}

/** The guard beside a text that is being written: what it finds now, read again while one types. Without script it reads what was saved or sent. */
export function GuardPart(props: {
	text: string;
	/** The form's id, and its fields that are read, in order. */
	form: string;
	fields: readonly string[];
	view: GuardView;
	lang: Lang;
	t: (nl: string, en: string) => string;
	/** Of its heading: 3 within a part of a page, 2 where it is one itself. */
	level?: 2 | 3;
	/** Where more than one stands on a page. */
	id?: string;
}) {
	const { text, form, fields, view, lang, t, id = "meelezer" } = props;
	return (
		<Section level={props.level ?? 3} title={t("De meelezer", "The guard")} id={id}>
			<div
				aria-live="polite"
				data-guard="/meelezer/lees"
				data-guard-form={form}
				data-guard-fields={fields.join(" ")}
				data-guard-view={JSON.stringify({
					...{ facts: view.facts, aside: view.aside, asked: view.asked },
					...{ content: view.content, action: view.action },
				})}
			>
				<GuardFindings text={view.content ? asReadWhole(text) : text} view={view} lang={lang} t={t} />
			</div>
			<p class="meta">
				<a href="/hulp/meelezer">{t("Wat de meelezer wel en niet kan", "What the guard can and cannot do")}</a>
			</p>
		</Section>
	);
}
