import { daysBetween } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { LoadBar } from "../../ui/figures.tsx";
import { Section } from "../../ui/headings.tsx";
import { Badge } from "../../ui/states.tsx";
import { type Row, Table } from "../../ui/table.tsx";
import { formatShortDate, useLang, useT } from "../../ui/text.ts";
import type { Work } from "../due.server.ts";
import { type Task, type Urgency, urgencies } from "../tasks.ts";
import { daysLong, doingOf, urgencyNames } from "../words.ts";

type People = Work["candidates"];

/** Where a lateness bar is full: four weeks. */
const fullBar = 28;

/** What waits, in groups by urgency, each row with the way to its action. */
export function Tasks({ tasks, candidates, today }: { tasks: readonly Task[]; candidates: People; today: string }) {
	const lang = useLang();
	return (
		<>
			{urgencies.map((urgency) => {
				const group = tasks.filter((task) => task.urgency === urgency);
				if (group.length === 0) return null;
				return (
					<Section id={urgency} title={`${urgencyNames[urgency][lang]} (${group.length})`}>
						<TaskTable
							caption={urgencyNames[urgency][lang]}
							tasks={group}
							urgency={urgency}
							candidates={candidates}
							today={today}
						/>
					</Section>
				);
			})}
		</>
	);
}

interface TaskTableProps {
	caption: string;
	tasks: readonly Task[];
	urgency: Urgency;
	candidates: People;
	today: string;
	coaches?: Work["coaches"];
	/** Where a row leads when its own action is another's to do. */
	href?: (task: Task) => string;
}

/** Tasks of one urgency; with `coaches` it says whose they are. */
export function TaskTable({ caption, tasks, urgency, candidates, today, coaches, href }: TaskTableProps) {
	const t = useT();
	const lang = useLang();
	const nameIn = (people: readonly { id: string; name: string }[], id: string | null) => {
		const person = people.find((one) => one.id === id);
		return person ? fullName(person.name) : "";
	};
	const when = { late: t("Te laat", "Late"), now: t("Sinds", "Since"), soon: t("Over", "In"), waiting: t("Wacht", "Waits") }[
		urgency
	];
	const columns = [
		{ key: "what", label: t("Wat", "What") },
		{ key: "who", label: t("Kandidaat", "Candidate") },
		coaches ? { key: "coach", label: t("Begeleider", "Coach") } : { key: "whom", label: t("Opdrachtgever", "Commissioner") },
		{ key: "day", label: t("Datum", "Date"), align: "right" as const },
		{ key: "days", label: when, align: "right" as const },
	];
	const rows = tasks.map((task): Row => {
		const day = task.urgency === "waiting" ? task.since : (task.due ?? task.since);
		return {
			...(task.urgency === "late" && { tone: "late" as const }),
			cells: {
				what: <a href={href?.(task) ?? task.href}>{doingOf(task)[lang]}</a>,
				who: nameIn(candidates, task.subject),
				coach: coaches ? nameIn(coaches, task.coach) || t("nog niemand", "nobody yet") : "",
				whom: task.organisation ?? t("Kandidaat betaalt zelf", "Self-paying"),
				day: day ? formatShortDate(day, lang) : "",
				days: <Lateness task={task} today={today} />,
			},
		};
	});
	return <Table caption={caption} captionHidden steady columns={columns} rows={rows} />;
}

function Lateness({ task, today }: { task: Task; today: string }) {
	const lang = useLang();
	const t = useT();
	if (task.urgency === "late")
		return <LoadBar value={Math.min(task.late, fullBar)} max={fullBar} text={daysLong(task.late)[lang]} />;
	if (task.urgency === "soon" && task.due) return <>{daysLong(daysBetween(today, task.due))[lang]}</>;
	if (task.due === today) return <Badge tone="active">{t("vandaag", "today")}</Badge>;
	const n = task.since ? Math.max(0, daysBetween(task.since, today)) : 0;
	if (task.urgency === "waiting") return <LoadBar value={Math.min(n, fullBar)} max={fullBar} text={daysLong(n)[lang]} />;
	return <>{daysLong(n)[lang]}</>;
}

/** How much each coach carries and how far behind it runs, drawn beside the numbers. */
export function CoachLoads({ coaches }: { coaches: Work["coaches"] }) {
	const t = useT();
	const lang = useLang();
	const most = Math.max(1, ...coaches.map((coach) => coach.open));
	const mostLate = Math.max(1, ...coaches.map((coach) => coach.late));
	const rows = [...coaches]
		.sort((one, other) => other.late - one.late || other.open - one.open)
		.map((coach) => ({
			cells: {
				name: fullName(coach.name),
				open: <LoadBar value={coach.open} max={most} text={String(coach.open)} />,
				late:
					coach.late === 0 ? (
						<Badge tone="done">{t("niets te laat", "nothing late")}</Badge>
					) : (
						<LoadBar value={coach.late} max={mostLate} text={String(coach.late)} />
					),
				longest: coach.longest === 0 ? "" : daysLong(coach.longest)[lang],
			},
		}));
	return (
		<Table
			caption={t("Werklast per begeleider", "Load per coach")}
			captionHidden
			columns={[
				{ key: "name", label: t("Begeleider", "Coach") },
				{ key: "open", label: t("Lopende trajecten", "Open trajectories") },
				{ key: "late", label: t("Rapportages te laat", "Reports late") },
				{ key: "longest", label: t("Langst", "Longest"), align: "right" },
			]}
			rows={rows}
		/>
	);
}
