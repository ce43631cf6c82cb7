import { passkeyNudge } from "../../accounts/nudge.tsx";
import { today } from "../../law/deadlines.ts";
import { may, type Role } from "../../law/roles.ts";
import { watchTasks } from "../../looks/tasks.server.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Card, Grid, Stack } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice } from "../../ui/states.tsx";
import { formatDay } from "../../ui/text.ts";
import { type Work, workOf } from "../due.server.ts";
import { standing } from "../standing.server.ts";
import type { TaskKind } from "../tasks.ts";
import { Back } from "./back.tsx";
import { Watch, waitsFor } from "./watch.tsx";
import { CoachLoads, Tasks, TaskTable } from "./work.tsx";

/** What back office and coordinator move on before there is anything to report. */
const beginnings: readonly TaskKind[] = ["assign", "agree", "inform", "start"];

async function show(visit: Visit): Promise<View> {
	const { t, by, lang } = visit;
	const { roles } = by.actor;
	const stands = await standing(by);
	const title = t("Vandaag", "Today");
	const head = (
		<>
			<PageHead title={title} line={formatDay(by.now(), lang)} />
			{await passkeyNudge(visit)}
		</>
	);
	if (!stands.statement || !stands.acknowledged) {
		return {
			title,
			active: "/",
			body: (
				<>
					{head}
					<FirstThis visit={visit} {...stands} />
				</>
			),
		};
	}
	const mine = may(roles, "deadlines.own").allowed ? await workOf(by, "mine") : undefined;
	const everybody = await overview(visit, roles);
	const watch = await watchTasks(by);
	const { back } = stands;
	const body = (
		<>
			{head}
			<Stack gap={8}>
				<Back visit={visit} count={back} />
				{mine && (roles.includes("coach") || mine.open > 0) ? <Mine visit={visit} work={mine} /> : null}
				<Watch visit={visit} tasks={watch} />
				{everybody}
				{mine || everybody ? null : <Others visit={visit} waits={waitsFor(watch) || back > 0} />}
			</Stack>
		</>
	);
	return { title, active: "/", body };
}

/** R1.3: before anything else, what this member of staff must do, and what another must. */
function FirstThis({ visit: { t }, statement, acknowledged }: { visit: Visit; statement: boolean; acknowledged: boolean }) {
	return (
		<Stack gap={8}>
			<Notice tone="warn" clause="R1.3" title={t("Je kunt nog geen dossiers openen.", "You cannot open dossiers yet.")}>
				<p>{t("Daarvoor zijn twee dingen nodig.", "Two things are needed for that.")}</p>
			</Notice>
			<Grid>
				<Card
					title={t("Het reglement", "The regulation")}
					tone={acknowledged ? "plain" : "waiting"}
					{...(!acknowledged && {
						action: (
							<LinkButton look="primary" href="/reglement/kennisnemen">
								{t("Lees en bevestig het reglement", "Read and acknowledge the regulation")}
							</LinkButton>
						),
					})}
				>
					{acknowledged ? (
						<Badge tone="done">{t("Bevestigd", "Acknowledged")}</Badge>
					) : (
						<p>{t("Lees de versie die nu geldt en bevestig dat.", "Read the version in force and acknowledge it.")}</p>
					)}
				</Card>
				<Card title={t("De geheimhoudingsverklaring", "The confidentiality statement")} tone={statement ? "plain" : "waiting"}>
					{statement ? (
						<Badge tone="done">{t("Geregistreerd", "Registered")}</Badge>
					) : (
						<p>
							{t(
								"Teken de verklaring. Een beheerder of de functionaris gegevensbescherming registreert dat.",
								"Sign the statement. An administrator or the data protection officer registers that.",
							)}
						</p>
					)}
				</Card>
			</Grid>
		</Stack>
	);
}

function Mine({ visit, work }: { visit: Visit; work: Work }) {
	const { t, by } = visit;
	if (work.tasks.length > 0) return <Tasks tasks={work.tasks} candidates={work.candidates} today={today(by)} />;
	if (work.open > 0) {
		return (
			<EmptyState
				title={t("Er wacht vandaag niets op je.", "Nothing waits for you today.")}
				action={<LinkButton href="/kandidaten">{t("Naar je kandidaten", "To your candidates")}</LinkButton>}
			>
				<p>{t("Alle rapportages zijn op tijd.", "All reports are on time.")}</p>
			</EmptyState>
		);
	}
	return (
		<EmptyState
			title={t("Je begeleidt nog niemand.", "You guide nobody yet.")}
			action={
				<LinkButton look="primary" href="/kandidaten/nieuw">
					{t("Schrijf een kandidaat in", "Register a candidate")}
				</LinkButton>
			}
		>
			<p>
				{t(
					"Schrijf een kandidaat in, of vraag de coördinator om een traject aan je toe te wijzen.",
					"Register a candidate, or ask the coordinator to assign a trajectory to you.",
				)}
			</p>
		</EmptyState>
	);
}

/** Coordinator and back office: how all the work stands. Headers only, and names only of whom something is the matter with. */
async function overview(visit: Visit, roles: readonly Role[]) {
	const { t, by } = visit;
	const leads = may(roles, "deadlines.all").allowed;
	if (!leads && !roles.includes("backOffice")) return null;
	const work = await workOf(
		by,
		"everybody",
		(task) =>
			beginnings.includes(task.kind) ||
			task.kind === "confirm" ||
			(leads && task.kind === "secondEye") ||
			(leads && task.urgency === "late" && task.kind !== "waiting"),
	);
	const papers = work.tasks.filter((task) => task.kind === "confirm" || task.kind === "secondEye");
	const late = work.tasks.filter((task) => !beginnings.includes(task.kind) && !papers.includes(task));
	const beginning = work.tasks.filter((task) => beginnings.includes(task.kind));
	const toHeader = (task: { subject: string; trajectory: string }) => `/kandidaten/${task.subject}/trajecten/${task.trajectory}`;
	const common = { candidates: work.candidates, today: today(by), coaches: work.coaches, href: toHeader };
	return (
		<>
			{leads && work.coaches.length > 0 ? (
				<Section id="werklast" title={t("Werklast", "Load")}>
					<CoachLoads coaches={work.coaches} />
				</Section>
			) : null}
			{leads ? (
				<Section id="allen-te-laat" title={t(`Te laat bij iedereen (${late.length})`, `Late with everybody (${late.length})`)}>
					{late.length > 0 ? (
						<TaskTable caption={t("Te laat", "Late")} tasks={late} urgency="late" {...common} />
					) : (
						<p>
							<Badge tone="done">{t("Geen enkele rapportage is te laat.", "No report is late.")}</Badge> <Clause id="R6.1" />
						</p>
					)}
				</Section>
			) : null}
			{papers.length > 0 ? (
				<Section id="papier" title={t(`Akkoorden op papier (${papers.length})`, `Approvals on paper (${papers.length})`)}>
					<TaskTable
						caption={t("Akkoorden op papier", "Approvals on paper")}
						tasks={papers}
						urgency="now"
						{...common}
						href={() => "/rapportages/papier"}
					/>
				</Section>
			) : null}
			<Section id="nog-niet-begonnen" title={t(`Nog niet zover (${beginning.length})`, `Not there yet (${beginning.length})`)}>
				{beginning.length > 0 ? (
					<TaskTable
						caption={t(
							"Trajecten die nog niet lopen, of zonder geldige afspraak",
							"Trajectories not under way, or without a valid agreement",
						)}
						tasks={beginning}
						urgency="now"
						{...common}
					/>
				) : (
					<EmptyState
						title={t(
							"Elk traject loopt, met een afspraak die de kandidaat kent.",
							"Every trajectory is under way, with an agreement the candidate knows.",
						)}
						action={
							may(roles, "registration.write").allowed ? (
								<LinkButton href="/kandidaten/nieuw">{t("Schrijf een kandidaat in", "Register a candidate")}</LinkButton>
							) : undefined
						}
					/>
				)}
			</Section>
		</>
	);
}

function Others({ visit: { t, by }, waits }: { visit: Visit; waits: boolean }) {
	const { roles } = by.actor;
	const ways = [
		{
			href: "/privacy",
			who: "log.read",
			title: t("Privacy", "Privacy"),
			text: t("Wie keek in welk dossier, en waarom.", "Who looked in which dossier, and why."),
		},
		{
			href: "/beheer",
			who: "staff.manage",
			title: t("Beheer", "Administration"),
			text: t("Medewerkers, rollen, briefpapier en zelftest.", "Staff, roles, letterhead and self-test."),
		},
		{
			href: "/opdrachtgevers",
			who: "commissioner.read",
			title: t("Opdrachtgevers", "Commissioners"),
			text: t("Organisaties en hun contactpersonen.", "Organisations and their contact persons."),
		},
	] as const;
	return (
		<Stack gap={8}>
			{waits ? null : (
				<Prose>
					<p>
						{t("Hier staat wat vandaag op je wacht. Nu is dat niets.", "Here is what waits for you today. Now that is nothing.")}
					</p>
				</Prose>
			)}
			<Grid>
				{ways
					.filter((way) => may(roles, way.who).allowed)
					.map((way) => (
						<Card title={<a href={way.href}>{way.title}</a>}>
							<p>{way.text}</p>
						</Card>
					))}
			</Grid>
		</Stack>
	);
}

/** The start page: what is due, late or waiting today, for whoever signs in (R6.1, R7.2); first of all what R1.3 asks of them. */
export const staffToday: Page = { path: "/", portal: "staff", who: "signedIn", get: show };
