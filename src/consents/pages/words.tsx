import { recipientOf } from "../../disclosures/queries.server.ts";
import { clockTime } from "../../disclosures/undo.server.ts";
import { consentKinds } from "../../law/consents.ts";
import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { PdfView } from "../../ui/content.tsx";
import { Prose, Section } from "../../ui/headings.tsx";
import { Badge, type Tone } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { classNames } from "../notice.ts";
import { noticeIn, type OpenedConsent } from "../queries.server.ts";
import { type ConsentEventKind, type ConsentState, consentStateNames } from "../rules.ts";
import type { Stopped } from "../withdraw.server.ts";

const tones: Record<ConsentState, Tone> = {
	asked: "waiting",
	registered: "waiting",
	given: "done",
	refused: "neutral",
	withdrawn: "neutral",
	expired: "neutral",
	lapsed: "neutral",
};

export const StateBadge = ({ visit, state }: { visit: Visit; state: ConsentState }) => (
	<Badge tone={tones[state]}>{consentStateNames[state][visit.lang]}</Badge>
);

/** The data itself, not a description of it: the very lines, or the very document (AVG 4(11): for what, exactly). */
export function TheData({ visit, opened, pdf }: { visit: Visit; opened: OpenedConsent; pdf: string | null }) {
	const { t, lang } = visit;
	const notice = noticeIn(opened.consent);
	return (
		<Section
			title={notice.kind === "ask" ? t("Dit vragen wij", "This is what we ask") : t("Dit zijn de gegevens", "This is the data")}
			id="gegevens"
		>
			{notice.lines.length > 0 ? (
				<Prose>
					<ul>
						{notice.lines.map((line) => (
							<li>{line}</li>
						))}
					</ul>
				</Prose>
			) : null}
			{notice.document ? (
				<>
					<p>
						{t(`Het verslag “${notice.document.title}”, `, `The report “${notice.document.title}”, `)}
						{t(`documentnummer ${notice.document.number}.`, `document number ${notice.document.number}.`)}
					</p>
					{pdf ? <PdfView href={pdf} title={t("het verslag", "the report")} /> : null}
				</>
			) : null}
			<p class="meta">
				{t("Soort gegevens: ", "Kind of data: ")}
				{classNames(opened.consent.data_classes, lang).join("; ")}.
			</p>
		</Section>
	);
}

/** What happened to it, in sentences, oldest first. */
export function Events({ visit, opened }: { visit: Visit; opened: OpenedConsent }) {
	const { t, lang, by } = visit;
	const name = (id: string) => {
		if (id === opened.consent.subject_id) return by.actor.kind === "candidate" ? t("U", "You") : fullName(opened.name);
		const person = opened.people.find((one) => one.id === id);
		return person ? fullName(person.name) : t("Een medewerker", "A member of staff");
	};
	return (
		<Section title={t("Wat er gebeurde", "What happened")} id="gebeurd">
			<Prose>
				<ul>
					<li>
						<span class="meta">{formatDate(opened.consent.asked_at, lang)}.</span>{" "}
						{t(`${name(opened.consent.asked_by)} stelde de vraag.`, `${name(opened.consent.asked_by)} asked the question.`)}
					</li>
					{opened.events.map((event) => (
						<li>
							<span class="meta">{formatDate(event.at, lang)}.</span>{" "}
							{eventWords(event.kind, name(event.by_id), event.method)[lang]}
							{event.signed_on
								? t(` Getekend op ${formatDate(event.signed_on, "nl")}.`, ` Signed on ${formatDate(event.signed_on, "en")}.`)
								: null}
							{event.note ? <p class="meta">{event.note}</p> : null}
						</li>
					))}
				</ul>
			</Prose>
		</Section>
	);
}

function eventWords(kind: ConsentEventKind, who: string, method: string | null) {
	const said = method === "word" ? { nl: " Dat is aan ons verteld.", en: " We were told so." } : { nl: "", en: "" };
	const words: Record<ConsentEventKind, { nl: string; en: string }> = {
		given: { nl: `${who} zei ja.`, en: `${who} said yes.` },
		refused: {
			nl: method === "word" ? `Nee gezegd.${said.nl}` : `${who} zei nee.`,
			en: method === "word" ? `No was said.${said.en}` : `${who} said no.`,
		},
		registered: { nl: `${who} registreerde het getekende papier.`, en: `${who} registered the signed paper.` },
		confirmed: { nl: `${who} controleerde het papier. Het geldt.`, en: `${who} checked the paper. It holds.` },
		rejected: { nl: `${who} keurde het papier af.`, en: `${who} rejected the paper.` },
		withdrawn: {
			nl: method === "word" ? `Ingetrokken.${said.nl}` : `${who} trok het in.`,
			en: method === "word" ? `Withdrawn.${said.en}` : `${who} withdrew it.`,
		},
		narrowed: { nl: `${who} maakte het kleiner.`, en: `${who} narrowed it.` },
		expired: { nl: "De einddatum is voorbij.", en: "The end date has passed." },
		lapsed: { nl: `${who} trok de vraag in.`, en: `${who} took the question back.` },
		replaced: {
			nl: "De ontvanger heet nu anders, of is iemand anders. Daarom geldt dit niet meer.",
			en: "The recipient has another name now, or is somebody else. So this no longer holds.",
		},
	};
	return words[kind];
}

/** What went on it, or waits, or was stopped. */
export function DisclosedOn({ visit, opened }: { visit: Visit; opened: OpenedConsent }) {
	const { t, lang } = visit;
	if (opened.consent.kind === "hold") return null;
	return (
		<Section title={t("Wat hiermee is gegeven", "What was given on it")} id="gegeven">
			{opened.disclosures.length === 0 ? (
				<p>{t("Hiermee is nog niets gegeven.", "Nothing was given on it yet.")}</p>
			) : (
				<Prose>
					<ul>
						{opened.disclosures.map((one) => {
							const { name } = recipientOf(one);
							const day = formatDate(one.state_at, lang);
							return <li>{sentFor(one.state, name, day)[lang]}</li>;
						})}
					</ul>
				</Prose>
			)}
		</Section>
	);
}

function sentFor(state: string, name: string, day: string) {
	switch (state) {
		case "accepted":
		case "recorded":
			return { nl: `${name} kreeg dit op ${day}.`, en: `${name} got this on ${day}.` };
		case "queued":
			return { nl: `Dit staat klaar voor ${name}. Het is nog niet weg.`, en: `This is ready for ${name}. It has not left yet.` };
		case "transmitting":
		case "unknown":
			return {
				nl: `Dit ging weg naar ${name} op ${day}. Of het aankwam, weten wij nog niet.`,
				en: `This left for ${name} on ${day}. We do not know yet whether it arrived.`,
			};
		default:
			return {
				nl: `Dit ging niet naar ${name}. Het is tegengehouden op ${day}.`,
				en: `This did not go to ${name}. It was stopped on ${day}.`,
			};
	}
}

/** Said right after a withdrawal: what was stopped, and plainly what had already gone. */
export function withdrawalSaid({ t }: Visit, stopped: readonly Stopped[]): string {
	const gone = stopped.filter((one) => ["transmitting", "accepted", "unknown"].includes(one.state));
	const held = stopped.filter((one) => one.state === "blocked");
	const began = gone.find((one) => one.began_at)?.began_at;
	const first = t("Ingetrokken. Er gaat hiermee niets meer weg.", "Withdrawn. Nothing more goes on this.");
	const second = held.length > 0 ? t(" Wat klaarstond, is tegengehouden.", " What was ready is stopped.") : "";
	const third =
		gone.length > 0
			? t(
					` Let op: er was al iets weg${began ? ` (begonnen om ${clockTime(began)})` : ""}. Dat staat hieronder.`,
					` Note: something had already gone${began ? ` (begun at ${clockTime(began)})` : ""}. It stands below.`,
				)
			: "";
	return first + second + third;
}

/** What kind of question it is, small above the title. */
export const kindName = (visit: Visit, kind: keyof typeof consentKinds): string => consentKinds[kind][visit.lang];
