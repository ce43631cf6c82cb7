import { type Compiled, compile } from "../../disclosures/compile.ts";
import { besideAsRead } from "../../guard/as-read.ts";
import { GuardFindings, type GuardView } from "../../guard/findings.tsx";
import { falseAlarmTyped, GuardPart } from "../../guard/guard-part.tsx";
import { lexiconWith } from "../../guard/lexicon/base.ts";
import { readText } from "../../guard/read.ts";
import { categories } from "../../law/categories.ts";
import { recipientTypes } from "../../law/data-classes.ts";
import { fullName } from "../../platform/name.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { sentence } from "../../reporting-agreements/sentences.ts";
import { Clause } from "../../ui/clause.tsx";
import { Prose, Section } from "../../ui/headings.tsx";
import { Facts, Stack } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { hasViewThatCounts } from "../facts.server.ts";
import type { OpenedReport } from "../report-view.server.ts";
import { briefLimit, mayBeBrief } from "../rules.ts";

/** Beside the sheet: for whom it is, what was agreed, and what may and may not go to this recipient, with the clause. */
export function Margin(props: {
	visit: Visit;
	opened: OpenedReport;
	title: string;
	text: string;
	problem?: Problem | undefined;
}) {
	const { visit, opened, title, text, problem } = props;
	const { t, lang } = visit;
	const { recipient, agreed, decision } = opened;
	const to = { name: fullName(recipient.name), organisation: recipient.organisation };
	const action = `/kandidaten/${opened.report.subject_id}/rapporten/${opened.report.id}`;
	const view = { ...opened.guard, action, typed: falseAlarmTyped(problem) };
	return (
		<>
			{decision.allowed ? null : (
				<Notice tone="refused" title={t("Dit rapport kan nu niet weg", "This report cannot go now")} clause={decision.because}>
					<p>{decision.why[lang]}</p>
				</Notice>
			)}
			<GuardPart
				text={`${title}\n${text}`}
				form="report"
				fields={["title", "body"]}
				view={{ ...view, content: true }}
				lang={lang}
				t={t}
			/>
			<PrintedBeside visit={visit} opened={opened} view={view} />
			<Section level={3} title={t("Voor wie", "For whom")}>
				<RecipientFacts visit={visit} opened={opened} />
			</Section>
			<Section level={3} title={t("Wat is afgesproken", "What was agreed")}>
				<p>
					{sentence(agreed, to, lang)} <Clause id="R6.1" />
				</p>
			</Section>
			{opened.report.kind === "brief" ? <Brief visit={visit} text={text} /> : null}
			<Section level={3} title={t("Wat erin mag", "What it may say")}>
				<MayTable visit={visit} opened={opened} />
			</Section>
		</>
	);
}

/** What else of staff's typing is printed with it, where the guard finds something in that. */
function PrintedBeside({ visit, opened, view }: { visit: Visit; opened: OpenedReport; view: GuardView }) {
	const { t, lang } = visit;
	const said = opened.versions.find(({ answer }) => answer && hasViewThatCounts(answer))?.answer;
	const beside = besideAsRead({
		reference: opened.assignment.reference,
		jobTitles: [opened.recipient.job_title, opened.author.job_title],
		ownView: said?.method === "paper" ? said.own_view : null,
	});
	if (readText(beside, lexiconWith(view.own)).length === 0) return null;
	return (
		<Section level={3} title={t("Ook op het document", "On the document too")} id="ook-gelezen">
			<Stack gap={4}>
				<p class="meta">
					{t(
						"Dit komt niet uit je tekst, maar uit het opdrachtnummer, een functie of de zienswijze op papier. Een functie wijzig je bij de opdrachtgever. Een zienswijze is van de kandidaat: overleg, en begin een nieuw rapport als die anders moet.",
						"This is not from your text, but from the order number, a job title or the view on paper. A job title is changed with the commissioner. A view is the candidate's: talk to them, and begin a new report if it has to change.",
					)}
				</p>
				<GuardFindings text={beside} view={view} lang={lang} t={t} />
			</Stack>
		</Section>
	);
}

export function RecipientFacts({ visit, opened }: { visit: Visit; opened: OpenedReport }) {
	const { t, lang } = visit;
	const { recipient } = opened;
	return (
		<Facts
			facts={[
				{
					label: t("Persoon", "Person"),
					value: fullName(recipient.name) + (recipient.job_title ? `, ${recipient.job_title}` : ""),
				},
				{
					label: t("Organisatie", "Organisation"),
					value: `${recipient.organisation ?? t("geen", "none")} (${recipientTypes[recipient.type][lang].replace(/^(?!UWV)./, (letter) => letter.toLowerCase())})`,
				},
				{
					label: t("Adres", "Address"),
					value: (
						<>
							{recipient.email}
							{recipient.verified ? null : (
								<>
									{" "}
									<Badge tone="refused">{t("niet bevestigd", "not verified")}</Badge>
								</>
							)}
						</>
					),
				},
				{
					label: t("Laatst gebruikt", "Last used"),
					value: recipient.lastUsed
						? formatDate(recipient.lastUsed, lang)
						: t("Hier nog niet eerder gebruikt", "Not used here before"),
				},
			]}
		/>
	);
}

function Brief({ visit, text }: { visit: Visit; text: string }) {
	const { t, lang } = visit;
	const decision = mayBeBrief(text);
	const count = text.split(/\s+/).filter(Boolean).length;
	return (
		<Section level={3} title={t("Kort genoeg?", "Brief enough?")}>
			<p>
				<Badge tone={decision.allowed ? "done" : "refused"}>
					{t(`${count} van ${briefLimit.words} woorden`, `${count} of ${briefLimit.words} words`)}
				</Badge>
			</p>
			<p>
				{decision.allowed
					? t(
							"Dit blijft een kort bericht: de kandidaat hoeft het niet eerst te lezen, maar hoort er wel van.",
							"This remains a brief message: the candidate need not read it first, but is told of it.",
						)
					: decision.why[lang]}{" "}
				<Clause id="R7.2" />
			</p>
		</Section>
	);
}

type Left = Extract<Compiled, { goes: false }>;

/** What is compiled for this recipient: what may go; what waits for a consent; what is left out, each with its clause. */
function MayTable({ visit, opened }: { visit: Visit; opened: OpenedReport }) {
	const { t, lang } = visit;
	const { agreed, recipient, consented, purpose, report } = opened;
	const all = compile({ recipient: recipient.type, agreed: agreed.categories, purpose, consented });
	const left = all.filter((one): one is Left => !one.goes);
	const waits = byReason(
		left.filter((one) => one.remedy === "consent"),
		lang,
	);
	const out = byReason(
		left.filter((one) => one.remedy !== "consent"),
		lang,
	);
	return (
		<Stack gap={2}>
			<p>
				<Badge tone="done">{t("Mag", "May")}</Badge>
			</p>
			<Prose>
				<ul>
					{all
						.filter((one) => one.goes)
						.map(({ category, decision }) => (
							<li>
								{categories[category][lang]}
								{decision.allowed && decision.under !== "R6.1" ? (
									<>
										{" "}
										<span class="meta">
											{t("met toestemming", "with consent")} <Clause id={decision.under} />
										</span>
									</>
								) : null}
							</li>
						))}
				</ul>
			</Prose>
			{waits.length > 0 ? (
				<>
					<p>
						<Badge tone="waiting">{t("Wacht op toestemming", "Waits for consent")}</Badge>
					</p>
					<Reasons reasons={waits} />
					<p class="meta">
						<a href={`/kandidaten/${report.subject_id}/toestemmingen`}>
							{t("Toestemmingen van de kandidaat", "Consents of the candidate")}
						</a>
					</p>
				</>
			) : null}
			<p>
				<Badge tone="refused">{t("Mag niet", "May not")}</Badge>
			</p>
			<Reasons reasons={out} />
		</Stack>
	);
}

function Reasons({ reasons }: { reasons: ReturnType<typeof byReason> }) {
	return (
		<Prose>
			<ul>
				{reasons.map(({ names, why, clause }) => (
					<li>
						{names.join(", ")}
						<p class="meta">
							{why} <Clause id={clause} />
						</p>
					</li>
				))}
			</ul>
		</Prose>
	);
}

/** What is refused for the same reason is said once. The rule's sentence begins with the data class, which stands above it already. */
function byReason(refused: readonly Left[], lang: "nl" | "en") {
	const reasons = new Map<string, { names: string[]; why: string; clause: string }>();
	for (const { category, decision } of refused) {
		const why = decision.why[lang].replace(/^[^:]*: /, "");
		const key = `${decision.because} ${decision.why.nl}`;
		const reason = reasons.get(key) ?? { names: [], why: why.charAt(0).toUpperCase() + why.slice(1), clause: decision.because };
		reason.names.push(categories[category][lang]);
		reasons.set(key, reason);
	}
	return [...reasons.values()];
}
