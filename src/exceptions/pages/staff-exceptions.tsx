import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { privacyTabs } from "../../audit-log/tabs.ts";
import { type CategoryId, categories } from "../../law/categories.ts";
import { exceptionGrounds } from "../../law/exceptions.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { citation } from "../../regulation/annexes.ts";
import type { Recipient } from "../../reports/document.server.ts";
import { versionPdf } from "../../reports/queries.server.ts";
import { reportNames } from "../../reports/words.ts";
import { Actions, Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PdfView } from "../../ui/content.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, Stack, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { confirmException, withdrawException } from "../exception.server.ts";
import { judgeForm } from "../form.ts";
import { exceptionsToConfirm, type OpenedException, openException } from "../queries.server.ts";
import { mayConfirm } from "../rules.ts";

/** In whose part of the menu it stands: the privacy officer's; who else judges finds it under today. */
const part = ({ by }: Visit) => (may(by.actor.roles, "log.read").allowed ? "/privacy" : "/");

/** What waits for a second person (R7.3). */
export const exceptionsPage: Page = {
	path: "/uitzonderingen",
	portal: "staff",
	who: "exception.confirm",
	get: async (visit) => {
		const { t, lang } = visit;
		const waiting = await exceptionsToConfirm(visit.by);
		const title = t("Verzenden zonder akkoord", "Sending without approval");
		return {
			title,
			active: part(visit),
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							"Een rapport gaat pas zonder akkoord als een tweede persoon het ook nodig vindt.",
							"A report goes without approval only when a second person finds it necessary too.",
						)}
					/>
					<Tabs label={t("Privacy", "Privacy")} active="/uitzonderingen" items={privacyTabs(visit)} />
					<Table
						caption={t("Wacht op jouw oordeel", "Waits for your judgement")}
						columns={[
							{ key: "who", label: t("Kandidaat", "Candidate") },
							{ key: "ground", label: t("Grond", "Ground") },
							{ key: "by", label: t("Voorgesteld door", "Proposed by") },
							{ key: "on", label: t("Sinds", "Since"), align: "right" },
						]}
						rows={waiting.map((one) => ({
							key: one.id,
							cells: {
								who: <a href={`/uitzonderingen/${one.candidate}/${one.id}`}>{fullName(one.name)}</a>,
								ground: exceptionGrounds[one.ground][lang],
								by: fullName(one.proposer),
								on: formatDate(one.proposedAt, lang),
							},
						}))}
						empty={
							<EmptyState title={t("Er wacht niets op je oordeel.", "Nothing waits for your judgement.")}>
								<p>
									{t(
										"Een trajectbegeleider stelt een uitzondering voor bij het rapport zelf.",
										"A coach proposes an exception at the report itself.",
									)}{" "}
									<Clause id="R7.3" />
								</p>
							</EmptyState>
						}
					/>
				</>
			),
		};
	},
};

/** One proposal, judged by somebody else than who made it. */
export const exceptionPage: Page = {
	path: "/uitzonderingen/:candidate/:exception",
	portal: "staff",
	who: "exception.confirm",
	get: (visit) => screen(visit),
	post: (visit) => {
		const { candidate = "", exception = "" } = visit.params;
		return submit(visit, {
			form: judgeForm,
			act: async (input) => {
				const judged = { candidate, exception, rowVersion: input.row_version };
				if (input.do === "confirm") await confirmException(await freshly(visit), judged);
				else await withdrawException(visit.by, judged);
				return done(
					"/uitzonderingen",
					input.do === "confirm"
						? visit.t("Bevestigd. Het rapport kan nu zonder akkoord gaan.", "Confirmed. The report can now go without approval.")
						: visit.t(
								"Afgewezen. Het rapport gaat niet zonder akkoord.",
								"Turned down. The report does not go without approval.",
							),
				);
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

/** The document that the proposal is about, while the question lies with this person. */
export const exceptionDocument: Page = {
	path: "/uitzonderingen/:candidate/:exception/rapport.pdf",
	portal: "staff",
	who: "exception.confirm",
	get: async ({ by, params }) => {
		const { candidate = "", exception = "" } = params;
		const version = found((await openException(by, candidate, exception)).version);
		const { pdf } = await versionPdf(by, "reporting", { candidate, report: version.report_id, version: version.id });
		return new Response(Buffer.from(pdf), {
			headers: {
				"content-type": "application/pdf",
				"content-disposition": `inline; filename="rapportage-${version.document_number}.pdf"`,
				"cache-control": "no-store",
			},
		});
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t } = visit;
	const opened = await openException(visit.by, visit.params.candidate ?? "", visit.params.exception ?? "");
	const title = t("Mag dit zonder akkoord?", "May this go without approval?");
	return {
		title,
		active: part(visit),
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/uitzonderingen", label: t("Verzenden zonder akkoord", "Sending without approval") },
						{ label: fullName(opened.name) },
					]}
				/>
				<PageHead title={title} above={fullName(opened.name)} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Proposed visit={visit} opened={opened} />
					<Judge visit={visit} opened={opened} problem={problem} />
					{opened.version ? (
						<Section title={t("Het document", "The document")} id="document">
							<PdfView
								href={`/uitzonderingen/${opened.candidate}/${opened.id}/rapport.pdf`}
								title={t("het rapport waar het om gaat", "the report in question")}
							/>
						</Section>
					) : null}
				</Stack>
			</>
		),
	};
}

function Proposed({ visit, opened }: { visit: Visit; opened: OpenedException }) {
	const { t, lang } = visit;
	const { version } = opened;
	const ground = exceptionGrounds[opened.ground];
	const recipients = version ? (JSON.parse(version.recipients) as Recipient[]) : [];
	return (
		<>
			<Facts
				facts={[
					{
						label: t("Voorstel", "Proposal"),
						value: `${opened.proposer ? fullName(opened.proposer) : ""}, ${formatMoment(opened.proposedAt, lang)}`,
					},
					...(version
						? [
								{ label: t("Rapport", "Report"), value: reportNames[version.kind][version.about][lang] },
								{
									label: t("Gaat naar", "Goes to"),
									value: recipients.map((one) => `${one.name}, ${one.commissionerName} (${one.email})`).join("; "),
								},
								{
									label: t("Waarover", "About"),
									value: version.categories.map((id) => categories[id as CategoryId][lang]).join(", "),
								},
								{
									label: t("Antwoord van de kandidaat", "The candidate's answer"),
									value:
										version.state === "refused" ? (
											<Badge tone="refused">{t("niet akkoord", "not approved")}</Badge>
										) : (
											<Badge tone="waiting">
												{t(
													`geen antwoord sinds ${formatDate(version.submitted_at, lang)}`,
													`no answer since ${formatDate(version.submitted_at, lang)}`,
												)}
											</Badge>
										),
								},
							]
						: []),
					{
						label: t("Grond", "Ground"),
						value: (
							<>
								{ground[lang]} ({citation(ground.article)}). {ground.test[lang]} <Clause id="R7.3" />
							</>
						),
					},
				]}
			/>
			<Section title={t("Waarom het moet", "Why it must")} id="waarom">
				<Prose>
					{opened.reasoning.split(/\n+/).map((line) => (
						<p>{line}</p>
					))}
				</Prose>
			</Section>
		</>
	);
}

function Judge({ visit, opened, problem }: { visit: Visit; opened: OpenedException; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const decision = mayConfirm({
		roles: by.actor.roles,
		own: opened.proposedBy === by.actor.id,
		confirmed: opened.confirmedAt !== null,
		withdrawn: opened.withdrawnAt !== null,
		stands: opened.stands,
	});
	const words = t("Bevestig dat dit zonder akkoord gaat", "Confirm that this goes without approval");
	const action = `/uitzonderingen/${opened.candidate}/${opened.id}`;
	return (
		<Section title={t("Jouw oordeel", "Your judgement")} id="oordeel">
			{decision.allowed ? (
				<>
					<Notice tone="info" title={t("De kandidaat hoort dit hoe dan ook.", "The candidate is told in any case.")}>
						<p>
							{t(
								"De grond en de reden staan in het portaal, en zonder dat bewijs wacht het volgende rapport.",
								"Ground and reasoning are in the portal, and without proof of it the next report waits.",
							)}
						</p>
					</Notice>
					<Form action={action} rowVersion={opened.rowVersion}>
						<StepUp by={by} problem={problem} />
						<Actions equal>
							<Button look="equal" name="do" value="confirm">
								{words}
							</Button>
							<Button look="equal" name="do" value="withdraw">
								{t("Wijs het voorstel af", "Turn the proposal down")}
							</Button>
						</Actions>
					</Form>
				</>
			) : (
				<>
					<RefusedButton why={decision.why[lang]} clause={decision.because}>
						{words}
					</RefusedButton>
					<p>
						<LinkButton href="/uitzonderingen">{t("Terug naar de lijst", "Back to the list")}</LinkButton>
					</p>
				</>
			)}
		</Section>
	);
}
