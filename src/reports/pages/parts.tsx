import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { Diff } from "../../ui/content.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Notice, type NoticeTone } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { changesBetween, hasChanged, shortened, whole } from "../changes.ts";
import { hasViewThatCounts } from "../facts.server.ts";
import type { OpenedReport, OpenedVersion } from "../report-view.server.ts";
import type { Answer } from "../rules.ts";
import { answerWords, called } from "../words.ts";

/** A member of staff by name; the candidate is called by theirs. */
export function who({ t }: Visit, opened: OpenedReport, id: string | undefined): string {
	if (id === opened.report.subject_id) return fullName(opened.candidate.name);
	const person = opened.staff.find((one) => one.id === id);
	return person ? fullName(person.name) : t("het systeem", "the system");
}

const answerTones: Record<Answer, NoticeTone> = {
	approved: "success",
	approvedWithRemark: "success",
	changeRequested: "warn",
	refused: "refused",
};

/** What the candidate answered. Their reason is for staff and stays here; their own view goes out with the next version (house decision 10). */
export function AnswerNotice({ visit, opened, version }: { visit: Visit; opened: OpenedReport; version: OpenedVersion }) {
	const { t, lang } = visit;
	const { answer } = version;
	if (!answer) return null;
	const name = called(opened.candidate.name);
	return (
		<Notice
			tone={answerTones[answer.answer]}
			title={`${name}: ${answerWords[answer.answer][lang]} (${t("versie", "version")} ${version.n}, ${formatDate(answer.on, lang)})`}
		>
			{answer.remark ? (
				<Quote
					about={t(
						`Wat ${name} erbij schreef (alleen voor jullie, gaat niet mee)`,
						`What ${name} wrote (for staff only, does not go out)`,
					)}
					text={answer.remark}
				/>
			) : null}
			{answer.own_view ? <Quote about={t(`Eigen zienswijze van ${name}`, `${name}’s own view`)} text={answer.own_view} /> : null}
			{answer.own_view ? (
				<p class="meta">
					{hasViewThatCounts(answer)
						? t(
								"De zienswijze komt ongewijzigd achter de volgende versie te staan.",
								"The own view is added to the next version, unchanged.",
							)
						: t(
								"Deze zienswijze is overgetypt van papier. Zij komt pas achter de volgende versie als een collega het papier bevestigt; doe dat dus eerst.",
								"This own view was typed over from paper. It is added to the next version only once a colleague confirms the paper; so do that first.",
							)}
				</p>
			) : null}
		</Notice>
	);
}

function Quote({ about, text }: { about: string; text: string }) {
	return (
		<>
			<p class="meta">{about}</p>
			<blockquote class="said">{text}</blockquote>
		</>
	);
}

/** What changed from one text to the next, around the changes; the whole text is one click further. */
export function WhatChanged({
	visit,
	before,
	after,
	from,
	to,
}: {
	visit: Visit;
	before: { title: string; body: string };
	after: { title: string; body: string };
	from: number;
	to: number;
}) {
	const { t } = visit;
	const changes = changesBetween(whole(before), whole(after));
	const title = t(`Wat is er veranderd sinds versie ${from}`, `What changed since version ${from}`);
	const label = t(`Versie ${from} en versie ${to} vergeleken`, `Versions ${from} and ${to} compared`);
	return (
		<Section title={title} id="veranderd">
			{hasChanged(changes) ? (
				<>
					<Diff label={label} parts={shortened(changes)} />
					<More summary={t("Toon de hele tekst", "Show the whole text")}>
						<Diff label={label} parts={changes} />
					</More>
				</>
			) : (
				<p>
					{before.body === after.body
						? t("De tekst is dezelfde.", "The text is the same.")
						: t("De woorden zijn dezelfde; alleen de opmaak is anders.", "The words are the same; only the layout differs.")}
				</p>
			)}
		</Section>
	);
}
