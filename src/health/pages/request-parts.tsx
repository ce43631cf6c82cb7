import { consentStateNames } from "../../consents/rules.ts";
import { today } from "../../law/deadlines.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { FileField, TextArea } from "../../ui/fields.tsx";
import { Prose, Section } from "../../ui/headings.tsx";
import { Stack } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import type { Place } from "../compartment.server.ts";
import { isTo } from "../consent-copy.server.ts";
import type { OneRequest } from "../queries.server.ts";
import { mayFileAnswer, mayMakeLetter, maySend, mayStep } from "../rules.ts";
import { DeedForm } from "./deed-form.tsx";
import { fieldsOf, within } from "./place.tsx";

type Props = { visit: Visit; place: Place; one: OneRequest; problem?: Problem | undefined };

/** Where the candidate's consent to these very questions stands (R8.2). */
export function Consent({ visit, place, one }: Props) {
	const { t, lang } = visit;
	const { asked, copy } = one;
	const waits = asked?.state === "asked" || asked?.state === "registered";
	const good = copy !== null && one.sameQuestions;
	return (
		<Section id="toestemming" title={t("Toestemming van de kandidaat", "The candidate's consent")}>
			<Stack gap={4}>
				<p>
					{good ? (
						<>
							<Badge tone="done">{t("Geldt", "In force")}</Badge>{" "}
							{t(
								`Voor precies deze vragen, tot en met ${formatDate(copy.until, lang)}.`,
								`For exactly these questions, until ${formatDate(copy.until, lang)}.`,
							)}
						</>
					) : copy ? (
						<>
							<Badge tone="warn">{t("Andere vragen", "Other questions")}</Badge>{" "}
							{t("De vragen zijn veranderd sinds de kandidaat ja zei.", "The questions changed since the candidate said yes.")}
						</>
					) : asked ? (
						<>
							<Badge tone={waits ? "waiting" : "warn"}>{consentStateNames[asked.state][lang]}</Badge>{" "}
							{formatDate(asked.state_at, lang)}
						</>
					) : (
						t("Nog niet gevraagd.", "Not asked yet.")
					)}{" "}
					<Clause id="R8.2" />
				</p>
				{one.state === "draft" && !good && !waits ? (
					<DeedForm visit={visit} place={place} one={one} deed="ask">
						<Button>{t("Vraag de kandidaat of dit mag", "Ask the candidate whether this may be asked")}</Button>
					</DeedForm>
				) : null}
				<p>
					<a href={`/kandidaten/${place.candidate}/toestemmingen`}>
						{t("Alle toestemmingen, ook op papier", "All consents, on paper too")}
					</a>
				</p>
			</Stack>
		</Section>
	);
}

/** The letter: made with the consent in it, printed, and recorded as sent. */
export function Letter({ visit, place, one, problem: all }: Props) {
	const { t, lang, by } = visit;
	if (one.state === "withdrawn" && !one.hasLetter) return null;
	const consent = one.copy !== null && one.sameQuestions;
	const make = mayMakeLetter({ state: one.state, consent, address: one.address });
	const same = one.copy === null ? "none" : one.copy.id === one.consent_id ? "same" : "other";
	const send = maySend({ state: one.state, letter: one.hasLetter, consent: same, sentOn: today(by), today: today(by) });
	const problem = all?.values.do === "send" ? all : undefined;
	const makeWords = one.hasLetter ? t("Maak de brief opnieuw", "Make the letter anew") : t("Maak de brief", "Make the letter");
	const form = within(place, `/verzoeken/${one.id}/toestemming.pdf`);
	return (
		<Section id="brief" title={t("De brief", "The letter")}>
			<Stack gap={4}>
				{one.sent_on ? (
					<p>{t(`Verstuurd op ${formatDate(one.sent_on, lang)}.`, `Sent on ${formatDate(one.sent_on, lang)}.`)}</p>
				) : null}
				{one.hasLetter ? (
					<p>
						<LinkButton href={within(place, `/verzoeken/${one.id}/brief.pdf`)} newTab>
							{t("Open de brief, met de toestemming (pdf)", "Open the letter, with the consent (PDF)")}
						</LinkButton>
					</p>
				) : null}
				{one.hasLetter && one.copy?.paper?.type === "application/pdf" ? (
					<Notice
						tone="warn"
						title={t(
							"Druk ook het ondertekende formulier af en stuur het mee",
							"Print the signed form as well and send it along",
						)}
					>
						<p>
							<a href={form} target="_blank" rel="noopener" data-turbo="false">
								{t("Het ondertekende formulier (pdf)", "The signed form (PDF)")}
							</a>
						</p>
					</Notice>
				) : null}
				{one.state !== "draft" ? null : make.allowed ? (
					<DeedForm visit={visit} place={place} one={one} deed="make">
						<WhichConsent visit={visit} one={one} />
						<Button look={one.hasLetter ? "quiet" : "primary"}>{makeWords}</Button>
					</DeedForm>
				) : (
					<RefusedButton why={make.why[lang]} clause={make.because}>
						{makeWords}
					</RefusedButton>
				)}
				{one.state === "draft" && one.hasLetter ? (
					send.allowed ? (
						<DeedForm visit={visit} place={place} one={one} deed="send">
							<DateField
								name="sent"
								label={t("Op de post gedaan, of overhandigd, op", "Posted, or handed over, on")}
								value={problem ? typedDate(problem.values, "sent") : today(by)}
								{...fieldsOf(problem).error("sent")}
							/>
							<Button>{t("Leg vast dat de brief is verstuurd", "Record that the letter was sent")}</Button>
						</DeedForm>
					) : (
						<RefusedButton why={send.why[lang]} clause={send.because}>
							{t("Leg vast dat de brief is verstuurd", "Record that the letter was sent")}
						</RefusedButton>
					)
				) : null}
			</Stack>
		</Section>
	);
}

/** Of several consents for the same doctor: which one stands in the letter, and so which the candidate can stop it with (R8.2). */
function WhichConsent({ visit: { t, lang }, one }: { visit: Visit; one: OneRequest }) {
	if (one.copies.length < 2) return null;
	return (
		<Radios
			name="consent"
			label={t("Op welke toestemming gaat de brief?", "On which consent does the letter go?")}
			hint={t(
				"Die staat in de brief. Trekt de kandidaat haar in, dan gaat de brief niet.",
				"It stands in the letter. If the candidate withdraws it, the letter does not go.",
			)}
			value={one.copy?.id ?? ""}
			options={one.copies.map((copy) => {
				const [given, until] = [copy.givenOn ? formatDate(copy.givenOn, lang) : "", formatDate(copy.until, lang)];
				const good = isTo(copy, one.question);
				return {
					value: copy.id,
					label: t(`Gegeven op ${given}, tot en met ${until}`, `Given on ${given}, until ${until}`),
					hint: good ? t(`Nummer ${copy.number}`, `Number ${copy.number}`) : t("Voor andere vragen", "For other questions"),
					disabled: !good,
				};
			})}
		/>
	);
}

/** What came back, and filing it: in here and nowhere else (R8.3). */
export function Answers({ visit, place, one, problem: all }: Props) {
	const { t, lang, by } = visit;
	if (!mayStep(one.state, "answer").allowed && one.answers.length === 0) return null;
	const problem = all?.values.do === "answer" ? all : undefined;
	const { typed, error } = fieldsOf(problem);
	const file = mayFileAnswer({
		state: one.state,
		consent: one.copy !== null && one.copy.id === one.consent_id,
		receivedOn: today(by),
		today: today(by),
		empty: false,
	});
	const words = t("Berg het antwoord op", "File the answer");
	return (
		<Section id="antwoord" title={t("Het antwoord", "The answer")}>
			<Stack gap={4}>
				{one.answers.map((answer) => (
					<Stack gap={2}>
						<p class="meta">
							{t(`Ontvangen op ${formatDate(answer.received_on, lang)}`, `Received on ${formatDate(answer.received_on, lang)}`)}
						</p>
						{answer.words ? (
							<Prose>
								{answer.words.split(/\n+/).map((line) => (
									<p>{line}</p>
								))}
							</Prose>
						) : null}
						{answer.file_type ? (
							<p>
								<a
									href={within(place, `/verzoeken/${one.id}/antwoord/${answer.id}`)}
									target="_blank"
									rel="noopener"
									data-turbo="false"
								>
									{t("Open het antwoord zoals het kwam", "Open the answer as it came")}
								</a>
							</p>
						) : null}
					</Stack>
				))}
				{!mayStep(one.state, "answer").allowed ? null : file.allowed ? (
					<DeedForm visit={visit} place={place} one={one} deed="answer" upload>
						<DateField
							name="received"
							label={t("Ontvangen op", "Received on")}
							value={problem ? typedDate(problem.values, "received") : today(by)}
							{...error("received")}
						/>
						<FileField
							name="file"
							optional
							accept=".pdf,.png,.jpg,.jpeg"
							label={t("Het antwoord zelf", "The answer itself")}
							hint={t("Als pdf, PNG of JPEG. Het wordt versleuteld bewaard.", "As a PDF, PNG or JPEG. It is kept encrypted.")}
						/>
						<TextArea
							name="words"
							rows={5}
							optional
							label={t("Of typ het over", "Or type it over")}
							value={typed("words")}
							{...error("words")}
						/>
						<Button look={one.answers.length > 0 ? "quiet" : "primary"}>{words}</Button>
					</DeedForm>
				) : (
					<RefusedButton why={file.why[lang]} clause={file.because}>
						{words}
					</RefusedButton>
				)}
			</Stack>
		</Section>
	);
}
