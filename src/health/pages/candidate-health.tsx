import { z } from "zod";
import { inSentence } from "../../law/bilingual.ts";
import { type HealthArea, healthAreas } from "../../law/health-grounds.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { type Fact, Facts, More, Stack } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { discardMine, type MyHealth, myHealth } from "../mine.server.ts";
import { questionLines } from "../rules.ts";
import { abilityLevels, aspects, healthSources, illnessKinds } from "../words.ts";

/** What is kept about my health, in both areas, and what doctors were asked and answered: all of it, and mine to decide on when it is shut. */
export const candidateHealth: Page = {
	path: "/mijn/gezondheid",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => show(visit),
	post: (visit) =>
		submit(visit, {
			form: z.object({ area: z.enum(healthAreas) }),
			act: async ({ area }) => {
				await discardMine(visit.by, area);
				return done("/mijn/gezondheid", visit.t("Wij hebben het vernietigd.", "We have destroyed it."));
			},
			again: (problem) => show(visit, problem),
		}),
};

async function show(visit: Visit, problem?: Problem): Promise<View> {
	const { t } = visit;
	const mine = await myHealth(visit.by);
	const title = t("Uw gezondheid", "Your health");
	const nothing = mine.capacity.length + mine.illness.length + mine.requests.length === 0;
	return {
		title,
		active: "/mijn/traject",
		body: (
			<>
				<PageHead title={title} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Prose>
						<p>
							{t(
								"Dit staat in een afgesloten deel van uw dossier. Alleen uw begeleider kan het openen.",
								"This is in a closed part of your dossier. Only your coach can open it.",
							)}{" "}
							{t("U ziet bij “Wie keek” wanneer dat gebeurde.", "“Who looked” shows you when that happened.")}
						</p>
						<p>
							{t("Er gaat hieruit niets vanzelf naar anderen.", "Nothing of it goes to others by itself.")}{" "}
							{t(
								"Uw werkgever krijgt nooit te horen wat u hebt of hoe u wordt behandeld.",
								"Your employer is never told what you have or how you are treated.",
							)}{" "}
							<Clause id="R8.3" />
						</p>
					</Prose>
					{nothing ? (
						<EmptyState
							title={t("Wij hebben niets over uw gezondheid vastgelegd.", "We have recorded nothing about your health.")}
						/>
					) : (
						<>
							<Area visit={visit} mine={mine} area="capacity" />
							<Area visit={visit} mine={mine} area="illness" />
							<Asked visit={visit} mine={mine} />
							<Prose>
								<p>{t("Klopt er iets niet? Zeg het uw begeleider.", "Is something wrong? Tell your coach.")}</p>
							</Prose>
						</>
					)}
				</Stack>
			</>
		),
	};
}

type Props = { visit: Visit; mine: MyHealth };

function Area({ visit, mine, area }: Props & { area: HealthArea }) {
	const { t } = visit;
	const items = mine[area];
	const titles = {
		capacity: t("Wat u kunt en niet kunt in het werk", "What you can and cannot do at work"),
		illness: t("Wat u hebt en hoe u wordt behandeld", "What you have and how you are treated"),
	};
	const shut =
		mine.carried.some((one) => one.area === area && !one.carried) &&
		!mine.carried.some((one) => one.area === area && one.carried);
	if (items.length === 0 && (area === "capacity" || mine.answers.length === 0)) return null;
	const over = items.filter((one) => one.ended_at !== null);
	return (
		<Section id={area === "capacity" ? "belastbaarheid" : "ziekte"} title={titles[area]}>
			<Stack gap={4}>
				{shut ? <Shut visit={visit} area={area} /> : null}
				<Facts facts={items.filter((one) => one.ended_at === null).map((one) => factOf(visit, one))} />
				{over.length > 0 ? (
					<More summary={t("Wat niet meer geldt", "What no longer holds")}>
						<Facts facts={over.map((one) => factOf(visit, one))} />
					</More>
				) : null}
			</Stack>
		</Section>
	);
}

/** Nothing carries it any more: nobody of the agency reads it, and the candidate decides what becomes of it. */
function Shut({ visit, area }: { visit: Visit; area: HealthArea }) {
	const { t } = visit;
	return (
		<Notice
			tone="warn"
			clause="R2.1"
			title={t("Dit deel is dicht. Alleen u kunt het lezen.", "This part is shut. Only you can read it.")}
		>
			<p>
				{t(
					"Uw toestemming geldt niet meer. U beslist nu wat hiermee gebeurt.",
					"Your consent is no longer in force. You now decide what becomes of it.",
				)}
			</p>
			<p>
				{t(
					"Wilt u het laten vernietigen? Dat kunt u niet ongedaan maken. Doet u niets, dan blijft het dicht.",
					"Do you want it destroyed? You cannot undo that. If you do nothing, it stays shut.",
				)}
			</p>
			<Form requestId={visit.by.chance.uuid()}>
				<input type="hidden" name="area" value={area} />
				<Button look="quiet">{t("Laat dit vernietigen", "Have this destroyed")}</Button>
			</Form>
		</Notice>
	);
}

type Item = MyHealth["capacity"][number] | MyHealth["illness"][number];

function factOf({ t, lang }: Visit, { content, ended_at }: Item): Fact {
	const label = "aspect" in content ? aspects[content.aspect][lang] : illnessKinds[content.kind][lang];
	const level = "level" in content ? `${abilityLevels[content.level][lang]}. ` : "";
	const from = formatDate(content.from, lang);
	const until = content.until ?? undefined;
	const source = content.source === "candidate" ? t("uzelf", "yourself") : inSentence(healthSources[content.source][lang]);
	return {
		label,
		value: (
			<>
				{level}
				{content.words}
				<br />
				<span class="meta">
					{until
						? t(`Van ${from} tot en met ${formatDate(until, lang)}.`, `From ${from} to ${formatDate(until, lang)}.`)
						: t(`Vanaf ${from}.`, `From ${from}.`)}{" "}
					{t(`Dit weten wij van: ${source}.`, `We know this from: ${source}.`)}{" "}
					{ended_at ? t(`Gold tot ${formatDate(ended_at, lang)}.`, `Held until ${formatDate(ended_at, lang)}.`) : null}
				</span>
			</>
		),
	};
}

function Asked({ visit, mine }: Props) {
	const { t, lang } = visit;
	if (mine.requests.length === 0) return null;
	const stands = {
		draft: t("Nog niet gesteld", "Not put yet"),
		sent: t("Wij wachten op antwoord", "We wait for an answer"),
		answered: t("Er is antwoord", "There is an answer"),
		closed: t("Klaar", "Done"),
		withdrawn: t("Ingetrokken", "Withdrawn"),
	};
	return (
		<Section id="vragen" title={t("Wat wij uw artsen vroegen", "What we asked your doctors")}>
			<Stack gap={8}>
				{mine.requests.map((one) => {
					const carer = mine.carers.find(({ id }) => id === one.carer_id)?.carer;
					return (
						<Section level={3} title={[carer?.name, carer?.organisation].filter(Boolean).join(", ")}>
							<p>
								<Badge tone={one.state === "answered" || one.state === "closed" ? "done" : "waiting"}>{stands[one.state]}</Badge>{" "}
								{one.sent_on
									? t(`Verstuurd op ${formatDate(one.sent_on, lang)}.`, `Sent on ${formatDate(one.sent_on, lang)}.`)
									: null}
							</p>
							<Prose>
								<ul>
									{questionLines(one.question).map((line) => (
										<li>{line}</li>
									))}
								</ul>
							</Prose>
							{mine.answers
								.filter((answer) => answer.request_id === one.id)
								.map((answer) => (
									<Answer visit={visit} answer={answer} />
								))}
						</Section>
					);
				})}
				<p>
					<a href="/mijn/verstrekkingen">
						{t("Lees de brieven bij “Wie wat kreeg”", "Read the letters under “Who received what”")}
					</a>
				</p>
			</Stack>
		</Section>
	);
}

function Answer({ visit: { t, lang }, answer }: { visit: Visit; answer: MyHealth["answers"][number] }) {
	return (
		<Prose>
			<p class="meta">
				{t(
					`Het antwoord, ontvangen op ${formatDate(answer.received_on, lang)}:`,
					`The answer, received on ${formatDate(answer.received_on, lang)}:`,
				)}
			</p>
			{answer.words ? answer.words.split(/\n+/).map((line) => <p>{line}</p>) : null}
			{answer.file_type ? (
				<p>
					<a href={`/mijn/gezondheid/antwoord/${answer.id}`} data-turbo="false">
						{t("Open het antwoord zoals het kwam", "Open the answer as it came")}
					</a>
				</p>
			) : null}
		</Prose>
	);
}
