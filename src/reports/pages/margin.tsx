import { type CategoryId, categories, categoryIds, mayCarry } from "../../law/categories.ts";
import { noFacts, recipientTypes } from "../../law/data-classes.ts";
import type { Decision } from "../../law/decision.ts";
import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { sentence } from "../../reporting-agreements/sentences.ts";
import { Clause } from "../../ui/clause.tsx";
import { Prose, Section } from "../../ui/headings.tsx";
import { Facts, Stack } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import type { OpenedReport } from "../report-view.server.ts";
import { briefLimit, mayBeBrief } from "../rules.ts";

/** Beside the sheet: for whom it is, what was agreed, and what may and may not go to this recipient, with the clause. */
export function Margin({ visit, opened, text }: { visit: Visit; opened: OpenedReport; text: string }) {
	const { t, lang } = visit;
	const { recipient, agreed, decision } = opened;
	const to = { name: fullName(recipient.name), organisation: recipient.organisation };
	return (
		<>
			{decision.allowed ? null : (
				<Notice tone="refused" title={t("Dit rapport kan nu niet weg", "This report cannot go now")} clause={decision.because}>
					<p>{decision.why[lang]}</p>
				</Notice>
			)}
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

type Standing = { category: CategoryId; decision: Decision };

function MayTable({ visit, opened }: { visit: Visit; opened: OpenedReport }) {
	const { t, lang } = visit;
	const { agreed, recipient } = opened;
	const standing = categoryIds.map((category) => ({
		category,
		decision: mayCarry(recipient.type, [category], {
			...noFacts,
			agreement: agreed.categories.includes(category),
			consent: opened.consented.includes(categories[category].dataClass),
		}),
	}));
	const may = standing.filter((one) => one.decision.allowed);
	const refused = byReason(
		standing.filter((one) => !one.decision.allowed),
		lang,
	);
	return (
		<Stack gap={2}>
			<p>
				<Badge tone="done">{t("Mag", "May")}</Badge>
			</p>
			<Prose>
				<ul>
					{may.map(({ category }) => (
						<li>{categories[category][lang]}</li>
					))}
				</ul>
			</Prose>
			<p>
				<Badge tone="refused">{t("Mag niet", "May not")}</Badge>
			</p>
			<Prose>
				<ul>
					{refused.map(({ names, why, clause }) => (
						<li>
							{names.join(", ")}
							<p class="meta">
								{why} <Clause id={clause} />
							</p>
						</li>
					))}
				</ul>
			</Prose>
		</Stack>
	);
}

/** What is refused for the same reason is said once. The rule's sentence begins with the data class, which stands above it already. */
function byReason(refused: readonly Standing[], lang: "nl" | "en") {
	const reasons = new Map<string, { names: string[]; why: string; clause: string }>();
	for (const { category, decision } of refused) {
		if (decision.allowed) continue;
		const why = decision.why[lang].replace(/^[^:]*: /, "");
		const key = `${decision.because} ${decision.why.nl}`;
		const reason = reasons.get(key) ?? { names: [], why: why.charAt(0).toUpperCase() + why.slice(1), clause: decision.because };
		reason.names.push(categories[category][lang]);
		reasons.set(key, reason);
	}
	return [...reasons.values()];
}
