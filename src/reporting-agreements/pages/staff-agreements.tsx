import { z } from "zod";
import { assignmentTypes } from "../../law/assignment-types.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { ActionForm, ErrorSummary } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Beside, Breadcrumb, Card, More, Stack, Tabs } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { recordConversation, settleQuestion } from "../inform.server.ts";
import { type Agreements, agreementsOf } from "../overview.server.ts";
import { mayChange } from "../rules.ts";
import { Informed, Lines, namesOf } from "./lines.tsx";
import { TellForm, tellForm } from "./tell-form.tsx";

const pathOf = (visit: Visit) => `/kandidaten/${visit.params.candidate}/afspraken`;
const nobody = { errors: {}, values: {} } as const satisfies Problem;

async function show(visit: Visit, problem: Problem = nobody): Promise<View> {
	const { t, lang } = visit;
	const agreements = await agreementsOf(
		visit.by,
		visit.params.candidate ?? "",
		visit.url.searchParams.get("traject") ?? undefined,
	);
	const { trajectory, trajectories, versions } = agreements;
	const [now, ...earlier] = versions;
	const path = `${pathOf(visit)}?traject=${trajectory.id}`;
	const names = namesOf(agreements.contacts);
	const title = t("Rapportageafspraken", "Reporting agreements");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<ErrorSummary errors={problem.errors} />
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{
							href: `/kandidaten/${visit.params.candidate}?traject=${trajectory.id}`,
							label: fullName(agreements.name),
						},
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					line={`${assignmentTypes[trajectory.type][lang]}${trajectory.organisation ? ` · ${trajectory.organisation}` : ""}`}
					action={<NewButton visit={visit} agreements={agreements} />}
				/>
				{trajectories.length > 1 ? (
					<Tabs
						label={t("Trajecten", "Trajectories")}
						active={path}
						items={trajectories.map((one) => ({
							href: `${pathOf(visit)}?traject=${one.id}`,
							label: `${assignmentTypes[one.type][lang]}${one.organisation ? `, ${one.organisation}` : ""}`,
						}))}
					/>
				) : null}
				{problem.refusal ? (
					<Notice tone="refused" clause={problem.refusal.clause} title={problem.refusal.why[lang]} live />
				) : null}
				{problem.stale ? (
					<Notice
						tone="warn"
						title={t(
							"Dit is intussen veranderd. Kijk of het nog klopt.",
							"This was changed meanwhile. See whether it is still right.",
						)}
						live
					/>
				) : null}
				{now ? (
					<Beside
						sideLabel={t("Is de kandidaat geïnformeerd?", "Was the candidate informed?")}
						main={
							<Stack gap={8}>
								<Section id="nu" title={t("Wat nu geldt", "In force now")}>
									<p class="meta">{madeLine(visit, now)}</p>
									<Lines lines={now.lines} before={undefined} names={names} lang={lang} reader="staff" />
								</Section>
								{earlier.length > 0 ? <History visit={visit} versions={versions} names={names} /> : null}
							</Stack>
						}
						side={
							<Stack gap={8}>
								<Told visit={visit} agreements={agreements} now={now} problem={problem} path={path} />
							</Stack>
						}
					/>
				) : (
					<EmptyState
						title={t("Er is nog geen rapportageafspraak.", "There is no reporting agreement yet.")}
						action={
							<LinkButton href={`${pathOf(visit)}/nieuw?traject=${trajectory.id}`}>
								{t("Maak de eerste afspraak", "Make the first agreement")}
							</LinkButton>
						}
					>
						<p>
							{t(
								"Zonder afspraak start het traject niet. Leg vast wie wat krijgt, hoe en hoe vaak.",
								"Without one the trajectory does not start. Record who gets what, how and how often.",
							)}
						</p>
					</EmptyState>
				)}
			</>
		),
	};
}

function NewButton({ visit, agreements }: { visit: Visit; agreements: Agreements }) {
	const { t, lang } = visit;
	const change = mayChange(agreements.trajectory.state);
	const words = t("Wijzig de afspraak", "Change the agreement");
	if (agreements.versions.length === 0) return null;
	if (!change.allowed)
		return (
			<RefusedButton why={change.why[lang]} clause={change.because}>
				{words}
			</RefusedButton>
		);
	return (
		<>
			<LinkButton look="quiet" href={`${pathOf(visit)}/nieuw?traject=${agreements.trajectory.id}`}>
				{words}
			</LinkButton>{" "}
			<LinkButton look="quiet" href={`${pathOf(visit)}/brief?traject=${agreements.trajectory.id}`}>
				{t("Druk af als brief", "Print as a letter")}
			</LinkButton>
		</>
	);
}

type Version = Agreements["versions"][number];

function madeLine({ t, lang }: Visit, version: Version): string {
	const day = formatDate(version.madeAt, lang);
	return t(
		`Versie ${version.version}, gemaakt op ${day} door ${fullName(version.madeBy.name)}.`,
		`Version ${version.version}, made on ${day} by ${fullName(version.madeBy.name)}.`,
	);
}

function History({ visit, versions, names }: { visit: Visit; versions: readonly Version[]; names: ReturnType<typeof namesOf> }) {
	const { t, lang } = visit;
	return (
		<Section id="eerder" title={t("Wat er veranderde", "What changed")}>
			{versions.map((version, index) => (
				<More summary={madeLine(visit, version)} open={index === 0}>
					<Stack>
						<Lines lines={version.lines} before={versions[index + 1]?.lines} names={names} lang={lang} reader="staff" />
						{index > 0 ? <Informed events={version.informed} t={t} lang={lang} /> : null}
					</Stack>
				</More>
			))}
		</Section>
	);
}

function Told(props: { visit: Visit; agreements: Agreements; now: Version; problem: Problem; path: string }) {
	const { visit, agreements, now, problem } = props;
	const { t, lang } = visit;
	const open = agreements.questions.filter((question) => !question.settledAt);
	return (
		<>
			{open.map((question) => (
				<Card
					level={2}
					tone="waiting"
					title={t("De kandidaat heeft een vraag", "The candidate has a question")}
					meta={formatMoment(question.askedAt, lang)}
				>
					<Prose>
						<p>{question.question}</p>
					</Prose>
					<ActionForm action={`${pathOf(visit)}/vraag`} fields={{ question: question.id, trajectory: agreements.trajectory.id }}>
						<Button look="quiet">{t("Markeer als beantwoord", "Mark as answered")}</Button>
					</ActionForm>
				</Card>
			))}
			<Section id="geinformeerd" title={t("Is de kandidaat geïnformeerd?", "Was the candidate informed?")}>
				{now.informed.length > 0 ? (
					<Informed events={now.informed} t={t} lang={lang} />
				) : (
					<Stack>
						<Notice tone="warn" clause="R6.1" title={t("Nog niet over deze versie.", "Not of this version yet.")}>
							<p>
								{t(
									"Tot dan start het traject niet en wordt er niet gerapporteerd. De kandidaat kan dit in het portaal lezen, of je bespreekt het en legt dat hier vast.",
									"Until then the trajectory does not start and nothing is reported. The candidate can read it in the portal, or you discuss it and record that here.",
								)}
							</p>
						</Notice>
						<TellForm
							visit={visit}
							action={`${pathOf(visit)}/geinformeerd?traject=${agreements.trajectory.id}`}
							agreement={now.id}
							problem={problem}
						/>
					</Stack>
				)}
			</Section>
		</>
	);
}

/** What is agreed on reporting about this candidate, in sentences; all versions; and whether the candidate knows (R6.1). */
export const staffAgreements: Page = {
	path: "/kandidaten/:candidate/afspraken",
	portal: "staff",
	who: "dossier.read",
	get: (visit) => show(visit),
};

/** Records the conversation in which the candidate was told. */
export const staffTold: Page = {
	path: "/kandidaten/:candidate/afspraken/geinformeerd",
	portal: "staff",
	who: "informEvent.write",
	get: (visit) => show(visit),
	post: (visit) =>
		submit(visit, {
			form: tellForm,
			act: async (input) => {
				await recordConversation(visit.by, { ...input, candidate: visit.params.candidate ?? "" });
				return done(
					pathOf(visit) + visit.url.search,
					visit.t("Vastgelegd. De kandidaat is geïnformeerd.", "Recorded. The candidate was informed."),
				);
			},
			again: (problem) => show(visit, problem),
		}),
};

/** Marks a candidate's question as answered. */
export const staffSettle: Page = {
	path: "/kandidaten/:candidate/afspraken/vraag",
	portal: "staff",
	who: "informEvent.write",
	post: (visit) =>
		submit(visit, {
			form: z.looseObject({ question: z.uuid(), trajectory: z.uuid() }),
			act: async ({ question, trajectory }) => {
				await settleQuestion(visit.by, { candidate: visit.params.candidate ?? "", question });
				return done(
					`${pathOf(visit)}?traject=${trajectory}`,
					visit.t("De vraag staat als beantwoord.", "The question is marked as answered."),
				);
			},
			again: (problem) => show(visit, problem),
		}),
};
