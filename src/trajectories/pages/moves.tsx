import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import type { TrajectoryData } from "../queries.server.ts";
import { mayMove, outcomeIds, outcomes } from "../rules.ts";

type Props = { visit: Visit; one: TrajectoryData; problem: Problem | undefined; day: string };

/** What can be done with a trajectory now; what cannot yet says why, with the answer the deed would give. */
export function Moves(props: Props) {
	const { visit, one } = props;
	const allowed = may(visit.by.actor.roles, "trajectory.write");
	return (
		<>
			{allowed.allowed && mayMove("start", one).allowed ? <Start {...props} /> : null}
			{allowed.allowed && mayMove("close", one).allowed ? <Close {...props} /> : null}
			{allowed.allowed && mayMove("reopen", one).allowed ? <Reopen {...props} /> : null}
			{may(visit.by.actor.roles, "trajectory.assign").allowed ? <Deputies {...props} /> : null}
			{may(visit.by.actor.roles, "trajectory.assign").allowed ? (
				<p>
					<LinkButton
						href={`/trajecten/overdragen?van=${one.guides.find((guide) => guide.capacity === "coach")?.id ?? "niemand"}`}
					>
						{visit.t("Draag over of laat waarnemen", "Hand over or have deputised")}
					</LinkButton>
				</p>
			) : null}
		</>
	);
}

function Deputies({ visit, one }: Props) {
	const { t } = visit;
	const deputies = one.guides.filter((guide) => guide.capacity === "deputy");
	return (
		<>
			{deputies.map((guide) => (
				<ActionForm action={to(one, "waarneming-stoppen")} fields={{ membership: guide.membership }}>
					<Button look="quiet">
						{t(`Stop de waarneming door ${fullName(guide.name)}`, `End the deputising by ${fullName(guide.name)}`)}
					</Button>
				</ActionForm>
			))}
		</>
	);
}

function Which({ visit, one, problem }: Props) {
	return (
		<>
			<input type="hidden" name="event" value={String(problem?.values.event ?? visit.by.chance.uuid())} />
			<input type="hidden" name="row_version" value={String(problem?.values.row_version ?? one.row_version)} />
		</>
	);
}

const error = (problem: Problem | undefined, field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
const to = (one: TrajectoryData, what: string) => `/kandidaten/${one.candidate}/trajecten/${one.id}/${what}`;

function Start(props: Props) {
	const { visit, one, problem, day } = props;
	const { t, lang } = visit;
	const button = t("Start het traject", "Start the trajectory");
	const { startDecision } = one;
	const mine = one.guides.some((guide) => guide.id === visit.by.actor.id);
	return (
		<Section id="starten" title={t("Starten", "Start")}>
			{startDecision.allowed ? (
				<Form action={to(one, "starten")}>
					<Which {...props} />
					<DateField
						name="on"
						label={t("Vanaf welke dag?", "From which day?")}
						value={problem ? typedDate(problem.values, "on") : day}
						{...error(problem, "on")}
					/>
					<Button>{button}</Button>
				</Form>
			) : (
				<>
					<RefusedButton why={startDecision.why[lang]} clause={startDecision.because}>
						{button}
					</RefusedButton>
					{mine && may(visit.by.actor.roles, "agreement.write").allowed ? (
						<p>
							<LinkButton href={`/kandidaten/${one.candidate}/afspraken?traject=${one.id}`}>
								{t("Naar de rapportageafspraken", "To the reporting agreements")}
							</LinkButton>
						</p>
					) : null}
				</>
			)}
		</Section>
	);
}

function Close(props: Props) {
	const { visit, one, problem, day } = props;
	const { t, lang } = visit;
	const began = one.started_on !== null;
	const fitting = outcomeIds.filter((id) => outcomes[id].started === "either" || (outcomes[id].started === "only") === began);
	return (
		<Section id="sluiten" title={t("Afsluiten", "Close")}>
			<More
				summary={t("Sluit dit traject af", "Close this trajectory")}
				open={problem?.values.outcome !== undefined || problem?.errors.outcome !== undefined}
			>
				<Form action={to(one, "sluiten")}>
					<Which {...props} />
					<Radios
						name="outcome"
						label={t("Hoe eindigde het?", "How did it end?")}
						value={String(problem?.values.outcome ?? "")}
						options={fitting.map((id) => ({ value: id, label: outcomes[id][lang] }))}
						{...error(problem, "outcome")}
					/>
					<DateField
						name="on"
						label={t("Op welke dag?", "On which day?")}
						value={problem ? typedDate(problem.values, "on") : day}
						{...error(problem, "on")}
					/>
					<Button>{t("Sluit het traject af", "Close the trajectory")}</Button>
				</Form>
			</More>
		</Section>
	);
}

function Reopen(props: Props) {
	const { visit, one, problem } = props;
	const { t } = visit;
	return (
		<Section id="heropenen" title={t("Heropenen", "Reopen")}>
			<Form action={to(one, "heropenen")}>
				<Which {...props} />
				<TextArea
					name="reason"
					label={t("Waarom gaat het traject weer open?", "Why is the trajectory reopened?")}
					hint={t("Kort. De kandidaat kan dit later lezen.", "Briefly. The candidate can read this later.")}
					rows={3}
					value={String(problem?.values.reason ?? "")}
					{...error(problem, "reason")}
				/>
				<Button>{t("Heropen het traject", "Reopen the trajectory")}</Button>
			</Form>
		</Section>
	);
}
