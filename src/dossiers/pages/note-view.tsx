import { may } from "../../law/roles.ts";
import type { Problem, View, Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, More } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import type { OpenedNote } from "../queries.server.ts";
import { longParts, noteKinds, noteLength, noteSources } from "../rules.ts";
import { NoteSheet } from "./note-sheet.tsx";
import { NoteWords } from "./note-words.tsx";

type Version = OpenedNote["versions"][number];
type Draft = NonNullable<OpenedNote["draft"]>;

/** A note on its page: the sheet within an editing session, else the words as they stand, with every version under them. */
export function noteView(visit: Visit, opened: OpenedNote, base: string, session: string | undefined, problem?: Problem): View {
	const { t } = visit;
	const { draft, versions, note } = opened;
	const finished = versions.filter((version) => version.how === "finished");
	const [last] = finished;
	const dossier = `/kandidaten/${note.subject_id}`;
	const writing = draft && session && may(visit.by.actor.roles, "dossier.write").allowed;
	const title = writing
		? last
			? t("Notitie corrigeren", "Correct a note")
			: t("Notitie schrijven", "Write a note")
		: t("Notitie", "Note");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `${dossier}?traject=${note.trajectory_id}`, label: opened.candidate },
						{ label: t("Notitie", "Note") },
					]}
				/>
				<PageHead
					title={title}
					line={writing ? "" : lineOf(visit, opened, last ?? draft)}
					action={writing ? undefined : <Open visit={visit} opened={opened} base={base} />}
				/>
				{writing ? (
					<NoteSheet visit={visit} opened={opened} draft={draft} base={base} session={session} problem={problem} />
				) : (
					<>
						<Trouble problem={problem} />
						<Reading visit={visit} opened={opened} last={last} />
					</>
				)}
				<Versions visit={visit} opened={opened} versions={versions.filter((version) => version.id !== last?.id || writing)} />
			</>
		),
	};
}

function lineOf({ t, lang }: Visit, { names }: OpenedNote, shown: Version | Draft | undefined): string {
	if (!shown) return t("Deze notitie is nooit afgemaakt.", "This note was never finished.");
	const author = "written_by" in shown ? shown.written_by : shown.updated_by;
	return [
		shown.kind ? noteKinds[shown.kind][lang] : "",
		shown.on_day ? formatDate(shown.on_day, lang) : "",
		names[author] ?? "",
		shown.source ? `${t("bron", "source")}: ${noteSources[shown.source][lang].toLowerCase()}` : "",
	]
		.filter(Boolean)
		.join(" · ");
}

function Open({ visit, opened, base }: { visit: Visit; opened: OpenedNote; base: string }) {
	const { t } = visit;
	const finished = opened.versions.some((version) => version.how === "finished");
	if (!(opened.draft || finished) || !may(visit.by.actor.roles, "dossier.write").allowed) return null;
	return (
		<ActionForm action={`${base}/openen`}>
			<Button look={opened.draft ? "primary" : "quiet"}>
				{opened.draft ? t("Schrijf verder", "Continue writing") : t("Corrigeer", "Correct")}
			</Button>
		</ActionForm>
	);
}

function Reading({ visit, opened, last }: { visit: Visit; opened: OpenedNote; last: Version | undefined }) {
	const { t, lang } = visit;
	const { draft, names } = opened;
	const shown = last ?? draft;
	return (
		<>
			{draft ? (
				<Notice
					tone="info"
					title={
						last
							? t("Er wordt een correctie geschreven", "A correction is being written")
							: t("Dit is een concept", "This is a draft")
					}
				>
					<p>
						{t(
							`Laatst bewaard door ${names[draft.updated_by]} op ${formatMoment(draft.updated_at, lang)}.`,
							`Last saved by ${names[draft.updated_by]} on ${formatMoment(draft.updated_at, lang)}.`,
						)}
					</p>
				</Notice>
			) : null}
			{shown ? <NoteWords words={shown} t={t} /> : null}
			{shown && longParts(shown).length > 0 ? (
				<p class="meta">
					{t(
						`Een notitie is kort: meer dan ${noteLength.guide} tekens is lang.`,
						`A note is short: more than ${noteLength.guide} characters is long.`,
					)}
				</p>
			) : null}
		</>
	);
}

function Versions({ visit, opened, versions }: { visit: Visit; opened: OpenedNote; versions: readonly Version[] }) {
	const { t, lang } = visit;
	if (versions.length === 0) return null;
	return (
		<Section id="versies" title={t("Eerdere versies", "Earlier versions")}>
			{versions.map((version) => (
				<More
					summary={t(
						`Versie ${version.n}, ${formatMoment(version.written_at, lang)}, ${opened.names[version.written_by]}`,
						`Version ${version.n}, ${formatMoment(version.written_at, lang)}, ${opened.names[version.written_by]}`,
					)}
				>
					{version.how === "setAside" ? (
						<p>
							<Badge tone="neutral">{t("tussentijds bewaard", "kept in between")}</Badge>
						</p>
					) : (
						<p class="meta">{lineOf(visit, opened, version)}</p>
					)}
					<NoteWords words={version} t={t} />
				</More>
			))}
		</Section>
	);
}
