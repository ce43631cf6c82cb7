import { type CalendarDate, isCalendarDate, today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Stack, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { withQuery } from "../../ui/table.tsx";
import { formatDate, formatDay, formatTime } from "../../ui/text.ts";
import { Diary } from "../../ui/time.tsx";
import { type Collapsed, collapse } from "../collapse.ts";
import { daysBack, type MyLog, myLog } from "../mine.server.ts";
import { diarySentence, whySentence } from "../sentences.ts";
import { SpecialBadge } from "../special-badge.tsx";

const periods = { week: 6, maand: 30, alles: undefined } as const;
type Period = keyof typeof periods;

/** Who looked at my data, when and why: a diary of the log, day by day (R1.2). */
export const candidateLog: Page = {
	path: "/mijn/inzage",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => show(visit),
};

async function show(visit: Visit): Promise<View> {
	const { t, by, url } = visit;
	const asked = url.searchParams.get("periode") ?? "";
	const period: Period = Object.hasOwn(periods, asked) ? (asked as Period) : "maand";
	const whose = url.searchParams.get("wie") === "uzelf" ? "own" : "others";
	const until = url.searchParams.get("voor") ?? "";
	const back = periods[period];
	const log = await myLog(by, {
		whose,
		from: back === undefined ? undefined : daysBack(by, back),
		before: isCalendarDate(until) ? until : undefined,
	});
	const at = (changes: Record<string, string | undefined>) =>
		withQuery("/mijn/inzage", { periode: period, wie: whose === "own" ? "uzelf" : undefined, ...changes });
	const title = t("Wie keek naar uw gegevens?", "Who looked at your data?");
	return {
		title,
		active: "/mijn/inzage",
		body: (
			<>
				<PageHead title={title} />
				<Stack gap={8}>
					<Explained visit={visit} />
					<div>
						<Tabs
							label={t("Van wie?", "Whose?")}
							active={at({})}
							items={[
								{ href: at({ wie: undefined }), label: t("Anderen", "Others") },
								{ href: at({ wie: "uzelf" }), label: t("Uzelf", "Yourself") },
							]}
						/>
						<Tabs
							label={t("Welke tijd?", "Which period?")}
							active={at({})}
							items={[
								{ href: at({ periode: "week" }), label: t("Deze week", "This week") },
								{ href: at({ periode: "maand" }), label: t("Deze maand", "This month") },
								{ href: at({ periode: "alles" }), label: t("Alles", "Everything") },
							]}
						/>
						<Days visit={visit} log={log} />
						{log.more ? (
							<p>
								<LinkButton href={at({ voor: log.more })}>{t("Eerdere dagen", "Earlier days")}</LinkButton>
							</p>
						) : null}
					</div>
					<Wrong visit={visit} />
				</Stack>
			</>
		),
	};
}

function Explained({ visit: { t } }: { visit: Visit }) {
	return (
		<Prose>
			<p>
				{t(
					"Hier staat elke keer dat iemand uw gegevens in ons systeem opende of gebruikte, en waarom.",
					"This is every time somebody opened or used your data in our system, and why.",
				)}
			</p>
			<p>
				{t(
					"Hier staat niet wat een ontvanger later met een verslag doet, of wat mensen samen bespreken.",
					"It does not show what a recipient later does with a report, or what people say to each other.",
				)}{" "}
				<Clause id="R1.2" />
			</p>
		</Prose>
	);
}

function Days({ visit, log }: { visit: Visit; log: MyLog }) {
	const { t, lang, by } = visit;
	if (log.entries.length === 0) {
		return (
			<EmptyState title={t("In deze tijd keek er niemand.", "Nobody looked in this period.")}>
				<p>{t("Kies “Alles” om verder terug te kijken.", "Choose “Everything” to look further back.")}</p>
			</EmptyState>
		);
	}
	const names = new Map(log.people.map((one) => [one.id, fullName(one.name)]));
	const days = collapse(log.entries).map(({ day, lines }) => ({
		date: day,
		label: dayName(day, today(by), visit),
		lines: lines.map((one) => ({
			time: formatTime(one.line.at, lang),
			text: diarySentence(
				{
					kind: one.line.actorKind,
					roles: one.line.roles,
					name: names.get(one.line.actorId),
					self: one.line.actorId === by.actor.id,
				},
				one.line,
				lang,
			),
			detail: <Detail visit={visit} one={one} />,
		})),
	}));
	return <Diary days={days} />;
}

function Detail({ visit: { t, lang }, one }: { visit: Visit; one: Collapsed<MyLog["entries"][number]> }) {
	const { line, count, first } = one;
	return (
		<>
			<SpecialBadge objectType={line.objectType} lang={lang} />{" "}
			{line.outcome === "refused" ? <Badge tone="refused">{t("geweigerd", "refused")}</Badge> : null}{" "}
			{line.breakGlass ? <Badge tone="warn">{t("noodtoegang", "emergency access")}</Badge> : null}{" "}
			{count > 1
				? t(`${count} keer, sinds ${formatTime(first, lang)} uur.`, `${count} times, since ${formatTime(first, lang)}.`)
				: null}{" "}
			{line.breakGlass
				? t(
						"Deze persoon begeleidt u niet, en keek omdat het niet kon wachten. Een ander kijkt na of dat terecht was. ",
						"This person does not guide you, and looked because it could not wait. Somebody else reviews whether that was right. ",
					)
				: null}
			{whySentence(line.purpose, line.ground, lang)} {line.clause ? <Clause id={line.clause} /> : null}
		</>
	);
}

/** "vandaag", "maandag 23 november", and with the year once that is another one. */
function dayName(day: CalendarDate, now: CalendarDate, { t, lang }: Visit): string {
	if (day === now) return t("Vandaag", "Today");
	return day.slice(0, 4) === now.slice(0, 4) ? formatDay(day, lang) : formatDate(day, lang);
}

async function Wrong({ visit }: { visit: Visit }) {
	const { t, services } = visit;
	const agency = await services.agency();
	const mail = agency?.dpo_email ?? agency?.email;
	return (
		<Section id="vraag" title={t("Begrijpt u iets niet?", "Is anything unclear?")}>
			<Prose>
				<p>
					{t("Vraag het uw begeleider, of onze privacyfunctionaris.", "Ask your coach, or our privacy officer.")}{" "}
					{mail ? <a href={`mailto:${mail}`}>{mail}</a> : null}
				</p>
			</Prose>
		</Section>
	);
}
