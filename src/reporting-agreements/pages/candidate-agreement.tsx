import { z } from "zod";
import { assignmentTypes } from "../../law/assignment-types.ts";
import { done, type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton } from "../../ui/buttons.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { More, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { acknowledgeAgreement, askAboutAgreement } from "../inform.server.ts";
import { myAgreement } from "../overview.server.ts";
import { Lines, namesOf } from "./lines.tsx";

type Mine = Awaited<ReturnType<typeof myAgreement>>;

async function show(visit: Visit, asking: boolean, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const mine = await myAgreement(visit.by, visit.params.id ?? "");
	const title = t("Wat wij over u rapporteren", "What we report about you");
	return {
		title,
		active: "/mijn/traject",
		body: (
			<>
				<ErrorSummary errors={problem?.errors ?? {}} />
				<PageHead
					title={title}
					line={t(
						`Afspraak ${mine.version} van ${formatDate(mine.madeAt, lang)}, bij ${assignmentTypes[mine.type].nl}.`,
						`Agreement ${mine.version} of ${formatDate(mine.madeAt, lang)}, for ${assignmentTypes[mine.type].en}.`,
					)}
				/>
				{mine.newer ? (
					<Notice tone="info" title={t("Er is een nieuwere afspraak.", "There is a newer agreement.")}>
						<p>
							<a href={`/mijn/afspraken/${mine.newer}`}>{t("Lees wat nu geldt", "Read what is in force now")}</a>
						</p>
					</Notice>
				) : null}
				{problem?.stale ? (
					<Notice
						tone="warn"
						live
						title={t(
							"De afspraak is intussen gewijzigd. Lees de nieuwe.",
							"The agreement was changed meanwhile. Read the new one.",
						)}
					/>
				) : null}
				<Stack gap={8}>
					<Section id="wat" title={t("Wie krijgt wat?", "Who gets what?")}>
						<Lines lines={mine.lines} before={undefined} names={namesOf(mine.contacts)} lang={lang} reader="candidate" />
						{mine.before ? (
							<More summary={t("Wat is er veranderd?", "What has changed?")} open={mine.informed.length === 0}>
								<Lines lines={mine.lines} before={mine.before} names={namesOf(mine.contacts)} lang={lang} reader="candidate" />
							</More>
						) : null}
					</Section>
					<Section id="oneens" title={t("Bent u het er niet mee eens?", "Do you disagree?")}>
						<Prose>
							<p>
								{t(
									"Vertel het uw begeleider. Die bespreekt met u wat er anders kan. Elk uitgebreid verslag leest u eerst; zonder uw akkoord gaat het niet weg. Over uw ziekte of behandeling gaat nooit iets naar uw werkgever.",
									"Tell your coach, who will discuss with you what can be different. You read every extensive report first; without your approval it does not go. Nothing about your illness or treatment ever goes to your employer.",
								)}
							</p>
							<p>
								{t("U leest alles na in het ", "Read it all in the ")}
								<a href="/reglement#R6.1">{t("privacyreglement", "privacy regulation")}</a>.
							</p>
						</Prose>
					</Section>
					<Questions mine={mine} visit={visit} />
					{mine.newer ? null : <Answer visit={visit} mine={mine} asking={asking} problem={problem} />}
				</Stack>
			</>
		),
	};
}

function Questions({ mine, visit: { t, lang } }: { mine: Mine; visit: Visit }) {
	if (mine.questions.length === 0) return null;
	return (
		<Section id="vragen" title={t("Uw vragen", "Your questions")}>
			{mine.questions.map((question) => (
				<div>
					<p>{question.question}</p>
					<p class="meta">
						{formatMoment(question.askedAt, lang)}.{" "}
						{question.settledAt
							? t("Uw begeleider heeft hierop geantwoord.", "Your coach has answered this.")
							: t("Uw begeleider neemt contact met u op.", "Your coach will contact you.")}
					</p>
				</div>
			))}
		</Section>
	);
}

function Answer({ visit, mine, asking, problem }: { visit: Visit; mine: Mine; asking: boolean; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const read = mine.informed[0];
	const here = `/mijn/afspraken/${mine.id}`;
	const requestId = typeof problem?.values.request_id === "string" ? problem.values.request_id : by.chance.uuid();
	if (asking) {
		return (
			<Section id="vraag" title={t("Uw vraag", "Your question")}>
				<Form action={`${here}?vraag`} requestId={requestId}>
					<input type="hidden" name="do" value="ask" />
					<TextArea
						name="question"
						rows={5}
						maxlength={2000}
						label={t("Wat wilt u vragen?", "What do you want to ask?")}
						hint={t("Alleen uw begeleider leest dit.", "Only your coach reads this.")}
						value={String(problem?.values.question ?? "")}
						{...(problem?.errors.question && { error: problem.errors.question })}
					/>
					<Actions equal>
						<Button look="equal">{t("Stuur mijn vraag", "Send my question")}</Button>
						<LinkButton look="equal" href={here}>
							{t("Terug", "Back")}
						</LinkButton>
					</Actions>
				</Form>
			</Section>
		);
	}
	if (read) {
		return (
			<Notice
				tone="success"
				title={
					read.how === "portal"
						? t(`U hebt dit gelezen op ${formatDate(read.on_day, lang)}.`, `You read this on ${formatDate(read.on_day, lang)}.`)
						: t(
								`Uw begeleider heeft u dit verteld op ${formatDate(read.on_day, lang)}.`,
								`Your coach told you this on ${formatDate(read.on_day, lang)}.`,
							)
				}
			>
				<p>
					<a href={`${here}?vraag`}>{t("Ik heb hier een vraag over", "I have a question about this")}</a>
				</p>
			</Notice>
		);
	}
	return (
		<Section id="antwoord" title={t("Hebt u dit gelezen?", "Have you read this?")}>
			<Prose>
				<p>
					{t(
						"Met de knop zegt u alleen dat u dit hebt gelezen. U geeft er geen toestemming mee, en u houdt al uw rechten.",
						"The button only says that you have read this. You give no consent with it, and you keep all your rights.",
					)}
				</p>
			</Prose>
			<Form action={here} requestId={requestId}>
				<input type="hidden" name="do" value="read" />
				<Actions equal>
					<Button look="equal">{t("Ik heb dit gelezen", "I have read this")}</Button>
					<LinkButton look="equal" href={`${here}?vraag`}>
						{t("Ik heb hier een vraag over", "I have a question about this")}
					</LinkButton>
				</Actions>
			</Form>
		</Section>
	);
}

const answerForm = z.discriminatedUnion("do", [
	z.looseObject({ do: z.literal("read"), request_id: z.uuid() }),
	z.looseObject({
		do: z.literal("ask"),
		request_id: z.uuid(),
		question: z
			.string()
			.trim()
			.min(1, say("Schrijf uw vraag op.", "Write your question."))
			.max(2000, say("Houd het korter dan 2000 tekens.", "Keep it under 2000 characters.")),
	}),
]);

/** The candidate reads what will be reported, and says that they read it or asks something: being informed, no consent (R6.1). */
export const candidateAgreement: Page = {
	path: "/mijn/afspraken/:id",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => show(visit, visit.url.searchParams.has("vraag")),
	post: (visit) =>
		submit(visit, {
			form: answerForm,
			act: async (input) => {
				const agreement = visit.params.id ?? "";
				const here = `/mijn/afspraken/${agreement}`;
				if (input.do === "ask") {
					await askAboutAgreement(visit.by, { id: input.request_id, agreement, question: input.question });
					return done(here, visit.t("Uw vraag is verstuurd aan uw begeleider.", "Your question was sent to your coach."));
				}
				await acknowledgeAgreement(visit.by, { id: input.request_id, agreement });
				return done(
					here,
					visit.t("Dank u. Vastgelegd is dat u dit hebt gelezen.", "Thank you. It is recorded that you have read this."),
				);
			},
			again: (problem) => show(visit, visit.form.do === "ask", problem),
		}),
};
