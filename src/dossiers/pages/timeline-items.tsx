import { stateNames as deliveryNames } from "../../disclosures/rules.ts";
import { mailTones } from "../../disclosures/tones.ts";
import { type CategoryId, categories } from "../../law/categories.ts";
import type { Visit } from "../../platform/web/page.ts";
import { standing } from "../../reports/words.ts";
import { outcomes } from "../../trajectories/rules.ts";
import { Badge } from "../../ui/states.tsx";
import { Timeline, TimelineItem } from "../../ui/time.tsx";
import type { Dossier } from "../dossier.server.ts";
import { type NoteKind, noteKinds, noteSources } from "../rules.ts";
import type { Head } from "../timeline.ts";
import { NoteWords, partsUnder, titleOf } from "./note-words.tsx";

const abouts = {
	plan: { nl: "Trajectplan", en: "Plan" },
	progress: { nl: "Voortgang", en: "Progress" },
	final: { nl: "Eindverslag", en: "Final report" },
};

export type Items = Pick<Dossier, "candidate" | "trajectory" | "items" | "names" | "name">;
type Of = { visit: Visit; head: Head; dossier: Items };

/** One page of a dossier's timeline, newest first. */
export function DossierTimeline({ visit, dossier, heads }: { visit: Visit; dossier: Items; heads: readonly Head[] }) {
	return <Timeline label={visit.t("Tijdlijn", "Timeline")}>{heads.map((head) => one({ visit, head, dossier }))}</Timeline>;
}

function one(of: Of) {
	switch (of.head.kind) {
		case "note":
			return <Note {...of} />;
		case "report":
			return <Report {...of} />;
		case "disclosure":
			return <Disclosed {...of} />;
		case "trajectory":
		case "membership":
			return <Registered {...of} />;
		default:
			return <Agreed {...of} />;
	}
}

/** A staff member's name; who is not staff is the candidate, or the system itself. */
export function byWhom({ names, name, candidate }: Items, id: string | null, { t }: Visit): string {
	if (id === null) return "";
	return names[id] ?? (id === candidate ? name : t("het systeem", "the system"));
}

function Note({ visit, head, dossier }: Of) {
	const { t, lang } = visit;
	const note = dossier.items.notes.find(({ id }) => id === head.id);
	if (!note) return null;
	const { shown } = note;
	const source = shown?.source ? `${t("bron", "source")}: ${noteSources[shown.source][lang].toLowerCase()}` : "";
	return (
		<TimelineItem
			kind={shown?.kind ? noteKinds[shown.kind as NoteKind][lang] : t("Notitie", "Note")}
			title={titleOf(shown?.words, t)}
			href={`/kandidaten/${dossier.candidate}/notities/${note.id}`}
			at={head.at}
			who={[byWhom(dossier, shown?.by ?? note.createdBy, visit), source].filter(Boolean).join(" · ")}
			state={
				note.draftBy ? (
					<Badge tone="neutral">{note.finished > 0 ? t("wordt gecorrigeerd", "being corrected") : t("concept", "draft")}</Badge>
				) : note.finished > 1 ? (
					<Badge tone="neutral">{t("gecorrigeerd", "corrected")}</Badge>
				) : null
			}
		>
			{shown ? <NoteWords words={shown.words} t={t} parts={partsUnder(shown.words)} /> : null}
		</TimelineItem>
	);
}

function Report({ visit, head, dossier }: Of) {
	const { t, lang } = visit;
	const report = dossier.items.reports.find(({ id }) => id === head.id);
	if (!report) return null;
	const { tone, words } = standing(report, report.delivery);
	const answered = report.answer && (report.answer === "approved" || report.answer === "approvedWithRemark");
	return (
		<TimelineItem
			kind={report.kind === "brief" ? t("Kort bericht", "Brief message") : t("Rapport", "Report")}
			title={(report.state === "draft" ? report.draft?.title : report.version?.title) ?? abouts[report.about][lang]}
			href={`/kandidaten/${dossier.candidate}/rapporten/${report.id}`}
			at={head.at}
			who={byWhom(dossier, report.submitted_by ?? report.state_by, visit)}
			state={<Badge tone={tone}>{words[lang]}</Badge>}
		>
			{report.state !== "draft" && answered ? (
				<p>
					{report.method === "paper"
						? t("Akkoord op papier.", "Approved on paper.")
						: t("Akkoord in het portaal.", "Approved in the portal.")}
				</p>
			) : null}
			{report.remark ? (
				<p>
					{t("Opmerking van de kandidaat:", "The candidate's remark:")} {report.remark.remark}
				</p>
			) : null}
		</TimelineItem>
	);
}

function Disclosed({ visit, head, dossier }: Of) {
	const { t, lang } = visit;
	const row = dossier.items.disclosures.find(({ id }) => id === head.id);
	if (!row) return null;
	const { name, commissionerName } = JSON.parse(row.recipient) as { name: string; commissionerName?: string };
	const to = commissionerName && commissionerName !== name ? `${name} (${commissionerName})` : name;
	const what = row.categories.map((id) => categories[id as CategoryId]?.[lang].toLowerCase() ?? id).join(", ");
	return (
		<TimelineItem
			kind={
				{
					oral: t("Mondelinge rapportage", "Oral report"),
					letter: t("Brief", "Letter"),
					written: t("Verstrekking", "Disclosure"),
				}[row.form]
			}
			title={t(`Aan ${to}`, `To ${to}`)}
			href={`/kandidaten/${dossier.candidate}/verstrekkingen`}
			at={head.at}
			who={byWhom(dossier, row.by_id, visit)}
			state={row.form !== "written" ? null : <Badge tone={mailTones[row.state]}>{deliveryNames[row.state][lang]}</Badge>}
		>
			<p>{t(`Over ${what}.`, `About ${what}.`)}</p>
			{row.summary ? <p class="as-typed">{row.summary}</p> : null}
		</TimelineItem>
	);
}

// Each follows the word for its kind, so "Geïnformeerd" and "Traject" are not said twice.
const told = {
	agreement: { nl: "Geïnformeerd over de afspraak", en: "Informed of the agreement" },
	report: { nl: "Over een kort bericht", en: "Of a brief message" },
	disclosure: { nl: "Over een verstrekking", en: "Of a disclosure" },
	oral: { nl: "Over een mondelinge rapportage", en: "Of an oral report" },
};
const ways = {
	portal: { nl: "in het portaal", en: "in the portal" },
	conversation: { nl: "in een gesprek", en: "in a conversation" },
	phone: { nl: "aan de telefoon", en: "by telephone" },
	letter: { nl: "per brief", en: "by letter" },
};

function Agreed({ visit, head, dossier }: Of) {
	const { t, lang } = visit;
	const { items, candidate, trajectory } = dossier;
	const href = `/kandidaten/${candidate}/afspraken?traject=${trajectory.id}`;
	const kind = t("Afspraak", "Agreement");
	const agreement = items.agreements.find(({ id }) => id === head.id);
	if (agreement) {
		const n = Number(agreement.lines ?? 0);
		const says =
			n === 0
				? t("niemand krijgt een rapportage", "nobody gets a report")
				: t(`${n} ${n === 1 ? "regel" : "regels"}`, `${n} ${n === 1 ? "line" : "lines"}`);
		return (
			<TimelineItem
				kind={kind}
				title={t(`Rapportageafspraak, versie ${agreement.version}`, `Reporting agreement, version ${agreement.version}`)}
				href={href}
				at={head.at}
				who={byWhom(dossier, agreement.made_by, visit)}
			>
				<p>{says}</p>
			</TimelineItem>
		);
	}
	const question = items.questions.find(({ id }) => id === head.id);
	if (question) {
		const state = question.settled_at ? (
			<Badge tone="done">{t("beantwoord", "answered")}</Badge>
		) : (
			<Badge tone="warn">{t("nog niet beantwoord", "not answered yet")}</Badge>
		);
		return (
			<TimelineItem
				kind={kind}
				title={t("Vraag van de kandidaat", "The candidate's question")}
				href={href}
				at={head.at}
				who={dossier.name}
				state={state}
			>
				<p class="as-typed">{question.question}</p>
			</TimelineItem>
		);
	}
	const event = items.informed.find(({ id }) => id === head.id);
	if (!event) return null;
	return (
		<TimelineItem
			kind={event.about === "agreement" ? kind : t("Geïnformeerd", "Informed")}
			title={`${told[event.about][lang]}, ${ways[event.how][lang]}`}
			at={head.at}
			who={byWhom(dossier, event.by_id, visit)}
		>
			{event.note ? <p class="as-typed">{event.note}</p> : null}
		</TimelineItem>
	);
}

const events = {
	registered: { nl: "Ingeschreven", en: "Registered" },
	started: { nl: "Gestart", en: "Started" },
	closed: { nl: "Afgesloten", en: "Closed" },
	reopened: { nl: "Heropend", en: "Reopened" },
};

function Registered({ visit, head, dossier }: Of) {
	const { t, lang } = visit;
	const kind = t("Traject", "Trajectory");
	const event = dossier.items.trajectory.find(({ id }) => id === head.id);
	if (event) {
		const outcome = event.outcome ? outcomes[event.outcome as keyof typeof outcomes]?.[lang] : undefined;
		return (
			<TimelineItem kind={kind} title={events[event.kind][lang]} at={head.at} who={byWhom(dossier, event.by_id, visit)}>
				{outcome || event.reason ? <p class="as-typed">{[outcome, event.reason].filter(Boolean).join(". ")}</p> : null}
			</TimelineItem>
		);
	}
	const membership = dossier.items.memberships.find(({ id }) => id === head.id);
	if (!membership) return null;
	const who = byWhom(dossier, membership.staff_id, visit);
	const title =
		membership.capacity === "deputy"
			? t(`${who} neemt waar`, `${who} deputises`)
			: t(`${who} begeleidt dit traject`, `${who} guides this trajectory`);
	return (
		<TimelineItem
			kind={kind}
			title={title}
			at={head.at}
			who={t(
				`toegewezen door ${byWhom(dossier, membership.assigned_by, visit)}`,
				`assigned by ${byWhom(dossier, membership.assigned_by, visit)}`,
			)}
		/>
	);
}
