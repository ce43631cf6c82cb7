import { StepUp } from "../../accounts/fresh-code.tsx";
import { today } from "../../law/deadlines.ts";
import { may } from "../../law/roles.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Actions, Button, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import type { OpenedDemand } from "../queries.server.ts";
import { mayConfirmDemand, maySendDemand } from "../rules.ts";

type Of = { visit: Visit; one: OpenedDemand };

/** The second person says yes or no; who proposed it can take it back. */
export function Judge({ visit, one, problem }: Of & { problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const own = one.proposed_by === by.actor.id;
	const decision = mayConfirmDemand({ roles: by.actor.roles, own, state: one.state });
	const words = t("Bevestig dat dit gaat", "Confirm that this goes");
	return (
		<Section id="oordeel" title={t("Het oordeel van een tweede persoon", "The judgement of a second person")}>
			{decision.allowed ? (
				<Form rowVersion={one.row_version}>
					<StepUp by={by} problem={problem} />
					<Actions equal>
						<Button look="equal" name="do" value="confirm">
							{words}
						</Button>
						<Button look="equal" name="do" value="end">
							{t("Wijs het af", "Turn it down")}
						</Button>
					</Actions>
				</Form>
			) : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{words}
				</RefusedButton>
			)}
			{own ? (
				<ActionForm action={visit.url.pathname} rowVersion={one.row_version} fields={{ do: "end" }}>
					<Button look="quiet">{t("Neem het voorstel terug", "Take the proposal back")}</Button>
				</ActionForm>
			) : null}
		</Section>
	);
}

/** For who has no portal: that somebody told them, how and when. */
export function Told({ visit, one, problem }: Of & { problem: Problem | undefined }) {
	const { t, by } = visit;
	if (!may(by.actor.roles, "informEvent.write").allowed || (one.withheld_until && one.withheld_until > today(by))) return null;
	return (
		<More
			summary={t(
				"De kandidaat heeft geen portaal: leg vast dat je het vertelde",
				"The candidate has no portal: record that you told them",
			)}
		>
			<Form>
				<input type="hidden" name="do" value="tell" />
				<input type="hidden" name="id" value={by.chance.uuid()} />
				<Radios
					name="how"
					label={t("Hoe vertelde je het?", "How did you tell?")}
					options={[
						{ value: "conversation", label: t("In een gesprek", "In a conversation") },
						{ value: "phone", label: t("Aan de telefoon", "By phone") },
						{ value: "letter", label: t("Per brief", "By letter") },
					]}
					{...(problem?.errors.how && { error: problem.errors.how })}
				/>
				<DateField
					name="on"
					label={t("Op welke dag?", "On which day?")}
					value={problem ? typedDate(problem.values, "on") : today(by)}
					{...(problem?.errors.on && { error: problem.errors.on })}
				/>
				<Button look="quiet">{t("Leg vast dat de kandidaat dit weet", "Record that the candidate knows")}</Button>
			</Form>
		</More>
	);
}

/** What was confirmed becomes a letter. */
export function Give({ visit, one, problem }: Of & { problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const decision = maySendDemand({ roles: by.actor.roles, state: one.state, basis: one.basis, categories: one.categories });
	const words = t("Maak de brief en leg vast dat hij gaat", "Make the letter and record that it goes");
	return (
		<Section id="geef" title={t("Geef het", "Give it")}>
			{decision.allowed ? (
				<Form rowVersion={one.row_version}>
					<input type="hidden" name="do" value="send" />
					<input
						type="hidden"
						name="disclosure"
						value={typeof problem?.values.disclosure === "string" ? problem.values.disclosure : by.chance.uuid()}
					/>
					<DateField
						name="on"
						label={t("Verstuurd of gegeven op", "Sent or handed over on")}
						value={problem ? typedDate(problem.values, "on") : today(by)}
						{...(problem?.errors.on && { error: problem.errors.on })}
					/>
					<StepUp by={by} problem={problem} />
					<Button>{words}</Button>
				</Form>
			) : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{words}
				</RefusedButton>
			)}
		</Section>
	);
}
