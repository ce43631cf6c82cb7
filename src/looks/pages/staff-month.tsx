import { privacyTabs } from "../../audit-log/tabs.ts";
import { deedOf } from "../../audit-log/words.ts";
import { addMonths, today } from "../../law/deadlines.ts";
import { type Role, roles } from "../../law/roles.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Stack, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { monthForm } from "../form.ts";
import { looksIn, type MonthOfLooks, reviewMonth } from "../month.server.ts";
import { mayReviewMonth } from "../rules.ts";

/** The monthly look at who looked outside their caseload (R1.2), with the privacy officer's name under it. */
export const monthPage: Page = {
	path: "/privacy/maandcontrole",
	portal: "staff",
	who: "log.read",
	get: (visit) => screen(visit, asked(visit)),
	post: (visit) =>
		submit(visit, {
			form: monthForm,
			act: async ({ request_id, month, note }) => {
				const { by, t } = visit;
				const looks = await looksIn(by, month);
				const found = looks.outside.length + looks.sameName.length;
				await reviewMonth(by, { id: request_id, month, now: today(by).slice(0, 7), found, note });
				return done(`/privacy/maandcontrole?maand=${month}`, t("De controle is vastgelegd.", "The review is recorded."));
			},
			again: (problem) => screen(visit, String(visit.form.month ?? ""), problem),
		}),
};

function asked({ url, by }: Visit): string {
	const month = url.searchParams.get("maand") ?? "";
	return /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : addMonths(today(by), -1).slice(0, 7);
}

const monthName = (month: string, lang: "nl" | "en") =>
	new Intl.DateTimeFormat(lang === "nl" ? "nl-NL" : "en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
		new Date(`${month}-15T12:00:00Z`),
	);

async function screen(visit: Visit, month: string, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const looks = await looksIn(by, month);
	const title = t(`Wie keek in ${monthName(month, "nl")}?`, `Who looked in ${monthName(month, "en")}?`);
	const at = (months: number) => `/privacy/maandcontrole?maand=${addMonths(`${month}-01`, months).slice(0, 7)}`;
	return {
		title,
		active: "/privacy",
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						"Berekend uit het logboek: wie een kandidaat opende zonder op dat moment aan het traject te werken.",
						"Computed from the log: who opened a candidate without working on the trajectory at that moment.",
					)}
				/>
				<Tabs label={t("Privacy", "Privacy")} active="/privacy/maandcontrole" items={privacyTabs(visit)} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Reviewed visit={visit} looks={looks} />
					<Section id="naam" title={t("Dezelfde achternaam", "The same family name")}>
						<Pairs
							visit={visit}
							looks={looks}
							pairs={looks.sameName}
							caption={t("Dezelfde achternaam", "The same family name")}
						/>
					</Section>
					<Section
						id="buiten"
						title={t(`Buiten de eigen kandidaten (${looks.outside.length})`, `Outside the caseload (${looks.outside.length})`)}
					>
						<Pairs
							visit={visit}
							looks={looks}
							pairs={looks.outside}
							caption={t("Buiten de eigen kandidaten", "Outside the caseload")}
						/>
					</Section>
					<Section id="aantallen" title={t("Hoeveel iemand bekeek", "How much somebody looked")}>
						<Numbers visit={visit} looks={looks} />
					</Section>
					<Sign visit={visit} looks={looks} problem={problem} />
					<Actions>
						<LinkButton href={at(-1)}>{monthName(addMonths(`${month}-01`, -1).slice(0, 7), lang)}</LinkButton>
						{month < today(by).slice(0, 7) ? (
							<LinkButton href={at(1)}>{monthName(addMonths(`${month}-01`, 1).slice(0, 7), lang)}</LinkButton>
						) : null}
					</Actions>
				</Stack>
			</>
		),
	};
}

function Reviewed({ visit: { t }, looks }: { visit: Visit; looks: MonthOfLooks }) {
	const { review } = looks;
	if (!review) return null;
	const who = looks.staff.get(review.by) ?? "";
	return (
		<Notice
			tone="success"
			title={t(`Nagekeken door ${who} op ${formatDate(review.at, "nl")}`, `Reviewed by ${who} on ${formatDate(review.at, "en")}`)}
		>
			{review.note ? <p>{review.note}</p> : null}
			<p class="meta">{t(`Toen stonden er ${review.found} regels.`, `There were ${review.found} lines then.`)}</p>
		</Notice>
	);
}

function Pairs({
	visit,
	looks,
	pairs,
	caption,
}: {
	visit: Visit;
	looks: MonthOfLooks;
	pairs: MonthOfLooks["outside"];
	caption: string;
}) {
	const { t, lang } = visit;
	return (
		<Table
			caption={caption}
			captionHidden
			columns={[
				{ key: "who", label: t("Wie", "Who") },
				{ key: "whom", label: t("Kandidaat", "Candidate") },
				{ key: "how", label: t("Hoe", "How") },
				{ key: "n", label: t("Keer", "Times"), align: "right" },
				{ key: "last", label: t("Laatst", "Last"), align: "right" },
			]}
			rows={pairs.slice(0, 200).map((one) => ({
				cells: {
					who: (
						<>
							{looks.staff.get(one.staff) ?? ""}
							<br />
							<span class="meta">{one.roles.map((role: Role) => roles[role]?.[lang] ?? role).join(", ")}</span>
						</>
					),
					whom: (
						<a href={`/privacy?kandidaat=${one.candidate}`}>{looks.candidates.get(one.candidate) ?? one.candidate.slice(0, 8)}</a>
					),
					how: (
						<span>
							{one.actions
								.filter((action) => action !== "breakGlass")
								.map((action) => deedOf(action).name[lang])
								.join(", ")}{" "}
							{one.glass ? <Badge tone="warn">{t("noodtoegang", "emergency access")}</Badge> : null}
						</span>
					),
					n: String(one.n),
					last: formatDate(one.last, lang),
				},
			}))}
			empty={<EmptyState title={t("Niemand.", "Nobody.")} />}
		/>
	);
}

function Numbers({ visit: { t }, looks }: { visit: Visit; looks: MonthOfLooks }) {
	return (
		<Table
			caption={t("Aantallen per medewerker", "Numbers per member of staff")}
			captionHidden
			columns={[
				{ key: "who", label: t("Wie", "Who") },
				{ key: "note", label: t("Opvallend", "Notable") },
				{ key: "candidates", label: t("Kandidaten", "Candidates"), align: "right" },
				{ key: "outside", label: t("Daarvan buiten", "Of which outside"), align: "right" },
				{ key: "looks", label: t("Keer gekeken", "Looks"), align: "right" },
			]}
			rows={looks.numbers.map((one) => ({
				cells: {
					who: looks.staff.get(one.staff) ?? "",
					note: one.many ? <Badge tone="warn">{t("veel meer dan anderen", "many more than others")}</Badge> : "–",
					candidates: String(one.candidates),
					outside: String(one.outside),
					looks: String(one.looks),
				},
			}))}
			empty={<EmptyState title={t("In deze maand keek er niemand.", "Nobody looked in this month.")} />}
		/>
	);
}

function Sign({ visit, looks, problem }: { visit: Visit; looks: MonthOfLooks; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	if (looks.review) return null;
	const decision = mayReviewMonth({ roles: by.actor.roles, month: looks.month, now: today(by).slice(0, 7) });
	const words = t("Leg vast dat je dit hebt nagekeken", "Record that you reviewed this");
	if (!decision.allowed) {
		return (
			<RefusedButton why={decision.why[lang]} clause={decision.because}>
				{words}
			</RefusedButton>
		);
	}
	return (
		<Section id="vastleggen" title={t("Jouw oordeel", "Your judgement")}>
			<Form action="/privacy/maandcontrole" requestId={by.chance.uuid()}>
				<input type="hidden" name="month" value={looks.month} />
				<TextArea
					name="note"
					optional
					rows={4}
					label={t("Aantekening", "Note")}
					hint={t("Wat viel op, wie vroeg je wat, en wat volgt er.", "What stood out, whom you asked what, and what follows.")}
					value={String(problem?.values.note ?? "")}
					{...(problem?.errors.note && { error: problem.errors.note })}
				/>
				<Button>{words}</Button>
			</Form>
		</Section>
	);
}
