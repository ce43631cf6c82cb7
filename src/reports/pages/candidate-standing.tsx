import { Section } from "../../ui/headings.tsx";
import { Facts, More } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { answerWords } from "../words.ts";
import { About, Document, type Parts } from "./candidate-parts.tsx";
import { recipientsOf } from "./frozen.tsx";

/** How it stands when nothing is asked of the candidate: their answer, and what happens next. */
export function Standing(parts: Parts) {
	const { visit, opened } = parts;
	const { t, lang } = visit;
	const answer = opened.answers.find((one) => one.version_id === opened.version.id) ?? opened.answers[0];
	const [title, text] = whatNext(parts);
	return (
		<>
			<Notice
				tone={opened.disclosure?.state === "accepted" || opened.report.state === "approved" ? "success" : "info"}
				title={title}
			>
				<p>{text}</p>
			</Notice>
			{answer ? (
				<Section title={t("Uw antwoord", "Your answer")} id="antwoord">
					<Facts
						facts={[
							{
								label: t("Antwoord", "Answer"),
								value: answerWords[answer.answer][lang].replace(/^./, (letter) => letter.toUpperCase()),
							},
							{
								label: t("Gegeven op", "Given on"),
								value: formatDate(answer.answered_on, lang) + (answer.method === "paper" ? t(" (op papier)", " (on paper)") : ""),
							},
							...(answer.remark ? [{ label: t("Uw opmerking", "Your remark"), value: answer.remark }] : []),
							...(answer.own_view ? [{ label: t("Uw zienswijze", "Your own view"), value: answer.own_view }] : []),
						]}
					/>
				</Section>
			) : null}
			<About {...parts} />
			<More summary={t("Lees het document nog eens", "Read the document again")}>
				<Document {...parts} />
			</More>
		</>
	);
}

function whatNext({ visit, opened, coach }: Parts): readonly [title: string, text: string] {
	const { t, lang } = visit;
	const { report, disclosure } = opened;
	const to = recipientsOf(opened.words[0] as { recipients: string })[0]?.name ?? "";
	switch (report.state) {
		case "approved":
			return [
				t("U gaf akkoord", "You approved"),
				t(
					`${coach} kan het verslag nu sturen naar ${to}. Verandert er nog iets, dan vragen wij u opnieuw. Bij ‘Wie wat kreeg’ ziet u wanneer het is verstuurd.`,
					`${coach} can now send the report to ${to}. If anything changes, we ask you again. ‘Who received what’ shows when it was sent.`,
				),
			];
		case "refused":
			if (opened.exception?.confirmed_at)
				return [
					t("U ging niet akkoord", "You did not approve"),
					t("Het verslag kan toch weggaan. Hierboven leest u waarom.", "The report can go out all the same. Above you read why."),
				];
			return [
				t("U ging niet akkoord", "You did not approve"),
				t(
					`Dit verslag is niet verstuurd. ${coach} neemt contact met u op. Wat u schreef, blijft bij ons bureau.`,
					`This report was not sent. ${coach} will contact you. What you wrote stays with our agency.`,
				),
			];
		case "changeRequested":
			return [
				t("U vroeg om een verandering", "You asked for a change"),
				t(
					`${coach} leest wat u schreef en maakt een nieuwe versie. Die leest u eerst. Tot dan gaat er niets weg.`,
					`${coach} reads what you wrote and makes a new version. You read that first. Until then nothing goes out.`,
				),
			];
		case "draft":
			return [
				t("Er komt een nieuwe versie", "A new version is coming"),
				t(
					`${coach} werkt aan een nieuwe versie. U krijgt bericht als die klaar is. De vorige versie gaat niet meer weg.`,
					`${coach} is working on a new version. You are told when it is ready. The previous version does not go out any more.`,
				),
			];
		case "withdrawn":
			return [
				t("Dit verslag is ingetrokken", "This report was withdrawn"),
				t("Er gaat niets van weg.", "Nothing of it goes out."),
			];
		case "sent":
			if (disclosure?.state === "accepted")
				return [
					t(`Verstuurd naar ${to}`, `Sent to ${to}`),
					t(
						`Op ${formatMoment(disclosure.state_at, "nl")}. U vindt het terug bij ‘Wie wat kreeg’.`,
						`On ${formatMoment(disclosure.state_at, "en")}. You find it under ‘Who received what’.`,
					),
				];
			return [
				t(`Het gaat naar ${to}`, `It goes to ${to}`),
				t(
					"Het staat klaar om te worden verstuurd. Bij ‘Wie wat kreeg’ ziet u wanneer het is aangekomen.",
					"It is ready to be sent. ‘Who received what’ shows when it has arrived.",
				),
			];
		case "submitted":
			return [
				lang === "nl" ? "U kent dit bericht" : "You know this message",
				t(
					`Het wordt gestuurd naar ${to}. Bij ‘Wie wat kreeg’ ziet u wanneer.`,
					`It is sent to ${to}. ‘Who received what’ shows when.`,
				),
			];
	}
}
