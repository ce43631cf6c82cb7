import { FreshCodeField } from "../../accounts/fresh-code.tsx";
import { type CategoryId, categories } from "../../law/categories.ts";
import { parseContent } from "../../platform/pdf/content.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { linePurposes } from "../../reporting-agreements/rules.ts";
import { sentence } from "../../reporting-agreements/sentences.ts";
import { Actions, Button } from "../../ui/buttons.tsx";
import { type Block, ContentBlocks, PdfView } from "../../ui/content.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { Prose, Section } from "../../ui/headings.tsx";
import { Facts, More } from "../../ui/layout.tsx";
import { formatDate } from "../../ui/text.ts";
import { asTyped } from "../document.server.ts";
import { type MyReport, viewInside } from "../my-report.server.ts";
import { recipientsOf } from "./frozen.tsx";
import { WhatChanged } from "./parts.tsx";

export type Parts = { visit: Visit; opened: MyReport; coach: string };

/** What goes, to whom and why: as it is frozen, in the same words wherever it is shown. */
export function About({ visit, opened }: Parts) {
	const { t, lang } = visit;
	const { line, version, words } = opened;
	const [recipient] = recipientsOf(words[0] as { recipients: string });
	const about = line.categories.map((id) => categories[id as CategoryId][lang].toLowerCase()).join(", ");
	const why = linePurposes[line.purpose as keyof typeof linePurposes]?.[lang];
	return (
		<Facts
			facts={[
				{
					label: t("Wat", "What"),
					value: `${words[0]?.title ?? ""} (${t(`versie ${version.n} van ${formatDate(version.submittedAt, "nl")}`, `version ${version.n} of ${formatDate(version.submittedAt, "en")}`)})`,
				},
				{
					label: t("Aan wie", "To whom"),
					value: (
						<>
							{recipient?.name}
							{recipient?.jobTitle ? `, ${recipient.jobTitle}` : ""}, {recipient?.commissionerName}
							<br />
							{recipient?.email}
						</>
					),
				},
				{ label: t("Waarover", "About"), value: about.charAt(0).toUpperCase() + about.slice(1) },
				{ label: t("Waarom", "Why"), value: why ? why.charAt(0).toUpperCase() + why.slice(1) : "" },
				{
					label: t("Uw afspraak", "Your agreement"),
					value: sentence(line, { name: recipient?.name ?? "", organisation: recipient?.commissionerName ?? null }, lang),
				},
			]}
		/>
	);
}

export function Document({ visit, opened }: Parts) {
	const { t } = visit;
	const { report, version } = opened;
	const [words] = opened.words;
	const inside = viewInside(opened);
	const brief = report.kind === "brief";
	const text = (
		<Prose>
			<h3>{words?.title}</h3>
			<ContentBlocks blocks={parseContent(words?.body ?? "") as Block[]} under={3} />
			{inside ? (
				<>
					<h3>{t("Uw eigen zienswijze", "Your own view")}</h3>
					<ContentBlocks blocks={parseContent(asTyped(inside)) as Block[]} under={3} />
				</>
			) : null}
		</Prose>
	);
	return (
		<Section title={brief ? t("Het bericht", "The message") : t("Het verslag", "The report")} id="verslag">
			{brief ? text : null}
			<PdfView
				href={`/mijn/rapporten/${report.id}/versies/${version.id}.pdf`}
				title={brief ? t("het bericht", "the message") : t("het verslag", "the report")}
			/>
			{brief ? null : <More summary={t("Lees de tekst groot op dit scherm", "Read the text large on this screen")}>{text}</More>}
		</Section>
	);
}

function Changed({ visit, opened }: Parts) {
	const [now, before] = opened.words;
	return now && before ? <WhatChanged visit={visit} before={before} after={now} from={before.n} to={now.n} /> : null;
}

/** R7.1: what, to whom, why, what happens on a no; then two buttons of equal weight, and a third for a change. */
export function Deciding(parts: Parts & { problem?: Problem | undefined }) {
	const { visit, opened, coach, problem } = parts;
	const inside = viewInside(opened);
	const { t, by } = visit;
	const { version } = opened;
	const typed = problem?.values;
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	return (
		<>
			<About {...parts} />
			<Document {...parts} />
			<Changed {...parts} />
			<SayingNo {...parts} />
			<Section title={t("Uw antwoord", "Your answer")} id="antwoord">
				<Form requestId={by.chance.uuid()}>
					{/* Enter in a field presses the first button: here that is none, so that nobody answers by accident. */}
					<button type="submit" disabled hidden />
					<input type="hidden" name="answer_id" value={String(typed?.answer_id ?? by.chance.uuid())} />
					<input type="hidden" name="version" value={version.id} />
					<input type="hidden" name="sha256" value={version.sha256} />
					<input type="hidden" name="recipients" value={version.recipientsSha256} />
					<TextArea
						name="remark"
						optional
						rows={4}
						label={t("Opmerking", "Remark")}
						value={String(typed?.remark ?? "")}
						{...error("remark")}
						hint={t(
							`Alleen ${coach} en collega’s die u begeleiden lezen dit. Het gaat niet mee.`,
							`Only ${coach} and colleagues who guide you read this. It does not go out.`,
						)}
					/>
					<TextArea
						name="own_view"
						optional
						rows={4}
						label={t("Uw eigen zienswijze", "Your own view")}
						value={String(typed?.own_view ?? inside ?? "")}
						{...error("own_view")}
						hint={t(
							"Wilt u dat de ontvanger leest hoe u het zelf ziet? Dit komt in uw eigen woorden achter de volgende versie.",
							"Do you want the recipient to read how you see it yourself? This is added to the next version, in your own words.",
						)}
					/>
					<FreshCodeField
						{...(problem?.errors.code && { error: problem.errors.code })}
						hint={t(
							"Zo weten wij zeker dat u het bent. Het is de code die uw app nu toont. Een herstelcode mag ook.",
							"This way we know it is you. It is the code that your app shows now. A recovery code works too.",
						)}
					/>
					<Actions equal>
						<Button look="equal" name="answer" value="approve">
							{t("Ik ga akkoord", "I approve")}
						</Button>
						<Button look="equal" name="answer" value="refuse">
							{t("Ik ga niet akkoord", "I do not approve")}
						</Button>
					</Actions>
					<Button look="quiet" name="answer" value="change">
						{t("Ik wil dat er iets verandert", "I want something changed")}
					</Button>
					{opened.exception?.confirmed_at ? null : (
						<p class="meta">
							{t(
								"U hoeft niet nu te antwoorden. Zolang u niet antwoordt, gaat er niets weg.",
								"You need not answer now. As long as you do not answer, nothing goes out.",
							)}
						</p>
					)}
				</Form>
			</Section>
		</>
	);
}

function SayingNo({ visit, opened, coach }: Parts) {
	const { t } = visit;
	const organisation = recipientsOf(opened.words[0] as { recipients: string })[0]?.commissionerName ?? "";
	return (
		<Section title={t("Wat als ik nee zeg?", "What if I say no?")} id="nee">
			<Prose>
				<ul>
					<li>
						{opened.exception?.confirmed_at
							? t(
									"Dan kijken wij er opnieuw naar. Tot dan gaat het niet weg.",
									"Then we look at it again. Until then it does not go.",
								)
							: t(
									`Dan krijgt ${organisation} dit verslag niet. ${coach} hoort dat u niet akkoord bent en neemt contact met u op.`,
									`Then ${organisation} does not get this report. ${coach} hears that you do not approve and contacts you.`,
								)}
					</li>
					<li>{t("Waarom u nee zegt, blijft bij ons bureau.", "Why you say no stays with our agency.")}</li>
					<li>
						{t(
							"Moet er volgens de wet tóch iets weg? Dan hoort u dat, en gaat uw eigen zienswijze mee.",
							"Does the law require that something goes out after all? Then you are told, and your own view goes with it.",
						)}
					</li>
				</ul>
			</Prose>
		</Section>
	);
}

/** R7.2: a brief message is not approved, but known. The button is the proof; opening the page is not. */
export function Reading(parts: Parts) {
	const { visit, opened, coach } = parts;
	const { t } = visit;
	return (
		<>
			<p>
				{t(
					`Dit is een kort bericht. U hoeft er niet mee akkoord te gaan, maar u hoort te weten dat het gaat. Klopt er iets niet? Laat het ${coach} dan meteen weten.`,
					`This is a brief message. You need not approve it, but you are to know that it goes. Is something not right? Then let ${coach} know at once.`,
				)}
			</p>
			<Document {...parts} />
			<About {...parts} />
			<Changed {...parts} />
			<ActionForm action={`/mijn/rapporten/${opened.report.id}`} fields={{ do: "read" }}>
				<Button>{t("Ik heb dit gelezen", "I have read this")}</Button>
			</ActionForm>
		</>
	);
}
