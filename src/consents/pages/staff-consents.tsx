import type { CommissionerKind } from "../../law/assignment-types.ts";
import { recipientTypeOf } from "../../law/data-classes.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { papersToConfirm } from "../paper.server.ts";
import { type ConsentsOf, consentsOf, noticeIn } from "../queries.server.ts";
import { kindName, StateBadge } from "./words.tsx";

/** R8.1: every question to this candidate and what became of it. */
export const consentsPage: Page = {
	path: "/kandidaten/:candidate/toestemmingen",
	portal: "staff",
	who: "consent.ask",
	get: async (visit) => {
		const { t, params } = visit;
		const candidate = params.candidate as string;
		const opened = await consentsOf(visit.by, candidate);
		const title = t("Toestemmingen", "Consents");
		return {
			title,
			active: "/kandidaten",
			body: (
				<>
					<Crumbs visit={visit} candidate={candidate} name={fullName(opened.name)} here={title} />
					<PageHead
						title={title}
						line={t(
							"Wat de kandidaat mag beslissen, per ontvanger en doel. Zonder toestemming die geldt, gaat het niet.",
							"What the candidate decides, per recipient and purpose. Without a consent in force it does not go.",
						)}
						action={
							<LinkButton look="primary" href={`/kandidaten/${candidate}/toestemmingen/nieuw`}>
								{t("Vraag toestemming", "Ask for consent")}
							</LinkButton>
						}
					/>
					<p>
						<a href="/toestemmingen/papier">
							{t("Papieren die op een tweede medewerker wachten", "Papers that wait for a second member of staff")}
						</a>
					</p>
					{opened.consents.length === 0 ? (
						<EmptyState title={t("Er is nog niets gevraagd", "Nothing was asked yet")}>
							{t(
								"Moet er iets naar een ontvanger waarvoor de wet toestemming vraagt? Vraag haar hier.",
								"Does something have to go to a recipient for which the law asks consent? Ask for it here.",
							)}
						</EmptyState>
					) : (
						<All visit={visit} candidate={candidate} opened={opened} />
					)}
				</>
			),
		};
	},
};

function All({ visit, candidate, opened }: { visit: Visit; candidate: string; opened: ConsentsOf }) {
	const { t, lang } = visit;
	return (
		<Table
			caption={t("Gevraagde toestemmingen", "Consents asked")}
			captionHidden
			columns={[
				{ key: "what", label: t("Vraag", "Question") },
				{ key: "kind", label: t("Soort", "Kind") },
				{ key: "state", label: t("Stand", "State") },
				{ key: "until", label: t("Tot en met", "Until"), align: "right" },
				{ key: "at", label: t("Sinds", "Since"), align: "right" },
			]}
			rows={opened.consents.map((row) => ({
				key: row.id,
				...(row.state === "given" || row.state === "asked" || row.state === "registered" ? {} : { tone: "quiet" as const }),
				cells: {
					what: <a href={`/kandidaten/${candidate}/toestemmingen/${row.id}`}>{noticeIn(row).texts[lang].title}</a>,
					kind: kindName(visit, row.kind),
					state: <StateBadge visit={visit} state={row.state} />,
					until: formatShortDate(row.expires_on, lang),
					at: formatShortDate(row.state_at, lang),
				},
			}))}
		/>
	);
}

export function Crumbs(props: { visit: Visit; candidate: string; name: string; here: string; list?: true }) {
	const { visit, candidate, name, here, list } = props;
	const { t } = visit;
	return (
		<Breadcrumb
			items={[
				{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
				{ href: `/kandidaten/${candidate}`, label: name },
				...(list ? [{ href: `/kandidaten/${candidate}/toestemmingen`, label: t("Toestemmingen", "Consents") }] : []),
				{ label: here },
			]}
		/>
	);
}

/** The contact persons that can be asked about, with what the law calls them. */
export const asRecipients = (contacts: ConsentsOf["contacts"]) =>
	contacts.map((one) => ({
		...one,
		type: recipientTypeOf(one.commissionerKind as CommissionerKind, one.kind),
		label: `${fullName(one.name)}${one.organisation ? `, ${one.organisation}` : ""}`,
	}));

/** R8.1: signed papers that wait for a second member of staff; nothing of what was asked stands here. */
export const consentPapersPage: Page = {
	path: "/toestemmingen/papier",
	portal: "staff",
	who: "consent.confirm",
	get: async (visit) => {
		const { t, lang } = visit;
		const papers = await papersToConfirm(visit.by);
		const title = t("Toestemmingen op papier", "Consents on paper");
		return {
			title,
			active: "/rapportages",
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							"Een tweede medewerker kijkt mee voordat zo’n papier telt.",
							"A second member of staff looks before such a paper counts.",
						)}
					/>
					{papers.length === 0 ? (
						<EmptyState
							title={t("Er wacht geen papier op een tweede medewerker", "No paper waits for a second member of staff")}
						/>
					) : (
						<Table
							caption={t("Papieren die wachten", "Papers that wait")}
							captionHidden
							columns={[
								{ key: "who", label: t("Kandidaat", "Candidate") },
								{ key: "by", label: t("Geregistreerd door", "Registered by") },
								{ key: "do", label: t("Wie bevestigt", "Who confirms") },
								{ key: "at", label: t("Geregistreerd", "Registered"), align: "right" },
							]}
							rows={papers.map((paper) => ({
								key: paper.id,
								cells: {
									who: fullName(paper.candidate.name),
									by: fullName(paper.registrar.name),
									do: paper.own ? (
										<span class="meta">{t("een collega", "a colleague")}</span>
									) : (
										<a href={`/kandidaten/${paper.subject_id}/toestemmingen/${paper.id}`}>
											{t("Bekijk en bevestig", "Look and confirm")}
										</a>
									),
									at: formatShortDate(paper.at, lang),
								},
							}))}
						/>
					)}
				</>
			),
		};
	},
};
