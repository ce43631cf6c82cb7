import { categories } from "../../law/categories.ts";
import { dateOf } from "../../law/deadlines.ts";
import { purposes } from "../../law/purposes.ts";
import { fullName } from "../../platform/name.ts";
import type { Visit } from "../../platform/web/page.ts";
import { Clause } from "../../ui/clause.tsx";
import { type Fact, Facts, More } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment, formatTime } from "../../ui/text.ts";
import { type Step, Steps } from "../../ui/time.tsx";
import { type Disclosed, type Dispatched, detailOf, type Waiting } from "../queries.server.ts";
import { stateNames } from "../rules.ts";

/** The way out, as steps with who and when: made ready, sent, or where it stopped. */
export function Way({
	visit,
	row,
	dispatch,
	waiting,
}: {
	visit: Visit;
	row: Disclosed;
	dispatch: Dispatched | undefined;
	waiting?: Waiting | undefined;
}) {
	const { t, lang } = visit;
	const at = (moment: Date) => formatMoment(moment, lang);
	const made: Step = {
		label: t("Klaargezet", "Made ready"),
		state: "done",
		when: at(row.created_at),
		...(row.name && { who: fullName(row.name) }),
	};
	const waits = row.state === "queued" || row.state === "transmitting";
	const last: Step =
		row.state === "accepted"
			? { label: waiting ? t("Link verzonden", "Link sent") : t("Verzonden", "Sent"), state: "done", when: at(row.state_at) }
			: waits
				? { label: t("Verzonden", "Sent"), state: "todo" }
				: { label: stateNames[row.state][lang], state: row.state === "undone" ? "current" : "refused", when: at(row.state_at) };
	const now: Step[] =
		row.state === "queued" && row.transmit_after
			? [
					{
						label: t("Wacht", "Waits"),
						state: "current",
						when: t(`tot ${formatTime(row.transmit_after, lang)}`, `until ${formatTime(row.transmit_after, lang)}`),
						...tries(visit, dispatch),
					},
				]
			: row.state === "transmitting"
				? [{ label: t("Wordt verzonden", "Being sent"), state: "current", when: at(row.state_at) }]
				: [];
	return <Steps label={t("Verzending", "Sending")} steps={[made, ...now, last, ...collecting(visit, waiting)]} />;
}

/** Of what its reader collects here: whether they did, or why they no longer can. */
function collecting({ t, lang, by }: Visit, waiting: Waiting | undefined): Step[] {
	if (!waiting) return [];
	if (waiting.collectedAt)
		return [{ label: t("Opgehaald", "Collected"), state: "done", when: formatMoment(waiting.collectedAt, lang) }];
	if (waiting.ended_at) return [{ label: t("Gesloten", "Closed"), state: "refused", when: formatMoment(waiting.ended_at, lang) }];
	const until = formatDate(waiting.expires_on, lang);
	const over = waiting.expires_on < dateOf(by.now());
	return [
		over
			? {
					label: t("Niet opgehaald", "Not collected"),
					state: "refused",
					when: t(`kon tot en met ${until}`, `was possible until ${until}`),
				}
			: {
					label: t("Opgehaald", "Collected"),
					state: "todo",
					when: t(`kan tot en met ${until}`, `possible until ${until}`),
					...(waiting.locked_at && { note: t("Op slot: maak een nieuwe code.", "Locked: make a new code.") }),
				},
	];
}

function tries({ t }: Visit, dispatch: Dispatched | undefined): Pick<Step, "note"> {
	if (!dispatch || dispatch.attempts === 0) return {};
	return {
		note: t(
			`De mailserver nam het nog niet aan (${dispatch.attempts}×). Het wordt vanzelf opnieuw geprobeerd.`,
			`The mail server did not take it yet (${dispatch.attempts}×). It is tried again by itself.`,
		),
	};
}

/** Why it stopped and what one can do, in sentences. */
export function WhatNow({ visit, dispatch }: { visit: Visit; dispatch: Dispatched }) {
	const { t, lang } = visit;
	const { why, answer } = detailOf(dispatch);
	const said = answer ? (
		<p>
			{t("Wat de verbinding meldde: ", "What the connection said: ")}
			<code>{answer}</code>
		</p>
	) : null;
	if (dispatch.state === "blocked") {
		return (
			<Notice
				tone="refused"
				title={why?.[lang] ?? t("Tegengehouden voordat het wegging.", "Stopped before it left.")}
				{...(dispatch.clause && { clause: dispatch.clause })}
			>
				<p>{todo(visit, dispatch.clause)}</p>
				{said}
			</Notice>
		);
	}
	if (dispatch.state === "bounced") {
		return (
			<Notice
				tone="warn"
				title={t("De mailserver van de ontvanger weigerde het bericht.", "The recipient's mail server refused the message.")}
			>
				<p>
					{t(
						"Er is niets aangekomen. Controleer het adres bij de ontvanger. Klopt het, verzend dan opnieuw; is het veranderd, leg het rapport dan opnieuw voor.",
						"Nothing arrived. Check the address with the recipient. If it is right, send again; if it changed, submit the report anew.",
					)}
				</p>
				{said}
			</Notice>
		);
	}
	return (
		<Notice tone="warn" title={t("Het is niet zeker of dit bericht aankwam.", "It is not certain that this message arrived.")}>
			<p>
				{t(
					"De verbinding brak af nadat het bericht was overgedragen. Het wordt niet vanzelf opnieuw verzonden, want een dubbel bericht is niet terug te halen. Vraag de ontvanger of het er is.",
					"The connection broke after the message was handed over. It is not sent again by itself, because a duplicate cannot be taken back. Ask the recipient whether it is there.",
				)}
			</p>
			{said}
		</Notice>
	);
}

function todo({ t }: Visit, clause: string | null): string {
	if (clause === "R6.1")
		return t("Kies een andere ontvanger in de rapportageafspraak.", "Choose another recipient in the reporting agreement.");
	if (clause === "R7.1") return t("Leg het rapport opnieuw voor aan de kandidaat.", "Submit the report to the candidate anew.");
	if (clause === "R10.1")
		return t(
			"Vraag de beheerder de mailserver na te kijken, en verzend daarna opnieuw.",
			"Ask the administrator to check the mail server, and then send again.",
		);
	return t("Neem de reden weg en verzend daarna opnieuw.", "Take the reason away and then send again.");
}

/** What exactly went: categories, form, ground and clause, hash, and every state with who and when. */
export function Exactly({ visit, row, dispatch }: { visit: Visit; row: Disclosed; dispatch: Dispatched | undefined }) {
	const { t, lang } = visit;
	const facts: Fact[] = [
		{ label: t("Soorten gegevens", "Categories of data"), value: row.categories.map((one) => categories[one][lang]).join(", ") },
		{ label: t("Doel", "Purpose"), value: purposes[row.purpose][lang] },
		{
			label: t("Grond en bepaling", "Ground and clause"),
			value: (
				<>
					{groundText(row.ground)} <Clause id={row.clause} />
				</>
			),
		},
		...(row.on_day
			? [
					{
						label:
							row.form === "letter" ? t("Verstuurd of gegeven op", "Sent or handed over on") : t("Besproken op", "Discussed on"),
						value: formatDate(row.on_day, lang),
					},
				]
			: []),
		...(row.summary ? [{ label: t("Wat is gezegd", "What was said"), value: row.summary }] : []),
		...(row.hash
			? [
					{
						label: t("Kenmerk van het document (SHA-256)", "Hash of the document (SHA-256)"),
						value: <code title={row.hash}>{`${row.hash.slice(0, 16)}…`}</code>,
					},
				]
			: []),
	];
	const events = (dispatch?.events ?? []).map((event) => ({
		label: stateNames[event.state][lang],
		value: `${formatMoment(event.at, lang)}, ${event.name ? fullName(event.name) : t("het systeem", "the system")}`,
	}));
	return (
		<More summary={t("Wat er precies is verstrekt", "What exactly was disclosed")}>
			<Facts facts={[...facts, ...events]} />
		</More>
	);
}

/** "avg.6.1.f bw.7.658a" → "AVG 6 lid 1 onder f, BW 7:658a". */
export function groundText(ground: string): string {
	return ground
		.split(" ")
		.map((one) => {
			const [law = "", ...parts] = one.split(".");
			if (law === "avg" && parts.length === 3) return `AVG ${parts[0]} lid ${parts[1]} onder ${parts[2]}`;
			return `${law.toUpperCase()} ${parts.join(law === "bw" ? ":" : " ")}`.trim();
		})
		.join(", ");
}
