import { z } from "zod";
import { postedDate } from "../../assignments/form.ts";
import { assignmentTypes } from "../../law/assignment-types.ts";
import { isCalendarDate, today } from "../../law/deadlines.ts";
import { knowsSickDay } from "../../law/poortwachter.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { Timeline, TimelineItem } from "../../ui/time.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { endDeputy } from "../hand-over.server.ts";
import { closeTrajectory, reopenTrajectory, startTrajectory, type Which } from "../move.server.ts";
import { type TrajectoryData, trajectoryPage } from "../queries.server.ts";
import { outcomeIds, outcomes, trajectoryStates } from "../rules.ts";
import { Moves } from "./moves.tsx";

const path = "/kandidaten/:candidate/trajecten/:trajectory";
const day = (problem: string) => z.string().refine(isCalendarDate, problem);
const which = { row_version: z.coerce.number().int(), event: z.uuid() };
const noDay = say("Vul een datum in die bestaat.", "Enter a date that exists.");

/** One trajectory: where it stands, what can be done with it, what happened to it. */
export const trajectoryScreen: Page = { path, portal: "staff", who: "candidate.read", get: (visit) => screen(visit) };

/** Starts it. */
export const startPage: Page = move(`${path}/starten`, z.object({ ...which, on: day(noDay) }), async (visit, input) => {
	await startTrajectory(visit.by, whichOf(visit, input), input.on);
	return visit.t("Het traject is gestart.", "The trajectory has started.");
});

/** Closes it with an outcome. */
export const closePage: Page = move(
	`${path}/sluiten`,
	z.object({
		...which,
		on: day(noDay),
		outcome: z.enum(outcomeIds, say("Kies hoe het traject eindigde.", "Choose how the trajectory ended.")),
	}),
	async (visit, input) => {
		await closeTrajectory(visit.by, whichOf(visit, input), input);
		return visit.t("Het traject is afgesloten.", "The trajectory is closed.");
	},
);

/** Reopens it with a reason. */
export const reopenPage: Page = move(
	`${path}/heropenen`,
	z.object({
		...which,
		reason: z.string().trim().min(3, say("Schrijf waarom.", "Write why.")).max(1000, say("Dit is te lang.", "This is too long.")),
	}),
	async (visit, input) => {
		await reopenTrajectory(visit.by, whichOf(visit, input), input.reason);
		return visit.t("Het traject is heropend.", "The trajectory was reopened.");
	},
);

/** Ends a deputy's access before the term is over. */
export const endDeputyPage: Page = {
	path: `${path}/waarneming-stoppen`,
	portal: "staff",
	who: "trajectory.assign",
	post: (visit) =>
		submit(visit, {
			form: z.object({ membership: z.uuid() }),
			act: async ({ membership }) => {
				const candidate = found(visit.params.candidate);
				await endDeputy(visit.by, candidate, membership);
				const to = `/kandidaten/${candidate}/trajecten/${visit.params.trajectory}`;
				return done(to, visit.t("De waarneming is gestopt.", "The deputising has ended."));
			},
			again: (problem) => screen(visit, problem),
		}),
};

function whichOf(visit: Visit, input: { row_version: number; event: string }): Which {
	const { candidate = "", trajectory = "" } = visit.params;
	return { candidate, trajectory, rowVersion: input.row_version, event: input.event };
}

function move<Input>(at: string, form: z.ZodType<Input>, act: (visit: Visit, input: Input) => Promise<string>): Page {
	return {
		path: at,
		portal: "staff",
		who: "trajectory.write",
		post: (visit) =>
			submit(
				{ ...visit, form: { ...visit.form, on: postedDate(visit.form, "on") } },
				{
					form,
					act: async (input) => {
						const text = await act(visit, input);
						return done(`/kandidaten/${visit.params.candidate}/trajecten/${visit.params.trajectory}`, text);
					},
					again: (problem) => screen(visit, problem),
				},
			),
	};
}

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const one = await trajectoryPage(visit.by, found(visit.params.candidate), found(visit.params.trajectory));
	const name = fullName(one.person.name);
	const title = assignmentTypes[one.type][lang];
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${one.candidate}/gegevens`, label: name },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					above={name}
					line={
						<Badge tone={one.state === "started" ? "active" : one.state === "closed" ? "done" : "waiting"}>
							{trajectoryStates[one.state][lang]}
						</Badge>
					}
				/>
				<Trouble problem={problem} />
				<Facts facts={factsOf(visit, one)} />
				{knowsSickDay(one.type) && may(visit.by.actor.roles, "capacity.read").allowed ? (
					<p>
						<a href={`/kandidaten/${one.candidate}/trajecten/${one.id}/poortwachter`}>
							{t("Kalender bij ziekte", "Calendar in illness")}
						</a>
					</p>
				) : null}
				<Moves visit={visit} one={one} problem={problem} day={today(visit.by)} />
				<Happened visit={visit} one={one} />
			</>
		),
	};
}

function factsOf({ t, lang }: Visit, one: TrajectoryData) {
	const date = (value: string | null) => (value ? formatDate(value, lang) : t("Nog niet", "Not yet"));
	return [
		{
			label: t("Opdrachtgever", "Commissioner"),
			value: one.commissioner ?? t("De kandidaat betaalt zelf", "The candidate pays themself"),
		},
		...(one.reference ? [{ label: t("Opdrachtnummer", "Order number"), value: one.reference }] : []),
		{ label: t("Opdracht gegeven op", "Ordered on"), value: date(one.ordered_on) },
		{ label: t("Gestart op", "Started on"), value: date(one.started_on) },
		...(one.outcome
			? [{ label: t("Afgesloten op", "Closed on"), value: `${date(one.closed_on)} · ${outcomes[one.outcome][lang]}` }]
			: []),
		{
			label: t("Begeleider", "Coach"),
			value:
				one.guides
					.filter((guide) => guide.capacity === "coach")
					.map((guide) => fullName(guide.name))
					.join(", ") || t("Nog niemand", "Nobody yet"),
		},
		...one.guides
			.filter((guide) => guide.capacity === "deputy")
			.map((guide) => ({
				label: t("Waarnemer", "Deputy"),
				value: `${fullName(guide.name)}${guide.until_at ? ` (${t("tot", "until")} ${formatDate(guide.until_at, lang)})` : ""}`,
			})),
	];
}

function Happened({ visit, one }: { visit: Visit; one: TrajectoryData }) {
	const { t, lang } = visit;
	const kinds = {
		registered: t("Ingeschreven", "Registered"),
		started: t("Gestart", "Started"),
		closed: t("Afgesloten", "Closed"),
		reopened: t("Heropend", "Reopened"),
	};
	return (
		<Section id="verloop" title={t("Verloop", "What happened")}>
			<Timeline label={t("Verloop", "What happened")}>
				{one.events.map((event) => (
					<TimelineItem kind={t("Traject", "Trajectory")} title={kinds[event.kind]} who={fullName(event.by.name)} at={event.at}>
						{event.outcome ? <p>{outcomes[event.outcome][lang]}</p> : null}
						{event.reason ? <p>{event.reason}</p> : null}
					</TimelineItem>
				))}
			</Timeline>
		</Section>
	);
}
