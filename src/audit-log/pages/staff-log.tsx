import { z } from "zod";
import { search } from "../../candidates/search.server.ts";
import { roleIds, roles } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Filters, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { More, Stack, Tabs } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/states.tsx";
import { Pages, withQuery } from "../../ui/table.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { type Filter, type LogPage, openName, readLog } from "../log.server.ts";
import { daysBack } from "../mine.server.ts";
import { openReasonIds, openReasons } from "../sentences.ts";
import { privacyTabs } from "../tabs.ts";
import { actionIds, deedOf } from "../words.ts";
import { kindNames, LogTable, PerDay, shortId } from "./log-table.tsx";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const periods = { dag: 0, week: 6, maand: 30 } as const;
const outcomes = {
	allowed: ["Toegestaan", "Allowed"],
	refused: ["Geweigerd", "Refused"],
	failed: ["Mislukt", "Failed"],
} as const;

/** What is asked of the log, from the address; anything that is not known asks nothing. */
function filterOf({ url, by }: Visit): Filter {
	const asked = (name: string, known: readonly string[]) => {
		const value = url.searchParams.get(name) ?? "";
		return known.includes(value) ? value : undefined;
	};
	const period = asked("periode", Object.keys(periods)) as keyof typeof periods | undefined;
	const subject = url.searchParams.get("kandidaat") ?? "";
	return {
		actor: asked("wie", [...roleIds, ...Object.keys(kindNames)]),
		action: asked("handeling", actionIds),
		outcome: asked("uitkomst", Object.keys(outcomes)),
		from: period === undefined ? undefined : daysBack(by, periods[period]),
		subject: uuid.test(subject) ? subject : undefined,
		page: Math.max(1, Math.trunc(Number(url.searchParams.get("page"))) || 1),
	};
}

interface Shown {
	readonly name?: string;
	readonly found?: readonly { id: string; name: string }[];
	readonly problem?: Problem;
}

async function screen(visit: Visit, shown: Shown = {}): Promise<View> {
	const { t } = visit;
	const filter = filterOf(visit);
	const log = await readLog(visit.by, filter);
	const title = t("Logboek", "Audit log");
	const here = withQuery(visit.url.pathname.replace(/\/(naam|zoeken)$/, "") + visit.url.search, {});
	return {
		title,
		active: "/privacy",
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						"Wie deed wat met gegevens van wie, en waarom. Dat je hier kijkt, staat er zelf ook in.",
						"Who did what with whose data, and why. That you look here is in it too.",
					)}
				/>
				<Tabs label={t("Privacy", "Privacy")} active="/privacy" items={privacyTabs(visit)} />
				<Stack gap={8}>
					{filter.subject ? (
						<Person visit={visit} log={log} subject={filter.subject} shown={shown} />
					) : (
						<FindPerson visit={visit} shown={shown} />
					)}
					<PerDay
						visit={visit}
						days={log.perDay}
						refusedHref={withQuery(here, { uitkomst: "refused", periode: "maand", page: undefined })}
					/>
					<Section id="regels" title={t("Regels", "Entries")}>
						<FilterForm visit={visit} filter={filter} />
						<LogTable visit={visit} log={log} here={here} />
						<Pages url={here} page={log.page} pages={log.pages} />
					</Section>
				</Stack>
			</>
		),
	};
}

function FilterForm({ visit, filter }: { visit: Visit; filter: Filter }) {
	const { t, lang, url } = visit;
	const names = Object.entries(kindNames).map(([value, name]) => ({ value, label: name[lang] }));
	const option = (name: string) => url.searchParams.get(name) ?? "";
	return (
		<Filters action="/privacy" {...(filter.subject && { keep: { kandidaat: filter.subject } })}>
			<Select
				name="wie"
				label={t("Wie", "Who")}
				empty={t("Iedereen", "Everybody")}
				value={option("wie")}
				options={[...roleIds.map((role) => ({ value: role, label: roles[role][lang] })), ...names]}
			/>
			<Select
				name="handeling"
				label={t("Handeling", "Action")}
				empty={t("Alles", "All")}
				value={option("handeling")}
				options={actionIds
					.map((action) => ({ value: action, label: deedOf(action).name[lang] }))
					.sort((one, other) => one.label.localeCompare(other.label))}
			/>
			<Select
				name="uitkomst"
				label={t("Uitkomst", "Outcome")}
				empty={t("Elke", "Any")}
				value={option("uitkomst")}
				options={Object.entries(outcomes).map(([value, [nl, en]]) => ({ value, label: t(nl, en) }))}
			/>
			<Select
				name="periode"
				label={t("Tijd", "Period")}
				empty={t("Altijd", "Always")}
				value={option("periode")}
				options={[
					{ value: "dag", label: t("Vandaag", "Today") },
					{ value: "week", label: t("Zeven dagen", "Seven days") },
					{ value: "maand", label: t("Dertig dagen", "Thirty days") },
				]}
			/>
		</Filters>
	);
}

/** The log about one person: an id, until there is a reason to know the name. */
function Person({ visit, log, subject, shown }: { visit: Visit; log: LogPage; subject: string; shown: Shown }) {
	const { t } = visit;
	const member = log.staff.find((one) => one.id === subject);
	const title = shown.name ?? (member ? fullName(member.name) : shortId(subject));
	return (
		<Section
			id="persoon"
			title={t(`Alleen regels over ${title}`, `Only entries about ${title}`)}
			action={<a href="/privacy">{t("Toon weer alles", "Show everything again")}</a>}
		>
			<Trouble problem={shown.problem} />
			{member ? null : (
				<p>
					<a href={`/kandidaten/${subject}/belang`}>{t("Leg vast wie deze kandidaat kent", "Record who knows this candidate")}</a>
					{" · "}
					<a href={`/noodtoegang?kandidaat=${subject}`}>{t("Open dit dossier in nood", "Open this dossier in an emergency")}</a>
				</p>
			)}
			{shown.name ? (
				<Notice
					tone="info"
					live
					title={t(
						"De naam is geopend. De kandidaat ziet dit in het portaal.",
						"The name is open. The candidate sees this in the portal.",
					)}
				/>
			) : member ? null : (
				<More summary={t("Open de naam", "Open the name")} open={shown.problem !== undefined}>
					<Form action={`/privacy/naam?kandidaat=${subject}`} turbo={false}>
						<Select
							name="reason"
							label={t("Waarom moet je de naam weten?", "Why do you need to know the name?")}
							hint={t("De kandidaat leest deze reden in het portaal.", "The candidate reads this reason in the portal.")}
							options={openReasonIds.map((id) => ({ value: id, label: openReasons[id][visit.lang] }))}
							{...(shown.problem?.errors.reason && { error: shown.problem.errors.reason })}
						/>
						<Button look="quiet">{t("Open de naam", "Open the name")}</Button>
					</Form>
				</More>
			)}
		</Section>
	);
}

function FindPerson({ visit, shown }: { visit: Visit; shown: Shown }) {
	const { t } = visit;
	return (
		<Section id="zoeken" title={t("Over één kandidaat", "About one candidate")}>
			<Form action="/privacy/zoeken" turbo={false}>
				<TextField
					name="q"
					label={t("Naam van de kandidaat", "Name of the candidate")}
					hint={t("Wie je vindt, wordt vastgelegd.", "Whom you find is recorded.")}
					value={String(shown.problem?.values.q ?? "")}
					{...(shown.problem?.errors.q && { error: shown.problem.errors.q })}
				/>
				<Button look="quiet">{t("Zoek", "Search")}</Button>
			</Form>
			{shown.found === undefined ? null : shown.found.length === 0 ? (
				<EmptyState title={t("Niemand gevonden", "Nobody found")}>
					<p>{t("Typ het begin van een voornaam of achternaam.", "Type the beginning of a first or last name.")}</p>
				</EmptyState>
			) : (
				<ul>
					{shown.found.map((one) => (
						<li>
							<a href={`/privacy?kandidaat=${one.id}`}>
								{t(`Logboek over ${fullName(one.name)}`, `Log about ${fullName(one.name)}`)}
							</a>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}

/** The log, for who keeps it. */
export const staffLog: Page = { path: "/privacy", portal: "staff", who: "log.read", get: (visit) => screen(visit) };

/** Whose log: a search by name is a POST, so that no name stands in an address. The answer is a page: what was typed is kept nowhere. */
export const staffLogSearch: Page = {
	path: "/privacy/zoeken",
	portal: "staff",
	who: "log.read",
	post: (visit) =>
		answered(
			visit,
			z.looseObject({ q: z.string().trim().min(2, say("Typ ten minste twee letters.", "Type at least two letters.")).max(100) }),
			async ({ q }) => {
				const { candidates } = await search(visit.by, q);
				return { found: [...new Map(candidates.map((one) => [one.id, { id: one.id, name: one.name }])).values()] };
			},
		),
};

/** Opens one name, for a reason. It is shown this once: neither address nor cookie can hold it. */
export const staffLogName: Page = {
	path: "/privacy/naam",
	portal: "staff",
	who: "log.read",
	post: (visit) =>
		answered(
			visit,
			z.looseObject({ reason: z.enum(openReasonIds, say("Kies een reden.", "Choose a reason.")) }),
			async ({ reason }) => {
				const subject = filterOf(visit).subject ?? "";
				return { name: fullName((await openName(visit.by, subject, reason)).name) };
			},
		),
};

async function answered<Input>(
	visit: Visit,
	form: z.ZodType<Input>,
	look: (input: Input) => Promise<Shown>,
): Promise<View | Response> {
	let shown: Shown = {};
	const again = (problem: Problem) => screen(visit, { problem });
	const failed = await submit(visit, {
		form,
		act: async (input) => {
			shown = await look(input);
			return new Response();
		},
		again,
	});
	return failed instanceof Response ? screen(visit, shown) : failed;
}
