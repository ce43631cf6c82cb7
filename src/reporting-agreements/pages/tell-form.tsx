import { z } from "zod";
import { dateOf } from "../../law/deadlines.ts";
import { type Problem, say, type Visit } from "../../platform/web/page.ts";
import { Actions, Button } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { DateField, dateFrom, typedDate } from "../../ui/date-field.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";

/** The coach tells when, how and what was said: the dated conversation that proves it (R6.1). */
export function TellForm({
	visit,
	action,
	agreement,
	problem,
}: {
	visit: Visit;
	action: string;
	agreement: string;
	problem: Problem;
}) {
	const { t, by } = visit;
	const { errors, values } = problem;
	const requestId = typeof values.request_id === "string" ? values.request_id : by.chance.uuid();
	return (
		<Form action={action} requestId={requestId}>
			<input type="hidden" name="agreement" value={agreement} />
			<Radios
				name="how"
				label={t("Hoe vertelde je het?", "How did you tell?")}
				value={String(values.how ?? "")}
				{...(errors.how && { error: errors.how })}
				options={[
					{ value: "conversation", label: t("In een gesprek", "In a conversation") },
					{ value: "phone", label: t("Aan de telefoon", "By phone") },
					{ value: "letter", label: t("Per brief", "By letter") },
				]}
			/>
			<DateField
				name="on"
				label={t("Op welke dag?", "On which day?")}
				value={values.on_day === undefined ? dateOf(by.now()) : typedDate(values, "on")}
				{...(errors.on && { error: errors.on })}
			/>
			<TextArea
				name="note"
				rows={3}
				optional
				maxlength={2000}
				label={t("Wat is er besproken?", "What was discussed?")}
				value={String(values.note ?? "")}
			/>
			<Actions>
				<Button>{t("Leg vast dat de kandidaat dit weet", "Record that the candidate knows")}</Button>
			</Actions>
		</Form>
	);
}

/** What that form posts. */
export const tellForm = z
	.looseObject({
		request_id: z.uuid(),
		agreement: z.uuid(),
		how: z.enum(["conversation", "phone", "letter"], say("Kies hoe je het vertelde.", "Choose how you told.")),
		note: z.string().trim().max(2000, say("Houd het korter dan 2000 tekens.", "Keep it under 2000 characters.")).default(""),
	})
	.transform((fields, context) => {
		const on = dateFrom(fields, "on");
		if (!on)
			context.issues.push({
				code: "custom",
				path: ["on"],
				input: fields,
				message: say("Vul een dag in die bestaat.", "Enter a day that exists."),
			});
		return { id: fields.request_id, agreement: fields.agreement, how: fields.how, on: on ?? "", note: fields.note || null };
	});
