import { recipientOf } from "../../disclosures/queries.server.ts";
import type { State } from "../../disclosures/rules.ts";
import { atStart, inSentence } from "../../law/bilingual.ts";
import { categories, channelFor } from "../../law/categories.ts";
import { dateOf } from "../../law/deadlines.ts";
import { exceptionGrounds } from "../../law/exceptions.ts";
import { groundKinds } from "../../law/grounds.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose } from "../../ui/headings.tsx";
import { Stack } from "../../ui/layout.tsx";
import { Badge, EmptyState, type Tone } from "../../ui/states.tsx";
import { formatDate, formatTime } from "../../ui/text.ts";
import { Diary, type DiaryDay } from "../../ui/time.tsx";
import { type Received, receivedOf } from "../received.server.ts";

/** Who received what about me: every disclosure, also what was stopped or taken back (R4.1). */
export const candidateDisclosures: Page = {
	path: "/mijn/verstrekkingen",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => show(visit),
};

async function show(visit: Visit): Promise<View> {
	const { t } = visit;
	const received = await receivedOf(visit.by);
	const title = t("Wie kreeg wat over u?", "Who received what about you?");
	return {
		title,
		active: "/mijn/verstrekkingen",
		body: (
			<>
				<PageHead title={title} />
				<Stack gap={8}>
					<Prose>
						<p>
							{t(
								"Hier staat alles wat wij over u aan anderen gaven. Ook wat niet doorging, staat erbij.",
								"This is everything we gave to others about you. What did not go out is listed too.",
							)}
						</p>
					</Prose>
					{received.length === 0 ? (
						<EmptyState title={t("Wij gaven nog niets over u aan anderen.", "We have given nothing about you to others yet.")}>
							<p>
								{t("Een uitgebreid verslag leest u altijd eerst.", "You always read an extensive report first.")}{" "}
								<Clause id="R7.1" />
							</p>
						</EmptyState>
					) : (
						<Diary days={diary(visit, received)} />
					)}
				</Stack>
			</>
		),
	};
}

function diary(visit: Visit, received: readonly Received[]): DiaryDay[] {
	const days = new Map<string, Received[]>();
	for (const one of [...received].sort((a, b) => momentOf(b).localeCompare(momentOf(a)))) {
		const day = momentOf(one).slice(0, 10);
		days.set(day, [...(days.get(day) ?? []), one]);
	}
	return [...days].map(([date, ones]) => ({
		date,
		label: formatDate(date, visit.lang),
		lines: ones.map((one) => ({
			...(one.form === "written" && { time: formatTime(one.state_at, visit.lang) }),
			text: sentenceOf(visit, one),
			detail: <Detail visit={visit} one={one} />,
		})),
	}));
}

/** The day it was told, or the day of the state it is in; within a day by the clock. */
const momentOf = (one: Received): string => `${one.on_day ?? dateOf(one.state_at)} ${one.state_at.toISOString()}`;

const tones: Record<State, Tone> = {
	...{ queued: "waiting", transmitting: "waiting", accepted: "done", bounced: "warn", blocked: "refused", unknown: "warn" },
	...{ undone: "neutral", recorded: "done" },
};

/** Per state a sentence: who got it, gets it, or did not. */
function sentenceOf(visit: Visit, one: Received): string {
	const { t } = visit;
	const { name, commissionerName } = recipientOf(one);
	const who = atStart(commissionerName && commissionerName !== name ? `${name} (${commissionerName})` : name);
	const whats = {
		extensive: t("een verslag over u", "a report about you"),
		brief: t("een kort bericht over u", "a brief message about you"),
	};
	const what = one.version ? whats[one.version.kind] : t("een bericht over u", "a message about you");
	const said: Record<State, string> = {
		queued: t(
			`${who} krijgt straks ${what}. Het kan nog worden teruggehaald.`,
			`${who} will soon get ${what}. It can still be taken back.`,
		),
		transmitting: t(`${who} krijgt nu ${what}.`, `${who} is getting ${what} now.`),
		accepted: acceptedOf(visit, one, who, what),
		bounced: t(`${who} kreeg ${what} niet. De mail werd geweigerd.`, `${who} did not get ${what}. The mail was refused.`),
		blocked: t(`${who} kreeg ${what} niet. Wij hielden het tegen.`, `${who} did not get ${what}. We stopped it.`),
		unknown: t(`${who} kreeg misschien ${what}. Dat zoeken wij uit.`, `${who} may have got ${what}. We are finding out.`),
		undone: t(
			`${who} kreeg ${what} niet. Wij haalden het op tijd terug.`,
			`${who} did not get ${what}. We took it back in time.`,
		),
		recorded:
			one.form === "letter"
				? t(`${who} kreeg een brief over u.`, `${who} got a letter about you.`)
				: t(`${who} hoorde iets over u in een gesprek.`, `${who} was told about you in a conversation.`),
	};
	return said[one.state];
}

/** What weighs too much for mail is collected with a code: only then did they get it (R8.1). */
function acceptedOf({ t }: Visit, one: Received, who: string, what: string): string {
	if (channelFor(one.categories) !== "C") return t(`${who} kreeg ${what}, per e-mail.`, `${who} got ${what}, by e-mail.`);
	const [first] = one.collecting.filter((event) => event.kind === "collected");
	if (first) return t(`${who} haalde ${what} op, met een code.`, `${who} collected ${what}, with a code.`);
	return t(
		`${who} kreeg een link naar ${what}. Het is nog niet opgehaald.`,
		`${who} got a link to ${what}. It was not collected yet.`,
	);
}

function Detail({ visit, one }: { visit: Visit; one: Received }) {
	const { t, lang } = visit;
	const about = one.categories.map((id) => inSentence(categories[id][lang])).join(", ");
	const said = approvalOf(visit, one);
	return (
		<>
			<Badge tone={tones[one.state]}>{one.form === "letter" ? t("per brief", "by letter") : stateWord(visit, one.state)}</Badge>{" "}
			{said}
			<br />
			{t(`Waarover: ${about}.`, `About: ${about}.`)}{" "}
			{one.name ? t(`Door: ${fullName(one.name)}.`, `By: ${fullName(one.name)}.`) : null}
			{one.summary ? (
				<>
					<br />
					{t("Wat is gezegd:", "What was said:")} {one.summary}
				</>
			) : null}
			<br />
			{one.collecting
				.filter((event) => event.kind === "collected")
				.map((event) => {
					const at = `${formatDate(event.at, lang)}, ${formatTime(event.at, lang)}`;
					return <> {t(`Opgehaald op ${at}.`, `Collected on ${at}.`)}</>;
				})}
			{one.clause === "R7.3" ? t("Dit ging zonder uw akkoord. ", "This went without your approval. ") : null}
			{groundOf(visit, one)} <Clause id={one.clause} />
			{one.version ? (
				<>
					<br />
					<a
						href={`/mijn/rapporten/${one.version.report}/versies/${one.version.id}.pdf`}
						target="_blank"
						rel="noopener"
						data-turbo="false"
					>
						{t("Lees de pdf", "Read the PDF")}
					</a>
				</>
			) : null}
		</>
	);
}

const stateWord = ({ t }: Visit, state: State): string =>
	({
		...{ queued: t("wacht", "waiting"), transmitting: t("onderweg", "on its way"), accepted: t("verstuurd", "sent") },
		...{
			bounced: t("niet aangekomen", "did not arrive"),
			blocked: t("tegengehouden", "stopped"),
			unknown: t("onzeker", "uncertain"),
		},
		...{ undone: t("teruggehaald", "taken back"), recorded: t("verteld", "told") },
	})[state];

/** Whether these exact words were approved, and when; of what needs no approval, when the candidate was told. */
function approvalOf({ t, lang }: Visit, { version, toldOn }: Received): string | undefined {
	if (version?.answer?.startsWith("approved") && version.answeredOn) {
		const on = formatDate(version.answeredOn, lang);
		return version.method === "paper"
			? t(`U gaf akkoord op papier op ${on}.`, `You approved on paper on ${on}.`)
			: t(`U gaf akkoord op ${on}.`, `You approved on ${on}.`);
	}
	if (!toldOn) return undefined;
	return t(`U hoorde dit op ${formatDate(toldOn, lang)}.`, `You were told on ${formatDate(toldOn, lang)}.`);
}

/** The legal ground in a word, with the articles that it rests on. */
function groundOf({ t, lang }: Visit, { ground }: Received): string {
	const [first] = ground.split(" ");
	const kind = [...Object.values(groundKinds), ...Object.values(exceptionGrounds)].find((one) => one.article === first);
	const name = kind ? inSentence(kind[lang]) : ground;
	return t(`Dit mocht op grond van: ${name}.`, `This was allowed on the ground of: ${name}.`);
}
