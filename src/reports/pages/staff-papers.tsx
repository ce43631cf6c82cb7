import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, FieldErrors, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton } from "../../ui/buttons.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatShortDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { confirmFoundForm, foundPaperForm, withDays } from "../form.ts";
import { confirmFoundPaper, papersWaiting, registerFoundPaper, type WaitingPaper } from "../paper.server.ts";
import { mayConfirm } from "../rules.ts";
import { reportNames } from "../words.ts";
import { PaperFields, TypedOver, typedIn } from "./next-forms.tsx";

const path = "/rapportages/papier";
const lit = ({ by }: Visit) => (may(by.actor.roles, "report.write").allowed ? "/rapportages" : path);

/** R7.1: signed papers that wait for a second member of staff. Which one is confirmed, the number on the paper says. */
export const papersPage: Page = {
	path,
	portal: "staff",
	who: "paperApproval.write",
	get: (visit) => list(visit),
	post: (visit) =>
		submit(visit, {
			form: confirmFoundForm,
			act: async (typed) => {
				await confirmFoundPaper(visit.by, typed);
				return done(
					path,
					visit.t("Het papier is bevestigd. Het antwoord telt nu.", "The paper is confirmed. The answer counts now."),
				);
			},
			again: (problem) => list(visit, problem),
		}),
};

/** R7.1: a signed paper came in; who registers it needs the paper and no dossier. */
export const newPaperPage: Page = {
	path: `${path}/nieuw`,
	portal: "staff",
	who: "paperApproval.write",
	get: (visit) => form(visit),
	post: (visit) =>
		submit(
			{ ...visit, form: withDays(visit.form, "signed") },
			{
				form: foundPaperForm,
				act: async (input) => {
					if (input.remark === null && input.answer === "approvedWithRemark")
						throw new FieldErrors({ remark: { nl: "Neem de opmerking over.", en: "Copy the remark." } });
					await registerFoundPaper(visit.by, {
						id: input.request_id,
						answer: input.answer,
						remark: input.remark,
						ownView: input.own_view,
						signedOn: input.signed,
						typed: { number: input.number, hash: input.hash },
					});
					return done(
						path,
						visit.t(
							"Geregistreerd. Het antwoord telt zodra een collega het bevestigt.",
							"Registered. The answer counts once a colleague confirms it.",
						),
					);
				},
				again: (problem) => form(visit, problem),
			},
		),
};

async function list(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const papers = await papersWaiting(by);
	const title = t("Antwoorden op papier", "Answers on paper");
	const mine = papers.filter((one) => decided(visit, one).allowed).length;
	return {
		title,
		active: lit(visit),
		body: (
			<>
				<PageHead
					title={title}
					{...(papers.length > 0 && {
						line: t(
							`${papers.length} ${papers.length === 1 ? "wacht" : "wachten"} op een tweede medewerker, ${mine} kun jij bevestigen`,
							`${papers.length} waiting for a second member of staff, ${mine} of them you can confirm`,
						),
					})}
					action={<LinkButton href={`${path}/nieuw`}>{t("Registreer een papier", "Register a paper")}</LinkButton>}
				/>
				<Trouble problem={problem} />
				{papers.length === 0 ? (
					<EmptyState title={t("Er wacht geen papier op een tweede medewerker", "No paper waits for a second member of staff")}>
						{t(
							"Komt er een ondertekend antwoordformulier binnen? Registreer het; een collega bevestigt het hier.",
							"Did a signed answer form come in? Register it; a colleague confirms it here.",
						)}
					</EmptyState>
				) : (
					<>
						<Waiting visit={visit} papers={papers} />
						{mine > 0 ? <Confirm visit={visit} problem={problem} /> : null}
					</>
				)}
			</>
		),
	};
}

const decided = ({ by }: Visit, { by_id, handles }: WaitingPaper) => mayConfirm({ mine: by_id === by.actor.id, handles });

function Waiting({ visit, papers }: { visit: Visit; papers: readonly WaitingPaper[] }) {
	const { t, lang } = visit;
	return (
		<Table
			caption={t("Papieren die wachten", "Papers that wait")}
			captionHidden
			columns={[
				{ key: "who", label: t("Kandidaat", "Candidate") },
				{ key: "what", label: t("Rapport", "Report") },
				{ key: "by", label: t("Geregistreerd door", "Registered by") },
				{ key: "stand", label: t("Wie bevestigt", "Who confirms") },
				{ key: "signed", label: t("Ondertekend", "Signed"), align: "right" },
				{ key: "at", label: t("Geregistreerd", "Registered"), align: "right" },
			]}
			rows={papers.map((paper) => {
				const decision = decided(visit, paper);
				return {
					key: paper.answer_id,
					cells: {
						who: fullName(paper.candidate.name),
						what: reportNames[paper.kind][paper.about][lang],
						by: fullName(paper.registrar.name),
						stand: decision.allowed ? (
							<Badge tone="active">{t("jij kunt dit", "you can")}</Badge>
						) : (
							<span class="meta">{decision.why[lang]}</span>
						),
						signed: formatShortDate(paper.answered_on, lang),
						at: formatShortDate(paper.at, lang),
					},
				};
			})}
		/>
	);
}

function Confirm({ visit, problem }: { visit: Visit; problem?: Problem | undefined }) {
	const { t, by } = visit;
	return (
		<Section title={t("Bevestig een papier", "Confirm a paper")} id="bevestig">
			<p>
				{t(
					"Neem het ondertekende papier erbij. Klopt de naam en staat er een handtekening? Neem dan over wat eronder staat.",
					"Take the signed paper. Is the name right, and is it signed? Then copy what stands below it.",
				)}
			</p>
			<Form action={path} requestId={by.chance.uuid()}>
				<input type="hidden" name="do" value="confirm" />
				<TypedOver visit={visit} typed={typedIn(problem, "confirm")} />
				<Button>{t("Bevestig het papier", "Confirm the paper")}</Button>
			</Form>
		</Section>
	);
}

function form(visit: Visit, problem?: Problem): View {
	const { t, by } = visit;
	const title = t("Registreer een antwoord op papier", "Register an answer on paper");
	return {
		title,
		active: lit(visit),
		body: (
			<>
				<Breadcrumb items={[{ href: path, label: t("Antwoorden op papier", "Answers on paper") }, { label: title }]} />
				<PageHead
					title={title}
					line={t(
						"Wat er op het antwoordformulier staat. Bij welk rapport het hoort, zegt het documentnummer.",
						"What stands on the answer form. Which report it belongs to, the document number says.",
					)}
				/>
				<Trouble problem={problem} />
				<Form action={`${path}/nieuw`} requestId={String(problem?.values.request_id ?? by.chance.uuid())}>
					<input type="hidden" name="do" value="paper" />
					<PaperFields visit={visit} typed={typedIn(problem, "paper")} />
					<Button>{t("Registreer het papier", "Register the paper")}</Button>
				</Form>
			</>
		),
	};
}
