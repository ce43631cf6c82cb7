import { privacyTabs } from "../../audit-log/tabs.ts";
import { demandBases } from "../../law/demands.ts";
import { fullName } from "../../platform/name.ts";
import type { Page } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../ui/text.ts";
import { authorityOf, demandsOf, demandsToConfirm } from "../queries.server.ts";
import { demandStateNames } from "../rules.ts";

/** What waits for a second person (R4.1). */
export const demandsPage: Page = {
	path: "/vorderingen",
	portal: "staff",
	who: "demand.confirm",
	get: async (visit) => {
		const { t, lang } = visit;
		const waiting = await demandsToConfirm(visit.by);
		const title = t("Vorderingen van instanties", "Demands by authorities");
		return {
			title,
			active: "/",
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							"Er gaat niets voordat een tweede persoon het ook nodig vindt.",
							"Nothing goes before a second person finds it necessary too.",
						)}
					/>
					<Tabs label={t("Privacy", "Privacy")} active="/vorderingen" items={privacyTabs(visit)} />
					<Table
						caption={t("Wacht op jouw oordeel", "Waits for your judgement")}
						columns={[
							{ key: "who", label: t("Kandidaat", "Candidate") },
							{ key: "basis", label: t("Grond", "Basis") },
							{ key: "on", label: t("Sinds", "Since"), align: "right" },
						]}
						rows={waiting.map((one) => ({
							key: one.id,
							cells: {
								who: <a href={`/kandidaten/${one.subject_id}/vorderingen/${one.id}`}>{fullName(one.name)}</a>,
								basis: demandBases[one.basis][lang],
								on: formatDate(one.proposed_at, lang),
							},
						}))}
						empty={
							<EmptyState title={t("Er wacht niets op je oordeel.", "Nothing waits for your judgement.")}>
								<p>
									{t("Een trajectbegeleider legt een vordering vast in het dossier.", "A coach files a demand in the dossier.")}{" "}
									<Clause id="R4.1" />
								</p>
							</EmptyState>
						}
					/>
				</>
			),
		};
	},
};

/** What was demanded about one candidate. */
export const candidateDemandsPage: Page = {
	path: "/kandidaten/:candidate/vorderingen",
	portal: "staff",
	who: "demand.propose",
	get: async (visit) => {
		const { t, lang, by } = visit;
		const candidate = visit.params.candidate ?? "";
		const { name, demands } = await demandsOf(by, candidate);
		const title = t("Vorderingen", "Demands");
		return {
			title,
			active: "/kandidaten",
			body: (
				<>
					<Breadcrumb
						items={[
							{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
							{ href: `/kandidaten/${candidate}`, label: fullName(name) },
							{ label: title },
						]}
					/>
					<PageHead
						title={title}
						line={t(
							"Wat een instantie over deze kandidaat eiste, en wat het bureau zelf nodig had.",
							"What an authority demanded about this candidate, and what the agency needed itself.",
						)}
						action={
							<LinkButton href={`/kandidaten/${candidate}/vorderingen/nieuw`}>
								{t("Leg een vordering vast", "File a demand")}
							</LinkButton>
						}
					/>
					<Table
						caption={title}
						captionHidden
						columns={[
							{ key: "who", label: t("Instantie", "Authority") },
							{ key: "basis", label: t("Grond", "Basis") },
							{ key: "state", label: t("Stand", "State") },
							{ key: "on", label: t("Ontvangen", "Received"), align: "right" },
						]}
						rows={demands.map((one) => ({
							key: one.id,
							cells: {
								who: <a href={`/kandidaten/${candidate}/vorderingen/${one.id}`}>{authorityOf(one).organisation}</a>,
								basis: demandBases[one.basis][lang],
								state: (
									<Badge tone={one.state === "sent" ? "done" : one.state === "ended" ? "neutral" : "waiting"}>
										{demandStateNames[one.state][lang]}
									</Badge>
								),
								on: formatDate(one.receivedOn, lang),
							},
						}))}
						empty={
							<EmptyState title={t("Er is niets gevorderd.", "Nothing was demanded.")}>
								<p>
									{t(
										"Komt er een brief van een instantie? Geef niets, en leg haar hier vast.",
										"Did a letter of an authority come in? Give nothing, and file it here.",
									)}{" "}
									<Clause id="R4.1" />
								</p>
							</EmptyState>
						}
					/>
				</>
			),
		};
	},
};
