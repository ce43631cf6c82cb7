import { type PurposeId, purposes } from "../../law/purposes.ts";
import { type Role, roles } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { Clause } from "../../ui/clause.tsx";
import { Spark } from "../../ui/figures.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table, withQuery } from "../../ui/table.tsx";
import { formatShortDate, formatTime } from "../../ui/text.ts";
import type { LogPage } from "../log.server.ts";
import { deedOf, isObjectType, objectNames } from "../words.ts";

export const kindNames: Record<string, { nl: string; en: string }> = {
	candidate: { nl: "Kandidaat", en: "Candidate" },
	recipient: { nl: "Contactpersoon of bezoeker", en: "Contact person or visitor" },
	worker: { nl: "Spoor: verzenden", en: "Spoor: sending" },
	system: { nl: "Spoor: beheer", en: "Spoor: maintenance" },
};

/** The first part of a random id: enough to tell people apart, and it names nobody. */
export const shortId = (id: string): string => id.slice(0, 8);

type Row = LogPage["rows"][number];

/** Entries of the log, newest first: pseudonymous, but for staff. */
export function LogTable({ visit, log, here }: { visit: Visit; log: LogPage; here: string }) {
	const { t, lang } = visit;
	const names = new Map(log.staff.map((one) => [one.id, fullName(one.name)]));
	return (
		<Table
			caption={t(`${log.count} regels`, `${log.count} entries`)}
			columns={[
				{ key: "when", label: t("Wanneer", "When") },
				{ key: "who", label: t("Wie", "Who") },
				{ key: "what", label: t("Wat", "What") },
				{ key: "whom", label: t("Over wie", "About whom") },
				{ key: "why", label: t("Waarom", "Why") },
				{ key: "outcome", label: t("Uitkomst", "Outcome") },
			]}
			empty={
				<EmptyState title={t("Geen regels gevonden", "No entries found")}>
					<p>{t("Maak de keuze hierboven ruimer.", "Widen the choice above.")}</p>
				</EmptyState>
			}
			rows={log.rows.map((row) => ({
				key: `e-${row.id}`,
				cells: {
					when: (
						<time datetime={row.at.toISOString()}>
							{formatShortDate(row.at, lang)} {formatTime(row.at, lang)}
						</time>
					),
					who: actorText(visit, row, names.get(row.actor_id)),
					what: `${deedOf(row.action).name[lang]}${isObjectType(row.object_type) ? `: ${objectNames[row.object_type][lang]}` : ""}`,
					whom: <Subjects visit={visit} row={row} names={names} here={here} />,
					why: (
						<>
							{purposes[row.purpose as PurposeId]?.[lang] ?? row.purpose} {row.clause ? <Clause id={row.clause} /> : null}
						</>
					),
					outcome: <Outcome visit={visit} row={row} />,
				},
			}))}
		/>
	);
}

function actorText({ lang }: Visit, row: Row, name: string | undefined): string {
	const held = row.roles.map((role) => roles[role as Role]?.[lang] ?? role).join(", ");
	if (name) return held ? `${name} (${held})` : name;
	const kind = row.actor_kind === "staff" ? held : (kindNames[row.actor_kind]?.[lang] ?? row.actor_kind);
	return row.actor_kind === "candidate" ? `${kind} ${shortId(row.actor_id)}` : kind;
}

function Subjects({ visit, row, names, here }: { visit: Visit; row: Row; names: Map<string, string>; here: string }) {
	const { t } = visit;
	const [only] = row.subjects;
	if (only === undefined) {
		// Somebody asked for what is another's, or nobody's: which of the two shows when the name is opened.
		const missed = row.outcome === "refused" && row.object_type === "candidate" ? row.object_id : null;
		if (!missed) return <>–</>;
		return (
			<a href={withQuery(here, { kandidaat: missed, page: undefined })}>
				{t(`vroeg naar ${shortId(missed)}`, `asked for ${shortId(missed)}`)}
			</a>
		);
	}
	if (row.subjects.length > 1) return <>{t(`${row.subjects.length} personen`, `${row.subjects.length} people`)}</>;
	return <a href={withQuery(here, { kandidaat: only, page: undefined })}>{names.get(only) ?? shortId(only)}</a>;
}

function Outcome({ visit: { t }, row }: { visit: Visit; row: Row }) {
	const words = {
		allowed: <span class="meta">{t("toegestaan", "allowed")}</span>,
		refused: <Badge tone="refused">{t("geweigerd", "refused")}</Badge>,
		failed: <Badge tone="warn">{t("mislukt", "failed")}</Badge>,
	};
	return (
		<>
			{words[row.outcome as keyof typeof words] ?? row.outcome}{" "}
			{row.break_glass ? <Badge tone="warn">{t("noodtoegang", "emergency access")}</Badge> : null}
		</>
	);
}

/** How much is looked, day by day, over the last thirty days; the numbers stand behind the drawing. */
export function PerDay({ visit, days, refusedHref }: { visit: Visit; days: LogPage["perDay"]; refusedHref: string }) {
	const { t, lang } = visit;
	const total = days.reduce((sum, day) => sum + day.n, 0);
	const refused = days.reduce((sum, day) => sum + day.refused, 0);
	const said = t(`${total} regels in dertig dagen`, `${total} entries in thirty days`);
	return (
		<Section id="per-dag" title={t("Per dag", "Per day")}>
			<p>
				{said} {days.length > 1 ? <Spark points={days.map((day) => day.n)} text={said} /> : null}{" "}
				{refused > 0 ? <a href={refusedHref}>{t(`waarvan ${refused} geweigerd`, `of which ${refused} refused`)}</a> : null}
			</p>
			<More summary={t("Dezelfde cijfers als tabel", "The same numbers as a table")}>
				<Table
					caption={t("Regels per dag", "Entries per day")}
					captionHidden
					columns={[
						{ key: "day", label: t("Dag", "Day") },
						{ key: "n", label: t("Regels", "Entries"), align: "right" },
						{ key: "refused", label: t("Geweigerd", "Refused"), align: "right" },
					]}
					rows={days.toReversed().map((day) => ({
						cells: { day: formatShortDate(day.day, lang), n: String(day.n), refused: String(day.refused) },
					}))}
				/>
			</More>
		</Section>
	);
}
