import { GuardPart } from "../../guard/guard-part.tsx";
import type { Visit } from "../../platform/web/page.ts";
import { questionFacts } from "../question-guard.ts";

/** The guard beside the questions to a doctor or carer: what may stand in them follows from what they are about. */
export function QuestionGuard(props: { visit: Visit; form: string; question: string; about: readonly string[] }) {
	const { visit, form, question, about } = props;
	return (
		<>
			<GuardPart
				level={2}
				text={question}
				form={form}
				fields={["question"]}
				view={{ facts: questionFacts(about), own: [], aside: [] }}
				lang={visit.lang}
				t={visit.t}
			/>
			<p class="meta">
				{visit.t(
					"Wat je hierboven aankruist, mag in de vragen staan. Bewaar de vraag, dan leest de meelezer ook met wat je nu koos.",
					"What you tick above may stand in the questions. Save the question, and the guard reads with what you chose now.",
				)}
			</p>
		</>
	);
}
