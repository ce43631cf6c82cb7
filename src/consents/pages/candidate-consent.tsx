import { checkFreshFactor } from "../../accounts/factor.server.ts";
import { FreshCodeField } from "../../accounts/fresh-code.tsx";
import { consentAnswers } from "../../law/consents.ts";
import { today } from "../../law/deadlines.ts";
import { enforce } from "../../law/decision.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton } from "../../ui/buttons.tsx";
import { Checkboxes } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { answerConsent } from "../answer.server.ts";
import { answerForm, narrowForm, withdrawForm } from "../form.ts";
import { classNames } from "../notice.ts";
import { noticeIn, type OpenedConsent, openConsent } from "../queries.server.ts";
import { mayAnswer } from "../rules.ts";
import { narrowConsent, withdrawConsent } from "../withdraw.server.ts";
import { DisclosedOn, Events, kindName, StateBadge, TheData, withdrawalSaid } from "./words.tsx";

/** R8.1: one question on one screen: what exactly, to whom, why, until when, and what a no means; then yes and no, which weigh the same. */
export const myConsentPage: Page = {
	path: "/mijn/toestemmingen/:consent",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => screen(visit),
	post: (visit) => (visit.form.do === "withdraw" ? withdraw(visit) : visit.form.do === "narrow" ? narrow(visit) : answer(visit)),
};

function answer(visit: Visit) {
	const { by, t, params, lang } = visit;
	const consent = params.consent as string;
	return submit(visit, {
		form: answerForm,
		act: async (input) => {
			const thanks = () =>
				done(
					visit.url.pathname,
					input.answer === "yes"
						? t("Uw ja is bewaard. Het bewijs staat hieronder.", "Your yes is kept. The receipt is below.")
						: t("Uw nee is bewaard. Er gaat niets weg.", "Your no is kept. Nothing goes."),
				);
			const opened = await openConsent(by, by.actor.id, consent);
			if (opened.events.some((one) => one.id === input.event)) return thanks();
			const { kind, state, another, expires_on, notice_sha256 } = opened.consent;
			// Everything that can be refused is refused before the code is used up.
			const words = { sameWords: notice_sha256 === input.notice };
			const facts = { kind, state, another, expiresOn: expires_on, today: today(by), ...words };
			enforce(mayAnswer(facts, input.answer === "yes" ? "given" : "refused"));
			if (input.answer === "yes") await checkFreshFactor(by, input.code);
			const fresh = input.answer === "yes" ? visit.door.as({ ...by.actor, secondFactorAt: by.now() }) : by;
			await answerConsent(fresh, visit.services.publicUrl, {
				...{ id: input.event, consent, answer: input.answer, noticeSha256: input.notice, language: lang },
			});
			return thanks();
		},
		again: (problem) => screen(visit, problem),
	});
}

function withdraw(visit: Visit) {
	return submit(visit, {
		form: withdrawForm,
		act: async ({ event }) => {
			const stopped = await withdrawConsent(visit.by, { id: event, consent: visit.params.consent as string });
			return done(visit.url.pathname, withdrawalSaid(visit, stopped));
		},
		again: (problem) => screen(visit, problem),
	});
}

function narrow(visit: Visit) {
	return submit(visit, {
		form: narrowForm,
		act: async ({ event, remaining }) => {
			const input = { id: event, consent: visit.params.consent as string, remaining };
			const stopped = await narrowConsent(visit.by, input);
			const held = stopped.some((one) => one.state === "blocked");
			return done(
				visit.url.pathname,
				visit.t("Alleen wat u liet staan, mag nog.", "Only what you left may still go.") +
					(held ? visit.t(" Wat klaarstond, is tegengehouden.", " What was ready is stopped.") : ""),
			);
		},
		again: (problem) => screen(visit, problem),
	});
}

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { lang } = visit;
	const opened = await openConsent(visit.by, visit.by.actor.id, visit.params.consent as string);
	const { consent, report } = opened;
	const text = noticeIn(consent).texts[lang];
	const pdf = report ? `/mijn/rapporten/${report.report_id}/versies/${report.version}.pdf` : null;
	return {
		title: kindName(visit, consent.kind),
		active: "/mijn/toestemmingen",
		body: (
			<>
				<PageHead
					title={text.title}
					above={kindName(visit, consent.kind)}
					line={<StateBadge visit={visit} state={consent.state} />}
				/>
				<Trouble problem={problem} />
				<p>{text.who}</p>
				<TheData visit={visit} opened={opened} pdf={pdf} />
				<Terms visit={visit} opened={opened} />
				{consent.state === "asked" ? <Answer visit={visit} opened={opened} problem={problem} /> : null}
				{consent.state === "given" || consent.state === "registered" ? (
					<Withdraw visit={visit} opened={opened} problem={problem} />
				) : null}
				{consent.state === "asked" ? null : (
					<>
						<DisclosedOn visit={visit} opened={opened} />
						<Events visit={visit} opened={opened} />
						<Receipt visit={visit} opened={opened} />
					</>
				)}
			</>
		),
	};
}

/** Why, until when, what yes and no mean, who hears it, how to go back on it: in the words that were frozen with the question. */
function Terms({ visit, opened }: { visit: Visit; opened: OpenedConsent }) {
	const { t, lang } = visit;
	const text = noticeIn(opened.consent).texts[lang];
	return (
		<>
			<Section title={t("Waarvoor en tot wanneer", "What for and until when")} id="waarvoor">
				<p>{text.why}</p>
				<p>{text.until}</p>
			</Section>
			<Section title={t("Wat als ik ja zeg? En nee?", "What if I say yes? And no?")} id="gevolg">
				<p>{text.onYes}</p>
				<p>{text.onNo}</p>
				<p>{text.whoHears}</p>
				<p>{text.withdraw}</p>
			</Section>
		</>
	);
}

type Parts = { visit: Visit; opened: OpenedConsent; problem?: Problem | undefined };

function Answer({ visit, opened, problem }: Parts) {
	const { t, lang, by } = visit;
	const typed = problem?.values;
	return (
		<Section title={t("Uw antwoord", "Your answer")} id="antwoord">
			<Form requestId={by.chance.uuid()}>
				{/* Enter in a field presses the first button: here that is none, so that nobody answers by accident. */}
				<button type="submit" disabled hidden />
				<input type="hidden" name="event" value={String(typed?.event ?? by.chance.uuid())} />
				<input type="hidden" name="notice" value={opened.consent.notice_sha256} />
				<FreshCodeField
					{...(problem?.errors.code && { error: problem.errors.code })}
					hint={t(
						"Alleen nodig als u ja zegt. Zo weten wij zeker dat u het bent. Een herstelcode mag ook.",
						"Only needed if you say yes. This way we know it is you. A recovery code works too.",
					)}
				/>
				<Actions equal>
					<Button look="equal" name="answer" value="yes">
						{consentAnswers.yes[lang]}
					</Button>
					<Button look="equal" name="answer" value="no">
						{consentAnswers.no[lang]}
					</Button>
				</Actions>
				<p class="meta">
					{t(
						"U hoeft niet nu te antwoorden. Zolang u niet antwoordt, mag het niet.",
						"You need not answer now. As long as you do not answer, it is not allowed.",
					)}
				</p>
			</Form>
		</Section>
	);
}

function Withdraw({ visit, opened, problem }: Parts) {
	const { t, lang, by } = visit;
	const classes = opened.consent.data_classes;
	const names = classNames(classes, lang);
	return (
		<Section title={t("Toch liever niet?", "Would you rather not?")} id="intrekken">
			<Form requestId={by.chance.uuid()}>
				<input type="hidden" name="do" value="withdraw" />
				<input type="hidden" name="event" value={by.chance.uuid()} />
				<Button look="equal">{t("Trek mijn ja in", "Withdraw my yes")}</Button>
			</Form>
			{classes.length > 1 && opened.consent.state === "given" ? (
				<More summary={t("Alleen een deel intrekken", "Withdraw a part only")} open={problem?.values.do === "narrow"}>
					<Form requestId={by.chance.uuid()}>
						<input type="hidden" name="do" value="narrow" />
						<input type="hidden" name="event" value={by.chance.uuid()} />
						<Checkboxes
							name="remaining"
							label={t("Wat mag nog wel?", "What may still go?")}
							values={[]}
							options={classes.map((one, place) => ({ value: one, label: names[place] ?? one }))}
						/>
						<Button look="quiet">{t("Laat alleen dit staan", "Leave only this")}</Button>
					</Form>
				</More>
			) : null}
		</Section>
	);
}

function Receipt({ visit, opened }: { visit: Visit; opened: OpenedConsent }) {
	const { t } = visit;
	const { id, state } = opened.consent;
	// What was answered has a receipt, also when it lapsed since.
	const answered = opened.events.some((one) => one.kind === "given" || one.kind === "confirmed" || one.kind === "refused");
	if (state === "registered" || !(answered || state === "expired")) return null;
	return (
		<Section title={t("Uw bewijs", "Your receipt")} id="bewijs">
			<p>
				{t(
					"Hierin staat de vraag, uw antwoord en wat er daarna gebeurde. Het is door ons verzegeld.",
					"It holds the question, your answer and what happened since. It is sealed by us.",
				)}
			</p>
			<LinkButton href={`/mijn/toestemmingen/${id}/bewijs.pdf`} newTab>
				{t("Open het bewijs (pdf)", "Open the receipt (PDF)")}
			</LinkButton>
		</Section>
	);
}
