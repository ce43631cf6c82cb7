import { categories } from "../../law/categories.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Checkboxes, Select } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/fields.tsx";
import type { Tone } from "../../ui/states.tsx";
import type { Requests } from "../queries.server.ts";
import type { RequestState } from "../rules.ts";
import { askable } from "../words.ts";
import { fieldsOf } from "./place.tsx";

export const requestTones: Record<RequestState, Tone> = {
	...{ draft: "neutral", sent: "waiting", answered: "active" },
	...{ closed: "done", withdrawn: "refused" },
};

type Props = { visit: Visit; carers: Requests["carers"]; values: Problem["values"]; problem: Problem | undefined };

/** Of whom, about what, and the questions themselves: a line each, as the candidate will read them. */
export function QuestionFields({ visit, carers, values, problem }: Props) {
	const { t, lang } = visit;
	const { error } = fieldsOf(problem);
	const typed = (name: string) => String(values[name] ?? "");
	return (
		<>
			<Select
				name="carer"
				label={t("Aan wie?", "To whom?")}
				value={typed("carer")}
				{...error("carer")}
				options={carers
					.filter((one) => one.ended_at === null)
					.map(({ id, carer }) => ({ value: id, label: [carer.name, carer.organisation].filter(Boolean).join(", ") }))}
			/>
			<Checkboxes
				name="about"
				label={t("Waarover vraag je iets?", "What do you ask about?")}
				hint={t(
					"Vraag eerst naar wat iemand kan. Naar aard of behandeling alleen als het zonder niet kan.",
					"Ask first what somebody can do. Nature or treatment only where you cannot do without.",
				)}
				values={[values.about ?? []].flat()}
				{...error("about")}
				options={askable.map((id) => ({ value: id, label: categories[id][lang] }))}
			/>
			<TextArea
				name="question"
				rows={6}
				label={t("De vragen, elk op een eigen regel", "The questions, each on a line of its own")}
				hint={t(
					"De kandidaat leest ze woord voor woord, en zegt ja of nee tegen precies deze vragen.",
					"The candidate reads them word for word, and says yes or no to exactly these questions.",
				)}
				value={typed("question")}
				{...error("question")}
			/>
		</>
	);
}
