import { assignmentTypes } from "../../law/assignment-types.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, Problem, View, Visit } from "../../platform/web/page.ts";
import { PdfView } from "../../ui/content.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Beside, Breadcrumb } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { latenessOf } from "../queries.server.ts";
import { type OpenedReport, openReport } from "../report-view.server.ts";
import { reportNames, standing } from "../words.ts";
import { Editor } from "./editor.tsx";
import { EarlierVersions, FrozenRecipients } from "./frozen.tsx";
import { Next } from "./next.tsx";
import { AnswerNotice, WhatChanged } from "./parts.tsx";
import { doDeed } from "./report-actions.ts";
import { Way } from "./way.tsx";

/** One report: written here while it is a draft, followed here on its way to the reader. */
export const reportPage: Page = {
	path: "/kandidaten/:candidate/rapporten/:report",
	portal: "staff",
	who: "report.write",
	get: (visit) => screen(visit),
	post: (visit) => doDeed(visit, visit.url.pathname, (problem) => screen(visit, problem)),
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const { candidate, report: id } = visit.params as { candidate: string; report: string };
	const opened = await openReport(visit.by, candidate, id);
	const { report } = opened;
	const name = reportNames[report.kind][report.about][lang];
	const base = `/kandidaten/${candidate}/rapporten/${id}`;
	const agency = await visit.services.agency();
	return {
		title: name,
		active: "/rapportages",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}?traject=${report.trajectory_id}`, label: fullName(opened.candidate.name) },
						{ label: name },
					]}
				/>
				<PageHead
					title={name}
					above={`${fullName(opened.candidate.name)} · ${assignmentTypes[opened.assignment.type][lang]}`}
					line={<Line visit={visit} opened={opened} />}
				/>
				<Way visit={visit} opened={opened} />
				{report.state === "draft" ? (
					<Editor visit={visit} opened={opened} base={base} agency={agency?.name ?? ""} problem={problem} />
				) : (
					<Followed visit={visit} opened={opened} base={base} problem={problem} />
				)}
			</>
		),
	};
}

function Line({ visit, opened }: { visit: Visit; opened: OpenedReport }) {
	const { t, lang } = visit;
	const { report } = opened;
	const late = latenessOf(visit.by, report);
	const { tone, words } = standing(report, opened.disclosures[0]?.state);
	return (
		<>
			<Badge tone={tone}>{words[lang]}</Badge>
			{report.due_on ? ` · ${t("af te ronden op", "due on")} ${formatDate(report.due_on, lang)} ` : " "}
			{late ? <Badge tone="warn">{t("te laat", "late")}</Badge> : null}
		</>
	);
}

function Followed({
	visit,
	opened,
	base,
	problem,
}: {
	visit: Visit;
	opened: OpenedReport;
	base: string;
	problem?: Problem | undefined;
}) {
	const { t } = visit;
	const [newest, before] = opened.versions;
	if (!newest) return <Trouble problem={problem} />;
	return (
		<Beside
			sideLabel={t("Ontvanger en versies", "Recipient and versions")}
			main={
				<>
					<Trouble problem={problem} />
					<AnswerNotice visit={visit} opened={opened} version={newest} />
					<Next visit={visit} opened={opened} base={base} problem={problem} />
					{newest.words && before?.words ? (
						<WhatChanged visit={visit} before={before.words} after={newest.words} from={before.n} to={newest.n} />
					) : null}
					<Section title={t("Het document", "The document")} id="document">
						<PdfView
							href={`${base}/versies/${newest.id}.pdf`}
							title={t(`versie ${newest.n}, ${newest.documentNumber}`, `version ${newest.n}, ${newest.documentNumber}`)}
						/>
					</Section>
				</>
			}
			side={
				<>
					<FrozenRecipients visit={visit} version={newest} opened={opened} />
					<EarlierVersions visit={visit} opened={opened} base={base} />
				</>
			}
		/>
	);
}
