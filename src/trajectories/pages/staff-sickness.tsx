import { z } from "zod";
import { postedDate } from "../../assignments/form.ts";
import { isCalendarDate, today } from "../../law/deadlines.ts";
import {
	dutyHolders,
	type PlannedMoment,
	poortwachterCalendar,
	poortwachterMomentIds,
	poortwachterMoments,
	weekOf,
} from "../../law/poortwachter.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextField } from "../../ui/fields.tsx";
import { WeekLine } from "../../ui/figures.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, More, Stack } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { moveMoment, type Sickness, setFirstSickDay, sicknessOf, standing } from "../sickness.server.ts";

const day = z.string().refine(isCalendarDate, say("Vul een datum in die bestaat.", "Enter a date that exists."));
const reason = z.string().trim().min(3, say("Schrijf kort waarom.", "Write briefly why.")).max(300);
const form = z.discriminatedUnion("do", [
	z.looseObject({ do: z.literal("first"), id: z.uuid(), on: day, reason: z.string().trim().max(300).default("") }),
	z.looseObject({ do: z.literal("move"), id: z.uuid(), moment: z.enum(poortwachterMomentIds), moved: day, why: reason }),
]);

/** The employer's calendar in illness, as advice: whose duty each moment is, and what the agency has to do with it (R3.c). */
export const sicknessPage: Page = {
	path: "/kandidaten/:candidate/trajecten/:trajectory/poortwachter",
	portal: "staff",
	who: "capacity.read",
	get: (visit) => screen(visit),
	post: (visit) => {
		const of = { candidate: visit.params.candidate ?? "", trajectory: visit.params.trajectory ?? "" };
		const posted = { ...visit.form, on: postedDate(visit.form, "on"), moved: postedDate(visit.form, "moved") };
		return submit(
			{ ...visit, form: posted },
			{
				form,
				act: async (input) => {
					if (input.do === "first") await setFirstSickDay(visit.by, of, input);
					else await moveMoment(visit.by, of, { id: input.id, moment: input.moment, on: input.moved, reason: input.why });
					return done(visit.url.pathname, visit.t("De kalender is bijgewerkt.", "The calendar was updated."));
				},
				again: (problem) => screen(visit, { ...problem, values: visit.form }),
			},
		);
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const { candidate = "", trajectory = "" } = visit.params;
	const one = await sicknessOf(by, { candidate, trajectory });
	const { firstDay, moves } = standing(one.written);
	const title = t("Kalender bij ziekte", "Calendar in illness");
	const writes = may(by.actor.roles, "capacity.write").allowed;
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}/gegevens`, label: fullName(one.name) },
						{ href: `/kandidaten/${candidate}/trajecten/${trajectory}`, label: t("Traject", "Trajectory") },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					above={fullName(one.name)}
					line={t(
						"Advies. De werkgever heeft deze plichten, niet het bureau.",
						"Advice. These are the employer's duties, not the agency's.",
					)}
				/>
				<Trouble problem={problem} />
				<Stack gap={8}>
					{firstDay ? <Planned visit={visit} firstDay={firstDay} planned={poortwachterCalendar(firstDay, moves)} /> : null}
					{firstDay && writes ? <Move visit={visit} problem={problem} /> : null}
					{writes ? <FirstDay visit={visit} problem={problem} known={firstDay} /> : null}
					<Written visit={visit} one={one} />
					<Notice tone="info" title={t("Dat iemand ziek is, is een gezondheidsgegeven.", "That somebody is ill is health data.")}>
						<p>
							{t(
								"Alleen wie dit traject begeleidt, ziet deze pagina. Elke keer kijken staat in het logboek.",
								"Only who guides this trajectory sees this page. Each look is in the log.",
							)}
						</p>
					</Notice>
				</Stack>
			</>
		),
	};
}

function Planned({ visit, firstDay, planned }: { visit: Visit; firstDay: string; planned: PlannedMoment[] }) {
	const { t, lang, by } = visit;
	const now = today(by);
	const week = weekOf(firstDay, now);
	return (
		<Section id="kalender" title={t(`Week ${week} van de ziekte`, `Week ${week} of the illness`)}>
			<WeekLine
				weeks={104}
				now={Math.max(0, week - 0.5)}
				caption={t(
					`Van de eerste ziektedag, ${formatDate(firstDay, lang)}, tot het einde van de wachttijd. Nu: week ${week}.`,
					`From the first sick day, ${formatDate(firstDay, lang)}, to the end of the waiting period. Now: week ${week}.`,
				)}
				marks={planned.map((one) => {
					const moment = poortwachterMoments[one.id];
					return {
						at: weekOf(firstDay, one.on),
						...(one.from && { from: weekOf(firstDay, one.from) }),
						text: moment.week === 93 ? "" : String(weekOf(firstDay, one.on)),
						past: one.on < now,
					};
				})}
			/>
			<Table
				caption={t("Momenten", "Moments")}
				captionHidden
				columns={[
					{ key: "what", label: t("Wat", "What") },
					{ key: "duty", label: t("Wie moet dit doen", "Whose duty") },
					{ key: "ours", label: t("Wat wij ermee te maken hebben", "What it has to do with us") },
					{ key: "on", label: t("Uiterlijk", "At the latest"), align: "right" },
				]}
				rows={planned.map((one) => {
					const moment = poortwachterMoments[one.id];
					return {
						key: one.id,
						cells: {
							what: moment[lang],
							duty: dutyHolders[moment.duty][lang],
							ours: (
								<span>
									{moment.ours[lang]} <small>{moment.source}</small>
								</span>
							),
							on: (
								<span>
									{formatDate(one.on, lang)}{" "}
									{one.instead ? (
										<small>
											{t(
												`Gebruikelijk: ${formatDate(one.instead.of, lang)}. Reden: `,
												`Usual: ${formatDate(one.instead.of, lang)}. Reason: `,
											)}
											{one.instead.reason}
										</small>
									) : null}
									{one.from ? (
										<small>{t(`vanaf ${formatDate(one.from, lang)}`, `from ${formatDate(one.from, lang)}`)}</small>
									) : null}{" "}
									{one.on < now ? <Badge tone="neutral">{t("voorbij", "past")}</Badge> : null}
								</span>
							),
						},
					};
				})}
			/>
		</Section>
	);
}

type Part = { visit: Visit; problem: Problem | undefined };
const errorOf = (problem: Problem | undefined, field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
const typed = (problem: Problem | undefined, field: string) =>
	typeof problem?.values[field] === "string" ? problem.values[field] : "";

function FirstDay({ visit, problem, known }: Part & { known: string | undefined }) {
	const { t, by } = visit;
	const body = (
		<Form>
			<input type="hidden" name="do" value="first" />
			<input type="hidden" name="id" value={by.chance.uuid()} />
			<DateField
				name="on"
				label={t("Eerste ziektedag", "First sick day")}
				hint={t("De dag die de werkgever of de bedrijfsarts noemt.", "The day that the employer or the company doctor gives.")}
				value={problem ? typedDate(problem.values, "on") : ""}
				{...errorOf(problem, "on")}
			/>
			{known ? (
				<TextField
					name="reason"
					width="full"
					label={t("Waarom verandert de dag?", "Why does the day change?")}
					hint={t("Schrijf niets over de ziekte zelf.", "Write nothing about the illness itself.")}
					value={typed(problem, "reason")}
					{...errorOf(problem, "reason")}
				/>
			) : null}
			<Button>{t("Leg de dag vast", "Record the day")}</Button>
		</Form>
	);
	if (known) return <More summary={t("De eerste ziektedag klopt niet", "The first sick day is wrong")}>{body}</More>;
	return (
		<Section id="dag" title={t("Wanneer begon de ziekte?", "When did the illness begin?")}>
			{body}
		</Section>
	);
}

function Move({ visit, problem }: Part) {
	const { t, by, lang } = visit;
	return (
		<More summary={t("Verzet een moment", "Move a moment")} open={problem?.values.do === "move"}>
			<Form>
				<input type="hidden" name="do" value="move" />
				<input type="hidden" name="id" value={by.chance.uuid()} />
				<Select
					name="moment"
					label={t("Welk moment", "Which moment")}
					value={typed(problem, "moment")}
					options={poortwachterMomentIds.map((id) => ({ value: id, label: poortwachterMoments[id][lang] }))}
					{...errorOf(problem, "moment")}
				/>
				<DateField
					name="moved"
					label={t("Naar", "To")}
					value={problem ? typedDate(problem.values, "moved") : ""}
					{...errorOf(problem, "moved")}
				/>
				<TextField
					name="why"
					width="full"
					label={t("Waarom", "Why")}
					hint={t(
						"Bijvoorbeeld: de bedrijfsarts schoof het oordeel op. Niets over de ziekte zelf.",
						"For example: the company doctor postponed the opinion. Nothing about the illness itself.",
					)}
					value={typed(problem, "why")}
					{...errorOf(problem, "why")}
				/>
				<Button look="quiet">{t("Verzet", "Move")}</Button>
			</Form>
		</More>
	);
}

/** Who wrote what when: nothing is overwritten. */
function Written({ visit, one }: { visit: Visit; one: Sickness }) {
	const { t, lang } = visit;
	if (one.written.length === 0) return null;
	return (
		<More summary={t("Wie wat vastlegde", "Who recorded what")}>
			<ul>
				{one.written.map((row) => {
					const content = JSON.parse(row.content) as {
						firstDay?: string;
						moment?: keyof typeof poortwachterMoments;
						on?: string;
						reason: string;
					};
					const what = content.firstDay
						? t(`eerste ziektedag ${formatDate(content.firstDay, lang)}`, `first sick day ${formatDate(content.firstDay, lang)}`)
						: `${content.moment ? poortwachterMoments[content.moment][lang] : ""}: ${formatDate(content.on ?? "", lang)}`;
					return (
						<li>
							{formatMoment(row.at, lang)}, {row.name ? fullName(row.name) : ""}: {what}
							{content.reason ? ` (${content.reason})` : ""}
						</li>
					);
				})}
			</ul>
		</More>
	);
}
