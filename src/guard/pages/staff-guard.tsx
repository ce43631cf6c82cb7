import { privacyTabs } from "../../audit-log/tabs.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { InSentence } from "../findings.tsx";
import { judgeSetAsideForm } from "../form.ts";
import { lexiconWith } from "../lexicon/base.ts";
import { type ListedSetAside, openSetAside, setAsideList } from "../queries.server.ts";
import { markedIn } from "../read.ts";
import { findingClasses, isSetAside, maySetAside } from "../rules.ts";
import { confirmSetAside, refuseSetAside, reviewSetAside } from "../set-aside.server.ts";

const part = ({ by }: Visit) => (may(by.actor.roles, "log.read").allowed ? "/privacy" : "/");

/** What was called a false alarm of the guard: what waits for a second person, and what was decided (R8.1). */
export const guardPage: Page = {
	path: "/meelezer",
	portal: "staff",
	who: "setAside.confirm",
	get: async (visit) => {
		const { t, by } = visit;
		const all = await setAsideList(by);
		const waiting = all.filter((one) => !one.confirmedAt && !one.refusedAt);
		const decided = all.filter((one) => one.confirmedAt || one.refusedAt);
		const title = t("Loos alarm van de meelezer", "False alarms of the guard");
		return {
			title,
			active: part(visit),
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							"Wat gevonden is, mag pas weg als een tweede persoon zegt dat het loos alarm is.",
							"What was found may go only when a second person says that it is a false alarm.",
						)}
						action={
							may(by.actor.roles, "lexicon.confirm").allowed ? (
								<LinkButton href="/meelezer/woorden">{t("Eigen woorden", "Own words")}</LinkButton>
							) : undefined
						}
					/>
					<Tabs label={t("Privacy", "Privacy")} active="/meelezer" items={privacyTabs(visit)} />
					<List
						visit={visit}
						rows={waiting}
						caption={t("Wacht op een oordeel", "Waits for a judgement")}
						none={t("Er wacht niets op een oordeel.", "Nothing waits for a judgement.")}
					/>
					<List
						visit={visit}
						rows={decided}
						caption={t("Beslist", "Decided")}
						none={t("Er is nog niets beslist.", "Nothing was decided yet.")}
					/>
				</>
			),
		};
	},
};

function List({ visit, rows, caption, none }: { visit: Visit; rows: readonly ListedSetAside[]; caption: string; none: string }) {
	const { t, lang } = visit;
	return (
		<Table
			caption={caption}
			columns={[
				{ key: "who", label: t("Kandidaat", "Candidate") },
				{ key: "class", label: t("Gevonden als", "Found as") },
				{ key: "state", label: t("Stand", "State") },
				{ key: "on", label: t("Gevraagd op", "Asked on"), align: "right" },
			]}
			rows={rows.map((one) => ({
				key: one.id,
				cells: {
					who: <a href={`/meelezer/${one.candidate}/${one.id}`}>{fullName(one.name)}</a>,
					class: findingClasses[one.class][lang],
					state: <State visit={visit} one={one} />,
					on: formatDate(one.askedAt, lang),
				},
			}))}
			empty={<EmptyState title={none} />}
		/>
	);
}

type States = { confirmedAt: Date | null; refusedAt: Date | null; reviewedAt: Date | null };
function State({ visit: { t }, one }: { visit: Visit; one: States }) {
	if (one.confirmedAt)
		return (
			<>
				<Badge tone="done">{t("loos alarm", "false alarm")}</Badge>{" "}
				{one.reviewedAt ? <Badge tone="neutral">{t("nagekeken", "reviewed")}</Badge> : null}
			</>
		);
	if (one.refusedAt) return <Badge tone="refused">{t("moet eruit", "must go")}</Badge>;
	return <Badge tone="waiting">{t("wacht", "waits")}</Badge>;
}

/** One of them, judged by somebody else than who asked. */
export const setAsidePage: Page = {
	path: "/meelezer/:candidate/:setAside",
	portal: "staff",
	who: "setAside.confirm",
	get: (visit) => screen(visit),
	post: (visit) => {
		const { candidate = "", setAside = "" } = visit.params;
		return submit(visit, {
			form: judgeSetAsideForm,
			act: async (input) => {
				const judged = { candidate, setAside, rowVersion: input.row_version };
				if (input.do === "confirm") await confirmSetAside(visit.by, judged);
				else if (input.do === "refuse") await refuseSetAside(visit.by, judged);
				else await reviewSetAside(visit.by, judged);
				return done("/meelezer", visit.t("Vastgelegd.", "Recorded."));
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const opened = await openSetAside(visit.by, visit.params.candidate ?? "", visit.params.setAside ?? "");
	const title = t("Is dit loos alarm?", "Is this a false alarm?");
	return {
		title,
		active: part(visit),
		body: (
			<>
				<Breadcrumb items={[{ href: "/meelezer", label: t("Loos alarm", "False alarms") }, { label: fullName(opened.name) }]} />
				<PageHead title={title} above={fullName(opened.name)} />
				<Trouble problem={problem} />
				<Facts
					facts={[
						{
							label: t("De zin", "The sentence"),
							value: (
								<q class="guard-sentence">
									{opened.span ? <InSentence sentence={opened.sentence} span={opened.span} /> : opened.sentence}
								</q>
							),
						},
						{
							label: t("Gevonden als", "Found as"),
							value: `${findingClasses[opened.class][lang]}. ${whyFound(opened)?.[lang] ?? ""}`,
						},
						{
							label: t("Gaat naar", "Goes to"),
							value: [opened.recipient && fullName(opened.recipient.name), opened.organisation].filter(Boolean).join(", "),
						},
						{ label: t("Waarom loos alarm", "Why a false alarm"), value: opened.reason },
						{
							label: t("Gevraagd", "Asked"),
							value: `${opened.asker ? fullName(opened.asker.name) : ""}, ${formatMoment(opened.askedAt, lang)}`,
						},
						{ label: t("Stand", "State"), value: <State visit={visit} one={opened} /> },
					]}
				/>
				<Judge visit={visit} opened={opened} />
			</>
		),
	};
}

/** Why the guard marked it: the same word in the same sentence is found for the same reason. */
function whyFound({ span, ...rest }: Awaited<ReturnType<typeof openSetAside>>) {
	if (!span) return undefined;
	const asked = { ...rest, span };
	return markedIn(rest.sentence, lexiconWith()).find((one) => isSetAside(one, [asked]))?.reason;
}

function Judge({ visit, opened }: { visit: Visit; opened: Awaited<ReturnType<typeof openSetAside>> }) {
	const { t, lang, by } = visit;
	const decided = opened.confirmedAt !== null || opened.refusedAt !== null;
	const judged = { roles: by.actor.roles, own: opened.askedBy === by.actor.id, decided };
	const decision = maySetAside({ ...judged, placed: opened.span !== null });
	const refusal = maySetAside({ ...judged, placed: true });
	const reviews = decided && !opened.reviewedAt && may(by.actor.roles, "lexicon.write").allowed;
	return (
		<Section title={t("Jouw oordeel", "Your judgement")}>
			<p>
				{t(
					"Zeg je dat het loos alarm is, dan mag het gemarkeerde woord in deze zin van dit rapport naar deze ontvanger. Voor de rest van de zin geldt dat niet. Eén ander woord erin, en hij wordt opnieuw gelezen.",
					"If you say that it is a false alarm, the marked word may go to this recipient in this sentence of this report. That does not hold for the rest of the sentence. One other word in it, and it is read again.",
				)}{" "}
				<Clause id="R8.1" />
			</p>
			<Form action={`/meelezer/${opened.candidate}/${opened.id}`} rowVersion={opened.rowVersion}>
				<Actions equal>
					{decision.allowed ? (
						<Button name="do" value="confirm">
							{t("Het is loos alarm", "It is a false alarm")}
						</Button>
					) : (
						<RefusedButton why={decision.why[lang]} clause={decision.because}>
							{t("Het is loos alarm", "It is a false alarm")}
						</RefusedButton>
					)}
					{refusal.allowed ? (
						<Button name="do" value="refuse" look="quiet">
							{t("Het moet eruit", "It must go")}
						</Button>
					) : null}
					{reviews ? (
						<Button name="do" value="review" look="quiet">
							{t("Nagekeken", "Reviewed")}
						</Button>
					) : null}
				</Actions>
			</Form>
		</Section>
	);
}
