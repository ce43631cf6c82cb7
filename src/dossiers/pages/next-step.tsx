import { may } from "../../law/roles.ts";
import type { Visit } from "../../platform/web/page.ts";
import { Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { Badge, type Tone } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import type { Dossier } from "../dossier.server.ts";
import { isOurs, mayBeginNote, type NextStep, type Turn } from "../rules.ts";

const turns: Record<Turn, { tone: Tone; nl: string; en: string }> = {
	coach: { tone: "active", nl: "Jij bent aan zet", en: "It is your turn" },
	candidate: { tone: "waiting", nl: "De kandidaat is aan zet", en: "It is the candidate's turn" },
	post: { tone: "waiting", nl: "Onderweg", en: "On its way" },
	nobody: { tone: "done", nl: "Niets te doen", en: "Nothing to do" },
};

/** Whose turn it is, as a word with a shape. */
export function TurnBadge({ visit, step }: { visit: Visit; step: NextStep }) {
	const { tone, nl, en } = turns[step.turn];
	return <Badge tone={tone}>{visit.t(nl, en)}</Badge>;
}

/** What is next, as a sentence. */
export function stepSentence({ t, lang }: Visit, step: NextStep): string {
	switch (step.kind) {
		case "undoWindow":
			return t("Een bericht gaat zo weg; je kunt het nog terughalen.", "A message is about to go; you can still take it back.");
		case "checkDelivery":
			return t("Een verzending ging niet zoals bedoeld.", "A message did not go as intended.");
		case "makeAgreement":
			return t("Er is nog geen rapportageafspraak.", "There is no reporting agreement yet.");
		case "newRecipient":
			return t(
				"Een ontvanger is vertrokken. Spreek af wie het voortaan krijgt.",
				"A recipient has left. Agree on who gets it from now on.",
			);
		case "answerQuestion":
			return t("De kandidaat heeft een vraag over de afspraak.", "The candidate has a question about the agreement.");
		case "inform":
			return t(
				"De kandidaat weet nog niet wat er wordt gerapporteerd.",
				"The candidate does not know yet what will be reported.",
			);
		case "start":
			return t("De afspraak staat en de kandidaat weet ervan.", "The agreement stands and the candidate knows of it.");
		case "confirmPaper":
			return t(
				"Een akkoord op papier wacht op een tweede medewerker.",
				"An approval on paper waits for a second member of staff.",
			);
		case "send":
			return t("Er is iets klaar om te verzenden.", "Something is ready to send.");
		case "tell":
			return t("Een kort bericht wacht tot de kandidaat ervan weet.", "A brief message waits until the candidate knows of it.");
		case "revise":
			return t("De kandidaat was niet akkoord met een rapport.", "The candidate did not approve a report.");
		case "continueReport":
			return t("Er ligt een rapport in concept.", "There is a report in draft.");
		case "writeReport":
		case "recordOral": {
			const day = formatDate(step.on, lang);
			if (step.late) return t(`Een rapportage had er op ${day} moeten zijn.`, `A report was due on ${day}.`);
			return t(`De volgende rapportage moet er op ${day} zijn.`, `The next report is due on ${day}.`);
		}
		case "remind":
			return step.days === 0
				? t("Vandaag is een rapport voorgelegd.", "A report was submitted today.")
				: t(
						`Sinds ${step.days} ${step.days === 1 ? "dag" : "dagen"} ligt er een rapport voor.`,
						`A report has been waiting for ${step.days} ${step.days === 1 ? "day" : "days"}.`,
					);
		case "writeNote":
			return step.due
				? t(`De volgende rapportage is op ${formatDate(step.due, lang)}.`, `The next report is on ${formatDate(step.due, lang)}.`)
				: t("Er staat geen rapportage open.", "No report is due.");
		case "closed":
			return t("Dit traject is afgesloten.", "This trajectory is closed.");
	}
}

/** Where the step is done, and the verb on its button. A note begins with a post and has no address. */
function door({ t }: Visit, dossier: Dossier): { href: string; words: string } | undefined {
	const { step, trajectory } = dossier;
	const base = `/kandidaten/${dossier.candidate}`;
	const of = `?traject=${trajectory.id}`;
	switch (step.kind) {
		case "undoWindow":
		case "checkDelivery":
			return { href: `${base}/verstrekkingen${of}`, words: t("Bekijk de verzending", "See the message") };
		case "makeAgreement":
			return { href: `${base}/afspraken/nieuw${of}`, words: t("Maak de afspraak", "Make the agreement") };
		case "newRecipient":
			return { href: `${base}/afspraken/nieuw${of}`, words: t("Kies een andere ontvanger", "Choose another recipient") };
		case "answerQuestion":
			return { href: `${base}/afspraken${of}`, words: t("Lees de vraag", "Read the question") };
		case "inform":
			return { href: `${base}/afspraken${of}`, words: t("Informeer de kandidaat", "Inform the candidate") };
		case "start":
			return { href: `${base}/trajecten/${trajectory.id}`, words: t("Start het traject", "Start the trajectory") };
		case "confirmPaper":
			return { href: `${base}/rapporten/${step.report}`, words: t("Bekijk het akkoord", "See the approval") };
		case "send":
			return { href: `${base}/rapporten/${step.report}`, words: t("Verzend", "Send") };
		case "tell":
			return { href: `${base}/rapporten/${step.report}`, words: t("Leg vast dat het is verteld", "Record that they were told") };
		case "revise":
			return { href: `${base}/rapporten/${step.report}`, words: t("Lees het antwoord", "Read the answer") };
		case "continueReport":
			return { href: `${base}/rapporten/${step.report}`, words: t("Schrijf het rapport verder", "Continue the report") };
		case "writeReport":
			return {
				href: `${base}/rapporten/nieuw?regel=${step.line}&voor=${step.on}`,
				words: t("Schrijf het rapport", "Write the report"),
			};
		case "recordOral":
			return { href: `${base}/rapporten/mondeling?regel=${step.line}`, words: t("Leg de rapportage vast", "Record the report") };
		case "remind":
			return { href: `${base}/rapporten/${step.report}`, words: t("Herinner de kandidaat", "Remind the candidate") };
		case "writeNote":
		case "closed":
			return undefined;
	}
}

/** The one next action, filled when it is ours; beside it, quietly, writing a note, which can always be next. */
export function StepActions({ visit, dossier }: { visit: Visit; dossier: Dossier }) {
	const { step } = dossier;
	const to = door(visit, dossier);
	return (
		<div class="actions">
			{to ? (
				<LinkButton href={to.href} look={isOurs(step) ? "primary" : "quiet"}>
					{to.words}
				</LinkButton>
			) : null}
			<NewNote visit={visit} dossier={dossier} look={step.kind === "writeNote" ? "primary" : "quiet"} />
		</div>
	);
}

function NewNote({ visit, dossier, look }: { visit: Visit; dossier: Dossier; look: "primary" | "quiet" }) {
	const { t, lang } = visit;
	const words = t("Schrijf een notitie", "Write a note");
	if (!may(visit.by.actor.roles, "dossier.write").allowed) return null;
	const begin = mayBeginNote(dossier.trajectory.state);
	if (!begin.allowed) {
		return (
			<RefusedButton why={begin.why[lang]} clause={begin.because}>
				{words}
			</RefusedButton>
		);
	}
	return (
		<ActionForm action={`/kandidaten/${dossier.candidate}/notities`} fields={{ trajectory: dossier.trajectory.id }}>
			<Button look={look}>{words}</Button>
		</ActionForm>
	);
}
