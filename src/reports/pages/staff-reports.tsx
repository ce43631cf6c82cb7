import { stateNames as mailNames } from "../../disclosures/rules.ts";
import { mailTones } from "../../disclosures/tones.ts";
import { daysBetween, today } from "../../law/deadlines.ts";
import { may } from "../../law/roles.ts";
import { fullName, sortingName } from "../../platform/name.ts";
import type { Page, Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Pages, sortOf, Table, withQuery } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { latenessOf, type ReportHeader, type ReportsOverview, reportsOverview } from "../queries.server.ts";
import { type ReportState, reportStates, stateNames } from "../rules.ts";
import { reportNames, stateTones, stateWord } from "../words.ts";

const perPage = 50;

/** All reports one may know of, and where each stands. */
export const reportsPage: Page = {
	path: "/rapportages",
	portal: "staff",
	who: "report.write",
	get: async (visit) => {
		const { t } = visit;
		const overview = await reportsOverview(visit.by, may(visit.by.actor.roles, "deadlines.all").allowed);
		const all = overview.reports;
		const late = all.filter((row) => latenessOf(visit.by, row)).length;
		const waiting = all.filter((row) => row.state === "submitted" && row.kind === "extensive").length;
		const line = t(
			`${all.length} rapporten, ${waiting} wachten op de kandidaat, ${late} te laat`,
			`${all.length} reports, ${waiting} waiting for the candidate, ${late} late`,
		);
		const papers = <LinkButton href="/rapportages/papier">{t("Antwoorden op papier", "Answers on paper")}</LinkButton>;
		return {
			title: t("Rapportages", "Reports"),
			active: "/rapportages",
			body: (
				<>
					<PageHead title={t("Rapportages", "Reports")} {...(all.length > 0 && { line })} action={papers} />
					{all.length > 0 ? (
						<Listed visit={visit} overview={overview} />
					) : (
						<EmptyState
							title={t("Er zijn nog geen rapporten", "There are no reports yet")}
							action={<LinkButton href="/kandidaten">{t("Naar de kandidaten", "To the candidates")}</LinkButton>}
						>
							{t(
								"Open een kandidaat en begin een rapport op wat daar is afgesproken.",
								"Open a candidate and begin a report on what was agreed there.",
							)}
						</EmptyState>
					)}
				</>
			),
		};
	},
};

function Listed({ visit, overview }: { visit: Visit; overview: ReportsOverview }) {
	const { t, lang } = visit;
	const all = overview.reports;
	const coachOf = ({ coach }: ReportHeader) => {
		const person = overview.staff.find((one) => one.id === coach);
		return person ? fullName(person.name) : "";
	};
	const withCoach = overview.staff.length > 0;
	const url = visit.url.pathname + visit.url.search;
	const asked = visit.url.searchParams.get("stand") as ReportState | null;
	const rows = sorted(
		all.filter((row) => !asked || row.state === asked),
		url,
		coachOf,
	);
	const page = Math.max(1, Number(visit.url.searchParams.get("page")) || 1);
	const tab = (id: string | undefined) => withQuery(url, { stand: id, page: undefined });
	const used = reportStates.filter((state) => all.some((row) => row.state === state) || state === asked);
	return (
		<>
			<Tabs
				label={t("Stand", "State")}
				active={tab(asked ?? undefined)}
				items={[
					{ href: tab(undefined), label: t("Alle", "All"), count: all.length },
					...used.map((id) => ({
						href: tab(id),
						label: capital(stateNames[id][lang]),
						count: all.filter((row) => row.state === id).length,
					})),
				]}
			/>
			<Table
				caption={t("Rapporten", "Reports")}
				captionHidden
				url={url}
				columns={[
					{ key: "kandidaat", label: t("Kandidaat", "Candidate"), sort: true },
					{ key: "rapport", label: t("Rapport", "Report"), sort: true },
					{ key: "voor", label: t("Voor", "For"), sort: true },
					...(withCoach ? [{ key: "begeleider", label: t("Begeleider", "Coach"), sort: true }] : []),
					{ key: "stand", label: t("Stand", "State"), sort: true },
					{ key: "af", label: t("Af te ronden", "Due"), align: "right", sort: true },
				]}
				rows={rows.slice((page - 1) * perPage, page * perPage).map((row) => tableRow(visit, row, coachOf(row)))}
				empty={<EmptyState title={t("Niets in deze stand", "Nothing in this state")} />}
			/>
			<Pages url={url} page={page} pages={Math.ceil(rows.length / perPage)} />
		</>
	);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function tableRow({ t, lang, by }: Visit, row: ReportHeader, coach: string) {
	const late = latenessOf(by, row);
	const days = late ? daysBetween(late, today(by)) : 0;
	const name = fullName(row.name);
	const what = reportNames[row.kind][row.about][lang];
	return {
		key: row.id,
		...(late ? { tone: "late" as const } : row.state === "sent" || row.state === "withdrawn" ? { tone: "quiet" as const } : {}),
		cells: {
			kandidaat: name,
			rapport: row.mine ? <a href={`/kandidaten/${row.subject_id}/rapporten/${row.id}`}>{what}</a> : what,
			voor: row.organisation ?? t("De kandidaat zelf", "The candidate"),
			begeleider: coach,
			stand: (
				<span>
					<Badge tone={stateTones[row.state]}>{stateWord(row.state, row.kind)[lang]}</Badge>
					<br />
					<span class="meta">
						{t("sinds", "since")} {formatShortDate(row.state_at, lang)}
					</span>
					{row.mail && !(row.state === "sent" && row.mail === "accepted") ? (
						<>
							<br />
							<span class="meta">{t("Mail:", "Mail:")}</span>{" "}
							<Badge tone={mailTones[row.mail]}>{mailNames[row.mail][lang]}</Badge>
						</>
					) : null}
				</span>
			),
			af: row.due_on ? (
				<span>
					{formatShortDate(row.due_on, lang)}
					{late ? (
						<>
							<br />
							<Badge tone="warn">
								{days === 1 ? t("1 dag te laat", "1 day late") : t(`${days} dagen te laat`, `${days} days late`)}
							</Badge>
						</>
					) : null}
				</span>
			) : (
				""
			),
		},
	};
}

/** Sorted as the address says; what is most late comes first when it says nothing. */
function sorted(rows: readonly ReportHeader[], url: string, coachOf: (row: ReportHeader) => string): ReportHeader[] {
	const { key, direction } = sortOf(url) ?? { key: "", direction: "ascending" as const };
	const open = (row: ReportHeader) => (row.state === "sent" || row.state === "withdrawn" ? "1" : "0");
	const value = (row: ReportHeader): string =>
		({
			kandidaat: sortingName(row.name),
			rapport: reportNames[row.kind][row.about].nl,
			voor: row.organisation ?? "",
			begeleider: coachOf(row),
			stand: String(reportStates.indexOf(row.state)),
			sinds: row.state_at.toISOString(),
			af: row.due_on ?? "9999",
		})[key] ?? `${open(row)} ${row.due_on ?? "9999"}`;
	const order = new Intl.Collator("nl", { sensitivity: "base" });
	const turn = direction === "ascending" ? 1 : -1;
	return [...rows].sort((a, b) => turn * order.compare(value(a), value(b)) || b.state_at.getTime() - a.state_at.getTime());
}
