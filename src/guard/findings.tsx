import { Button } from "../ui/buttons.tsx";
import { Clause } from "../ui/clause.tsx";
import { TextField } from "../ui/fields.tsx";
import { More, Stack } from "../ui/layout.tsx";
import { Badge, type Tone } from "../ui/states.tsx";
import type { Lang } from "../ui/text.ts";
import { lexiconWith, type OwnWord } from "./lexicon/base.ts";
import { markedIn } from "./read.ts";
import {
	type FindingClass,
	findingClasses,
	type GuardFacts,
	isSetAside,
	type Marked,
	type Outcome,
	outcomeOf,
	outcomes,
	type SetAside,
	spanIn,
} from "./rules.ts";

/** What the guard is shown for: one text on its way to one recipient, or (without facts) a note, where it only advises. */
export interface GuardView {
	readonly facts?: GuardFacts | undefined;
	readonly own: readonly OwnWord[];
	readonly aside: readonly SetAside[];
	/** Findings that a colleague was asked about already. */
	readonly asked?: readonly SetAside[];
	/** The text is a title and a content with marks: it is read as it will be printed. */
	readonly content?: boolean | undefined;
	/** Where a finding is called a false alarm; without it that cannot be done here. */
	readonly action?: string | undefined;
	/** A reason that did not pass, with what was typed: its field comes back as it was. */
	readonly typed?: (SetAside & { readonly reason: string; readonly error: string }) | undefined;
}

const tones: Record<Outcome, Tone> = {
	may: "done",
	makeExtensive: "warn",
	needsConsent: "warn",
	notAgreed: "warn",
	never: "refused",
};
const quiet: readonly FindingClass[] = ["sickLeave", "capacity"];
type T = (nl: string, en: string) => string;

/** The findings of a text, each in its sentence with the words marked, what has to happen with it, why, and under which clause. */
export function GuardFindings({ text, view, lang, t }: { text: string; view: GuardView; lang: Lang; t: T }) {
	const findings = markedIn(text, lexiconWith(view.own));
	const shown = view.facts ? findings : findings.filter((one) => !quiet.includes(one.class));
	if (shown.length === 0)
		return (
			<p class="meta">
				{t(
					"De meelezer vindt nu niets. Lees zelf ook: hij kent niet elk woord.",
					"The guard finds nothing now. Read it yourself too: it does not know every word.",
				)}
			</p>
		);
	return (
		<ul class="guard-findings">
			{shown.map((one) => (
				<li>
					<One finding={one} view={view} lang={lang} t={t} />
				</li>
			))}
		</ul>
	);
}

function One({ finding, view, lang, t }: { finding: Marked; view: GuardView; lang: Lang; t: T }) {
	const aside = isSetAside(finding, view.aside);
	const { outcome, decision } = view.facts
		? outcomeOf(finding.class, view.facts)
		: { outcome: "never" as Outcome, decision: undefined };
	const blocked = view.facts && !aside && outcome !== "may";
	return (
		<Stack gap={2}>
			<p class="guard-sentence">
				<InSentence {...finding} />
			</p>
			<p>
				{aside ? (
					<Badge tone="done">{t("Door een tweede persoon vrijgegeven", "Set aside by a second person")}</Badge>
				) : (
					<Badge tone={view.facts ? tones[outcome] : "warn"}>
						{view.facts ? outcomes[outcome][lang] : t("Let op: gevoelig", "Take care: sensitive")}
					</Badge>
				)}
			</p>
			<p class="meta">
				{findingClasses[finding.class][lang]}. {finding.reason[lang]}{" "}
				{blocked && decision && !decision.allowed ? <Clause id={decision.because} /> : <Clause id={finding.clause} />}
			</p>
			{blocked && view.action ? <FalseAlarm finding={finding} view={view} action={view.action} t={t} /> : null}
		</Stack>
	);
}

/** A sentence with the words marked that it is about. */
export function InSentence({ sentence, span }: Pick<SetAside, "sentence" | "span">) {
	const { before, words, after } = spanIn(sentence, span);
	return (
		<>
			{before}
			<mark>{words}</mark>
			{after}
		</>
	);
}

function FalseAlarm({ finding, view, action, t }: { finding: Marked; view: GuardView; action: string; t: T }) {
	if (isSetAside(finding, view.asked ?? []))
		return (
			<p class="meta">
				{t("Een collega is gevraagd om hiernaar te kijken.", "A colleague was asked to look at this.")}{" "}
				<a href="/meelezer">{t("Wat wacht", "What waits")}</a>
			</p>
		);
	const typed = view.typed && isSetAside(finding, [view.typed]) ? view.typed : undefined;
	return (
		<More summary={t("Dit is loos alarm", "This is a false alarm")} open={typed !== undefined}>
			<form method="post" action={action} class="form">
				<input type="hidden" name="request_id" value={crypto.randomUUID()} />
				<input type="hidden" name="class" value={finding.class} />
				<input type="hidden" name="rule" value={finding.rule} />
				<input type="hidden" name="span" value={finding.span} />
				<input type="hidden" name="sentence" value={finding.sentence} />
				<TextField
					name="reason"
					id={typed ? "reason" : `reason-${finding.start}-${finding.sentence.length}`}
					width="full"
					label={t("Waarom is dit loos alarm?", "Why is this a false alarm?")}
					hint={t(
						"Een collega beslist, over dit woord in deze zin. Bewaar eerst je tekst.",
						"A colleague decides, on this word in this sentence. Save your text first.",
					)}
					value={typed?.reason ?? ""}
					{...(typed?.error && { error: typed.error })}
				/>
				<Button name="do" value="falseAlarm" look="quiet">
					{t("Vraag een collega", "Ask a colleague")}
				</Button>
			</form>
		</More>
	);
}
