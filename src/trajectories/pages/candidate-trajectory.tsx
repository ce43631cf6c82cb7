import { assignmentTypes, type CommissionerKind } from "../../law/assignment-types.ts";
import { inSentence } from "../../law/bilingual.ts";
import { bsnStatute } from "../../law/bsn.ts";
import { type CandidateField, candidateFieldIds, candidateFields } from "../../law/fields.ts";
import { fullName } from "../../platform/name.ts";
import type { Page, View, Visit } from "../../platform/web/page.ts";
import { citation } from "../../regulation/annexes.ts";
import { meaning, sentence } from "../../reporting-agreements/sentences.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { type Fact, Facts, Stack } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { When } from "../../ui/time.tsx";
import { type MyTrajectories, type MyTrajectory, myTrajectories } from "../mine.server.ts";
import { outcomes } from "../rules.ts";

/** My trajectory: who guides me, what was agreed, what happened, and what is registered about me (R5.1, R6.1). */
export const candidateTrajectory: Page = {
	path: "/mijn/traject",
	portal: "candidate",
	who: "signedIn",
	get: (visit) => show(visit),
};

async function show(visit: Visit): Promise<View> {
	const { t } = visit;
	const mine = await myTrajectories(visit.by);
	const title = t("Mijn traject", "My trajectory");
	return {
		title,
		active: "/mijn/traject",
		body: (
			<>
				<PageHead title={title} />
				<Stack gap={8}>
					{mine.trajectories.length === 0 ? (
						<EmptyState title={t("U hebt nog geen traject.", "You have no trajectory yet.")} />
					) : null}
					{mine.trajectories.map((one) => (
						<OneTrajectory visit={visit} one={one} contacts={mine.contacts} />
					))}
					<OwnData visit={visit} mine={mine} />
				</Stack>
			</>
		),
	};
}

type Props = { visit: Visit; one: MyTrajectory; contacts: MyTrajectories["contacts"] };

function OneTrajectory({ visit, one, contacts }: Props) {
	const { t, lang, by } = visit;
	const now = one.guides.filter((guide) => guide.until === null || guide.until > by.now());
	const words = {
		registered: t("U bent ingeschreven. Het traject begint nog.", "You are registered. It is yet to begin."),
		started: t("Het traject loopt.", "It is under way."),
		closed: t("Het traject is klaar.", "It has ended."),
	};
	return (
		<Section id={`traject-${one.id}`} title={assignmentTypes[one.type][lang]}>
			<Stack gap={4}>
				<Facts
					facts={[
						{ label: t("Hoe staat het?", "Where does it stand?"), value: words[one.state] },
						{
							label: t("Van wie is de opdracht?", "Whose assignment is it?"),
							value: one.commissioner ?? t("Van uzelf", "Your own"),
						},
						...(one.started_on ? [{ label: t("Begonnen op", "Started on"), value: <When at={one.started_on} /> }] : []),
						...(one.closed_on ? [{ label: t("Geëindigd op", "Ended on"), value: <When at={one.closed_on} /> }] : []),
					]}
				/>
				<Guides visit={visit} guides={now} />
				<Agreed visit={visit} one={one} contacts={contacts} />
				<Section id={`gebeurd-${one.id}`} level={3} title={t("Wat er gebeurde", "What happened")}>
					<Prose>
						<ul>
							{happened(visit, one).map((line) => (
								<li>
									<span class="meta">{formatDate(line.at, lang)}.</span> {line.text}
								</li>
							))}
						</ul>
					</Prose>
				</Section>
			</Stack>
		</Section>
	);
}

/** Its own events and who came and went, newest first, in sentences. */
function happened({ t, by }: Visit, one: MyTrajectory): { at: Date; text: string }[] {
	const words = {
		registered: t("U bent ingeschreven.", "You were registered."),
		started: t("Het traject begon.", "The trajectory began."),
		closed: t("Het traject eindigde.", "The trajectory ended."),
		reopened: t("Het traject ging weer open.", "The trajectory was opened again."),
	};
	const events = one.events.map(({ kind, at, outcome }) => {
		const how = kind === "closed" && outcome ? ` ${t(outcomes[outcome].nl, outcomes[outcome].en)}.` : "";
		return { at, text: words[kind] + how };
	});
	const guides = one.guides.flatMap(({ name, capacity, from, until }) => {
		const who = fullName(name);
		const came =
			capacity === "deputy"
				? t(`${who} viel in voor uw begeleider.`, `${who} stepped in for your coach.`)
				: t(`${who} werd uw begeleider.`, `${who} became your coach.`);
		const left = t(`${who} stopte als begeleider.`, `${who} stopped guiding you.`);
		return [{ at: from, text: came }, ...(until && until <= by.now() ? [{ at: until, text: left }] : [])];
	});
	return [...events, ...guides].sort((a, b) => b.at.getTime() - a.at.getTime());
}

function Guides({ visit, guides }: { visit: Visit; guides: MyTrajectory["guides"] }) {
	const { t } = visit;
	if (guides.length === 0) {
		return (
			<Notice
				tone="info"
				title={t("U krijgt nog een begeleider. Wij laten het u weten.", "You will get a coach. We will tell you.")}
			/>
		);
	}
	return (
		<Facts
			facts={guides.map((guide) => ({
				label:
					guide.capacity === "deputy"
						? t("Vervanger van uw begeleider", "Your coach's deputy")
						: t("Uw begeleider", "Your coach"),
				value: (
					<>
						{fullName(guide.name)}
						<br />
						<a href={`mailto:${guide.email}`}>{guide.email}</a>
						{guide.phone ? (
							<>
								<br />
								<a href={`tel:${guide.phone.replace(/[^+\d]/g, "")}`}>{guide.phone}</a>
							</>
						) : null}
					</>
				),
			}))}
		/>
	);
}

function Agreed({ visit, one, contacts }: Props) {
	const { t, lang } = visit;
	const { agreement, lines } = one;
	const to = (id: string) => {
		const contact = contacts.find((row) => row.id === id);
		return { name: contact ? fullName(contact.name) : t("iemand", "somebody"), organisation: contact?.organisation ?? null };
	};
	return (
		<Section id={`afspraken-${one.id}`} level={3} title={t("Wat wij over u vertellen", "What we tell about you")}>
			{!agreement ? (
				<p>{t("Daarover zijn nog geen afspraken gemaakt.", "Nothing was agreed on that yet.")}</p>
			) : (
				<Stack gap={4}>
					{lines.length === 0 ? <p>{t("Niemand krijgt een verslag over u.", "Nobody gets a report about you.")}</p> : null}
					<Prose>
						<ul>
							{lines.map((line) => (
								<li>
									{sentence(line, to(line.contactId), lang)} {meaning(line)[lang]}
								</li>
							))}
						</ul>
					</Prose>
					<p>
						<LinkButton href={`/mijn/afspraken/${agreement.id}`}>{t("Lees de afspraken", "Read the agreements")}</LinkButton>
					</p>
				</Stack>
			)}
		</Section>
	);
}

/** What is registered, by field; of a field that was asked twice the newest value. Where it came from is said once for what came together. */
function OwnData({ visit, mine }: { visit: Visit; mine: MyTrajectories }) {
	const { t, lang } = visit;
	const sources = {
		candidate: t("Dit hebben wij van u.", "We have this from you."),
		commissioner: t("Dit hebben wij van uw opdrachtgever.", "We have this from your commissioner."),
		other: t("Dit hebben wij van iemand anders.", "We have this from somebody else."),
	};
	const known = new Map(mine.fields.map((one) => [one.field, one]));
	const groups = new Map<string, Fact[]>();
	for (const one of candidateFieldIds.flatMap((field) => known.get(field) ?? [])) {
		const from = `${sources[one.source]} ${formatDate(one.updatedAt, lang)}.`;
		const value = /^\d{4}-\d{2}-\d{2}$/.test(one.value) ? formatDate(one.value, lang) : one.value;
		const fact = { label: candidateFields[one.field as CandidateField][lang], value };
		groups.set(from, [...(groups.get(from) ?? []), fact]);
	}
	return (
		<Section id="gegevens" title={t("Wat wij van u weten", "What we know of you")}>
			<Stack gap={4}>
				<Facts facts={[{ label: t("Naam", "Name"), value: fullName(mine.name) }]} />
				{[...groups].map(([from, facts]) => (
					<Stack gap={2}>
						<Facts facts={facts} />
						<p class="meta">{from}</p>
					</Stack>
				))}
				<Numbers visit={visit} mine={mine} />
				<p>
					<a href="/mijn/gezondheid">{t("Wat wij weten over uw gezondheid", "What we know about your health")}</a>
				</p>
				<Prose>
					<p>
						{t(
							"Klopt er iets niet? Zeg het uw begeleider. Die past het aan.",
							"Is something wrong? Tell your coach, who will correct it.",
						)}
					</p>
				</Prose>
			</Stack>
		</Section>
	);
}

/** That a citizen service number is held, for which work and by which law (R2.1, AVG 15). The candidate knows it: it stays masked here too. */
function Numbers({ visit, mine }: { visit: Visit; mine: MyTrajectories }) {
	const { t, lang } = visit;
	return mine.numbers.map((number) => {
		const work = mine.trajectories.find((one) => one.id === number.trajectory_id);
		if (!work) return null;
		const statute = bsnStatute(work.type, work.commissioner_kind as CommissionerKind);
		const law = statute ? citation(statute) : "";
		const since = formatDate(number.recorded_at, lang);
		return (
			<Stack gap={2}>
				<Facts
					facts={[
						{ label: t("Burgerservicenummer", "Citizen service number"), value: t("••••••••• (afgedekt)", "••••••••• (masked)") },
					]}
				/>
				<p class="meta">
					{t(
						`Wij hebben dit voor uw traject: ${inSentence(assignmentTypes[work.type].nl)}. De wet schrijft dat voor (${law}). Vastgelegd op ${since}.`,
						`We have this for your trajectory: ${inSentence(assignmentTypes[work.type].en)}. The law prescribes it (${law}). Recorded on ${since}.`,
					)}{" "}
					{t("Wie het nummer liet tonen, ziet u bij", "Whoever had it shown, is under")}{" "}
					<a href="/mijn/inzage">{t("Wie keek", "Who looked")}</a>. <Clause id="R2.1" />
				</p>
			</Stack>
		);
	});
}
