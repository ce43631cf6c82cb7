import { assignmentTypes } from "../../law/assignment-types.ts";
import { may } from "../../law/roles.ts";
import { fullName, sortingName } from "../../platform/name.ts";
import type { Page, Visit } from "../../platform/web/page.ts";
import { type TrajectoryState, trajectoryStateIds, trajectoryStates } from "../../trajectories/rules.ts";
import { Actions, LinkButton } from "../../ui/buttons.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState, type Tone } from "../../ui/states.tsx";
import { Pages, sortOf, Table, withQuery } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { type CaseloadRow, caseload } from "../queries.server.ts";

export const stateTones: Record<TrajectoryState, Tone> = { registered: "waiting", started: "active", closed: "done" };
const perPage = 50;

/** The caseload: for a coach their own candidates, for a coordinator and back office the headers of all. */
export const candidatesPage: Page = {
	path: "/kandidaten",
	portal: "staff",
	who: "candidate.read",
	get: async (visit) => {
		const { t } = visit;
		const all = await caseload(visit.by);
		const mayRegister = may(visit.by.actor.roles, "registration.write").allowed;
		const register = mayRegister ? (
			<LinkButton href="/kandidaten/nieuw" look="primary">
				{t("Schrijf een kandidaat in", "Register a candidate")}
			</LinkButton>
		) : null;
		const handOver = may(visit.by.actor.roles, "trajectory.assign").allowed ? (
			<LinkButton href="/trajecten/overdragen">{t("Draag trajecten over", "Hand over trajectories")}</LinkButton>
		) : null;
		return {
			title: t("Kandidaten", "Candidates"),
			active: "/kandidaten",
			body: (
				<>
					<PageHead
						title={t("Kandidaten", "Candidates")}
						line={lineOf(visit, all)}
						action={
							all.length > 0 ? (
								<Actions>
									{handOver}
									{register}
								</Actions>
							) : undefined
						}
					/>
					{all.length > 0 ? (
						<Listed visit={visit} all={all} />
					) : (
						<EmptyState title={t("Er zijn nog geen kandidaten", "There are no candidates yet")} action={register}>
							{mayRegister
								? t(
										"Begin met inschrijven: wie is het, en voor welke opdracht?",
										"Begin by registering: who is it, and for which assignment?",
									)
								: t("Zodra iemand is ingeschreven, staat die hier.", "As soon as somebody is registered, they are here.")}
						</EmptyState>
					)}
					{may(visit.by.actor.roles, "glass.break").allowed ? (
						<p class="meta">
							{t("Moet in nood een dossier van een ander open?", "Must another's dossier be opened in an emergency?")}{" "}
							<a href="/noodtoegang">{t("Noodtoegang", "Emergency access")}</a>
						</p>
					) : null}
				</>
			),
		};
	},
};

function lineOf({ t }: Visit, all: readonly CaseloadRow[]): string {
	const people = new Set(all.map((row) => row.id)).size;
	const running = all.filter((row) => row.state === "started").length;
	const nl = `${people} ${people === 1 ? "kandidaat" : "kandidaten"}, ${running} ${running === 1 ? "lopend traject" : "lopende trajecten"}`;
	const en = `${people} ${people === 1 ? "candidate" : "candidates"}, ${running} ${running === 1 ? "trajectory" : "trajectories"} under way`;
	return t(nl, en);
}

function Listed({ visit, all }: { visit: Visit; all: readonly CaseloadRow[] }) {
	const { t, lang } = visit;
	const url = visit.url.pathname + visit.url.search;
	const state = visit.url.searchParams.get("stand") ?? "";
	const rows = sorted(
		all.filter((row) => state === "" || row.state === state),
		url,
	);
	const page = Math.max(1, Number(visit.url.searchParams.get("page")) || 1);
	const tab = (id: string | undefined) => withQuery(url, { stand: id, page: undefined });
	return (
		<>
			<Tabs
				label={t("Stand van het traject", "State of the trajectory")}
				active={tab(state || undefined)}
				items={[
					{ href: tab(undefined), label: t("Alle", "All"), count: all.length },
					...trajectoryStateIds.map((id) => ({
						href: tab(id),
						label: trajectoryStates[id][lang],
						count: all.filter((row) => row.state === id).length,
					})),
				]}
			/>
			<Table
				caption={t("Trajecten", "Trajectories")}
				captionHidden
				url={url}
				columns={[
					{ key: "naam", label: t("Kandidaat", "Candidate"), sort: true },
					{ key: "soort", label: t("Traject", "Trajectory"), sort: true },
					{ key: "opdrachtgever", label: t("Opdrachtgever", "Commissioner"), sort: true },
					{ key: "stand", label: t("Stand", "State"), sort: true },
					{ key: "begeleider", label: t("Begeleider", "Coach"), sort: true },
					{ key: "sinds", label: t("Ingeschreven", "Registered"), align: "right", sort: true },
				]}
				rows={rows.slice((page - 1) * perPage, page * perPage).map((row) => tableRow(visit, row))}
				empty={<EmptyState title={t("Niets in deze stand", "Nothing in this state")} />}
			/>
			<Pages url={url} page={page} pages={Math.ceil(rows.length / perPage)} />
		</>
	);
}

function tableRow({ t, lang, by }: Visit, row: CaseloadRow) {
	const opens = may(by.actor.roles, "dossier.read").allowed && row.guides.some((guide) => guide.id === by.actor.id);
	return {
		key: row.trajectory,
		...(row.state === "closed" && { tone: "quiet" as const }),
		cells: {
			naam: (
				<a href={opens ? `/kandidaten/${row.id}?traject=${row.trajectory}` : `/kandidaten/${row.id}/gegevens`}>
					{fullName(row.name)}
				</a>
			),
			soort: assignmentTypes[row.type][lang],
			opdrachtgever: row.commissioner ?? t("Betaalt zelf", "Pays for themself"),
			stand: <Badge tone={stateTones[row.state]}>{trajectoryStates[row.state][lang]}</Badge>,
			begeleider:
				row.guides.length > 0
					? row.guides
							.map((guide) => fullName(guide.name) + (guide.capacity === "deputy" ? t(" (waarnemer)", " (deputy)") : ""))
							.join(", ")
					: t("Nog niemand", "Nobody yet"),
			sinds: formatShortDate(row.registered_at, lang),
		},
	};
}

const order = new Intl.Collator("nl", { sensitivity: "base" });

/** Sorted as the address says; by name when it says nothing. */
function sorted(rows: readonly CaseloadRow[], url: string): CaseloadRow[] {
	const { key, direction } = sortOf(url) ?? { key: "naam", direction: "ascending" as const };
	const values: Record<string, (row: CaseloadRow) => string> = {
		soort: (row) => assignmentTypes[row.type].nl,
		opdrachtgever: (row) => row.commissioner ?? "",
		stand: (row) => String(trajectoryStateIds.indexOf(row.state)),
		begeleider: (row) => (row.guides[0] ? sortingName(row.guides[0].name) : ""),
		sinds: (row) => row.registered_at.toISOString(),
	};
	const value = values[key];
	const turn = direction === "ascending" ? 1 : -1;
	return rows
		.map((row) => {
			const name = sortingName(row.name);
			return { row, name, value: value?.(row) ?? name };
		})
		.sort((a, b) => turn * order.compare(a.value, b.value) || order.compare(a.name, b.name))
		.map(({ row }) => row);
}
