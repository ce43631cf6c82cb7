import { assignmentTypes } from "../../law/assignment-types.ts";
import { NotAllowed } from "../../law/decision.ts";
import { may } from "../../law/roles.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { trajectoryStates } from "../../trajectories/rules.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Beside, Breadcrumb, More, Tabs } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/states.tsx";
import { Pages, withQuery } from "../../ui/table.tsx";
import { formatDate, formatTime } from "../../ui/text.ts";
import { type Dossier, openDossier } from "../dossier.server.ts";
import { type Section, sectionIds, sections } from "../timeline.ts";
import { StepActions, stepSentence, TurnBadge } from "./next-step.tsx";
import { DossierTimeline } from "./timeline-items.tsx";
import { WhoMayKnow } from "./who-may-know.tsx";

/** A candidate's dossier (R5.1): what is next, one timeline in typed sections, and beside it who may know what. */
export const dossierPage: Page = {
	path: "/kandidaten/:candidate",
	portal: "staff",
	who: "dossier.read",
	get: async (visit) => {
		const asked = visit.url.searchParams;
		const trajectory = asked.get("traject");
		const section = sectionIds.find((id) => id === asked.get("soort"));
		const wanted = { candidate: visit.params.candidate ?? "", page: Number(asked.get("page")) };
		const dossier = await openDossier(visit.by, {
			...wanted,
			...(trajectory && { trajectory }),
			...(section && { section }),
		}).catch((error: unknown) => {
			if (error instanceof NotAllowed && error.clause === "R1.2") return error;
			throw error;
		});
		if (dossier instanceof NotAllowed) return closed(visit, dossier);
		return screen(visit, dossier, section);
	},
};

/** A dossier that is not one's own: why it does not open, and the two ways there are. */
function closed({ t, lang, by, params }: Visit, refusal: NotAllowed): View {
	const candidate = params.candidate ?? "";
	const title = t("Dit dossier opent niet voor jou", "This dossier does not open for you");
	return {
		title,
		active: "/kandidaten",
		status: 403,
		body: (
			<>
				<PageHead title={title} />
				<Notice tone="refused" title={refusal.why[lang]} clause={refusal.clause} />
				<p>
					{t(
						"Moet je meewerken? Vraag de coördinator om je te laten waarnemen, of om het traject over te dragen.",
						"Do you have to work on it? Ask the coordinator to let you deputise, or to hand the trajectory over.",
					)}
				</p>
				{may(by.actor.roles, "glass.break").allowed ? (
					<p>
						{t("Kan het niet wachten?", "Can it not wait?")}{" "}
						<a href={`/noodtoegang?kandidaat=${candidate}`}>
							{t("Open dit dossier in nood", "Open this dossier in an emergency")}
						</a>
					</p>
				) : null}
			</>
		),
	};
}

/** Read in an emergency: until when, and closing it. */
function Emergency({ visit, dossier }: { visit: Visit; dossier: Dossier }) {
	const { t, lang } = visit;
	const { glass } = dossier;
	if (!glass) return null;
	return (
		<Notice
			tone="warn"
			clause="R1.2"
			title={t(
				`Open in nood, tot ${formatTime(glass.until, lang)}`,
				`Open in an emergency, until ${formatTime(glass.until, lang)}`,
			)}
		>
			<p>
				{t(
					"Je kunt lezen, niet schrijven. De kandidaat ziet dat je kijkt, en een ander kijkt het na.",
					"You can read, not write. The candidate sees that you look, and somebody else reviews it.",
				)}
			</p>
			<ActionForm action={`/noodtoegang/${dossier.candidate}/einde`} fields={{ glass: glass.id }}>
				<Button look="quiet">{t("Sluit het dossier", "Close the dossier")}</Button>
			</ActionForm>
		</Notice>
	);
}

function screen(visit: Visit, dossier: Dossier, section: Section | undefined): View {
	const { t } = visit;
	return {
		title: t("Dossier", "Dossier"),
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb items={[{ href: "/kandidaten", label: t("Kandidaten", "Candidates") }, { label: dossier.name }]} />
				<PageHead
					title={dossier.name}
					line={
						<>
							{lineOf(visit, dossier.trajectory)}
							<br />
							<TurnBadge visit={visit} step={dossier.step} /> {stepSentence(visit, dossier.step)}
						</>
					}
					action={dossier.glass ? undefined : <StepActions visit={visit} dossier={dossier} />}
				/>
				<Emergency visit={visit} dossier={dossier} />
				<Trajectories visit={visit} dossier={dossier} />
				<Sections visit={visit} dossier={dossier} section={section} />
				<Beside
					sideLabel={t("Wie mag wat weten", "Who may know what")}
					main={<Happened visit={visit} dossier={dossier} section={section} />}
					side={<WhoMayKnow visit={visit} dossier={dossier} />}
				/>
			</>
		),
	};
}

/** Which trajectory and which phase, in one line. */
export function lineOf({ t, lang }: Visit, trajectory: Dossier["trajectory"]): string {
	const { type, organisation, state, started_on, closed_on } = trajectory;
	const day = state === "closed" ? closed_on : state === "started" ? started_on : null;
	const phase = trajectoryStates[state][lang].toLowerCase();
	const since = day
		? t(
				`${phase} ${state === "closed" ? "op" : "sinds"} ${formatDate(day, lang)}`,
				`${phase} ${state === "closed" ? "on" : "since"} ${formatDate(day, lang)}`,
			)
		: phase;
	return [assignmentTypes[type][lang], organisation ?? t("betaalt zelf", "self-paying"), since].join(" · ");
}

function Trajectories({ visit, dossier }: { visit: Visit; dossier: Dossier }) {
	const { t, lang } = visit;
	if (dossier.trajectories.length < 2) return null;
	const href = (id: string) => `/kandidaten/${dossier.candidate}?traject=${id}`;
	return (
		<Tabs
			label={t("Trajecten", "Trajectories")}
			active={href(dossier.trajectory.id)}
			items={dossier.trajectories.map((one) => ({
				href: href(one.id),
				label: [assignmentTypes[one.type][lang], one.organisation].filter(Boolean).join(", "),
			}))}
		/>
	);
}

/** Over the whole width: there are more of them than fit beside who may know what. */
function Sections({ visit, dossier, section }: { visit: Visit; dossier: Dossier; section: Section | undefined }) {
	const { t, lang } = visit;
	const { counts } = dossier.timeline;
	const url = visit.url.pathname + visit.url.search;
	const at = (id: Section | undefined) => withQuery(url, { soort: id, page: undefined });
	return (
		<Tabs
			label={t("Onderdelen van het dossier", "Sections of the dossier")}
			active={at(section)}
			items={[
				{ href: at(undefined), label: t("Alles", "All"), count: counts.all },
				...sectionIds.map((id) => ({ href: at(id), label: sections[id][lang], count: counts[id] })),
				// Behind a door of its own (R8.3): not a part of this timeline, and not for an emergency.
				...(may(visit.by.actor.roles, "capacity.read").allowed && !dossier.glass
					? [
							{
								href: `/kandidaten/${dossier.candidate}/gezondheid?traject=${dossier.trajectory.id}`,
								label: t("Gezondheid", "Health"),
							},
						]
					: []),
			]}
		/>
	);
}

function Happened({ visit, dossier, section }: { visit: Visit; dossier: Dossier; section: Section | undefined }) {
	const { t } = visit;
	const { timeline } = dossier;
	const url = visit.url.pathname + visit.url.search;
	return (
		<>
			{timeline.heads.length === 0 ? (
				<EmptyState title={t("Hier staat nog niets", "There is nothing here yet")}>
					{section === "notities" || section === undefined
						? t(
								"Schrijf na elk gesprek kort op wat het doel was, wat is afgesproken en wat volgt.",
								"After each conversation write down briefly what the goal was, what was agreed and what comes next.",
							)
						: t("Zodra er iets is, staat het hier.", "As soon as there is something, it is here.")}
				</EmptyState>
			) : (
				<DossierTimeline visit={visit} dossier={dossier} heads={timeline.heads} />
			)}
			<Pages url={url} page={timeline.page} pages={timeline.pages} />
			<MoreHere visit={visit} dossier={dossier} />
		</>
	);
}

/** What one comes for less often: searching, printing, the other ways in. */
function MoreHere({ visit, dossier: { candidate, trajectory, glass } }: { visit: Visit; dossier: Dossier }) {
	const { t } = visit;
	const base = `/kandidaten/${candidate}`;
	const of = `?traject=${trajectory.id}`;
	// In an emergency one reads; what writes is not offered.
	const reading = ["dossier.read", "dossier.print"];
	const links = [
		{ href: `${base}/rapporten/nieuw${of}`, nl: "Nieuw rapport", en: "New report", ability: "report.write" },
		{
			href: `${base}/rapporten/mondeling`,
			nl: "Mondelinge rapportage vastleggen",
			en: "Record an oral report",
			ability: "report.write",
		},
		{ href: `${base}/afspraken${of}`, nl: "Rapportageafspraken", en: "Reporting agreements", ability: "dossier.read" },
		{ href: `${base}/afdrukken${of}`, nl: "Dit dossier afdrukken", en: "Print this dossier", ability: "dossier.print" },
		{ href: `${base}/gegevens`, nl: "Gegevens van de kandidaat", en: "The candidate's data", ability: "candidate.read" },
		{
			href: `${base}/belang`,
			nl: "Ik ken deze kandidaat van buiten het werk",
			en: "I know this candidate from outside work",
			ability: "conflict.declare",
		},
		{ href: `${base}/trajecten/${trajectory.id}`, nl: "Het traject", en: "The trajectory", ability: "candidate.read" },
	] as const;
	return (
		<More summary={t("Zoeken en meer in dit dossier", "Search and more in this dossier")}>
			<form method="post" action={`${base}/zoeken`} class="form" data-turbo="false">
				<input type="hidden" name="trajectory" value={trajectory.id} />
				<TextField
					name="zoek"
					type="search"
					label={t("Zoek in de notities van dit dossier", "Search the notes of this dossier")}
				/>
				<Button look="quiet">{t("Zoek", "Search")}</Button>
			</form>
			<ul class="plain-links">
				{links
					.filter(({ ability }) => may(visit.by.actor.roles, ability).allowed && (!glass || reading.includes(ability)))
					.map(({ href, nl, en }) => (
						<li>
							<a href={href}>{t(nl, en)}</a>
						</li>
					))}
			</ul>
		</More>
	);
}
