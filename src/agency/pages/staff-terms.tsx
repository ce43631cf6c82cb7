import { agencyNow } from "../../platform/agency.server.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { termsForm } from "../form.ts";
import { terms } from "../rules.ts";
import { saveTerms } from "../terms.server.ts";

/** How long what leaves may wait: to be taken back (R4.1), and to be collected (R8.1). */
export const termsPage: Page = {
	path: "/beheer/termijnen",
	portal: "staff",
	who: "agency.manage",
	get: (visit) => termsView(visit),
	post: (visit) =>
		submit(visit, {
			form: termsForm,
			act: async (input) => {
				await saveTerms(visit.by, input);
				return done("/beheer/termijnen", visit.t("Bewaard. Dit geldt vanaf nu.", "Saved. This holds from now on."));
			},
			again: (problem) => termsView(visit, problem),
		}),
};

async function termsView(visit: Visit, problem?: Problem): Promise<View> {
	const { t } = visit;
	const agency = found(await agencyNow(visit.door));
	const standing = { undo_minutes: Math.round(agency.undo_seconds / 60), collect_days: agency.collect_days };
	const field = (name: keyof typeof standing, label: string, hint: string) => (
		<TextField
			name={name}
			label={label}
			hint={hint}
			width="short"
			inputmode="numeric"
			value={String(problem?.values[name] ?? standing[name])}
			{...(problem?.errors[name] && { error: problem.errors[name] })}
		/>
	);
	const title = t("Termijnen", "Terms");
	return {
		title,
		active: "/beheer",
		body: (
			<>
				<PageHead
					title={title}
					above={<a href="/beheer">{t("Beheer", "Administration")}</a>}
					line={t("Wat al klaarstaat, houdt de tijd die het had.", "What waits already keeps the time that it had.")}
				/>
				<Trouble problem={problem} />
				<Form rowVersion={agency.row_version}>
					{field(
						"undo_minutes",
						t("Minuten om een bericht terug te halen", "Minutes to take a message back"),
						t(
							`Zo lang wacht een rapport voordat het vertrekt: ${terms.undo_minutes.from} tot en met ${terms.undo_minutes.to}. Tien is gewoon.`,
							`So long a report waits before it leaves: ${terms.undo_minutes.from} to ${terms.undo_minutes.to}. Ten is usual.`,
						),
					)}
					{field(
						"collect_days",
						t("Dagen om een document op te halen", "Days to collect a document"),
						t(
							`Wat te zwaar weegt voor e-mail, staat zo lang klaar: ${terms.collect_days.from} tot en met ${terms.collect_days.to}. Vier weken is gewoon.`,
							`What weighs too much for e-mail waits so long: ${terms.collect_days.from} to ${terms.collect_days.to}. Four weeks is usual.`,
						),
					)}
					<Button>{t("Bewaar", "Save")}</Button>
				</Form>
			</>
		),
	};
}
