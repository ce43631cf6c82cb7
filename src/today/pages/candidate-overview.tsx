import { recipientOf } from "../../disclosures/queries.server.ts";
import { atStart } from "../../law/bilingual.ts";
import { today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { whatIs } from "../../reporting-agreements/sentences.ts";
import { type Waiting, waitingFor } from "../../reports/queries.server.ts";
import { called } from "../../reports/words.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Card, Stack } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { When } from "../../ui/time.tsx";
import { type Overview, overviewOf } from "../mine.server.ts";

/** Where the portal begins: what waits for me, what is coming, what happened (R3.b). */
export const candidateOverview: Page = { path: "/mijn", portal: "candidate", who: "signedIn", get: (visit) => show(visit) };

async function show(visit: Visit): Promise<View> {
	const { t, by } = visit;
	// what stops without an answer comes before what is only to be known
	const waiting = (await waitingFor(by)).sort((a, b) => Number(b.kind === "extensive") - Number(a.kind === "extensive"));
	const overview = await overviewOf(by);
	const count = waiting.length + overview.agreements.length + overview.questions.length;
	return {
		title: t("Overzicht", "Overview"),
		active: "/mijn",
		body: (
			<>
				<PageHead
					title={t(`Dag ${called(overview.name)}`, `Hello ${called(overview.name)}`)}
					line={
						count === 0
							? t("Er wacht niets op u.", "Nothing waits for you.")
							: count === 1
								? t("Er wacht één ding op u.", "One thing waits for you.")
								: t(`Er wachten ${count} dingen op u.`, `${count} things wait for you.`)
					}
				/>
				<Stack gap={8}>
					{count > 0 ? (
						<Stack gap={4}>
							{waiting.map((one) => (
								<WaitingReport visit={visit} one={one} />
							))}
							{overview.questions.map(({ id, asked_at }) => (
								<Card
									tone="waiting"
									title={t("Wij vragen of iets mag", "We ask whether something is allowed")}
									meta={t(`Sinds ${formatDate(asked_at, "nl")}`, `Since ${formatDate(asked_at, "en")}`)}
									action={
										<LinkButton look="primary" href={`/mijn/toestemmingen/${id}`}>
											{t("Lees de vraag", "Read the question")}
										</LinkButton>
									}
								>
									<p>{t("U beslist. Zonder uw ja gebeurt het niet.", "You decide. Without your yes it does not happen.")}</p>
								</Card>
							))}
							{overview.agreements.map(({ id }) => (
								<Card
									tone="waiting"
									title={t("Lees de afspraken", "Read the agreements")}
									action={
										<LinkButton look="primary" href={`/mijn/afspraken/${id}`}>
											{t("Lees de afspraken", "Read the agreements")}
										</LinkButton>
									}
								>
									<p>{t("Er staat in wie iets over u krijgt, en wat.", "They say who gets something about you, and what.")}</p>
								</Card>
							))}
						</Stack>
					) : null}
					<Coming visit={visit} overview={overview} />
					<Happened visit={visit} overview={overview} />
				</Stack>
			</>
		),
	};
}

function WaitingReport({ visit: { t, lang }, one }: { visit: Visit; one: Waiting }) {
	const who = one.author ? called(one.author.name) : t("uw begeleider", "your coach");
	const organisation = one.organisation ?? t("de ontvanger", "the recipient");
	const extensive = one.kind === "extensive" && !one.excepted;
	const title = one.excepted
		? t("Lees het verslag dat zonder uw akkoord ging", "Read the report that went without your approval")
		: extensive
			? t(`Lees het verslag dat ${who} wil sturen`, `Read the report that ${who} wants to send`)
			: t(`Lees het bericht dat ${who} stuurt`, `Read the message that ${who} sends`);
	return (
		<Card
			tone="waiting"
			title={title}
			meta={t(`Sinds ${formatDate(one.submitted_at, lang)}`, `Since ${formatDate(one.submitted_at, lang)}`)}
			action={
				<LinkButton look="primary" href={`/mijn/rapporten/${one.id}`}>
					{one.kind === "extensive" ? t("Lees het verslag", "Read the report") : t("Lees het bericht", "Read the message")}
				</LinkButton>
			}
		>
			<p>
				{one.excepted
					? t(
							`Het is voor ${organisation}. U leest ook waarom dit moest.`,
							`It is for ${organisation}. You also read why this had to be.`,
						)
					: extensive
						? t(
								`Het is voor ${organisation}. ${one.confirmed ? "Het mag weg zonder uw akkoord." : "Zonder uw akkoord gaat het niet weg."}`,
								`It is for ${organisation}. ${one.confirmed ? "It may go without your approval." : "Without your approval it does not go."}`,
							)
						: t(
								`Het is voor ${organisation}. U hoeft niets goed te keuren.`,
								`It is for ${organisation}. You need not approve anything.`,
							)}
			</p>
		</Card>
	);
}

function Coming({ visit: { t, lang, by }, overview }: { visit: Visit; overview: Overview }) {
	const { coming, contacts, open } = overview;
	const now = today(by);
	return (
		<Section id="straks" title={t("Wat eraan komt", "What is coming")}>
			{coming.length === 0 ? (
				<EmptyState
					title={
						open
							? t("De komende drie maanden staat er niets gepland.", "Nothing is planned for the next three months.")
							: t("U hebt nu geen traject dat loopt.", "You have no trajectory under way now.")
					}
				/>
			) : (
				<Prose>
					<ul>
						{coming.map(({ due, line }) => {
							const contact = contacts.find((one) => one.id === line.contactId);
							const name = contact ? fullName(contact.name) : t("iemand", "somebody");
							const to = contact?.organisation ? `${name} (${contact.organisation})` : name;
							const what = whatIs(line)[lang];
							return (
								<li>
									<span class="meta">
										{due < now ? t("Dit had er al moeten zijn:", "This should have been there:") : null} <When at={due} />.
									</span>{" "}
									{atStart(what)} {t("voor", "for")} {to}.
								</li>
							);
						})}
					</ul>
				</Prose>
			)}
		</Section>
	);
}

function Happened({ visit, overview }: { visit: Visit; overview: Overview }) {
	const { t, lang } = visit;
	return (
		<Section
			id="gebeurd"
			title={t("Wat er gebeurde", "What happened")}
			action={<a href="/mijn/traject">{t("Alles over mijn traject", "All about my trajectory")}</a>}
		>
			{overview.events.length === 0 ? (
				<EmptyState title={t("Er gebeurde nog niets.", "Nothing happened yet.")} />
			) : (
				<Prose>
					<ul>
						{overview.events.map((event) => (
							<li>
								<span class="meta">{formatDate(event.at, lang)}.</span> {eventSentence(visit, event)}
							</li>
						))}
					</ul>
				</Prose>
			)}
		</Section>
	);
}

function eventSentence({ t }: Visit, event: Overview["events"][number]): string {
	const who = event.by ? called(event.by.name) : t("Uw begeleider", "Your coach");
	switch (event.what) {
		case "step": {
			const steps = {
				registered: t("U bent ingeschreven.", "You were registered."),
				started: t("Uw traject begon.", "Your trajectory began."),
				closed: t("Uw traject eindigde.", "Your trajectory ended."),
				reopened: t("Uw traject ging weer open.", "Your trajectory was opened again."),
			};
			return steps[event.step];
		}
		case "coach":
			return t(`${who} werd uw begeleider.`, `${who} became your coach.`);
		case "told":
			return event.portal
				? t("U las de afspraken.", "You read the agreements.")
				: t(`${who} vertelde u van de afspraken.`, `${who} told you of the agreements.`);
		case "submitted":
			return event.kind === "extensive"
				? t(`${who} legde een verslag aan u voor.`, `${who} submitted a report to you.`)
				: t(`${who} schreef een kort bericht over u.`, `${who} wrote a brief message about you.`);
		case "answered": {
			const answers = {
				approved: t("U gaf akkoord op een verslag.", "You approved a report."),
				approvedWithRemark: t("U gaf akkoord op een verslag, met een opmerking.", "You approved a report, with a remark."),
				changeRequested: t("U vroeg om een verslag te wijzigen.", "You asked to change a report."),
				refused: t("U gaf geen akkoord op een verslag.", "You did not approve a report."),
			};
			return answers[event.answer];
		}
		case "sent": {
			const to = event.recipient ? atStart(recipientOf(event.recipient).name) : t("De ontvanger", "The recipient");
			if (event.form === "letter") return t(`${to} kreeg een brief over u.`, `${to} got a letter about you.`);
			return event.form === "oral"
				? t(`${to} hoorde iets over u in een gesprek.`, `${to} was told about you in a conversation.`)
				: t(`${to} kreeg een verslag of bericht over u.`, `${to} got a report or message about you.`);
		}
	}
}
